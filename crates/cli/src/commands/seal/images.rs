//! What is said of the disk images among the sealed files.

use std::fmt::Display;

use sealbag::seal::{DiskImage, Trouble};
use serde::Serialize;

use crate::terminal::{finding_text, record_text};
use crate::words::Words;

/// So many images have a line of their own; `--json` has all.
const SHOWN: usize = 20;

/// One disk image in `--json`.
#[derive(Serialize)]
pub(super) struct Image<'a> {
    path: &'a str,
    segments: u32,
    holds: bool,
    declared: Vec<Declared<'a>>,
}

/// One digest that a disk image states.
#[derive(Serialize)]
struct Declared<'a> {
    alg: &'a str,
    value: &'a str,
    by: &'a str,
    checked: bool,
}

/// For `--json`.
pub(super) fn as_json(images: &[DiskImage]) -> Vec<Image<'_>> {
    images
        .iter()
        .map(|image| Image {
            path: &image.path,
            segments: image.segments,
            holds: image.holds,
            declared: image
                .declared
                .iter()
                .map(|it| Declared { alg: &it.alg, value: &it.value, by: &it.by, checked: it.checked })
                .collect(),
        })
        .collect()
}

/// What does not hold, each on a line, for `--json`.
pub(super) fn troubles(troubles: &[Trouble]) -> Vec<String> {
    troubles.iter().map(|trouble| format!("{}: {}", trouble.path, trouble.why)).collect()
}

/// For people: a line an image and a line a digest; nothing where there is no image.
pub(super) fn as_text(images: &[DiskImage], words: &Words) -> String {
    let mut text = String::new();
    for image in images.iter().take(SHOWN) {
        let segments = if image.segments == 1 {
            words.text("say-image-one-segment")
        } else {
            words.with("say-image-segments", &[("count", &image.segments)])
        };
        let outcome = words.text(match (image.holds, image.declared.is_empty()) {
            (true, false) => "say-image-whole",
            (true, true) => "say-image-whole-nothing-stated",
            (false, _) => "say-image-not-confirmed",
        });
        let values: [(&str, &dyn Display); 3] =
            [("path", &finding_text(&image.path)), ("segments", &segments), ("outcome", &outcome)];
        text.push_str(&format!("{}\n", words.with("say-image", &values)));
        for declared in &image.declared {
            let checked = words.text(if declared.checked { "say-digest-confirmed" } else { "say-digest-stated" });
            text.push_str(&format!("  {:<6} {} {checked}\n", declared.alg, record_text(&declared.value)));
        }
    }
    if let Some(more @ 1..) = images.len().checked_sub(SHOWN) {
        text.push_str(&format!("{}\n", words.with("say-image-more", &[("count", &more)])));
    }
    text
}
