//! Helpers shared by the whole-session tests.
