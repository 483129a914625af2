//! Appending events through the library: every rule of a step is applied before anything is signed, and nothing but the log
//! is written (`docs/spec/custody.md`, "Rules of a step", "Appending").

#[path = "append/meanwhile.rs"]
mod meanwhile;
#[path = "append/refused.rs"]
mod refused;
#[path = "append/roster.rs"]
mod roster;
#[path = "append/scene.rs"]
mod scene;
#[path = "append/written.rs"]
mod written;
