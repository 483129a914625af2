//! Helpers shared by the whole-session tests: exhibits to seal, the program under test, stock tools to compare with.

#[cfg(feature = "tools")]
pub mod bad_disk;
pub mod claims;
pub mod compare;
#[cfg(feature = "tools")]
pub mod disk;
#[cfg(feature = "tools")]
pub mod faults;
#[cfg(feature = "tools")]
pub mod fuse;
#[cfg(feature = "tools")]
mod fuse_tree;
pub mod fuzz;
pub mod hostile;
pub mod maker;
pub mod meanwhile;
pub mod program;
pub mod readers;
pub mod snapshot;
pub mod stock;
pub mod tamper;
pub mod test_agent;
pub mod token_mutants;
pub mod tsa;
pub mod vectors;
#[cfg(feature = "tools")]
pub mod verapdf;
