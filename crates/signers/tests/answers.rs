//! Byte by byte, what an agent may answer and what is made of it: nothing that does not fit is waited for or used.

use std::io::{Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::time::{Duration, Instant};

use sealbag_custody::key::{KeyPair, SignError, Signer};
use sealbag_custody::sshsig::wire::push_string;
use sealbag_custody::sshsig::{self, Namespace, SignatureError};
use sealbag_signers::agent::{Agent, AgentError, Limits};

const MESSAGE: &[u8] = b"format = \"sealbag/seal/v1\"\n";

/// Lets `serve` answer one request on a new socket while `ask` asks.
fn with_agent<T>(serve: impl FnOnce(UnixStream) + Send + 'static, ask: impl FnOnce(Agent) -> T) -> T {
    let folder = tempfile::tempdir().expect("a temporary directory");
    let socket = folder.path().join("agent.sock");
    let listener = UnixListener::bind(&socket).expect("a socket");
    let thread = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let mut length = [0; 4];
        stream.read_exact(&mut length).expect("a length");
        let mut request = vec![0; u32::from_be_bytes(length) as usize];
        stream.read_exact(&mut request).expect("a request");
        serve(stream);
    });
    let limit = Duration::from_millis(1500);
    let answer = ask(Agent::at(socket).within(Limits { list: limit, sign: limit }));
    thread.join().expect("the agent's thread");
    answer
}

fn answers(bytes: Vec<u8>) -> impl FnOnce(UnixStream) + Send + 'static {
    // A client that has read enough may be gone already.
    move |mut stream| drop(stream.write_all(&bytes))
}

fn framed(message: &[u8]) -> Vec<u8> {
    let mut frame = Vec::new();
    push_string(&mut frame, message);
    frame
}

/// A good answer to a request for a signature over [`MESSAGE`] as a seal.
fn good(pair: &KeyPair) -> Vec<u8> {
    let armour = pair.sign(Namespace::Seal, MESSAGE).expect("a signature");
    let base64: String = armour.lines().filter(|line| !line.starts_with("-----")).collect();
    let blob = <base64ct::Base64 as base64ct::Encoding>::decode_vec(&base64).expect("base64");
    // The signature is the last field: str(type) of 4 + 11 bytes and str(value) of 4 + 64.
    let signature = &blob[blob.len() - 83..];
    let mut message = vec![14];
    push_string(&mut message, signature);
    framed(&message)
}

fn pair() -> KeyPair {
    KeyPair::from_seed(&[5; 32]).expect("a good seed")
}

fn sign(serve: impl FnOnce(UnixStream) + Send + 'static) -> Result<String, SignError> {
    with_agent(serve, |agent| agent.signer(pair().public_key().clone()).sign(Namespace::Seal, MESSAGE))
}

fn agent_error(error: SignError) -> AgentError {
    match error {
        SignError::Unavailable { source } => *source.downcast::<AgentError>().expect("an error of the agent"),
        error => panic!("{error}"),
    }
}

#[test]
fn a_good_answer_gives_the_same_page_as_the_key_itself() {
    let armour = sign(answers(good(&pair()))).expect("a signature");
    assert_eq!(armour, pair().sign(Namespace::Seal, MESSAGE).expect("a signature"));
    assert_eq!(&sshsig::verify(armour.as_bytes(), Namespace::Seal, MESSAGE).expect("verifies"), pair().public_key());
}

#[test]
fn an_answer_cut_anywhere_is_no_signature() {
    let whole = good(&pair());
    for len in 0..whole.len() {
        let error = agent_error(sign(answers(whole[..len].to_vec())).expect_err("cut"));
        assert!(matches!(error, AgentError::Closed), "{len}: {error}");
    }
}

#[test]
fn an_answer_with_any_changed_byte_is_no_signature() {
    let whole = good(&pair());
    for index in 4..whole.len() {
        let mut changed = whole.clone();
        changed[index] ^= 1;
        assert!(sign(answers(changed)).is_err(), "byte {index}");
    }
}

#[test]
fn a_signature_by_another_key_is_refused() {
    let other = KeyPair::from_seed(&[6; 32]).expect("a good seed");
    let error = sign(answers(good(&other))).expect_err("another key's");
    assert!(matches!(error, SignError::Unverifiable(SignatureError::Invalid)), "{error}");
}

#[test]
fn lengths_that_cannot_be_are_refused_before_anything_is_read() {
    for length in [0, 256 * 1024 + 1, u32::MAX] {
        let error = agent_error(sign(answers(length.to_be_bytes().to_vec())).expect_err("a wrong length"));
        assert!(matches!(error, AgentError::Length(found) if found == length), "{error}");
    }
}

#[test]
fn an_agent_that_hangs_or_trickles_is_given_up_in_time() {
    let begun = Instant::now();
    let error = agent_error(sign(|_stream| std::thread::sleep(Duration::from_secs(3))).expect_err("no answer"));
    assert!(matches!(error, AgentError::TooSlow(_)), "{error}");
    let trickle = |mut stream: UnixStream| {
        let _ = stream.write_all(&100_000u32.to_be_bytes());
        for _ in 0..30 {
            std::thread::sleep(Duration::from_millis(100));
            let _ = stream.write_all(&[14]);
        }
    };
    let error = agent_error(sign(trickle).expect_err("no answer"));
    assert!(matches!(error, AgentError::TooSlow(_)), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(30), "two agents were given up");
}

#[test]
fn bytes_behind_an_answer_change_nothing() {
    let bytes = [good(&pair()), b"more".to_vec()].concat();
    assert!(sign(answers(bytes)).is_ok(), "what follows belongs to no question");
}

#[test]
fn where_nobody_listens_or_nothing_is_named_is_said() {
    let error = Agent::at(Path::new("/nowhere/agent.sock").into()).list().expect_err("nobody there");
    assert!(matches!(error, AgentError::Connect { .. }), "{error}");
    for value in [None, Some("".into())] {
        assert!(matches!(Agent::of_user(value), Err(AgentError::NotNamed)));
    }
    assert_eq!(Agent::of_user(Some("/a".into())).expect("a place").place(), Path::new("/a"));
}

#[test]
fn a_list_is_refused_or_read_whole() {
    let listed = with_agent(answers(framed(&[12, 0, 0, 0, 0])), |agent| agent.list()).expect("an empty list");
    assert!(listed.keys.is_empty() && listed.others.is_empty());
    let error = with_agent(answers(framed(&[5])), |agent| agent.list()).expect_err("refused");
    assert!(matches!(error, AgentError::Refused), "{error}");
    let error = with_agent(answers(framed(&[12, 0, 0, 0, 1])), |agent| agent.list()).expect_err("cut");
    assert!(matches!(error, AgentError::Malformed(_)), "{error}");
}
