//! How fast a series moves: what moves by a tenth and more from year to year has no two years alike, so that two digits
//! of it tell which year they are of; and ranks that do not move at all.

use chrono::Datelike;

use super::judge::{Held, Judge};
use super::rules;
use crate::facts::model::{Fact, Kind, Measure};
use crate::period::{Kind as When, Length};
use crate::quantity::Exact;
use crate::scan::{Figure, FigureKind};

/// In years. What was counted longer before or after says little of the pace.
const NEARBY: u32 = 4;

impl Judge<'_> {
    /// Whether a figure that is one year's cannot be another's as well, by what is known of the years around it:
    /// 11 trillion yuan in 2012 and 18.6 in 2015 leave none for 2011 or 2013.
    pub(super) fn is_of_no_other_year(&self, figure: &Figure, one: &Held<'_>, held: &[Held<'_>]) -> bool {
        let Some((of, value)) = counted(one.fact) else { return false };
        let said = &figure.quantity;
        let tells = rules::digits(said) >= 2
            && !said.qualifier().is_bound()
            && said.written().last_place() * Exact::from(10i64) <= *value;
        if one.subject.measure != Measure::Level || one.fit.is_none() || !tells {
            return false;
        }
        let mut nearest = NEARBY + 1;
        let mut around: Vec<(u32, &Exact)> = Vec::new();
        for other in held.iter().filter(|other| other.subject == one.subject && other.fit.is_some()) {
            let Some((year, known)) = counted(other.fact) else { continue };
            let off = (known - value).abs() * Exact::from(10i64);
            match year.abs_diff(of) {
                // Compilers who lie far apart may have any figure for any year.
                0 if off > *value => return false,
                0 => {}
                years => {
                    nearest = nearest.min(years);
                    around.push((years, known));
                }
            }
        }
        around.retain(|(years, _)| *years == nearest);
        nearest <= NEARBY
            && around.iter().all(|(years, known)| {
                (*known - value).abs() * Exact::from(10i64) >= value * &Exact::from(i64::from(*years))
            })
    }

    /// Whether a rank is of a subject that had one and the same in all of several years.
    pub(super) fn is_rank_of_every_year(&self, figure: &Figure, held: &[Held<'_>]) -> bool {
        let mut known = held.iter().filter_map(|one| {
            let value = one.fact.value.as_ref().filter(|_| one.fit.is_some())?;
            Some((one.fact.period, value.value()))
        });
        let Some((first, rank)) = known.next().filter(|_| figure.kind == FigureKind::Rank) else {
            return false;
        };
        let mut years = 1;
        for (period, other) in known {
            if other != rank {
                return false;
            }
            years += u32::from(period != first);
        }
        years >= 3
    }
}

/// The year and the number of a fact that tells plainly what a whole year had.
fn counted(fact: &Fact) -> Option<(i32, &Exact)> {
    let value = fact.value.as_ref().filter(|value| !value.qualifier().is_bound())?;
    let plain = fact.kind == Kind::Figure && !fact.inferred;
    let year = fact.period.filter(|_| plain).and_then(|period| match period.kind() {
        When::During(at) if at.length() == Length::Year => Some(at.first().year()),
        _ => None,
    })?;
    Some((year, value.value()))
}
