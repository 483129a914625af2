//! One module a command: its flags, and a function that does the work and says how it ended.

mod accept;
mod audit;
mod completions;
mod custody;
mod demo;
mod extract;
mod fork;
mod key;
mod label;
mod log;
mod man;
mod pack;
mod profile;
mod receipt;
mod release;
mod report;
mod roster;
mod seal;
pub(crate) mod timestamp;
mod unpack;
mod verifier;
mod verify;

pub(crate) use audit::AuditUsageError;
pub(crate) use custody::CustodyUsageError;
pub(crate) use demo::DemoError;
pub(crate) use fork::ForkError;
pub(crate) use man::ManError;
pub(crate) use receipt::ReceiptUseError;
pub(crate) use report::ReportUseError;
pub(crate) use roster::{RosterEditError, RosterFileError};
pub(crate) use seal::SealUsageError;
pub(crate) use timestamp::{HttpError, TimestampError};
pub(crate) use verify::VerifyError;

use clap::Subcommand;

use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::Terminal;

/// What the program can do.
#[derive(Subcommand)]
pub(crate) enum Command {
    Demo(demo::Demo),
    /// Make a signing key, or show one
    #[command(subcommand)]
    Key(key::Key),
    /// Keep the roster that says whose key is whose
    #[command(subcommand)]
    Roster(roster::Roster),
    Seal(Box<seal::Seal>),
    /// Look at the profiles that say what a seal must state, or check one
    #[command(subcommand)]
    Profile(profile::Profile),
    Verify(verify::Verify),
    Verifier(verifier::Verifier),
    Audit(Box<audit::Audit>),
    Log(log::Log),
    Report(Box<report::Report>),
    Label(label::Label),
    Receipt(receipt::Receipt),
    /// Make or check the proof that a log was split
    #[command(subcommand)]
    Fork(fork::Fork),
    Extract(extract::Extract),
    Pack(pack::Pack),
    Unpack(unpack::Unpack),
    Release(Box<release::Release>),
    Accept(Box<accept::Accept>),
    Timestamp(Box<timestamp::Timestamp>),
    /// Enter an event into the custody log of a bag
    #[command(subcommand)]
    Custody(Box<custody::Custody>),
    /// Print a completion script for a shell
    Completions(completions::Completions),
    /// Write the manual pages
    Man(man::Man),
}

/// Runs one command.
///
/// # Errors
/// Whatever kept the command from its work; the error knows its exit code.
pub(crate) fn run(command: Command, terminal: &Terminal) -> Result<ExitClass, CliError> {
    match command {
        Command::Demo(command) => demo::run(command, terminal),
        Command::Seal(command) => seal::run(*command, terminal),
        Command::Log(command) => log::run(&command, terminal),
        Command::Report(command) => report::run(&command, terminal),
        Command::Label(command) => label::run(&command, terminal),
        Command::Receipt(command) => receipt::run(&command, terminal),
        Command::Timestamp(command) => timestamp::run(&command, terminal),
        Command::Fork(command) => fork::run(&command, terminal),
        Command::Verify(command) => verify::run(&command, terminal),
        Command::Verifier(command) => verifier::run(&command, terminal),
        Command::Audit(command) => audit::run(&command, terminal),
        Command::Extract(command) => extract::run(&command, terminal),
        Command::Pack(command) => pack::run(&command, terminal),
        Command::Unpack(command) => unpack::run(&command, terminal),
        Command::Release(command) => release::release(&command, terminal),
        Command::Accept(command) => accept::run(&command, terminal),
        Command::Custody(command) => custody::run(*command, terminal),
        Command::Key(command) => key::run(&command, terminal),
        Command::Roster(command) => roster::run(&command, terminal),
        Command::Profile(command) => profile::run(&command, terminal),
        Command::Completions(command) => completions::run(&command, terminal),
        Command::Man(command) => man::run(&command, terminal),
    }
}
