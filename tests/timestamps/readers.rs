//! What is told of requests and tokens, in the language of the reader.

use std::fs;

use sealbag_report::Language;
use sealbag_tests::program::Office;
use sealbag_tests::readers::holds_no_english;
use sealbag_tests::tsa::{Authority, P256, TSA, serve};

#[test]
fn requests_and_tokens_are_told_of_in_the_readers_language() {
    for language in [Language::Russian, Language::Kazakh] {
        let (office, authority) = (Office::open(), Authority::open());
        authority.certificate("tsa", P256, TSA, "ca");
        fs::create_dir_all(office.path("evidence")).expect("a directory");
        fs::write(office.path("evidence/notes.txt"), "meet at nine\n").expect("a file");
        fs::write(office.path("other"), "meet at ten\n").expect("a file");
        let bag = office.seal(&office.path("evidence"), "A1.bag", &[]);
        let ca = authority.path("ca.pem").to_str().expect("text").to_owned();
        let says = |arguments: &[&str], code: i32| {
            let run = office.sealbag(arguments.iter().chain(&["--lang", language.tag()])).expect_code(code);
            // The authority has the name that its certificate gives it.
            let given = [
                "CN=TSA tsa,O=Test",
                "CN=Test Root,O=Test",
                "CN=Test Root",
                "Test Officer",
                "other",
                "generic",
                "sealbag timestamp",
            ];
            holds_no_english(language, &run, &given);
            assert!(run.stdout.iter().chain(run.stderr.as_bytes()).any(|byte| !byte.is_ascii()), "{arguments:?}");
        };
        says(&["timestamp", "A1.bag", "--request", "q.tsq"], 0);
        let request = fs::read(office.path("q.tsq")).expect("a request");
        fs::write(office.path("a.tsr"), authority.reply(&request, "tsa", "", None)).expect("an answer");
        let attach = ["timestamp", "A1.bag", "--attach", "a.tsr", "--request-file", "q.tsq", "--no-event"];
        says(&[&attach[..], &["--tsa-ca", &ca]].concat(), 0);
        says(&[&attach[..4], &["--tsa-ca", &ca, "--key", "officer.key"]].concat(), 0);
        let there = Authority::open();
        for name in ["ca.pem", "tsa.pem", "tsa.key"] {
            fs::copy(authority.path(name), there.path(name)).expect("a copy");
        }
        let url = serve(move |request| (200, there.reply(request, "tsa", "", None)));
        says(&["timestamp", "A1.bag", "--tsa", &url, "--tsa-ca", &ca, "--key", "officer.key"], 0);
        says(&["timestamp", "A1.bag", "--tsa", &url, "--key", "officer.key"], 0);
        let data = ["timestamp", "check", "--data", "A1.bag/custody/000000.txt"];
        let token = ["--token", "A1.bag/custody/000000.1.tsr", "--tsa-ca", &ca];
        says(&[&data[..], &token].concat(), 0);
        says(&[&data[..3], &["other"], &token].concat(), 1);
        says(&["verify", "A1.bag", "--signer", "officer.key.pub", "--tsa-ca", &ca], 0);
        says(&["log", "A1.bag", "--signer", "officer.key.pub", "--tsa-ca", &ca], 0);
        // A listed token that is another, and one that nobody lists and is none.
        fs::write(bag.join("custody/000000.1.tsr"), "x").expect("a file");
        fs::write(bag.join("custody/000000.9.tsr"), "x").expect("a file");
        says(&["verify", "A1.bag", "--signer", "officer.key.pub", "--tsa-ca", &ca, "--kept-token", "a.tsr"], 1);
        says(&["verify", "A1.bag", "--signer", "officer.key.pub", "--tsa-ca", &ca, "--kept-token", "other"], 1);
    }
}
