//! Cases of `docs/security.md` that fit nowhere else: bags in bags, files that move while they are read, small limits,
//! other environments, texts that would command a terminal.

use std::fs;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use sealbag_tests::compare::{Allowed, differences};
use sealbag_tests::hostile::{hostile, small};
use sealbag_tests::maker::Maker;
use sealbag_tests::program::{Office, Run, Verification, peak_memory, run_within, wait_within};
use sealbag_tests::snapshot::snapshot;

const LIMIT: Duration = Duration::from_secs(300);

fn sealed() -> (Office, PathBuf) {
    let office = Office::open();
    small(&office.path("source")).expect("make the tree");
    let bag = office.seal(&office.path("source"), "A1.bag", &[]);
    (office, bag)
}

/// Does something again and again in another thread while `work` runs.
fn while_doing(mut again: impl FnMut() + Send, work: impl FnOnce()) {
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                again();
            }
        });
        // Also when a check fails, the other thread must end.
        struct Stop<'a>(&'a AtomicBool);
        impl Drop for Stop<'_> {
            fn drop(&mut self) {
                self.0.store(true, Ordering::Relaxed);
            }
        }
        let _stop = Stop(&stop);
        work();
    });
}

#[test]
fn a_bag_in_a_bag_is_evidence_like_any_other() {
    let (office, inner) = sealed();
    let source = office.path("seized");
    fs::create_dir(&source).expect("make a folder");
    fs::rename(&inner, source.join("A1.bag")).expect("put the bag into the source");
    for name in ["bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        fs::write(source.join(name), "not what it is called\n").expect("write");
    }
    let outer = office.seal(&source, "B1.bag", &[]);
    assert_eq!(office.verify(&outer, &[]).codes(), ["anchor.signer_key", "time.none"]);

    fs::write(outer.join("data/A1.bag/custody/000000.txt"), "forged").expect("write");
    let verification = office.verify(&outer, &[]);
    assert_eq!(verification.outcome(), "violated");
    assert_eq!(verification.codes(), ["anchor.signer_key", "file.changed", "time.none"]);
    assert_eq!(verification.verdict["bag"], office.verify(&outer, &[]).verdict["bag"]);
}

#[test]
fn a_sparse_file_of_a_tebibyte_in_the_place_of_a_sealed_one_is_named_at_once() {
    let (office, bag) = sealed();
    fs::File::create(bag.join("data/notes.txt")).and_then(|file| file.set_len(1 << 40)).expect("a sparse file");
    let verification = office.verify_within(&bag, LIMIT);
    assert_eq!(verification.outcome(), "violated");
    assert!(verification.has("file.changed") && verification.bytes.contains("1099511627776 bytes"));
}

/// A source that is a bag's own folder, or one that the bag would lie around.
#[test]
fn nothing_is_sealed_into_a_place_that_holds_the_source() {
    let (office, bag) = sealed();
    let before = snapshot(&office.path("")).expect("read");
    for out in [&bag, &office.path("source")] {
        let run = run_within(&mut office.seal_command(&bag.join("data"), out, &[]), LIMIT).expect_code(64);
        assert!(run.stderr.starts_with("error: "), "{}", run.stderr);
    }
    let after = snapshot(&office.path("")).expect("read");
    assert_eq!(differences(&before, &after, Allowed::default()), Vec::<String>::new());
}

/// Bytes are appended all the time: a seal ends with 2 and names the file, or it was quick enough, and then the bag is whole.
#[test]
fn a_file_that_grows_while_it_is_read_is_named_and_never_sealed_as_it_is() {
    let office = Office::open();
    let source = office.path("source");
    small(&source).expect("make the tree");
    let log = source.join("growing.log");
    fs::write(&log, vec![b'.'; 8 << 20]).expect("write");
    let (mut named, mut length) = (0, 8 << 20);
    let file = fs::File::options().write(true).open(&log).expect("open");
    let append = || {
        file.write_all_at(b"one more line\n", length).expect("append");
        length += 14;
    };
    while_doing(append, || {
        for _ in 0..5 {
            let bag = office.path("A1.bag");
            let run = run_within(&mut office.seal_command(&source, &bag, &[]), LIMIT);
            if run.code == Some(0) {
                assert_eq!(office.verify(&bag, &[]).outcome(), "confirmed_with_remarks");
                fs::remove_dir_all(&bag).expect("remove");
                continue;
            }
            let run = run.expect_code(2);
            assert!(run.stderr.contains("growing.log") && !bag.exists(), "{}", run.stderr);
            named += 1;
            fs::remove_dir_all(office.path("A1.bag.partial")).expect("remove");
        }
    });
    assert!(named > 0, "never named");
}

