//! Sessions of the program, built with `pkcs11`, with keys that live in SoftHSM2: good signatures that stock `ssh-keygen`
//! accepts too, and every way in which a token is not what it should be.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Where distributions put the module.
const MODULES: [&str; 4] = [
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
];

/// A folder with evidence, a token `Lab` of PIN 1234 with the key `officer`, and the same key as a file.
struct Scene(TempDir);

impl Scene {
    fn set() -> Self {
        let scene = Self(tempfile::tempdir().expect("a temporary directory"));
        let tokens = scene.path("tokens");
        fs::create_dir(&tokens).expect("a directory");
        let configuration = format!("directories.tokendir = {}\nobjectstore.backend = file\n", tokens.display());
        fs::write(scene.path("softhsm2.conf"), configuration).expect("a configuration");
        for (name, content) in [("pin", "1234\n"), ("wrong-pin", "4321\n")] {
            fs::write(scene.path(name), content).expect("a PIN file");
        }
        fs::create_dir(scene.path("evidence")).expect("a directory");
        fs::write(scene.path("evidence/notes.txt"), "meet at nine\n").expect("a file");
        scene.softhsm("--init-token --free --label Lab --pin 1234 --so-pin 5678");
        scene.add_key("officer", "01");
        scene
    }

    /// Makes a key file `NAME` with `NAME.pub`, and puts the key into the token.
    fn add_key(&self, name: &str, id: &str) {
        let made = self.sealbag(&["key", "new", name, "--out", name, "--no-passphrase"]);
        assert!(made.status.success(), "{made:?}");
        self.softhsm(&format!("--import {name} --label {name} --id {id} --token Lab --pin 1234"));
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn softhsm(&self, arguments: &str) {
        let mut command = Command::new("softhsm2-util");
        self.clean(&mut command).args(arguments.split(' '));
        let done = command.output().expect("softhsm2-util is installed");
        assert!(done.status.success(), "{arguments}: {done:?}");
    }

    fn clean<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let path = std::env::var_os("PATH").unwrap_or_default();
        command.current_dir(self.0.path()).env_clear().env("PATH", path).env("HOME", self.0.path());
        command.env("SOFTHSM2_CONF", self.path("softhsm2.conf")).stdin(Stdio::null())
    }

    fn sealbag(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sealbag"));
        self.clean(&mut command).args(arguments).output().expect("the program runs")
    }

    fn seal(&self, bag: &str, key: &[&str]) -> Output {
        let seal = ["seal", "evidence", "--out", bag, "--case", "1", "--exhibit", "A1", "--signer-name", "Officer"];
        self.sealbag(&[&seal[..], key].concat())
    }

    /// The command is refused with these words, and no bag is begun.
    #[track_caller]
    fn refuses(&self, key: &[&str], code: i32, words: &str) {
        let run = self.seal("refused.bag", key);
        let told = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(code), "{told}");
        assert!(told.contains(words), "{words}: {told}");
        assert!(!told.contains("1234") && !told.contains("4321"), "no PIN is shown: {told}");
        assert!(!self.path("refused.bag").exists() && !self.path("refused.bag.partial").exists(), "{told}");
    }

    /// Stock `ssh-keygen -Y verify` accepts a page, by the key file that lies outside the token.
    fn ssh_keygen_accepts(&self, page: &str, public: &str, namespace: &str) -> bool {
        let script = r#"
            sed '/^-----BEGIN/,$d' "$1" >r && sed -n '/^-----BEGIN/,$p' "$1" >r.sig &&
            { printf 'signer namespaces="%s" ' "$3"; cut -d' ' -f1,2 "$2"; } >signers &&
            ssh-keygen -Y verify -f signers -I signer -n "$3" -s r.sig <r
        "#;
        let mut command = Command::new("sh");
        self.clean(&mut command).args(["-c", script, "sh", page, public, namespace]);
        command.output().expect("sh is installed").status.success()
    }
}

fn module() -> &'static str {
    MODULES.into_iter().find(|path| Path::new(path).is_file()).expect("softhsm2 is installed")
}

