//! A report, composed and ready to be written.

use std::io::{self, Write};

use sealbag::verdict::{Check, Verdict};
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::store::BagStore;

use crate::catalogue::Catalogue;
use crate::compose::{self, Form, Making, Scene};
use crate::document::Document;
use crate::facts::Facts;
use crate::html;
use crate::rows::{Marked, Rows, RowsError};

/// The name of the machine-readable verdict as a file.
pub const JSON_NAME: &str = "verdict.json";

/// Why a report was not written to its end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// The rows of the sealed list.
    #[error(transparent)]
    Rows(#[from] RowsError),
    /// The PDF would break a rule of PDF/A or PDF/UA, or one of its limits.
    #[error("the report cannot be made as PDF: {0}")]
    Pdf(String),
    /// The place that it is written to.
    #[error("the report cannot be written")]
    Write(#[from] io::Error),
}

/// A report of one verification, in one language.
pub struct Report<'w> {
    document: Document,
    words: &'w Catalogue,
    json: Vec<u8>,
    /// Root of the list whose rows are to be shown.
    root: Option<Sha256Digest>,
    marked: Marked,
    #[cfg(feature = "pdf")]
    making: Making,
}

impl<'w> Report<'w> {
    /// Composes it from what was verified.
    pub fn compose(facts: &Facts<'_>, making: &Making, words: &'w Catalogue) -> Self {
        let json = machine_copy(facts.verdict);
        let json_sha256 = sha256(&json).to_hex();
        let scene = Scene { facts, making, words, json_sha256: &json_sha256, json_name: JSON_NAME };
        let record = facts.seal().filter(|_| facts.passed(Check::Tree));
        Self {
            document: compose::report(&scene),
            words,
            json,
            root: record.map(|record| record.tree.root),
            marked: Marked::of(facts.verdict.findings()),
            #[cfg(feature = "pdf")]
            making: making.clone(),
        }
    }

    /// Composes a form from what was verified; `None` if the seal record does not hold, so that there is nothing to fill in.
    pub fn form(facts: &Facts<'_>, making: &Making, words: &'w Catalogue, form: Form) -> Option<Self> {
        let json = machine_copy(facts.verdict);
        let json_sha256 = sha256(&json).to_hex();
        let scene = Scene { facts, making, words, json_sha256: &json_sha256, json_name: JSON_NAME };
        let record = facts.seal()?;
        Some(Self {
            document: compose::form(&scene, record, form),
            words,
            json,
            root: facts.passed(Check::Tree).then_some(record.tree.root),
            marked: Marked::of(facts.verdict.findings()),
            #[cfg(feature = "pdf")]
            making: making.clone(),
        })
    }

    /// The machine-readable verdict that goes with it.
    pub fn json(&self) -> &[u8] {
        &self.json
    }

    /// Writes one HTML page. The rows of the sealed list are read from the bag meanwhile.
    ///
    /// # Errors
    /// The list cannot be read or is no longer the sealed one, or the page cannot be written.
    pub fn write_html(&self, store: &dyn BagStore, out: &mut dyn Write) -> Result<(), ReportError> {
        let page = html::Page { document: &self.document, words: self.words, attached: Some((&self.json, JSON_NAME)) };
        let rows = self.root.map(|root| Rows::open(store, root, &self.marked)).transpose()?;
        html::write(&page, rows, out)
    }

    /// Writes one PDF. The rows of the sealed list are read from the bag meanwhile, twice.
    ///
    /// # Errors
    /// The list cannot be read or is no longer the sealed one, the PDF would break a rule of its format, or it cannot be
    /// written.
    #[cfg(feature = "pdf")]
    pub fn write_pdf(&self, store: &dyn BagStore, out: &mut dyn Write) -> Result<(), ReportError> {
        let print = crate::pdf::Print {
            document: &self.document,
            words: self.words,
            attached: Some((&self.json, JSON_NAME)),
            time: self.making.time,
            program: &self.making.program,
        };
        let rows = || self.root.map(|root| Rows::open(store, root, &self.marked)).transpose();
        out.write_all(&crate::pdf::write(&print, &rows)?)?;
        Ok(())
    }
}

/// The verdict as `sealbag verify --json` has it, without the envelope: the same bytes on every machine.
fn machine_copy(verdict: &Verdict) -> Vec<u8> {
    // A verdict has names and numbers only, so that it can always be written.
    serde_json::to_vec(verdict).unwrap_or_default()
}
