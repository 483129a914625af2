//! Errors and hints in the reader's language: the mistakes that people make, in English, Russian and Kazakh.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use sealbag_report::Language;
use sealbag_tests::hostile::small;
use sealbag_tests::program::{Office, Run, Verification};
use sealbag_tests::readers::holds_no_english;

/// What stands before an error and before a hint.
const LABELS: [(Language, &str, &str); 3] = [
    (Language::English, "error: ", "hint: "),
    (Language::Russian, "ошибка: ", "что делать: "),
    (Language::Kazakh, "қате: ", "не істеу керек: "),
];

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

/// Runs a command that must be refused in each language, by the flag and by the variable; both say the same.
fn in_each_language(office: &Office, arguments: &[&str], code: i32) -> [String; 3] {
    LABELS.map(|(language, error, _)| {
        let flag = office.sealbag(arguments.iter().chain(&["--lang", language.tag()])).expect_code(code);
        let mut command = office.command(arguments);
        command.env("SEALBAG_LANG", language.tag());
        let variable: Run = sealbag_tests::program::run_within(&mut command, std::time::Duration::from_secs(60));
        assert_eq!(variable.stderr, flag.stderr, "{language}");
        assert!(flag.stderr.starts_with(error), "{language}: {}", flag.stderr);
        flag.stderr
    })
}

fn all_say(said: &[String; 3], parts: [&[&str]; 3]) {
    for (said, parts) in said.iter().zip(parts) {
        for part in parts {
            assert!(said.contains(part), "{part:?} is not in {said}");
        }
    }
}

#[test]
fn a_bag_that_is_not_there_is_missed_in_the_readers_language() {
    let office = Office::open();
    let bag = office.path("none.bag");
    let said = in_each_language(&office, &["verify", text(&bag)], 2);
    all_say(
        &said,
        [
            &["No such file or directory (os error 2)"],
            &["нет такого файла или каталога (ошибка системы 2)"],
            &["мұндай файл немесе каталог жоқ (жүйе қатесі 2)"],
        ],
    );
    assert!(said.iter().all(|said| said.contains("none.bag")), "{said:?}");
    assert!(!said[1].contains("cannot") && !said[2].contains("cannot"), "{said:?}");
}

#[test]
fn a_bag_is_not_overwritten_and_the_hint_says_what_to_do() {
    let office = Office::open();
    small(&office.path("source")).expect("make the tree");
    let bag = office.seal(&office.path("source"), "A1.bag", &[]);
    let (source, key) = (office.path("source"), office.key());
    let arguments = ["seal", text(&source), "--out", text(&bag), "--exhibit", "A1", "--case", "1", "--key", text(&key)];
    let said = in_each_language(&office, &arguments, 64);
    all_say(
        &said,
        [
            &["hint: choose another --out; a bag is never overwritten"],
            &["что делать: выберите другой --out; пакеты никогда не перезаписываются"],
            &["не істеу керек: басқа --out таңдаңыз; пакеттің үстінен ешқашан жазылмайды"],
        ],
    );
    let first = |said: &str| said.lines().next().unwrap_or_default().to_owned();
    assert!(said.iter().all(|said| first(said).contains("A1.bag")), "{said:?}");
    assert!(!first(&said[1]).contains("exists") && !first(&said[2]).contains("exists"), "{said:?}");
}

#[test]
fn a_wrong_passphrase_is_refused_in_the_readers_language() {
    let office = Office::open();
    let (key, wrong) = (office.path("locked.key"), office.path("wrong"));
    let right = office.path("right");
    std::fs::write(&right, "correct horse").expect("a passphrase");
    std::fs::write(&wrong, "battery staple").expect("a passphrase");
    let new = ["key", "new", "A. B.", "--out", text(&key), "--passphrase-file", text(&right)];
    office.sealbag(new).expect_code(0);
    small(&office.path("source")).expect("make the tree");
    let (source, bag) = (office.path("source"), office.path("A1.bag"));
    let seal = ["seal", text(&source), "--out", text(&bag), "--exhibit", "A1", "--case", "1", "--key", text(&key)];
    let arguments: Vec<&str> = seal.into_iter().chain(["--passphrase-file", text(&wrong)]).collect();
    let said = in_each_language(&office, &arguments, 64);
    all_say(
        &said,
        [
            &["wrong passphrase", "hint: try again; spaces and case count"],
            &["что делать: попробуйте снова; пробелы и регистр букв учитываются"],
            &["не істеу керек: қайталап көріңіз"],
        ],
    );
    assert!(said[1..].iter().all(|said| !said.contains("wrong passphrase")), "{said:?}");
}

