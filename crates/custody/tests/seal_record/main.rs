//! The seal record: one value has one encoding, and everything else is refused.

mod one_encoding;
mod refused;
mod samples;
mod scene;
