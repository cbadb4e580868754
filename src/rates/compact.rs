//! The packed table, read where it lies.
//!
//! Opening it costs nothing: a lookup finds the series and the day by bisection and reads one cell. How the
//! bytes are laid out stands with the code that writes them.

use chrono::NaiveDate;

use super::pack::{Digits, HEADER};

/// How far around a day its neighbours tell how many places its rate was published with.
///
/// A published table drops trailing zeros: 1.1 among rates like 1.0987 is a rate of four places. That 21
/// rates in a row should all end in a zero does not happen by chance.
const NEIGHBOURS: usize = 10;

/// Packed rates of many currencies against the euro.
#[derive(Debug, Clone, Copy)]
pub(super) struct Compact<'a> {
    bytes: &'a [u8],
}

/// The rates of one currency.
#[derive(Debug, Clone, Copy)]
pub(super) struct Series<'a> {
    cells: &'a [u8],
    width: usize,
    places: u8,
    first: usize,
}

impl<'a> Compact<'a> {
    /// A table in bytes that [`super::pack::pack`] wrote.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// How many days have rates.
    pub(super) fn rows(self) -> usize {
        self.number(0, 2)
    }

    /// The day of a row.
    pub(super) fn day(self, row: usize) -> NaiveDate {
        let first = i32::from_le_bytes([self.bytes[4], self.bytes[5], self.bytes[6], self.bytes[7]]);
        let offset = i32::try_from(self.number(8 + 2 * row, 2)).expect("two bytes");
        NaiveDate::from_num_days_from_ce_opt(first + offset).expect("a day that was packed")
    }

    /// The number of rows up to a day and with it.
    pub(super) fn rows_until(self, day: NaiveDate) -> usize {
        let (mut low, mut high) = (0, self.rows());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.day(middle) <= day {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The three-letter codes that have a series, in order.
    pub(super) fn codes(self) -> impl Iterator<Item = &'a str> {
        (0..self.number(2, 2)).map(move |at| self.code(at))
    }

    /// The series of a currency.
    pub(super) fn series(self, code: &str) -> Option<Series<'a>> {
        let (mut low, mut high) = (0, self.number(2, 2));
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.code(middle).cmp(code) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(self.series_at(middle)),
            }
        }
        None
    }

    fn header(self, at: usize) -> usize {
        8 + 2 * self.rows() + HEADER * at
    }

    fn code(self, at: usize) -> &'a str {
        let start = self.header(at);
        std::str::from_utf8(&self.bytes[start..start + 3]).unwrap_or_default()
    }

    fn series_at(self, at: usize) -> Series<'a> {
        let start = self.header(at);
        let width = usize::from(self.bytes[start + 4]);
        let rows = self.number(start + 8, 2);
        let offset = self.number(start + 10, 4);
        Series {
            cells: &self.bytes[offset..offset + rows * width],
            width,
            places: self.bytes[start + 3],
            first: self.number(start + 6, 2),
        }
    }

    fn number(self, at: usize, width: usize) -> usize {
        usize::try_from(little_endian(&self.bytes[at..at + width])).expect("at most four bytes")
    }
}

