//! What the tests of appending under faults share.

pub(crate) mod scene;
pub(crate) mod trace;
