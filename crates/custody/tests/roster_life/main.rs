//! `docs/spec/roster.md`: several keys of an authority with a threshold, and keys that are exchanged. Each way to come by a
//! roster that the authority did not sign is tried, and refused.

mod exchange;
mod files;
mod lineage;
mod maker;
mod threshold;
