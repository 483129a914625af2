//! A document as PDF: PDF/A-3a and PDF/UA-1, with its fonts inside, tagged, the machine-readable verdict attached.
//!
//! A page is laid out, drawn and forgotten before the next one begins; what grows with the document is its tag tree. It is laid
//! out twice: the first time only to count the pages, so that each page can bear how many there are.

mod blocks;
mod drawn;
mod fonts;
mod lines;
mod sheet;
mod table;
mod tags;

use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::metadata::{DateTime, Metadata};
use krilla::{Document as Pdf, SerializeSettings};
use sealbag_custody::scalar::UtcTime;

use crate::catalogue::Catalogue;
use crate::document::Document;
use crate::picture::Picture;
use crate::report::ReportError;
use crate::rows::{Rows, RowsError};

use fonts::Fonts;
use sheet::Sheets;

/// What is written beside the document's own blocks.
pub(crate) struct Print<'p> {
    pub(crate) document: &'p Document,
    pub(crate) words: &'p Catalogue,
    /// The machine-readable verdict, and its name as a file.
    pub(crate) attached: Option<(&'p [u8], &'p str)>,
    /// When the document was made.
    pub(crate) time: UtcTime,
    /// Name and version of the program.
    pub(crate) program: &'p str,
}

/// The bytes of the PDF; `rows` begins the rows of the sealed list, once for each time that they are laid out.
pub(crate) fn write<'m>(
    print: &Print<'_>,
    rows: &dyn Fn() -> Result<Option<Rows<'m>>, RowsError>,
) -> Result<Vec<u8>, ReportError> {
    let fonts = Fonts::load().ok_or(ReportError::Pdf("a font cannot be read".to_owned()))?;
    let mut counted = Sheets::counting(&fonts, print.words);
    blocks::document(&mut counted, print.document, &mut rows()?)?;
    let plan = counted.plan();
    let mut sheets = Sheets::drawing(&fonts, print.words, settings()?, plan, &print.document.foot);
    blocks::document(&mut sheets, print.document, &mut rows()?)?;
    let mut pdf = sheets.finish();
    finish(&mut pdf, print);
    pdf.finish().map_err(|error| ReportError::Pdf(format!("{error:?}")))
}

/// A page that is one drawing, of its size. `made` is its language, and the time that it bears.
pub(crate) fn picture(
    picture: &Picture,
    title: &str,
    alternative: &str,
    (language, time): (&str, UtcTime),
) -> Result<Vec<u8>, ReportError> {
    let fonts = Fonts::load().ok_or(ReportError::Pdf("a font cannot be read".to_owned()))?;
    let mut pdf = Pdf::new_with(settings()?);
    sheet::page_of(&mut pdf, &fonts, picture, alternative, language);
    pdf.set_metadata(
        Metadata::new().title(title.to_owned()).language(language.to_owned()).creation_date(date_time(time)),
    );
    pdf.set_outline(sheet::outline_of(title));
    pdf.finish().map_err(|error| ReportError::Pdf(format!("{error:?}")))
}

fn settings() -> Result<SerializeSettings, ReportError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| ReportError::Pdf(format!("{error:?}")))?;
    Ok(SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() })
}

fn finish(pdf: &mut Pdf, print: &Print<'_>) {
    let time = date_time(print.time);
    pdf.set_metadata(
        Metadata::new()
            .title(print.document.title.clone())
            .language(print.words.language().tag().to_owned())
            .creator(print.program.to_owned())
            .producer(print.program.to_owned())
            .creation_date(time),
    );
    if let Some((bytes, name)) = print.attached {
        pdf.embed_file(EmbeddedFile {
            path: name.to_owned(),
            mime_type: MimeType::new("application/json"),
            description: Some(print.words.text("tools-json-link")),
            association_kind: AssociationKind::Data,
            data: bytes.to_vec().into(),
            modification_date: Some(time),
            compress: Some(true),
            location: None,
        });
    }
}

fn date_time(time: UtcTime) -> DateTime {
    let written = time.to_string();
    let part =
        |from: usize, to: usize| written.get(from..to).and_then(|digits| digits.parse::<u16>().ok()).unwrap_or(1);
    DateTime::new(part(0, 4))
        .month(part(5, 7) as u8)
        .day(part(8, 10) as u8)
        .hour(part(11, 13) as u8)
        .minute(part(14, 16) as u8)
        .second(part(17, 19) as u8)
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}
