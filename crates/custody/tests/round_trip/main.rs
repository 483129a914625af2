//! One value, one encoding, for arbitrary records: what is written is read back as the same value.

mod draw;
mod event;
mod recognition;
mod roster;
mod seal;
