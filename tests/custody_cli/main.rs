//! Sessions of `sealbag custody`, `release` and `accept`: a hand-over from the seal to the return, everything that is refused
//! on the way, and writers who race.

mod entries;
mod follows;
mod hand_over;
mod log;
mod race;
mod roster;
mod scene;
