//! The group values of a part of a file: so that several workers share one.

use super::group::Groups;
use crate::chunks::GroupValue;

/// Takes the bytes of a part of a file as they come. The part begins where a group does.
pub struct RangeHasher(Groups);

impl RangeHasher {
    /// For the part that begins with the group of this index; below 2^43, as files have less than 2^63 bytes.
    pub fn new(first: u64) -> Self {
        Self(Groups::from(first))
    }

    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The value of each group, in order; the last one may be shorter than a MiB.
    pub fn finish(self) -> Vec<GroupValue> {
        self.0.values()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::{Algorithms, ExtraAlgorithms, FileDigests, FileHasher};

    #[test]
    fn parts_of_a_file_give_the_values_of_the_whole() {
        let bytes: Vec<u8> = (0..(17 << 20) + 9).map(|i: u32| (i % 251) as u8).collect();
        let mut whole = FileHasher::with(Algorithms::Blake3Only);
        whole.update(&bytes);
        let whole = whole.finish();
        let mut values = Vec::new();
        for (number, part) in bytes.chunks(5 << 20).enumerate() {
            let mut hasher = RangeHasher::new(number as u64 * 5);
            part.chunks(700_001).for_each(|piece| hasher.update(piece));
            values.extend(hasher.finish());
        }
        assert_eq!(FileDigests::of_groups(bytes.len() as u64, values.clone()).as_ref(), Ok(&whole));
        values.pop();
        assert!(FileDigests::of_groups(bytes.len() as u64, values).is_err());
        let full = FileHasher::new(ExtraAlgorithms::default()).finish();
        assert!(RangeHasher::new(0).finish().is_empty() && full.groups.is_empty());
    }
}
