//! A key in a PKCS#11 token: found by its labels or its URI, opened with the PIN.

use std::path::{Path, PathBuf};

use clap::Args;
use sealbag_signers::token::uri::TokenUri;
use sealbag_signers::token::{Selection, Token};

use super::{KeysError, SignerKey};
use crate::diagnose::CliError;
use crate::prompt;
use crate::terminal::record_text;
use crate::words::Words;

/// The flags that name a key in a token.
#[derive(Args, Default)]
pub(crate) struct TokenArgs {
    /// PKCS#11 module of the token that holds the key: the library of its maker
    #[arg(long, value_name = "MODULE", conflicts_with = "agent")]
    pkcs11: Option<PathBuf>,

    /// Label of the token, if the module has several
    #[arg(long, value_name = "LABEL", requires = "pkcs11", conflicts_with = "key")]
    token_label: Option<String>,

    /// Label of the key in the token, if it has several
    #[arg(long, value_name = "LABEL", requires = "pkcs11", conflicts_with = "key")]
    key_label: Option<String>,
}

impl TokenArgs {
    /// The key that the flags alone name.
    pub(super) fn named(&self) -> Option<TokenUri> {
        let selection =
            Selection { token: self.token_label.clone(), object: self.key_label.clone(), ..Selection::default() };
        self.pkcs11.clone().map(|module| TokenUri { selection, module: Some(module) })
    }

    /// The module for a URI that names none.
    pub(super) fn module(&self) -> Option<&Path> {
        self.pkcs11.as_deref()
    }
}

/// Finds the key and opens its token. A wrong PIN is not asked for again: tokens lock after a few.
///
/// # Errors
/// No such module, token or key, or the PIN is wrong.
pub(super) fn open(
    uri: &TokenUri,
    module: Option<&Path>,
    pin_file: Option<&Path>,
    words: &Words,
) -> Result<SignerKey, CliError> {
    let module = uri.module.as_deref().or(module).ok_or(KeysError::NoModule)?;
    let token = Token::find(module, &uri.selection).map_err(KeysError::token)?;
    let pin = match token.needs_pin() {
        true => {
            let label = record_text(&token.facts().label);
            Some(prompt::passphrase(pin_file, &words.with("say-ask-pin", &[("label", &label)]))?)
        }
        false => None,
    };
    let signer = token.open(&uri.selection, pin.as_ref().map(|pin| pin.as_slice())).map_err(KeysError::token)?;
    Ok(SignerKey::in_token(signer))
}
