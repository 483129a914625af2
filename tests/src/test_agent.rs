//! An ssh-agent of the tests' own: plain keys, security keys in software, and a manner in which it goes wrong.
//!
//! It answers the two requests of `docs/spec/keys.md` on a Unix socket, one connection at a time. What a security key
//! signs is the message of OpenSSH's PROTOCOL.u2f, so stock `ssh-keygen -Y verify` judges it as one from hardware.

use std::io::{self, Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use ed25519_dalek::{Signer as _, SigningKey};
use sealbag_custody::public_key::{ED25519, PublicKey, SK_ED25519};
use sealbag_custody::sshsig::wire::{Reader, push_string};
use sha2::{Digest, Sha256};

/// A key that the agent holds.
pub struct Held {
    secret: SigningKey,
    comment: String,
    application: Option<String>,
}

impl Held {
    /// A plain Ed25519 key of this seed.
    pub fn plain(seed: [u8; 32], comment: &str) -> Self {
        Self { secret: SigningKey::from_bytes(&seed), comment: comment.to_owned(), application: None }
    }

    /// A security key in software, bound to an application such as `ssh:`.
    pub fn fido(seed: [u8; 32], application: &str, comment: &str) -> Self {
        Self { application: Some(application.to_owned()), ..Self::plain(seed, comment) }
    }

    /// The line of its public key file.
    pub fn public_line(&self) -> String {
        format!("{} {}\n", self.public_key().to_line(), self.comment)
    }

    /// Its public half.
    pub fn public_key(&self) -> PublicKey {
        PublicKey::from_blob(&self.blob()).expect("a good key")
    }

    fn blob(&self) -> Vec<u8> {
        let mut blob = Vec::new();
        push_string(&mut blob, if self.application.is_some() { SK_ED25519 } else { ED25519 }.as_bytes());
        push_string(&mut blob, self.secret.verifying_key().as_bytes());
        if let Some(application) = &self.application {
            push_string(&mut blob, application.as_bytes());
        }
        blob
    }

    fn sign(&self, data: &[u8], flags: u8, counter: u32) -> Vec<u8> {
        let mut signature = Vec::new();
        let Some(application) = &self.application else {
            push_string(&mut signature, ED25519.as_bytes());
            push_string(&mut signature, &self.secret.sign(data).to_bytes());
            return signature;
        };
        let mut state = vec![flags];
        state.extend_from_slice(&counter.to_be_bytes());
        let message = [&Sha256::digest(application.as_bytes())[..], &state, &Sha256::digest(data)[..]].concat();
        push_string(&mut signature, SK_ED25519.as_bytes());
        push_string(&mut signature, &self.secret.sign(&message).to_bytes());
        signature.extend_from_slice(&state);
        signature
    }
}

/// How the agent behaves when it is asked to sign; [`Manner::ListHangs`] and [`Manner::ListOverlong`] already when it is
/// asked what it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// As it should.
    Good,
    /// Says that it will not, as when a touch is awaited in vain.
    Refuses,
    /// A security key signs without being touched.
    NoTouch,
    /// Signs with another key than the one that was asked for.
    OtherKey,
    /// Signs other bytes.
    OtherBytes,
    /// Leaves out the counter of a security key's signature, or the last byte of a plain one.
    CutSignature,
    /// Puts a byte behind the signature.
    Trailing,
    /// Says that a security key's signature is a plain one, or the other way round.
    OtherAlgorithm,
    /// Answers with a list of keys instead.
    OtherMessage,
    /// Announces an answer of 4 GiB.
    HugeLength,
    /// Announces an answer of no bytes.
    NoLength,
    /// Ends the connection without an answer.
    Closes,
    /// Ends it in the middle of its answer.
    ClosesMidway,
    /// Does not answer for a minute.
    Hangs,
    /// Does not say what it has for a minute.
    ListHangs,
    /// Says that it has four thousand million keys.
    ListOverlong,
}

/// A running agent. It ends when it is dropped.
pub struct TestAgent {
    socket: PathBuf,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    keys: Vec<Held>,
    manner: Mutex<Manner>,
    flags: AtomicU32,
    counter: AtomicU32,
    ends: AtomicBool,
}

impl TestAgent {
    /// Listens on a new socket.
    ///
    /// # Errors
    /// The socket cannot be made.
    pub fn start(socket: &Path, keys: Vec<Held>) -> io::Result<Self> {
        let listener = UnixListener::bind(socket)?;
        // Its end must not depend on the socket's name, which may be gone before.
        listener.set_nonblocking(true)?;
        let shared = Arc::new(Shared {
            keys,
            manner: Mutex::new(Manner::Good),
            flags: AtomicU32::new(1),
            counter: AtomicU32::new(1),
            ends: AtomicBool::new(false),
        });
        let served = Arc::clone(&shared);
        let thread = std::thread::spawn(move || {
            while !served.ends.load(Ordering::SeqCst) {
                match listener.accept() {
                    // A client that goes away has what it wanted.
                    Ok((mut stream, _)) => drop(served.serve(&mut stream)),
                    Err(_) => std::thread::sleep(Duration::from_millis(5)),
                }
            }
        });
        Ok(Self { socket: socket.to_owned(), shared, thread: Some(thread) })
    }

