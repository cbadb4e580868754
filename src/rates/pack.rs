//! Packs a table of daily rates into bytes that are read where they lie.
//!
//! The build script packs the embedded table with this file, and the program a table of the user's own, so
//! there is one form. It knows neither dates nor currencies, only day numbers and three-letter codes.
//!
//! ```text
//! u16  number of days N         u16  number of series S        i32  the first day's number
//! N × u16   each day, counted from the first, ascending
//! S × 14 bytes, by code: 3 code, 1 places, 1 bytes a cell, 1 zero, u16 first row, u16 rows, u32 offset
//! cells: the digits of each rate at the series' places; zero where there is no rate
//! ```
//!
//! All numbers are little-endian. A series starts with its first rate and ends with its last.

/// A rate as written: its digits, and how many of them stand after the decimal point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digits {
    /// All digits as one number; never zero.
    pub(crate) digits: u64,
    /// Digits after the point.
    pub(crate) places: u8,
}

/// The rates of one day.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// The day's number; any count of days will do.
    pub(crate) day: i32,
    /// One cell a series, in the order of the codes.
    pub(crate) cells: Vec<Option<Digits>>,
}

/// Bytes that describe a series.
pub(crate) const HEADER: usize = 14;

/// The most digits before the point, and the most after it, that a cell may have.
pub(crate) const MOST_DIGITS: usize = 9;

impl Digits {
    /// Reads a plain decimal number above zero: `7.3202`, `136`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        let dangling = whole.is_empty() || (fraction.is_empty() && text.contains('.'));
        if dangling || !plain(whole) || !plain(fraction) {
            return None;
        }
        if whole.len() > MOST_DIGITS || fraction.len() > MOST_DIGITS {
            return None;
        }
        let digits = format!("{whole}{fraction}").parse().ok().filter(|&digits| digits > 0)?;
        Some(Self { digits, places: u8::try_from(fraction.len()).ok()? })
    }

    /// The same rate with as many places as the series has.
    fn at_places(self, places: u8) -> u64 {
        self.digits * 10_u64.pow(u32::from(places - self.places))
    }
}

/// Packs rows of ascending days; nothing when there are none, or more than the form can hold.
pub(crate) fn pack(codes: &[[u8; 3]], rows: &[Row]) -> Option<Vec<u8>> {
    let first_day = rows.first()?.day;
    let mut bytes = Vec::new();
    bytes.extend(u16::try_from(rows.len()).ok()?.to_le_bytes());
    let mut order: Vec<usize> =
        (0..codes.len()).filter(|&column| rows.iter().any(|row| row.cells[column].is_some())).collect();
    order.sort_by_key(|&column| codes[column]);
    bytes.extend(u16::try_from(order.len()).ok()?.to_le_bytes());
    bytes.extend(first_day.to_le_bytes());
    for row in rows {
        bytes.extend(u16::try_from(row.day.checked_sub(first_day)?).ok()?.to_le_bytes());
    }

    let mut cells = Vec::new();
    let start = bytes.len() + order.len() * HEADER;
    for column in order {
        let series: Vec<Option<Digits>> = rows.iter().map(|row| row.cells[column]).collect();
        let first = series.iter().position(Option::is_some)?;
        let last = series.iter().rposition(Option::is_some)?;
        let places = series.iter().flatten().map(|cell| cell.places).max()?;
        let digits: Vec<u64> =
            series[first..=last].iter().map(|cell| cell.map_or(0, |cell| cell.at_places(places))).collect();
        let width = digits.iter().map(|digits| 8 - digits.leading_zeros() as usize / 8).max()?;
        bytes.extend(codes[column]);
        bytes.extend([places, u8::try_from(width).ok()?, 0]);
        bytes.extend(u16::try_from(first).ok()?.to_le_bytes());
        bytes.extend(u16::try_from(digits.len()).ok()?.to_le_bytes());
        bytes.extend(u32::try_from(start + cells.len()).ok()?.to_le_bytes());
        for digits in digits {
            cells.extend_from_slice(&digits.to_le_bytes()[..width]);
        }
    }
    bytes.extend(cells);
    Some(bytes)
}
