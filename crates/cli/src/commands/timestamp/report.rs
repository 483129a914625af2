//! What is told of tokens that were stored, and of a request that was written.

use std::fmt::Display;
use std::path::Path;

use sealbag::append::Appended;
use sealbag_custody::event::TokenReference;
use sealbag_custody::log_store::Durability;
use sealbag_timestamp::{Chain, Examined, Request, Statement};
use serde::Serialize;

use super::stamp::Stamped;
use crate::columns::Columns;
use crate::commands::custody::desk::Desk;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{record_text, shown};
use crate::words::Words;

/// Whether the number of the request was compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Nonce {
    /// It is that of the request.
    Matched,
    /// The request is not known.
    NotChecked,
}

/// A token that holds as far as it could be judged.
pub(super) struct Judged {
    pub(super) bytes: Vec<u8>,
    pub(super) examined: Examined,
    /// `None` if no certificates from outside were given.
    pub(super) chain: Option<Chain>,
    pub(super) nonce: Nonce,
    /// Where it came from, safe to show.
    pub(super) origin: String,
}

/// What `--json` prints (`docs/spec/timestamped.schema.json`).
#[derive(Serialize)]
struct Report {
    format: &'static str,
    bag: String,
    index: u32,
    event: String,
    request: Option<RequestShown>,
    tokens: Vec<TokenShown>,
    entered: Option<Entered>,
}

#[derive(Serialize)]
struct RequestShown {
    file: String,
    imprint: String,
    nonce: Option<String>,
    policy: Option<String>,
}

#[derive(Serialize)]
struct TokenShown {
    file: String,
    number: u64,
    sha256: String,
    origin: String,
    #[serde(flatten)]
    statement: StatementShown,
    tsa: String,
    certificate_not_after: String,
    nonce_checked: bool,
    chain: Option<Vec<String>>,
}

/// What a token says, in JSON.
#[derive(Serialize)]
pub(super) struct StatementShown {
    gen_time: String,
    accuracy: Option<String>,
    earliest: String,
    latest: String,
    policy: String,
    serial: String,
    nonce: Option<String>,
    imprint: String,
}

impl StatementShown {
    pub(super) fn of(statement: &Statement) -> Self {
        Self {
            gen_time: statement.gen_time.to_string(),
            accuracy: statement.accuracy.map(|accuracy| accuracy.to_string()),
            earliest: statement.earliest.to_string(),
            latest: statement.latest.to_string(),
            policy: statement.policy.to_string(),
            serial: statement.serial.clone(),
            nonce: statement.nonce.as_ref().map(ToString::to_string),
            imprint: statement.imprint.to_string(),
        }
    }
}

/// The event that lists the tokens.
#[derive(Serialize)]
struct Entered {
    index: u64,
    event: String,
    durable: bool,
}

/// Tells of a request.
pub(super) fn tell_request(desk: &Desk<'_>, stamped: &Stamped, request: &Request, out: &Path) -> Result<(), CliError> {
    let shown_request = RequestShown {
        file: shown(out),
        imprint: request.imprint.to_string(),
        nonce: request.nonce.as_ref().map(ToString::to_string),
        policy: request.policy.map(|policy| policy.to_string()),
    };
    if desk.args.json {
        return Ok(desk.terminal.print_json(&Report {
            format: "sealbag/timestamped/v1",
            bag: shown(desk.bag()),
            index: stamped.index,
            event: stamped.hash.to_hex(),
            request: Some(shown_request),
            tokens: Vec::new(),
            entered: None,
        })?);
    }
    let words = desk.terminal.words();
    let values: [(&str, &dyn Display); 2] = [("n", &stamped.index), ("path", &shown_request.file)];
    let mut block = Columns::new(desk.terminal.language());
    block.line(words.text("say-stamp-imprint"), &shown_request.imprint);
    shown_request.nonce.iter().for_each(|nonce| block.line(words.text("say-stamp-nonce"), nonce));
    shown_request.policy.iter().for_each(|policy| block.line(words.text("say-stamp-policy"), policy));
    let heading = words.with("say-stamp-request", &values);
    Ok(desk.terminal.print(&format!("{heading}\n{}", block.paragraphs(13)))?)
}

