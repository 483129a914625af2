//! Chance that can be repeated: the same seed gives the same throws.

/// A generator of random numbers (SplitMix64, Steele, Lea and Flood, 2014).
pub(super) struct Dice<'a> {
    state: u64,
    /// Throws that were decided before; when they are used up, the generator goes on.
    decided: &'a [u8],
}

impl<'a> Dice<'a> {
    /// The throws of one bag of one seed.
    pub(super) fn new(seed: u64, number: u64) -> Self {
        let mut dice = Self { state: seed ^ number.wrapping_mul(0xd134_2543_de82_ef95), decided: &[] };
        dice.next();
        dice
    }

    /// Throws that bytes decide, two each.
    pub(super) fn decided(bytes: &'a [u8]) -> Self {
        Self { state: 0, decided: bytes }
    }

    fn next(&mut self) -> u64 {
        if let Some((throw, rest)) = self.decided.split_first_chunk() {
            self.decided = rest;
            return u64::from(u16::from_le_bytes(*throw));
        }
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.state;
        value = (value ^ value >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ value >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        value ^ value >> 31
    }

    /// A number below a bound, which is not 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    /// A number in a range, both ends included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as usize) as i64
    }

    /// True in so many of a hundred.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a row, which is not empty.
    pub(super) fn pick<'r, T>(&mut self, row: &'r [T]) -> &'r T {
        &row[self.below(row.len())]
    }
}
