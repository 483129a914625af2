//! An office on a day in March 2026, and time-stamp authorities.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use sealbag_tests::program::{Office, Run, Verification, program, run_within};
use serde_json::Value;

/// Any single command ends within this.
const LIMIT: Duration = Duration::from_secs(300);

/// What a verifier brings in most sessions: the newest roster, and the certificate of the authority.
pub(crate) const ROSTER: [&str; 4] = ["--authority", "authority.key.pub", "--roster", "roster.txt"];
pub(crate) const TSA: [&str; 2] = ["--tsa-ca", "tsa/ca.pem"];

/// An office with the keys of an authority, an officer and a laboratory, a signed roster, an exhibit, and an authority for
/// time-stamps in `tsa/`.
pub(crate) struct Scene {
    pub(crate) office: Office,
}

impl Scene {
    /// Nothing is sealed yet.
    pub(crate) fn open() -> Self {
        let scene = Self { office: Office::open() };
        for name in ["authority", "lab"] {
            let out = format!("{name}.key");
            scene.run(&["key", "new", name, "--out", &out, "--no-passphrase"]).expect_code(0);
        }
        scene.roster(&["new", "--authority-name", "Prosecutor General", "--country", "KZ", "--out", "roster.txt"]);
        for (id, key, role) in [("officer", "officer.key.pub", "investigator"), ("lab", "lab.key.pub", "expert")] {
            let person = ["--key", key, "--id", id, "--name", id, "--role", role, "--valid-from", "2026-01-01"];
            scene.roster(&[&["add", "roster.txt"][..], &person].concat());
        }
        scene.sign_roster("2026-01-02 08:00:00");
        let evidence = scene.office.path("evidence");
        fs::create_dir(&evidence).expect("a directory");
        fs::write(evidence.join("notes.txt"), "meet at nine\n").expect("a file");
        Authority::found(&scene.office, "tsa", 7300);
        scene
    }

    /// Sealed by the officer at 08:00 on 2 March 2026, as the clock of the machine says.
    pub(crate) fn sealed() -> Self {
        let scene = Self::open();
        scene.seal_at("2026-03-02 08:00:00");
        scene
    }

    pub(crate) fn seal_at(&self, clock: &str) {
        let seal = ["seal", "evidence", "--out", "A1.bag", "--exhibit", "A1", "--case", "1"];
        self.at(clock, &[&seal[..], &["--key", "officer.key"]].concat()).expect_code(0);
    }

    /// Runs the program by the clock of today.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.office.sealbag(arguments)
    }

    /// Runs it with the clock of the machine set to this time, UTC.
    pub(crate) fn at(&self, clock: &str, arguments: &[&str]) -> Run {
        let program = program();
        let program = program.to_str().expect("a plain path");
        self.tool(Command::new("faketime").args([clock, program]).args(arguments))
    }

    /// Enters an event of a key at a time.
    #[track_caller]
    pub(crate) fn enters(&self, clock: &str, key: &str, arguments: &[&str]) {
        self.at(clock, &[arguments, &["--key", key]].concat()).expect_code(0);
    }

    /// The officer writes where the bag lies.
    #[track_caller]
    pub(crate) fn stores(&self, clock: &str) {
        let store = ["custody", "store", "A1.bag", "--storage-location", "Room 3", "--purpose", "keeping"];
        self.enters(clock, "officer.key", &store);
    }

    /// Changes the draft of the roster.
    #[track_caller]
    pub(crate) fn roster(&self, arguments: &[&str]) {
        self.run(&[&["roster"], arguments].concat()).expect_code(0);
    }

    #[track_caller]
    pub(crate) fn sign_roster(&self, clock: &str) {
        self.at(clock, &["roster", "sign", "roster.txt", "--key", "authority.key"]).expect_code(0);
    }

    /// The officer's key was stolen, says version 2 of the roster.
    pub(crate) fn officer_is_compromised_since(&self, time: &str) {
        let revoke = ["revoke", "roster.txt", "--key", "officer.key.pub", "--compromised-since", time];
        self.roster(&[&revoke[..], &["--reason", "stolen"]].concat());
        self.sign_roster("2026-08-01 08:00:00");
    }

    /// A token over event `index` by the authority in `folder`, whose clock is set; written to `to`.
    pub(crate) fn stamp_by(&self, folder: &str, clock: &str, index: u32, to: &Path) {
        let event = self.office.path(&format!("A1.bag/custody/{index:06}.txt"));
        Authority { office: &self.office, folder: folder.to_owned() }.stamps(clock, &event, to);
    }

    /// A token that lies beside the event, listed by nobody.
    pub(crate) fn lay(&self, clock: &str, index: u32, number: u32) -> PathBuf {
        let to = self.office.path(&format!("A1.bag/custody/{index:06}.{number}.tsr"));
        self.stamp_by("tsa", clock, index, &to);
        to
    }

    /// A token made at `stamped`, entered by the officer when his clock shows `entered`.
    #[track_caller]
    pub(crate) fn enters_token(&self, stamped: &str, entered: &str, index: u32) {
        let token = self.office.path("token.tsr");
        self.stamp_by("tsa", stamped, index, &token);
        let event = index.to_string();
        let timestamp = ["custody", "timestamp", "A1.bag", "--token", "token.tsr", "--event", &event];
        self.enters(entered, "officer.key", &timestamp);
    }

    /// Verifies with what a court brings, and more.
    #[track_caller]
    pub(crate) fn verify(&self, anchors: &[&str]) -> Verification {
        self.verify_bag("A1.bag", anchors)
    }

    /// Verifies another bag.
    #[track_caller]
    pub(crate) fn verify_bag(&self, bag: &str, anchors: &[&str]) -> Verification {
        Verification::of(self.run(&[&["verify", bag, "--json"], anchors].concat()))
    }

    /// A token over any file of the office.
    pub(crate) fn stamp(&self, clock: &str, data: &str, to: &str) {
        let tsa = Authority { office: &self.office, folder: "tsa".to_owned() };
        tsa.stamps(clock, &self.office.path(data), &self.office.path(to));
    }

    /// Verifies with the newest roster and the certificate of the authority.
    #[track_caller]
    pub(crate) fn judge(&self) -> Verification {
        self.verify(&[&self.newest_roster()[..], &TSA].concat())
    }

    fn newest_roster(&self) -> [&'static str; 4] {
        let is_second = self.office.path("roster-2.txt").exists();
        if is_second { ["--authority", "authority.key.pub", "--roster", "roster-2.txt"] } else { ROSTER }
    }

    fn tool(&self, command: &mut Command) -> Run {
        run_within(self.office.clean(command).env("TZ", "UTC0"), LIMIT)
    }
}