#[test]
fn a_file_that_may_not_be_read_is_named_in_the_readers_language() {
    let office = Office::open_to_all();
    small(&office.path("source")).expect("make the tree");
    let bag = office.seal(&office.path("source"), "A1.bag", &[]);
    let roster = office.path("roster.txt");
    std::fs::write(&roster, "nobody may read this").expect("a file");
    std::fs::set_permissions(&roster, std::fs::Permissions::from_mode(0o000)).expect("chmod");
    for (language, denied) in [
        (Language::English, "Permission denied (os error 13)"),
        (Language::Russian, "нет прав доступа (ошибка системы 13)"),
        (Language::Kazakh, "қол жеткізу құқығы жоқ (жүйе қатесі 13)"),
    ] {
        let signer = office.signer();
        let flags = ["--authority", text(&signer), "--roster", text(&roster), "--lang", language.tag()];
        let mut command = office.command(["verify", text(&bag)].iter().chain(&flags));
        let run =
            sealbag_tests::program::run_within(office.as_nobody(&mut command), std::time::Duration::from_secs(60));
        let run = run.expect_code(2);
        assert!(run.stderr.contains(denied) && run.stderr.contains("roster.txt"), "{}", run.stderr);
        assert_eq!(run.stderr.contains("cannot"), language == Language::English, "{}", run.stderr);
    }
}

#[test]
fn flags_that_do_not_go_together_are_refused_in_the_readers_language() {
    let office = Office::open();
    small(&office.path("source")).expect("make the tree");
    let bag = office.seal(&office.path("source"), "A1.bag", &[]);
    let roster = office.path("roster.txt");
    std::fs::write(&roster, "").expect("a file");
    let said = in_each_language(&office, &["verify", text(&bag), "--roster", text(&roster)], 64);
    assert!(said.iter().all(|said| said.contains("--authority")), "{said:?}");
    assert!(said[1..].iter().all(|said| !said.contains("only as good")), "{said:?}");
}

#[test]
fn a_name_that_is_a_sentence_itself_stays_a_name() {
    let office = Office::open();
    let bag = office.path("cannot read the roster: Permission denied (os error 13)");
    let said = in_each_language(&office, &["verify", text(&bag)], 2);
    for said in said {
        assert!(said.contains("cannot read the roster: Permission denied (os error 13)"), "{said}");
        assert!(!said.contains("нет прав") && !said.contains("құқығы жоқ"), "{said}");
    }
}

#[test]
fn a_language_that_is_none_is_refused_in_english_before_anything_is_done() {
    let office = Office::open();
    let key = office.path("new.key");
    let mut command = office.command(["key", "new", "A. B.", "--out", text(&key)]);
    command.env("SEALBAG_LANG", "de");
    let run = sealbag_tests::program::run_within(&mut command, std::time::Duration::from_secs(60)).expect_code(64);
    assert!(run.stderr.contains("hint: write en, ru or kk, or give --lang"), "{}", run.stderr);
    assert!(!key.exists());
}

#[test]
fn json_is_the_same_in_every_language() {
    let office = Office::open();
    small(&office.path("source")).expect("make the tree");
    let bag = office.seal(&office.path("source"), "A1.bag", &[]);
    std::fs::remove_file(bag.join("seal/entries.jsonl")).expect("remove the list");
    // The envelope around the verdict has the time.
    let json = |language: Language| {
        let run = office.sealbag(["verify", text(&bag), "--json", "--lang", language.tag()]);
        (run.code, Verification::of(run).bytes)
    };
    let english = json(Language::English);
    assert!(english.1.starts_with('{'), "{english:?}");
    assert_eq!(json(Language::Russian), english);
    assert_eq!(json(Language::Kazakh), english);
}

