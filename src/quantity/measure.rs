//! The words of all units: what each counts and how much of the base unit it is.
//!
//! Data prefixes are those of the SI (a kilobyte is 1,000 bytes) unless written in the binary form
//! (KiB). `bps` alone may be bits a second or basis points, and is reported. Tons are metric, as in
//! translations from Chinese statistics; gallons are those of the US.

use super::currency;
use super::words::{Case, Words};
use super::{Currency, Exact, Unit};

/// What a word behind a number says.
#[derive(Debug, Clone, Copy)]
pub(super) enum Meaning {
    /// Money.
    Money(Currency),
    /// A unit of [`MEASURES`].
    Measure(&'static Measure),
    /// A word that counts things in Chinese, without saying which: 个.
    Counter(&'static str),
    /// `bps`.
    BitsOrBasisPoints,
}

/// A unit with its size in the base unit: `factor` over `over`, times a power of ten.
#[derive(Debug)]
pub(super) struct Measure {
    base: Unit,
    factor: u64,
    over: u64,
    exponent: i32,
    words: &'static [&'static str],
}

impl Measure {
    pub(super) fn unit(&self) -> Unit {
        self.base.clone()
    }

    pub(super) fn factor(&self) -> Exact {
        let size = Exact::from(self.factor) * Exact::pow10(self.exponent);
        size.checked_div(&Exact::from(self.over)).expect("no unit of the table is nought")
    }
}

const fn power(base: Unit, exponent: i32, words: &'static [&'static str]) -> Measure {
    Measure { base, factor: 1, over: 1, exponent, words }
}

const fn multiple(base: Unit, factor: u64, exponent: i32, words: &'static [&'static str]) -> Measure {
    Measure { base, factor, over: 1, exponent, words }
}