impl Series<'_> {
    /// The first row with a rate.
    pub(super) fn first(self) -> usize {
        self.first
    }

    /// The last row with a rate.
    pub(super) fn last(self) -> usize {
        self.first + self.cells.len() / self.width - 1
    }

    /// The rate of a row, with as many places as it was published with; nothing in a gap or outside.
    pub(super) fn cell(self, row: usize) -> Option<Digits> {
        let digits = self.digits(row)?;
        let from = row.saturating_sub(NEIGHBOURS);
        let places = (from..=row + NEIGHBOURS)
            .filter_map(|near| self.places_written(near))
            .max()
            .unwrap_or(self.places);
        Some(Digits { digits: digits / 10_u64.pow(u32::from(self.places - places)), places })
    }

    /// Twice the least and the most that rounds to the rate of a row, in units of the last of so many places, were its
    /// trailing zeros not measured: never less room than [`cell`](Self::cell) leaves.
    pub(super) fn rough(self, row: usize) -> Option<(u128, u128, u8)> {
        let digits = self.digits(row)?;
        let unit = 10_u64.pow(u32::from(self.places - self.places_written(row)?));
        Some(((2 * digits - unit).into(), (2 * digits + unit).into(), self.places))
    }

    /// Whether a row has a rate.
    pub(super) fn has(self, row: usize) -> bool {
        self.digits(row).is_some()
    }

    /// The digits of a row at the places of the whole series.
    fn digits(self, row: usize) -> Option<u64> {
        let start = row.checked_sub(self.first)? * self.width;
        let cell = self.cells.get(start..start + self.width)?;
        Some(little_endian(cell)).filter(|&digits| digits > 0)
    }

    /// The places of a row without its trailing zeros.
    fn places_written(self, row: usize) -> Option<u8> {
        let mut digits = self.digits(row)?;
        let mut places = self.places;
        while places > 0 && digits % 10 == 0 {
            digits /= 10;
            places -= 1;
        }
        Some(places)
    }
}

fn little_endian(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::super::pack::{Row, pack};
    use super::*;

    fn row(day: i32, cells: [&str; 2]) -> Row {
        Row { day, cells: cells.map(Digits::read).to_vec() }
    }

    #[test]
    fn what_is_packed_is_found_where_it_lies() {
        let rows = [
            row(730_000, ["1.1", ""]),
            row(730_001, ["1.1025", "7"]),
            row(730_004, ["", "123456.5"]),
            row(730_005, ["1.1", ""]),
        ];
        let bytes = pack(&[*b"USD", *b"CNY"], &rows).unwrap();
        let table = Compact::new(&bytes);
        assert_eq!(table.codes().collect::<Vec<_>>(), ["CNY", "USD"]);
        assert_eq!(table.rows(), 4);
        assert_eq!(table.rows_until(table.day(1)), 2);
        assert_eq!(table.rows_until(table.day(1) + chrono::Days::new(1)), 2);
        assert_eq!(table.rows_until(table.day(0).pred_opt().unwrap()), 0);

        let usd = table.series("USD").unwrap();
        assert_eq!((usd.first(), usd.last()), (0, 3));
        assert_eq!(usd.cell(0), Some(Digits { digits: 11_000, places: 4 }));
        assert_eq!(usd.cell(2), None);
        let cny = table.series("CNY").unwrap();
        assert_eq!((cny.first(), cny.last()), (1, 2));
        assert_eq!(cny.cell(0), None);
        assert_eq!(cny.cell(1), Some(Digits { digits: 70, places: 1 }));
        assert_eq!(cny.cell(2), Some(Digits { digits: 1_234_565, places: 1 }));
        assert_eq!(cny.cell(3), None);
        assert!(table.series("EUR").is_none());
    }

    #[test]
    fn a_rate_far_off_does_not_lend_its_places() {
        let rows: Vec<Row> =
            (0..24).map(|at| row(730_000 + at, [if at == 0 { "1.234567" } else { "1.25" }, ""])).collect();
        let bytes = pack(&[*b"USD", *b"CNY"], &rows).unwrap();
        let usd = Compact::new(&bytes).series("USD").unwrap();
        assert_eq!(usd.cell(10), Some(Digits { digits: 1_250_000, places: 6 }));
        assert_eq!(usd.cell(11), Some(Digits { digits: 125, places: 2 }));
    }

    #[test]
    fn digits_are_plain_decimals_above_zero() {
        assert_eq!(Digits::read("7.3202"), Some(Digits { digits: 73_202, places: 4 }));
        assert_eq!(Digits::read("0.05"), Some(Digits { digits: 5, places: 2 }));
        for text in ["", "0", "0.00", "-1", "1.", ".5", "1,5", "1e3", "+2", "1234567890", "1.1234567890"] {
            assert_eq!(Digits::read(text), None, "{text}");
        }
    }
}
