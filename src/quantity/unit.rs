//! What a figure counts or measures, and in which base unit its value is held.
//!
//! Every quantity is held in one unit of its kind: money in its currency, shares and growth in percent
//! (`5‰` is 0.5), differences of percentages in percentage points (`25 basis points` are 0.25), data
//! rates in bits a second, data in bytes, and so on. What was written stays in the quantity's text.

use std::borrow::Cow;
use std::fmt;

use super::Currency;
use crate::lang::Lang;

/// A base unit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A number without a unit.
    Number,
    /// An amount of money.
    Money(Currency),
    /// Hundredths of something: a share, a growth.
    Percent,
    /// The difference of two percentages.
    PercentagePoint,
    /// A place in an order; 1 is the first.
    Rank,
    /// How many times as much as something else.
    Times,
    /// So many of a thing, under the noun that was written.
    Count(String),
    /// A data rate.
    BitPerSecond,
    /// An amount of data.
    Byte,
    /// A length.
    Metre,
    /// An area.
    SquareMetre,
    /// A volume.
    CubicMetre,
    /// A mass.
    Kilogram,
    /// A power.
    Watt,
    /// An energy.
    WattHour,
    /// A speed.
    KilometrePerHour,
    /// A frequency.
    Hertz,
    /// So much of one unit for one of another: yuan a dollar.
    Rate(Box<Unit>, Box<Unit>),
}

/// A kind of unit: two figures of different kinds cannot be compared at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Numbers without a unit, and counts of anything.
    Number,
    /// Money of any currency.
    Money,
    /// Percentages.
    Percent,
    /// Differences of percentages.
    PercentagePoint,
    /// Ranks.
    Rank,
    /// Multiples.
    Times,
    /// Data rates.
    DataRate,
    /// Data.
    Data,
    /// Lengths.
    Length,
    /// Areas.
    Area,
    /// Volumes.
    Volume,
    /// Masses.
    Mass,
    /// Powers.
    Power,
    /// Energies.
    Energy,
    /// Speeds.
    Speed,
    /// Frequencies.
    Frequency,
    /// Rates of one unit to another.
    Rate,
}

impl Unit {
    /// Its kind.
    #[must_use]
    pub fn dimension(&self) -> Dimension {
        match self {
            Self::Number | Self::Count(_) => Dimension::Number,
            Self::Money(_) => Dimension::Money,
            Self::Percent => Dimension::Percent,
            Self::PercentagePoint => Dimension::PercentagePoint,
            Self::Rank => Dimension::Rank,
            Self::Times => Dimension::Times,
            Self::BitPerSecond => Dimension::DataRate,
            Self::Byte => Dimension::Data,
            Self::Metre => Dimension::Length,
            Self::SquareMetre => Dimension::Area,
            Self::CubicMetre => Dimension::Volume,
            Self::Kilogram => Dimension::Mass,
            Self::Watt => Dimension::Power,
            Self::WattHour => Dimension::Energy,
            Self::KilometrePerHour => Dimension::Speed,
            Self::Hertz => Dimension::Frequency,
            Self::Rate(..) => Dimension::Rate,
        }
    }

    /// Its currency, when it is money.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        match self {
            Self::Money(currency) => Some(*currency),
            _ => None,
        }
    }

    /// A stable text for JSON and CSV: the code of a currency by ISO 4217, `percent`,
    /// `percentage-point`, `rank`, `times`, `count`, `number`, `bit/s`, `byte`, `metre`, `square-metre`,
    /// `cubic-metre`, `kilogram`, `watt`, `watt-hour`, `kilometre/hour`, `hertz`; a rate is two of them: `CNY/USD`.
    #[must_use]
    pub fn code(&self) -> Cow<'static, str> {
        match self {
            Self::Money(currency) => currency.code().into(),
            Self::Rate(of, to) => format!("{}/{}", of.code(), to.code()).into(),
            Self::Number => "number".into(),
            Self::Percent => "percent".into(),
            Self::PercentagePoint => "percentage-point".into(),
            Self::Rank => "rank".into(),
            Self::Times => "times".into(),
            Self::Count(_) => "count".into(),
            Self::BitPerSecond => "bit/s".into(),
            Self::Byte => "byte".into(),
            Self::Metre => "metre".into(),
            Self::SquareMetre => "square-metre".into(),
            Self::CubicMetre => "cubic-metre".into(),
            Self::Kilogram => "kilogram".into(),
            Self::Watt => "watt".into(),
            Self::WattHour => "watt-hour".into(),
            Self::KilometrePerHour => "kilometre/hour".into(),
            Self::Hertz => "hertz".into(),
        }
    }

    /// Its name as it follows a number, `many` or one: `US dollars`, `美元`, `percent`. Empty for a
    /// number without a unit.
    #[must_use]
    pub fn name(&self, lang: Lang, many: bool) -> String {
        let (one, more, zh) = match self {
            Self::Money(currency) => (currency.name_en(false), currency.name_en(true), currency.name_zh()),
            Self::Count(noun) => return noun.clone(),
            Self::Rate(of, to) => {
                return match lang {
                    Lang::En => {
                        let below = to.name(lang, false);
                        let below = if below.is_empty() { "one".to_owned() } else { below };
                        format!("{} per {below}", of.name(lang, many)).trim_start().to_owned()
                    }
                    Lang::Zh => format!("{}/{}", of.name(lang, many), to.name(lang, many)),
                };
            }
            Self::Number => ("", "", ""),
            Self::Percent => ("percent", "percent", "%"),
            Self::PercentagePoint => ("percentage point", "percentage points", "个百分点"),
            Self::Rank => ("rank", "ranks", "位"),
            Self::Times => ("times", "times", "倍"),
            Self::BitPerSecond => ("bit/s", "bit/s", "bit/s"),
            Self::Byte => ("byte", "bytes", "字节"),
            Self::Metre => ("metre", "metres", "米"),
            Self::SquareMetre => ("square metre", "square metres", "平方米"),
            Self::CubicMetre => ("cubic metre", "cubic metres", "立方米"),
            Self::Kilogram => ("kilogram", "kilograms", "千克"),
            Self::Watt => ("watt", "watts", "瓦"),
            Self::WattHour => ("watt-hour", "watt-hours", "瓦时"),
            Self::KilometrePerHour => ("kilometre per hour", "kilometres per hour", "公里/小时"),
            Self::Hertz => ("hertz", "hertz", "赫兹"),
        };
        match lang {
            Lang::En if many => more.to_owned(),
            Lang::En => one.to_owned(),
            Lang::Zh => zh.to_owned(),
        }
    }
}

/// As people name it in English: `yuan`, `percent`, `villages`; `number` without a unit.
impl fmt::Display for Unit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number => out.pad("number"),
            unit => out.pad(&unit.name(Lang::En, true)),
        }
    }
}