/// The verdict has this outcome, these codes and no others, and the exit code that goes with it.
#[track_caller]
pub(crate) fn expect(verification: &Verification, outcome: &str, codes: &[&str]) {
    assert_eq!((verification.outcome(), &verification.codes()[..]), (outcome, codes), "{}", verification.bytes);
    let code = match outcome {
        "confirmed" | "confirmed_with_remarks" => 0,
        "violated" => 1,
        _ => 2,
    };
    assert_eq!(verification.run.code, Some(code));
}

/// Place and `found` of the findings with a code.
pub(crate) fn found<'a>(verification: &'a Verification, code: &str) -> Vec<(&'a str, &'a str)> {
    let findings = verification.verdict["findings"].as_array().expect("findings").iter();
    let of_code = findings.filter(|finding| finding["code"] == code);
    of_code.map(|finding| (text(&finding["where"]), text(&finding["found"]))).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A certificate authority and a time-stamp authority under it, in a folder of the office.
pub(crate) struct Authority<'a> {
    office: &'a Office,
    folder: String,
}

impl<'a> Authority<'a> {
    /// Founded on 1 January 2026; the certificate of the time-stamp authority lasts for `days`.
    pub(crate) fn found(office: &'a Office, folder: &str, days: u32) -> Self {
        let authority = Self { office, folder: folder.to_owned() };
        fs::create_dir(office.path(folder)).expect("a directory");
        let write = |name: &str, text: &str| fs::write(office.path(&format!("{folder}/{name}")), text).expect("a file");
        write(
            "ext.cnf",
            "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n",
        );
        write(
            "tsa.cnf",
            "[tsa]\ndefault_tsa = here\n[here]\nserial = serial\ncrypto_device = builtin\nsigner_cert = tsa.pem\ncerts = ca.pem\n\
             signer_key = tsa.key\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256, sha384, sha512\n\
             accuracy = secs:1\nordering = no\ntsa_name = no\ness_cert_id_chain = no\ness_cert_id_alg = sha256\n",
        );
        write("serial", "01\n");
        let founded = "2026-01-01 00:00:00";
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
        let subject = format!("/CN=Test CA of {folder}");
        let ca = ["req", "-x509", "-keyout", "ca.key", "-out", "ca.pem", "-subj", &subject, "-days", "7300"];
        let usage = ["-addext", "keyUsage=critical,keyCertSign"];
        authority.openssl(founded, &[&ca[..], &key, &usage].concat());
        let request = ["req", "-new", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Test TSA"];
        authority.openssl(founded, &[&request[..], &key].concat());
        let days = days.to_string();
        let sign = ["x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"];
        authority.openssl(founded, &[&sign[..], &["-days", &days, "-extfile", "ext.cnf", "-out", "tsa.pem"]].concat());
        authority
    }

    /// A token over a file, by the clock of the authority.
    pub(crate) fn stamps(&self, clock: &str, data: &Path, to: &Path) {
        let data = data.to_str().expect("a plain path");
        let to = to.to_str().expect("a plain path");
        self.openssl(clock, &["ts", "-query", "-data", data, "-sha256", "-cert", "-out", "request.tsq"]);
        self.openssl(clock, &["ts", "-reply", "-config", "tsa.cnf", "-queryfile", "request.tsq", "-out", to]);
    }

    fn openssl(&self, clock: &str, arguments: &[&str]) {
        let mut command = Command::new("faketime");
        // A clock that stands: the token has this second, however long openssl takes.
        command.args(["-f", clock, "openssl"]).args(arguments);
        self.office.clean(&mut command).env("TZ", "UTC0").current_dir(self.office.path(&self.folder));
        run_within(&mut command, LIMIT).expect_code(0);
    }
}
