//! What the corpora begin with: the vectors, cut into the inputs of the targets.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use pkcs8::pkcs5::pbes2;
use pkcs8::{LineEnding, PrivateKeyInfoRef, SecretDocument};
use sealbag::audit::{Across, Audit, Depth, Listener, Receipts, Results, run};
use sealbag::verify::Anchors;
use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::keyset::Keyset;
use sealbag_custody::page;
use sealbag_custody::profile::Profile;
use sealbag_custody::roster::{RosterDraft, UnfinishedRoster, VerifiedRoster};
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::sshsig::Namespace;
use sealbag_custody::text::Text;
use sealbag_manifest::entry::Entry;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::observer::Silent;

use super::TARGETS;
use super::bags::BASES;
use super::image::maker::{self, PLAIN, Plan};
use super::keys::{MESSAGE, PASSPHRASE};
use super::packed;
use super::pages::{DIVIDER, officer};
use super::results::{PROGRAM, resume};
use crate::vectors::{self, Vector};

/// Inputs by target; each once.
#[derive(Default)]
struct Seeds(BTreeMap<(&'static str, String), Vec<u8>>);

impl Seeds {
    fn put(&mut self, target: &'static str, input: impl Into<Vec<u8>>) {
        let input = input.into();
        self.0.insert((target, sha256(&input).to_hex()), input);
    }
}

/// Writes the inputs to `FOLDER/TARGET/`, each under its digest.
///
/// # Errors
/// What the system says if a file cannot be written.
pub fn write(folder: &Path) -> io::Result<()> {
    let mut seeds = Seeds::default();
    vectors::all().for_each(|vector| of_vector(&mut seeds, &vector));
    of_choices(&mut seeds);
    of_images(&mut seeds);
    of_packed(&mut seeds);
    of_keys(&mut seeds);
    of_texts(&mut seeds);
    of_results(&mut seeds);
    of_authorities(&mut seeds);
    of_tokens(&mut seeds)?;
    for (name, _) in TARGETS {
        fs::create_dir_all(folder.join(name))?;
    }
    for ((target, digest), input) in &seeds.0 {
        fs::write(folder.join(target).join(&digest[..40]), input)?;
    }
    Ok(())
}

/// What authorities of several keys sign, and the files of their keys.
fn of_authorities(seeds: &mut Seeds) {
    let spec = include_str!("../../../docs/spec/recognition.md");
    let page = spec.split("```\n").nth(1).unwrap_or_default();
    seeds.put("pages", page);
    if let Ok((record, _)) = page::split(page.as_bytes()) {
        seeds.put("pages", record);
    }
    let pairs: Vec<KeyPair> = (1..=4).filter_map(|seed| KeyPair::from_seed(&[seed; 32]).ok()).collect();
    let set = |pairs: &[KeyPair]| Keyset::new(pairs.iter().map(|pair| pair.public_key().clone()).collect(), 2);
    let (Ok(before), Ok(after), Ok(name)) = (set(&pairs[..3]), set(&pairs[1..]), Text::new("Office")) else { return };
    seeds.put("pages", before.to_text());
    let sign = |draft: RosterDraft, signers: &[&KeyPair]| {
        let issued = UtcTime::from_unix_seconds(1_767_225_600)?;
        let mut page =
            UnfinishedRoster::begin(draft.into_record(issued, signers[0].public_key()).ok()?, signers[0]).ok()?;
        signers[1..].iter().try_for_each(|signer| page.add(*signer)).ok()?;
        page.finish().ok()
    };
    let first = RosterDraft::first(name, None, Some(before));
    let Some((one, roster)) = sign(first, &[&pairs[0], &pairs[1]]) else { return };
    let mut next = RosterDraft::following(&roster);
    if next.rekey(after).is_ok()
        && let Some((two, _)) = sign(next, &[&pairs[1], &pairs[2]])
    {
        seeds.put("pages", [&one[..], &two].concat());
        seeds.put("pages", two);
    }
    seeds.put("pages", one);
}

/// The committed tokens as they are.
fn of_tokens(seeds: &mut Seeds) -> io::Result<()> {
    for entry in fs::read_dir(crate::program::workspace().join("fixtures/tokens"))? {
        seeds.put("token", fs::read(entry?.path())?);
    }
    Ok(())
}

fn of_vector(seeds: &mut Seeds, vector: &Vector) {
    let mut log = Vec::new();
    for (path, content) in vector.bag.regular_files() {
        match path {
            "seal/entries.jsonl" => of_list(seeds, content),
            "tagmanifest-sha256.txt" => seeds.put("tag_manifest", content),
            "seal/previous/proofs.jsonl" => seeds.put("proofs", content),
            _ if path.starts_with("custody/") && path.ends_with(".txt") => log.push(content),
            "seal/roster.txt" => of_page(seeds, content),
            _ => {}
        }
    }
    log.iter().for_each(|page| of_page(seeds, page));
    if let [.., before, head] = log.as_slice()
        && let (Ok((before, _)), Ok((head, _))) = (page::split(before), page::split(head))
    {
        let divided =
            |first: &[u8], second: &[u8]| [first.strip_suffix(b"\n").unwrap_or(first), DIVIDER, second].concat();
        seeds.put("pages", divided(before, head));
        if let Ok((seal, _)) = page::split(log[0]) {
            seeds.put("pages", divided(seal, head));
        }
    }
    for (_, content) in vector.anchors.rosters.iter().chain(&vector.anchors.receipts) {
        of_page(seeds, content);
    }
    for (_, content) in vector.anchors.authorities.iter().chain(&vector.anchors.signers) {
        seeds.put("keys", content.clone());
    }
}

fn of_list(seeds: &mut Seeds, list: &[u8]) {
    if list.len() > 100_000 {
        return;
    }
    seeds.put("entries", list);
    seeds.put("hostile_list", list);
    let mut names = Vec::new();
    for entry in list.split(|&byte| byte == b'\n').filter_map(|line| Entry::parse_line(line).ok()) {
        let path = entry.path.as_bytes();
        seeds.put("names", [&[0][..], path, &[0], path].concat());
        seeds.put("names", [&[1, 2][..], path].concat());
        if let Some(stored) = entry.stored_path() {
            seeds.put("names", [&[2][..], stored.as_bytes(), &[0], path].concat());
        }
        names.extend([path, &[0]].concat());
    }
    seeds.put("names", [&[3][..], &names].concat());
}

fn of_page(seeds: &mut Seeds, page: &[u8]) {
    if page.len() > 20_000 {
        return;
    }
    seeds.put("pages", page);
    let Ok((record, armour)) = page::split(page) else { return };
    seeds.put("pages", record);
    seeds.put("records", record);
    seeds.put("signatures", armour);
    if let Some(at) = record.windows(7).position(|window| window == b"\n[case]") {
        seeds.put("forms", &record[at + 1..]);
    }
    if let Some(at) = record.windows(8).position(|window| window == b"\npurpose") {
        seeds.put("forms", &record[at + 1..]);
    }
    if let Ok(roster) = VerifiedRoster::read(page)
        && let Ok(draft) = RosterDraft::following(&roster).to_bytes()
    {
        seeds.put("records", draft);
    }
}

fn of_images(seeds: &mut Seeds) {
    for deflates in [false, true] {
        for (chunks_a_segment, states_digests) in [(3, true), (1, true), (9, false)] {
            let plan = Plan { chunks_a_segment, deflates, states_digests, ..PLAIN };
            let set = maker::write(&maker::media(20), plan);
            let segments: Vec<&[u8]> = set.0.iter().flatten().map(|segment| segment.as_slice()).collect();
            for flags in 0..2 {
                seeds.put("image", [vec![flags], segments.join(DIVIDER)].concat());
            }
        }
    }
}

/// The golden bag packed, cut, followed by more, and changed in the fields of its last record.
fn of_packed(seeds: &mut Seeds) {
    let golden = packed::golden();
    let raw = |archive: &[u8]| [&[0], archive].concat();
    seeds.put("packed", raw(&golden));
    seeds.put("packed", raw(&golden[..golden.len() - 22]));
    seeds.put("packed", raw(&[&golden[..], b"PK\x05\x06", &[0; 18]].concat()));
    seeds.put("packed", raw(&[b"PK\x05\x06", &[0; 18][..]].concat()));
    seeds.put("packed", [1]);
    for place in 0..120_u16 {
        for kind in [0, 3] {
            seeds.put("packed", [&[1], &place.to_le_bytes()[..], &[1, kind]].concat());
        }
    }
}

/// Inputs that are choices: a change of each kind in each file, proofs of some sizes, throws.
fn of_choices(seeds: &mut Seeds) {
    for (base, number) in BASES.iter().zip(0..) {
        seeds.put("verify_bag", [number]);
        seeds.put("verify_bag", [number | 0x10]);
        for file in 0..base.files.len() as u8 {
            for kind in 0..9 {
                seeds.put("verify_bag", [&[number, kind, file, 9, 0, 5][..], b"x/.DS_Store"].concat());
                seeds.put("verify_bag", [&[number, kind, file, 1][..], b"xpage.txt"].concat());
            }
        }
    }
    for size in [1, 2, 3, 7, 8, 33, 64] {
        for question in 0..4 {
            let choices: Vec<u8> = (0..120_u32).map(|at| (at as u8).wrapping_mul(37).wrapping_add(size)).collect();
            seeds.put("tree", [&[question, size][..], &choices].concat());
        }
    }
    let mut digest = sha256(b"throws");
    for _ in 0..60 {
        let mut throws = Vec::new();
        for _ in 0..12 {
            throws.extend_from_slice(&digest.0);
            digest = sha256(&digest.0);
        }
        seeds.put("verify_log", throws);
    }
}

fn of_keys(seeds: &mut Seeds) {
    super::token_uri::SEEDS.into_iter().for_each(|uri| seeds.put("token_uri", uri));
    super::agent::seeds().into_iter().for_each(|answer| seeds.put("agent", answer));
    let pair = officer();
    seeds.put("keys", pair.public_key().to_blob());
    let plain = pair.to_pem(None).expect("a key can be written");
    seeds.put("keys", plain.as_bytes());
    seeds.put("keys", encrypted(&plain, pbkdf2()).into_bytes());
    seeds.put("keys", encrypted(&plain, scrypt()).into_bytes());
    seeds.put("keys", pair.to_pem(Some(PASSPHRASE)).expect("a key can be written").as_bytes());
    let (blob, armour) = vectors::hardware_signature(MESSAGE);
    seeds.put("signatures", blob);
    seeds.put("signatures", armour);
    seeds.put("signatures", vectors::signature_blob(MESSAGE));
    seeds.put("signatures", pair.sign(Namespace::Seal, MESSAGE).expect("a signature"));
    let stranger = KeyPair::from_seed(&[7; 32]).expect("a key");
    seeds.put("keys", stranger.public_key().to_line() + " somebody else\n");
}

const AES: pbes2::EncryptionScheme = pbes2::EncryptionScheme::Aes256Cbc { iv: [7; 16] };

fn scrypt() -> pbes2::Parameters {
    let salt = pbes2::Salt::new([7; 16]).expect("a salt");
    let kdf = pbes2::ScryptParams { salt, cost_parameter: 2, block_size: 1, parallelization: 1, key_length: None };
    pbes2::Parameters { kdf: kdf.into(), encryption: AES }
}

fn pbkdf2() -> pbes2::Parameters {
    pbes2::Parameters {
        kdf: pbes2::Pbkdf2Params::hmac_sha256(2, &[7; 16]).expect("parameters").into(),
        encryption: AES,
    }
}

/// A key that costs little to open.
fn encrypted(plain: &str, parameters: pbes2::Parameters) -> String {
    let (_, document) = SecretDocument::from_pem(plain).expect("a PEM text");
    let info = PrivateKeyInfoRef::try_from(document.as_bytes()).expect("a key");
    let encrypted = info.encrypt_with_params(parameters, PASSPHRASE).expect("an encrypted key");
    encrypted.to_pem("ENCRYPTED PRIVATE KEY", LineEnding::LF).expect("a PEM text").to_string()
}

fn of_texts(seeds: &mut Seeds) {
    for name in Profile::embedded_names() {
        let text = Profile::embedded_text(name).expect("a profile of the program");
        seeds.put("profile", text);
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        for gone in (0..lines.len()).step_by(7) {
            seeds.put("profile", [&lines[..gone], &lines[gone + 1..]].concat().concat());
        }
    }
    for text in [
        "000102030405060708090a0b0c0d0e0f",
        "2026-11-23T08:12:44Z",
        "2024-02-29T23:59:59Z",
        "+05:00",
        "-03:30",
        "Z",
        "2026-11-23",
        "1969-12-31T23:59:59.999999999Z",
        "-0044-03-15T00:00:00.000000000Z",
        "+12026-11-23T08:12:44.000000001Z",
        "Дело № 7",
        "a_key-1",
        "\u{202e}",
        &"0a".repeat(16),
        &"0a".repeat(20),
        &"0a".repeat(32),
        &"0a".repeat(64),
    ] {
        seeds.put("scalars", text);
    }
}

/// Lines of a real audit under the header that the target expects.
fn of_results(seeds: &mut Seeds) {
    struct Lines(Vec<u8>);
    impl Listener for Lines {
        fn bag(&mut self, line: &str) -> io::Result<()> {
            self.0.extend_from_slice(line.as_bytes());
            self.0.push(b'\n');
            Ok(())
        }
        fn across(&mut self, _: &Across) -> io::Result<()> {
            Ok(())
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("results.ndjson");
    fs::write(&file, "").expect("write");
    resume(&file).expect("an empty file is begun");
    let header = fs::read(&file).expect("read");
    seeds.put("audit_results", header.clone());
    seeds.put("audit_results", "");
    seeds.put("audit_results", &header[..40]);
    for (number, bag) in
        [vectors::golden(), vectors::scenes::released(), vectors::scenes::disclosure()].iter().enumerate()
    {
        let place = folder.path().join(format!("{number}.bag"));
        bag.write_to(&place).expect("write the bag");
        let roots: [PathBuf; 1] = [place];
        let audit = Audit {
            roots: &roots,
            anchors: &Anchors::default(),
            receipts: &Receipts::default(),
            depth: Depth::Log,
            jobs: 1,
            forks: folder.path(),
            clock: &|| "2026-11-26T00:00:00Z".parse().ok(),
            progress: &Silent,
        };
        let results = Results::temporary(folder.path(), &audit, PROGRAM).expect("a file");
        let mut lines = Lines(header.clone());
        run(&audit, &results, &mut lines).expect("an audit");
        let text = String::from_utf8(lines.0).expect("text");
        // No place of this machine belongs into a corpus.
        seeds.put("audit_results", text.replace(&folder.path().display().to_string(), "/no-such-folder"));
    }
}