/// Tells of tokens that are stored.
pub(super) fn tell(
    desk: &Desk<'_>,
    stamped: &Stamped,
    judged: &[Judged],
    stored: &[TokenReference],
    appended: Option<&Appended>,
) -> Result<ExitClass, CliError> {
    let file = |number: u64| format!("custody/{:06}.{number}.tsr", stamped.index);
    let pairs = || judged.iter().zip(stored);
    let told = if desk.args.json {
        let tokens = pairs().map(|(one, reference)| TokenShown {
            file: file(reference.number),
            number: reference.number,
            sha256: reference.sha256.to_hex(),
            origin: one.origin.clone(),
            statement: StatementShown::of(one.examined.statement()),
            tsa: record_text(&one.examined.tsa()),
            certificate_not_after: one.examined.certificate_not_after().to_string(),
            nonce_checked: one.nonce == Nonce::Matched,
            chain: one.chain.as_ref().map(|chain| chain.fingerprints.iter().map(ToString::to_string).collect()),
        });
        desk.terminal.print_json(&Report {
            format: "sealbag/timestamped/v1",
            bag: shown(desk.bag()),
            index: stamped.index,
            event: stamped.hash.to_hex(),
            request: None,
            tokens: tokens.collect(),
            entered: appended.map(|appended| Entered {
                index: appended.record.index,
                event: appended.hash.to_hex(),
                durable: appended.durability == Durability::Synced,
            }),
        })
    } else {
        let words = desk.terminal.words();
        let mut text = String::new();
        for (one, reference) in pairs() {
            let statement = one.examined.statement();
            let values: [(&str, &dyn Display); 2] = [("n", &stamped.index), ("path", &file(reference.number))];
            text.push_str(&format!("{}\n", words.with("say-stamp-over", &values)));
            let mut block = Columns::new(desk.terminal.language());
            block.line(words.text("say-stamp-from"), &one.origin);
            statement_lines(&mut block, statement, &one.examined.tsa(), words);
            let chain = if one.chain.is_some() { "say-stamp-chain-leads" } else { "say-stamp-chain-not-checked" };
            block.line(words.text("say-stamp-chain"), words.text(chain));
            if one.nonce == Nonce::NotChecked {
                block.line(words.text("say-stamp-nonce"), words.text("say-stamp-nonce-not-checked"));
            }
            text.push_str(&block.paragraphs(13));
        }
        let end = match appended {
            Some(appended) => {
                let values: [(&str, &dyn Display); 2] =
                    [("n", &appended.record.index), ("hash", &appended.hash.to_hex())];
                words.with("say-stamp-entered", &values)
            }
            None => words.text("say-stamp-not-entered"),
        };
        text.push_str(&format!("{end}\n"));
        desk.terminal.print(&text)
    };
    told.map_err(|error| CliError::untold(&error, "hint-stamp-stored"))?;
    Ok(ExitClass::Success)
}

/// What a token says, in words.
pub(super) fn statement_lines(block: &mut Columns, statement: &Statement, tsa: &str, words: &Words) {
    let mut line = |label: &'static str, value: String| block.line(words.text(label), value);
    line("ui-time", statement.gen_time.to_string());
    line(
        "say-stamp-accuracy",
        match statement.accuracy {
            Some(accuracy) => {
                let values: [(&str, &dyn Display); 3] =
                    [("accuracy", &accuracy), ("from", &statement.earliest), ("to", &statement.latest)];
                words.with("say-stamp-accuracy-stated", &values)
            }
            None => words.text("say-stamp-accuracy-not-stated"),
        },
    );
    line("say-stamp-authority", tsa.to_owned());
    line("say-stamp-policy", statement.policy.to_string());
    line("say-stamp-serial", statement.serial.clone());
}
