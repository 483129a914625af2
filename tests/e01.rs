//! Disk images of ewfacquire: what a whole set states is confirmed as ewfverify confirms it, and what ewfverify finds wrong is
//! never sealed without a word.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use sealbag_tests::program::{Office, Run, run_within};
use serde_json::Value;

const LIMIT: Duration = Duration::from_secs(120);
/// Every format of ewfacquire, with the digests that it stores when SHA-1 is asked for.
const FORMATS: [(&str, &[&str]); 15] = [
    ("ewf", &["md5"]),
    ("smart", &["md5"]),
    ("ftk", &["md5"]),
    ("encase1", &["md5"]),
    ("encase2", &["md5"]),
    ("encase3", &["md5"]),
    ("encase4", &["md5"]),
    ("encase5", &["md5"]),
    ("encase6", &["md5", "sha1"]),
    ("encase7", &["md5", "sha1"]),
    ("encase7-v2", &["md5", "sha1"]),
    ("linen5", &["md5"]),
    ("linen6", &["md5", "sha1"]),
    ("linen7", &["md5", "sha1"]),
    ("ewfx", &["md5", "sha1"]),
];
const COMPRESSIONS: [&str; 4] = ["none", "fast", "best", "empty-block"];
/// Media whose last chunk of 32 KiB has 55 sectors.
const SECTORS: usize = 64 * 80 + 55;

/// Algorithm and value.
type Digest = (String, String);

/// An office with media to make images of.
struct Scene {
    office: Office,
    media: PathBuf,
}

impl Scene {
    fn set() -> Self {
        let office = Office::open();
        let media = office.path("media.raw");
        fs::write(&media, bytes(SECTORS, 1)).expect("write the media");
        Self { office, media }
    }

    /// Makes a set named `disk` in a folder, in segments of at most 1 MiB; gives its files in order.
    fn acquire(&self, folder: &str, options: &[&str]) -> Vec<PathBuf> {
        self.acquire_from(&self.media, folder, options)
    }

    fn acquire_from(&self, media: &Path, folder: &str, options: &[&str]) -> Vec<PathBuf> {
        let folder = self.office.path(folder);
        fs::create_dir_all(&folder).expect("make a folder");
        let mut command = Command::new("ewfacquire");
        self.office.clean(&mut command).args(["-q", "-u", "-S", "1048576"]).args(options);
        command.arg("-t").arg(folder.join("disk")).arg(media);
        run_within(&mut command, LIMIT).expect_code(0);
        files(&folder)
    }

    /// True if ewfverify finds the set whole.
    fn ewfverify(&self, first: &Path) -> bool {
        let mut command = Command::new("ewfverify");
        run_within(self.office.clean(&mut command).args(["-q"]).arg(first), LIMIT).code == Some(0)
    }

    fn seal(&self, source: &Path, name: &str, options: &[&str]) -> Run {
        let mut command = self.office.seal_command(source, &self.office.path(name), options);
        run_within(&mut command, LIMIT)
    }

    /// Seals a folder with a damaged set, which must be refused with each of the texts.
    #[track_caller]
    fn refused(&self, folder: &str, expected: &[String]) {
        let bag = format!("{folder}.bag");
        let run = self.seal(&self.office.path(folder), &bag, &[]).expect_code(2);
        for text in expected {
            assert!(run.stderr.contains(text), "{folder}: {text} is not in {}", run.stderr);
        }
        assert!(run.stderr.contains("--resume --accept-unreadable"), "{}", run.stderr);
        assert!(!self.office.path(&bag).exists());
        // Accepted, it is said again, nothing is stated as checked, and the bag verifies.
        let mut resume = self.office.command(["seal", "--resume", "--accept-unreadable", "--json", "--out"]);
        let run =
            run_within(resume.arg(self.office.path(&bag)).arg("--key").arg(self.office.key()), LIMIT).expect_code(0);
        for text in expected {
            assert!(run.stderr.contains(text), "{folder}: {text} is not in {}", run.stderr);
        }
        let sealed: Value = serde_json::from_slice(&run.stdout).expect("JSON");
        assert_ne!(sealed["image_troubles"].as_array().map(Vec::len), Some(0));
        let record = fs::read_to_string(self.office.path(&bag).join("custody/000000.txt")).expect("read the seal");
        assert!(record.contains("[details]\ndisk_images_not_confirmed = \"1\"\n"), "{record}");
        let verification = self.office.verify(&self.office.path(&bag), &[]);
        assert_eq!(verification.codes(), ["anchor.signer_key", "time.none"], "{}", verification.bytes);
    }
}

/// Sectors of noise, of zeros and of text, the same each time.
fn bytes(sectors: usize, seed: u64) -> Vec<u8> {
    let mut state = seed | 1 << 40;
    (0..sectors * 512)
        .map(|at| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            match at / 65536 % 4 {
                0 | 2 => (state >> 24) as u8,
                1 => 0,
                _ => b"the quick brown fox "[at % 20],
            }
        })
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let found = fs::read_dir(folder).expect("list").map(|entry| entry.expect("an entry").path());
    found.collect::<BTreeSet<_>>().into_iter().collect()
}