/// The bytes that come out are the bytes that were hashed, whoever writes into the bag meanwhile.
#[test]
fn what_is_extracted_while_the_bag_changes_is_what_was_sealed() {
    let office = Office::open();
    let source = office.path("source");
    small(&source).expect("make the tree");
    let image = vec![0x5a; 4 << 20];
    fs::write(source.join("image"), &image).expect("write");
    let bag = office.seal(&source, "A1.bag", &[]);
    let file = fs::File::options().write(true).open(bag.join("data/image")).expect("open");
    let mut step = 0u64;
    let meddle = || {
        let place = step.wrapping_mul(0x9e37_79b9) % (4 << 20);
        file.write_all_at(b"!", place).expect("change a byte");
        std::thread::sleep(Duration::from_micros(step % 700));
        file.write_all_at(b"\x5a", place).expect("change it back");
        std::thread::sleep(Duration::from_micros(step % 1300));
        step += 1;
    };
    let mut refused = 0;
    while_doing(meddle, || {
        for round in 0..30 {
            let to = office.path(&format!("back {round}"));
            let run = office.extract(&bag, &to, &[]);
            let came_out = fs::read(to.join("image")).ok();
            match run.code {
                Some(0) => assert!(came_out.as_ref() == Some(&image), "other bytes came out with 0"),
                Some(1 | 2) => refused += 1,
                code => panic!("{code:?}: {}", run.stderr),
            }
            assert!(came_out.is_none_or(|bytes| bytes == image), "other bytes came out");
        }
    });
    assert!(refused > 0, "nobody meddled in time");
}

/// Runs the program under limits of the shell.
fn limited(office: &Office, limits: &str, command: &Command) -> Run {
    let mut shell = Command::new("sh");
    office.clean(&mut shell).args(["-c", &format!("{limits}; exec \"$0\" \"$@\"")]);
    run_within(shell.arg(command.get_program()).args(command.get_args()), LIMIT)
}

/// An answer under a limit: done, or not done and said so; never a panic, a crash or half a bag.
#[track_caller]
fn expect_answered(run: &Run, limits: &str) {
    assert!(matches!(run.code, Some(0 | 2)), "{limits}: {:?} {}{}", run.code, run.text(), run.stderr);
    assert!(!run.stderr.contains("panicked"), "{limits}: {}", run.stderr);
    assert!(run.code == Some(0) || !(run.text().is_empty() && run.stderr.is_empty()), "{limits}: nothing was said");
}

#[test]
fn with_few_open_files_it_is_done_or_said() {
    let (office, bag) = sealed();
    let mut codes = vec![];
    for files in 3..24 {
        let limits = format!("ulimit -n {files}");
        let verified = limited(&office, &limits, &office.verify_command(&bag, &[]));
        // Without a third descriptor the system cannot start the program at all.
        if verified.code == Some(127) {
            continue;
        }
        expect_answered(&verified, &limits);
        let made = office.path("B1.bag");
        let sealed = limited(&office, &limits, &office.seal_command(&office.path("source"), &made, &[]));
        expect_answered(&sealed, &limits);
        assert_eq!(made.exists(), sealed.code == Some(0), "{limits}: {}", sealed.stderr);
        if made.exists() {
            assert_eq!(office.verify(&made, &[]).outcome(), "confirmed_with_remarks");
            fs::remove_dir_all(&made).expect("remove");
        }
        let _ = fs::remove_dir_all(office.path("B1.bag.partial"));
        codes.push((verified.code, sealed.code));
    }
    assert!(codes.contains(&(Some(2), Some(2))) && codes.contains(&(Some(0), Some(0))), "{codes:?}");
}

