//! The tables of an event, each with its fields in the order of the record (`docs/spec/custody.md`, "Event record").

use std::fmt;

use sealbag_manifest::digest::Sha256Digest;
use serde::Deserialize;

use crate::public_key::PublicKey;
use crate::record::{Field, Value, digest_field, table};
use crate::scalar::{BagId, Date, UtcTime};
use crate::seal_record::Relation;
use crate::text::Text;

table! {
    /// `[actor]`: who did it, and the key that MUST be the key of the signature.
    pub struct Actor {
        /// Name.
        pub name: Text,
        /// The signing key.
        pub key: PublicKey,
        /// Role, as the actor states it; the roster decides.
        pub role: Option<Text>,
        /// Capacity in which the person signs.
        pub capacity: Option<Text>,
    }
}

table! {
    /// `[to]`: the other side.
    pub struct Recipient {
        /// Name.
        pub name: Text,
        /// The key that is to accept.
        pub key: Option<PublicKey>,
        /// Role in the proceedings.
        pub role: Option<Text>,
        /// The body that the person belongs to.
        pub organisation: Option<Text>,
    }
}

table! {
    /// `[on_behalf_of]`: for whom somebody else notes an objection.
    pub struct OnBehalfOf {
        /// Name.
        pub name: Text,
        /// Role in the proceedings.
        pub role: Option<Text>,
    }
}

table! {
    /// `[verified]`: what was checked just before signing, with which result.
    pub struct Verified {
        /// The conclusion.
        pub outcome: RecordedOutcome,
        /// How much of each file was compared.
        pub depth: RecordedDepth,
        /// Root of the tree that was verified.
        #[serde(deserialize_with = "digest_field::one")]
        pub root: Sha256Digest,
        /// SHA-256 of the verdict's JSON.
        #[serde(default, deserialize_with = "digest_field::optional")]
        pub verdict_sha256: Option<Sha256Digest>,
        /// The codes of the findings, each once.
        #[serde(default)]
        pub codes: Vec<Text>,
        /// Which program verified.
        pub program: Option<Text>,
    }
}

table! {
    /// `[order]`: the document under which it was done.
    #[derive(Default)]
    pub struct Order {
        /// Kind of document.
        pub document: Option<Text>,
        /// Its number.
        pub number: Option<Text>,
        /// Its date.
        pub date: Option<Date>,
        /// Who issued it.
        pub issued_by: Option<Text>,
    }
}

table! {
    /// `[request]`: the request between bodies or States that it answers.
    #[derive(Default)]
    pub struct Request {
        /// Number of the request.
        pub number: Option<Text>,
        /// Its date.
        pub date: Option<Date>,
        /// The body that asks.
        pub requesting_body: Option<Text>,
        /// The body that is asked.
        pub requested_body: Option<Text>,
        /// The central authority on the way.
        pub central_authority: Option<Text>,
        /// The channel, such as a 24/7 contact point.
        pub channel: Option<Text>,
        /// The channel's own number for it.
        pub channel_reference: Option<Text>,
    }
}

table! {
    /// `[place]`: where it happened.
    #[derive(Default)]
    pub struct Place {
        /// Address.
        pub address: Option<Text>,
        /// Room.
        pub room: Option<Text>,
        /// Coordinates.
        pub coordinates: Option<Text>,
    }
}

table! {
    /// `[storage]`: where it lies.
    #[derive(Default)]
    pub struct Storage {
        /// The store.
        pub location: Option<Text>,
        /// Shelf, safe, container.
        pub container: Option<Text>,
        /// The medium that carries the data.
        pub media: Option<Text>,
    }
}

table! {
    /// `[transport]`: how it is carried.
    #[derive(Default)]
    pub struct Transport {
        /// Means.
        pub method: Option<Text>,
        /// Who carries it.
        pub courier: Option<Text>,
        /// Number of the waybill.
        pub waybill: Option<Text>,
        /// What it is carried in.
        pub container: Option<Text>,
        /// When it left.
        pub left: Option<UtcTime>,
        /// When it arrived.
        pub arrived: Option<UtcTime>,
    }
}

table! {
    /// `[examination]`: how it was examined.
    #[derive(Default)]
    pub struct Examination {
        /// Method.
        pub method: Option<Text>,
        /// Settings.
        pub settings: Option<Text>,
    }
}