    /// Where it listens: the value of `SSH_AUTH_SOCK`.
    pub fn socket(&self) -> &Path {
        &self.socket
    }

    /// How it behaves from now on.
    pub fn behave(&self, manner: Manner) {
        *self.shared.manner.lock().expect("no panic while it was held") = manner;
    }

    /// The flags that its security keys sign with from now on: 1 is "touched", 5 "touched and PIN given".
    pub fn set_flags(&self, flags: u8) {
        self.shared.flags.store(flags.into(), Ordering::SeqCst);
    }

    /// Waits until it is ended from outside.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for TestAgent {
    fn drop(&mut self) {
        self.shared.ends.store(true, Ordering::SeqCst);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
        let _ = std::fs::remove_file(&self.socket);
    }
}

impl Shared {
    fn serve(&self, stream: &mut UnixStream) -> io::Result<()> {
        stream.set_nonblocking(false)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        loop {
            let mut length = [0; 4];
            stream.read_exact(&mut length)?;
            let mut request = vec![0; u32::from_be_bytes(length) as usize];
            stream.read_exact(&mut request)?;
            match self.answer(&request) {
                Some(frame) => stream.write_all(&frame)?,
                None => return Ok(()),
            }
            if self.is(Manner::ClosesMidway) {
                return Ok(());
            }
        }
    }

    fn is(&self, manner: Manner) -> bool {
        *self.manner.lock().expect("no panic while it was held") == manner
    }

    /// The bytes to send; `None` to close the connection.
    fn answer(&self, request: &[u8]) -> Option<Vec<u8>> {
        let manner = *self.manner.lock().expect("no panic while it was held");
        match (request.first(), manner) {
            (Some(11), Manner::ListHangs) => {
                self.hang();
                None
            }
            (Some(11), Manner::ListOverlong) => Some(framed(&[12, 255, 255, 255, 255])),
            (Some(11), _) => Some(framed(&self.list())),
            (Some(13), Manner::Refuses) => Some(framed(&[5])),
            (Some(13), Manner::OtherMessage) => Some(framed(&self.list())),
            (Some(13), Manner::HugeLength) => Some(vec![255; 64]),
            (Some(13), Manner::NoLength) => Some(vec![0; 4]),
            (Some(13), Manner::Hangs) => {
                self.hang();
                None
            }
            (Some(13), Manner::Closes) => None,
            (Some(13), Manner::ClosesMidway) => {
                let whole = framed(&response(&self.signature(&request[1..], Manner::Good)?));
                Some(whole[..whole.len() / 2].to_vec())
            }
            (Some(13), manner) => {
                let signature = self.signature(&request[1..], manner);
                Some(framed(&signature.map_or_else(|| vec![5], |signature| response(&signature))))
            }
            _ => Some(framed(&[5])),
        }
    }

    /// Up to a minute, and no longer than the test needs it.
    fn hang(&self) {
        for _ in 0..600 {
            if self.ends.load(Ordering::SeqCst) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    fn list(&self) -> Vec<u8> {
        let mut list = vec![12];
        list.extend_from_slice(&u32::try_from(self.keys.len()).expect("few keys").to_be_bytes());
        for held in &self.keys {
            push_string(&mut list, &held.blob());
            push_string(&mut list, held.comment.as_bytes());
        }
        list
    }

    fn signature(&self, request: &[u8], manner: Manner) -> Option<Vec<u8>> {
        let mut reader = Reader::new(request);
        let (blob, data) = (reader.string()?, reader.string()?);
        let asked = self.keys.iter().find(|held| held.blob() == blob)?;
        let stranger = Held {
            secret: SigningKey::from_bytes(&[99; 32]),
            comment: String::new(),
            application: asked.application.clone(),
        };
        let counter = self.counter.fetch_add(1, Ordering::SeqCst);
        let touched = u8::try_from(self.flags.load(Ordering::SeqCst)).expect("a byte of flags");
        let flags = if manner == Manner::NoTouch { touched & !1 } else { touched };
        let mut signature = match manner {
            Manner::OtherKey => stranger.sign(data, flags, counter),
            Manner::OtherBytes => asked.sign(&[data, b"x"].concat(), flags, counter),
            Manner::OtherAlgorithm => {
                let application = if asked.application.is_some() { None } else { Some("ssh:".to_owned()) };
                let secret = asked.secret.clone();
                Held { secret, comment: String::new(), application }.sign(data, flags, counter)
            }
            _ => asked.sign(data, flags, counter),
        };
        match manner {
            Manner::CutSignature => {
                signature.truncate(signature.len() - if asked.application.is_some() { 4 } else { 1 })
            }
            Manner::Trailing => signature.push(0),
            _ => {}
        }
        Some(signature)
    }
}

fn response(signature: &[u8]) -> Vec<u8> {
    let mut response = vec![14];
    push_string(&mut response, signature);
    response
}

fn framed(message: &[u8]) -> Vec<u8> {
    let mut frame = Vec::new();
    push_string(&mut frame, message);
    frame
}
