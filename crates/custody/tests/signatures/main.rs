//! Signatures and signed pages: what is accepted, and everything that is refused.

mod blob;
mod forged;
mod joint;
mod keys;
mod page;
#[cfg(feature = "tools")]
mod stock;
