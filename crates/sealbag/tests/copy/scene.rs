//! An office with a key, evidence, and bags made of it by the library.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use sealbag::bag::DirectoryStore;
use sealbag::copy::{CopyError, CopyRequest, copy};
use sealbag::previous::{PreviousLog, gather};
use sealbag::progress::Progress;
use sealbag::seal::{OnUnreadable, Request, Sealed, Surroundings, seal};
use sealbag::verdict::{Outcome, Verdict};
use sealbag::verify::{Anchors, Depth, Options, verify};
use sealbag_custody::event::{Actor, EventRecord, EventType};
use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::page;
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::seal_record::{Payload, Relation, Reread, SealRecord, SignerIdentity};
use sealbag_custody::sshsig::Namespace;
use sealbag_custody::statement::Statement;
use sealbag_custody::text::Text;
use sealbag_manifest::hash::{ExtraAlgorithms, sha256};
use sealbag_manifest::layout::SEAL;
use sealbag_manifest::observer::Silent;
use tempfile::TempDir;

/// Seconds since 1970 of everything that is signed here.
const NOW: i64 = 1_795_000_000;

pub(crate) fn now() -> UtcTime {
    UtcTime::from_unix_seconds(NOW).expect("a time")
}

pub(crate) fn text(text: &str) -> Text {
    Text::new(text).expect("plain text")
}

pub(crate) struct Scene {
    root: PathBuf,
    pub(crate) key: KeyPair,
    _dir: Option<TempDir>,
}

impl Scene {
    pub(crate) fn open() -> Self {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let scene = Self::at(dir.path());
        Self { _dir: Some(dir), ..scene }
    }

    /// The same office, seen from another process.
    pub(crate) fn at(root: &Path) -> Self {
        Self { root: root.to_owned(), key: KeyPair::from_seed(&[7; 32]).expect("a key"), _dir: None }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Files, an odd name, an empty directory, a link, an empty file.
    pub(crate) fn evidence(&self) -> PathBuf {
        let root = self.path("evidence");
        fs::create_dir_all(root.join("mail/empty")).expect("directories");
        fs::write(root.join("notes.txt"), "meet at nine\n").expect("a file");
        fs::write(root.join("odd:name?"), "odd\n").expect("a file");
        fs::write(root.join("mail/inbox"), vec![b'm'; 70_000]).expect("a file");
        fs::write(root.join("nothing"), "").expect("a file");
        symlink("notes.txt", root.join("link")).expect("a link");
        root
    }

    pub(crate) fn signer(&self) -> SignerIdentity {
        SignerIdentity { name: text("Officer"), key: self.key.public_key().clone(), role: None, capacity: None }
    }

    pub(crate) fn statement(&self, exhibit: &str) -> Statement {
        let mut statement = Statement::default();
        statement.exhibit.number = Some(text(exhibit));
        statement
    }

    pub(crate) fn request(&self, source: &Path, bag: &str) -> Request {
        Request {
            sources: vec![source.to_owned()],
            bag: self.path(bag),
            statement: self.statement("A1"),
            signer: self.signer(),
            payload: Payload::Copy,
            extra: ExtraAlgorithms { md5: true, ..ExtraAlgorithms::default() },
            reread: Reread::Done,
            unreadable: OnUnreadable::Stop,
            previous: None,
            roster: None,
            cosigners: Vec::new(),
            profile: (text("generic"), None),
        }
    }

    pub(crate) fn with<T>(&self, progress: &dyn Progress, work: impl FnOnce(&Surroundings<'_>) -> T) -> T {
        work(&Surroundings { signer: &self.key, now: &now, progress })
    }

    /// Seals the evidence.
    pub(crate) fn seal(&self, bag: &str) -> PathBuf {
        self.seal_request(&self.request(&self.evidence(), bag)).bag
    }

    pub(crate) fn seal_request(&self, request: &Request) -> Sealed {
        self.with(&Silent, |surroundings| seal(request, None, surroundings)).expect("a sealed bag")
    }

    /// Appends a signed event to the log of a bag.
    pub(crate) fn append(&self, bag: &Path) {
        let hash_of = |name: String| sha256(&fs::read(bag.join(name)).expect("an event"));
        let index = (1..).find(|index| !bag.join(format!("custody/{index:06}.txt")).exists()).expect("a free number");
        let actor = Actor { name: text("Officer"), key: self.key.public_key().clone(), role: None, capacity: None };
        let seal = hash_of(SEAL.to_owned());
        let event = EventRecord {
            index,
            prev: hash_of(format!("custody/{:06}.txt", index - 1)),
            ..EventRecord::new(record(bag).bag, seal, EventType::Access, now(), text("looked at the shelf"), actor)
        };
        let bytes = event.to_bytes().expect("an event");
        let armour = self.key.sign(Namespace::Event, &bytes).expect("a signature");
        let page = page::join(&bytes, &armour).expect("a page");
        fs::write(bag.join(format!("custody/{index:06}.txt")), page).expect("an event");
    }

    pub(crate) fn gather(&self, bag: &Path, relation: Relation) -> PreviousLog {
        gather(&store(bag), relation).expect("a log")
    }

    pub(crate) fn copy_request<'a>(&self, source: &'a Path, bag: &str) -> CopyRequest<'a> {
        let mut statement = self.statement("A1-copy");
        statement.exhibit.root_number = Some(text("A1"));
        CopyRequest {
            source,
            bag: self.path(bag),
            statement,
            signer: self.signer(),
            previous: self.gather(source, Relation::Copy),
            roster: None,
            cosigners: Vec::new(),
            profile: (text("generic"), None),
        }
    }

