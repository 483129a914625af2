//! Every golden bag with each of its anchors and every vector, as subjects of a verification.

use std::fs;
use std::path::{Path, PathBuf};

use sealbag::verify::Anchors;
use sealbag_custody::keyset::Keyset;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_tests::program::{Office, workspace};
use sealbag_tests::vectors::{Tree, Vector, all};
use serde_json::{Value, json};

/// Thousands of files that are synced are slow on a disk that is busy.
pub(crate) fn office() -> Office {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { Office::open_in(memory) } else { Office::open() }
}

/// A bag, and what is brought to it: files by their kinds.
pub(crate) struct Subject {
    pub(crate) name: String,
    pub(crate) bag: Tree,
    files: Vec<(&'static str, PathBuf)>,
    seal_hash: Option<String>,
}

const KINDS: [&str; 4] = ["authority", "roster", "signer", "receipt"];

impl Subject {
    /// Every golden bag with each of its anchors, and every vector.
    pub(crate) fn all() -> Vec<Self> {
        let vectors = all().map(Self::of_vector);
        golden().into_iter().chain(vectors).collect()
    }

    pub(crate) fn of_vector(vector: Vector) -> Self {
        let given = &vector.anchors;
        let files = [&given.authorities, &given.rosters, &given.signers, &given.receipts];
        let path = |name: &str| workspace().join("tests/vectors").join(name);
        let files = KINDS.into_iter().zip(files);
        let files = files.flat_map(|(kind, files)| files.iter().map(move |(name, _)| (kind, path(name)))).collect();
        let seal_hash = given.seal_hashes.first().cloned();
        Self { name: vector.name, bag: vector.bag, files, seal_hash }
    }

    pub(crate) fn case(&self) -> Value {
        let anchors: Vec<Value> = self.files.iter().map(|(kind, path)| json!({ "kind": kind, "path": path })).collect();
        json!({ "name": self.name, "anchors": anchors, "sealHash": self.seal_hash })
    }

    /// Writes the bag as a folder below `bags`. None if it has links or pipes, which are not to be had through a browser, or no file.
    pub(crate) fn as_folder(&self, bags: &Path) -> Option<PathBuf> {
        if self.bag.clone().into_store().is_none() || self.bag.regular_files().next().is_none() {
            return None;
        }
        let bag = bags.join(&self.name);
        self.bag.write_to(&bag).expect("write the bag");
        Some(bag)
    }

    /// The program's options.
    pub(crate) fn options(&self) -> Vec<String> {
        let files = self.files.iter().flat_map(|(kind, path)| [format!("--{kind}"), path.display().to_string()]);
        let hash = self.seal_hash.iter().flat_map(|hash| ["--seal-hash".to_owned(), hash.clone()]);
        files.chain(hash).collect()
    }

    pub(crate) fn anchors(&self) -> Anchors {
        let seal_hash = self.seal_hash.as_ref().and_then(|hash| Sha256Digest::from_hex(hash));
        let mut anchors = Anchors { seal_hash, ..Anchors::default() };
        for (kind, path) in &self.files {
            let content = fs::read(path).expect("an anchor");
            match *kind {
                "authority" => anchors.authorities.push(Keyset::parse(&content).expect("keys")),
                "signer" => anchors.signers.extend_from_slice(Keyset::parse(&content).expect("a key").keys()),
                "roster" => anchors.rosters.push(content),
                _ => anchors.receipts.push(content),
            }
        }
        anchors
    }
}

/// The golden bags.
pub(crate) fn golden() -> Vec<Subject> {
    let folder = workspace().join("fixtures/golden/v1");
    let cases: Vec<Value> =
        serde_json::from_slice(&fs::read(folder.join("golden.json")).expect("golden.json")).expect("cases");
    let subject = |case: &Value| {
        let text = |key: &str| case[key].as_str().map(str::to_owned);
        let archive = text("bag").expect("a bag");
        let root = format!("{}.bag", archive.trim_end_matches(".tar"));
        let bag = Tree::from_tar(&fs::read(folder.join(&archive)).expect("a bag"), &root).expect("an archive");
        let files = KINDS.into_iter().filter_map(|kind| Some((kind, folder.join(text(kind)?)))).collect();
        Subject { name: format!("golden-{}", text("name").expect("a name")), bag, files, seal_hash: text("seal_hash") }
    };
    cases.iter().map(subject).collect()
}
