//! The verdict of the program on the same bag: of a packed bag by the program itself, of a folder as a browser shows it.

use std::fs;
use std::path::Path;

use sealbag::verify::{Anchors, Depth, Options, verify};
use sealbag_custody::public_key::PublicKey;
use sealbag_manifest::observer::Silent;
use sealbag_manifest::store::{Area, BagFile, BagStore, DirectoryStore, Object, ObjectKind, OpenError, Unseen};
use sealbag_tests::program::Office;
use serde_json::{Value, json};

/// A bag on disk as a browser shows it.
struct Shown(DirectoryStore);

impl BagStore for Shown {
    fn unseen(&self) -> &[Unseen] {
        &[Unseen::Links, Unseen::SpecialFiles, Unseen::EmptyDirectories]
    }

    fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>)) {
        self.0.list(area, &mut |object| {
            if matches!(object.kind, ObjectKind::File) {
                visit(object);
            }
        });
    }

    fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError> {
        self.0.open(path)
    }
}

/// The office's signer as an anchor: for the program, and as the page is given it.
pub(crate) fn signer(office: &Office) -> (Anchors, Value) {
    let line = fs::read_to_string(office.signer()).expect("a key");
    let key = PublicKey::from_line(line.trim_end()).expect("a key").0;
    (Anchors { signers: vec![key], ..Anchors::default() }, json!([{ "kind": "signer", "path": office.signer() }]))
}

/// The verdict on a folder as a browser shows it, as JSON.
pub(crate) fn of_folder(bag: &Path, anchors: &Anchors, depth: Depth) -> String {
    as_json(&Shown(DirectoryStore::open(bag).expect("open the bag")), anchors, depth)
}

/// The verdict on any bag, as JSON.
pub(crate) fn as_json(store: &dyn BagStore, anchors: &Anchors, depth: Depth) -> String {
    serde_json::to_string(&verify(store, &Options::new(anchors, depth, &Silent))).expect("JSON")
}
