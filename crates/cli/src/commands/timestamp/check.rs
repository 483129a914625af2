//! `sealbag timestamp check`: any token over any file, offline.

use std::fs::File;
use std::path::PathBuf;

use clap::Args;
use sealbag_custody::log_store::MAX_TOKEN_LEN;
use sealbag_timestamp::{Attested, Expected, Fault, Imprint, MAX_REQUEST_LEN, Oid, Request, Token, UtcSecond, Weight};
use serde::Serialize;

use super::report::{StatementShown, statement_lines};
use super::{TimestampError, oid, read_anchors};
use crate::columns::Columns;
use crate::commands::custody::desk;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{Terminal, Tone, harmless, record_text, shown};
use crate::text_file;
use crate::words::Sentence;

/// The flags of `sealbag timestamp check`.
#[derive(Args)]
pub(super) struct Check {
    /// What was stamped; for a bag, an event such as BAG/custody/000000.txt
    #[arg(long, value_name = "FILE")]
    data: PathBuf,

    /// The token, or the answer of the authority that holds it
    #[arg(long, value_name = "FILE")]
    token: PathBuf,

    /// Certificates of the time-stamp authority or of those above it; may be given several times
    #[arg(long, value_name = "PEM", required = true)]
    tsa_ca: Vec<PathBuf>,

    /// Policy under which it must have been made
    #[arg(long, value_name = "OID", value_parser = oid)]
    policy: Option<Oid>,

    /// Request that it must answer
    #[arg(long, value_name = "FILE")]
    request: Option<PathBuf>,

    /// Print the result as one JSON object
    #[arg(long)]
    json: bool,
}

/// What `--json` prints (`docs/spec/timestamp-check.schema.json`).
#[derive(Serialize)]
struct Report {
    format: &'static str,
    data: String,
    token: String,
    outcome: &'static str,
    code: Option<&'static str>,
    reason: Option<String>,
    nonce_checked: bool,
    statement: Option<StatementShown>,
    tsa: Option<String>,
    certificate_not_after: Option<String>,
    chain_not_after: Option<String>,
    expired_since: Option<bool>,
    chain: Option<Vec<String>>,
}

/// Judges a token.
///
/// # Errors
/// A file that cannot be read. That the token does not hold is an answer, not an error.
pub(super) fn run(check: &Check, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let anchors = read_anchors(&check.tsa_ca)?;
    let bytes = text_file::read_bytes(&check.token, "time-stamp token", MAX_TOKEN_LEN as u64);
    let bytes = bytes.map_err(|error| CliError::from(error).at(&check.token))?;
    let request = match &check.request {
        None => None,
        Some(path) => {
            let bytes = text_file::read_bytes(path, "request", MAX_REQUEST_LEN as u64);
            let bytes = bytes.map_err(|error| CliError::from(error).at(path))?;
            let refuse = |fault| CliError::from(TimestampError::Request(Box::new(fault))).at(path);
            Some(Request::parse(&bytes).map_err(refuse)?)
        }
    };
    let failed = |source| CliError::from(TimestampError::Read { what: "data", source }).at(&check.data);
    // A token that cannot be read does not say by which digest the data are named.
    let parsed = Token::parse(&bytes);
    let imprint = match &parsed {
        Err(_) => None,
        Ok(token) => {
            let file = File::open(&check.data).map_err(failed)?;
            Some(Imprint::of_reader(token.statement().imprint.algorithm(), file).map_err(failed)?)
        }
    };
    let verify = |token: &Token, imprint: Imprint| {
        let mut data = Expected::imprint(imprint);
        if let Some(policy) = check.policy {
            data = data.under(policy);
        }
        let attested = token.verify(&data, &anchors)?;
        if let Some(request) = &request {
            token.examine(&Expected::answer_to(request), &anchors)?;
        }
        Ok(attested)
    };
    let verdict = match (&parsed, imprint) {
        (Ok(token), Some(imprint)) => verify(token, imprint),
        (Err(fault), _) => Err(fault.clone()),
        (Ok(_), None) => Err(Fault::AttributesMissing),
    };
    let nonce_checked = request.is_some_and(|request| request.nonce.is_some());
    tell(check, parsed.ok().as_ref(), &verdict, nonce_checked, terminal)
}

fn tell(
    check: &Check,
    token: Option<&Token>,
    verdict: &Result<Attested, Fault>,
    nonce_checked: bool,
    terminal: &Terminal,
) -> Result<ExitClass, CliError> {
    let now = UtcSecond::from_unix_seconds(desk::now().unix_seconds());
    let attested = verdict.as_ref().ok();
    let fault = verdict.as_ref().err();
    let (exit, outcome) = match fault.map(Fault::weight) {
        None => (ExitClass::Success, "holds"),
        Some(Weight::DoesNotHold) => (ExitClass::Violated, "does_not_hold"),
        Some(Weight::CannotTell) => (ExitClass::Undetermined, "cannot_tell"),
    };
    let expired = attested.zip(now).map(|(attested, now)| attested.expired_by(now));
    if check.json {
        terminal.print_json(&Report {
            format: "sealbag/timestamp-check/v1",
            data: shown(&check.data),
            token: shown(&check.token),
            outcome,
            code: fault.map(Fault::code),
            reason: fault.map(|fault| harmless(&fault.to_string())),
            nonce_checked,
            statement: token.map(|token| StatementShown::of(token.statement())),
            tsa: attested.map(|attested| record_text(&attested.tsa)),
            certificate_not_after: attested.map(|attested| attested.certificate_not_after.to_string()),
            chain_not_after: attested.map(|attested| attested.chain.not_after.to_string()),
            expired_since: expired,
            chain: attested.map(|attested| attested.chain.fingerprints.iter().map(ToString::to_string).collect()),
        })?;
        return Ok(exit);
    }
    let words = terminal.words();
    let heading = |tone, key| terminal.paint(tone, &words.text(key));
    let mut text = match fault {
        Some(fault) => {
            let heading = match fault.weight() {
                Weight::DoesNotHold => heading(Tone::Bad, "say-stamp-bad"),
                Weight::CannotTell => heading(Tone::Caution, "say-stamp-cannot-tell"),
            };
            let reason = harmless(&words.sentence(&Sentence::of(fault)));
            format!("{heading}\n  {reason} ({})\n", fault.code())
        }
        None => format!("{}\n", heading(Tone::Good, "say-stamp-good")),
    };
    if let Some(attested) = attested {
        let mut block = Columns::new(terminal.language());
        statement_lines(&mut block, &attested.statement, &attested.tsa, words);
        let mut label = words.text("say-stamp-chain");
        for fingerprint in &attested.chain.fingerprints {
            block.line(std::mem::take(&mut label), fingerprint.to_string());
        }
        if expired == Some(true) {
            let ended = words.with("say-stamp-chain-ended", &[("time", &attested.chain.not_after)]);
            block.line(words.text("say-stamp-remark"), ended);
        }
        text.push_str(&block.paragraphs(13));
    }
    terminal.print(&text)?;
    Ok(exit)
}
