//! Instructions that processors have for SHA-256, several streams' rounds beside each other.

#[cfg(target_arch = "aarch64")]
mod arm;
#[cfg(target_arch = "x86_64")]
mod x86;

#[cfg(target_arch = "aarch64")]
pub(crate) use arm::{compress, is_supported};
#[cfg(target_arch = "x86_64")]
pub(crate) use x86::{compress, is_supported};
