//! What JavaScript calls. Numbers of bytes come as `f64`, which is exact up to 2^53.

use std::io;

use sealbag::verify::Depth;
use sealbag_custody::keyset::Keyset;
use sealbag_custody::public_key::PublicKey;
use sealbag_manifest::hash::{self, FileHasher, RangeHasher};
use sealbag_manifest::packed::PackedError;
use sealbag_manifest::store::Unseen;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::bag::ChosenBag;
use crate::digests;
use crate::file::Reader;
use crate::folder::FolderStore;
use crate::session::{AnchorKind, Session};
use crate::values::{self, Shown};

#[wasm_bindgen]
extern "C" {
    /// Fills the buffer from a file that was chosen; returns the number of bytes, or -1.
    #[wasm_bindgen(js_name = sealbagRead)]
    fn read(file: u32, offset: f64, buffer: &mut [u8]) -> i32;
}

/// The files behind the page.
#[derive(Clone)]
struct Chosen;

impl Reader for Chosen {
    fn read(&self, file: u32, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        usize::try_from(read(file, offset as f64, buffer)).map_err(|_| io::ErrorKind::Other.into())
    }
}

/// A bag on its way to its verdict.
#[wasm_bindgen]
pub struct Bag {
    session: Session<Chosen>,
    /// Of the last verdict.
    shown: Vec<Shown>,
}

#[wasm_bindgen]
impl Bag {
    /// A bag in a folder. `sees_empty` says whether empty directories will be named.
    #[wasm_bindgen(constructor)]
    pub fn folder(sees_empty: bool) -> Bag {
        let mut unseen = vec![Unseen::Links, Unseen::SpecialFiles];
        if !sees_empty {
            unseen.push(Unseen::EmptyDirectories);
        }
        Self { session: Session::new(ChosenBag::Folder(FolderStore::new(Chosen, unseen))), shown: Vec::new() }
    }

    /// A bag in one file, of this size: file 0. Of what gets no verdict, it says why: `unreadable`, or `other` for a file that
    /// does not even begin as a packed bag.
    ///
    /// # Errors
    /// The word.
    pub fn packed(size: f64) -> Result<Bag, String> {
        match ChosenBag::packed(Chosen, size as u64) {
            ChosenBag::Refused(PackedError::Io(_)) => Err("unreadable".to_owned()),
            ChosenBag::Refused(PackedError::Beginning) => Err("other".to_owned()),
            bag => Ok(Self { session: Session::new(bag), shown: Vec::new() }),
        }
    }

    /// Adds a file of the folder.
    pub fn add_file(&mut self, path: &str, file: u32, size: f64) {
        if let ChosenBag::Folder(folder) = self.session.bag() {
            folder.add_file(path, file, size as u64);
        }
    }

    /// Adds an empty directory of the folder.
    pub fn add_empty_directory(&mut self, path: &str) {
        if let ChosenBag::Folder(folder) = self.session.bag() {
            folder.add_empty_directory(path);
        }
    }

    /// Adds an anchor of a kind by its name. False if it cannot be one.
    pub fn add_anchor(&mut self, kind: &str, bytes: &[u8]) -> bool {
        AnchorKind::named(kind).is_some_and(|kind| self.session.add_anchor(kind, bytes))
    }

    /// Sets the seal hash as it was typed. False if it has not 64 hexadecimal digits.
    pub fn set_seal_hash(&mut self, text: &str) -> bool {
        self.session.set_seal_hash(text)
    }

    /// Checks all but the data; returns the jobs as JSON: `[file, offset, size, algorithms, is large]` each.
    pub fn prepare(&mut self) -> String {
        let jobs = self.session.prepare().iter();
        let rows: Vec<_> = jobs.map(|job| (job.file, job.offset, job.size, job.algorithms, job.is_large())).collect();
        serde_json::to_string(&rows).unwrap_or_default()
    }

    /// Takes the digests of a job from [`Abreast::finish`].
    pub fn put(&mut self, job: u32, found: &[u8]) {
        self.session.put(job as usize, Some(found));
    }

    /// Takes the group values of a job, from all its [`Range::finish`] in order.
    pub fn put_groups(&mut self, job: u32, values: &[u8]) {
        self.session.put_groups(job as usize, Some(values));
    }

