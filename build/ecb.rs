//! Packs the European Central Bank's daily rates, so that the program has nothing to read when it starts.

#[path = "../src/rates/pack.rs"]
mod pack;

use std::path::Path;

use pack::{Digits, Row};

const TABLE: &str = "src/rates/ecb/eurofxref-hist.csv";

/// Writes `ecb.bin` into a folder. A fault in the table stops the build and names its line.
#[expect(clippy::print_stdout, reason = "cargo listens to a build script's output")]
#[expect(clippy::disallowed_methods, reason = "the table is read when the program is built")]
pub(crate) fn build(folder: &Path) {
    println!("cargo:rerun-if-changed={TABLE}");
    println!("cargo:rerun-if-changed=src/rates/pack.rs");
    let text = std::fs::read_to_string(TABLE).unwrap_or_else(|error| panic!("{TABLE}: {error}"));
    let mut lines = text.lines().zip(1..);
    let (header, _) = lines.next().unwrap_or_else(|| panic!("{TABLE} is empty"));
    let codes: Vec<[u8; 3]> = header
        .trim_end_matches(',')
        .split(',')
        .skip(1)
        .map(|code| {
            code.as_bytes().try_into().unwrap_or_else(|_| panic!("{TABLE}:1: `{code}` is no currency"))
        })
        .collect();
    let mut rows: Vec<Row> = lines
        .map(|(line, number)| {
            row(line, codes.len())
                .unwrap_or_else(|fault| panic!("{TABLE}:{number}: `{fault}` is not in order"))
        })
        .collect();
    rows.sort_by_key(|row| row.day);
    assert!(rows.windows(2).all(|pair| pair[0].day < pair[1].day), "{TABLE}: a day comes twice");
    let bytes = pack::pack(&codes, &rows).unwrap_or_else(|| panic!("{TABLE} does not fit the packed form"));
    let target = folder.join("ecb.bin");
    std::fs::write(&target, bytes).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
}

/// A line of the table: a day and its rates. The error is the text that is not understood.
fn row(line: &str, columns: usize) -> Result<Row, &str> {
    let mut fields = line.trim_end_matches(',').split(',');
    let date = fields.next().unwrap_or_default();
    let day = day_number(date).ok_or(date)?;
    let cells = fields
        .map(|field| match field {
            "N/A" => Ok(None),
            _ => Digits::read(field).map(Some).ok_or(field),
        })
        .collect::<Result<Vec<_>, _>>()?;
    if cells.len() == columns { Ok(Row { day, cells }) } else { Err(line) }
}

/// The number of a day written `2016-12-30`, where 1 January of year 1 is day 1.
fn day_number(date: &str) -> Option<i32> {
    let mut parts = date.split('-').map(|part| part.parse::<i32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let february = if leap { 29 } else { 28 };
    let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let month = usize::try_from(month).ok()?.checked_sub(1)?;
    if day < 1 || day > *lengths.get(month)? {
        return None;
    }
    let before = year - 1;
    let years = before * 365 + before / 4 - before / 100 + before / 400;
    Some(years + lengths[..month].iter().sum::<i32>() + day)
}
