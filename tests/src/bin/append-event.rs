//! Appends a file's bytes to a bag's custody log: `append-event BAG INDEX FILE [WAIT_MS]`. One event a process, so that it
//! can be killed, traced and raced.
//!
//! Exit 0: published, and standard output says `synced` or `unknown`; 3: another has the number, and its page is on
//! standard output; 4: refused or failed, and nothing was published; 5: not known; 6: another writer holds the lock.

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use sealbag_custody::log_store::{AppendError, Durability, LogStore, Published};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let (code, output) = match append(&arguments) {
        Ok(Published { durability: Durability::Synced, .. }) => (0, b"synced".to_vec()),
        Ok(Published { durability: Durability::Unknown, .. }) => (0, b"unknown".to_vec()),
        Err(AppendError::Taken { winner, .. }) => (3, winner),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error}: {:?}", std::error::Error::source(&error));
            let code = match error {
                AppendError::Undetermined { .. } => 5,
                AppendError::Busy { .. } => 6,
                _ => 4,
            };
            (code, vec![])
        }
    };
    // The exit code stands even if nobody can read the rest.
    let _ = std::io::stdout().write_all(&output);
    ExitCode::from(code)
}

fn append(arguments: &[OsString]) -> Result<Published, AppendError> {
    let [bag, index, file, wait @ ..] = arguments else { panic!("append-event BAG INDEX FILE [WAIT_MS]") };
    let number = |text: &OsString| text.to_str().and_then(|text| text.parse().ok()).expect("a number");
    let wait = Duration::from_millis(wait.first().map_or(60_000, number));
    let page = std::fs::read(file).map_err(|source| AppendError::Io { path: file.into(), action: "read", source })?;
    let log = LogStore::open(Path::new(bag))?;
    let writer = log.lock(wait)?;
    writer.publish(u32::try_from(number(index)).expect("a number"), &page)
}
