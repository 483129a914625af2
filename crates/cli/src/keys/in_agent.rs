//! A key in the ssh-agent: found there, and used with the person told when it has to be touched.

use std::env;
use std::path::Path;
use std::time::Duration;

use sealbag_custody::key::{SignError, Signer};
use sealbag_custody::key_file;
use sealbag_custody::sshsig::Namespace;
use sealbag_custody::text::Text;
use sealbag_signers::agent::{Agent, AgentError, AgentSigner, Identity, Limits, Listing};

use super::{InAgent, KeysError, SignerKey, name};
use crate::diagnose::CliError;
use crate::prompt::Prompt;
use crate::terminal::{Terminal, is_blank, record_text};
use crate::words::Words;

/// How long an agent may take to say what it has, where that is only a help.
const GLANCE: Limits = Limits { list: Duration::from_secs(2), sign: Duration::from_secs(2) };

/// So many keys of an agent are shown in a hint.
const SHOWN_KEYS: usize = 8;

/// Finds the key in the agent of this user.
///
/// # Errors
/// There is no agent, it does not have the key, or the public key file cannot be read.
pub(super) fn open(wanted: &InAgent, words: &Words) -> Result<SignerKey, CliError> {
    let (fingerprint, from_file) = match wanted {
        InAgent::Fingerprint(given) => (given.clone(), None),
        InAgent::PublicFile(path) => {
            let (key, comment) = key_file::read_public(path)?;
            (key.fingerprint(), Some((key, name(path, comment)?)))
        }
    };
    let agent = of_user()?;
    let listing = agent.list().map_err(KeysError::Agent)?;
    let found = listing.keys.iter().find(|identity| match &from_file {
        // Keys are compared whole.
        Some((key, _)) => identity.key == *key,
        None => identity.key.fingerprint() == fingerprint,
    });
    let Some(identity) = found else { return Err(absent(&listing, fingerprint, wanted).into()) };
    let name = match from_file {
        Some((_, name)) => name,
        None => name_of(identity),
    };
    Ok(SignerKey::in_agent(agent.signer(identity.key.clone()), name, words))
}

/// What a user of this machine can sign with, for a hint; empty also where nothing can be learnt.
pub(crate) fn what_it_has() -> Vec<String> {
    let listing = of_user().and_then(|agent| agent.within(GLANCE).list().map_err(KeysError::Agent));
    listing.map(|listing| lines(&listing)).unwrap_or_default()
}

/// Lets a person choose among what the agent has; `None` if it has nothing, or none of it is wanted.
///
/// # Errors
/// The input ended.
pub(crate) fn choose(prompt: &Prompt, terminal: &Terminal) -> Result<Option<SignerKey>, CliError> {
    let Ok(agent) = of_user().map(|agent| agent.within(GLANCE)) else { return Ok(None) };
    let keys = agent.list().map(|listing| listing.keys).unwrap_or_default();
    if keys.is_empty() {
        return Ok(None);
    }
    let words = terminal.words();
    terminal.say(&words.text("say-agent-keys"));
    for (number, identity) in keys.iter().enumerate() {
        terminal.say(&format!("  {}  {}", number + 1, line(identity)));
    }
    loop {
        let answer = prompt.line(&words.text("say-ask-which-key"), Some("1"))?;
        let chosen = answer.parse::<usize>().ok().and_then(|number| keys.get(number.checked_sub(1)?));
        match chosen {
            Some(identity) => {
                let signer = of_user()?.signer(identity.key.clone());
                return Ok(Some(SignerKey::in_agent(signer, name_of(identity), words)));
            }
            None if answer == "new" => return Ok(None),
            None => terminal.say(&words.text("say-answer-key")),
        }
    }
}

fn of_user() -> Result<Agent, KeysError> {
    Agent::of_user(env::var_os("SSH_AUTH_SOCK")).map_err(KeysError::Agent)
}

fn absent(listing: &Listing, fingerprint: String, wanted: &InAgent) -> KeysError {
    if let Some(other) = listing.others.iter().find(|other| other.fingerprint == fingerprint) {
        return KeysError::UnusableInAgent { fingerprint, why: other.why.clone() };
    }
    let file = match wanted {
        InAgent::PublicFile(path) => Some(path.clone()),
        InAgent::Fingerprint(_) => None,
    };
    KeysError::NotInAgent { fingerprint, file, has: lines(listing) }
}

/// The comment in the agent as a name, where it can be one: providers of smart cards give the path of a library.
fn name_of(identity: &Identity) -> Option<Text> {
    let comment = Some(identity.comment.as_str()).filter(|text| !is_blank(text) && !Path::new(text).is_absolute());
    comment.and_then(|text| Text::new(text).ok())
}

fn lines(listing: &Listing) -> Vec<String> {
    let mut lines: Vec<_> = listing.keys.iter().take(SHOWN_KEYS).map(line).collect();
    if listing.keys.len() > SHOWN_KEYS {
        lines.push(format!("... (+{})", listing.keys.len() - SHOWN_KEYS));
    }
    lines
}

fn line(identity: &Identity) -> String {
    format!("{} {} {}", identity.key.fingerprint(), identity.key.key_type(), record_text(&identity.comment))
        .trim_end()
        .to_owned()
}

/// What is said to the person who has to touch a security key.
pub(super) struct Said {
    touch: String,
    missed: String,
    again: String,
    yes: String,
}

impl Said {
    /// In the words of a language.
    pub(super) fn new(signer: &AgentSigner, words: &Words) -> Self {
        Self {
            touch: words.with("say-touch-now", &[("key", &signer.public_key().fingerprint())]),
            missed: words.text("say-touch-missed"),
            again: words.text("say-ask-touch-again"),
            yes: words.text("ui-yes"),
        }
    }
}

/// Signs with a key in the agent; tells the person before the screen when it has to be touched.
pub(super) fn sign(
    signer: &AgentSigner,
    said: &Said,
    say: &dyn Fn(&str),
    namespace: Namespace,
    message: &[u8],
) -> Result<String, SignError> {
    loop {
        if signer.needs_touch() {
            say(&said.touch);
        }
        match signer.sign(namespace, message) {
            Err(error) if signer.needs_touch() && was_not_touched(&error) && wants_again(said, say) => {}
            signed => return signed,
        }
    }
}

/// A security key that nobody touches gives up after half a minute, and the agent refuses.
fn was_not_touched(error: &SignError) -> bool {
    agent_error(error).is_some_and(|error| matches!(error, AgentError::Refused))
}

fn wants_again(said: &Said, say: &dyn Fn(&str)) -> bool {
    let Some(prompt) = Prompt::open() else { return false };
    say(&said.missed);
    prompt.line(&said.again, Some(&said.yes)).is_ok_and(|answer| answer == said.yes || matches!(&*answer, "yes" | "y"))
}

/// What an agent did wrong, if that is why a key did not sign.
pub(crate) fn agent_error(error: &SignError) -> Option<&AgentError> {
    match error {
        SignError::Unavailable { source } => source.downcast_ref(),
        _ => None,
    }
}