#[rustfmt::skip]
static MEASURES: &[Measure] = &[
    power(Unit::Percent, 0, &["%", "％", "﹪", "percent", "per cent", "percents", "percentage", "pct", "pct."]),
    power(Unit::Percent, -1, &["‰", "per mille", "per mil", "permille"]),
    power(Unit::PercentagePoint, 0, &[
        "percentage point", "percentage points", "percent point", "percent points", "per cent points", "pp", "p.p.", "ppt",
        "ppts", "pps", "pct pts", "% points", "个百分点", "百分点", "個百分點",
    ]),
    power(Unit::PercentagePoint, -2, &["basis point", "basis points", "bp", "个基点", "基点"]),
    power(Unit::Times, 0, &["times", "x", "×", "fold", "倍"]),
    // Coins.
    power(Unit::Money(Currency::USD), -2, &["cent", "cents", "US cent", "US cents", "U.S. cents", "¢", "美分"]),
    power(Unit::Money(Currency::GBP), -2, &["penny", "pence", "便士"]),
    power(Unit::Money(Currency::EUR), -2, &["euro cent", "euro cents", "eurocent", "eurocents", "欧分"]),
    power(Unit::Money(Currency::CNY), -1, &["角钱", "毛钱", "jiao"]),
    power(Unit::Money(Currency::CNY), -2, &["分钱"]),
    // Data rates.
    power(Unit::BitPerSecond, 0, &["bit/s", "bits per second", "bits a second", "比特每秒", "比特/秒"]),
    power(Unit::BitPerSecond, 3, &["kbps", "Kbps", "kbit/s", "Kbit/s", "kb/s", "Kb/s", "kilobits per second", "kilobits a second"]),
    power(Unit::BitPerSecond, 6, &[
        "Mbps", "mbps", "Mbit/s", "Mb/s", "Mbits/s", "megabit per second", "megabits per second", "megabits a second",
        "兆比特每秒", "兆比特/秒", "兆比特／秒", "兆bps", "兆每秒",
    ]),
    power(Unit::BitPerSecond, 9, &[
        "Gbps", "gbps", "Gbit/s", "Gb/s", "gigabit per second", "gigabits per second", "gigabits a second", "吉比特每秒", "吉比特/秒", "千兆比特每秒", "千兆比特/秒", "千兆比特／秒",
    ]),
    power(Unit::BitPerSecond, 12, &["Tbps", "tbps", "Tbit/s", "Tb/s", "terabits per second", "terabits a second", "太比特每秒"]),
    multiple(Unit::BitPerSecond, 8, 3, &["kB/s", "KB/s", "kBps", "KBps", "kilobytes per second"]),
    multiple(Unit::BitPerSecond, 8, 6, &["MB/s", "MBps", "megabyte per second", "megabytes per second", "megabytes a second", "兆字节每秒", "兆字节/秒"]),
    multiple(Unit::BitPerSecond, 8, 9, &["GB/s", "GBps", "gigabytes per second", "gigabytes a second"]),
    multiple(Unit::BitPerSecond, 8, 12, &["TB/s", "TBps", "terabytes per second"]),
    // Data.
    multiple(Unit::Byte, 125, -3, &["bits", "比特"]),
    multiple(Unit::Byte, 125, 0, &["kbit", "kilobit", "kilobits", "千比特"]),
    multiple(Unit::Byte, 125, 3, &["Mbit", "megabit", "megabits", "兆比特"]),
    multiple(Unit::Byte, 125, 6, &["Gbit", "gigabit", "gigabits", "吉比特"]),
    power(Unit::Byte, 0, &["byte", "bytes", "字节"]),
    power(Unit::Byte, 3, &["kB", "KB", "kilobyte", "kilobytes", "千字节"]),
    power(Unit::Byte, 6, &["MB", "megabyte", "megabytes", "兆字节"]),
    power(Unit::Byte, 9, &["GB", "gigabyte", "gigabytes", "吉字节"]),
    power(Unit::Byte, 12, &["TB", "terabyte", "terabytes", "太字节"]),
    power(Unit::Byte, 15, &["PB", "petabyte", "petabytes"]),
    power(Unit::Byte, 18, &["EB", "exabyte", "exabytes"]),
    power(Unit::Byte, 21, &["ZB", "zettabyte", "zettabytes"]),
    multiple(Unit::Byte, 1 << 10, 0, &["KiB"]),
    multiple(Unit::Byte, 1 << 20, 0, &["MiB"]),
    multiple(Unit::Byte, 1 << 30, 0, &["GiB"]),
    multiple(Unit::Byte, 1 << 40, 0, &["TiB"]),
    // Lengths.
    power(Unit::Metre, -9, &["nm", "nanometre", "nanometres", "nanometer", "nanometers", "纳米"]),
    power(Unit::Metre, -6, &["μm", "µm", "micrometre", "micrometres", "micrometer", "micrometers", "微米"]),
    power(Unit::Metre, -3, &["mm", "millimetre", "millimetres", "millimeter", "millimeters", "毫米"]),
    power(Unit::Metre, -2, &["cm", "CM", "centimetre", "centimetres", "centimeter", "centimeters", "厘米", "公分"]),
    power(Unit::Metre, -1, &["dm", "decimetre", "decimetres", "decimeter", "decimeters", "分米"]),
    power(Unit::Metre, 0, &["m", "metre", "metres", "meter", "meters", "米"]),
    power(Unit::Metre, 3, &["km", "KM", "kilometre", "kilometres", "kilometer", "kilometers", "公里", "千米"]),
    multiple(Unit::Metre, 1_609_344, -3, &["mile", "miles", "mi", "英里"]),
    multiple(Unit::Metre, 9144, -4, &["yd", "yard", "yards"]),
    multiple(Unit::Metre, 254, -4, &["inch", "inches", "英寸"]),
    multiple(Unit::Metre, 3048, -4, &["ft", "foot", "feet", "英尺"]),
    // Areas.
    power(Unit::SquareMetre, 0, &["m²", "m2", "m^2", "sq m", "sqm", "square metre", "square metres", "square meter", "square meters", "平方米"]),
    power(Unit::SquareMetre, 4, &["ha", "hectare", "hectares", "公顷", "公頃"]),
    power(Unit::SquareMetre, 6, &[
        "km²", "km2", "km^2", "sq km", "square kilometre", "square kilometres", "square kilometer", "square kilometers", "平方公里", "平方千米",
    ]),
    Measure { base: Unit::SquareMetre, factor: 2000, over: 3, exponent: 0, words: &["mu", "亩", "畝"] },
    multiple(Unit::SquareMetre, 40_468_564_224, -7, &["acre", "acres", "英亩"]),
    multiple(Unit::SquareMetre, 2_589_988_110_336, -6, &["sq mi", "square mile", "square miles", "平方英里"]),
    multiple(Unit::SquareMetre, 9_290_304, -8, &["sq ft", "square foot", "square feet", "平方英尺"]),
    // Volumes.
    power(Unit::CubicMetre, -6, &["ml", "mL", "millilitre", "millilitres", "milliliter", "milliliters", "cc", "cm³", "cm3", "毫升"]),
    power(Unit::CubicMetre, -3, &["L", "litre", "litres", "liter", "liters", "升"]),
    power(Unit::CubicMetre, 0, &["m³", "m3", "m^3", "cubic metre", "cubic metres", "cubic meter", "cubic meters", "立方米"]),
    power(Unit::CubicMetre, 9, &["km³", "km3", "km^3", "cubic kilometre", "cubic kilometres", "cubic kilometer", "cubic kilometers", "立方公里"]),
    multiple(Unit::CubicMetre, 28_316_846_592, -12, &["cubic foot", "cubic feet", "cu ft", "立方英尺"]),
    multiple(Unit::CubicMetre, 3_785_411_784, -12, &["gallon", "gallons", "加仑"]),
    // Masses.
    power(Unit::Kilogram, -9, &["μg", "µg", "mcg", "microgram", "micrograms", "microgramme", "microgrammes", "微克"]),
    power(Unit::Kilogram, -6, &["mg", "milligram", "milligrams", "毫克"]),
    power(Unit::Kilogram, -3, &["g", "gram", "grams", "gramme", "grammes", "克"]),
    power(Unit::Kilogram, 0, &["kg", "KG", "kilogram", "kilograms", "公斤", "千克"]),
    power(Unit::Kilogram, 3, &["t", "ton", "tons", "tonne", "tonnes", "metric ton", "metric tons", "吨", "公吨", "噸", "公噸"]),
    multiple(Unit::Kilogram, 5, -1, &["jin", "斤", "市斤"]),
    multiple(Unit::Kilogram, 45_359_237, -8, &["lb", "lbs"]),
    multiple(Unit::Kilogram, 28_349_523_125, -12, &["oz", "ounce", "ounces", "盎司"]),
    // Powers.
    power(Unit::Watt, 0, &["W", "watt", "watts", "瓦", "瓦特"]),
    power(Unit::Watt, 3, &["kW", "KW", "kilowatt", "kilowatts", "千瓦"]),
    power(Unit::Watt, 6, &["MW", "megawatt", "megawatts", "兆瓦"]),
    power(Unit::Watt, 9, &["GW", "gigawatt", "gigawatts", "吉瓦"]),
    power(Unit::Watt, 12, &["TW", "terawatt", "terawatts"]),
    // Energies.
    power(Unit::WattHour, 0, &["Wh", "watt hour", "watt hours", "瓦时"]),
    power(Unit::WattHour, 3, &["kWh", "KWh", "kwh", "kilowatt hour", "kilowatt hours", "千瓦时", "千瓦小时", "度电"]),
    power(Unit::WattHour, 6, &["MWh", "megawatt hour", "megawatt hours", "兆瓦时"]),
    power(Unit::WattHour, 9, &["GWh", "gigawatt hour", "gigawatt hours", "吉瓦时"]),
    power(Unit::WattHour, 12, &["TWh", "terawatt hour", "terawatt hours"]),
    // Speeds.
    power(Unit::KilometrePerHour, 0, &[
        "km/h", "kmh", "kph", "kmph", "km/hr", "kilometre per hour", "kilometres per hour", "kilometer per hour", "kilometers per hour",
        "kilometres an hour", "kilometers an hour", "km per hour", "km an hour", "公里/小时", "公里每小时", "千米/小时", "千米每小时",
    ]),
    multiple(Unit::KilometrePerHour, 1_609_344, -6, &["mph", "mile per hour", "miles per hour", "miles an hour", "英里每小时"]),
    multiple(Unit::KilometrePerHour, 36, -1, &["m/s", "metres per second", "metres a second", "meters per second", "meters a second", "米/秒", "米每秒"]),
    multiple(Unit::KilometrePerHour, 3600, 0, &["km/s", "kilometres per second", "kilometers per second", "公里/秒", "千米/秒"]),
    // Frequencies.
    power(Unit::Hertz, 0, &["Hz", "hertz", "赫兹"]),
    power(Unit::Hertz, 3, &["kHz", "kilohertz", "千赫"]),
    power(Unit::Hertz, 6, &["MHz", "megahertz", "兆赫", "兆赫兹"]),
    power(Unit::Hertz, 9, &["GHz", "gigahertz", "吉赫", "吉赫兹"]),
    power(Unit::Hertz, 12, &["THz", "terahertz"]),
    multiple(Unit::Metre, 1852, 0, &["nautical mile", "nautical miles", "海里"]),
];

