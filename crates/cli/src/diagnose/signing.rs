//! Exit code and hint where a key did not sign: an agent, a token, a security key that nobody touched.

use std::error::Error;
use std::path::Path;

use sealbag_custody::key::SignError;
use sealbag_custody::sshsig::SignatureError;
use sealbag_signers::agent::AgentError;

use super::CliError;
use crate::keys::in_agent::agent_error;
use crate::terminal::{quoted, shown};

/// What an agent answered to the question which keys it has.
pub(super) fn from_agent(error: &AgentError, whole: &dyn Error) -> CliError {
    let hint = agent_hint(error);
    match error {
        AgentError::NotNamed | AgentError::Refused => CliError::refused(whole),
        _ => CliError::failed(whole),
    }
    .with_hint(hint)
}

/// A key that did not sign, inside of `whole`; `kept` says what is there all the same, and how to go on.
pub(super) fn from_signing(error: &SignError, whole: &dyn Error, kept: &str) -> CliError {
    let is_refusal = matches!(agent_error(error), Some(AgentError::Refused | AgentError::NotNamed))
        || matches!(error, SignError::Unverifiable(SignatureError::UserNotPresent));
    let said = if is_refusal { CliError::refused(whole) } else { CliError::failed(whole) };
    let why = match (error, agent_error(error)) {
        (_, Some(agent)) => agent_hint(agent),
        (SignError::Unverifiable(SignatureError::UserNotPresent), _) => {
            "a security key must be touched for every signature; one made with `-O no-touch-required` is of no use here"
        }
        (SignError::Unverifiable(_), _) => {
            "what holds the key gave a wrong signature; try again, and do not trust it if that happens twice"
        }
        _ => "see that the key is there and can be used",
    };
    said.with_hint(format!("{why}\n      {kept}"))
}

fn agent_hint(error: &AgentError) -> &'static str {
    match error {
        AgentError::NotNamed | AgentError::Connect { .. } => {
            "start one with `eval \"$(ssh-agent)\"`, then add the key with `ssh-add FILE`"
        }
        AgentError::Refused => {
            "the key may be gone from the agent (`ssh-add -l`), the agent locked (`ssh-add -X`), the question declined, the PIN \
             wrong, or the security key not touched in time"
        }
        AgentError::TooSlow(_) => "it may wait for a touch, a PIN or a confirmation; try again",
        AgentError::Closed | AgentError::Io(_) => "see that it still runs (`ssh-add -l`), and try again",
        _ => "this is no ssh-agent, or a broken one; see what SSH_AUTH_SOCK names",
    }
}

/// What an agent has instead, as lines below a hint.
pub(super) fn has(lines: &[String]) -> String {
    if lines.is_empty() {
        return "the ssh-agent shows no key that can be used; a locked one shows none (`ssh-add -X` unlocks it)"
            .to_owned();
    }
    format!("the ssh-agent has\n        {}", lines.join("\n        "))
}

/// How a key gets into the agent.
pub(super) fn add(public: Option<&Path>) -> String {
    match public.and_then(|path| Some((path, path.to_str()?.strip_suffix(".pub")?))) {
        Some((path, private)) => {
            format!("`ssh-add {}` adds the key of {}", quoted(Path::new(private)), shown(path))
        }
        None => "`ssh-add FILE` adds a key".to_owned(),
    }
}
