//! What a token states: TSTInfo (RFC 3161, 2.4.2).

use crate::Oid;
use crate::algorithm::AlgorithmId;
use crate::element::{BOOLEAN, Element, GENERALIZED_TIME, INTEGER, OCTET_STRING, SEQUENCE, context};
use crate::fault::{Fault, weak_digest};
use crate::imprint::{Algorithm, Imprint, hex};
use crate::nonce::Nonce;
use crate::time::{Accuracy, GenTime, UtcSecond, bounds};

const MAX_SERIAL: usize = 64;

/// What a token says. It is proved by nobody until [`crate::Token::examine`] and [`crate::Examined::anchored`] have run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The digest that was stamped.
    pub imprint: Imprint,
    /// When.
    pub gen_time: GenTime,
    /// How far that may be off; `None` if the token does not say, which is read as not at all.
    pub accuracy: Option<Accuracy>,
    /// The policy of the authority.
    pub policy: Oid,
    /// The number that the authority gave to the token, in lower-case hexadecimal digits.
    pub serial: String,
    /// The number that the request had.
    pub nonce: Option<Nonce>,
    /// `genTime` less the accuracy, to the second below.
    pub earliest: UtcSecond,
    /// `genTime` and the accuracy, to the second above.
    pub latest: UtcSecond,
}

/// TSTInfo as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Info {
    pub(crate) statement: Statement,
    /// The GeneralName of the authority, whole.
    pub(crate) tsa: Option<Vec<u8>>,
}

impl Info {
    /// # Errors
    /// A version, critical extension or digest that is not read is named as that; all else is malformed.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        const WHAT: &str = "its statement (TSTInfo)";
        let mut fields = Element::only(bytes, SEQUENCE, WHAT)?.elements();
        if fields.any(WHAT)?.small(INTEGER, WHAT)? != 1 {
            return Err(Fault::VersionUnsupported { what: "statement" });
        }
        let policy = fields.any(WHAT)?.oid("its policy")?;
        let imprint = imprint(fields.expect(SEQUENCE, "its imprint")?)?;
        let serial = fields.any(WHAT)?;
        // RFC 3161 allows 160 bits; nothing says that it is positive, and it is only shown.
        if serial.tag != INTEGER || serial.content.is_empty() || serial.content.len() > MAX_SERIAL {
            return Err(Fault::malformed("its serial number"));
        }
        let gen_time = GenTime::parse(fields.expect(GENERALIZED_TIME, "its time")?)?;
        let accuracy = fields.optional(SEQUENCE)?.map(Accuracy::parse).transpose()?;
        // FALSE is the default and should not stand there; some write it.
        if let Some(ordering) = fields.optional(BOOLEAN)? {
            ordering.boolean("its ordering")?;
        }
        let nonce = fields.optional(INTEGER)?.map(Nonce::parse).transpose()?;
        let tsa = match fields.optional(context(0))? {
            Some(tsa) => {
                let mut name = tsa.elements();
                let whole = name.any("its authority's name")?.whole.to_vec();
                name.end("its authority's name")?;
                Some(whole)
            }
            None => None,
        };
        if let Some(extensions) = fields.optional(context(1))? {
            refuse_critical(extensions)?;
        }
        fields.end(WHAT)?;
        let (earliest, latest) = bounds(gen_time, accuracy)?;
        let serial = hex(serial.content);
        Ok(Self { statement: Statement { imprint, gen_time, accuracy, policy, serial, nonce, earliest, latest }, tsa })
    }
}

/// MessageImprint, of a request or of a token.
pub(crate) fn imprint(element: Element<'_>) -> Result<Imprint, Fault> {
    const WHAT: &str = "its imprint";
    let mut fields = element.elements();
    let id = AlgorithmId::parse(fields.any(WHAT)?)?;
    let value = fields.expect(OCTET_STRING, WHAT)?.content;
    fields.end(WHAT)?;
    let Some(algorithm) = Algorithm::from_oid(id.oid) else {
        return Err(match weak_digest(id.oid) {
            Some(algorithm) => Fault::ImprintWeak { algorithm },
            None => Fault::AlgorithmUnsupported { algorithm: id.oid, place: "imprint" },
        });
    };
    Imprint::from_value(algorithm, value).filter(|_| id.is_plain()).ok_or(Fault::malformed(WHAT))
}

/// Extensions of a request or of a token: none is known, so none may be critical.
pub(crate) fn refuse_critical(extensions: Element<'_>) -> Result<(), Fault> {
    const WHAT: &str = "its extensions";
    let mut list = extensions.elements();
    if list.is_empty() {
        return Err(Fault::malformed(WHAT));
    }
    while !list.is_empty() {
        let mut fields = list.expect(SEQUENCE, WHAT)?.elements();
        let extension = fields.any(WHAT)?.oid(WHAT)?;
        let critical = fields.optional(BOOLEAN)?.map(|critical| critical.boolean(WHAT)).transpose()?;
        fields.expect(OCTET_STRING, WHAT)?;
        fields.end(WHAT)?;
        if critical == Some(true) {
            return Err(Fault::ExtensionUnsupported { extension });
        }
    }
    Ok(())
}
