//! The commands that write, each with what must be there before it and what it leaves.

mod rosters;

/// One command.
pub struct Act {
    /// Its name in the table.
    pub name: &'static str,
    /// Commands before it, without faults; words that begin with `!` make what no command makes.
    pub before: &'static [&'static [&'static str]],
    /// The command itself. `{evidence}` is where the evidence lies.
    pub words: &'static [&'static str],
    /// What it leaves.
    pub leaves: &'static [Leaf],
    /// Files that it changes or removes besides.
    pub changes: &'static [&'static str],
    /// How it is finished after it failed.
    pub again: Again,
}

/// Something that a command leaves: whole, or not at all.
#[derive(Clone, Copy, Debug)]
pub enum Leaf {
    /// A bag that verifies with this key as the anchor.
    Bag(&'static str, &'static str),
    /// The text for the paper act of a bag. The program may succeed without it, because it printed it.
    PaperAct(&'static str, &'static str),
    /// One more event in a bag that verifies with the officer's key.
    Event(&'static str),
    /// A receipt of a bag.
    Receipt(&'static str, &'static str),
    /// A pair of keys.
    Key(&'static str),
    /// A draft of a roster, new or changed.
    Draft(&'static str),
    /// A signed roster.
    Roster(&'static str),
    /// A roster that so many of its keys have signed, and too few.
    PartOfRoster(&'static str, usize),
    /// A signed recognition.
    Recognition(&'static str),
    /// A recognition that so many have signed, and too few.
    PartOfRecognition(&'static str, usize),
    /// The proof of a fork.
    Fork(&'static str),
    /// Results of an audit.
    Results(&'static str),
    /// A packed bag that verifies with this key as the anchor.
    Packed(&'static str, &'static str),
    /// The evidence, taken out of a bag.
    Tree(&'static str),
    /// A folder that means nothing.
    Playground(&'static str),
}

/// How an act is finished after it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// By the same command.
    Same,
    /// By `seal --resume`, or anew if it had not come far enough.
    Seal,
    /// By entering the bag that was made, or anew.
    Made(&'static str),
    /// By the same command, after what it left is removed.
    Anew,
}

const SEAL: &[&str] =
    &["seal", "{evidence}", "--out", "A1.bag", "--key", "officer.key", "--case", "1", "--exhibit", "A1"];
const OFFICER: &[&str] = &["key", "new", "Officer", "--out", "officer.key", "--no-passphrase"];
const TOKEN: &[&str] = &["!token", "token.tsr", "A1.bag/custody/000000.txt"];
const LAB: &[&str] = &["key", "new", "lab", "--out", "lab.key", "--no-passphrase"];
const RELEASE: &[&str] =
    &["release", "A1.bag", "--to", "lab.key.pub", "--purpose", "examination", "--key", "officer.key"];
const ACCEPT: &[&str] = &["accept", "A1.bag", "--yes", "--signer", "officer.key.pub", "--key", "lab.key"];
const OPEN: &[&str] = &[
    "custody",
    "open",
    "A1.bag",
    "--change",
    "a file is added",
    "--purpose",
    "completion",
    "--signer",
    "officer.key.pub",
    "--key",
    "officer.key",
];

/// A bag, sealed, and the keys of two people.
const SEALED: &[&[&str]] = &[OFFICER, LAB, SEAL];
const RELEASED: &[&[&str]] = &[OFFICER, LAB, SEAL, RELEASE];

const fn event(name: &'static str, before: &'static [&'static [&'static str]], words: &'static [&'static str]) -> Act {
    Act { name, before, words, leaves: &[Leaf::Event("A1.bag")], changes: &[], again: Again::Same }
}

/// Every command that writes.
pub static ACTS: &[Act] = &[
    Act {
        name: "seal",
        before: &[OFFICER],
        words: SEAL,
        leaves: &[Leaf::Bag("A1.bag", "officer.key.pub"), Leaf::PaperAct("A1.act.txt", "A1.bag")],
        changes: &[],
        again: Again::Seal,
    },
    Act {
        name: "seal detached",
        before: &[OFFICER],
        words: &[
            "seal",
            "{evidence}",
            "--out",
            "A1.bag",
            "--key",
            "officer.key",
            "--case",
            "1",
            "--exhibit",
            "A1",
            "--payload",
            "detached",
            "--json",
        ],
        leaves: &[Leaf::Bag("A1.bag", "officer.key.pub"), Leaf::PaperAct("A1.act.txt", "A1.bag")],
        changes: &[],
        again: Again::Seal,
    },
    Act {
        name: "seal --resume",
        before: &[
            OFFICER,
            &[
                "!interrupted",
                "seal",
                "{evidence}",
                "--out",
                "A1.bag",
                "--key",
                "officer.key",
                "--case",
                "1",
                "--exhibit",
                "A1",
            ],
        ],
        words: &["seal", "--resume", "--out", "A1.bag", "--key", "officer.key"],
        leaves: &[Leaf::Bag("A1.bag", "officer.key.pub"), Leaf::PaperAct("A1.act.txt", "A1.bag")],
        changes: &["A1.bag.partial"],
        again: Again::Seal,
    },
    Act {
        name: "key new",
        before: &[OFFICER],
        words: &["key", "new", "Second", "--out", "second.key", "--no-passphrase"],
        leaves: &[Leaf::Key("second.key")],
        changes: &[],
        again: Again::Anew,
    },
    rosters::NEW,
    rosters::NEW_JOINT,
    rosters::ADDED,
    rosters::RETIRE,
    rosters::REVOKE,
    rosters::REKEY,
    rosters::SIGN,
    rosters::SIGN_FIRST,
    rosters::SIGN_NEXT,
    rosters::SIGN_LAST,
    rosters::RECOGNIZE,
    rosters::RECOGNIZE_FIRST,
    rosters::RECOGNIZE_LAST,
    rosters::ENTER,
    Act {
        name: "release",
        before: SEALED,
        words: RELEASE,
        leaves: &[Leaf::Event("A1.bag"), Leaf::Receipt("A1.000001.receipt.txt", "A1.bag")],
        changes: &[],
        again: Again::Same,
    },
    Act {
        name: "accept",
        before: RELEASED,
        words: ACCEPT,
        leaves: &[Leaf::Event("A1.bag"), Leaf::Receipt("A1.000002.receipt.txt", "A1.bag")],
        changes: &[],
        again: Again::Same,
    },
    Act {
        name: "refuse",
        before: RELEASED,
        words: &["accept", "A1.bag", "--refuse", "not so", "--signer", "officer.key.pub", "--key", "lab.key"],
        leaves: &[Leaf::Event("A1.bag"), Leaf::Receipt("A1.000002.receipt.txt", "A1.bag")],
        changes: &[],
        again: Again::Same,
    },
    event("cancel", RELEASED, &["custody", "cancel", "A1.bag", "--key", "officer.key"]),
    event(
        "custody verify",
        SEALED,
        &["custody", "verify", "A1.bag", "--signer", "officer.key.pub", "--key", "officer.key", "--json"],
    ),
    event(
        "custody incident",
        SEALED,
        &["custody", "incident", "A1.bag", "--kind", "other", "--remark", "wet", "--purpose", "x", "--key", "lab.key"],
    ),
    event(
        "custody countersign",
        &[
            OFFICER,
            LAB,
            &[
                "seal",
                "{evidence}",
                "--out",
                "A1.bag",
                "--key",
                "officer.key",
                "--case",
                "1",
                "--exhibit",
                "A1",
                "--cosigner",
                "lab.key.pub",
            ],
        ],
        &["custody", "countersign", "A1.bag", "--key", "lab.key"],
    ),
    event("custody open", SEALED, OPEN),
    event(
        "custody examine-start",
        SEALED,
        &[
            "custody",
            "examine-start",
            "A1.bag",
            "--purpose",
            "look",
            "--signer",
            "officer.key.pub",
            "--key",
            "officer.key",
        ],
    ),
    Act {
        name: "custody object",
        before: SEALED,
        words: &["custody", "object", "A1.bag", "--remark", "a page is missing", "--key", "lab.key"],
        leaves: &[Leaf::Event("A1.bag"), Leaf::Receipt("A1.000001.receipt.txt", "A1.bag")],
        changes: &[],
        again: Again::Same,
    },
    event(
        "custody timestamp",
        &[OFFICER, SEAL, TOKEN],
        &["custody", "timestamp", "A1.bag", "--token", "token.tsr", "--key", "officer.key"],
    ),
    event(
        "timestamp --attach",
        &[OFFICER, SEAL, TOKEN],
        &["timestamp", "A1.bag", "--attach", "token.tsr", "--key", "officer.key"],
    ),
    event(
        "custody publish",
        &[OFFICER, LAB, SEAL, RELEASE, &["!rename", "A1.bag/custody/000001.txt", "kept.txt"]],
        &["custody", "publish", "A1.bag", "--page", "kept.txt"],
    ),
    Act {
        name: "custody copy",
        before: SEALED,
        words: &[
            "custody",
            "copy",
            "A1.bag",
            "--out",
            "C.bag",
            "--exhibit",
            "C",
            "--purpose",
            "working copy",
            "--signer",
            "officer.key.pub",
            "--key",
            "officer.key",
        ],
        leaves: &[Leaf::Bag("C.bag", "officer.key.pub"), Leaf::Event("A1.bag"), Leaf::PaperAct("C.act.txt", "C.bag")],
        changes: &[],
        again: Again::Made("copy"),
    },
    Act {
        name: "custody reseal",
        before: &[OFFICER, LAB, SEAL, OPEN],
        words: &[
            "custody",
            "reseal",
            "A1.bag",
            "--out",
            "C.bag",
            "--source",
            "{evidence}",
            "--signer",
            "officer.key.pub",
            "--key",
            "officer.key",
        ],
        leaves: &[Leaf::Bag("C.bag", "officer.key.pub"), Leaf::Event("A1.bag"), Leaf::PaperAct("C.act.txt", "C.bag")],
        changes: &[],
        again: Again::Made("reseal"),
    },
    Act {
        name: "receipt",
        before: RELEASED,
        words: &["receipt", "A1.bag", "--out", "kept.txt"],
        leaves: &[Leaf::Receipt("kept.txt", "A1.bag")],
        changes: &[],
        again: Again::Same,
    },
    Act {
        name: "fork make",
        before: &[
            OFFICER,
            LAB,
            SEAL,
            &["!copy", "A1.bag", "B.bag"],
            RELEASE,
            &[
                "custody",
                "incident",
                "B.bag",
                "--kind",
                "other",
                "--remark",
                "wet",
                "--purpose",
                "x",
                "--key",
                "officer.key",
            ],
        ],
        words: &["fork", "make", "A1.bag", "B.bag", "--out", "fork.txt"],
        leaves: &[Leaf::Fork("fork.txt")],
        changes: &[],
        again: Again::Same,
    },
    Act {
        name: "audit --resume",
        before: RELEASED,
        words: &["audit", "A1.bag", "--signer", "officer.key.pub", "--resume", "results.ndjson", "--fixity"],
        leaves: &[Leaf::Results("results.ndjson")],
        changes: &[],
        again: Again::Same,
    },
    Act {
        name: "extract",
        before: SEALED,
        words: &["extract", "A1.bag", "--to", "out", "--signer", "officer.key.pub"],
        leaves: &[Leaf::Tree("out")],
        changes: &[],
        again: Again::Same,
    },
    Act {
        name: "pack",
        before: SEALED,
        words: &["pack", "A1.bag"],
        leaves: &[Leaf::Packed("A1.bag.zip", "officer.key.pub")],
        changes: &[],
        again: Again::Same,
    },
    Act {
        name: "unpack",
        before: &[OFFICER, LAB, SEAL, &["pack", "A1.bag"], &["!rename", "A1.bag", "first.bag"]],
        words: &["unpack", "A1.bag.zip", "--json"],
        leaves: &[Leaf::Bag("A1.bag", "officer.key.pub")],
        changes: &[],
        again: Again::Same,
    },
    Act {
        name: "demo",
        before: &[],
        words: &["demo", "play"],
        leaves: &[Leaf::Playground("play")],
        changes: &[],
        again: Again::Anew,
    },
];
