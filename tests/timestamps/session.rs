//! Sessions of `sealbag timestamp`: on line, air-gapped, with and without a key, and what is refused.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use sealbag_tests::program::{Office, Run};
use sealbag_tests::tsa::{Authority, P256, TSA, der, serve};
use serde_json::Value;

struct Scene {
    office: Office,
    authority: Authority,
    bag: PathBuf,
}

impl Scene {
    fn set() -> Self {
        let (office, authority) = (Office::open(), Authority::open());
        authority.certificate("tsa", P256, TSA, "ca");
        authority.certificate("second", P256, TSA, "ca");
        let evidence = office.path("evidence");
        fs::create_dir_all(&evidence).expect("a directory");
        fs::write(evidence.join("notes.txt"), "meet at nine\n").expect("a file");
        let bag = office.seal(&evidence, "A1.bag", &[]);
        Self { office, authority, bag }
    }

    fn ca(&self) -> String {
        self.authority.path("ca.pem").to_str().expect("text").to_owned()
    }

    fn key(&self) -> String {
        self.office.key().to_str().expect("text").to_owned()
    }

    fn timestamp(&self, arguments: &[&str]) -> Run {
        self.office.sealbag([&["timestamp", "A1.bag"], arguments].concat())
    }

    /// A server around `openssl ts -reply`, in a folder of its own.
    fn server(&self, signer: &'static str) -> String {
        let authority = Authority::open();
        for name in ["ca.pem", "tsa.pem", "tsa.key", "second.pem", "second.key"] {
            fs::copy(self.authority.path(name), authority.path(name)).expect("a copy");
        }
        serve(move |request| (200, authority.reply(request, signer, "", None)))
    }

    fn tokens(&self) -> Vec<String> {
        let entries = fs::read_dir(self.bag.join("custody")).expect("the log");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("text")).collect();
        names.retain(|name| !name.starts_with('.'));
        names.sort();
        names
    }

    /// Refused with this exit code and these words, and nothing was stored.
    #[track_caller]
    fn refuses(&self, arguments: &[&str], code: i32, words: &str) {
        let before = self.tokens();
        let run = self.timestamp(arguments).expect_code(code);
        assert!(run.stderr.contains(words), "{words}: {}", run.stderr);
        assert!(run.stderr.contains("hint: "), "{}", run.stderr);
        assert_eq!(self.tokens(), before);
    }
}

fn object(run: &Run) -> Value {
    serde_json::from_slice(&run.stdout).expect("one JSON object")
}

#[test]
fn two_authorities_stamp_the_head_and_an_event_lists_both_tokens() {
    let scene = Scene::set();
    let (first, second) = (scene.server("tsa"), scene.server("second"));
    let (ca, key) = (scene.ca(), scene.key());
    let run = scene.timestamp(&["--tsa", &first, "--tsa", &second, "--tsa-ca", &ca, "--key", &key, "--json"]);
    let report = object(&run.expect_code(0));
    assert_eq!(report["entered"]["index"], 1);
    assert_eq!(report["tokens"][0]["file"], "custody/000000.1.tsr");
    assert_eq!(report["tokens"][1]["file"], "custody/000000.2.tsr");
    assert_eq!(report["tokens"][1]["tsa"], "CN=TSA second,O=Test");
    assert_eq!(report["tokens"][0]["nonce_checked"], true);
    assert_eq!(report["tokens"][0]["chain"].as_array().map(Vec::len), Some(2));
    assert_eq!(scene.tokens(), ["000000.1.tsr", "000000.2.tsr", "000000.txt", "000001.txt"]);
    let event = fs::read_to_string(scene.bag.join("custody/000001.txt")).expect("an event");
    assert!(event.contains("type = \"timestamp\"") && event.matches("[[token]]").count() == 2, "{event}");
    // A court repeats it with openssl alone.
    let token = fs::read(scene.bag.join("custody/000000.1.tsr")).expect("a token");
    let data = fs::read(scene.bag.join("custody/000000.txt")).expect("an event");
    assert!(scene.authority.openssl_accepts(&token, &data, "ca.pem", None));
    let check = scene.office.sealbag([
        "timestamp",
        "check",
        "--data",
        "A1.bag/custody/000000.txt",
        "--token",
        "A1.bag/custody/000000.2.tsr",
        "--tsa-ca",
        &ca,
    ]);
    assert!(check.expect_code(0).text().starts_with("The time-stamp holds\n"));
    // The next one is over the new head.
    let report = object(&scene.timestamp(&["--tsa", &first, "--tsa-ca", &ca, "--key", &key, "--json"]).expect_code(0));
    assert_eq!((&report["index"], &report["entered"]["index"]), (&Value::from(1), &Value::from(2)));
}

