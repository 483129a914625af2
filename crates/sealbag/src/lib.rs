//! Seal, verify and extract digital evidence bags.
//!
//! Joins the sealed list (`sealbag-manifest`) and the signed records (`sealbag-custody`). Only here is a [`verdict::Verdict`]
//! made. Nothing here prints, exits or asks a clock: time, signer and readers come in as arguments.

#[cfg(feature = "fs")]
pub mod append;
#[cfg(feature = "fs")]
pub mod audit;
pub mod by_hand;
#[cfg(feature = "fs")]
pub mod copy;
pub mod damage;
#[cfg(feature = "fs")]
pub mod extract;
pub mod finding;
pub mod log;
#[cfg(feature = "fs")]
pub mod pack;
#[cfg(feature = "fs")]
pub mod place;
#[cfg(feature = "fs")]
pub mod previous;
pub mod progress;
#[cfg(feature = "fs")]
pub mod seal;
pub mod verdict;
pub mod verify;

pub use sealbag_manifest::store as bag;
