//! One request and its answer over a socket or pipe, within a time limit and a bound on its length.
//!
//! The connection is made and used on a thread of its own: neither a full queue of a socket nor a pipe of Windows lets a
//! caller wait for a limited time. What is late is given up; the thread ends when the other side moves, or with the program.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use super::AgentError;
use super::message::MAX_MESSAGE_LEN;

/// Sends a framed request and returns the answer without its length.
pub(super) fn exchange(place: &Path, request: &[u8], limit: Duration) -> Result<Vec<u8>, AgentError> {
    let (done, answer) = mpsc::channel();
    let (place, request) = (place.to_owned(), request.to_owned());
    let talk = move || {
        // If nobody waits any more, the answer is not needed.
        let _ = done.send(talk(&place, &request, limit));
    };
    std::thread::Builder::new().name("ssh-agent".to_owned()).spawn(talk).map_err(AgentError::Io)?;
    match answer.recv_timeout(limit) {
        Ok(answer) => answer,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(AgentError::TooSlow(limit)),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(AgentError::Closed),
    }
}

fn talk(place: &Path, request: &[u8], limit: Duration) -> Result<Vec<u8>, AgentError> {
    let connected = connect(place, limit);
    let mut stream = connected.map_err(|source| AgentError::Connect { place: place.to_owned(), source })?;
    stream.write_all(request).and_then(|()| stream.flush()).map_err(|error| failed(error, limit))?;
    let mut length = [0; 4];
    stream.read_exact(&mut length).map_err(|error| failed(error, limit))?;
    let length = u32::from_be_bytes(length);
    if length == 0 || length > MAX_MESSAGE_LEN {
        return Err(AgentError::Length(length));
    }
    let mut answer = Vec::new();
    stream.take(u64::from(length)).read_to_end(&mut answer).map_err(|error| failed(error, limit))?;
    if answer.len() == length as usize { Ok(answer) } else { Err(AgentError::Closed) }
}

fn failed(error: io::Error, limit: Duration) -> AgentError {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::UnexpectedEof | Kind::BrokenPipe | Kind::ConnectionReset | Kind::ConnectionAborted => AgentError::Closed,
        Kind::WouldBlock | Kind::TimedOut => AgentError::TooSlow(limit),
        _ => AgentError::Io(error),
    }
}

#[cfg(unix)]
fn connect(place: &Path, limit: Duration) -> io::Result<impl Read + Write> {
    let stream = std::os::unix::net::UnixStream::connect(place)?;
    // So that the thread does not outlive its caller's patience by much.
    stream.set_read_timeout(Some(limit))?;
    stream.set_write_timeout(Some(limit))?;
    Ok(stream)
}

/// There is no place that every Unix agrees on.
#[cfg(unix)]
pub(super) fn default_place() -> Option<PathBuf> {
    None
}

/// The pipe of OpenSSH for Windows. Whoever made a pipe of that name may learn who asks, and may not act as them.
#[cfg(windows)]
fn connect(place: &Path, limit: Duration) -> io::Result<impl Read + Write> {
    use std::os::windows::fs::OpenOptionsExt;
    /// `SECURITY_IDENTIFICATION` of `CreateFile`: without it the other side could impersonate the caller. OpenSSH's agent
    /// asks who its caller is, so nothing less will do.
    const SECURITY_IDENTIFICATION: u32 = 1 << 16;
    /// All instances of the pipe are taken; another one comes when the agent has answered.
    const ERROR_PIPE_BUSY: i32 = 231;
    let begun = std::time::Instant::now();
    loop {
        let mut options = std::fs::OpenOptions::new();
        options.read(true).write(true).security_qos_flags(SECURITY_IDENTIFICATION);
        match options.open(place) {
            Err(error) if error.raw_os_error() == Some(ERROR_PIPE_BUSY) && begun.elapsed() < limit => {
                std::thread::sleep(Duration::from_millis(50));
            }
            opened => return opened,
        }
    }
}

/// Where OpenSSH for Windows listens.
#[cfg(windows)]
pub(super) fn default_place() -> Option<PathBuf> {
    Some(PathBuf::from(r"\\.\pipe\openssh-ssh-agent"))
}
