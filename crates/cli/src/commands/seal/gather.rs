//! What the profile demands and nobody has given yet: asked for on a terminal, else named all at once.

use std::path::{Path, PathBuf};

use sealbag::seal::RosterFile;
use sealbag_custody::key_file;
use sealbag_custody::page::PageError;
use sealbag_custody::profile::{self, Need, Profile};
use sealbag_custody::roster::VerifiedRoster;
use sealbag_custody::seal_record::{Cosigner, RosterReference};
use sealbag_custody::statement::Statement;
use sealbag_report::Language;

use super::SealUsageError;
use crate::diagnose::CliError;
use crate::keys;
use crate::profiles::said;
use crate::prompt::Prompt;
use crate::terminal::{Terminal, harmless, is_blank, shown};
use crate::text_file;
use crate::words::{Sentence, Words};

/// The flags that give a field of the seal; all others stand in a form.
const FLAGS: [(&str, &str); 3] = [
    ("exhibit.number", "--exhibit NUMBER"),
    ("case.number", "--case NUMBER"),
    ("exhibit.description", "--description TEXT"),
];

/// The name by which an error calls a cosigner's file.
const COSIGNER: &str = "--cosigner";

/// Asks for every required field that is missing, then for those that may stay empty.
///
/// # Errors
/// The input ended, or the answers make no statement.
pub(super) fn ask(
    profile: &Profile,
    mut statement: Statement,
    prompt: &Prompt,
    terminal: &Terminal,
) -> Result<Statement, CliError> {
    let required = profile::needs(&statement, profile.required_in_seal());
    let asked = profile::needs(&statement, profile.seal.asked.iter().map(|field| field.as_str()));
    let words = terminal.words();
    let mut answers = Vec::new();
    for (need, may_be_empty) in
        required.into_iter().map(|need| (need, false)).chain(asked.into_iter().map(|need| (need, true)))
    {
        let question = question(profile, &need, may_be_empty, words);
        let answer = loop {
            let answer = prompt.line(&question, may_be_empty.then_some(""))?;
            match need.check(&answer) {
                _ if answer.is_empty() && may_be_empty => break None,
                Ok(()) if is_blank(&answer) => terminal.say(&words.text("say-answer-blank")),
                Ok(()) => break Some(answer),
                Err(error) => {
                    let error = harmless(&words.sentence(&Sentence::of(&error)));
                    terminal.say(&words.with("say-answer-again", &[("error", &error)]));
                }
            }
        };
        answers.extend(answer.map(|answer| (need, answer)));
    }
    if !answers.is_empty() {
        statement = profile::fill(&statement, &answers).map_err(|source| SealUsageError::Answers { source })?;
    }
    Ok(statement)
}

/// Asks for the public keys of as many cosigners as the profile wants.
///
/// # Errors
/// The input ended, or a file holds no public key with a name.
pub(super) fn ask_cosigners(
    profile: &Profile,
    cosigners: &mut Vec<Cosigner>,
    prompt: &Prompt,
    terminal: &Terminal,
) -> Result<(), CliError> {
    let words = terminal.words();
    while (cosigners.len() as u64) < profile.cosigners.at_least {
        let question = words.with("say-ask-cosigner", &[("who", &called(profile, words))]);
        cosigners.push(cosigner(&PathBuf::from(prompt.line(&question, None)?))?);
    }
    Ok(())
}

/// A cosigner from a public key file; the name is the comment of the key.
///
/// # Errors
/// If the file holds no public key, or no name beside it.
pub(super) fn cosigner(path: &Path) -> Result<Cosigner, CliError> {
    let (key, comment) = key_file::read_public(path)?;
    let name = keys::name(path, comment)?.ok_or_else(|| SealUsageError::NoName { file: shown(path) })?;
    if is_blank(&name) {
        return Err(CliError::from(SealUsageError::Blank { what: COSIGNER }).at(path));
    }
    Ok(Cosigner { name, key, role: None })
}

