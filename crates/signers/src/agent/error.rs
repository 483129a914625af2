//! Why an agent did not do what it was asked.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use super::message::MAX_MESSAGE_LEN;

/// Why an agent gave no list and no signature.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AgentError {
    /// Nothing says where an agent listens.
    #[error("no ssh-agent is running here: SSH_AUTH_SOCK is not set")]
    NotNamed,
    /// Nobody listens there.
    #[error("the ssh-agent at {} cannot be reached", shown(place))]
    Connect {
        /// Where it should listen.
        place: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The connection failed.
    #[error("the connection to the ssh-agent failed")]
    Io(#[source] io::Error),
    /// It ended the connection before its answer was whole.
    #[error("the ssh-agent closed the connection before it had answered")]
    Closed,
    /// It took too long.
    #[error("the ssh-agent did not answer within {} s", .0.as_secs_f32())]
    TooSlow(Duration),
    /// It announced an answer that is longer than any may be, or empty.
    #[error("the ssh-agent announced an answer of {0} bytes; from 1 to {MAX_MESSAGE_LEN} are allowed")]
    Length(u32),
    /// It said that it will not.
    #[error("the ssh-agent refused")]
    Refused,
    /// It answered with a message of another type.
    #[error("the ssh-agent answered with a message of type {0}, which does not fit the question")]
    Unexpected(u8),
    /// The answer does not have the fields of its type.
    #[error("the answer of the ssh-agent is malformed: {0}")]
    Malformed(&'static str),
}

fn shown(place: &std::path::Path) -> String {
    place.display().to_string().escape_debug().to_string()
}
