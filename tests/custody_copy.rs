//! A copy of a bag satisfies the stock tools like the bag that it was made of, and gives the same tree.

use std::fs;
use std::path::{Path, PathBuf};

use sealbag::bag::DirectoryStore;
use sealbag::copy::{CopyRequest, copy};
use sealbag::extract::{self, Unanchored};
use sealbag::previous::gather;
use sealbag::seal::{OnUnreadable, Request, Surroundings, seal};
use sealbag::verify::Anchors;
use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::seal_record::{Payload, Relation, Reread, SignerIdentity};
use sealbag_custody::statement::Statement;
use sealbag_custody::text::Text;
use sealbag_manifest::hash::ExtraAlgorithms;
use sealbag_manifest::observer::Silent;
use sealbag_tests::compare::{Allowed, differences};
use sealbag_tests::hostile::hostile;
use sealbag_tests::snapshot::snapshot;
use sealbag_tests::stock;

struct Office {
    dir: tempfile::TempDir,
    key: KeyPair,
}

impl Office {
    fn open() -> Self {
        let office = Self {
            dir: tempfile::tempdir().expect("a temporary directory"),
            key: KeyPair::generate().expect("random numbers"),
        };
        fs::write(office.path("officer.pub"), format!("{} officer\n", office.key.public_key().to_line()))
            .expect("a public key");
        office
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn signer(&self) -> SignerIdentity {
        SignerIdentity { name: text("Officer"), key: self.key.public_key().clone(), role: None, capacity: None }
    }

    fn seal(&self, source: &Path) -> PathBuf {
        let request = Request {
            sources: vec![source.to_owned()],
            bag: self.path("A1.bag"),
            statement: statement("A1"),
            signer: self.signer(),
            payload: Payload::Copy,
            extra: ExtraAlgorithms::default(),
            reread: Reread::Done,
            unreadable: OnUnreadable::Stop,
            previous: None,
            roster: None,
            cosigners: Vec::new(),
            profile: (text("generic"), None),
        };
        seal(&request, None, &self.surroundings()).expect("a sealed bag").bag
    }

    fn copy(&self, source: &Path, name: &str) -> PathBuf {
        let store = DirectoryStore::open(source).expect("a bag");
        let request = CopyRequest {
            source,
            bag: self.path(name),
            statement: statement(name),
            signer: self.signer(),
            previous: gather(&store, Relation::Copy).expect("a log"),
            roster: None,
            cosigners: Vec::new(),
            profile: (text("generic"), None),
        };
        copy(&request, &self.surroundings()).expect("a copy").bag
    }

    fn surroundings(&self) -> Surroundings<'_> {
        let now = &|| UtcTime::from_unix_seconds(1_795_000_000).expect("a time");
        Surroundings { signer: &self.key, now, progress: &Silent }
    }
}

fn text(text: &str) -> Text {
    Text::new(text).expect("plain text")
}

fn statement(exhibit: &str) -> Statement {
    let mut statement = Statement::default();
    statement.exhibit.number = Some(text(exhibit));
    statement
}

#[test]
fn copies_of_a_hostile_tree_satisfy_stock_tools_and_come_back() {
    let office = Office::open();
    let source = office.path("source");
    hostile(&source).expect("make the tree");
    let first = office.copy(&office.seal(&source), "A1-copy.bag");
    let second = office.copy(&first, "A1-copy-2.bag");

    for bag in [&first, &second] {
        stock::all_accept(bag, &office.path("officer.pub"));
    }
    let to = office.path("out");
    let request = extract::Request {
        store: &DirectoryStore::open(&second).expect("a bag"),
        anchors: &Anchors { signers: vec![office.key.public_key().clone()], ..Anchors::default() },
        unanchored: Unanchored::Refuse,
        paths: &[],
        to: &to,
        allowed: extract::Allowed { devices: true, setuid: true },
        progress: &Silent,
    };
    extract::extract(&request).expect("an extracted bag");
    let (was, is) = (snapshot(&source).expect("the source"), snapshot(&to).expect("the copy"));
    assert_eq!(differences(&was, &is, Allowed { own_root: true, ..Allowed::default() }), Vec::<String>::new());
}