#[test]
fn an_air_gapped_clerk_without_a_key_carries_the_request_out_and_the_answer_in() {
    let scene = Scene::set();
    let ca = scene.ca();
    let report = object(&scene.timestamp(&["--request", "q.tsq", "--json"]).expect_code(0));
    assert_eq!(report["request"]["file"], "q.tsq");
    assert!(report["request"]["nonce"].as_str().is_some_and(|nonce| (2..=16).contains(&nonce.len())));
    let request = fs::read(scene.office.path("q.tsq")).expect("a request");
    let mut shown = Command::new("openssl");
    shown.args(["ts", "-query", "-text", "-in", "q.tsq"]).current_dir(scene.office.path(""));
    let shown = shown.output().expect("openssl");
    assert!(String::from_utf8_lossy(&shown.stdout).contains("Certificate required: yes"));
    let answer = scene.authority.reply(&request, "tsa", "", None);
    fs::write(scene.office.path("a.tsr"), &answer).expect("a file");
    scene.refuses(&["--request", "q.tsq"], 64, "exists already");
    scene.refuses(&["--request", "A1.bag/q.tsq"], 64, "lies inside the bag");

    let run = scene.timestamp(&["--attach", "a.tsr", "--request-file", "q.tsq", "--tsa-ca", &ca, "--no-event"]);
    let text = run.expect_code(0).text();
    assert!(text.contains("No event lists it"), "{text}");
    assert!(!text.contains("not checked") && !text.contains("NOT checked"), "{text}");
    assert_eq!(scene.tokens(), ["000000.1.tsr", "000000.txt"]);
    // The same again changes nothing; without certificates and request it says what was not checked.
    let text = scene.timestamp(&["--attach", "a.tsr", "--no-event"]).expect_code(0).text();
    assert!(text.contains("NOT checked: no certificate") && text.contains("not checked: the request"), "{text}");
    assert_eq!(scene.tokens(), ["000000.1.tsr", "000000.txt"]);
    // A bare token has other bytes and is a second file; whoever has no key need not say so.
    fs::write(scene.office.path("bare.tsr"), der::token_of(&answer)).expect("a file");
    let report =
        object(&scene.timestamp(&["--attach", "bare.tsr", "--tsa-ca", &ca, "--no-event", "--json"]).expect_code(0));
    assert_eq!((&report["tokens"][0]["number"], &report["entered"]), (&Value::from(2), &Value::Null));
    // A holder of a key enters it later.
    let key = scene.key();
    scene.timestamp(&["--attach", "a.tsr", "--tsa-ca", &ca, "--key", &key, "--event", "0"]).expect_code(0);
    assert_eq!(scene.tokens(), ["000000.1.tsr", "000000.2.tsr", "000000.txt", "000001.txt"]);
}

#[test]
fn custody_timestamp_enters_only_tokens_over_the_event() {
    let scene = Scene::set();
    let event = fs::read(scene.bag.join("custody/000000.txt")).expect("an event");
    for (name, data) in [("good.tsr", &event[..]), ("other.tsr", b"other")] {
        fs::write(scene.office.path(name), scene.authority.stamp(data, "tsa", "sha256", None)).expect("a file");
    }
    let key = scene.key();
    let enter = |token| scene.office.sealbag(["custody", "timestamp", "A1.bag", "--token", token, "--key", &key]);
    assert!(enter("other.tsr").expect_code(64).stderr.contains("[time.imprint_mismatch]"));
    assert_eq!(scene.tokens(), ["000000.txt"]);
    enter("good.tsr").expect_code(0);
    assert_eq!(scene.tokens(), ["000000.1.tsr", "000000.txt", "000001.txt"]);
    // Event 1 is the head now; the token is over event 0.
    assert!(enter("good.tsr").expect_code(64).stderr.contains("[time.imprint_mismatch]"));
}