#[test]
fn sealing_and_checking_are_told_in_the_readers_language() {
    for language in [Language::Russian, Language::Kazakh] {
        let office = Office::open();
        small(&office.path("source")).expect("make the tree");
        let run = |arguments: &[&str], code: i32, given: &[&str]| {
            let given: Vec<&str> = given.iter().copied().chain(["Test Officer"]).collect();
            let run = office.sealbag(arguments.iter().chain(&["--lang", language.tag()])).expect_code(code);
            holds_no_english(language, &run, &given);
            assert!(run.stdout.iter().chain(run.stderr.as_bytes()).any(|byte| !byte.is_ascii()), "{arguments:?}");
        };
        let (key, public) = (office.key(), office.signer());
        let (key, public) = (text(&key), text(&public));
        run(&["key", "new", "А. Б.", "--no-passphrase", "--out", "second"], 0, &["second"]);
        run(&["key", "show", "second"], 0, &["second"]);
        let seal = ["seal", "source", "--out", "A1.bag", "--exhibit", "A1", "--case", "1", "--key", key];
        run(&[&seal[..], &["--cosigner", "second.pub"]].concat(), 0, &[]);
        run(&["seal", "source", "--profile", "kz"], 64, &[]);
        run(&["seal", "source", "--exhibit", "A1"], 64, &["seal"]);
        run(&["verify", "A1.bag", "--signer", public], 0, &[]);
        run(&["verify", "A1.bag"], 2, &[]);
        run(&["extract", "A1.bag", "--to", "whole", "--signer", public], 0, &["whole"]);
        run(&["pack", "A1.bag"], 0, &[]);
        run(&["unpack", "A1.bag.zip", "--to", "."], 64, &[]);
        std::fs::create_dir(office.path("in")).expect("a directory");
        run(&["unpack", "A1.bag.zip", "--to", "in"], 0, &[]);
        run(&["label", "A1.bag", "--out", "label.svg"], 0, &[]);
        run(&["report", "A1.bag", "--out", "report.html", "--signer", public], 0, &[]);
        run(&["verifier", "--out", "page.html"], 0, &[]);
        run(&["man", "--out", "pages"], 0, &["pages"]);
        run(&["profile", "list"], 0, &["generic", "any", "kz"]);
        let profile = office.sealbag(["profile", "show", "kz", "--json"]).text();
        let profile: serde_json::Value = serde_json::from_str(&profile).expect("JSON");
        // The sources of a profile are quoted as its author wrote them.
        let sources = profile["sources"].as_array().expect("sources").iter();
        let mut given: Vec<&str> = sources.filter_map(|source| source["text"].as_str()).collect();
        let events = profile["events"].as_array().expect("events").iter();
        given.extend(events.filter_map(|event| event["type"].as_str()));
        let roles = profile["roles"].as_array().expect("roles").iter();
        given.extend(roles.filter_map(|role| role["name"].as_str()));
        let required =
            profile["events"].as_array().expect("events").iter().flat_map(|event| event["required"].as_array());
        given.extend(required.flatten().filter_map(|field| field.as_str()));
        given.extend(["seal", "kz"]);
        run(&["profile", "show", "kz"], 0, &given);
        damage(&office.path("A1.bag/data"));
        run(&["verify", "A1.bag", "--signer", public], 1, &["empty"]);
        run(&["extract", "A1.bag", "--to", "out", "--signer", public], 1, &["empty", "out"]);
        let list = office.path("A1.bag/seal/entries.jsonl");
        let lines = std::fs::read_to_string(&list).expect("the list");
        std::fs::write(&list, lines.repeat(2)).expect("another list");
        run(&["verify", "A1.bag", "--signer", public], 1, &[]);
        run(&["extract", "A1.bag", "--to", "none", "--signer", public], 1, &["none"]);
    }
}

