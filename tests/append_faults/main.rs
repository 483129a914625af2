//! Appending an event while the system fails: killed at any call, any call failing, full disks, power cuts, file systems
//! that lack what is needed. Whatever happens, an event is in the log whole or not at all, no other event is lost, and
//! nothing is reported as published that is not there.

mod calls;
mod disks;
mod file_systems;
mod race;
mod scene;
mod trace;
