//! A token behind the library of its maker (PKCS#11, OASIS): found, opened with a PIN, asked to sign.
//!
//! Of the standard this uses sessions, two searches and `CKM_EDDSA` without parameters, which is pure Ed25519.

use std::fmt;
use std::path::Path;

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::mechanism::Mechanism;
use cryptoki::mechanism::eddsa::{EddsaParams, EddsaSignatureScheme};
use cryptoki::object::{Attribute, AttributeType, KeyType, ObjectClass, ObjectHandle};
use cryptoki::session::{Session, UserType};
use cryptoki::slot::Slot;
use cryptoki::types::RawAuthPin;
use sealbag_custody::key::{SignError, Signer};
use sealbag_custody::public_key::{ED25519, PublicKey};
use sealbag_custody::sshsig::wire::push_string;
use sealbag_custody::sshsig::{self, Namespace};

use super::{Selection, TokenError, TokenFacts};

/// DER of an OCTET STRING of 32 bytes, which most modules put before the point in `CKA_EC_POINT`.
const OCTET_STRING_32: [u8; 2] = [0x04, 0x20];

/// A token that was found; nothing in it is open yet.
pub struct Token {
    module: Pkcs11,
    slot: Slot,
    facts: TokenFacts,
    needs_pin: bool,
}

/// A key in a token that is open. The token is closed when this is dropped.
pub struct TokenSigner {
    session: Session,
    private: ObjectHandle,
    public: PublicKey,
}

impl Token {
    /// Loads a module and finds the one token in it that fits.
    ///
    /// The library runs in this process and sees the PIN: it is named by its path, never searched for.
    ///
    /// # Errors
    /// It is no module, or none or several of its tokens fit.
    pub fn find(module: &Path, wanted: &Selection) -> Result<Self, TokenError> {
        let path = module.canonicalize().ok().filter(|path| path.is_file());
        let path = path.ok_or_else(|| TokenError::NoModule(module.to_owned()))?;
        let load = |source| TokenError::Load { path: path.clone(), source };
        let module = Pkcs11::new(&path).map_err(load)?;
        module.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)).map_err(load)?;
        let failed = |source| TokenError::Module { action: "list its tokens", source };
        let mut fitting = Vec::new();
        let mut all = Vec::new();
        for slot in module.get_slots_with_initialized_token().map_err(failed)? {
            let info = module.get_token_info(slot).map_err(failed)?;
            let facts = TokenFacts {
                label: info.label().to_owned(),
                serial: info.serial_number().to_owned(),
                manufacturer: info.manufacturer_id().to_owned(),
                model: info.model().to_owned(),
            };
            all.push(facts.label.clone());
            if wanted.fits(&facts) {
                fitting.push((slot, facts, info.login_required()));
            }
        }
        match fitting.len() {
            0 => Err(TokenError::NoToken { has: all }),
            1 => {
                let (slot, facts, needs_pin) = fitting.remove(0);
                Ok(Self { module, slot, facts, needs_pin })
            }
            _ => Err(TokenError::SeveralTokens { has: fitting.into_iter().map(|(_, facts, _)| facts.label).collect() }),
        }
    }

    /// What it says of itself; not safe to show as it is.
    pub fn facts(&self) -> &TokenFacts {
        &self.facts
    }

    /// True if it shows private keys only to whom has its PIN.
    pub fn needs_pin(&self) -> bool {
        self.needs_pin
    }

    /// Opens it and finds the one key that fits.
    ///
    /// # Errors
    /// The PIN is wrong or locked; none or several keys fit; the key is no Ed25519 key, or its public half is not there.
    pub fn open(self, wanted: &Selection, pin: Option<&[u8]>) -> Result<TokenSigner, TokenError> {
        let failed = |action| move |source| TokenError::Module { action, source };
        let session = self.module.open_ro_session(self.slot).map_err(failed("open the token"))?;
        if let Some(pin) = pin {
            // Wiped when it is dropped.
            let pin = RawAuthPin::new(Box::new(pin.to_vec()));
            session.login_with_raw(UserType::User, &pin).map_err(|error| match error {
                Error::Pkcs11(RvError::PinLocked, _) => TokenError::PinLocked,
                Error::Pkcs11(RvError::PinIncorrect | RvError::PinInvalid | RvError::PinLenRange, _) => {
                    TokenError::WrongPin
                }
                source => TokenError::Module { action: "open the token", source },
            })?;
        }
        let keys = find(&session, &template(ObjectClass::PRIVATE_KEY, wanted))?;
        let private = match keys.as_slice() {
            [one] => *one,
            [] => return Err(TokenError::NoKey { has: labels(&session)? }),
            _ => return Err(TokenError::SeveralKeys),
        };
        let public = public_half(&session, private)?;
        Ok(TokenSigner { session, private, public })
    }
}

