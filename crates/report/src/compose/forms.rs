//! Forms that a person completes and signs: filled in as far as the bag and its verification go, blank where a person must write.
//!
//! The hand-over act is in the language that is asked for; the American and the Indian form are in English, the language of their
//! statutes. No form says that a comparison held unless it did.

mod act;
mod certificate;
mod india;
mod us;

use std::str::FromStr;

use sealbag_custody::seal_record::SealRecord;
use sealbag_custody::text::Text;

use super::Scene;
use crate::document::{Document, Line};

/// A form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The hand-over act of Kazakhstan.
    ActKz,
    /// The certification of Federal Rule of Evidence 902(14), in the form of 28 U.S.C. 1746.
    Us90214,
    /// The certificate of section 63(4)(c) of the Bharatiya Sakshya Adhiniyam, 2023: Schedule, Parts A and B.
    InBsa63,
}

/// A word that names no form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the forms are act-kz, us-902-14 and in-bsa-63")]
pub struct UnknownForm;

impl FromStr for Form {
    type Err = UnknownForm;

    fn from_str(name: &str) -> Result<Self, UnknownForm> {
        match name {
            "act-kz" => Ok(Self::ActKz),
            "us-902-14" => Ok(Self::Us90214),
            "in-bsa-63" => Ok(Self::InBsa63),
            _ => Err(UnknownForm),
        }
    }
}

/// The form, filled in.
pub(crate) fn form(scene: &Scene<'_>, record: &SealRecord, form: Form) -> Document {
    match form {
        Form::ActKz => act::form(scene, record),
        Form::Us90214 => us::form(scene, record),
        Form::InBsa63 => india::form(scene, record),
    }
}

/// What the record has, or room to write.
fn text(text: Option<&Text>) -> Line {
    text.map_or_else(Line::blank, |text| Line::quoted(text.as_str()))
}
