//! The flags that every event takes, and the fields that they state.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use sealbag_custody::event::EventForm;
use sealbag_custody::scalar::UtcTime;
use sealbag_manifest::digest::Sha256Digest;
use sha2::{Digest, Sha256};

use super::CustodyUsageError;
use crate::anchors::AnchorArgs;
use crate::diagnose::CliError;
use crate::form::FormError;
use crate::keys::KeyArgs;
use crate::terminal::is_blank;
use crate::text_file;

/// A longer form is none: a person fills it in. In bytes.
const MAX_FORM: u64 = 64 * 1024;

/// The flags of every command that appends an event.
#[derive(Args)]
pub(crate) struct EventArgs {
    /// The bag
    #[arg(value_name = "BAG")]
    pub(crate) bag: PathBuf,

    /// Why it is done
    #[arg(long, value_name = "TEXT")]
    purpose: Option<String>,

    /// Address where it happens
    #[arg(long, value_name = "TEXT")]
    place: Option<String>,

    /// The room
    #[arg(long, value_name = "TEXT")]
    room: Option<String>,

    /// Condition of exhibit and package
    #[arg(long, value_name = "TEXT")]
    condition: Option<String>,

    /// Number of the seal on the physical package
    #[arg(long, value_name = "NUMBER")]
    physical_seal: Option<String>,

    /// Kind of document under which it is done
    #[arg(long, value_name = "TEXT")]
    order_document: Option<String>,

    /// Number of that document
    #[arg(long, value_name = "NUMBER")]
    order_number: Option<String>,

    /// Its date, YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    order_date: Option<String>,

    /// Who issued it
    #[arg(long, value_name = "NAME")]
    order_issued_by: Option<String>,

    /// Law or treaty that it rests on (repeatable)
    #[arg(long, value_name = "TEXT")]
    legal_basis: Vec<String>,

    /// A person who is present (repeatable)
    #[arg(long, value_name = "NAME[:ROLE]")]
    present: Vec<String>,

    /// A tool that is used (repeatable)
    #[arg(long, value_name = "NAME[:VERSION]")]
    tool: Vec<String>,

    /// A remark (repeatable)
    #[arg(long, value_name = "TEXT")]
    remark: Vec<String>,

    /// A document outside the bag, named by its SHA-256 (repeatable)
    #[arg(long, value_name = "FILE")]
    attachment: Vec<PathBuf>,

    /// When it happened, if it is entered later; YYYY-MM-DDTHH:MM:SSZ
    #[arg(long, value_name = "TIME")]
    pub(crate) time: Option<UtcTime>,

    /// Why it is entered later than it happened
    #[arg(long, value_name = "TEXT")]
    late_reason: Option<String>,

    /// Form with any further fields of the event (TOML)
    #[arg(long, value_name = "FILE")]
    form: Option<PathBuf>,

    /// Which fields are required: a built-in profile or a file; without it the one that the seal names
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) profile: Option<String>,

    /// Name of the one who signs; without it that of the roster, else the comment of the public key file
    #[arg(long, value_name = "NAME")]
    pub(crate) signer_name: Option<String>,

    /// Role in which the one who signs acts; without it that of the roster
    #[arg(long, value_name = "ROLE")]
    pub(crate) role: Option<String>,

    #[command(flatten)]
    pub(crate) key: KeyArgs,

    #[command(flatten)]
    pub(crate) anchors: AnchorArgs,

    /// Where the data of a detached bag lie; several if it was sealed from several
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Vec<PathBuf>,

    /// Verify the whole bag first and record the result, also where the type does not ask for it
    #[arg(long)]
    pub(crate) verified: bool,

    /// Record it although the bag is not what was sealed
    #[arg(long)]
    pub(crate) despite_violation: bool,

    /// Print the result as one JSON object, and ask nothing
    #[arg(long)]
    pub(crate) json: bool,
}