fn template(class: ObjectClass, wanted: &Selection) -> Vec<Attribute> {
    let label = wanted.object.as_ref().map(|label| Attribute::Label(label.as_bytes().to_vec()));
    let id = wanted.id.clone().map(Attribute::Id);
    [Attribute::Class(class)].into_iter().chain(label).chain(id).collect()
}

fn find(session: &Session, template: &[Attribute]) -> Result<Vec<ObjectHandle>, TokenError> {
    session.find_objects(template).map_err(|source| TokenError::Module { action: "list its keys", source })
}

fn read(session: &Session, object: ObjectHandle, kind: AttributeType) -> Result<Option<Attribute>, TokenError> {
    let failed = |source| TokenError::Module { action: "read a key's description", source };
    Ok(session.get_attributes(object, &[kind]).map_err(failed)?.into_iter().next())
}

fn labels(session: &Session) -> Result<Vec<String>, TokenError> {
    let mut labels = Vec::new();
    for key in find(session, &[Attribute::Class(ObjectClass::PRIVATE_KEY)])? {
        if let Some(Attribute::Label(label)) = read(session, key, AttributeType::Label)? {
            labels.push(String::from_utf8_lossy(&label).into_owned());
        }
    }
    Ok(labels)
}

/// The public key object with the private one's identifier. Whether the two belong together shows at the first signature,
/// which is verified.
fn public_half(session: &Session, private: ObjectHandle) -> Result<PublicKey, TokenError> {
    match read(session, private, AttributeType::KeyType)? {
        Some(Attribute::KeyType(KeyType::EC_EDWARDS)) => {}
        _ => return Err(TokenError::NotEd25519),
    }
    let Some(Attribute::Id(id)) = read(session, private, AttributeType::Id)? else {
        return Err(TokenError::NoPublicHalf);
    };
    let objects = find(session, &[Attribute::Class(ObjectClass::PUBLIC_KEY), Attribute::Id(id)])?;
    let [object] = objects.as_slice() else { return Err(TokenError::NoPublicHalf) };
    let Some(Attribute::EcPoint(point)) = read(session, *object, AttributeType::EcPoint)? else {
        return Err(TokenError::NoPublicHalf);
    };
    let bytes = match point.strip_prefix(&OCTET_STRING_32) {
        Some(bytes) if bytes.len() == 32 => bytes,
        _ => &point,
    };
    let bytes = bytes.try_into().map_err(|_| TokenError::NotEd25519)?;
    PublicKey::from_ed25519_bytes(bytes).map_err(|_| TokenError::NotEd25519)
}

impl Signer for TokenSigner {
    fn public_key(&self) -> &PublicKey {
        &self.public
    }

    fn sign(&self, namespace: Namespace, message: &[u8]) -> Result<String, SignError> {
        let unavailable = |error: TokenError| SignError::Unavailable { source: error.into() };
        let mechanism = Mechanism::Eddsa(EddsaParams::new(EddsaSignatureScheme::Ed25519));
        let signed = self.session.sign(&mechanism, self.private, &sshsig::signed_bytes(namespace, message));
        let value = signed.map_err(|source| unavailable(TokenError::Module { action: "sign", source }))?;
        if value.len() != 64 {
            return Err(unavailable(TokenError::Signature(value.len())));
        }
        let mut signature = Vec::with_capacity(128);
        push_string(&mut signature, ED25519.as_bytes());
        push_string(&mut signature, &value);
        Ok(sshsig::wrap(&self.public, namespace, message, &signature)?)
    }
}

impl fmt::Debug for TokenSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TokenSigner({})", self.public)
    }
}