    pub(crate) fn try_copy(&self, source: &Path, bag: &str) -> Result<Sealed, CopyError> {
        self.with(&Silent, |surroundings| copy(&self.copy_request(source, bag), surroundings))
    }

    pub(crate) fn copy(&self, source: &Path, bag: &str) -> PathBuf {
        self.try_copy(source, bag).expect("a copy").bag
    }

    pub(crate) fn verdict(&self, bag: &Path) -> Verdict {
        let anchors = Anchors { signers: vec![self.key.public_key().clone()], ..Anchors::default() };
        let store = store(bag);
        verify(&store, &Options { anchors: &anchors, depth: Depth::Full, source: None, progress: &Silent })
    }

    /// The bag holds, with the signer's key as the anchor.
    pub(crate) fn expect_confirmed(&self, bag: &Path) {
        let verdict = self.verdict(bag);
        assert_eq!(verdict.outcome(), Outcome::ConfirmedWithRemarks, "{:?}", verdict.findings());
    }

    /// Nothing has the name of the bag.
    pub(crate) fn expect_nothing_published(&self, bag: &str) {
        assert!(!self.path(bag).exists(), "{bag} was published");
    }
}

pub(crate) fn store(bag: &Path) -> DirectoryStore {
    DirectoryStore::open(bag).expect("a bag")
}

pub(crate) fn record(bag: &Path) -> SealRecord {
    let page = fs::read(bag.join(SEAL)).expect("event 0");
    let page = page::verify(&page, Namespace::Seal).expect("a signature");
    SealRecord::parse(page.record()).expect("a record")
}

/// Every file below a directory with its bytes; directories with none.
pub(crate) fn tree(root: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut pending = vec![root.to_owned()];
    while let Some(directory) = pending.pop() {
        for entry in fs::read_dir(&directory).expect("a directory") {
            let path = entry.expect("an entry").path();
            let relative = path.strip_prefix(root).expect("below the root").to_owned();
            let is_dir = path.symlink_metadata().expect("metadata").is_dir();
            found.insert(relative, if is_dir { None } else { Some(fs::read(&path).unwrap_or_default()) });
            if is_dir {
                pending.push(path);
            }
        }
    }
    found
}
