//! Archives that are no packed bag: each is refused by its own name, verified and unpacked, and nothing is written.

use std::fs;
use std::path::Path;
use std::time::Duration;

use sealbag_tests::program::{Office, Verification, run_within};

use super::archive::{Archive, Entry, crc};

const MALFORMED: &str = "packed.malformed";
const ORDINARY: &str = "packed.ordinary_archive";

/// One archive: what is done to the golden one, the code, and a part of what is said.
struct Case {
    name: &'static str,
    change: fn(&mut Archive),
    code: &'static str,
    says: &'static str,
}

const fn malformed(name: &'static str, says: &'static str, change: fn(&mut Archive)) -> Case {
    Case { name, change, code: MALFORMED, says }
}

const fn ordinary(name: &'static str, says: &'static str, change: fn(&mut Archive)) -> Case {
    Case { name, change, code: ORDINARY, says }
}

/// Renames an entry in both headers.
fn rename(archive: &mut Archive, end: &str, name: &[u8]) {
    archive.entry(end).both(|header| header.name = name.to_vec());
}

fn zip64(values: &[u64]) -> Vec<u8> {
    let mut extra = [1_u16.to_le_bytes(), (8 * values.len() as u16).to_le_bytes()].concat();
    extra.extend(values.iter().flat_map(|value| value.to_le_bytes()));
    extra
}