impl EventArgs {
    /// What form and flags state; a flag goes over the form.
    pub(crate) fn fields(&self) -> Result<EventForm, CliError> {
        let mut form = match &self.form {
            None => EventForm::default(),
            Some(path) => {
                let at = |error: FormError| CliError::from(error).at(path);
                let text = text_file::read(path, "form", MAX_FORM).map_err(|error| at(error.into()))?;
                EventForm::parse(&text).map_err(|error| at(FormError::Content(error)))?
            }
        };
        let single = [
            ("--purpose", "purpose", &self.purpose),
            ("--place", "place.address", &self.place),
            ("--room", "place.room", &self.room),
            ("--condition", "condition", &self.condition),
            ("--physical-seal", "package.physical_seal_no", &self.physical_seal),
            ("--order-document", "order.document", &self.order_document),
            ("--order-number", "order.number", &self.order_number),
            ("--order-date", "order.date", &self.order_date),
            ("--order-issued-by", "order.issued_by", &self.order_issued_by),
            ("--late-reason", "late_reason", &self.late_reason),
        ];
        for (flag, field, value) in single {
            set(&mut form, flag, field, value.as_deref())?;
        }
        for basis in &self.legal_basis {
            form.add("legal_basis", &[("instrument", Some(not_blank("--legal-basis", basis)?))]);
        }
        for person in &self.present {
            let (name, role) = split(not_blank("--present", person)?);
            form.add("present", &[("name", Some(name)), ("role", role)]);
        }
        for tool in &self.tool {
            let (name, version) = split(not_blank("--tool", tool)?);
            form.add("tool", &[("name", Some(name)), ("version", version)]);
        }
        for remark in &self.remark {
            form.push("remarks", not_blank("--remark", remark)?);
        }
        for path in &self.attachment {
            form.add("attachment", &[("sha256", Some(&digest_of(path)?.to_hex()))]);
        }
        Ok(form)
    }
}

/// States what a flag gives, if it is given.
pub(crate) fn set(
    form: &mut EventForm,
    flag: &'static str,
    field: &str,
    value: Option<&str>,
) -> Result<(), CustodyUsageError> {
    if let Some(value) = value {
        form.set(field, not_blank(flag, value)?);
    }
    Ok(())
}

/// A value in which a reader sees something.
pub(crate) fn not_blank<'v>(flag: &'static str, value: &'v str) -> Result<&'v str, CustodyUsageError> {
    if is_blank(value) { Err(CustodyUsageError::Blank { flag }) } else { Ok(value) }
}

/// `NAME:MORE` at its last colon; nothing behind it is no more.
pub(crate) fn split(value: &str) -> (&str, Option<&str>) {
    match value.rsplit_once(':') {
        Some((name, more)) if !is_blank(name) && !is_blank(more) => (name.trim(), Some(more.trim())),
        Some((name, _)) if !is_blank(name) => (name.trim(), None),
        _ => (value, None),
    }
}

/// SHA-256 of a file, of any size.
pub(crate) fn digest_of(path: &Path) -> Result<Sha256Digest, CliError> {
    let failed = |source| CliError::failed(&CustodyUsageError::Attachment { source }).at(path);
    if !std::fs::metadata(path).map_err(failed)?.is_file() {
        return Err(CliError::refused(&CustodyUsageError::NoFile).at(path));
    }
    let mut hasher = Hasher(Sha256::new());
    File::open(path).and_then(|mut file| io::copy(&mut file, &mut hasher)).map_err(failed)?;
    Ok(Sha256Digest(hasher.0.finalize().into()))
}

struct Hasher(Sha256);

impl io::Write for Hasher {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_split_from_its_role_at_the_last_colon() {
        assert_eq!(split("A. B:witness"), ("A. B", Some("witness")));
        assert_eq!(split("Unit 4: A. B : expert "), ("Unit 4: A. B", Some("expert")));
        assert_eq!(split("A. B"), ("A. B", None));
        assert_eq!(split("A. B:"), ("A. B", None));
        assert_eq!(split(":x"), (":x", None));
    }
}
