//! The story as it should be: sealed, countersigned, handed over, examined, returned, verified by a court.

use super::stage::Stage;
use crate::diagnose::CliError;

/// What everybody in the story has: the authority's public key, received on paper, and its roster.
pub(super) const ANCHORS: &[&str] = &["--authority", "keyoffice.pub", "--roster", "roster.txt"];

/// Plays it.
pub(super) fn play(stage: &Stage<'_>) -> Result<(), CliError> {
    people(stage)?;
    sealing(stage)?;
    hand_over(stage)?;
    examination(stage)?;
    court(stage)
}

fn people(stage: &Stage<'_>) -> Result<(), CliError> {
    stage.tell("Once in a career, everybody makes a key. The ministry's key office makes one too.")?;
    for (file, name) in [
        ("keyoffice", "Key Office of the Ministry"),
        ("officer", "Insp. A. Demo"),
        ("second", "Lt. B. Second"),
        ("lab", "Dr. C. Lab"),
    ] {
        stage.step(0, "key new --no-passphrase --out", &[file, name])?;
    }
    stage.tell("The key office keeps the roster: whose key it is, in which role. It signs it and publishes its own key on paper.")?;
    stage.step(0, "roster new --out roster.txt --country KZ --authority-name", &["Key Office of the Ministry"])?;
    for (file, id, name, role, body) in [
        ("officer.pub", "a-demo", "Insp. A. Demo", "investigator", "Police Department, Astana"),
        ("second.pub", "b-second", "Lt. B. Second", "investigator", "Police Department, Astana"),
        ("lab.pub", "c-lab", "Dr. C. Lab", "expert,custodian", "Forensic laboratory, Astana"),
    ] {
        let words = ["--key", file, "--id", id, "--role", role, "--name", name, "--organisation", body];
        stage.step(0, "roster add roster.txt --valid-from 2020-01-01", &words)?;
    }
    stage.step(0, "roster sign roster.txt --key keyoffice", &[])?;
    Ok(())
}

fn sealing(stage: &Stage<'_>) -> Result<(), CliError> {
    stage.make_exhibit()?;
    stage.tell("The officer has seized a phone's export, exhibit/. It is read once, copied, read back, and sealed.")?;
    let words = ["--cosigner", "second.pub", "--roster", "roster.txt", "--description", "export of a phone"];
    stage.step(0, "seal exhibit --key officer --case DEMO-2026-17 --exhibit A1", &words)?;
    stage.tell("A second officer was there and countersigns. Before that the exhibit could not be handed over:")?;
    let purpose = ["--purpose", "forensic examination"];
    stage.step(64, "release A1.bag --to lab.pub --key officer", &[ANCHORS, &purpose].concat())?;
    let purpose = ["--purpose", "was present at the sealing"];
    stage.step(0, "custody countersign A1.bag --key second", &[ANCHORS, &purpose].concat())?;
    Ok(())
}

fn hand_over(stage: &Stage<'_>) -> Result<(), CliError> {
    stage.tell("The officer hands the exhibit over to the laboratory, which verifies it and signs that it took it.")?;
    let purpose = ["--purpose", "forensic examination"];
    stage.step(0, "release A1.bag --to lab.pub --key officer", &[ANCHORS, &purpose].concat())?;
    stage.tell("Nobody else can take it:")?;
    stage.step(64, "accept A1.bag --yes --key second", ANCHORS)?;
    stage.step(0, "accept A1.bag --yes --key lab", ANCHORS)?;
    stage.tell("Nor can the officer, who does not hold it any more, give it to somebody else:")?;
    stage.step(64, "release A1.bag --to second.pub --key officer", &[ANCHORS, &purpose].concat())?;
    // The bag as the laboratory received it: what it would start from to tell another story.
    stage.copy_bag("A1.bag", "received.bag")?;
    Ok(())
}

fn examination(stage: &Stage<'_>) -> Result<(), CliError> {
    stage.tell("The laboratory works on a copy: a bag of its own, with the log of the first one inside.")?;
    let words = [ANCHORS, &["--purpose", "working copy for the examination"]].concat();
    stage.step(0, "custody copy A1.bag --out A1-1.bag --exhibit A1-1 --key lab", &words)?;
    let words = [ANCHORS, &["--purpose", "search for payments"]].concat();
    stage.step(0, "custody examine-start A1-1.bag --key lab", &words)?;
    stage.step(0, "extract A1-1.bag --to desk", ANCHORS)?;
    stage.step(0, "custody examine-end A1-1.bag --key lab", &words)?;
    stage.tell("It returns the exhibit. Each side keeps a receipt of the log.")?;
    let words = [ANCHORS, &["--purpose", "examination done"]].concat();
    stage.step(0, "release A1.bag --to officer.pub --key lab", &words)?;
    stage.step(0, "accept A1.bag --yes --key officer", ANCHORS)?;
    Ok(())
}

fn court(stage: &Stage<'_>) -> Result<(), CliError> {
    stage.tell("A court receives the bag. With nothing else in hand it can say little, and says so.")?;
    stage.step(2, "verify A1.bag", &[])?;
    stage.tell("With the authority's public key alone, from the gazette and not from the bag:")?;
    stage.step(0, "verify A1.bag --authority keyoffice.pub", &[])?;
    stage.tell("Who had it, when and why:")?;
    stage.step(0, "log A1.bag", ANCHORS)?;
    stage.tell("An auditor looks at everything that lies here, and compares copies with each other:")?;
    stage.step(0, "audit A1.bag A1-1.bag", ANCHORS)?;
    Ok(())
}
