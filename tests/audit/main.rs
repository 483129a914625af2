//! `sealbag audit`: many bags at once, alone and against each other, killed and gone on with (`docs/spec/audit.md`).

mod bags;
mod copies;
mod links;
mod many;
mod receipts;
mod results;
mod scene;
#[cfg(feature = "tools")]
mod second_verifier;
