//! What the user brings from outside the bag.

use std::path::PathBuf;

use clap::Args;
use sealbag::verify::Anchors;
use sealbag_custody::key_file;
use sealbag_manifest::digest::Sha256Digest;

use crate::diagnose::CliError;

/// The flags of every command that judges a bag.
#[derive(Args)]
pub(crate) struct AnchorArgs {
    /// Public key of the signer, from outside the bag; may be given several times
    #[arg(long, value_name = "PUB")]
    signer: Vec<PathBuf>,

    /// Seal hash from the paper act; spaces and case do not matter
    #[arg(long, value_name = "HEX", value_parser = seal_hash, num_args = 1)]
    seal_hash: Option<Sha256Digest>,
}

impl AnchorArgs {
    /// Reads what was named.
    ///
    /// # Errors
    /// A file that is not there or is no public key.
    pub(crate) fn open(&self) -> Result<Anchors, CliError> {
        let mut anchors = Anchors { signers: Vec::new(), seal_hash: self.seal_hash };
        for path in &self.signer {
            anchors.signers.push(key_file::read_public(path)?.0);
        }
        Ok(anchors)
    }
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
