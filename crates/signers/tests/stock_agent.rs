//! OpenSSH's own agent: what it signs is byte for byte what the key itself signs.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use base64ct::{Base64, Encoding};
use sealbag_custody::key::{KeyPair, SignError, Signer};
use sealbag_custody::sshsig::Namespace;
use sealbag_signers::agent::{Agent, AgentError};

/// An agent that is ended when it is dropped.
struct StockAgent(Child, PathBuf);

impl StockAgent {
    fn start(folder: &Path) -> Self {
        let socket = folder.join("agent.sock");
        let mut command = Command::new("ssh-agent");
        command.arg("-D").arg("-a").arg(&socket).stdout(Stdio::null());
        let child = command.spawn().expect("ssh-agent is installed");
        let begun = Instant::now();
        while !socket.exists() {
            assert!(begun.elapsed() < Duration::from_secs(60), "ssh-agent does not listen");
            std::thread::sleep(Duration::from_millis(10));
        }
        Self(child, socket)
    }

    fn add(&self, key: &Path) {
        let added = Command::new("ssh-add").arg("-q").arg(key).env("SSH_AUTH_SOCK", &self.1).status();
        assert!(added.expect("ssh-add is installed").success());
    }
}

impl Drop for StockAgent {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The key of a seed in OpenSSH's own form (PROTOCOL.key), not encrypted.
fn openssh_private_key(seed: [u8; 32]) -> String {
    let string = |bytes: &[u8]| [&u32::try_from(bytes.len()).expect("short").to_be_bytes()[..], bytes].concat();
    let pair = KeyPair::from_seed(&seed).expect("a good seed");
    let public = pair.public_key();
    let secret = [seed.as_slice(), public.as_bytes()].concat();
    let comment = string(b"A. Investigator");
    let mut private = [[0, 0, 0, 7, 0, 0, 0, 7].to_vec(), public.to_blob(), string(&secret), comment].concat();
    private.extend((1..).take((8 - private.len() % 8) % 8));
    let none = string(b"none");
    let head = [b"openssh-key-v1\0".to_vec(), none.clone(), none, string(b""), vec![0, 0, 0, 1]].concat();
    let body = Base64::encode_string(&[head, string(&public.to_blob()), string(&private)].concat());
    let lines: Vec<_> = body.as_bytes().chunks(70).map(|line| std::str::from_utf8(line).expect("ASCII")).collect();
    format!("-----BEGIN OPENSSH PRIVATE KEY-----\n{}\n-----END OPENSSH PRIVATE KEY-----\n", lines.join("\n"))
}

#[test]
fn what_ssh_agent_signs_is_what_the_key_itself_signs() {
    let folder = tempfile::tempdir().expect("a temporary directory");
    let stock = StockAgent::start(folder.path());
    let file = folder.path().join("key");
    fs::write(&file, openssh_private_key([3; 32])).expect("a key file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).expect("closed");
    stock.add(&file);

    let pair = KeyPair::from_seed(&[3; 32]).expect("a good seed");
    let agent = Agent::at(stock.1.clone());
    let listing = agent.list().expect("a list");
    assert_eq!(listing.keys.len(), 1);
    assert_eq!((&listing.keys[0].key, listing.keys[0].comment.as_str()), (pair.public_key(), "A. Investigator"));
    let signer = agent.signer(pair.public_key().clone());
    for namespace in [Namespace::Seal, Namespace::Event, Namespace::Roster] {
        for message in [&b""[..], b"format = \"sealbag/seal/v1\"\n", &[b'x'; 60_000]] {
            let by_agent = signer.sign(namespace, message).expect("a signature");
            assert_eq!(by_agent, pair.sign(namespace, message).expect("a signature"));
        }
    }
}

#[test]
fn a_key_that_ssh_agent_does_not_have_is_refused_by_it() {
    let folder = tempfile::tempdir().expect("a temporary directory");
    let stock = StockAgent::start(folder.path());
    let absent = KeyPair::from_seed(&[4; 32]).expect("a good seed");
    let error = Agent::at(stock.1.clone()).signer(absent.public_key().clone()).sign(Namespace::Seal, b"x\n");
    let Err(SignError::Unavailable { source }) = error else { panic!("{error:?}") };
    assert!(matches!(source.downcast_ref(), Some(AgentError::Refused)), "{source}");
}