/// Chinese words between a number and the thing that is counted.
const COUNTERS: [&str; 39] = [
    "个", "個", "户", "家", "项", "人", "名", "所", "座", "条", "台", "部", "件", "次", "辆", "只", "例",
    "起", "份", "种", "类", "处", "人次", "艘", "架", "套", "张", "篇", "款", "戶", "項", "條", "臺", "輛",
    "隻", "種", "類", "處", "張",
];

static WORDS: Words<Meaning, { count() }> = {
    let mut words = Words::none(Meaning::BitsOrBasisPoints);
    let mut row = 0;
    while row < MEASURES.len() {
        let measure = &MEASURES[row];
        let mut at = 0;
        while at < measure.words.len() {
            let word = measure.words[at];
            words = words.with(word, case(word), Meaning::Measure(measure));
            at += 1;
        }
        row += 1;
    }
    let mut at = 0;
    while at < currency::WORDS.len() {
        let (word, currency) = currency::WORDS[at];
        words = words.with(word, case(word), Meaning::Money(currency));
        at += 1;
    }
    let mut at = 0;
    while at < COUNTERS.len() {
        words = words.with(COUNTERS[at], Case::Any, Meaning::Counter(COUNTERS[at]));
        at += 1;
    }
    words.with("bps", Case::Any, Meaning::BitsOrBasisPoints).complete()
};

