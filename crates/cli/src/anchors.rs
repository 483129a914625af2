//! What the user brings from outside the bag.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use sealbag::verify::Anchors;
use sealbag_custody::key_file;
use sealbag_custody::keyset::Keyset;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::receipt::MAX_RECEIPT_LEN;
use sealbag_custody::roster::VerifiedRoster;
use sealbag_manifest::digest::Sha256Digest;

use crate::commands::timestamp::read_anchors;
use crate::diagnose::CliError;

/// A receipt has two pages; a file of rosters some thousands of keys.
const MAX_FILE: usize =
    if MAX_RECEIPT_LEN > VerifiedRoster::MAX_FILE_LEN { MAX_RECEIPT_LEN } else { VerifiedRoster::MAX_FILE_LEN };

/// The flags of every command that judges a bag.
#[derive(Args, Clone)]
pub(crate) struct AnchorArgs {
    /// Public key of an authority that keeps a roster, or the file of its several keys; may be given several times
    #[arg(long, value_name = "PUB")]
    authority: Vec<PathBuf>,

    /// Roster of an authority, with the versions by which its keys were exchanged; without it, the one in the bag. May be
    /// given several times
    #[arg(long, value_name = "FILE")]
    roster: Vec<PathBuf>,

    /// Recognition by which an authority takes the roster of another for true; may be given several times
    #[arg(long, value_name = "FILE")]
    recognition: Vec<PathBuf>,

    /// Public key of the signer, from outside the bag; may be given several times
    #[arg(long, value_name = "PUB")]
    signer: Vec<PathBuf>,

    /// Seal hash from the paper act; spaces and case do not matter
    #[arg(long, value_name = "HEX", value_parser = seal_hash, num_args = 1)]
    seal_hash: Option<Sha256Digest>,

    /// Receipt, or a single event, that somebody else kept; may be given several times
    #[arg(long, value_name = "FILE")]
    receipt: Vec<PathBuf>,

    /// Certificate of a time-stamp authority or of its CA, as PEM; without one time-stamps are not checked. May be given several times
    #[arg(long, value_name = "PEM")]
    tsa_ca: Vec<PathBuf>,

    /// Time-stamp that somebody kept outside the bag, of one of its events; needs --tsa-ca. May be given several times
    #[arg(long, value_name = "FILE")]
    kept_token: Vec<PathBuf>,
}

/// Why a file that was named as an anchor is none.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum AnchorError {
    /// It is not there, or the system does not give it.
    #[error("cannot read the {what}")]
    Read {
        /// What it was named as.
        what: &'static str,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// Longer than such a file may be, or no regular file.
    #[error("this is no {what}")]
    Unfit {
        /// What it was named as.
        what: &'static str,
    },
    /// A roster is worth nothing without its authority's key.
    #[error("{option} needs --authority: it is only as good as the key that signed it")]
    Alone {
        /// The option.
        option: &'static str,
    },
    /// A token is worth nothing without its authority's certificate.
    #[error("--kept-token needs --tsa-ca: the time-stamp is only as good as the authority that made it")]
    TokenAlone,
}

impl AnchorArgs {
    /// Reads what was named.
    ///
    /// # Errors
    /// A file that is not there or is no public key; a roster without its authority.
    pub(crate) fn open(&self) -> Result<Anchors, CliError> {
        let given = [("--roster", !self.roster.is_empty()), ("--recognition", !self.recognition.is_empty())];
        if let (true, Some((option, _))) =
            (self.authority.is_empty(), given.into_iter().find(|(_, is_given)| *is_given))
        {
            return Err(CliError::refused(&AnchorError::Alone { option }));
        }
        if self.tsa_ca.is_empty() && !self.kept_token.is_empty() {
            return Err(CliError::refused(&AnchorError::TokenAlone));
        }
        Ok(Anchors {
            authorities: self.authority.iter().map(|path| keyset(path)).collect::<Result<_, _>>()?,
            rosters: self.roster.iter().map(|path| read(path, "roster")).collect::<Result<_, _>>()?,
            recognitions: self.recognition.iter().map(|path| read(path, "recognition")).collect::<Result<_, _>>()?,
            signers: keys(&self.signer)?,
            seal_hash: self.seal_hash,
            receipts: self.receipt.iter().map(|path| read(path, "receipt")).collect::<Result<_, _>>()?,
            tsa: read_anchors(&self.tsa_ca)?,
            tokens: self.kept_token.iter().map(|path| read(path, "time-stamp")).collect::<Result<_, _>>()?,
        })
    }
}

