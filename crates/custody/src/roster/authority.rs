//! `[authority]` and `[outgoing]`: who keeps a roster, by which keys, and by which keys before.

use std::borrow::Cow;

use serde::Deserialize;

use crate::keyset::{self, Keyset, KeysetFields};
use crate::public_key::PublicKey;
use crate::record::{Field, TableFields, Value};
use crate::text::Text;

/// `[authority]`: who keeps the roster.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "AuthorityFields")]
pub struct Authority {
    /// Name.
    pub name: Text,
    /// The keys, of which as many as the threshold says MUST have signed.
    pub keys: Keyset,
    /// The first key of the first version, if it is no longer the first key: by it events name the authority for ever.
    pub origin: Option<PublicKey>,
    /// Country.
    pub country: Option<Text>,
}

impl Authority {
    /// The key that names the authority, whatever keys sign for it now.
    pub fn origin(&self) -> &PublicKey {
        self.origin.as_ref().unwrap_or(self.keys.first())
    }

    /// Its name and, with the country, where it is.
    pub fn shown(&self) -> String {
        match &self.country {
            Some(country) => format!("{} ({country})", self.name),
            None => self.name.to_string(),
        }
    }
}

/// The fields of the table, as they stand in a record or a draft.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AuthorityFields {
    pub(super) name: Text,
    #[serde(default)]
    key: Option<PublicKey>,
    #[serde(default)]
    keys: Vec<PublicKey>,
    #[serde(default)]
    threshold: Option<u64>,
    #[serde(default)]
    pub(super) origin: Option<PublicKey>,
    #[serde(default)]
    pub(super) country: Option<Text>,
}

impl AuthorityFields {
    /// The set of keys, if one is named.
    pub(super) fn take_keys(&mut self) -> Result<Option<Keyset>, String> {
        let (key, keys, threshold) = (self.key.take(), std::mem::take(&mut self.keys), self.threshold.take());
        KeysetFields { key, keys, threshold }.read()
    }
}

impl TryFrom<AuthorityFields> for Authority {
    type Error = String;

    fn try_from(mut fields: AuthorityFields) -> Result<Self, String> {
        let keys = fields.take_keys()?.ok_or("the key of an authority is required")?;
        Ok(Self { name: fields.name, keys, origin: fields.origin, country: fields.country })
    }
}

impl TableFields for Authority {
    fn fields(&self) -> Vec<(Cow<'_, str>, Value<'_>)> {
        authority_fields(&self.name, Some(&self.keys), self.origin.as_ref(), self.country.as_ref())
    }
}

/// The fields of `[authority]` that have a value, in their order.
pub(super) fn authority_fields<'a>(
    name: &'a Text,
    keys: Option<&'a Keyset>,
    origin: Option<&'a PublicKey>,
    country: Option<&'a Text>,
) -> Vec<(Cow<'a, str>, Value<'a>)> {
    let mut fields = vec![("name", name.value())];
    fields.extend(keys.into_iter().flat_map(keyset::fields));
    fields.push(("origin", origin.and_then(Field::value)));
    fields.push(("country", country.and_then(Field::value)));
    fields.into_iter().filter_map(|(key, value)| Some((key.into(), value?))).collect()
}

/// `[outgoing]`: the keys that hand over to those of `[authority]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "OutgoingFields")]
pub struct Outgoing {
    /// The keys, of which as many as the threshold says MUST have signed too.
    pub keys: Keyset,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutgoingFields {
    #[serde(default)]
    key: Option<PublicKey>,
    #[serde(default)]
    keys: Vec<PublicKey>,
    #[serde(default)]
    threshold: Option<u64>,
}

impl TryFrom<OutgoingFields> for Outgoing {
    type Error = String;

    fn try_from(fields: OutgoingFields) -> Result<Self, String> {
        let OutgoingFields { key, keys, threshold } = fields;
        let keys = KeysetFields { key, keys, threshold }.read()?.ok_or("the keys that hand over are required")?;
        Ok(Self { keys })
    }
}

impl TableFields for Outgoing {
    fn fields(&self) -> Vec<(Cow<'_, str>, Value<'_>)> {
        keyset::fields(&self.keys).into_iter().filter_map(|(key, value)| Some((key.into(), value?))).collect()
    }
}
