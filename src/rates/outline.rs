//! The rates of a pair in rough whole numbers, in which the days that can have had a price are found quickly.
//!
//! A rate with its rounding is a fraction of long numbers, and a price that no day had is held against thousands of
//! them. An outline keeps a little more room around each day than its rate can take, and the room of many days
//! together: a price outside of it needs no closer look, only what lies inside is worked out exactly.

use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use super::Pair;
use super::legs::Legs;
use crate::quantity::{Bound, Exact, Interval, Rounding};

/// Prices are counted in units of this decimal place.
pub(super) const PLACES: i32 = 9;

/// So many rows stand together.
const TOGETHER: usize = 64;

/// What a price can have been, in units of [`PLACES`], both ends with it. Nothing lies within [`NOWHERE`].
pub(super) type Room = (u128, u128);

/// The room of a row without a rate.
const NOWHERE: Room = (u128::MAX, 0);

/// The rooms of a pair's rows.
#[derive(Debug)]
pub(super) struct Outline {
    rows: Vec<Room>,
    /// The room of each so many rows together.
    wide: Vec<Room>,
}

impl Outline {
    fn new(legs: Legs, rows: usize) -> Self {
        let rows: Vec<Room> = (0..rows).map(|row| legs.room(row).unwrap_or(NOWHERE)).collect();
        let around = |rooms: &[Room]| {
            rooms.iter().fold(NOWHERE, |around, room| (around.0.min(room.0), around.1.max(room.1)))
        };
        let wide = rows.chunks(TOGETHER).map(around).collect();
        Self { rows, wide }
    }

    /// The rows among some whose rate may lie within bounds, in order.
    pub(super) fn rows(&self, among: Range<usize>, bounds: &Interval) -> impl Iterator<Item = usize> {
        let sought = (
            units(bounds.low(), Rounding::Down).unwrap_or(0),
            units(bounds.high(), Rounding::Up).unwrap_or(u128::MAX),
        );
        let meets = move |room: &Room| room.0 <= sought.1 && sought.0 <= room.1;
        self.rows
            .chunks(TOGETHER)
            .zip(&self.wide)
            .enumerate()
            .filter(move |(_, (_, wide))| meets(wide))
            .flat_map(move |(at, (rows, _))| {
                let rooms = rows.iter().enumerate().filter(move |(_, room)| meets(room));
                rooms.map(move |(row, _)| at * TOGETHER + row)
            })
            .filter(move |row| among.contains(row))
    }
}

/// The end of an interval in units; none where there is no end, or one far beyond all prices.
fn units(bound: &Bound, rounding: Rounding) -> Option<u128> {
    let units = bound.value()? * &Exact::pow10(PLACES);
    u128::try_from(units.to_integer(rounding)?.max(0)).ok()
}

/// The outlines that were made of a table so far: it is asked again and again for the same few pairs.
#[derive(Debug)]
pub(super) struct Outlines(Mutex<Vec<(Pair, Arc<Outline>)>>);

impl Outlines {
    pub(super) const fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// The outline of a pair in a table of so many rows.
    pub(super) fn of(&self, legs: Legs, rows: usize) -> Arc<Outline> {
        let mut made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, outline)) = made.iter().find(|(pair, _)| *pair == legs.pair) {
            return Arc::clone(outline);
        }
        let outline = Arc::new(Outline::new(legs, rows));
        made.push((legs.pair, Arc::clone(&outline)));
        outline
    }
}

/// A copy of a table makes its own.
impl Clone for Outlines {
    fn clone(&self) -> Self {
        Self::new()
    }
}
