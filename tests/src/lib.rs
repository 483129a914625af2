//! Helpers shared by the whole-session tests: exhibits to seal, the program under test, stock tools to compare with.

pub mod compare;
pub mod hostile;
pub mod maker;
pub mod program;
pub mod snapshot;
pub mod stock;
pub mod tamper;
pub mod vectors;
