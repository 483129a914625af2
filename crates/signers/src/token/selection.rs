//! Which token and which key in it are meant.

/// What names a token and a key; whatever is `None` may be anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Label of the token.
    pub token: Option<String>,
    /// Serial number of the token.
    pub serial: Option<String>,
    /// Who made the token.
    pub manufacturer: Option<String>,
    /// Model of the token.
    pub model: Option<String>,
    /// Label of the key (`CKA_LABEL`).
    pub object: Option<String>,
    /// Identifier of the key (`CKA_ID`).
    pub id: Option<Vec<u8>>,
}

/// What a token says of itself, without the padding of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenFacts {
    /// Its label.
    pub label: String,
    /// Its serial number.
    pub serial: String,
    /// Who made it.
    pub manufacturer: String,
    /// Its model.
    pub model: String,
}

impl Selection {
    /// True if this token can be the one.
    pub fn fits(&self, token: &TokenFacts) -> bool {
        let is = |wanted: &Option<String>, found: &str| wanted.as_deref().is_none_or(|wanted| wanted == found);
        is(&self.token, &token.label)
            && is(&self.serial, &token.serial)
            && is(&self.manufacturer, &token.manufacturer)
            && is(&self.model, &token.model)
    }
}
