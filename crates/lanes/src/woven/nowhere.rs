//! Other processors.

use super::PART;
use crate::Stream;

/// Not made here.
#[derive(Clone, Copy, Debug)]
pub enum Woven {}

impl Woven {
    /// None.
    pub fn of_this_machine() -> Option<Self> {
        None
    }

    /// Never called: there is none.
    pub fn take(self, _: [&mut Stream; 2], _: [&[u8; PART]; 2], _: [u64; 2]) -> [[u8; 32]; 2] {
        match self {}
    }
}
