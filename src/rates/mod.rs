//! Exchange rates: what one currency cost in another, on a day or on average, and where that was read.
//!
//! There are three kinds, never mixed and always named: an official rate from the fact base, an average of
//! daily reference rates, and one day's reference rate. A rate between two currencies is made from their
//! rates against the euro ("legs") of one and the same day; no day is made up between two others.
//!
//! A published rate was rounded when it was published. It stands for half a unit of its last place on
//! either side, and what is computed from it carries that along.
//!
//! ```
//! use chrono::NaiveDate;
//! use ipfacts::rates::{Kind, Pair, ecb};
//!
//! let pair: Pair = "USD/CNY".parse().unwrap();
//! let new_years_eve = NaiveDate::from_ymd_opt(2016, 12, 31).unwrap();
//! let rate = ecb::on(pair, new_years_eve).unwrap();
//! assert_eq!(rate.figure(), "6.9445");
//!
//! // That was a Saturday: the answer is the rate of the Friday, and says so.
//! let friday = NaiveDate::from_ymd_opt(2016, 12, 30).unwrap();
//! assert_eq!(rate.kind, Kind::Day { asked: new_years_eve, published: friday });
//! ```

mod average;
mod compact;
mod legs;
mod no_rate;
mod outline;
mod pack;
mod pair;
mod rate;
mod read;

pub mod ecb;
pub mod table;

pub use no_rate::NoRate;
pub use pair::{Pair, PairError};
pub use rate::{Kind, Leg, Rate};