/// A roster, verified against the authority that it names itself, and what the seal says of it.
///
/// # Errors
/// If the file cannot be read or is no roster.
pub(super) fn roster(path: &Path) -> Result<(VerifiedRoster, RosterFile), CliError> {
    let at = |error: CliError| error.at(path);
    let bytes =
        text_file::read_bytes(path, "roster", VerifiedRoster::MAX_FILE_LEN as u64).map_err(|error| at(error.into()))?;
    let rosters = VerifiedRoster::read_file(&bytes).map_err(|source| at(SealUsageError::Roster { source }.into()))?;
    // The others are there for those who know older keys of the authority.
    let newest = rosters.into_iter().max_by_key(|roster| roster.record().version);
    let roster = newest.ok_or_else(|| at(SealUsageError::Roster { source: PageError::NoSignature.into() }.into()))?;
    let reference = RosterReference {
        authority: roster.origin().clone(),
        version: roster.record().version,
        sha256: roster.sha256(),
    };
    Ok((roster, RosterFile { bytes, reference }))
}

/// Something that is missing.
pub(super) struct Missing {
    /// What it is, and the flag or the field of the form that gives it.
    pub(super) text: String,
    /// True if no flag gives it.
    pub(super) stands_in_a_form: bool,
}

/// Everything that is missing.
pub(super) fn missing(profile: &Profile, statement: &Statement, cosigners: usize, words: &Words) -> Vec<Missing> {
    let needs = profile::needs(statement, profile.required_in_seal());
    let mut missing: Vec<Missing> = needs.iter().map(|need| describe(profile, need, words)).collect();
    let lacking = profile.cosigners.at_least.saturating_sub(cosigners as u64);
    if lacking > 0 {
        let who = called(profile, words);
        let text = match lacking {
            1 => words.with("say-missing-cosigner", &[("who", &who)]),
            _ => words.with("say-missing-cosigners", &[("count", &lacking), ("who", &who)]),
        };
        missing.push(Missing { text, stands_in_a_form: false });
    }
    missing
}

fn describe(profile: &Profile, need: &Need, words: &Words) -> Missing {
    let language = words.catalogue().language();
    let label = profile.seal_label(&need.field).map(|label| match language {
        Language::English => label.words.en.to_string(),
        _ => said(&label.words, language),
    });
    let label = label.unwrap_or_else(|| need.field.clone());
    let flag = FLAGS.iter().find(|(field, _)| *field == need.field);
    let source = match flag {
        Some((_, flag)) => (*flag).to_owned(),
        None if need.entry == 0 => words.with("say-missing-in-form", &[("field", &need.field)]),
        None => words.with("say-missing-in-form-entry", &[("field", &need.field), ("entry", &(need.entry + 1))]),
    };
    Missing { text: format!("{} ({source})", harmless(&label)), stands_in_a_form: flag.is_none() }
}

fn question(profile: &Profile, need: &Need, may_be_empty: bool, words: &Words) -> String {
    let label = profile.seal_label(&need.field);
    let language = words.catalogue().language();
    let mut question = label.map_or_else(|| need.field.clone(), |label| said(&label.words, language));
    if need.entry > 0 {
        question = words.with("say-ask-entry", &[("question", &question), ("entry", &(need.entry + 1))]);
    }
    let help = label.and_then(|label| label.help.as_ref()).map(|help| words.help(help));
    let empty = may_be_empty.then(|| words.text("say-ask-may-be-empty"));
    let notes: Vec<String> = [help, need.form().map(str::to_owned), empty].into_iter().flatten().collect();
    if !notes.is_empty() {
        question.push_str(&format!(" ({})", notes.join("; ")));
    }
    harmless(&question)
}

fn called(profile: &Profile, words: &Words) -> String {
    let language = words.catalogue().language();
    let who = profile.cosigners.words.as_ref().map(|who| said(who, language));
    harmless(&who.unwrap_or_else(|| words.text("say-second-person")))
}
