//! PKCS#11 URIs (RFC 7512): `pkcs11:token=Lab;object=officer?module-path=/usr/lib/softhsm/libsofthsm2.so`.
//!
//! Spec: `docs/spec/keys.md`, "Keys in a token". Stricter than the RFC where it leaves a choice: an attribute that is not
//! understood is refused instead of ignored, since the key that is found could then be another one. A PIN in the URI is refused too:
//! command lines are seen by others and kept in histories.

use std::path::PathBuf;

use super::Selection;

/// What a URI begins with.
pub const SCHEME: &str = "pkcs11:";

/// The longest URI, in bytes.
pub const MAX_URI_LEN: usize = 4096;

/// A key in a token, as a URI names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenUri {
    /// Which token and key.
    pub selection: Selection,
    /// The library to load, if the URI names one.
    pub module: Option<PathBuf>,
}

/// Why a text is not a URI of a key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UriError {
    /// It does not begin with `pkcs11:`.
    #[error("a PKCS#11 URI begins with {SCHEME}")]
    Scheme,
    /// Over [`MAX_URI_LEN`].
    #[error("the PKCS#11 URI is longer than {MAX_URI_LEN} bytes")]
    TooLong,
    /// A part that is no `name=value`, or has nothing behind the `=`.
    #[error("part {0} of the PKCS#11 URI is not NAME=VALUE")]
    Part(usize),
    /// An attribute twice.
    #[error("the PKCS#11 URI has {0} twice")]
    Twice(&'static str),
    /// An attribute that is not understood here.
    #[error("part {0} of the PKCS#11 URI is an attribute that is not supported")]
    Unsupported(usize),
    /// A value with a character that must be written `%HH`, a broken `%HH`, or no UTF-8.
    #[error("the value of {0} in the PKCS#11 URI is not percent-encoded text")]
    Value(&'static str),
    /// Another type of object than a private key.
    #[error("the PKCS#11 URI names an object that is not a private key")]
    NotAPrivateKey,
    /// A PIN, or the place of one.
    #[error("a PIN does not belong into a PKCS#11 URI")]
    Pin,
}

impl TokenUri {
    /// Reads a URI.
    ///
    /// # Errors
    /// Whatever is not understood; no message holds a value of the URI.
    pub fn parse(text: &str) -> Result<Self, UriError> {
        if text.len() > MAX_URI_LEN {
            return Err(UriError::TooLong);
        }
        let rest = text.strip_prefix(SCHEME).ok_or(UriError::Scheme)?;
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let mut uri = Self::default();
        let mut number = 0;
        for (part, is_query) in
            parts(path, ';').map(|part| (part, false)).chain(parts(query, '&').map(|part| (part, true)))
        {
            number += 1;
            let (name, value) = part.split_once('=').ok_or(UriError::Part(number))?;
            if value.is_empty() {
                return Err(UriError::Part(number));
            }
            uri.take(name, value, is_query, number)?;
        }
        Ok(uri)
    }

    fn take(&mut self, name: &str, value: &str, is_query: bool, number: usize) -> Result<(), UriError> {
        let to = &mut self.selection;
        match (is_query, name) {
            (false, "token") => set_text(&mut to.token, "token", value),
            (false, "serial") => set_text(&mut to.serial, "serial", value),
            (false, "manufacturer") => set_text(&mut to.manufacturer, "manufacturer", value),
            (false, "model") => set_text(&mut to.model, "model", value),
            (false, "object") => set_text(&mut to.object, "object", value),
            (false, "id") => set(&mut to.id, "id", decoded(value, "id")?),
            (false, "type") if value == "private" => Ok(()),
            (false, "type") => Err(UriError::NotAPrivateKey),
            (true, "module-path") => set(&mut self.module, "module-path", text(value, "module-path")?.into()),
            (true, "pin-value" | "pin-source") => Err(UriError::Pin),
            _ => Err(UriError::Unsupported(number)),
        }
    }
}

/// The attributes between separators; none in an empty text.
fn parts(text: &str, separator: char) -> impl Iterator<Item = &str> {
    text.split(separator).filter(move |_| !text.is_empty())
}

fn set_text(to: &mut Option<String>, name: &'static str, value: &str) -> Result<(), UriError> {
    set(to, name, text(value, name)?)
}

fn set<T>(to: &mut Option<T>, name: &'static str, value: T) -> Result<(), UriError> {
    if to.replace(value).is_some() { Err(UriError::Twice(name)) } else { Ok(()) }
}

fn text(value: &str, name: &'static str) -> Result<String, UriError> {
    let text = String::from_utf8(decoded(value, name)?).map_err(|_| UriError::Value(name))?;
    if text.contains('\0') { Err(UriError::Value(name)) } else { Ok(text) }
}

/// The bytes of a value (RFC 7512, section 2.3: unreserved, `:[]@!$'()*+,=`, and `&` or `/?|` where they separate nothing;
/// only those that both kinds of attributes take, and the `/` of paths, are taken as they are).
fn decoded(value: &str, name: &'static str) -> Result<Vec<u8>, UriError> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = match (first, tail) {
            (b'%', [high, low, tail @ ..]) => {
                let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
                let (high, low) = digit(high).zip(digit(low)).ok_or(UriError::Value(name))?;
                bytes.push(high << 4 | low);
                tail
            }
            (byte, tail) if byte.is_ascii_alphanumeric() || b"-._~:[]@!$'()*+,=/".contains(byte) => {
                bytes.push(*byte);
                tail
            }
            _ => return Err(UriError::Value(name)),
        };
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uri_names_token_key_and_module() {
        let uri = TokenUri::parse(
            "pkcs11:token=Crime%20Lab;serial=0042;manufacturer=ACME;model=v2;object=officer;id=%00%ffA;type=private\
             ?module-path=/usr/lib/softhsm/libsofthsm2.so",
        );
        let uri = uri.expect("a URI");
        assert_eq!(uri.selection.token.as_deref(), Some("Crime Lab"));
        assert_eq!(uri.selection.serial.as_deref(), Some("0042"));
        assert_eq!(uri.selection.manufacturer.as_deref(), Some("ACME"));
        assert_eq!(uri.selection.model.as_deref(), Some("v2"));
        assert_eq!(uri.selection.object.as_deref(), Some("officer"));
        assert_eq!(uri.selection.id.as_deref(), Some(&b"\0\xffA"[..]));
        assert_eq!(uri.module, Some("/usr/lib/softhsm/libsofthsm2.so".into()));
        assert_eq!(TokenUri::parse("pkcs11:").expect("any key"), TokenUri::default());
    }

    #[test]
    fn what_is_not_understood_is_refused_and_a_pin_is_never_shown() {
        let long = format!("pkcs11:object={}", "x".repeat(MAX_URI_LEN));
        for (text, error) in [
            ("token=a", UriError::Scheme),
            ("PKCS11:token=a", UriError::Scheme),
            ("pkcs11:token", UriError::Part(1)),
            ("pkcs11:token=", UriError::Part(1)),
            ("pkcs11:token=a;", UriError::Part(2)),
            ("pkcs11:token=a;;object=b", UriError::Part(2)),
            ("pkcs11:token=a;token=a", UriError::Twice("token")),
            ("pkcs11:slot-id=1", UriError::Unsupported(1)),
            ("pkcs11:x-vendor=1", UriError::Unsupported(1)),
            ("pkcs11:module-path=/x", UriError::Unsupported(1)),
            ("pkcs11:?token=a", UriError::Unsupported(1)),
            ("pkcs11:?module-name=p11", UriError::Unsupported(1)),
            ("pkcs11:type=cert", UriError::NotAPrivateKey),
            ("pkcs11:object=a b", UriError::Value("object")),
            ("pkcs11:object=%4", UriError::Value("object")),
            ("pkcs11:object=%4g", UriError::Value("object")),
            ("pkcs11:object=%ff", UriError::Value("object")),
            ("pkcs11:object=%00", UriError::Value("object")),
            ("pkcs11:object=\u{e9}", UriError::Value("object")),
            ("pkcs11:object=a?pin-value=1234", UriError::Pin),
            ("pkcs11:object=a?pin-source=file:/pin", UriError::Pin),
            (&long, UriError::TooLong),
        ] {
            let found = TokenUri::parse(text).expect_err(text);
            assert_eq!(found, error, "{text}");
            assert!(!found.to_string().contains("1234"), "{found}");
        }
    }
}
