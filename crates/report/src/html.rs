//! A document as one HTML page that needs nothing else: no script, no font, no network.
//!
//! Its Content-Security-Policy allows its own style sheet and nothing more, so that nothing a bag says could ever be run,
//! loaded or sent. Every text goes through `maud`, which escapes it.

mod blocks;

use std::io::{self, Write};

use base64ct::{Base64, Encoding};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sealbag_manifest::hash::sha256;

use crate::catalogue::Catalogue;
use crate::document::{Block, Document, Section};
use crate::report::ReportError;
use crate::rows::Rows;

const STYLE: &str = include_str!("html/style.css");

/// What is written beside the document's own blocks.
pub(crate) struct Page<'p> {
    pub(crate) document: &'p Document,
    pub(crate) words: &'p Catalogue,
    /// The machine-readable verdict, and its name as a file.
    pub(crate) attached: Option<(&'p [u8], &'p str)>,
}

/// Writes the page; the rows of the sealed list are written as they are read.
pub(crate) fn write(page: &Page<'_>, mut rows: Option<Rows<'_>>, out: &mut dyn Write) -> Result<(), ReportError> {
    let language = page.words.language().tag();
    put(out, &html! { (DOCTYPE) })?;
    out.write_all(format!("<html lang=\"{language}\">").as_bytes())?;
    put(out, &head(page))?;
    out.write_all(b"<body>")?;
    put(out, &front(page))?;
    let core = page.document.core;
    for (place, section) in page.document.sections.iter().enumerate() {
        if core > 0 && place == core {
            put(out, &contents(page.words, &page.document.sections))?;
        }
        let class = if section.is_annex || core > 0 && place == core { "annex" } else { "part" };
        let opening = format!("<section class=\"{class}\" id=\"{0}\" aria-labelledby=\"h-{0}\">", section.id);
        out.write_all(opening.as_bytes())?;
        put(out, &html! { h2 id=(format!("h-{}", section.id)) { (section.heading) } })?;
        for block in &section.blocks {
            match (block, &mut rows) {
                (Block::Files, Some(rows)) => files(page.words, rows, out)?,
                (block, _) => put(out, &blocks::block(block, page.words))?,
            }
        }
        out.write_all(b"</section>")?;
    }
    put(out, &foot(page))?;
    out.write_all(b"</main></body></html>\n")?;
    Ok(())
}

fn put(out: &mut dyn Write, markup: &Markup) -> io::Result<()> {
    out.write_all(markup.0.as_bytes())
}

fn head(page: &Page<'_>) -> Markup {
    let digest = Base64::encode_string(&sha256(STYLE.as_bytes()).0);
    let policy = format!("default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'");
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="robots" content="noindex";
            title { (page.document.title) }
            style { (PreEscaped(STYLE)) }
        }
    }
}

fn front(page: &Page<'_>) -> Markup {
    let (document, words) = (page.document, page.words);
    html! {
        @if document.core > 0 { a class="skip" href="#summary" { (words.text("page-skip")) } }
        (PreEscaped("<main>"))
        header {
            h1 { (document.title) }
            @for block in &document.front { (blocks::block(block, words)) }
        }
    }
}

fn contents(words: &Catalogue, sections: &[Section]) -> Markup {
    html! {
        nav aria-label=(words.text("page-contents")) {
            ol { @for section in sections { li { a href=(format!("#{}", section.id)) { (section.heading) } } } }
        }
    }
}

fn foot(page: &Page<'_>) -> Markup {
    html! {
        footer {
            @if let Some((bytes, name)) = page.attached {
                p {
                    a download=(name) href=(format!("data:application/json;base64,{}", Base64::encode_string(bytes))) {
                        (page.words.text("tools-json-link"))
                    }
                }
            }
            p { (page.document.foot) }
        }
    }
}

fn files(words: &Catalogue, rows: &mut Rows<'_>, out: &mut dyn Write) -> Result<(), ReportError> {
    let head = ["files-number", "files-path", "files-size"].map(|key| words.text(key));
    put(
        out,
        &html! {
            (PreEscaped("<table class=\"files\">"))
            caption { (words.text("files-digests")) }
            thead { tr { @for name in &head { th scope="col" { (name) } } } }
            (PreEscaped("<tbody>"))
        },
    )?;
    let (mut count, mut files, mut bytes) = (0, 0, 0_u64);
    while let Some(row) = rows.next()? {
        count += 1;
        files += u64::from(row.size.is_some());
        bytes = bytes.saturating_add(row.size.unwrap_or(0));
        put(out, &blocks::file(&row, words))?;
    }
    out.write_all(b"</tbody></table>")?;
    let number = crate::moment::number;
    let values: [(&str, &dyn std::fmt::Display); 3] =
        [("rows", &number(count)), ("files", &number(files)), ("bytes", &number(bytes))];
    put(out, &html! { p { (words.with("files-total", &values)) } })?;
    Ok(())
}