/// The verdict's bytes hang on the bag, the anchors and the checks alone.
#[test]
fn locale_zone_mask_and_folder_change_no_byte_of_the_verdict() {
    let (office, bag) = sealed();
    fs::write(bag.join("data/added \u{431}"), "x").expect("write");
    fs::remove_file(bag.join("data/notes.txt")).expect("remove");
    let usual = office.verify(&bag, &[]);
    assert_eq!(usual.outcome(), "violated");
    let seal = fs::read(bag.join("custody/000000.txt")).expect("read");
    for (name, value) in
        [("LC_ALL", "kk_KZ.UTF-8"), ("LC_ALL", "tr_TR.ISO-8859-9"), ("TZ", "Asia/Almaty"), ("LANG", "")]
    {
        for mask in ["000", "077"] {
            let mut shell = Command::new("sh");
            let verify = office.verify_command(&bag, &[]);
            office.clean(&mut shell).env(name, value).args(["-c", &format!("umask {mask}; cd /; exec \"$0\" \"$@\"")]);
            let run = run_within(shell.arg(verify.get_program()).args(verify.get_args()), LIMIT);
            assert_eq!(Verification::of(run).bytes, usual.bytes, "{name}={value}, mask {mask}");
        }
    }
    assert_eq!(fs::read(bag.join("custody/000000.txt")).expect("read"), seal);
}

/// The first character that a terminal would obey or that turns the line around.
fn commanding(text: &[u8]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(text) else { return Some("bytes that are not UTF-8".to_owned()) };
    let obeyed = |letter: char| {
        (letter.is_control() && letter != '\n')
            || "\u{2028}\u{2029}\u{200e}\u{200f}\u{61c}".contains(letter)
            || ('\u{202a}'..='\u{202e}').contains(&letter)
            || ('\u{2066}'..='\u{2069}').contains(&letter)
    };
    text.chars().find(|letter| obeyed(*letter)).map(|letter| letter.escape_unicode().to_string())
}

#[test]
fn no_name_and_no_note_commands_the_terminal() {
    let office = Office::open();
    let source = office.path("source");
    hostile(&source).expect("make the tree");
    let bag = office.path("evil \u{1b}]52;c;QQ==\u{7} \u{202e}gab.bag");
    let mut runs = vec![run_within(&mut office.seal_command(&source, &bag, &[]), LIMIT).expect_code(0)];
    let mut ask = |code: i32, arguments: &[&str]| {
        let bag = bag.to_str().expect("a plain path");
        let arguments = arguments.iter().map(|argument| if *argument == "%" { bag } else { argument });
        runs.push(run_within(&mut office.command(arguments), LIMIT).expect_code(code));
    };
    let signer = ["--signer", "officer.key.pub"];
    ask(0, &[&["verify", "%"], &signer[..]].concat());
    ask(64, &["custody", "object", "%", "--key", "officer.key", "--remarks", "see \u{1b}[2J here"]);
    ask(
        64,
        &["custody", "object", "%", "--key", "officer.key", "--purpose", "turned \u{202e} round", "--remarks", "x"],
    );
    ask(64, &["extract", "%", "\u{1b}[2Jnot there", "--to", "back", "--signer", "officer.key.pub"]);
    // From here on every sealed name is missing, and strange ones are there.
    fs::remove_dir_all(bag.join("data")).expect("remove");
    hostile(&bag.join("data")).expect("make the tree");
    fs::write(bag.join("\u{1b}[31mtag\u{85}file"), "x").expect("write");
    fs::write(bag.join("custody/\u{202e}txt.000001"), "x").expect("write");
    for command in ["verify", "audit", "log", "extract"] {
        let more: &[&str] = match command {
            "audit" => &["--fixity"],
            "extract" => &["--to", "back"],
            _ => &[],
        };
        ask(1, &[&[command, "%"], &signer[..], more].concat());
        if command != "extract" {
            ask(1, &[&[command, "%", "--json"], &signer[..], more].concat());
        }
    }
    assert!(runs.iter().any(|run| run.stdout.len() > 10_000), "the names were shown");
    for run in runs {
        for shown in [&run.stdout, &run.stderr.clone().into_bytes()] {
            assert_eq!(commanding(shown), None, "{}", String::from_utf8_lossy(shown).escape_debug());
        }
    }
}

