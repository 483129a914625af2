//! A time-stamp authority for tests: openssl makes keys, certificates and tokens in a folder of its own.
//!
//! Right tokens come from `openssl ts`. Wrong ones come from `openssl cms` over a statement that is written here ([`der`]), so
//! that each has one fault and a good signature.

pub mod der;

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use crate::program::{Run, run_within};

const LIMIT: Duration = Duration::from_secs(120);

/// What the certificate of a signer says.
pub const TSA: &str = "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n\
    extendedKeyUsage=critical,timeStamping\nsubjectKeyIdentifier=hash\n";
/// What that of an authority says.
pub const CA: &str =
    "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n";

/// A kind of key, as `openssl genpkey` names it.
#[derive(Clone, Copy, Debug)]
pub struct KeyKind(pub &'static [&'static str]);

/// RSA of so many bits, and the curves.
pub const RSA_1024: KeyKind = KeyKind(&["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"]);
/// RSA, 2048 bits.
pub const RSA_2048: KeyKind = KeyKind(&["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]);
/// RSA, 3072 bits.
pub const RSA_3072: KeyKind = KeyKind(&["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072"]);
/// NIST P-256.
pub const P256: KeyKind = KeyKind(&["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]);
/// NIST P-384.
pub const P384: KeyKind = KeyKind(&["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"]);
/// NIST P-521.
pub const P521: KeyKind = KeyKind(&["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"]);
/// A curve that is not read.
pub const SECP256K1: KeyKind = KeyKind(&["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"]);

/// Roots are of this time, and what they issue of the other, if nothing else is said.
const ROOTS_FROM: &str = "2014-01-01 00:00:00";
const ISSUED: &str = "2020-01-01 00:00:00";
/// So long, in days.
const VALID: &str = "36500";

/// A folder with a root `ca.pem` and whatever is made in it.
pub struct Authority {
    dir: TempDir,
}

impl Authority {
    /// Makes the root.
    pub fn open() -> Self {
        let authority = Self { dir: tempfile::tempdir().expect("a temporary directory") };
        authority.root("ca", "Test Root", None);
        authority
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        self.dir.path()
    }

    /// A file in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir().join(name)
    }

    /// What a file in it holds.
    pub fn read(&self, name: &str) -> Vec<u8> {
        let path = self.path(name);
        std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Writes a file in it.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).expect("a file");
        path
    }

    /// Runs openssl there, perhaps with another clock (`YYYY-MM-DD HH:MM:SS`, UTC).
    pub fn openssl(&self, clock: Option<&str>, arguments: &[&str]) -> Run {
        let mut command = match clock {
            None => Command::new("openssl"),
            Some(clock) => {
                let mut command = Command::new("faketime");
                command.args(["-f", clock, "openssl"]);
                command
            }
        };
        command.args(arguments).current_dir(self.dir()).env("TZ", "UTC");
        run_within(&mut command, LIMIT)
    }

    /// A self-signed root, of 2014 if no clock is given.
    pub fn root(&self, name: &str, subject: &str, clock: Option<&str>) {
        self.key(name, P256);
        self.write(&format!("{name}.ext"), format!("[req]\ndistinguished_name=dn\n[dn]\n[ext]\n{CA}"));
        let (key, ext, subject) = (format!("{name}.key"), format!("{name}.ext"), format!("/O=Test/CN={subject}"));
        let out = format!("{name}.pem");
        let arguments = ["req", "-x509", "-new", "-key", &key, "-subj", &subject, "-days", VALID, "-config", &ext];
        self.openssl(clock.or(Some(ROOTS_FROM)), &[&arguments[..], &["-extensions", "ext", "-out", &out]].concat())
            .expect_code(0);
    }

    fn key(&self, name: &str, kind: KeyKind) {
        let out = format!("{name}.key");
        self.openssl(None, &[&["genpkey"][..], kind.0, &["-out", &out]].concat()).expect_code(0);
    }

    /// A certificate that `issuer` signs: `NAME.key`, `NAME.pem`.
    pub fn certificate(&self, name: &str, kind: KeyKind, extensions: &str, issuer: &str) {
        self.key(name, kind);
        self.certify(name, &format!("TSA {name}"), extensions, issuer, &[], None);
    }

    /// A certificate for the key that is there already, with further options of `openssl x509`.
    pub fn certify(
        &self,
        name: &str,
        subject: &str,
        extensions: &str,
        issuer: &str,
        options: &[&str],
        clock: Option<&str>,
    ) {
        let (key, csr, ext) = (format!("{name}.key"), format!("{name}.csr"), format!("{name}.ext"));
        self.write(&ext, extensions);
        let subject = format!("/O=Test/CN={subject}");
        self.openssl(None, &["req", "-new", "-key", &key, "-subj", &subject, "-out", &csr]).expect_code(0);
        let (ca, ca_key, out) = (format!("{issuer}.pem"), format!("{issuer}.key"), format!("{name}.pem"));
        let sign = ["x509", "-req", "-in", &csr, "-CA", &ca, "-CAkey", &ca_key, "-extfile", &ext, "-out", &out];
        let days: &[&str] = if options.contains(&"-days") { &[] } else { &["-days", VALID] };
        // A serial number whose first bit is set: its encoding has a leading zero.
        let serial: &[&str] =
            if options.contains(&"-set_serial") { &[] } else { &["-set_serial", "0xF1E2D3C4B5A69788"] };
        self.openssl(clock.or(Some(ISSUED)), &[&sign[..], options, days, serial].concat()).expect_code(0);
    }

    /// The root too, for keys that exist; a leaf that signs for itself.
    pub fn self_signed(&self, name: &str, kind: KeyKind, extensions: &str) {
        self.key(name, kind);
        self.write(&format!("{name}.ext"), format!("[req]\ndistinguished_name=dn\n[dn]\n[ext]\n{extensions}"));
        let (key, ext, subject, out) =
            (format!("{name}.key"), format!("{name}.ext"), format!("/O=Test/CN=TSA {name}"), format!("{name}.pem"));
        let arguments = ["req", "-x509", "-new", "-key", &key, "-subj", &subject, "-days", VALID, "-config", &ext];
        self.openssl(Some(ISSUED), &[&arguments[..], &["-extensions", "ext", "-out", &out]].concat()).expect_code(0);
    }

    /// What `openssl ts -query` makes for `data`.
    pub fn query(&self, data: &str, options: &[&str]) -> Vec<u8> {
        self.openssl(None, &[&["ts", "-query", "-data", data, "-out", "q.tsq"][..], options].concat()).expect_code(0);
        self.read("q.tsq")
    }

    /// What `openssl ts -reply` answers to a request, signed by `signer`; `settings` are lines of its configuration.
    pub fn reply(&self, request: &[u8], signer: &str, settings: &str, clock: Option<&str>) -> Vec<u8> {
        self.write("q.tsq", request);
        let has = |key: &str| settings.lines().any(|line| line.starts_with(key));
        let defaults = [
            ("certs", "ca.pem"),
            ("signer_digest", "sha256"),
            ("digests", "sha1,sha256,sha384,sha512"),
            ("accuracy", "secs:1,millisecs:500"),
            ("default_policy", "1.2.3.4.1"),
            ("other_policies", "1.2.3.4.5"),
            ("tsa_name", "yes"),
            ("ess_cert_id_alg", "sha256"),
        ];
        let mut text = format!(
            "[tsa]\ndefault_tsa=t\n[t]\nserial=serial\nsigner_cert={signer}.pem\nsigner_key={signer}.key\n{settings}\n"
        );
        for (key, value) in defaults.iter().filter(|(key, _)| !has(key)) {
            text.push_str(&format!("{key}={value}\n"));
        }
        self.write("ts.cnf", text);
        let arguments = ["ts", "-reply", "-config", "ts.cnf", "-queryfile", "q.tsq", "-out", "a.tsr"];
        self.openssl(clock, &arguments).expect_code(0);
        self.read("a.tsr")
    }

    /// A right answer over `data`.
    pub fn stamp(&self, data: &[u8], signer: &str, digest: &str, clock: Option<&str>) -> Vec<u8> {
        self.write("data", data);
        let request = self.query("data", &[&format!("-{digest}"), "-cert"]);
        self.reply(&request, signer, &format!("signer_digest={digest}"), clock)
    }

    /// A token over any statement, signed by `openssl cms` with these options besides `-cades`, if that is among them.
    pub fn cms(&self, content: &[u8], signer: &str, options: &[&str]) -> Vec<u8> {
        self.write("content", content);
        let (certificate, key) = (format!("{signer}.pem"), format!("{signer}.key"));
        let sign = ["cms", "-sign", "-in", "content", "-binary", "-nodetach", "-outform", "DER", "-out", "token"];
        let with = ["-signer", &certificate, "-inkey", &key, "-nosmimecap"];
        let kind: &[&str] = match options.contains(&"-econtent_type") {
            true => &[],
            false => &["-econtent_type", der::TST_INFO],
        };
        self.openssl(None, &[&sign[..], &with, kind, options].concat()).expect_code(0);
        self.read("token")
    }

    /// Whether `openssl ts -verify` accepts an answer or token over `data`, with `ca` as root, at a Unix time or now.
    pub fn openssl_accepts(&self, token: &[u8], data: &[u8], ca: &str, at: Option<i64>) -> bool {
        self.write("check.tsr", token);
        self.write("check.data", data);
        let at = at.map(|at| at.to_string());
        let time: Vec<&str> = at.iter().flat_map(|at| ["-attime", at.as_str()]).collect();
        let verify = ["ts", "-verify", "-data", "check.data", "-in", "check.tsr", "-CAfile", ca];
        // An answer begins with a sequence inside a sequence, a token with an object identifier.
        let bare: &[&str] = if is_answer(token) { &[] } else { &["-token_in"] };
        self.openssl(None, &[&verify[..], bare, &time].concat()).code == Some(0)
    }
}

/// Whether it is a whole answer, not a bare token.
pub fn is_answer(bytes: &[u8]) -> bool {
    der::children(bytes).first().is_some_and(|first| first.first() == Some(&0x30))
}

/// A server on the loopback that answers requests with `answer`; it ends with the test.
///
/// Returns its URL.
pub fn serve(answer: impl Fn(&[u8]) -> (u16, Vec<u8>) + Send + 'static) -> String {
    use std::io::{BufRead, BufReader, Read, Write};
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}/tsr", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = BufReader::new(stream.expect("a connection"));
            let (mut length, mut line) = (0, String::new());
            while stream.read_line(&mut line).is_ok_and(|read| read > 2) {
                if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                    length = value.trim().parse().expect("a length");
                }
                line.clear();
            }
            let mut body = vec![0; length];
            stream.read_exact(&mut body).expect("a request");
            let (status, reply) = answer(&body);
            let head = format!(
                "HTTP/1.1 {status} X\r\ncontent-type: application/timestamp-reply\r\nlocation: https://other.example/\r\n\
                 content-length: {}\r\nconnection: close\r\n\r\n",
                reply.len()
            );
            // A client that has heard enough may hang up.
            let _ = stream.get_mut().write_all(&[head.into_bytes(), reply].concat());
        }
    });
    url
}
