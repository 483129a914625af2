//! One set of flags for each type of event.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::args::EventArgs;
use crate::anchors::AnchorArgs;

/// A type that takes the common flags alone.
#[derive(Args)]
pub(crate) struct Plain {
    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// Flags of `accept`.
#[derive(Args)]
pub(crate) struct TakeOver {
    /// Accept with nothing from outside the bag that says who sealed it; `undetermined` is recorded
    #[arg(long)]
    pub(crate) unanchored: bool,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// The other side.
#[derive(Args)]
pub(crate) struct ToArgs {
    /// The other side: a public key file, or an id or name in the roster
    #[arg(long, value_name = "PUB|NAME")]
    pub(crate) to: Option<String>,

    /// Name of the other side; without it that of the roster or of the key
    #[arg(long, value_name = "NAME")]
    pub(crate) to_name: Option<String>,

    /// Role of the other side
    #[arg(long, value_name = "ROLE")]
    pub(crate) to_role: Option<String>,

    /// The body that the other side belongs to
    #[arg(long, value_name = "NAME")]
    pub(crate) to_organisation: Option<String>,
}

/// A type that names the other side.
#[derive(Args)]
pub(crate) struct HandOver {
    #[command(flatten)]
    pub(crate) to: ToArgs,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// A type that answers another event.
#[derive(Args)]
pub(crate) struct OnEvent {
    /// Number of the event that is meant
    #[arg(long, value_name = "N")]
    pub(crate) event: Option<u32>,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// Flags of `refuse-to-sign`.
#[derive(Args)]
pub(crate) struct RefuseToSign {
    /// Who refuses: a public key file, or an id or name in the roster, or just a name
    #[arg(long, value_name = "PUB|NAME")]
    pub(crate) person: String,

    /// Role of that person
    #[arg(long, value_name = "ROLE")]
    pub(crate) person_role: Option<String>,

    /// The reason that was given
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,

    /// Number of the event that was to be signed; without it the seal
    #[arg(long, value_name = "N")]
    pub(crate) event: Option<u32>,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// Flags of `timestamp`.
#[derive(Args)]
pub(crate) struct Timestamp {
    /// Token of a time-stamp authority over the event file (repeatable)
    #[arg(long, value_name = "FILE", required = true)]
    pub(crate) token: Vec<PathBuf>,

    /// Number of the event that is stamped; without it the last one
    #[arg(long, value_name = "N")]
    pub(crate) event: Option<u32>,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// Flags of `store`.
#[derive(Args)]
pub(crate) struct Store {
    /// Where it lies
    #[arg(long, value_name = "TEXT")]
    pub(crate) storage_location: Option<String>,

    /// Shelf, safe or container
    #[arg(long, value_name = "TEXT")]
    pub(crate) storage_container: Option<String>,

    /// The medium that carries the data
    #[arg(long, value_name = "TEXT")]
    pub(crate) storage_media: Option<String>,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// Flags of `refuse`.
#[derive(Args)]
pub(crate) struct Refuse {
    /// Why it is not taken
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// Flags of `copy`.
#[derive(Args)]
pub(crate) struct MakeCopy {
    /// The bag to make
    #[arg(long, value_name = "BAG", required_unless_present = "record")]
    pub(crate) out: Option<PathBuf>,

    /// Number of the copy as an exhibit of its own
    #[arg(long, value_name = "NUMBER", required_unless_present = "record")]
    pub(crate) exhibit: Option<String>,

    /// A copy that was made already and is not in the log yet
    #[arg(long, value_name = "BAG", conflicts_with_all = ["out", "exhibit"])]
    pub(crate) record: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// Flags of `redact`.
#[derive(Args)]
pub(crate) struct Redact {
    /// The redacted bag
    #[arg(long, value_name = "BAG")]
    pub(crate) record: PathBuf,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// Flags of `reseal`.
#[derive(Args)]
pub(crate) struct Reseal {
    /// The bag to make
    #[arg(long, value_name = "BAG", required_unless_present = "record")]
    pub(crate) out: Option<PathBuf>,

    /// The changed data; without it the data of the bag are sealed again as they are
    #[arg(long, value_name = "DIR", conflicts_with = "record")]
    pub(crate) source: Option<PathBuf>,

    /// Number of the exhibit; without it as before
    #[arg(long, value_name = "NUMBER", conflicts_with = "record")]
    pub(crate) exhibit: Option<String>,

    /// A bag that was sealed again already and is not in the log yet
    #[arg(long, value_name = "BAG", conflicts_with = "out")]
    pub(crate) record: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// Flags of `examine-start` and `examine-end`.
#[derive(Args)]
pub(crate) struct Examine {
    /// How it is examined
    #[arg(long, value_name = "TEXT")]
    pub(crate) method: Option<String>,

    /// A file that came of it, named by its SHA-256 (repeatable)
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// Flags of `open`.
#[derive(Args)]
pub(crate) struct Open {
    /// What will be changed
    #[arg(long, value_name = "TEXT")]
    pub(crate) change: Option<String>,

    /// Why it will be changed
    #[arg(long, value_name = "TEXT")]
    pub(crate) change_reason: Option<String>,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// Flags of `object`.
#[derive(Args)]
pub(crate) struct Object {
    /// For whom it is noted
    #[arg(long, value_name = "NAME[:ROLE]")]
    pub(crate) on_behalf_of: Option<String>,

    /// Number of the event that it is about
    #[arg(long, value_name = "N")]
    pub(crate) event: Option<u32>,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// Flags of `correct`.
#[derive(Args)]
pub(crate) struct Correct {
    /// Number of the event that is corrected
    #[arg(long, value_name = "N")]
    pub(crate) event: u32,

    /// The field, such as purpose or place.address
    #[arg(long, value_name = "FIELD")]
    pub(crate) field: String,

    /// What it should have said
    #[arg(long, value_name = "TEXT")]
    pub(crate) value: String,

    /// Why
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// What happened.
#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum Kind {
    Loss,
    Mismatch,
    KeyCompromise,
    PhysicalSealBroken,
    Other,
}

impl Kind {
    /// The word in the record.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Loss => "loss",
            Self::Mismatch => "mismatch",
            Self::KeyCompromise => "key_compromise",
            Self::PhysicalSealBroken => "physical_seal_broken",
            Self::Other => "other",
        }
    }
}

/// Flags of `incident`.
#[derive(Args)]
pub(crate) struct Incident {
    /// Of which kind
    #[arg(long, value_enum)]
    pub(crate) kind: Kind,

    #[command(flatten)]
    pub(crate) common: EventArgs,
}

/// Flags of `publish`.
#[derive(Args)]
pub(crate) struct Publish {
    /// The bag
    #[arg(value_name = "BAG")]
    pub(crate) bag: PathBuf,

    /// The page that lies beside the bag
    #[arg(long, value_name = "FILE")]
    pub(crate) page: PathBuf,

    #[command(flatten)]
    pub(crate) anchors: AnchorArgs,
}