    /// The file of a job could not be read.
    pub fn put_unreadable(&mut self, job: u32) {
        self.session.put(job as usize, None);
    }

    /// The verdict as JSON, the same bytes as the member `verdict` of `sealbag verify --json`; empty before [`Bag::prepare`].
    pub fn verdict(&mut self, is_quick: bool) -> String {
        let depth = if is_quick { Depth::Quick } else { Depth::Full };
        let Some(verdict) = self.session.conclude(depth) else { return String::new() };
        self.shown = values::shown(verdict.findings());
        serde_json::to_string(&verdict).unwrap_or_default()
    }

    /// What stands beside the findings of the last verdict, as JSON: [`Shown`].
    pub fn shown(&self) -> String {
        serde_json::to_string(&self.shown).unwrap_or_default()
    }

    /// The custody log as JSON.
    pub fn timeline(&self) -> String {
        serde_json::to_string(&self.session.timeline()).unwrap_or_default()
    }
}

/// Hashes one file: what the page is measured by.
#[wasm_bindgen]
pub struct Hasher(FileHasher);

#[wasm_bindgen]
impl Hasher {
    /// For the algorithms of a job.
    #[wasm_bindgen(constructor)]
    pub fn new(algorithms: u8) -> Hasher {
        Self(FileHasher::with(digests::algorithms_of(algorithms)))
    }

    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Its digests.
    pub fn finish(self) -> Vec<u8> {
        digests::write(&self.0.finish())
    }
}

/// Hashes several files side by side.
#[wasm_bindgen]
#[derive(Default)]
pub struct Abreast(hash::Abreast);

#[wasm_bindgen]
impl Abreast {
    /// Without files.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Abreast {
        Self::default()
    }

    /// Begins a file, for the algorithms of a job; returns its place.
    pub fn begin(&mut self, algorithms: u8) -> usize {
        self.0.begin(digests::algorithms_of(algorithms))
    }

    /// Takes the next bytes of the file at this place.
    pub fn put(&mut self, place: usize, bytes: Vec<u8>) {
        self.0.put(place, bytes);
    }

    /// The file at this place has no more bytes.
    pub fn end(&mut self, place: usize) {
        self.0.end(place);
    }

    /// Hashes what was put.
    pub fn advance(&mut self) {
        self.0.advance();
    }

    /// What [`Bag::put`] takes, of a file that was ended and hashed; of any other nothing, and it is forgotten.
    pub fn finish(&mut self, place: usize) -> Option<Vec<u8>> {
        self.0.finish(place).map(|found| digests::write(&found))
    }
}

/// Hashes the groups of a part of a file.
#[wasm_bindgen]
pub struct Range(RangeHasher);

#[wasm_bindgen]
impl Range {
    /// For a part that begins with this group.
    #[wasm_bindgen(constructor)]
    pub fn new(first: u32) -> Range {
        Self(RangeHasher::new(first.into()))
    }

    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The values, 32 bytes each.
    pub fn finish(self) -> Vec<u8> {
        self.0.finish().iter().flat_map(|value| value.0).collect()
    }
}

/// What a file is that was brought as an anchor, by [`AnchorKind::guess`]; empty if it is none.
#[wasm_bindgen]
pub fn kind_of_anchor(bytes: &[u8]) -> String {
    AnchorKind::guess(bytes).unwrap_or_default().to_owned()
}

/// Fingerprints of an authority's keys, a line each; empty if it is no file of keys.
#[wasm_bindgen]
pub fn fingerprints(file: &str) -> String {
    let keys = Keyset::parse(file.as_bytes()).map(|keys| keys.keys().iter().map(PublicKey::fingerprint).collect());
    keys.map(|lines: Vec<String>| lines.join("\n")).unwrap_or_default()
}

/// The version of the program that this was built from.
#[wasm_bindgen]
pub fn version() -> String {
    concat!("sealbag ", env!("CARGO_PKG_VERSION")).to_owned()
}

/// Whether an Ed25519 signature holds, by the rules that seals are checked with. For tests of this very build.
#[wasm_bindgen]
pub fn verify_ed25519(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let Ok(key) = <&[u8; 32]>::try_from(key) else { return false };
    let Ok(key) = PublicKey::from_ed25519_bytes(key) else { return false };
    signature.try_into().is_ok_and(|signature| key.verify_ed25519(message, signature))
}
