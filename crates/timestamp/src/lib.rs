//! RFC 3161 time-stamps: what to ask an authority, and whether its answer proves that bytes existed at a time.
//!
//! Pure: bytes in, values out. No clock, no network, no files, no C; so the same verifier runs in a browser. The time of a
//! token is judged by the certificates that the caller brings ([`Anchors`]) and at the token's own time, never at the present
//! one. Every way to be wrong is a [`Fault`] with a stable name (`docs/spec/timestamps.md`).
//!
//! ```
//! use sealbag_timestamp::{Algorithm, Anchors, Certificates, Expected, Fault, Imprint, Nonce, Request, Token};
//!
//! let event = b"the bytes of an event file";
//! let request = Request {
//!     imprint: Imprint::of(Algorithm::Sha256, event),
//!     policy: None,
//!     nonce: Some(Nonce::from_bytes([1, 2, 3, 4, 5, 6, 7, 8])),
//!     certificates: Certificates::Included,
//! };
//! assert_eq!(Request::parse(&request.to_der()).expect("what was written"), request);
//!
//! // The answer of an authority is read, compared with the request, and followed to an anchor.
//! let prove = |answer: &[u8], anchors: &Anchors| Token::parse(answer)?.verify(&Expected::answer_to(&request), anchors);
//! assert!(matches!(prove(b"no answer", &Anchors::default()), Err(Fault::Malformed { .. })));
//! ```

mod algorithm;
mod certificate;
mod chain;
mod element;
mod expected;
mod fault;
mod imprint;
mod info;
mod nonce;
mod oid;
mod request;
mod response;
mod signature;
mod signer;
mod time;
mod token;

pub use certificate::Fingerprint;
pub use chain::{AnchorError, Anchors, Chain, MAX_ANCHORS_LEN};
/// An object identifier, such as `1.2.840.113549.1.9.16.1.4`.
pub use const_oid::ObjectIdentifier as Oid;
pub use expected::Expected;
pub use fault::{ChainFault, Fault, Weight};
pub use imprint::{Algorithm, Imprint};
pub use info::Statement;
pub use nonce::Nonce;
pub use request::{Certificates, MAX_REQUEST_LEN, Request};
pub use response::{Failure, Refusal, Response, Status};
pub use time::{Accuracy, GenTime, UtcSecond};
pub use token::{Attested, Examined, MAX_TOKEN_LEN, Token};