/// What the list says that an image states: what was checked, and what was not.
fn declared(bag: &Path) -> (Vec<Digest>, Vec<Digest>) {
    let list = fs::read_to_string(bag.join("seal/entries.jsonl")).expect("read the list");
    let lines = list.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let stated: Vec<_> = lines.flat_map(|line| line["declared"].as_array().cloned().unwrap_or_default()).collect();
    let pair =
        |it: &Value| (it["alg"].as_str().unwrap_or("").to_owned(), it["value"].as_str().unwrap_or("").to_owned());
    let of = |checked: bool| stated.iter().filter(|it| it["checked"] == checked).map(pair).collect();
    (of(true), of(false))
}

/// The digest by another program.
fn digest(scene: &Scene, program: &str) -> String {
    let run = run_within(Command::new(program).arg(&scene.media), LIMIT).expect_code(0);
    run.text().split(' ').next().unwrap_or("").to_owned()
}

fn flip(file: &Path, at: usize, bit: u8) {
    let mut bytes = fs::read(file).expect("read a segment");
    bytes[at] ^= 1 << bit;
    fs::write(file, bytes).expect("write a segment");
}

#[test]
fn every_format_of_ewfacquire_is_confirmed_in_one_seal() {
    let scene = Scene::set();
    let mut sets = 0;
    for (format, algorithms) in FORMATS {
        for compression in COMPRESSIONS {
            let folder = format!("all/{format}-{compression}");
            let segments = scene.acquire(&folder, &["-f", format, "-c", compression, "-d", "sha1"]);
            assert!(segments.len() > 1 || compression != "none", "{folder}: {segments:?}");
            assert!(scene.ewfverify(&segments[0]), "{folder}");
            sets += algorithms.len();
        }
    }
    for payload in ["copy", "detached"] {
        let run = scene.seal(&scene.office.path("all"), payload, &["--payload", payload, "--json"]).expect_code(0);
        let (checked, unchecked) = declared(&scene.office.path(payload));
        assert_eq!(unchecked, []);
        assert_eq!(checked.len(), sets);
        let (md5, sha1) = (digest(&scene, "md5sum"), digest(&scene, "sha1sum"));
        for (algorithm, value) in checked {
            assert_eq!(value, if algorithm == "md5" { &*md5 } else { &*sha1 });
        }
        let sealed: Value = serde_json::from_slice(&run.stdout).expect("JSON");
        let images = sealed["images"].as_array().expect("images");
        assert_eq!(images.len(), FORMATS.len() * COMPRESSIONS.len());
        for image in images {
            assert_eq!(image["holds"], true);
            let path = image["path"].as_str().expect("a path");
            let wanted = FORMATS.iter().find(|(format, _)| {
                COMPRESSIONS.iter().any(|compression| path.starts_with(&format!("{format}-{compression}/")))
            });
            let words: Vec<_> = image["declared"].as_array().expect("digests").iter().map(|it| &it["alg"]).collect();
            assert_eq!(words, wanted.expect("a format").1, "{path}");
        }
    }
}

#[test]
fn a_missing_segment_is_named_the_last_one_too() {
    let scene = Scene::set();
    for (format, extension) in [("encase6", "E0"), ("smart", "s0")] {
        for missing in [1, 2, 3] {
            let folder = format!("{format}-{missing}");
            let segments = scene.acquire(&folder, &["-f", format, "-c", "none"]);
            assert!(segments.len() >= 2);
            let lost = if missing == 3 { segments.last().expect("a segment") } else { &segments[missing - 1] };
            fs::remove_file(lost).expect("remove a segment");
            let name = lost.file_name().expect("a name").to_string_lossy().into_owned();
            assert!(name.starts_with(&format!("disk.{extension}")));
            scene.refused(&folder, &[format!("{name}: this segment of the disk image is missing")]);
        }
    }
}

#[test]
fn swapped_truncated_and_foreign_segments_are_named() {
    let scene = Scene::set();
    let options = ["-f", "encase6", "-c", "none"];

    let segments = scene.acquire("swapped", &options);
    let other = scene.office.path("aside");
    fs::rename(&segments[0], &other).expect("rename");
    fs::rename(&segments[1], &segments[0]).expect("rename");
    fs::rename(&other, &segments[1]).expect("rename");
    let text = |name: &str, should: u32, says: u32| {
        format!(
            "disk.{name}: this file should be segment {should} of the disk image and says that it is segment {says}"
        )
    };
    scene.refused("swapped", &[text("E01", 1, 2), text("E02", 2, 1)]);

    let segments = scene.acquire("cut", &options);
    let last = segments.last().expect("a segment");
    let length = fs::metadata(last).expect("look").len();
    fs::File::options().write(true).open(last).and_then(|file| file.set_len(length / 2)).expect("cut");
    let name = last.file_name().expect("a name").to_string_lossy().into_owned();
    scene.refused("cut", &[format!("{name}: this segment is cut short: ")]);

    let segments = scene.acquire("empty", &options);
    fs::write(&segments[0], b"").expect("empty a segment");
    scene.refused("empty", &["disk.E01: this is no segment of a disk image".to_owned()]);

    // Media of the same size: only the bytes can tell.
    let other = scene.office.path("other.raw");
    fs::write(&other, bytes(SECTORS, 2)).expect("write other media");
    let segments = scene.acquire("foreign", &options);
    let foreign = scene.acquire_from(&other, "other", &options);
    fs::copy(&foreign[1], &segments[1]).expect("copy a segment");
    assert!(!scene.ewfverify(&segments[0]));
    scene.refused("foreign", &["disk.E01: the data in the disk image do not have the MD5 digest".to_owned()]);

    // The same media, imaged another way.
    let segments = scene.acquire("mixed", &options);
    let other = scene.acquire("otherwise", &["-f", "encase6", "-c", "best"]);
    fs::copy(&other[1], &segments[1]).expect("copy a segment");
    assert!(!scene.ewfverify(&segments[0]));
    scene.refused("mixed", &["disk.E02: this segment belongs to another disk image".to_owned()]);
}

