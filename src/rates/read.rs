//! Reads a table of rates from a file, and points at every fault in it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::pack::{self, Digits, Row};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::period::{Kind, Length, Period};
use crate::quantity::Currency;

/// A piece of a line and where it stands in the file.
#[derive(Clone)]
struct Field<'a> {
    text: &'a str,
    span: Range<usize>,
}

/// Reads a whole file and packs it.
pub(super) fn packed(document: &Arc<Document>) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let mut reader = Reader { document, faults: Vec::new() };
    let mut lines = lines(&document.text);
    let codes = match lines.next() {
        Some(header) => reader.header(&header),
        None => Vec::new(),
    };
    let mut seen = BTreeMap::new();
    let mut rows = Vec::new();
    for line in lines {
        if let Some((day, cells)) = reader.row(&line, codes.len()) {
            let span = line[0].span.clone();
            match seen.insert(day, span.clone()) {
                Some(earlier) => reader.twice(day, span, earlier),
                None => rows.push(Row { day: day.num_days_from_ce(), cells }),
            }
        }
    }
    if reader.faults.is_empty() && rows.iter().all(|row| row.cells.iter().all(Option::is_none)) {
        let fault = Diagnostic::error("rates-empty", format!("`{}` has no rates", document.name))
            .at(document, 0..document.text.lines().next().map_or(0, str::len), "")
            .help("write a line such as `Date,USD,CNY`, then one a day such as `2016-12-30,1.0541,7.3202`");
        reader.faults.push(fault);
    }
    if !reader.faults.is_empty() {
        return Err(reader.faults);
    }
    rows.sort_by_key(|row| row.day);
    pack::pack(&codes.into_iter().flatten().collect::<Vec<_>>(), &rows).ok_or_else(|| {
        let title = format!("`{}` reaches over more than 65,535 days", document.name);
        vec![Diagnostic::error("rates-size", title).at(document, 0..0, "")]
    })
}

/// The lines that are not blank, each cut into its fields.
fn lines(text: &str) -> impl Iterator<Item = Vec<Field<'_>>> {
    let mut start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let text = &text[start..];
    text.split_inclusive('\n').filter_map(move |line| {
        let at = start;
        start += line.len();
        let content = line.trim_end();
        // The ECB ends every line with a comma.
        let content = content.strip_suffix(',').unwrap_or(content);
        (!content.trim().is_empty()).then(|| fields(content, at))
    })
}

fn fields(line: &str, start: usize) -> Vec<Field<'_>> {
    let mut at = start;
    line.split(',')
        .map(|field| {
            let left = at + (field.len() - field.trim_start().len());
            at += field.len() + 1;
            let text = field.trim();
            Field { text, span: left..left + text.len() }
        })
        .collect()
}

