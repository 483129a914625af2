//! How to check a bag without this program: lies in every bag, and the program prints it too.

/// The whole of `seal/VERIFY.txt`, in English, Russian and Kazakh.
pub const TEXT: &str = include_str!("by_hand.txt");