/// How many words there are.
const fn count() -> usize {
    let mut count = currency::WORDS.len() + COUNTERS.len() + 1;
    let mut row = 0;
    while row < MEASURES.len() {
        count += MEASURES[row].words.len();
        row += 1;
    }
    count
}

/// Symbols are compared letter by letter, so that `Mb` is not `MB`, `MBps` not `mbps`, and `try` no lira.
const fn case(word: &str) -> Case {
    let bytes = word.as_bytes();
    let (mut capitals, mut marks) = (false, false);
    let mut at = 0;
    while at < bytes.len() {
        capitals |= bytes[at].is_ascii_uppercase();
        marks |= matches!(bytes[at], b'$' | b'/');
        at += 1;
    }
    // Whose dollars they are may be in small letters: `hk$ 10 billion`.
    let dollars = bytes.len() > 2 && bytes[bytes.len() - 1] == b'$';
    let code = capitals && (bytes.len() <= 4 || marks) && !dollars && !matches!(bytes, b"RMB");
    let symbol = word.is_ascii() && bytes.len() <= 2 || matches!(bytes, [.., b'b', b'p', b's']);
    if code || symbol { Case::Exact } else { Case::Any }
}

/// The unit at byte `at`, and where it ends.
pub(super) fn at(text: &str, at: usize) -> Option<(Meaning, usize)> {
    WORDS.at(text, at)
}

static MONEY: Words<Currency, { currency::WORDS.len() }> = {
    let mut words = Words::none(Currency::CNY);
    let mut at = 0;
    while at < currency::WORDS.len() {
        let (word, currency) = currency::WORDS[at];
        words = words.with(word, case(word), currency);
        at += 1;
    }
    words.complete()
};

/// The currency at byte `at`, before or behind a number, and where it ends.
pub(super) fn currency_at(text: &str, at: usize) -> Option<(Currency, usize)> {
    MONEY.before_digits(text, at)
}

/// Whether a currency may end at byte `at`: right whenever it says no.
pub(super) fn may_end_currency(text: &str, at: usize) -> bool {
    MONEY.may_end(text, at)
}

/// All words of units.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    WORDS.iter()
}
