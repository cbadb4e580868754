//! Figures that follow from others: converted, derived, held against each other, each with its working.

mod audit;
pub mod compare;
pub mod convert;
pub mod exchange;
pub mod formula;
pub mod worked;

pub use audit::audit;