#[test]
fn whatever_ewfverify_finds_wrong_is_not_sealed_without_a_word() {
    let scene = Scene::set();
    for (format, compression) in [("encase6", "none"), ("encase6", "fast"), ("smart", "fast"), ("encase1", "none")] {
        let mut named = 0;
        for place in 0..12 {
            let folder = format!("{format}-{compression}-{place}");
            let segments = scene.acquire(&folder, &["-f", format, "-c", compression]);
            let file = &segments[place % segments.len()];
            let length = fs::metadata(file).expect("look").len() as usize;
            // Header, chunks, tables, digests: from the first byte to near the last.
            flip(file, length * place / 12 + place, (place % 8) as u8);
            let run = scene.seal(&scene.office.path(&folder), &format!("{folder}.bag"), &["--payload", "detached"]);
            if !scene.ewfverify(&segments[0]) {
                assert_eq!(run.code, Some(2), "{folder}: {}", run.stderr);
            }
            if run.code == Some(2) {
                assert!(run.stderr.contains("disk."), "{folder}: {}", run.stderr);
                named += 1;
            }
        }
        assert!(named >= 10, "{format} {compression}: {named} of 12 named");
    }
}

#[test]
fn a_resumed_seal_decodes_a_set_again_only_if_it_is_another() {
    let scene = Scene::set();
    let segments = scene.acquire("source/a", &["-f", "encase6", "-c", "none"]);
    let broken = scene.acquire("source/b", &["-f", "encase6", "-c", "none"]);
    let intact = fs::read(&broken[1]).expect("read");
    flip(&broken[1], 5000, 1);
    scene.seal(&scene.office.path("source"), "A1.bag", &[]).expect_code(2);
    // One set is mended, the other loses its last segment: both are seen, though no first segment changed.
    fs::write(&broken[1], intact).expect("mend");
    let last = segments.last().expect("a segment");
    let kept = fs::read(last).expect("read");
    fs::remove_file(last).expect("remove");
    let resume = || {
        let mut command = scene.office.command(["seal", "--resume", "--out"]);
        run_within(command.arg(scene.office.path("A1.bag")).arg("--key").arg(scene.office.key()), LIMIT)
    };
    let run = resume().expect_code(2);
    assert!(run.stderr.contains("is missing") && !run.stderr.contains("b/disk"), "{}", run.stderr);
    fs::write(last, kept).expect("bring back");
    resume().expect_code(0);
    let (checked, unchecked) = declared(&scene.office.path("A1.bag"));
    assert_eq!((checked.len(), unchecked.len()), (2, 0));
}

#[test]
fn a_segment_that_is_not_sealed_with_the_others_is_missing() {
    let scene = Scene::set();
    let segments = scene.acquire("source", &["-f", "encase6", "-c", "none"]);
    let run = scene.seal(&segments[0], "one.bag", &[]).expect_code(2);
    assert!(run.stderr.contains("disk.E02: this segment of the disk image is missing"), "{}", run.stderr);
    let mut all = scene.office.command(["seal"]);
    all.args(&segments).args(["--exhibit", "A1", "--out"]).arg(scene.office.path("all.bag"));
    run_within(all.arg("--key").arg(scene.office.key()), LIMIT).expect_code(0);
    assert_eq!(declared(&scene.office.path("all.bag")).0.len(), 1);
}

#[test]
fn files_that_only_look_like_segments_are_sealed_as_files() {
    let scene = Scene::set();
    let source = scene.office.path("source");
    fs::create_dir(&source).expect("make a folder");
    for name in ["game.s01", "tool.EXE", "notes.e02", "x.E001"] {
        fs::write(source.join(name), "no image\n").expect("write a file");
    }
    let run = scene.seal(&source, "A1.bag", &["--json"]).expect_code(0);
    let sealed: Value = serde_json::from_slice(&run.stdout).expect("JSON");
    assert_eq!(sealed["images"], Value::Array(Vec::new()));
}
