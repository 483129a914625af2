//! Time-stamps: tokens of `openssl ts` of every kind verify, every wrong one is refused by its code, with openssl's verdict
//! beside ours; and sessions of `sealbag timestamp`.

mod matrix;
mod readers;
mod session;
mod wrong;
