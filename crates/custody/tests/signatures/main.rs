//! Signatures and signed pages: what is accepted, and everything that is refused.

mod armoured;
mod blob;
mod forged;
mod joint;
mod keys;
mod page;
#[cfg(feature = "tools")]
mod stock;
mod weak_points;
