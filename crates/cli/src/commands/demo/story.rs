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
    stage.tell("say-demo-keys")?;
    for (file, name) in [
        ("keyoffice", "say-demo-name-office"),
        ("officer", "say-demo-name-officer"),
        ("second", "say-demo-name-second"),
        ("lab", "say-demo-name-lab"),
    ] {
        stage.step(0, "key new --no-passphrase --out", &[file, name])?;
    }
    stage.tell("say-demo-roster")?;
    stage.step(0, "roster new --out roster.txt --country KZ --authority-name", &["say-demo-name-office"])?;
    for (file, id, name, role, body) in [
        ("officer.pub", "a-demo", "say-demo-name-officer", "investigator", "say-demo-police"),
        ("second.pub", "b-second", "say-demo-name-second", "investigator", "say-demo-police"),
        ("lab.pub", "c-lab", "say-demo-name-lab", "expert,custodian", "say-demo-laboratory"),
    ] {
        let words = ["--key", file, "--id", id, "--role", role, "--name", name, "--organisation", body];
        stage.step(0, "roster add roster.txt --valid-from 2020-01-01", &words)?;
    }
    stage.step(0, "roster sign roster.txt --key keyoffice", &[])?;
    Ok(())
}

fn sealing(stage: &Stage<'_>) -> Result<(), CliError> {
    stage.make_exhibit()?;
    stage.tell("say-demo-seal")?;
    let words = ["--cosigner", "second.pub", "--roster", "roster.txt", "--description", "say-demo-description"];
    stage.step(0, "seal exhibit --key officer --case DEMO-2026-17 --exhibit A1", &words)?;
    stage.tell("say-demo-countersign")?;
    let purpose = ["--purpose", "say-demo-for-examination"];
    stage.step(64, "release A1.bag --to lab.pub --key officer", &[ANCHORS, &purpose].concat())?;
    let purpose = ["--purpose", "say-demo-was-present"];
    stage.step(0, "custody countersign A1.bag --key second", &[ANCHORS, &purpose].concat())?;
    Ok(())
}

fn hand_over(stage: &Stage<'_>) -> Result<(), CliError> {
    stage.tell("say-demo-hand-over")?;
    let purpose = ["--purpose", "say-demo-for-examination"];
    stage.step(0, "release A1.bag --to lab.pub --key officer", &[ANCHORS, &purpose].concat())?;
    stage.tell("say-demo-nobody-else")?;
    stage.step(64, "accept A1.bag --yes --key second", ANCHORS)?;
    stage.step(0, "accept A1.bag --yes --key lab", ANCHORS)?;
    stage.tell("say-demo-nor-the-officer")?;
    stage.step(64, "release A1.bag --to second.pub --key officer", &[ANCHORS, &purpose].concat())?;
    // The bag as the laboratory received it: what it would start from to tell another story.
    stage.copy_bag("A1.bag", "received.bag")?;
    Ok(())
}

fn examination(stage: &Stage<'_>) -> Result<(), CliError> {
    stage.tell("say-demo-copy")?;
    let words = [ANCHORS, &["--purpose", "say-demo-working-copy"]].concat();
    stage.step(0, "custody copy A1.bag --out A1-1.bag --exhibit A1-1 --key lab", &words)?;
    let words = [ANCHORS, &["--purpose", "say-demo-search"]].concat();
    stage.step(0, "custody examine-start A1-1.bag --key lab", &words)?;
    stage.step(0, "extract A1-1.bag --to desk", ANCHORS)?;
    stage.step(0, "custody examine-end A1-1.bag --key lab", &words)?;
    stage.tell("say-demo-return")?;
    let words = [ANCHORS, &["--purpose", "say-demo-done"]].concat();
    stage.step(0, "release A1.bag --to officer.pub --key lab", &words)?;
    stage.step(0, "accept A1.bag --yes --key officer", ANCHORS)?;
    Ok(())
}

fn court(stage: &Stage<'_>) -> Result<(), CliError> {
    stage.tell("say-demo-court")?;
    stage.step(2, "verify A1.bag", &[])?;
    stage.tell("say-demo-authority")?;
    stage.step(0, "verify A1.bag --authority keyoffice.pub", &[])?;
    stage.tell("say-demo-log")?;
    stage.step(0, "log A1.bag", ANCHORS)?;
    stage.tell("say-demo-audit")?;
    stage.step(0, "audit A1.bag A1-1.bag", ANCHORS)?;
    Ok(())
}
