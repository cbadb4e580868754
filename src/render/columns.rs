//! Shares the width of a terminal among the columns of a table.
//!
//! A column wants to be as wide as its widest cell and needs to be as wide as its widest word. If all get
//! what they want, well. If not, the widest columns are cut down to one common level, as high as the width
//! allows, and the narrow ones (identifiers, values, periods) are left as they are: the long text wraps.
//! If not even the needs fit, there is no table to be made of it.
//!
//! ```
//! use ipfacts::render::columns::{Claim, share};
//!
//! let id = Claim { wants: 23, needs: 23 };
//! let text = Claim { wants: 80, needs: 12 };
//! assert_eq!(share(&[id, text], 60), Some(vec![23, 37]));
//! assert_eq!(share(&[id, text], 30), None);
//! ```

/// What one column asks for, in columns of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// The width of its widest cell.
    pub wants: usize,
    /// The width of its widest word; no more than it wants.
    pub needs: usize,
}

/// The width of each column, together no more than `available`; none if their needs are more than that.
#[must_use]
pub fn share(claims: &[Claim], available: usize) -> Option<Vec<usize>> {
    let at = |level: usize| claims.iter().map(move |claim| level.clamp(claim.needs, claim.wants));
    if at(0).sum::<usize>() > available {
        return None;
    }
    // The highest level that fits; beyond the widest wish nothing changes.
    let (mut fits, mut beyond) = (0, claims.iter().map(|claim| claim.wants).max().unwrap_or(0) + 1);
    while beyond - fits > 1 {
        let level = fits.midpoint(beyond);
        if at(level).sum::<usize>() <= available { fits = level } else { beyond = level }
    }
    let mut widths: Vec<usize> = at(fits).collect();
    // Less than one column each is left over: the first that want it have it.
    let mut left = available - widths.iter().sum::<usize>();
    for (width, claim) in widths.iter_mut().zip(claims) {
        if left > 0 && *width == fits && *width < claim.wants {
            *width += 1;
            left -= 1;
        }
    }
    Some(widths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn claim(wants: usize, needs: usize) -> Claim {
        Claim { wants, needs }
    }

    #[test]
    fn all_get_what_they_want_where_there_is_room() {
        assert_eq!(share(&[claim(5, 2), claim(9, 9)], 100), Some(vec![5, 9]));
        assert_eq!(share(&[], 10), Some(vec![]));
    }

    #[test]
    fn the_widest_give_first() {
        assert_eq!(share(&[claim(10, 4), claim(50, 4), claim(40, 4)], 50), Some(vec![10, 20, 20]));
    }

    #[test]
    fn a_need_is_never_cut() {
        assert_eq!(share(&[claim(50, 30), claim(50, 5)], 40), Some(vec![30, 10]));
    }

    #[test]
    fn what_is_left_over_goes_to_the_first() {
        assert_eq!(share(&[claim(50, 1), claim(50, 1), claim(50, 1)], 32), Some(vec![11, 11, 10]));
    }

    proptest! {
        #[test]
        fn the_width_is_used_up_and_not_passed(
            claims in proptest::collection::vec((0_usize..60, 0_usize..60), 0..8),
            available in 0_usize..200,
        ) {
            let claims: Vec<Claim> = claims.into_iter().map(|(a, b)| claim(a.max(b), a.min(b))).collect();
            let wanted: usize = claims.iter().map(|claim| claim.wants).sum();
            match share(&claims, available) {
                Some(widths) => {
                    prop_assert_eq!(widths.iter().sum::<usize>(), wanted.min(available));
                    for (width, claim) in widths.iter().zip(&claims) {
                        prop_assert!((claim.needs..=claim.wants).contains(width));
                    }
                }
                None => prop_assert!(claims.iter().map(|claim| claim.needs).sum::<usize>() > available),
            }
        }
    }
}
