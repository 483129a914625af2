//! Those that write rosters and recognitions, signed by one key or by several.

use super::{Act, Again, LAB, Leaf, OFFICER};

const THIRD: &[&str] = &["key", "new", "third", "--out", "third.key", "--no-passphrase"];
const BEGIN: &[&str] = &["roster", "new", "--authority-name", "Office", "--out", "roster.txt"];
const ADD: &[&str] = &[
    "roster",
    "add",
    "roster.txt",
    "--key",
    "officer.key.pub",
    "--id",
    "a.b",
    "--name",
    "A. B",
    "--role",
    "investigator",
    "--valid-from",
    "2020-01-01",
];
const ADD_LAB: &[&str] = &[
    "roster",
    "add",
    "roster.txt",
    "--key",
    "lab.key.pub",
    "--id",
    "c.d",
    "--name",
    "C. D",
    "--role",
    "expert",
    "--valid-from",
    "2020-01-01",
];
const SIGN_BY_LAB: &[&str] = &["roster", "sign", "roster.txt", "--key", "lab.key"];

/// All three of three keys must sign.
const BEGIN_JOINT: &[&str] = &[
    "roster",
    "new",
    "--authority-name",
    "Office",
    "--authority-key",
    "officer.key.pub",
    "--authority-key",
    "lab.key.pub",
    "--authority-key",
    "third.key.pub",
    "--threshold",
    "3",
    "--out",
    "roster.txt",
];
const SIGN_BY_OFFICER: &[&str] = &["roster", "sign", "roster.txt", "--key", "officer.key"];
const SIGN_BY_THIRD: &[&str] = &["roster", "sign", "roster.txt", "--key", "third.key"];

/// The roster of another authority.
const BEGIN_OTHER: &[&str] = &["roster", "new", "--authority-name", "Abroad", "--out", "abroad.txt"];
const SIGN_OTHER: &[&str] = &["roster", "sign", "abroad.txt", "--key", "third.key"];
const RECOGNITION: &[&str] = &[
    "roster",
    "recognize",
    "abroad.txt",
    "--by",
    "roster.txt",
    "--purpose",
    "request 14",
    "--role",
    "expert",
    "--valid-from",
    "2026-01-01",
    "--valid-to",
    "2099-01-01",
    "--key",
    "lab.key",
    "--out",
    "recognition.txt",
];

const fn draft(
    name: &'static str,
    file: &'static [Leaf],
    before: &'static [&'static [&'static str]],
    words: &'static [&'static str],
) -> Act {
    Act { name, before, words, leaves: file, changes: &[], again: Again::Same }
}

pub(super) const NEW: Act = draft("roster new", &[Leaf::Draft("roster.txt.draft")], &[OFFICER], BEGIN);
pub(super) const NEW_JOINT: Act =
    draft("roster new, of three keys", &[Leaf::Draft("roster.txt.draft")], &[OFFICER, LAB, THIRD], BEGIN_JOINT);
pub(super) const ADDED: Act = draft("roster add", &[Leaf::Draft("roster.txt.draft")], &[OFFICER, BEGIN], ADD);
pub(super) const RETIRE: Act = draft(
    "roster retire",
    &[Leaf::Draft("roster.txt.draft")],
    &[OFFICER, LAB, BEGIN, ADD, ADD_LAB],
    &["roster", "retire", "roster.txt", "--id", "a.b", "--at", "2026-01-01", "--reason", "left"],
);
pub(super) const REVOKE: Act = draft(
    "roster revoke",
    &[Leaf::Draft("roster-2.txt.draft")],
    &[OFFICER, LAB, BEGIN, ADD, ADD_LAB, SIGN_BY_LAB],
    &[
        "roster",
        "revoke",
        "roster.txt",
        "--key",
        "officer.key.pub",
        "--compromised-since",
        "2026-01-01",
        "--reason",
        "stolen",
    ],
);
pub(super) const REKEY: Act = draft(
    "roster rekey",
    &[Leaf::Draft("roster-2.txt.draft")],
    &[OFFICER, LAB, BEGIN, ADD, SIGN_BY_LAB],
    &["roster", "rekey", "roster.txt", "--authority-key", "officer.key.pub"],
);
pub(super) const ENTER: Act = draft(
    "roster enter",
    &[Leaf::Draft("roster-2.txt.draft")],
    &[LAB, THIRD, BEGIN, SIGN_BY_LAB, BEGIN_OTHER, SIGN_OTHER, RECOGNITION],
    &["roster", "enter", "roster.txt", "--recognition", "recognition.txt"],
);
pub(super) const SIGN: Act = Act {
    name: "roster sign",
    before: &[OFFICER, LAB, BEGIN, ADD],
    words: SIGN_BY_LAB,
    leaves: &[Leaf::Roster("roster.txt")],
    changes: &["roster.txt.draft"],
    again: Again::Same,
};
pub(super) const SIGN_FIRST: Act = Act {
    name: "roster sign, first of three",
    before: &[OFFICER, LAB, THIRD, BEGIN_JOINT, ADD],
    words: SIGN_BY_OFFICER,
    leaves: &[Leaf::PartOfRoster("roster.txt.part", 1)],
    changes: &[],
    again: Again::Same,
};
pub(super) const SIGN_NEXT: Act = Act {
    name: "roster sign, second of three",
    before: &[OFFICER, LAB, THIRD, BEGIN_JOINT, ADD, SIGN_BY_OFFICER],
    words: SIGN_BY_THIRD,
    leaves: &[Leaf::PartOfRoster("roster.txt.part", 2)],
    changes: &[],
    again: Again::Same,
};
pub(super) const SIGN_LAST: Act = Act {
    name: "roster sign, last of three",
    before: &[OFFICER, LAB, THIRD, BEGIN_JOINT, ADD, SIGN_BY_OFFICER, SIGN_BY_THIRD],
    words: SIGN_BY_LAB,
    leaves: &[Leaf::Roster("roster.txt")],
    changes: &["roster.txt.draft", "roster.txt.part"],
    again: Again::Same,
};
pub(super) const RECOGNIZE: Act = Act {
    name: "roster recognize",
    before: &[LAB, THIRD, BEGIN, SIGN_BY_LAB, BEGIN_OTHER, SIGN_OTHER],
    words: RECOGNITION,
    leaves: &[Leaf::Recognition("recognition.txt")],
    changes: &[],
    again: Again::Same,
};
pub(super) const RECOGNIZE_FIRST: Act = Act {
    name: "roster recognize, first of three",
    before: &[OFFICER, LAB, THIRD, BEGIN_JOINT, SIGN_BY_OFFICER, SIGN_BY_THIRD, SIGN_BY_LAB, BEGIN_OTHER, SIGN_OTHER],
    words: RECOGNITION,
    leaves: &[Leaf::PartOfRecognition("recognition.txt.part", 1)],
    changes: &[],
    again: Again::Same,
};
pub(super) const RECOGNIZE_LAST: Act = Act {
    name: "roster recognize, last of three",
    before: &[
        OFFICER,
        LAB,
        THIRD,
        BEGIN_JOINT,
        SIGN_BY_OFFICER,
        SIGN_BY_THIRD,
        SIGN_BY_LAB,
        BEGIN_OTHER,
        SIGN_OTHER,
        RECOGNITION,
        &["roster", "sign", "recognition.txt.part", "--key", "officer.key"],
    ],
    words: &["roster", "sign", "recognition.txt.part", "--key", "third.key"],
    leaves: &[Leaf::Recognition("recognition.txt")],
    changes: &["recognition.txt.part"],
    again: Again::Same,
};