table! {
    /// `[inputs]`: which files were used; by leaf hash, never by name.
    #[derive(Default)]
    pub struct Inputs {
        /// How many.
        pub count: Option<u64>,
        /// Leaf hashes of their entries.
        #[serde(default, deserialize_with = "digest_field::many")]
        pub leaves: Vec<Sha256Digest>,
        /// SHA-256 of an attached list of leaf hashes.
        #[serde(default, deserialize_with = "digest_field::optional")]
        pub list: Option<Sha256Digest>,
    }
}

table! {
    /// `[[output]]`: what came of it: a new bag, or a file.
    #[derive(Default)]
    pub struct Output {
        /// How the new bag follows from this one.
        pub relation: Option<Relation>,
        /// Its identifier.
        pub bag: Option<BagId>,
        /// Its seal hash.
        #[serde(default, deserialize_with = "digest_field::optional")]
        pub seal: Option<Sha256Digest>,
        /// SHA-256 of a file.
        #[serde(default, deserialize_with = "digest_field::optional")]
        pub sha256: Option<Sha256Digest>,
        /// What it is.
        pub description: Option<Text>,
    }
}

table! {
    /// `[refusal]`: who refused, and why.
    pub struct HandOverRefusal {
        /// Name.
        pub person: Option<Text>,
        /// The person's key, if it was to sign.
        pub key: Option<PublicKey>,
        /// Role in the proceedings.
        pub role: Option<Text>,
        /// Why.
        pub reason: Text,
    }
}

table! {
    /// `[[correction]]`: what an earlier event should have said.
    pub struct Correction {
        /// Hash of that event.
        #[serde(deserialize_with = "digest_field::one")]
        pub event: Sha256Digest,
        /// The field.
        pub field: Text,
        /// What it should have said.
        pub value: Text,
        /// Why.
        pub reason: Text,
    }
}

table! {
    /// `[incident]`: what happened.
    pub struct Incident {
        /// Of which kind.
        pub kind: IncidentKind,
    }
}

table! {
    /// `[[token]]`: a time-stamp token over an event.
    pub struct TokenReference {
        /// Index of the event that is stamped.
        pub index: u64,
        /// Its hash.
        #[serde(deserialize_with = "digest_field::one")]
        pub event: Sha256Digest,
        /// The K of `custody/NNNNNN.K.tsr`, from 1.
        pub number: u64,
        /// SHA-256 of the token file.
        #[serde(deserialize_with = "digest_field::one")]
        pub sha256: Sha256Digest,
    }
}

table! {
    /// `[[attachment]]`: a document outside the bag.
    pub struct Attachment {
        /// SHA-256 of the file.
        #[serde(deserialize_with = "digest_field::one")]
        pub sha256: Sha256Digest,
        /// What it is.
        pub description: Option<Text>,
    }
}

macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident { $($variant:ident = $word:literal, $doc:literal;)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $(#[doc = $doc] $variant,)*
        }

        impl $name {
            /// Every one.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The word in the record.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }

        impl Field for $name {
            fn value(&self) -> Option<Value<'_>> {
                Some(Value::Text(self.name().into()))
            }
        }
    };
}

words! {
    /// The conclusion of a verification, as an event records it (`outcome`).
    pub enum RecordedOutcome {
        Confirmed = "confirmed", "Everything held.";
        ConfirmedWithRemarks = "confirmed_with_remarks", "Everything that was checked held.";
        Violated = "violated", "Something did not match.";
        Undetermined = "undetermined", "There was no answer.";
    }
}

words! {
    /// How much of each file was compared (`depth`).
    pub enum RecordedDepth {
        Full = "full", "All digests.";
        Quick = "quick", "BLAKE3 alone.";
    }
}

words! {
    /// What happened (`kind`).
    pub enum IncidentKind {
        Loss = "loss", "It cannot be found, or a part of it.";
        Mismatch = "mismatch", "It is not what was sealed.";
        KeyCompromise = "key_compromise", "Somebody else may have a private key.";
        PhysicalSealBroken = "physical_seal_broken", "The seal of the package was broken on arrival.";
        Other = "other", "Something else.";
    }
}