/// Changes every file below a directory.
fn damage(directory: &Path) {
    for entry in std::fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => damage(&path),
            false => std::fs::write(&path, "changed").expect("a file"),
        }
    }
}

/// An office whose program speaks one language, and what it says is looked at.
struct Speaker {
    office: Office,
    language: Language,
}

impl Speaker {
    fn open(language: Language) -> Self {
        let speaker = Self { office: Office::open(), language };
        for (file, name) in [("lab", "Ә. Сарапшы"), ("second", "Б. Екінші"), ("authority", "Орган")]
        {
            speaker.says(&["key", "new", name, "--no-passphrase", "--out", file], 0, &[]);
        }
        small(&speaker.office.path("source")).expect("make the tree");
        speaker
    }

    /// Runs the program; nothing that it says may be English, but for names and what was given.
    #[track_caller]
    fn says(&self, arguments: &[&str], code: i32, given: &[&str]) {
        let run = self.office.sealbag(arguments.iter().chain(&["--lang", self.language.tag()])).expect_code(code);
        let given: Vec<&str> = given.iter().chain(&NAMES_OF_FILES).chain(&COMMANDS).copied().collect();
        holds_no_english(self.language, &run, &given);
        let told = run.stdout.iter().chain(run.stderr.as_bytes());
        assert!(told.into_iter().any(|byte| !byte.is_ascii()), "{arguments:?} says nothing");
    }

    /// Enters an event with the key of a person.
    #[track_caller]
    fn enters(&self, who: &str, arguments: &[&str]) {
        self.says(&[arguments, &["--key", who, "--purpose", "сот сараптамасы"]].concat(), 0, &[]);
    }

    fn file(&self, name: &str, content: &str) {
        std::fs::write(self.office.path(name), content).expect("a file");
    }
}

/// Says the same once in Russian and once in Kazakh.
fn in_both(tell: impl Fn(&Speaker)) {
    [Language::Russian, Language::Kazakh].into_iter().for_each(|language| tell(&Speaker::open(language)));
}

/// What the tests below call people's keys, receipts and proofs.
const NAMES_OF_FILES: [&str; 7] = ["Test Officer", "lab", "second", "authority", "other", "fork", "none"];
/// Commands that are told on lines of their own, to be copied.
const COMMANDS: [&str; 6] = [
    "sealbag accept",
    "sealbag custody cancel",
    "sealbag roster add",
    "sealbag roster sign",
    "sealbag roster export",
    "sealbag timestamp",
];

const SIGNER: [&str; 2] = ["--signer", "officer.key.pub"];

