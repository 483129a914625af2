//! Exit code and hint where a key did not sign: an agent, a token, a security key that nobody touched.

use std::error::Error;
use std::path::Path;

use sealbag_custody::key::SignError;
use sealbag_custody::sshsig::SignatureError;
use sealbag_signers::agent::AgentError;

use super::CliError;
use crate::keys::in_agent::agent_error;
use crate::terminal::{quoted, shown};
use crate::words::Message;

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
pub(super) fn from_signing(error: &SignError, whole: &dyn Error, kept: Message) -> CliError {
    let is_refusal = matches!(agent_error(error), Some(AgentError::Refused | AgentError::NotNamed))
        || matches!(error, SignError::Unverifiable(SignatureError::UserNotPresent));
    let said = if is_refusal { CliError::refused(whole) } else { CliError::failed(whole) };
    let why = match (error, agent_error(error)) {
        (_, Some(agent)) => agent_hint(agent),
        (SignError::Unverifiable(SignatureError::UserNotPresent), _) => "hint-sign-touch",
        (SignError::Unverifiable(_), _) => "hint-sign-wrong",
        _ => "hint-sign-there",
    };
    said.with_hint(Message::new(why).line(kept))
}

fn agent_hint(error: &AgentError) -> &'static str {
    match error {
        AgentError::NotNamed | AgentError::Connect { .. } => "hint-agent-start",
        AgentError::Refused => "hint-agent-refused",
        AgentError::TooSlow(_) => "hint-agent-slow",
        AgentError::Closed | AgentError::Io(_) => "hint-agent-runs",
        _ => "hint-agent-broken",
    }
}

/// What an agent has instead, as lines below a hint.
pub(super) fn has(lines: &[String]) -> Message {
    if lines.is_empty() {
        return "agent-has-none".into();
    }
    Message::new("agent-has").with("keys", lines.iter().map(|line| format!("\n        {line}")).collect::<String>())
}

/// How a key gets into the agent.
pub(super) fn add(public: Option<&Path>) -> Message {
    match public.and_then(|path| Some((path, path.to_str()?.strip_suffix(".pub")?))) {
        Some((path, private)) => {
            Message::new("agent-adds").with("private", quoted(Path::new(private))).with("public", shown(path))
        }
        None => "agent-adds-any".into(),
    }
}