#[test]
fn a_note_of_a_hundred_megabytes_is_refused_and_nothing_is_entered() {
    let (office, bag) = sealed();
    let line = format!("{}\n", "x".repeat(99));
    fs::write(office.path("form.toml"), format!("remarks = [\"{}\"]\n", line.trim_end().repeat(1_000_000)))
        .expect("write");
    fs::write(office.path("lines.toml"), format!("remarks = [{}]\n", "\"a line\", ".repeat(100_000))).expect("write");
    for form in ["form.toml", "lines.toml"] {
        let object = ["custody", "object", "A1.bag", "--key", "officer.key", "--form", form];
        let run = run_within(&mut office.command(object), LIMIT).expect_code(64);
        assert!(run.stderr.len() < 4096, "{} bytes of message", run.stderr.len());
    }
    assert!(!bag.join("custody/000001.txt").exists());
}

/// A list that is one line of two GiB, an event and a seal of as much: found wrong in little memory.
#[test]
fn endless_lines_and_pages_take_little_memory() {
    for (file, code) in [
        ("seal/entries.jsonl", 1),
        ("custody/000000.txt", 1),
        ("custody/000001.txt", 1),
        ("tagmanifest-sha256.txt", 1),
        ("manifest-sha256.txt", 1),
        ("bag-info.txt", 1),
    ] {
        let (office, bag) = sealed();
        fs::File::create(bag.join(file)).and_then(|file| file.set_len(2 << 30)).expect("a sparse file");
        let peak = peak_memory(&office.verify_command(&bag, &[]), code, LIMIT);
        assert!(peak < 64 << 20, "{file}: {} MiB", peak >> 20);
    }
}