#[test]
fn nothing_that_does_not_hold_is_stored() {
    let scene = Scene::set();
    let ca = scene.ca();
    scene.timestamp(&["--request", "q.tsq"]).expect_code(0);
    scene.timestamp(&["--request", "q2.tsq"]).expect_code(0);
    let request = |name: &str| fs::read(scene.office.path(name)).expect("a request");
    let answer = scene.authority.reply(&request("q.tsq"), "tsa", "", None);
    fs::write(scene.office.path("a.tsr"), &answer).expect("a file");
    let other = scene.authority.stamp(b"other data", "tsa", "sha256", None);
    fs::write(scene.office.path("other.tsr"), other).expect("a file");
    scene.authority.root("strange", "Strange", None);
    let strange = scene.authority.path("strange.pem").to_str().expect("text").to_owned();
    fs::write(scene.office.path("page.html"), "<html>captive portal</html>").expect("a file");
    fs::write(scene.office.path("key.pem"), scene.authority.read("tsa.key")).expect("a file");

    scene.refuses(&["--attach", "other.tsr"], 64, "[time.imprint_mismatch]");
    scene.refuses(&["--attach", "a.tsr", "--request-file", "q2.tsq"], 64, "[time.nonce_mismatch]");
    scene.refuses(&["--attach", "a.tsr", "--tsa-policy", "1.2.3.9"], 64, "[time.policy_mismatch]");
    scene.refuses(&["--attach", "a.tsr", "--tsa-ca", &strange], 2, "[time.authority_unknown]");
    scene.refuses(&["--attach", "page.html"], 64, "[time.malformed]");
    scene.refuses(&["--attach", "a.tsr", "--event", "3"], 64, "there is no event 3");
    scene.refuses(&["--attach", "a.tsr", "--request-file", "page.html"], 64, "no request that can be read");
    scene.refuses(&["--attach", "a.tsr", "--tsa-ca", "key.pem"], 64, "is a PRIVATE KEY");
    // Of two, one that does not hold keeps both out.
    scene.refuses(&["--attach", "a.tsr", "--attach", "other.tsr", "--tsa-ca", &ca], 64, "[time.imprint_mismatch]");
    scene.timestamp(&["--attach", "a.tsr", "--tsa-ca", &ca, "--no-event"]).expect_code(0);
}

#[test]
fn an_authority_that_is_down_or_answers_wrongly_changes_nothing() {
    let scene = Scene::set();
    let authority = Authority::open();
    for name in ["ca.pem", "tsa.pem", "tsa.key"] {
        fs::copy(scene.authority.path(name), authority.path(name)).expect("a copy");
    }
    let replayed =
        scene.authority.stamp(&fs::read(scene.bag.join("custody/000000.txt")).expect("event"), "tsa", "sha256", None);
    let refusing = serve(move |request| {
        // The policy that is asked for is not offered.
        (200, authority.reply(request, "tsa", "other_policies=1.2.3.4.7", None))
    });
    let gone = serve(|_| (503, b"later".to_vec()));
    let moved = serve(|_| (302, Vec::new()));
    let page = serve(|_| (200, b"<html></html>".to_vec()));
    let huge = serve(|_| (200, vec![0x30; 3 << 20]));
    let replay = serve(move |_| (200, replayed.clone()));
    scene.refuses(&["--tsa", &refusing, "--tsa-policy", "1.9.9"], 64, "it does not have the policy");
    scene.refuses(&["--tsa", &gone], 2, "HTTP status 503");
    scene.refuses(&["--tsa", &moved], 2, "it sends to https://other.example/");
    scene.refuses(&["--tsa", &page], 64, "[time.malformed]");
    scene.refuses(&["--tsa", &huge], 2, "cannot be reached");
    scene.refuses(&["--tsa", &replay], 64, "[time.nonce_mismatch]");
    scene.refuses(&["--tsa", "http://127.0.0.1:1/"], 2, "cannot be reached");
    scene.refuses(&["--tsa", "https://127.0.0.1/"], 2, "over http:// only");
}

