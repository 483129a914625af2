//! A bag in one file: the same verdict as the bag, whatever the bag is; and archives that are none.

mod archive;
mod commands;
mod hostile;
mod same;
mod threats;
