//! `sealbag timestamp`: tokens of time-stamp authorities over the events of a bag (`docs/spec/timestamps.md`).
//!
//! The only command that uses the network, and only to the URL that it is given.

mod check;
mod http;
mod report;
mod stamp;

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Args, FromArgMatches, Subcommand};
use sealbag_timestamp::{AnchorError, Anchors, Fault, MAX_ANCHORS_LEN, Oid};

use super::custody::EventArgs;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::new_file::PlaceError;
use crate::terminal::{Terminal, harmless};
use crate::text_file;
pub(crate) use http::HttpError;
pub(crate) use stamp::require_over;

/// Get a token of a time-stamp authority over the log, attach one that was carried in, or check one
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Timestamp {
    #[command(flatten)]
    how: How,

    /// Policy that the authority is asked for, as numbers with dots
    #[arg(long, value_name = "OID", value_parser = oid)]
    tsa_policy: Option<Oid>,

    /// Number of the event that is stamped; without it the last one
    #[arg(long, value_name = "N")]
    event: Option<u32>,

    /// Request that --attach answers, as --request wrote it: it holds the number that only its answer has
    #[arg(long, value_name = "FILE", conflicts_with_all = ["tsa", "request"])]
    request_file: Option<PathBuf>,

    /// Attach the token without an event that lists it: anybody can, without a key
    #[arg(long)]
    no_event: bool,

    #[command(flatten)]
    common: Common,

    #[command(subcommand)]
    command: Option<Action>,
}

/// The bag and the flags of an event; nothing if a sub-command stands there.
struct Common(Option<EventArgs>);

impl FromArgMatches for Common {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Self::from_arg_matches_mut(&mut matches.clone())
    }

    fn from_arg_matches_mut(matches: &mut ArgMatches) -> Result<Self, clap::Error> {
        let has_bag = matches.contains_id("bag");
        Ok(Self(has_bag.then(|| EventArgs::from_arg_matches_mut(matches)).transpose()?))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for Common {
    fn augment_args(command: clap::Command) -> clap::Command {
        EventArgs::augment_args(command)
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        EventArgs::augment_args_for_update(command)
    }
}

/// Where a token comes from.
#[derive(Args)]
#[group(required = true, multiple = false)]
struct How {
    /// Ask this authority, over HTTP; may be given several times
    #[arg(long, value_name = "URL")]
    tsa: Vec<String>,

    /// Write a request to carry to an authority
    #[arg(long, value_name = "OUT")]
    request: Option<PathBuf>,

    /// Attach this answer or token; may be given several times
    #[arg(long, value_name = "FILE")]
    attach: Vec<PathBuf>,
}

/// What else can be done with tokens.
#[derive(Subcommand)]
enum Action {
    /// Say whether a token proves when a file existed
    Check(check::Check),
}

/// Why no token was stored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum TimestampError {
    /// The token, or the answer, does not count.
    #[error("{}", harmless(&fault.to_string()))]
    Fault {
        /// Why.
        fault: Box<Fault>,
    },
    /// The authority was not reached, or gave no answer.
    #[error(transparent)]
    Http(#[from] HttpError),
    /// A file of certificates that gives none.
    #[error("no certificates can be read: {0}")]
    Anchors(#[from] AnchorError),
    /// The request is over something else than the event.
    #[error("the request is not over event {index} of this bag")]
    OtherRequest {
        /// The number of the event.
        index: u32,
    },
    /// The request asked for a digest or version that is not read, or is none.
    #[error("this is no request that can be read: {}", harmless(&.0.to_string()))]
    Request(Box<Fault>),
    /// A request has no place there.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// There is no event of that number.
    #[error("there is no event {index}; the last one is event {last}")]
    NoEvent {
        /// The number given.
        index: u32,
        /// The last one.
        last: u64,
    },
    /// The event changed while it was read.
    #[error("event {index} changed while it was read")]
    Changed {
        /// The number of the event.
        index: u32,
    },
    /// The data, or a place, cannot be read.
    #[error("cannot read the {what}")]
    Read {
        /// What was to be read.
        what: &'static str,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
}

impl From<Fault> for TimestampError {
    fn from(fault: Fault) -> Self {
        Self::Fault { fault: Box::new(fault) }
    }
}

/// Runs `sealbag timestamp`.
///
/// # Errors
/// The bag is not as it should be, an authority gave nothing, or what it gave does not count; then nothing was stored.
pub(crate) fn run(command: &Timestamp, terminal: &Terminal) -> Result<ExitClass, CliError> {
    match (&command.command, &command.common.0) {
        (Some(Action::Check(check)), _) => check::run(check, terminal),
        (None, Some(common)) => stamp::run(command, common, terminal),
        // The command line requires BAG; this is what it would say.
        (None, None) => Err(super::CustodyUsageError::missing("BAG").into()),
    }
}

fn oid(text: &str) -> Result<Oid, String> {
    Oid::new(text).map_err(|_| "a policy is written as numbers with dots, such as 1.2.3.4".to_owned())
}

/// All certificates of all files.
///
/// # Errors
/// A file that is not there, or gives none.
pub(crate) fn read_anchors(paths: &[PathBuf]) -> Result<Anchors, CliError> {
    paths.iter().try_fold(Anchors::default(), |anchors, path| Ok(anchors.with(read_anchor_file(path)?)))
}

fn read_anchor_file(path: &Path) -> Result<Anchors, CliError> {
    let bytes = text_file::read_bytes(path, "file of certificates", MAX_ANCHORS_LEN as u64);
    let bytes = bytes.map_err(|error| CliError::from(error).at(path))?;
    Anchors::parse(&bytes).map_err(|error| CliError::from(TimestampError::from(error)).at(path))
}
