//! The forms of the records, taken from the tables of `docs/spec`: every field, every need of a type, every rule
//! between fields.

mod event;
mod page;
mod roster;