#[test]
fn the_life_of_an_exhibit_is_told_in_the_readers_language() {
    in_both(|it| {
        let seal = ["seal", "source", "--out", "A1.bag", "--exhibit", "A1", "--case", "1", "--key", "officer.key"];
        it.says(&[&seal[..], &["--cosigner", "second.pub"]].concat(), 0, &[]);
        let release = ["release", "A1.bag", "--to", "lab.pub"];
        let by = ["--key", "officer.key", "--purpose", "сараптама"];
        it.says(&[&release[..], &by].concat(), 64, &[]);
        it.says(&["custody", "open", "A1.bag"], 64, &[]);
        it.says(&[&release[..], &by, &["--profile", "kz"]].concat(), 64, &[]);
        it.enters("second", &["custody", "countersign", "A1.bag"]);
        it.enters("officer.key", &["custody", "verify", "A1.bag", "--signer", "officer.key.pub"]);
        it.enters("officer.key", &["custody", "verify", "A1.bag"]);
        it.enters("officer.key", &["custody", "store", "A1.bag", "--storage-location", "сейф 4"]);
        it.enters("officer.key", &["custody", "access", "A1.bag"]);
        it.enters("officer.key", &["custody", "incident", "A1.bag", "--kind", "physical_seal_broken"]);
        it.enters("lab", &["custody", "object", "A1.bag", "--remark", "ескертпе"]);
        it.enters("officer.key", &["custody", "hold", "A1.bag", "--order-number", "5-2"]);
        it.enters("officer.key", &["custody", "unhold", "A1.bag", "--order-number", "5-3"]);
        let correct = ["--event", "3", "--field", "remarks", "--value", "дұрысы", "--reason", "қате"];
        it.enters("officer.key", &[&["custody", "correct", "A1.bag"][..], &correct].concat());
        it.enters("officer.key", &release);
        it.says(&["receipt", "A1.bag"], 0, &[]);
        it.enters("officer.key", &["custody", "cancel", "A1.bag"]);
        it.enters("officer.key", &release);
        it.says(&["accept", "A1.bag", "--key", "lab", "--signer", "officer.key.pub"], 64, &[]);
        it.enters("lab", &[&["accept", "A1.bag", "--refuse", "пломба жоқ"][..], &SIGNER].concat());
        it.enters("officer.key", &release);
        it.enters("lab", &[&["accept", "A1.bag", "--yes"][..], &SIGNER].concat());
        let copy = ["custody", "copy", "A1.bag", "--out", "A1-1.bag", "--exhibit", "A1/1"];
        it.enters("lab", &[&copy[..], &SIGNER].concat());
        it.enters("lab", &["custody", "examine-start", "A1.bag"]);
        it.enters("lab", &["custody", "examine-end", "A1.bag", "--method", "қарау", "--tool", "көз:2"]);
        it.enters("lab", &["custody", "open", "A1.bag", "--change", "көшіру"]);
        it.says(&["log", "A1.bag", "--signer", "officer.key.pub"], 0, &["remarks", "generic"]);
        let reseal = ["custody", "reseal", "A1.bag", "--out", "A2.bag", "--source", "source"];
        it.enters("lab", &[&reseal[..], &SIGNER].concat());
        it.says(&["log", "A1.bag"], 2, &["remarks", "generic"]);
        std::fs::remove_file(it.office.path("A1.bag/custody/000004.txt")).expect("remove an event");
        it.says(&["log", "A1.bag", "--signer", "officer.key.pub"], 1, &["remarks", "generic"]);
        it.says(&["verify", "A1.bag", "--signer", "officer.key.pub"], 1, &[]);
        it.says(&["receipt", "A1.bag", "--out", "none"], 1, &[]);
    });
}