impl AnchorArgs {
    /// Reads what was named. Where no authority is, the one that this user has configured is taken, with its roster:
    /// `SEALBAG_AUTHORITY` and `SEALBAG_ROSTER`, else `authority.pub` and `roster.txt` in the configuration folder. The
    /// certificates of time-stamp authorities likewise: `SEALBAG_TSA_CA`, else `tsa-ca.pem`.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub(crate) fn open_or_configured(&self) -> Result<Anchors, CliError> {
        let mut arguments = self.clone();
        if arguments.authority.is_empty() {
            arguments.authority = configured("SEALBAG_AUTHORITY", "authority.pub").into_iter().collect();
            if arguments.roster.is_empty() && !arguments.authority.is_empty() {
                arguments.roster = configured("SEALBAG_ROSTER", "roster.txt").into_iter().collect();
            }
        }
        arguments.tsa_ca = self.certificates();
        arguments.open()
    }

    /// The certificates of time-stamp authorities, named or configured.
    ///
    /// # Errors
    /// A file that is not there, or gives none.
    pub(crate) fn time_authorities(&self) -> Result<sealbag_timestamp::Anchors, CliError> {
        read_anchors(&self.certificates())
    }

    fn certificates(&self) -> Vec<PathBuf> {
        if self.tsa_ca.is_empty() {
            return configured("SEALBAG_TSA_CA", "tsa-ca.pem").into_iter().collect();
        }
        self.tsa_ca.clone()
    }
}

/// What a variable names, else the file in the configuration folder.
fn configured(variable: &str, name: &str) -> Option<PathBuf> {
    let named = std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    named.or_else(|| crate::keys::configured(name))
}

fn keyset(path: &Path) -> Result<Keyset, CliError> {
    Ok(key_file::read_keyset(path)?)
}

fn keys(paths: &[PathBuf]) -> Result<Vec<PublicKey>, CliError> {
    paths.iter().map(|path| Ok(key_file::read_public(path)?.0)).collect()
}

/// Reads a roster, a receipt, certificates or a time-stamp. What is in it, the verification says.
///
/// # Errors
/// It is not there, is no regular file, or is too long.
pub(crate) fn read(path: &Path, what: &'static str) -> Result<Vec<u8>, CliError> {
    let failed = |source| CliError::failed(&AnchorError::Read { what, source }).at(path);
    let unfit = || CliError::refused(&AnchorError::Unfit { what }).at(path);
    // Asked before it is opened: opening a pipe waits for its other end.
    if !std::fs::metadata(path).map_err(failed)?.is_file() {
        return Err(unfit());
    }
    let mut bytes = Vec::new();
    File::open(path).map_err(failed)?.take(MAX_FILE as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > MAX_FILE {
        return Err(unfit());
    }
    Ok(bytes)
}

fn seal_hash(text: &str) -> Result<Sha256Digest, String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    Sha256Digest::from_hex(&digits)
        .ok_or_else(|| format!("a seal hash has 64 hexadecimal digits, this has {} characters", digits.chars().count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_hash_is_read_as_it_stands_on_paper() {
        let paper = "1A1A1A1A 1a1a1a1a 1a1a1a1a 1a1a1a1a\n 1a1a1a1a 1a1a1a1a 1a1a1a1a 1a1a1a1a";
        assert_eq!(seal_hash(paper), Ok(Sha256Digest([0x1a; 32])));
        assert!(seal_hash("1a1a").is_err());
        assert!(seal_hash(&"x".repeat(64)).is_err());
    }
}
