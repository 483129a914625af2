//! A sealed bag, people with keys, and what they enter.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sealbag::append::{
    AppendError, Appended, DEFAULT_WAIT, LogView, Moment, OnViolation, Request, Verification, append, view,
};
use sealbag::seal::{self, OnUnreadable, Surroundings};
use sealbag::verify::Anchors;
use sealbag_custody::event::{Actor, EventRecord, EventType, Order, Recipient};
use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::replay::Breach;
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::seal_record::{Cosigner, Payload, Reread, SignerIdentity};
use sealbag_custody::statement::{Change, Present, Statement};
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::ExtraAlgorithms;
use sealbag_manifest::observer::Silent;
use tempfile::TempDir;

/// Seconds since 1970 when the bag was sealed.
pub(crate) const SEALED: i64 = 1_795_000_000;

pub(crate) fn text(text: &str) -> Text {
    Text::new(text).expect("plain text")
}

pub(crate) fn at(seconds: i64) -> UtcTime {
    UtcTime::from_unix_seconds(SEALED + seconds).expect("a time")
}

/// Somebody with a key.
pub(crate) struct Somebody {
    pub(crate) name: &'static str,
    pub(crate) key: KeyPair,
}

impl Somebody {
    fn new(name: &'static str, seed: u8) -> Self {
        Self { name, key: KeyPair::from_seed(&[seed; 32]).expect("a key") }
    }
}

pub(crate) struct Scene {
    dir: TempDir,
    pub(crate) bag: PathBuf,
    pub(crate) officer: Somebody,
    pub(crate) second: Somebody,
    pub(crate) lab: Somebody,
    pub(crate) stranger: Somebody,
    pub(crate) anchors: Anchors,
}

impl Scene {
    /// A bag that nobody has to countersign.
    pub(crate) fn open() -> Self {
        Self::sealed(&[], None)
    }

    /// A bag that the second officer is to countersign.
    pub(crate) fn cosigned() -> Self {
        Self::sealed(&["second"], None)
    }

    /// A bag whose seal names this roster.
    pub(crate) fn with_roster(roster: seal::RosterFile) -> Self {
        Self::sealed(&[], Some(roster))
    }

    fn sealed(names: &[&str], roster: Option<seal::RosterFile>) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let scene = Self {
            bag: dir.path().join("A1.bag"),
            dir,
            officer: Somebody::new("Officer", 1),
            second: Somebody::new("Second", 2),
            lab: Somebody::new("Lab", 3),
            stranger: Somebody::new("Stranger", 4),
            anchors: Anchors::default(),
        };
        let evidence = scene.dir.path().join("evidence");
        fs::create_dir(&evidence).expect("a directory");
        fs::write(evidence.join("notes.txt"), "meet at nine\n").expect("a file");
        let mut statement = Statement::default();
        statement.exhibit.number = Some(text("A1"));
        let key = |somebody: &Somebody| somebody.key.public_key().clone();
        let cosigners = names.iter().map(|_| Cosigner { name: text("Second"), key: key(&scene.second), role: None });
        let request = seal::Request {
            sources: vec![evidence],
            bag: scene.bag.clone(),
            statement,
            signer: SignerIdentity { name: text("Officer"), key: key(&scene.officer), role: None, capacity: None },
            payload: Payload::Copy,
            extra: ExtraAlgorithms::default(),
            reread: Reread::Done,
            unreadable: OnUnreadable::Stop,
            previous: None,
            roster,
            cosigners: cosigners.collect(),
            profile: (text("generic"), None),
        };
        let now = || at(0);
        seal::seal(&request, None, &Surroundings { signer: &scene.officer.key, now: &now, progress: &Silent })
            .expect("a bag");
        Self { anchors: Anchors { signers: vec![key(&scene.officer)], ..Anchors::default() }, ..scene }
    }

    pub(crate) fn view(&self) -> LogView {
        view(&self.bag, &self.anchors).expect("a log")
    }

    pub(crate) fn head(&self) -> Sha256Digest {
        self.view().last.hash
    }

    /// An event with all that its type needs.
    pub(crate) fn event(&self, kind: EventType, who: &Somebody) -> EventRecord {
        let view = self.view();
        let actor = Actor { name: text(who.name), key: who.key.public_key().clone(), role: None, capacity: None };
        let mut event = EventRecord::new(view.seal.bag, view.seal_hash, kind, at(60), text("a purpose"), actor);
        event.roster = view.roster_reference(who.key.public_key());
        if kind.needs_reference() {
            event.reference = Some(view.last.hash);
        }
        if kind.is_release() || matches!(kind, EventType::Return | EventType::Disclose) {
            let key = Some(self.lab.key.public_key().clone());
            event.to = Some(Recipient { name: text("Lab"), key, role: None, organisation: None });
        }
        if matches!(kind, EventType::Return | EventType::Dispose | EventType::Hold | EventType::Unhold) {
            event.order = Some(Order { number: Some(text("5")), ..Order::default() });
        }
        if kind == EventType::Dispose {
            event.present = vec![Present { name: text("A witness"), role: None }];
        }
        if kind == EventType::Open {
            event.change = vec![Change { what: text("a file"), why: None, by: None }];
        }
        if kind == EventType::Object {
            event.remarks = vec![text("a remark")];
        }
        event
    }

    pub(crate) fn request(&self, event: EventRecord) -> Request<'_> {
        Request {
            bag: &self.bag,
            event,
            moment: Moment::Stated,
            anchors: &self.anchors,
            source: None,
            verification: Verification::IfNeeded,
            on_violation: OnViolation::Refuse,
            tokens: Vec::new(),
            wait: DEFAULT_WAIT,
        }
    }

    pub(crate) fn try_append(&self, who: &Somebody, request: &Request<'_>) -> Result<Appended, AppendError> {
        let now = || at(60);
        append(request, &Surroundings { signer: &who.key, now: &now, progress: &Silent })
    }

    /// Enters an event.
    #[track_caller]
    pub(crate) fn enter(&self, who: &Somebody, event: EventRecord) -> Appended {
        self.try_append(who, &self.request(event)).expect("an event that stands")
    }

    #[track_caller]
    pub(crate) fn enters(&self, who: &Somebody, kind: EventType) -> Appended {
        self.enter(who, self.event(kind, who))
    }

    /// The rule that refuses an event; nothing in the bag has changed.
    #[track_caller]
    pub(crate) fn breach(&self, who: &Somebody, event: EventRecord) -> Breach {
        match self.error(who, self.request(event)) {
            AppendError::Refused { breach, .. } => breach,
            other => panic!("refused otherwise: {other}"),
        }
    }

    /// Why an event was not entered; nothing in the bag has changed.
    #[track_caller]
    pub(crate) fn error(&self, who: &Somebody, request: Request<'_>) -> AppendError {
        let before = files(&self.bag);
        let error = self.try_append(who, &request).expect_err("a refusal");
        assert_eq!(files(&self.bag), before);
        error
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }
}

/// Every file of a bag but the lock, with its bytes.
pub(crate) fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut pending = vec![root.to_owned()];
    while let Some(directory) = pending.pop() {
        for entry in fs::read_dir(&directory).expect("a directory") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                pending.push(path);
            } else if !path.ends_with("custody/.lock") {
                found.insert(path.clone(), fs::read(path).expect("a file"));
            }
        }
    }
    found
}
