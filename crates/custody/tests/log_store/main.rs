//! Appending to a custody log: one event a number, whole, and only at the end. Faults of the system are injected in the
//! whole-session tests.

mod found;
mod publish;
mod scene;
mod writers;