const CASES: &[Case] = &[
    ordinary("a bomb: deflated to nearly nothing", "compressed (method 8)", |archive| {
        let entry = archive.entry("notes.txt");
        entry.data = vec![3, 0];
        entry.both(|header| (header.method, header.packed, header.unpacked) = (8, 2, u32::MAX - 1));
    }),
    ordinary("another method", "compressed (method 93)", |archive| {
        archive.entry("notes.txt").both(|header| header.method = 93);
    }),
    ordinary("encrypted", "encrypted", |archive| archive.entry("notes.txt").both(|header| header.flags |= 1)),
    ordinary("strongly encrypted", "encrypted", |archive| archive.entry("notes.txt").both(|header| header.flags |= 65)),
    ordinary("masked headers", "encrypted", |archive| {
        archive.entry("notes.txt").both(|header| header.flags |= 1 << 13)
    }),
    ordinary("a data descriptor", "data descriptor", |archive| {
        archive.entry("notes.txt").both(|header| header.flags |= 8);
    }),
    ordinary("another flag", "the flags 0x0002", |archive| archive.entry("notes.txt").both(|header| header.flags |= 2)),
    ordinary("the flag of UTF-8 without need", "the flags 0x0800", |archive| {
        archive.entry("notes.txt").both(|header| header.flags |= 0x800);
    }),
    ordinary("a time", "a time of its own", |archive| archive.entry("notes.txt").both(|header| header.time = 1)),
    ordinary("a date", "a time of its own", |archive| archive.entry("notes.txt").both(|header| header.date += 1)),
    ordinary("a comment of an entry", "it has a comment", |archive| archive.entry("notes.txt").comment = b"x".to_vec()),
    ordinary("a comment of the archive", "comment of 5 bytes", |archive| archive.comment = b"hello".to_vec()),
    ordinary("an extra field with another name", "extra field", |archive| {
        let extra = [&0x7075_u16.to_le_bytes()[..], &[9, 0, 1, 0, 0, 0, 0], b"evil"].concat();
        archive.entry("notes.txt").both(|header| header.extra.clone_from(&extra));
    }),
    ordinary("executable", "attributes", |archive| archive.entry("notes.txt").attributes = 0o100_755 << 16),
    ordinary("made on another system", "attributes", |archive| archive.entry("notes.txt").made_by = 20),
    ordinary("another version", "attributes", |archive| archive.entry("notes.txt").both(|header| header.version = 10)),
    ordinary("ZIP64 values without need", "ZIP64", |archive| {
        let entry = archive.entry("notes.txt");
        let size = entry.data.len() as u64;
        entry.both(|header| {
            (header.packed, header.unpacked, header.version) = (u32::MAX, u32::MAX, 45);
            header.extra = zip64(&[size, size]);
        });
    }),
    ordinary("ZIP64 values that are not announced", "ZIP64", |archive| {
        archive.entry("notes.txt").both(|header| header.extra = zip64(&[1 << 40, 1 << 40]));
    }),
    ordinary("ZIP64 values that are announced and missing", "ZIP64", |archive| {
        archive.entry("notes.txt").both(|header| (header.packed, header.unpacked) = (u32::MAX, u32::MAX));
    }),
    ordinary("another root beside", "does not lie in the directory of the bag", |archive| {
        rename(archive, "notes.txt", b"A2.bag/data/notes.txt");
    }),
    ordinary("no root", "does not lie in the directory of the bag", |archive| rename(archive, "000000.txt", b"seal")),
    ordinary("the root itself", "the directory of the bag itself", |archive| {
        let mut entry = Entry::file("A1.bag/", b"");
        entry.attributes = 0o040_755 << 16 | 0x10;
        archive.entries.insert(0, entry);
    }),
    ordinary("another order", "out of order", |archive| archive.entries.swap(1, 2)),
    ordinary("a directory that is not empty", "has nothing below it", |archive| {
        let mut entry = Entry::file("A1.bag/data/", b"");
        entry.attributes = 0o040_755 << 16 | 0x10;
        archive.entries.insert(7, entry);
    }),
    malformed("a link", "a link or a special file", |archive| {
        let entry = archive.entry("notes.txt");
        (entry.attributes, entry.data) = (0o120_777 << 16, b"/etc/passwd".to_vec());
        entry.both(|header| {
            (header.packed, header.unpacked, header.crc) = (11, 11, crc(b"/etc/passwd"));
        });
    }),
    malformed("a device", "a link or a special file", |archive| {
        archive.entry("notes.txt").attributes = 0o060_666 << 16;
    }),
    malformed("a way up", "the name is not allowed", |archive| {
        rename(archive, "notes.txt", b"A1.bag/data/../../../notes.txt");
    }),
    malformed("a way up as the root", "the name is not allowed", |archive| {
        archive.entries.iter_mut().for_each(|entry| entry.both(|header| drop(header.name.splice(..6, *b".."))));
    }),
    malformed("an absolute name", "the name is not allowed", |archive| rename(archive, "000000.txt", b"/etc/passwd")),
    malformed("an empty component", "is empty", |archive| rename(archive, "notes.txt", b"A1.bag/data//notes.txt")),
    malformed("a backslash", "U+005C", |archive| rename(archive, "notes.txt", b"A1.bag/data/..\\notes.txt")),
    malformed("a drive", "U+003A", |archive| rename(archive, "notes.txt", b"A1.bag/data/C:notes.txt")),
    malformed("a control character", "U+001B", |archive| rename(archive, "notes.txt", b"A1.bag/data/\x1b[2Jnotes")),
    malformed("a NUL", "U+0000", |archive| rename(archive, "notes.txt", b"A1.bag/data/notes.txt\0.exe")),
    malformed("a device of Windows", "device", |archive| rename(archive, "notes.txt", b"A1.bag/data/nul")),
    malformed("not UTF-8", "not valid UTF-8", |archive| rename(archive, "notes.txt", b"A1.bag/data/n\xff")),
    malformed("a long name", "bytes long", |archive| {
        let name = [b"A1.bag/data/".to_vec(), vec![b'x'; 60_000]].concat();
        rename(archive, "notes.txt", &name);
    }),
    malformed("twice the same name", "stands twice", |archive| {
        let twin = archive.entry("notes.txt").clone();
        let place = archive.entries.iter().position(|entry| entry.central.name == twin.central.name).expect("itself");
        archive.entries.insert(place, twin);
    }),
    malformed("the data are a file", "where a bag has a directory", |archive| {
        archive.entries.push(Entry::file("A1.bag/data", b"x"));
    }),
    malformed("a directory with bytes", "has bytes", |archive| rename(archive, "notes.txt", b"A1.bag/data/notes/")),
    malformed("sizes that differ", "packed and", |archive| {
        archive.entry("notes.txt").both(|header| header.packed -= 1)
    }),
    malformed("larger than the file", "overlaps", |archive| {
        archive.entry("odd=3Aname").both(|header| (header.packed, header.unpacked) = (1 << 30, 1 << 30));
    }),
    malformed("two entries with one place", "overlaps", |archive| {
        let place = archive.clone().write().windows(4).position(|bytes| bytes == b"PK\x03\x04").expect("the first");
        archive.entry("notes.txt").said_at = Some(place as u32);
    }),
    malformed("an entry that spans the next one", "belong to nothing|overlaps", |archive| {
        let entry = archive.entry("inbox.mbox");
        entry.both(|header| (header.packed, header.unpacked) = (header.packed + 40, header.unpacked + 40));
    }),
    malformed("bytes between entries", "belong to nothing", |archive| archive.entry("notes.txt").data.push(0)),
    malformed("bytes before the directory", "does not fill the place", |archive| archive.gap = vec![0; 7]),
    malformed("bytes behind the directory", "does not fill the place", |archive| archive.middle = vec![0; 7]),
    malformed("the name in the header before the bytes", "says something else than the directory: name", |archive| {
        archive.entry("notes.txt").local.name = b"A1.bag/data/n0tes.txt".to_vec();
    }),
    malformed("a longer name there", "says something else than the directory: length of the name", |archive| {
        archive.entry("odd=3Aname").local.name.push(b'x');
    }),
    malformed("the size there", "says something else than the directory: size", |archive| {
        archive.entry("notes.txt").local.unpacked += 1;
    }),
    malformed("the checksum there", "says something else than the directory: CRC-32", |archive| {
        archive.entry("notes.txt").local.crc ^= 1;
    }),
    malformed("the method there", "says something else than the directory: method", |archive| {
        archive.entry("notes.txt").local.method = 8;
    }),
    malformed("the flags there", "says something else than the directory: flags", |archive| {
        archive.entry("notes.txt").local.flags = 8;
    }),
    malformed("the time there", "says something else than the directory: time", |archive| {
        archive.entry("notes.txt").local.time = 8;
    }),
    malformed("a place inside another", "overlaps", |archive| {
        archive.entry("notes.txt").said_at = Some(40);
    }),
    malformed("a second end record behind", "does not fill the place|stand behind", |archive| {
        let other = Archive::default().write();
        archive.behind = other;
    }),
    malformed("bytes behind the end", "3 bytes stand behind", |archive| archive.behind = b"xyz".to_vec()),
    malformed("fewer entries than there are", "are said to be there", |archive| archive.said_count = Some(3)),
    malformed("more entries than there are", "are said to be there", |archive| archive.said_count = Some(60_000)),
    malformed("ZIP64 end records that are announced and missing", "end records", |archive| {
        archive.said_count = Some(u16::MAX);
    }),
    malformed("another length of the directory", "does not fill the place", |archive| archive.said_length = Some(47)),
    malformed("another place of the directory", "does not fill the place", |archive| {
        archive.said_directory = Some(0);
    }),
    malformed("several disks", "several disks", |archive| archive.disk = 1),
    malformed("an entry on another disk", "several disks", |archive| archive.entry("notes.txt").disk = 1),
];