#[test]
fn receipts_and_split_logs_are_told_of_in_the_readers_language() {
    in_both(|it| {
        it.office.seal(&it.office.path("source"), "A1.bag", &[]);
        it.says(&["receipt", "A1.bag", "--out", "r0"], 0, &[]);
        let mut copy = it.office.clean(&mut std::process::Command::new("cp")).args(["-r", "A1.bag", "B1.bag"]).spawn();
        assert!(copy.as_mut().expect("cp starts").wait().expect("cp ends").success());
        it.enters("officer.key", &["custody", "access", "A1.bag"]);
        it.enters("lab", &["custody", "object", "B1.bag", "--remark", "қарсылық"]);
        it.says(&["receipt", "A1.bag", "--out", "r1"], 0, &[]);
        it.enters("officer.key", &["release", "A1.bag", "--to", "lab.pub"]);
        it.says(&["receipt", "A1.bag", "--out", "r2"], 0, &[]);
        it.enters("lab", &["accept", "A1.bag", "--yes", "--signer", "officer.key.pub"]);
        it.says(&["receipt", "A1.bag", "--out", "r3"], 0, &[]);
        it.says(&["receipt", "B1.bag", "--out", "other"], 0, &[]);
        it.says(&["receipt", "check", "r3", "--since", "r1", "--bag", "A1.bag"], 2, &[]);
        it.says(&["receipt", "check", "r3", "--since", "r2", "--bag", "A1.bag"], 0, &[]);
        it.says(&["receipt", "check", "r0", "--since", "r0", "--bag", "A1.bag"], 0, &[]);
        it.says(&["receipt", "check", "r1", "--since", "other", "--bag", "B1.bag"], 1, &[]);
        it.says(&["receipt", "check", "r2", "--since", "other", "--bag", "B1.bag"], 1, &[]);
        it.says(&["fork", "make", "r1", "other", "--out", "fork"], 0, &[]);
        it.says(&["fork", "check", "fork"], 0, &[]);
        it.says(&["fork", "check", "r1"], 1, &[]);
        it.says(&["receipt", "check", "fork"], 1, &[]);
        it.file("none", "x\n");
        it.says(&["receipt", "check", "none"], 1, &[]);
        it.says(&["fork", "make", "r1", "none", "--out", "fork2"], 64, &[]);
        std::fs::create_dir(it.office.path("kept")).expect("a directory");
        for name in ["r1", "r3", "other", "none"] {
            std::fs::rename(it.office.path(name), it.office.path("kept").join(name)).expect("move");
        }
        std::os::unix::fs::symlink(it.office.path("A1.bag"), it.office.path("link")).expect("a link");
        let audit = ["audit", ".", "--signer", "officer.key.pub", "--forks", "forks"];
        it.says(&audit, 2, &[]);
        it.says(&[&audit[..], &["--fixity", "--since", "kept", "--resume", "results"]].concat(), 1, &[]);
        it.says(&[&audit[..], &["--fixity", "--since", "kept", "--resume", "results"]].concat(), 1, &[]);
        std::fs::create_dir(it.office.path("empty")).expect("a folder");
        it.says(&["audit", "empty"], 2, &["empty"]);
        it.enters("lab", &["release", "A1.bag", "--to", "officer.key.pub", "--signer", "officer.key.pub"]);
        it.says(&["audit", "A1.bag", "--signer", "officer.key.pub", "--now", "2099-01-01T00:00:00Z"], 0, &[]);
    });
}

#[test]
fn rosters_are_told_of_in_the_readers_language() {
    in_both(|it| {
        let given = ["investigator", "expert", "clerk"];
        let says = |arguments: &[&str]| it.says(&[&["roster"][..], arguments].concat(), 0, &given);
        let known = sealbag_custody::roster::ROLES;
        let add = ["--valid-from", "2026-01-01", "--key"];
        says(&["new", "--authority-name", "Прокуратура", "--country", "KZ", "--out", "r.txt"]);
        let first = ["add", "r.txt", "--id", "7", "--name", "Ә. Сарапшы", "--role", "investigator,expert"];
        says(&[&first[..], &add, &["lab.pub", "--organisation", "Полиция", "--qualification", "эксперт"]].concat());
        let twin = ["add", "r.txt", "--id", "8", "--name", "Ә. Сарапшы", "--role", "clerk"];
        let twin = [&["roster"][..], &twin, &add, &["second.pub", "--valid-to", "2030-01-01"]].concat();
        it.says(&twin, 0, &[&given[..], known].concat());
        says(&["show", "r.txt"]);
        says(&["sign", "r.txt", "--key", "authority"]);
        says(&["show", "r.txt"]);
        says(&["export", "r.txt", "--anchor"]);
        says(&["retire", "r.txt", "--id", "7", "--at", "2026-02-01", "--reason", "зейнет"]);
        let revoke = ["revoke", "r.txt", "--key", "second.pub", "--compromised-since", "2026-02-01"];
        says(&[&revoke[..], &["--reason", "жоғалған"]].concat());
        let keys = ["--authority-key", "authority.pub", "--authority-key", "officer.key.pub", "--threshold", "2"];
        says(&[&["rekey", "r.txt"][..], &keys].concat());
        says(&["sign", "r.txt", "--key", "authority"]);
        says(&["show", "r-2.txt"]);
        says(&["sign", "r-2.txt", "--key", "officer.key"]);
        says(&["show", "r-2.txt"]);
        it.says(&["roster", "export", "r-2.txt", "--anchor"], 0, &["threshold"]);
        says(&["new", "--authority-name", "Сот", "--out", "o.txt"]);
        says(&[&["add", "o.txt", "--id", "9", "--name", "В", "--role", "expert"][..], &add, &["second.pub"]].concat());
        says(&["sign", "o.txt", "--key", "lab"]);
        let scope = ["--purpose", "өзара көмек", "--role", "expert"];
        let period = ["--valid-from", "2026-01-01", "--valid-to", "2030-01-01"];
        let recognize = ["recognize", "o.txt", "--by", "r-2.txt", "--key", "authority", "--out", "a.txt"];
        says(&[&recognize[..], &scope, &period].concat());
        says(&["show", "a.txt"]);
        says(&["sign", "a.txt", "--key", "officer.key"]);
        says(&["enter", "r-2.txt", "--recognition", "a.txt"]);
        says(&["show", "r-3.txt"]);
        let back = ["recognize", "o.txt", "--by", "r-2.txt", "--key", "authority", "--out", "b.txt"];
        let withdrawn = ["--previous", "a.txt", "--withdrawn", "2027-01-01", "--reason", "мерзімі бітті"];
        says(&[&back[..], &withdrawn].concat());
        it.says(&["roster", "show", "none"], 2, &[]);
    });
}

