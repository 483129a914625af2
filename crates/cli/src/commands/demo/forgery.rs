//! The same story with forgers in it: what is caught, and what cannot be.

use std::fs;
use std::path::Path;

use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::layout::{MANIFEST, TAG_MANIFEST};
use sha2::{Digest, Sha256};

use super::stage::Stage;
use super::story::ANCHORS;
use super::{DemoError, file_error};
use crate::diagnose::CliError;

/// Plays it.
pub(super) fn play(stage: &Stage<'_>) -> Result<(), CliError> {
    files(stage)?;
    thief(stage)?;
    insider(stage)?;
    tail(stage)
}

fn files(stage: &Stage<'_>) -> Result<(), CliError> {
    stage.tell("say-demo-forgery-bit")?;
    let bag = stage.copy_bag("A1.bag", "one-bit.bag")?;
    stage.edit(&bag.join("data/phone.img"), |bytes| bytes[7 << 20] ^= 1)?;
    stage.step(1, "verify one-bit.bag", ANCHORS)?;

    stage.tell("say-demo-forgery-added")?;
    let bag = stage.copy_bag("A1.bag", "added.bag")?;
    stage.write(&bag.join("data/chat-export-2.txt"), b"[2026-03-02 12:00:00 +05:00] buyer: I lied\n")?;
    stage.step(1, "verify added.bag", ANCHORS)?;

    stage.tell("say-demo-forgery-rewritten")?;
    let bag = stage.copy_bag("A1.bag", "rewritten.bag")?;
    rewrite_amount(stage, &bag)?;
    stage.step(1, "verify rewritten.bag", ANCHORS)?;
    Ok(())
}

fn thief(stage: &Stage<'_>) -> Result<(), CliError> {
    stage.tell("say-demo-forgery-thief")?;
    stage.step(0, "extract A1.bag --to stolen", ANCHORS)?;
    let payment = stage.dir.join("stolen/payment.csv");
    stage.edit(&payment, |bytes| replace(bytes, "84000", "84"))?;
    stage.step(0, "key new --no-passphrase --out thief", &["say-demo-name-officer"])?;
    stage.step(0, "key new --no-passphrase --out thief-office", &["say-demo-name-office"])?;
    stage.step(0, "roster new --out thief-roster.txt --country KZ --authority-name", &["say-demo-name-office"])?;
    let words = ["--key", "thief.pub", "--id", "a-demo", "--role", "investigator", "--name", "say-demo-name-officer"];
    stage.step(0, "roster add thief-roster.txt --valid-from 2020-01-01", &words)?;
    stage.step(0, "roster sign thief-roster.txt --key thief-office", &[])?;
    let words = ["--case", "DEMO-2026-17", "--exhibit", "A1", "--description", "say-demo-description"];
    let sealed = [&["--roster", "thief-roster.txt"], &words[..]].concat();
    stage.step(0, "seal stolen --key thief --out thief.bag", &sealed)?;
    stage.tell("say-demo-thief-authority")?;
    stage.step(2, "verify thief.bag", ANCHORS)?;
    stage.tell("say-demo-thief-hash")?;
    let hash = seal_hash_on_paper(stage)?;
    stage.step(1, "verify thief.bag --quiet --seal-hash", &[&hash])?;
    Ok(())
}

fn insider(stage: &Stage<'_>) -> Result<(), CliError> {
    stage.tell("say-demo-forgery-insider")?;
    stage.copy_bag("received.bag", "insider.bag")?;
    let words = [ANCHORS, &["--purpose", "say-demo-safe-purpose", "--storage-location", "say-demo-safe"]].concat();
    stage.step(0, "custody store insider.bag --key lab", &words)?;
    stage.step(0, "verify insider.bag", ANCHORS)?;
    stage.tell("say-demo-insider-receipt")?;
    stage.step(1, "verify insider.bag --receipt A1.000005.receipt.txt", ANCHORS)?;
    stage.tell("say-demo-insider-fork")?;
    stage.step(1, "audit A1.bag insider.bag", ANCHORS)?;
    Ok(())
}

fn tail(stage: &Stage<'_>) -> Result<(), CliError> {
    stage.tell("say-demo-forgery-tail")?;
    let bag = stage.copy_bag("A1.bag", "cut-off.bag")?;
    stage.remove(&bag.join("custody/000006.txt"))?;
    stage.step(0, "verify cut-off.bag", ANCHORS)?;
    stage.tell("say-demo-tail-receipt")?;
    stage.step(1, "verify cut-off.bag --receipt A1.000006.receipt.txt", ANCHORS)?;
    Ok(())
}

/// What someone would do who knows BagIt and has no key: data, manifest and tag manifest agree again.
fn rewrite_amount(stage: &Stage<'_>, bag: &Path) -> Result<(), DemoError> {
    let payment = bag.join("data/payment.csv");
    let before = digest_of(&payment)?;
    stage.edit(&payment, |bytes| replace(bytes, "84000", "84"))?;
    let after = digest_of(&payment)?;
    let manifest = bag.join(MANIFEST);
    let manifest_before = digest_of(&manifest)?;
    stage.edit(&manifest, |bytes| replace(bytes, &before, &after))?;
    let manifest_after = digest_of(&manifest)?;
    stage.edit(&bag.join(TAG_MANIFEST), |bytes| replace(bytes, &manifest_before, &manifest_after))
}

fn digest_of(path: &Path) -> Result<String, DemoError> {
    let bytes = fs::read(path).map_err(file_error(path))?;
    Ok(Sha256Digest(Sha256::digest(bytes).into()).to_hex())
}

fn replace(bytes: &mut Vec<u8>, old: &str, new: &str) {
    *bytes = String::from_utf8_lossy(bytes).replace(old, new).into_bytes();
}

/// The seal hash out of the paper act, as a clerk would copy it.
fn seal_hash_on_paper(stage: &Stage<'_>) -> Result<String, DemoError> {
    let path = stage.dir.join("A1.act.txt");
    let act = fs::read_to_string(&path).map_err(file_error(&path))?;
    let label = stage.terminal.words().text("label-seal-hash");
    let mut lines = act.lines().skip_while(|line| !line.trim_start().starts_with(&label));
    let first = lines.next().unwrap_or_default().trim_start().trim_start_matches(&label).trim();
    Ok(format!("{first} {}", lines.next().unwrap_or_default().trim()))
}
