//! Signatures of events, and the files that lie beside them.

use super::super::open;
use super::{Vector, breaks, holds, ten};
use crate::vectors::anchors::{by_key, by_keys};
use crate::vectors::log::{Log, place};
use crate::vectors::people::{officer, second};
use crate::vectors::sshsig::{self, EVENT, SEAL, Signature, add_group_order, key_blob};

fn signed_as(change: impl FnOnce(&mut Signature, &[u8])) -> Log {
    let mut log = Log::new();
    let page = log.page(log.event("access", &officer()));
    let text = String::from_utf8(page).expect("text");
    let record = &text[..text.find("-----BEGIN").expect("armour")];
    let mut signature = Signature::make(&officer().key, EVENT, record.as_bytes());
    change(&mut signature, record.as_bytes());
    log.append(format!("{record}{}", signature.armour()).into_bytes());
    log
}

pub(super) fn signatures() -> Vec<Vector> {
    let neutral = {
        let mut point = [0; 32];
        point[0] = 1;
        point
    };
    let armoured = |change: fn(&str) -> String| {
        let mut log = Log::new();
        let page = log.page(log.event("access", &officer()));
        log.append(change(std::str::from_utf8(&page).expect("text")).into_bytes());
        log
    };
    let bad = |name: &str, rule: &str, log: Log, code: &'static str| {
        breaks(&format!("custody-signature-{name}"), rule, log, by_key(), &[(code, &place(1))])
    };
    let unsupported = |name: &str, rule: &str, log: Log| {
        let found = [("signature.unsupported", &place(1)[..])];
        open(&format!("custody-signature-{name}"), rule, log, by_key(), &found)
    };
    let by_another = |log: &Log| {
        let mut event = log.event("access", &officer());
        event.signer = second();
        event
    };
    vec![
        bad(
            "missing",
            "an event has a signature",
            armoured(|page| page[..page.find("-----BEGIN").expect("armour")].to_owned()),
            "signature.missing",
        ),
        bad("empty", "an event has a signature", armoured(|_| String::new()), "signature.missing"),
        bad(
            "text-behind",
            "nothing follows the armour",
            armoured(|page| format!("{page}more\n")),
            "signature.malformed",
        ),
        bad("crlf", "lines end with LF alone", armoured(|page| page.replace('\n', "\r\n")), "signature.malformed"),
        bad("bit-flipped", "the signature fits the record", signed_as(|made, _| made.raw[9] ^= 4), "signature.invalid"),
        bad(
            "s-plus-l",
            "S is below the group order",
            signed_as(|made, _| add_group_order(&mut made.raw)),
            "signature.invalid",
        ),
        bad(
            "namespace-of-a-seal",
            "an event is signed as an event",
            signed_as(|made, record| *made = Signature::make(&officer().key, SEAL, record)),
            "signature.wrong_namespace",
        ),
        bad(
            "weak-key",
            "a key of small order signs anything",
            signed_as(|made, _| {
                made.key = key_blob(&neutral);
                made.raw = [&neutral[..], &[0; 32]].concat();
            }),
            "signature.weak_key",
        ),
        bad(
            "hardware-key-without-touch",
            "a hardware key signs on touch",
            signed_as(|made, record| {
                *made = Signature::make(&officer().key, EVENT, record).into_hardware(&officer().key, record, 0);
            }),
            "signature.no_user_presence",
        ),
        bad(
            "hardware-key-of-another",
            "a hardware key is another key than a plain one with the same point",
            signed_as(|made, record| {
                *made = Signature::make(&officer().key, EVENT, record).into_hardware(&officer().key, record, 1);
            }),
            "custody.signer_mismatch",
        ),
        bad("by-another-key", "the actor's key signs", Log::new().then_with(by_another), "custody.signer_mismatch"),
        unsupported("version-2", "a later version is not judged", signed_as(|made, _| made.version = 2)),
        unsupported("hash-sha256", "the hash is sha512", signed_as(|made, _| made.hash = "sha256".to_owned())),
        unsupported(
            "key-type-rsa",
            "other key types are not judged",
            signed_as(|made, _| {
                made.key = [sshsig::string(b"ssh-rsa"), sshsig::string(&[1, 0, 1]), sshsig::string(&[7; 32])].concat();
                made.algorithm = "rsa-sha2-512".to_owned();
            }),
        ),
    ]
}

pub(super) fn files() -> Vec<Vector> {
    let put = |path: &str, content: &[u8]| {
        let mut log = ten();
        log.bag.put(path, content);
        log
    };
    let examined = ("custody.examined_original", &place(5)[..]);
    let stray = |name: &str, path: &str| {
        let name = format!("custody-file-{name}");
        let found = [examined, ("custody.unlisted", path)];
        breaks(&name, "custody/ holds events and tokens only", put(path, b"x"), by_keys(), &found)
    };
    let longest = |length: usize| {
        let mut log = Log::new();
        log.append(vec![b'x'; length]);
        log
    };
    vec![
        stray("of-seven-digits", "custody/0000011.txt"),
        stray("in-a-folder", "custody/old/000011.txt"),
        stray("token-of-number-0", "custody/000001.0.tsr"),
        stray("token-of-number-01", "custody/000001.01.tsr"),
        stray("txt-in-upper-case", "custody/000011.TXT"),
        holds(
            "custody-file-lock-and-temporary",
            "what a writer leaves is litter",
            {
                let mut log = put("custody/.lock", b"");
                log.bag.put("custody/.000011.tmp", "half an event");
                log
            },
            by_keys(),
            &[examined, ("bag.stray", "custody/.000011.tmp"), ("bag.stray", "custody/.lock")],
        ),
        breaks(
            "custody-file-far-ahead",
            "numbers have no gap",
            {
                let mut log = Log::new().then("store", &officer());
                log.bag.put("custody/000004.txt", "x");
                log
            },
            by_keys(),
            &[("custody.missing", &place(2)), ("custody.missing", &place(3)), ("signature.missing", &place(4))],
        ),
        breaks(
            "custody-file-over-72-kib",
            "an event file has at most 73,728 bytes",
            longest(73_729),
            by_key(),
            &[("custody.malformed", &place(1))],
        ),
    ]
}
