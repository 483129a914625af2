//! What `sealbag seal` says of the bag that it sealed.

use sealbag::seal::Sealed;
use serde::Serialize;

use super::images;
use crate::act::Act;
use crate::damage_text::{self, DamageJson};
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{Terminal, Tone, harmless_lines, record_text, shown};
use crate::words::Sentence;

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    format: &'static str,
    bag: String,
    act: Option<String>,
    seal: String,
    exhibit: &'a str,
    case: Option<&'a str>,
    time: String,
    signer: &'a str,
    key: String,
    profile: &'a str,
    profile_sha256: Option<String>,
    cosigners: Vec<&'a str>,
    files: u64,
    bytes: u64,
    directories: u64,
    symlinks: u64,
    specials: u64,
    unreadable_accepted: bool,
    reused_files: u64,
    touched_access_times: u64,
    names_in_texts: &'a [String],
    unreadable: Vec<DamageJson<'a>>,
    images: Vec<images::Image<'a>>,
    image_troubles: Vec<String>,
}

pub(super) fn report(sealed: &Sealed, json: bool, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let words = terminal.words();
    let act = Act::of(sealed, words);
    let written = act.write_beside(&sealed.bag);
    let record = &sealed.record;
    for name in &sealed.names_in_texts {
        terminal.note(&words.with("say-name-in-text", &[("name", name)]));
    }
    if sealed.touched_access_times > 0 {
        terminal.note(&words.with("say-access-times", &[("count", &sealed.touched_access_times)]));
    }
    for trouble in &sealed.unreadable {
        let why = words.reason(&trouble.why);
        terminal.say(&words.with("say-sealed-unreadable", &[("path", &trouble.path), ("why", &why)]));
        let map = trouble.damage.iter().flat_map(|damage| damage_text::lines_in(damage, words.catalogue()));
        map.for_each(|line| terminal.say(&format!("  {line}")));
    }
    for trouble in &sealed.image_troubles {
        let why = words.reason(&trouble.why);
        terminal.say(&words.with("say-image-trouble", &[("path", &trouble.path), ("why", &why)]));
    }
    if json {
        terminal.print_json(&Report {
            format: "sealbag/sealed/v1",
            bag: shown(&sealed.bag),
            act: written.as_ref().ok().map(|path| shown(path)),
            seal: sealed.hash.to_hex(),
            exhibit: record.statement.exhibit.number.as_deref().unwrap_or_default(),
            case: record.statement.case.number.as_deref(),
            time: record.time.to_string(),
            signer: record.signer.name.as_str(),
            key: record.signer.key.fingerprint(),
            profile: record.profile.as_str(),
            profile_sha256: record.profile_sha256.map(|digest| digest.to_hex()),
            cosigners: record.cosigner.iter().map(|cosigner| cosigner.name.as_str()).collect(),
            files: record.totals.files,
            bytes: record.totals.bytes,
            directories: record.totals.directories,
            symlinks: record.totals.symlinks,
            specials: record.totals.specials,
            unreadable_accepted: record.unreadable_accepted,
            reused_files: sealed.reused,
            touched_access_times: sealed.touched_access_times,
            names_in_texts: &sealed.names_in_texts,
            unreadable: damage_text::as_json(&sealed.unreadable),
            images: images::as_json(&sealed.images),
            image_troubles: images::troubles(&sealed.image_troubles),
        })?;
    } else {
        let heading = terminal.paint(Tone::Strong, &words.with("say-sealed", &[("bag", &shown(&sealed.bag))]));
        let totals = words.with(
            "say-totals",
            &[
                ("files", &record.totals.files),
                ("bytes", &record.totals.bytes),
                ("directories", &record.totals.directories),
                ("links", &record.totals.symlinks),
                ("others", &record.totals.specials),
            ],
        );
        let images = images::as_text(&sealed.images, words);
        terminal.print(&format!("{heading}\n{totals}\n{images}\n{}", harmless_lines(act.to_text())))?;
    }
    for cosigner in &record.cosigner {
        let (name, key) = (record_text(&cosigner.name), cosigner.key.fingerprint());
        terminal.note(&words.with("say-still-to-countersign", &[("name", &name), ("key", &key)]));
    }
    match written {
        Ok(path) => terminal.note(&words.with("say-act-lies-in", &[("file", &shown(&path))])),
        Err(error) => {
            let error = words.sentence(&Sentence::of(&error));
            terminal.say(&words.with("say-act-not-written", &[("error", &error)]));
        }
    }
    Ok(ExitClass::Success)
}
