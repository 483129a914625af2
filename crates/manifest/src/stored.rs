//! The name under which a file of the evidence lies in `data/`.