#[test]
fn requests_and_tokens_are_told_of_in_the_readers_language() {
    in_both(|it| {
        it.office.seal(&it.office.path("source"), "A1.bag", &[]);
        it.says(&["timestamp", "A1.bag", "--request", "q.tsq", "--tsa-policy", "1.2.3"], 0, &[]);
        it.file("none", "x");
        it.says(&["timestamp", "A1.bag", "--attach", "none"], 64, &[]);
        it.says(&["timestamp", "check", "--data", "none", "--token", "none", "--tsa-ca", "none"], 64, &[]);
    });
}

#[test]
fn a_purpose_that_nobody_gave_is_signed_in_the_language_in_which_the_officer_works() {
    in_both(|it| {
        it.office.seal(&it.office.path("source"), "A1.bag", &[]);
        let enters = |arguments: &[&str], key: &str| it.says(&[arguments, &["--key", key]].concat(), 0, &[]);
        enters(&["custody", "verify", "A1.bag", "--signer", "officer.key.pub"], "officer.key");
        enters(&["custody", "object", "A1.bag", "--remark", "ескертпе"], "lab");
        enters(&["release", "A1.bag", "--to", "lab.pub", "--purpose", "сараптама"], "officer.key");
        enters(&["accept", "A1.bag", "--refuse", "пломба жоқ", "--signer", "officer.key.pub"], "lab");
        enters(&["release", "A1.bag", "--to", "lab.pub", "--purpose", "сараптама"], "officer.key");
        enters(&["accept", "A1.bag", "--yes", "--signer", "officer.key.pub"], "lab");
        for (event, russian, kazakh) in [
            (1, "проверка", "тексеру"),
            (2, "возражение или замечание", "қарсылық немесе ескертпе"),
            (4, "отказ в приёме объекта", "объектіні қабылдаудан бас тарту"),
            (6, "приём объекта", "объектіні қабылдау"),
        ] {
            let record =
                std::fs::read_to_string(it.office.path(&format!("A1.bag/custody/{event:06}.txt"))).expect("an event");
            let purpose = if it.language == Language::Russian { russian } else { kazakh };
            assert!(record.contains(&format!("\npurpose = \"{purpose}\"\n")), "{record}");
        }
        it.says(&["verify", "A1.bag", "--signer", "officer.key.pub"], 0, &[]);
    });
}

