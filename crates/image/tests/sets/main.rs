//! Sets that hold, and one set for every way not to hold.

mod damaged;
mod hostile;
mod maker;
mod whole;