#[test]
fn the_command_line_takes_one_way_at_a_time() {
    let scene = Scene::set();
    for arguments in [
        &["timestamp"][..],
        &["timestamp", "A1.bag"],
        &["timestamp", "A1.bag", "--tsa", "http://127.0.0.1:1/", "--request", "q"],
        &["timestamp", "A1.bag", "--request", "q", "--attach", "a"],
        &["timestamp", "A1.bag", "--tsa", "http://127.0.0.1:1/", "--request-file", "q"],
        &["timestamp", "A1.bag", "--request", "q", "--tsa-policy", "one"],
        &["timestamp", "check", "--data", "q", "--token", "t"],
    ] {
        scene.office.sealbag(arguments).expect_code(64);
    }
}

#[test]
fn check_says_of_any_token_over_any_file_what_holds() {
    let scene = Scene::set();
    let office = &scene.office;
    let ca = scene.ca();
    fs::write(office.path("file"), "any file\n").expect("a file");
    let token = scene.authority.stamp(b"any file\n", "tsa", "sha512", None);
    fs::write(office.path("t.tsr"), &token).expect("a file");
    fs::write(office.path("q.tsq"), scene.authority.read("q.tsq")).expect("a file");
    scene.authority.root("strange", "Strange", None);
    let strange = scene.authority.path("strange.pem").to_str().expect("text").to_owned();
    let check = |data: &str, token: &str, ca: &str, more: &[&str]| {
        let arguments = ["timestamp", "check", "--data", data, "--token", token, "--tsa-ca", ca, "--json"];
        office.sealbag([&arguments[..], more].concat())
    };
    let report = object(&check("file", "t.tsr", &ca, &["--request", "q.tsq", "--policy", "1.2.3.4.1"]).expect_code(0));
    assert_eq!(report["format"], "sealbag/timestamp-check/v1");
    assert_eq!(
        (&report["outcome"], &report["nonce_checked"], &report["expired_since"]),
        (&"holds".into(), &true.into(), &false.into())
    );
    assert!(report["statement"]["imprint"].as_str().is_some_and(|imprint| imprint.starts_with("sha512:")));
    let report = object(&check("A1.bag/custody/000000.txt", "t.tsr", &ca, &[]).expect_code(1));
    assert_eq!((&report["outcome"], &report["code"]), (&"does_not_hold".into(), &"time.imprint_mismatch".into()));
    let report = object(&check("file", "t.tsr", &strange, &[]).expect_code(2));
    assert_eq!((&report["outcome"], &report["code"]), (&"cannot_tell".into(), &"time.authority_unknown".into()));
    let report = object(&check("file", "file", &ca, &[]).expect_code(1));
    assert_eq!((&report["code"], &report["statement"]), (&"time.malformed".into(), &Value::Null));
    check("file", "t.tsr", &ca, &["--policy", "1.2.3.4.2"]).expect_code(1);
    check("none", "t.tsr", &ca, &[]).expect_code(2);
    check("file", "none", &ca, &[]).expect_code(2);
    check("file", "t.tsr", "file", &[]).expect_code(64);
    // A token whose certificate has ended counts for its time, and the reader is told.
    scene.authority.certify("tsa", "TSA tsa", TSA, "ca", &["-days", "30"], Some("2020-01-01 00:00:00"));
    let old = scene.authority.stamp(b"any file\n", "tsa", "sha256", Some("2020-01-10 00:00:00"));
    fs::write(office.path("old.tsr"), old).expect("a file");
    let report = object(&check("file", "old.tsr", &ca, &[]).expect_code(0));
    assert_eq!((&report["outcome"], &report["expired_since"]), (&"holds".into(), &true.into()));
}