#[test]
fn what_is_wrong_with_a_profile_is_told_in_the_readers_language() {
    in_both(|it| {
        let profile = sealbag_custody::profile::Profile::embedded_text("kz").expect("a profile");
        it.file("kz.toml", profile);
        it.says(&["profile", "lint", "kz.toml"], 0, &["name", "kz"]);
        let wrong = profile.replace("version = ", "versio = ").replace("exhibit.number", "exhibit.numer");
        it.file("wrong.toml", &wrong);
        let fields = [
            "name",
            "kz",
            "versio",
            "format",
            "version",
            "jurisdiction",
            "title",
            "source",
            "seal",
            "event",
            "cosigners",
            "role",
            "heading",
        ];
        it.says(&["profile", "lint", "wrong.toml"], 64, &fields);
        let seal =
            ["seal", "source", "--exhibit", "A1", "--case", "1", "--key", "officer.key", "--profile", "wrong.toml"];
        it.says(&seal, 64, &fields);
    });
}

#[test]
fn the_demonstration_is_told_in_the_readers_language() {
    for language in [Language::Russian, Language::Kazakh] {
        let office = Office::open();
        let run = office.sealbag(["demo", "story", "--lang", language.tag()]).expect_code(0);
        let all = run.text();
        let told: Vec<&str> = all.lines().filter(|line| !line.starts_with("$ ")).collect();
        assert!(all.lines().count() > told.len() + 30 && told.len() > 500, "{all}");
        let run = Run { stdout: told.join("\n").into_bytes(), ..run };
        let names =
            ["keyoffice", "officer", "second", "lab", "thief", "thief-office", "exhibit", "desk", "stolen", "generic"];
        let commands = [
            "sha256sum custody",
            "sealbag roster add",
            "sealbag roster sign",
            "sealbag accept",
            "sealbag custody cancel",
        ];
        holds_no_english(language, &run, &[&names[..], &commands].concat());
    }
}

/// What a program with a terminal of its own says where these lines are typed.
#[cfg(feature = "tools")]
fn typed(office: &Office, line: &str, language: Language, answers: &str) -> Run {
    use std::io::Write;
    let mut command = std::process::Command::new("script");
    office.clean(&mut command);
    let line = format!("'{}' {line} --lang {language}", sealbag_tests::program::program().display());
    command.args(["-qec", &line, "/dev/null"]);
    command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut child = command.spawn().expect("script from util-linux");
    child.stdin.take().expect("piped").write_all(answers.as_bytes()).expect("answers");
    let output = child.wait_with_output().expect("its end");
    Run {
        code: output.status.code(),
        hung: false,
        took: std::time::Duration::ZERO,
        stdout: output.stdout,
        stderr: String::new(),
    }
}

#[cfg(feature = "tools")]
#[test]
fn questions_on_a_terminal_are_asked_in_the_readers_language() {
    in_both(|it| {
        let given = ["accept", "officer.key", "third", "fourth", "lab", "Test Officer", "present"];
        let asks = |line: &str, answers: &str, code: i32, question: [&str; 2]| {
            let run = typed(&it.office, line, it.language, answers).expect_code(code);
            holds_no_english(it.language, &run, &given);
            let question = if it.language == Language::Russian { question[0] } else { question[1] };
            assert!(run.text().contains(question), "{}", run.text());
        };
        asks("key new \"Ә. Үшінші\" --out third", "a b\na b\n", 0, ["новая парольная фраза", "жаңа құпиясөз"]);
        asks("key new \"Ә. Үшінші\" --out fourth", "a b\na c\n", 64, ["ещё раз", "тағы бір рет"]);
        asks("seal source --key officer.key", "A1\n2026-17\n", 0, ["объект", "бъект"]);
        let purpose = "сараптама";
        it.says(&["release", "A1.bag", "--to", "lab.pub", "--key", "officer.key", "--purpose", purpose], 0, &[]);
        let accept = "accept A1.bag --key lab --signer officer.key.pub";
        asks(accept, "жоқ\naccept\n", 0, ["чтобы принять", "қабылдау үшін"]);
        // The questions of a profile, the wrong answers to them, and that the answers ended.
        let kz = "seal source --key officer.key --profile kz --out B1.bag";
        let run = typed(&it.office, kz, it.language, &"2026-02-20\n".repeat(60));
        holds_no_english(it.language, &run, &given);
    });
}
