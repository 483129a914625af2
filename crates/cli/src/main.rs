//! The program `sealbag`.

fn main() {}