struct Reader<'a> {
    document: &'a Arc<Document>,
    faults: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn fault(&mut self, code: &'static str, title: String, at: &Range<usize>, help: Option<String>) {
        let mut fault = Diagnostic::error(code, title).at(self.document, at.clone(), "");
        fault.help = help;
        self.faults.push(fault);
    }

    /// The currencies of the columns; nothing in place of one that is at fault.
    fn header(&mut self, line: &[Field]) -> Vec<Option<[u8; 3]>> {
        if !line[0].text.eq_ignore_ascii_case("date") {
            let title = format!("the first column is `{}`, not `Date`", line[0].text);
            let help = "the first line is `Date,USD,CNY,…`, with a comma between columns".into();
            self.fault("rates-header", title, &line[0].span, Some(help));
        }
        let mut seen: Vec<Currency> = Vec::new();
        line[1..].iter().map(|field| self.column(field, &mut seen)).collect()
    }

    fn column(&mut self, field: &Field, seen: &mut Vec<Currency>) -> Option<[u8; 3]> {
        let text = field.text;
        let Some(currency) = Currency::all().find(|known| known.code().eq_ignore_ascii_case(text)) else {
            let nearest = Currency::parse(text).or_else(|| Currency::nearest(text).and_then(Currency::parse));
            let help = nearest.map(|currency| format!("did you mean `{}`?", currency.code()));
            self.fault("rates-currency", format!("`{text}` is no code of a currency"), &field.span, help);
            return None;
        };
        if currency == Currency::EUR {
            let title = "`EUR` cannot be a column: the rates are counted in euros".into();
            self.fault("rates-currency", title, &field.span, None);
            return None;
        }
        if seen.contains(&currency) {
            self.fault("rates-currency", format!("`{text}` has two columns"), &field.span, None);
            return None;
        }
        seen.push(currency);
        currency.code().as_bytes().try_into().ok()
    }

    /// A day and its rates, unless something in the line is at fault.
    fn row(&mut self, line: &[Field], columns: usize) -> Option<(NaiveDate, Vec<Option<Digits>>)> {
        let day = self.day(&line[0]);
        let whole = line[0].span.start..line.last()?.span.end;
        let found = line.len() - 1;
        if found != columns {
            let (rates, has) = (if columns == 1 { "rate" } else { "rates" }, found);
            let title = format!("the line has {has}, not {columns} {rates}");
            let help = "write `N/A` where there is no rate".into();
            self.fault("rates-columns", title, &whole, Some(help));
            return None;
        }
        let before = self.faults.len();
        let cells = line[1..].iter().map(|field| self.rate(field)).collect();
        if self.faults.len() > before { None } else { day.map(|day| (day, cells)) }
    }

    fn day(&mut self, field: &Field) -> Option<NaiveDate> {
        let (title, help) = match Period::parse(field.text) {
            Ok(period) => match period.kind() {
                Kind::During(day) if day.length() == Length::Day => return Some(day.first()),
                _ => (format!("`{}` is no day", field.text), None),
            },
            Err(error) => (error.to_string(), error.hint()),
        };
        let help = help.or(Some("write the day as `2016-12-30`".into()));
        self.fault("rates-day", title, &field.span, help);
        None
    }

    fn rate(&mut self, field: &Field) -> Option<Digits> {
        if matches!(field.text, "" | "-" | "N/A" | "n/a") {
            return None;
        }
        let rate = Digits::read(field.text);
        if rate.is_none() {
            let title = format!("`{}` is no rate", field.text);
            let help = "write a plain number above zero, such as `7.3202`, or `N/A`".into();
            self.fault("rates-number", title, &field.span, Some(help));
        }
        rate
    }

    fn twice(&mut self, day: NaiveDate, later: Range<usize>, earlier: Range<usize>) {
        let fault = Diagnostic::error("rates-day", format!("`{day}` comes twice"))
            .at(self.document, later, "")
            .at(self.document, earlier, "first here");
        self.faults.push(fault);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Pair, table};
    use super::*;
    use crate::quantity::Exact;

    /// Each fault as `line:column title; help`.
    fn faults(text: &str) -> Vec<String> {
        let document = Arc::new(Document::new("rates.csv", text));
        let shown = |fault: Diagnostic| {
            let (line, column) = document.place(fault.labels[0].span.start);
            let help = fault.help.map(|help| format!("; {help}")).unwrap_or_default();
            format!("{line}:{column} {}{help}", fault.title)
        };
        packed(&document).err().unwrap_or_default().into_iter().map(shown).collect()
    }

    #[test]
    fn a_table_may_have_spaces_blank_lines_and_trailing_commas() {
        assert_eq!(
            faults("\u{feff}Date, USD, CNY,\r\n\r\n2016-12-30, 1.0541, N/A,\r\n2016-12-29,,7.2591\r\n"),
            [""; 0]
        );
    }

    #[test]
    fn every_fault_is_found_at_its_place() {
        let text = "Day,USD,CNX,EUR,USD\n\
                    2016-02-30,1.05,7,7,7\n\
                    2016-12,1.05,7,7,7\n\
                    2016-12-29,1.05,7\n\
                    2016-12-28,1,05,7,7\n\
                    2016-12-28,one,-7,0,7\n\
                    2016-12-27,1.05,7,7,7\n\
                    2016-12-27,1.05,7,7,7\n";
        let number = "write a plain number above zero, such as `7.3202`, or `N/A`";
        assert_eq!(
            faults(text),
            [
                "1:1 the first column is `Day`, not `Date`; the first line is `Date,USD,CNY,…`, with a comma between columns".into(),
                "1:9 `CNX` is no code of a currency; did you mean `CNY`?".into(),
                "1:13 `EUR` cannot be a column: the rates are counted in euros".into(),
                "1:17 `USD` has two columns".into(),
                "2:1 `2016-02-30` is no day: February 2016 has 29 days; the last day is `2016-02-29`".into(),
                "3:1 `2016-12` is no day; write the day as `2016-12-30`".into(),
                "4:1 the line has 2, not 4 rates; write `N/A` where there is no rate".into(),
                format!("6:12 `one` is no rate; {number}"),
                format!("6:16 `-7` is no rate; {number}"),
                format!("6:19 `0` is no rate; {number}"),
                "8:1 `2016-12-27` comes twice".into(),
            ]
        );
    }

    #[test]
    fn a_table_without_rates_is_a_fault() {
        let help = "write a line such as `Date,USD,CNY`, then one a day such as `2016-12-30,1.0541,7.3202`";
        for text in ["", "\n", "Date,USD\n", "Date,USD\n2016-12-30,N/A\n"] {
            assert_eq!(faults(text), [format!("1:1 `rates.csv` has no rates; {help}")], "{text:?}");
        }
    }

    #[test]
    fn days_too_far_apart_do_not_fit() {
        let faults = faults("Date,USD\n1800-01-01,1.05\n2016-12-30,1.05\n");
        assert_eq!(faults, ["1:1 `rates.csv` reaches over more than 65,535 days"]);
    }

    proptest! {
        #[test]
        fn what_a_file_says_is_what_the_table_answers(
            rows in proptest::collection::btree_map(
                0..2000i32,
                proptest::option::of("[1-9][0-9]{0,6}(\\.[0-9]{1,6})?"),
                1..40,
            )
        ) {
            let first = NaiveDate::from_ymd_opt(2020, 2, 1).unwrap();
            let day = |number: i32| first + chrono::Days::new(u64::try_from(number).unwrap());
            let lines = rows.iter().rev().map(|(number, rate)| {
                format!("{},{}\n", day(*number), rate.as_deref().unwrap_or("N/A"))
            });
            let document = Arc::new(Document::new("", format!("Date,CNY\n{}", lines.collect::<String>())));
            let said: Vec<(NaiveDate, Exact)> = rows
                .iter()
                .filter_map(|(number, rate)| Some((day(*number), Exact::parse_decimal(rate.as_deref()?)?)))
                .collect();
            match table::read(&document) {
                Ok(table) => {
                    let pair = Pair::new(Currency::EUR, Currency::CNY);
                    let found: Vec<_> = table.days(pair, first, day(2000)).unwrap().collect();
                    prop_assert_eq!(found, said);
                }
                Err(_) => prop_assert!(said.is_empty()),
            }
        }

        #[test]
        fn no_file_makes_the_reader_stumble(text in "(Date,USD\n)?([0-9N/A,. \\-\n]|\\PC){0,60}") {
            let document = Arc::new(Document::new("", text));
            if let Err(faults) = packed(&document) {
                prop_assert!(!faults.is_empty());
            }
        }
    }
}
