//! `sealbag roster export`: the roster in forms that other programs read.

use super::Export;
use super::files;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::Terminal;

pub(super) fn run(export: &Export, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let roster = files::read_signed(&export.file)?;
    let record = roster.record();
    if export.anchor {
        terminal.print(&record.authority.keys.to_text())?;
        terminal.note(&terminal.words().text("say-roster-publish-anchor"));
        return Ok(ExitClass::Success);
    }
    terminal.print(&record.to_allowed_signers())?;
    let out = record.key.iter().filter(|key| key.retired.is_some() || key.compromised_since.is_some()).count();
    if out > 0 {
        terminal.note(&terminal.words().with("say-roster-keys-left-out", &[("n", &out)]));
    }
    Ok(ExitClass::Success)
}
