//! Paths of the evidence, as bytes, in the one order of the sealed list.
