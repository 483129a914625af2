//! `sealbag roster`: who may sign as whom. A clerk edits a draft, the authority signs it.

mod edit;
mod export;
mod files;
mod lock;
mod recognize;
mod said;
mod show;
mod sign;

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand};
use sealbag_custody::roster::is_id;
use sealbag_custody::scalar::{Date, UtcTime};
use sealbag_custody::text::Text;

pub(crate) use edit::RosterEditError;
pub(crate) use files::RosterFileError;

use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::keys::KeyArgs;
use crate::terminal::Terminal;

/// What can be done with a roster.
#[derive(Subcommand)]
pub(crate) enum Roster {
    /// Begin a roster: writes FILE.draft
    New(New),
    /// Add a person and a key, or a further key of a person
    Add(Add),
    /// A key, or all keys of a person, are no longer used
    Retire(Retire),
    /// Somebody else may have a key
    Revoke(Revoke),
    /// Exchange the authority's keys in the next version
    Rekey(Rekey),
    /// Sign the draft with the authority's key, or with one of its keys after the other
    Sign(Sign),
    /// Take the roster of another authority for true: for a purpose, in some roles, for a time
    Recognize(Recognize),
    /// Enter a recognition into the next version, so that an older one is known to be old
    Enter(Enter),
    /// Show a roster, a draft or a recognition
    Show(Show),
    /// Write a signed roster in another form
    Export(Export),
}

/// The flags of `sealbag roster new`.
#[derive(Args)]
pub(crate) struct New {
    /// Name of the authority that keeps the roster
    #[arg(long, value_name = "NAME")]
    authority_name: Text,

    /// Its country
    #[arg(long)]
    country: Option<Text>,

    /// Public key of the authority; for an authority with several keys given once for each
    #[arg(long = "authority-key", value_name = "PUB")]
    authority_keys: Vec<PathBuf>,

    /// How many of the authority's keys must sign; needed where there are several
    #[arg(long, value_name = "K", requires = "authority_keys")]
    threshold: Option<u64>,

    /// Name that the signed roster is to have
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// The flags of `sealbag roster add`.
#[derive(Args)]
pub(crate) struct Add {
    /// The roster; if it is signed, a draft of the next version is begun
    file: PathBuf,

    /// Public key file of the person
    #[arg(long, value_name = "PUB")]
    key: PathBuf,

    /// Id of the person, 1 to 64 of a-z 0-9 . _ -; tells two persons of one name apart
    #[arg(long, value_parser = id)]
    id: Text,

    /// Name of a new person
    #[arg(long)]
    name: Option<Text>,

    /// Roles of this key, separated by commas
    #[arg(long = "role", value_name = "ROLE", value_delimiter = ',', required = true)]
    roles: Vec<Text>,

    /// First moment of validity, YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ, in UTC; without it, now
    #[arg(long, value_name = "TIME", value_parser = moment)]
    valid_from: Option<UtcTime>,

    /// First moment after the validity
    #[arg(long, value_name = "TIME", value_parser = moment)]
    valid_to: Option<UtcTime>,

    /// Body of a new person
    #[arg(long)]
    organisation: Option<Text>,

    /// Unit of that body
    #[arg(long)]
    unit: Option<Text>,

    /// Country of a new person
    #[arg(long)]
    country: Option<Text>,

    /// What qualifies a new person
    #[arg(long)]
    qualification: Option<Text>,

    /// Until when, YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    qualification_until: Option<Date>,
}

/// The flags of `sealbag roster retire`.
#[derive(Args)]
#[command(group(ArgGroup::new("which").args(["key", "id"]).required(true)))]
pub(crate) struct Retire {
    /// The roster; if it is signed, a draft of the next version is begun
    file: PathBuf,

    /// The key: its file, or its fingerprint SHA256:...
    #[arg(long, value_name = "PUB")]
    key: Option<PathBuf>,

    /// All keys of this person
    #[arg(long)]
    id: Option<Text>,

    /// From when on, YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ, in UTC
    #[arg(long, value_name = "TIME", value_parser = moment)]
    at: UtcTime,

    /// Why
    #[arg(long)]
    reason: Text,
}

/// The flags of `sealbag roster revoke`.
#[derive(Args)]
pub(crate) struct Revoke {
    /// The roster; if it is signed, a draft of the next version is begun
    file: PathBuf,

    /// The key: its file, or its fingerprint SHA256:...
    #[arg(long, value_name = "PUB")]
    key: PathBuf,

    /// The earliest moment from which somebody else may have had it, YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ, in UTC
    #[arg(long, value_name = "TIME", value_parser = moment)]
    compromised_since: UtcTime,

    /// What happened
    #[arg(long)]
    reason: Text,
}

/// The flags of `sealbag roster rekey`.
#[derive(Args)]
pub(crate) struct Rekey {
    /// The roster; if it is signed, a draft of the next version is begun
    file: PathBuf,

    /// Public key that the authority is to have; all of them are named, also those that stay
    #[arg(long = "authority-key", value_name = "PUB", required = true)]
    authority_keys: Vec<PathBuf>,