#[test]
fn every_archive_that_is_no_packed_bag_is_refused_by_name_and_nothing_is_written() {
    let office = Office::open();
    let mut wrong = Vec::new();
    for (number, case) in CASES.iter().enumerate() {
        let mut archive = Archive::golden();
        (case.change)(&mut archive);
        let file = office.path(&format!("{number}.zip"));
        fs::write(&file, archive.write()).expect("the archive is written");
        if let Err(why) = refused(&office, &file, case) {
            wrong.push(format!("{}: {why}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), CASES.len(), wrong.join("\n"));
}

fn refused(office: &Office, file: &Path, case: &Case) -> Result<(), String> {
    let verification = Verification::of(run_within(&mut office.verify_command(file, &[]), Duration::from_secs(20)));
    let found = verification.verdict["findings"][0]["found"].as_str().unwrap_or_default().to_owned();
    let said = (verification.outcome(), verification.codes(), verification.run.code);
    if said != ("undetermined", vec![case.code], Some(2)) || !case.says.split('|').any(|says| found.contains(says)) {
        return Err(format!("said {said:?}: {found}"));
    }
    if found.chars().any(char::is_control) {
        return Err(format!("shown raw: {found:?}"));
    }
    let to = office.path("to");
    fs::create_dir_all(&to).map_err(|error| error.to_string())?;
    let mut command = office.command(["unpack"]);
    let unpacked = run_within(command.arg(file).arg("--to").arg(&to), Duration::from_secs(20));
    let made = fs::read_dir(&to).map_err(|error| error.to_string())?.count();
    if unpacked.code != Some(2) || made != 0 {
        return Err(format!("unpacking ended with {:?} and {made} things: {}", unpacked.code, unpacked.stderr));
    }
    Ok(())
}

#[test]
fn an_archive_cut_anywhere_or_behind_other_bytes_is_no_packed_bag() {
    let office = Office::open();
    let whole = Archive::golden().write();
    for length in [0, 1, 4, 21, 22, 30, 100, whole.len() / 2, whole.len() - 22, whole.len() - 1] {
        let file = office.path("cut.zip");
        fs::write(&file, &whole[..length]).expect("the archive is written");
        let run = office.sealbag(["verify", "cut.zip"]);
        assert_eq!(run.code, Some(2), "{length}: {}", run.text());
    }
    fs::write(office.path("sfx.zip"), [&b"#!/bin/sh\nexit\n"[..], &whole].concat()).expect("the archive is written");
    let run = office.sealbag(["verify", "sfx.zip"]).expect_code(2);
    assert!(run.stderr.contains("does not begin as a packed bag does"), "{}", run.stderr);
}

/// The digest decides; the checksum says when it happened.
#[test]
fn a_wrong_checksum_is_named_where_a_digest_does_not_hold() {
    let office = Office::open();
    let verify = |change: &dyn Fn(&mut Entry)| {
        let mut archive = Archive::golden();
        change(archive.entry("notes.txt"));
        fs::write(office.path("a.zip"), archive.write()).expect("the archive is written");
        Verification::of(office.sealbag(["verify", "a.zip", "--json"]))
    };
    let sealed = verify(&|_| {});
    let only_checksum = verify(&|entry| entry.both(|header| header.crc ^= 1));
    assert_eq!(only_checksum.bytes, sealed.bytes);
    let damaged = verify(&|entry| entry.data[0] ^= 1);
    assert_eq!(damaged.outcome(), "violated");
    assert!(damaged.bytes.contains("damaged after it was packed"), "{}", damaged.bytes);
    let altered = verify(&|entry| {
        entry.data[0] ^= 1;
        let crc = crc(&entry.data);
        entry.both(|header| header.crc = crc);
    });
    assert_eq!(altered.outcome(), "violated");
    assert!(!altered.bytes.contains("damaged after it was packed"), "{}", altered.bytes);
    fs::create_dir(office.path("to")).expect("a folder");
    verify(&|entry| entry.data[0] ^= 1);
    let run = office.sealbag(["unpack", "a.zip", "--to", "to"]).expect_code(2);
    assert!(run.stderr.contains("data/notes.txt is damaged"), "{}", run.stderr);
    assert_eq!(fs::read_dir(office.path("to")).expect("the folder").count(), 0);
}

/// Names that differ in case only are two files, where the file system has room for both.
#[test]
fn names_that_differ_in_case_are_two_files() {
    let office = Office::open();
    let mut archive = Archive::golden();
    let place = archive.entries.iter().position(|entry| entry.central.name.ends_with(b"notes.txt")).expect("a file");
    archive.entries.insert(place - 3, Entry::file("A1.bag/data/Notes.txt", b"x"));
    fs::write(office.path("a.zip"), archive.write()).expect("the archive is written");
    let packed = Verification::of(office.sealbag(["verify", "a.zip", "--json"]));
    office.sealbag(["unpack", "a.zip"]).expect_code(0);
    let unpacked = Verification::of(office.sealbag(["verify", "A1.bag", "--json"]));
    assert_eq!(packed.bytes, unpacked.bytes);
    assert!(packed.has("file.added"), "{}", packed.bytes);
}
