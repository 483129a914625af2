//! What an authority answers: TimeStampResp (RFC 3161, 2.4.2).

use std::fmt;

use crate::element::{BIT_STRING, Element, INTEGER, SEQUENCE, UTF8_STRING, definite};
use crate::fault::Fault;
use crate::token::{MAX_TOKEN_LEN, Token};

const MAX_TEXTS: usize = 16;
const MAX_TEXT_LEN: usize = 1024;

/// How an authority answered (PKIStatus, RFC 3161 2.4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// The token is there.
    Granted,
    /// The token is there; something is not as was asked for.
    GrantedWithMods,
    /// No.
    Rejection,
    /// Not yet.
    Waiting,
    /// A revocation is near.
    RevocationWarning,
    /// A revocation has taken place.
    RevocationNotification,
    /// A number without a meaning.
    Other(u32),
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Granted => f.write_str("granted"),
            Self::GrantedWithMods => f.write_str("granted with modifications"),
            Self::Rejection => f.write_str("rejected"),
            Self::Waiting => f.write_str("waiting"),
            Self::RevocationWarning => f.write_str("revocation is imminent"),
            Self::RevocationNotification => f.write_str("revoked"),
            Self::Other(status) => write!(f, "status {status}"),
        }
    }
}

/// Why an authority gave no token (PKIFailureInfo).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Failure(u8);

impl Failure {
    /// The number of its bit.
    pub fn bit(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => f.write_str("the algorithm is not supported (badAlg)"),
            2 => f.write_str("the transaction is not permitted (badRequest)"),
            5 => f.write_str("the request has the wrong format (badDataFormat)"),
            14 => f.write_str("its time source is not available (timeNotAvailable)"),
            15 => f.write_str("it does not have the policy (unacceptedPolicy)"),
            16 => f.write_str("it does not have the extension (unacceptedExtension)"),
            17 => f.write_str("it cannot give what was asked for (addInfoNotAvailable)"),
            25 => f.write_str("it failed (systemFailure)"),
            bit => write!(f, "failure {bit}"),
        }
    }
}

/// What an authority said instead of a token. Its texts are its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The status.
    pub status: Status,
    /// Reasons by number.
    pub failures: Vec<Failure>,
    /// Reasons in words.
    pub texts: Vec<String>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status)?;
        for failure in &self.failures {
            write!(f, "; {failure}")?;
        }
        for text in &self.texts {
            write!(f, "; {}", text.escape_debug())?;
        }
        Ok(())
    }
}

/// An answer: a token, or why there is none.
#[derive(Clone, Debug)]
pub struct Response {
    /// [`Status::Granted`] or [`Status::GrantedWithMods`], else a token does not count.
    pub status: Status,
    /// Reasons by number.
    pub failures: Vec<Failure>,
    /// Remarks of the authority.
    pub texts: Vec<String>,
    token: Option<Token>,
}

impl Response {
    /// Reads an answer (`application/timestamp-reply`).
    ///
    /// # Errors
    /// As [`Token::parse`], but an answer without a token is read.
    pub fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() > MAX_TOKEN_LEN {
            return Err(Fault::TooLarge { limit: MAX_TOKEN_LEN, what: "bytes" });
        }
        let bytes = definite(bytes)?;
        Self::from_element(Element::only(&bytes, SEQUENCE, "the answer")?)
    }

    pub(crate) fn from_element(element: Element<'_>) -> Result<Self, Fault> {
        const WHAT: &str = "the status of the answer";
        let mut fields = element.elements();
        let mut info = fields.expect(SEQUENCE, WHAT)?.elements();
        let status = match info.any(WHAT)?.small(INTEGER, WHAT)? {
            0 => Status::Granted,
            1 => Status::GrantedWithMods,
            2 => Status::Rejection,
            3 => Status::Waiting,
            4 => Status::RevocationWarning,
            5 => Status::RevocationNotification,
            other => Status::Other(other),
        };
        let texts = info.optional(SEQUENCE)?.map(texts).transpose()?.unwrap_or_default();
        let failures = info.optional(BIT_STRING)?.map(failures).transpose()?.unwrap_or_default();
        info.end(WHAT)?;
        let token = fields.optional(SEQUENCE)?.map(Token::from_element).transpose()?;
        fields.end("the answer")?;
        Ok(Self { status, failures, texts, token })
    }

    /// The token.
    ///
    /// # Errors
    /// [`Fault::NotGranted`] with what the authority said.
    pub fn into_token(self) -> Result<Token, Fault> {
        let Self { status, failures, texts, token } = self;
        match (status, token) {
            (Status::Granted | Status::GrantedWithMods, Some(token)) => Ok(token),
            (Status::Granted | Status::GrantedWithMods, None) => {
                Err(Fault::malformed("an answer that grants a token and has none"))
            }
            _ => Err(Fault::NotGranted { refusal: Refusal { status, failures, texts } }),
        }
    }
}

fn texts(element: Element<'_>) -> Result<Vec<String>, Fault> {
    const WHAT: &str = "the text of the answer";
    let (mut texts, mut list) = (Vec::new(), element.elements());
    while !list.is_empty() {
        let text = list.expect(UTF8_STRING, WHAT)?.content;
        let text = std::str::from_utf8(text).map_err(|_| Fault::malformed(WHAT))?;
        if texts.len() < MAX_TEXTS {
            texts.push(text.chars().take(MAX_TEXT_LEN).collect());
        }
    }
    Ok(texts)
}

fn failures(element: Element<'_>) -> Result<Vec<Failure>, Fault> {
    const WHAT: &str = "the reasons of the answer";
    let (&unused, bytes) = element.content.split_first().ok_or(Fault::malformed(WHAT))?;
    if unused > 7 || bytes.len() > 8 || (bytes.is_empty() && unused > 0) {
        return Err(Fault::malformed(WHAT));
    }
    let bits = 0..(bytes.len() * 8 - usize::from(unused)) as u8;
    Ok(bits.filter(|bit| bytes[usize::from(bit / 8)] & (0x80 >> (bit % 8)) != 0).map(Failure).collect())
}