    /// How many of them must sign; needed where there are several
    #[arg(long, value_name = "K")]
    threshold: Option<u64>,

    /// Fewer keys than before shall be enough
    #[arg(long)]
    lower_threshold: bool,
}

/// The flags of `sealbag roster sign`.
#[derive(Args)]
pub(crate) struct Sign {
    /// The roster whose draft is to be signed; or FILE.part, a roster or recognition that others of the authority have signed
    file: PathBuf,

    /// Key of the authority, one of several; it has to be named
    #[command(flatten)]
    key: KeyArgs,

    /// The signed version before, if it does not lie beside the draft
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
}

/// The flags of `sealbag roster recognize`.
#[derive(Args)]
pub(crate) struct Recognize {
    /// Roster of the authority that is recognised; its keys are those that the recognition names
    file: PathBuf,

    /// Roster of the authority that recognises
    #[arg(long, value_name = "FILE")]
    by: PathBuf,

    /// The version before, if this one takes its place; what is not given again is taken from it
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,

    /// For what, in words
    #[arg(long, required_unless_present = "previous")]
    purpose: Option<Text>,

    /// Roles in which its persons count, separated by commas
    #[arg(long = "role", value_name = "ROLE", value_delimiter = ',', required_unless_present = "previous")]
    roles: Vec<Text>,

    /// First moment, YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ, in UTC
    #[arg(long, value_name = "TIME", value_parser = moment, required_unless_present = "previous")]
    valid_from: Option<UtcTime>,

    /// First moment after it
    #[arg(long, value_name = "TIME", value_parser = moment, required_unless_present = "previous")]
    valid_to: Option<UtcTime>,

    /// The lowest version of the other roster that counts; without it, that of FILE
    #[arg(long, value_name = "N")]
    minimum_version: Option<u64>,

    /// No longer in force from this moment on
    #[arg(long, value_name = "TIME", value_parser = moment, requires = "previous")]
    withdrawn: Option<UtcTime>,

    /// Why it is withdrawn
    #[arg(long, requires = "withdrawn")]
    reason: Option<Text>,

    /// Key of the authority that recognises, one of several; it has to be named
    #[command(flatten)]
    key: KeyArgs,

    /// File to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// The flags of `sealbag roster enter`.
#[derive(Args)]
pub(crate) struct Enter {
    /// The roster; if it is signed, a draft of the next version is begun
    file: PathBuf,

    /// A recognition that its authority has signed
    #[arg(long, value_name = "FILE")]
    recognition: PathBuf,
}

/// The flags of `sealbag roster show`.
#[derive(Args)]
pub(crate) struct Show {
    /// A signed roster, a draft or a recognition
    file: PathBuf,

    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

/// The flags of `sealbag roster export`.
#[derive(Args)]
pub(crate) struct Export {
    /// A signed roster
    file: PathBuf,

    /// As OpenSSH's `allowed_signers`, which `ssh-keygen -Y verify -f` reads
    #[arg(long, required_unless_present = "anchor", conflicts_with = "anchor")]
    allowed_signers: bool,

    /// The authority's keys and how many of them must sign: what a verifier is given with --authority
    #[arg(long)]
    anchor: bool,
}

/// Runs `sealbag roster`.
///
/// # Errors
/// A file that cannot be read or written, or is no roster; a change that the rules do not allow.
pub(crate) fn run(command: &Roster, terminal: &Terminal) -> Result<ExitClass, CliError> {
    match command {
        Roster::New(new) => edit::begin(new, terminal),
        Roster::Add(add) => edit::add(add, terminal),
        Roster::Retire(retire) => edit::retire(retire, terminal),
        Roster::Revoke(revoke) => edit::revoke(revoke, terminal),
        Roster::Rekey(rekey) => edit::rekey(rekey, terminal),
        Roster::Sign(sign) => sign::run(sign, terminal),
        Roster::Recognize(recognize) => recognize::run(recognize, terminal),
        Roster::Enter(enter) => edit::enter(enter, terminal),
        Roster::Show(show) => show::run(show, terminal),
        Roster::Export(export) => export::run(export, terminal),
    }
}

fn id(text: &str) -> Result<Text, String> {
    if !is_id(text) {
        return Err("an id is 1 to 64 of a-z 0-9 . _ -".to_owned());
    }
    Text::new(text).map_err(|error| error.to_string())
}

/// A day stands for its first moment in UTC.
fn moment(text: &str) -> Result<UtcTime, String> {
    let whole = if text.len() == 10 { format!("{text}T00:00:00Z") } else { text.to_owned() };
    whole.parse().map_err(|_| "a time is written YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ, in UTC".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_its_first_moment() {
        assert_eq!(moment("2026-03-01").expect("a day").to_string(), "2026-03-01T00:00:00Z");
        assert_eq!(moment("2026-03-01T10:00:00Z").expect("a time").to_string(), "2026-03-01T10:00:00Z");
        for wrong in ["2026-02-30", "yesterday", "2026-03-01T10:00", "01.03.2026"] {
            assert!(moment(wrong).is_err(), "{wrong}");
        }
    }
}