#[test]
fn a_key_in_a_token_seals_and_signs_events_as_its_file_would() {
    let scene = Scene::set();
    let flags = ["--pkcs11", module(), "--token-label", "Lab", "--key-label", "officer", "--passphrase-file", "pin"];
    let run = scene.seal("A1.bag", &flags);
    assert_eq!(run.status.code(), Some(0), "{run:?}");
    let verify = ["custody", "verify", "A1.bag", "--signer-name", "Officer", "--signer", "officer.pub"];
    let run = scene.sealbag(&[&verify[..], &flags].concat());
    assert_eq!(run.status.code(), Some(0), "{run:?}");
    // The same by a URI, from the environment.
    let uri = format!("pkcs11:token=Lab;object=officer;id=%01;type=private?module-path={}", module());
    let mut command = Command::new(env!("CARGO_BIN_EXE_sealbag"));
    scene.clean(&mut command).args(verify).args(["--passphrase-file", "pin"]).env("SEALBAG_KEY", uri);
    let run = command.output().expect("the program runs");
    assert_eq!(run.status.code(), Some(0), "{run:?}");

    let run = scene.sealbag(&["verify", "A1.bag", "--signer", "officer.pub"]);
    assert_eq!(run.status.code(), Some(0), "{run:?}");
    for (page, namespace) in [
        ("A1.bag/custody/000000.txt", "sealbag-seal-v1"),
        ("A1.bag/custody/000001.txt", "sealbag-event-v1"),
        ("A1.bag/custody/000002.txt", "sealbag-event-v1"),
    ] {
        assert!(scene.ssh_keygen_accepts(page, "officer.pub", namespace), "{page}");
    }
    let uri = format!("pkcs11:object=officer?module-path={}", module());
    let run = scene.sealbag(&["key", "show", &uri, "--passphrase-file", "pin", "--json"]);
    let line = fs::read_to_string(scene.path("officer.pub")).expect("a public key");
    let (line, _) = line.rsplit_once(' ').expect("a comment");
    assert!(String::from_utf8_lossy(&run.stdout).contains(line), "{run:?}");
    // One key in one token needs no labels.
    let run = scene.seal("A2.bag", &["--pkcs11", module(), "--passphrase-file", "pin"]);
    assert_eq!(run.status.code(), Some(0), "{run:?}");
}

#[test]
fn what_is_wrong_with_token_key_or_pin_is_said_before_anything_is_sealed() {
    let scene = Scene::set();
    let lab = ["--pkcs11", module(), "--token-label", "Lab"];
    let with = |more: &[&'static str]| [&lab[..], more].concat();
    let pin = ["--passphrase-file", "pin"];
    let of = |more: &[&'static str]| [with(more), pin.to_vec()].concat();
    scene.refuses(
        &with(&["--key-label", "officer", "--passphrase-file", "wrong-pin"]),
        64,
        "the token refused the PIN",
    );
    scene.refuses(&with(&["--key-label", "officer"]), 64, "there is no terminal to ask on");
    scene.refuses(&of(&["--key-label", "nobody"]), 64, "there is private key officer");
    let absent = [&["--pkcs11", module(), "--token-label", "Court"][..], &pin].concat();
    scene.refuses(&absent, 64, "there is token Lab");
    scene.refuses(&[&["--pkcs11", "absent.so"][..], &pin].concat(), 64, "is not a file");
    scene.refuses(&[&["--pkcs11", "officer"][..], &pin].concat(), 2, "cannot load the PKCS#11 module");
    scene.refuses(&[&["--key", "pkcs11:object=officer"][..], &pin].concat(), 64, "which PKCS#11 module");
    scene.refuses(&["--key", "pkcs11:object=officer?pin-value=1234"], 64, "a PIN does not belong");
    scene.refuses(&["--key", "pkcs11:slot-id=0"], 64, "not supported");
    scene.refuses(&of(&["--agent", "officer.pub"]), 64, "cannot be used with");

    scene.add_key("second", "02");
    scene.refuses(&of(&[]), 64, "several private keys of the token fit");
    scene.softhsm("--init-token --free --label Court --pin 1234 --so-pin 5678");
    scene.refuses(&[&["--pkcs11", module()][..], &pin].concat(), 64, "several tokens fit");
}

#[test]
fn a_key_of_another_type_is_refused() {
    let scene = Scene::set();
    let mut command = Command::new("openssl");
    scene.clean(&mut command).args([
        "genpkey",
        "-algorithm",
        "EC",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-out",
        "p256",
    ]);
    assert!(command.output().expect("openssl is installed").status.success());
    scene.softhsm("--import p256 --label p256 --id 03 --token Lab --pin 1234");
    let flags = ["--pkcs11", module(), "--key-label", "p256", "--passphrase-file", "pin"];
    scene.refuses(&flags, 64, "is not an Ed25519 key");
}