/// Ended by a signal as a terminal or the system sends it: no half bag under the final name, and the seal is finished later.
#[test]
fn a_seal_that_is_interrupted_by_a_signal_leaves_no_half_bag() {
    let office = Office::open();
    let source = office.path("source");
    many_files(&source);
    let (bag, partial) = (office.path("A1.bag"), office.path("A1.bag.partial"));
    let mut interrupted = 0;
    for signal in [rustix::process::Signal::INT, rustix::process::Signal::TERM, rustix::process::Signal::HUP] {
        let mut command = office.seal_command(&source, &bag, &[]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("start");
        let started = Instant::now();
        while !partial.join("data/a/0100").exists()
            && child.try_wait().expect("wait").is_none()
            && started.elapsed() < LIMIT
        {
            std::thread::sleep(Duration::from_millis(1));
        }
        let process = rustix::process::Pid::from_child(&child);
        rustix::process::kill_process(process, signal).expect("send a signal");
        let (code, hung) = wait_within(&mut child, Instant::now() + LIMIT);
        assert!(!hung && code != Some(101), "{signal:?}: {code:?}");
        if code != Some(0) {
            assert!(!bag.exists(), "a bag under the final name after {signal:?}");
            interrupted += 1;
            office.seal(&source, "A1.bag", &["--resume"]);
        }
        assert_eq!(office.verify(&bag, &[]).outcome(), "confirmed_with_remarks");
        fs::remove_dir_all(&bag).expect("remove");
    }
    assert!(interrupted > 0, "each seal was done before the signal came");
}

fn many_files(source: &Path) {
    let tree = Maker::at(source).expect("folder");
    for number in 0..3000 {
        tree.file(format!("a/{number:04}"), format!("content of {number}\n")).expect("write");
    }
}

/// A byte of a copy changes behind the sealer's back, as a failing disk or memory would do it: nothing is signed.
#[test]
fn a_copy_that_was_written_wrong_is_not_signed() {
    let office = Office::open();
    let source = office.path("source");
    many_files(&source);
    // Copied among the first, and the others take a while; everything is read back behind the last one.
    fs::write(source.join("0.bin"), vec![0x5a; 1 << 20]).expect("write");
    let (bag, partial) = (office.path("A1.bag"), office.path("A1.bag.partial"));
    let (copy, later) = (partial.join("data/0.bin"), partial.join("data/a/0400"));
    let mut changed = false;
    let flip = || {
        if !changed && later.exists() && copy.metadata().is_ok_and(|copy| copy.len() == 1 << 20) {
            let file = fs::File::options().write(true).open(&copy).expect("the copy");
            file.write_all_at(b"!", 12_345).expect("change a byte");
            changed = true;
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    while_doing(flip, || {
        let run = run_within(&mut office.seal_command(&source, &bag, &[]), LIMIT).expect_code(2);
        assert!(run.stderr.contains("data/0.bin"), "{}", run.stderr);
        assert!(!bag.exists() && !partial.join("custody/000000.txt").exists());
    });
}

/// The salt of a line is what hides its content from who is shown others: it is drawn anew for each line and each seal.
#[test]
fn every_line_of_every_seal_has_a_salt_of_its_own() {
    let office = Office::open();
    let source = office.path("source");
    many_files(&source);
    small(&source).expect("make the tree");
    let mut salts = std::collections::BTreeSet::new();
    for name in ["A1.bag", "A2.bag"] {
        let list = fs::read_to_string(office.seal(&source, name, &[]).join("seal/entries.jsonl")).expect("read");
        for line in list.lines() {
            let (_, salt) = line.split_once("\"salt\":\"").expect("a salt");
            assert!(salts.insert(salt.to_owned()), "twice: {line}");
        }
    }
    assert!(salts.len() > 6000);
}

/// What has a final name is on the disk: everything is synced behind the last write and before the name is given, and the
/// name itself behind that.
#[cfg(feature = "tools")]
#[test]
fn a_bag_gets_its_name_only_when_it_is_synced() {
    let office = Office::open();
    small(&office.path("source")).expect("make the tree");
    let bag = office.path("A1.bag");
    let seal = office.seal_command(&office.path("source"), &bag, &[]);
    let mut traced = Command::new("strace");
    let calls =
        "trace=write,pwrite64,openat,syncfs,fsync,fdatasync,renameat2,rename,renameat,copy_file_range,ioctl,unlinkat";
    office.clean(&mut traced).args(["-f", "-qq", "-y", "-e", calls, "-o"]).arg(office.path("log"));
    run_within(traced.arg(seal.get_program()).args(seal.get_args()), LIMIT).expect_code(0);
    let log = fs::read_to_string(office.path("log")).expect("strace wrote its log");
    let lines: Vec<&str> = log.lines().filter(|line| line.contains("A1.bag")).collect();
    let last = |is: &dyn Fn(&str) -> bool| lines.iter().rposition(|line| is(line)).expect("such a call");
    let named = last(&|line| line.contains("renameat2(") && line.contains("A1.bag.partial\", "));
    let written = last(&|line| line.contains("A1.bag.partial") && (line.contains("write") || line.contains("O_CREAT")));
    let synced = last(&|line| line.contains("syncfs(") && line.ends_with("= 0"));
    assert!(written < synced && synced < named, "{written}, {synced}, {named}: {lines:#?}");
    let folder = office.path("");
    let folder = folder.to_str().expect("a plain path").trim_end_matches('/');
    let behind: Vec<&str> = log.lines().skip_while(|line| !line.contains("renameat2(")).collect();
    assert!(behind.iter().any(|line| line.contains("fsync(") && line.contains(&format!("<{folder}>"))), "{behind:#?}");
    // The signature is made of what was already synced and read back.
    let sealed = lines.iter().position(|line| line.contains("custody/000000.txt") && line.contains("O_CREAT"));
    let first = lines.iter().position(|line| line.contains("syncfs(") && line.ends_with("= 0"));
    assert!(first < sealed && first.is_some(), "{lines:#?}");
}
