//! Cases of `docs/security.md` that fit nowhere else: bags in bags, files that move while they are read, small limits,
//! other environments, texts that would command a terminal.

mod limits;
mod moving;
mod scene;
mod sealing;
mod shown;
#[cfg(feature = "tools")]
mod synced;
