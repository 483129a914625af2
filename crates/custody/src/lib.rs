//! Signed records of an evidence bag: strict records, SSHSIG signatures, keys.
//!
//! An event of a bag is a *signed page*: a readable record in a strict subset of TOML, and below it the SSHSIG armour
//! over exactly the bytes of the record. Event 0 is the seal. The formats are specified in `docs/spec/records.md`,
//! `docs/spec/signatures.md` and `docs/spec/keys.md`.
//!
//! The order of reading is fixed: split the page, verify the signature over the raw bytes, then parse the same bytes.
//!
//! ```
//! # #[cfg(feature = "fs")] {
//! use sealbag_custody::{key::{KeyPair, Signer}, page, sshsig::Namespace};
//!
//! let key = KeyPair::generate().expect("random numbers");
//! let record = b"format = \"sealbag/seal/v1\"\n";
//! let armour = key.sign(Namespace::Seal, record).expect("a key in memory signs");
//! let bytes = page::join(record, &armour).expect("a small record");
//!
//! let page = page::verify(&bytes, Namespace::Seal).expect("an untouched page");
//! assert_eq!(page.record(), record);
//! assert_eq!(page.signer(), key.public_key());
//! # }
//! ```

pub mod event;
pub mod joint;
pub mod key;
#[cfg(feature = "fs")]
pub mod key_file;
pub mod keyset;
pub mod log_page;
#[cfg(feature = "fs")]
pub mod log_store;
pub mod page;
pub mod profile;
pub mod public_key;
pub mod receipt;
pub mod record;
pub mod replay;
pub mod roster;
pub mod scalar;
pub mod seal_record;
pub mod sshsig;
pub mod statement;
pub mod text;
pub mod time;
