//! Blocks and lines as HTML.

use maud::{Markup, html};

use crate::catalogue::Catalogue;
use crate::document::{Block, Inline, Line, Table, Tone, capital};
use crate::moment::number;
use crate::picture::to_svg;
use crate::rows::{Row, What};

pub(super) fn block(block: &Block, words: &Catalogue) -> Markup {
    match block {
        Block::Paragraph(line) => html! { p { (shown(line, words)) } },
        Block::Heading(text) => html! { h3 { (text) } },
        Block::Verdict { words: verdict, sentence, tone } => html! {
            div class=(format!("verdict {}", class(*tone))) {
                p class="words" { span class="sign" aria-hidden="true" { (sign(*tone)) } (verdict) }
                p { (shown(sentence, words)) }
            }
        },
        Block::List(lines) => html! { ul { @for line in lines { li { (shown(line, words)) } } } },
        Block::Facts(rows) => html! {
            dl { @for (label, line) in rows { div { dt { (capital(label)) } dd { (shown(line, words)) } } } }
        },
        Block::Beside(rows, figure) => html! {
            div class="beside" {
                (self::block(&Block::Facts(rows.clone()), words))
                (to_svg(&figure.picture, &figure.alternative, figure.width))
            }
        },
        Block::Table(table) => self::table(table, words),
        Block::Figure(figure) => html! {
            figure { (to_svg(&figure.picture, &figure.alternative, figure.width)) figcaption { (figure.caption) } }
        },
        Block::Commands(lines) => html! {
            pre lang="en" tabindex="0" { code { @for line in lines { (line) "\n" } } }
        },
        // Only a page that has the rows has this block.
        Block::Files => html! {},
    }
}

fn table(table: &Table, words: &Catalogue) -> Markup {
    html! {
        table class="grid" {
            @if !table.caption.is_empty() { caption { (table.caption) } }
            colgroup { @for width in &table.widths { col class=(format!("w{width}")); } }
            thead { tr { @for name in &table.head { th scope="col" { (capital(name)) } } } }
            tbody {
                @for row in &table.rows {
                    tr {
                        @for (index, cell) in row.iter().enumerate() {
                            @let label = capital(table.head.get(index).map(String::as_str).unwrap_or_default());
                            @if index == 0 { th scope="row" data-label=(label) { (shown(cell, words)) } }
                            @else { td data-label=(label) { (shown(cell, words)) } }
                        }
                    }
                }
            }
        }
    }
}

/// One row of the sealed list.
pub(super) fn file(row: &Row, words: &Catalogue) -> Markup {
    html! {
        tr {
            th scope="row" { (number(row.number)) @if row.is_marked { " ✗" } }
            td {
                bdi class="path" { (row.path) }
                @match &row.what {
                    What::File => {}
                    What::Directory => { " (" (words.text("files-kind-dir")) ")" }
                    What::Link(target) => { " (" (words.with("files-kind-symlink", &[("target", target)])) ")" }
                    What::Special => { " (" (words.text("files-kind-special")) ")" }
                }
                @for (name, value) in &row.digests { br; small { (name) } " " code { (value) } }
            }
            td class="size" { @if let Some(size) = row.size { (number(size)) } }
        }
    }
}

fn shown(line: &Line, words: &Catalogue) -> Markup {
    html! {
        @for piece in &line.0 {
            @match piece {
                Inline::Plain(text) => { (text) }
                Inline::Strong(text) => strong { (text) },
                Inline::Mono(text) => code { (text) },
                Inline::Utc(text) => time datetime=(text) { (text) },
                Inline::Quoted(text) => bdi { (text) },
                Inline::English(text) => span class="raw" lang="en" dir="ltr" { (text) },
                Inline::Value(text) => span class="raw" dir="ltr" { (text) },
                Inline::Break => br;,
                Inline::Blank => span class="blank" role="img" aria-label=(words.text("blank-line")) {},
            }
        }
    }
}

fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Caution => "caution",
        Tone::Bad => "bad",
    }
}

fn sign(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "✓",
        Tone::Caution => "!",
        Tone::Bad => "✗",
    }
}
