//! Vectors of `docs/spec/custody.md`: the log after the seal.

mod attribution;
mod chain;
mod form;
mod matrix;
mod roles;
mod steps;

use super::Vector;
use super::anchors::Anchors;
use super::log::Log;

pub(super) use chain::ten;
pub(super) use matrix::TYPES;

/// Every vector of the log.
pub(super) fn vectors() -> impl Iterator<Item = Vector> {
    matrix::vectors()
        .into_iter()
        .chain(form::vectors())
        .chain(chain::vectors())
        .chain(steps::vectors())
        .chain(attribution::vectors())
        .chain(roles::vectors())
}

/// A finding: code and place.
type Found<'a> = [(&'static str, &'a str)];

/// A log that holds, with these remarks.
fn holds(name: &str, rule: &str, log: Log, anchors: Anchors, found: &Found<'_>) -> Vector {
    Vector::new(name, rule, log.bag, anchors, "confirmed_with_remarks", found)
}

/// A log that does not hold.
fn breaks(name: &str, rule: &str, log: Log, anchors: Anchors, found: &Found<'_>) -> Vector {
    Vector::new(name, rule, log.bag, anchors, "violated", found)
}

/// A log that cannot be judged.
fn open(name: &str, rule: &str, log: Log, anchors: Anchors, found: &Found<'_>) -> Vector {
    Vector::new(name, rule, log.bag, anchors, "undetermined", found)
}
