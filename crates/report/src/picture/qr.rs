//! The square code of a hash.

use qrcodegen::{QrCode, QrCodeEcc};

use super::{Fill, Picture};

/// Points of one module.
const MODULE: f32 = 2.0;
/// Modules of white around the code.
const QUIET: i32 = 4;

/// The code of a text, upper case where it is hexadecimal: then its letters need less room. `None` if the text is too long.
pub(crate) fn qr(text: &str) -> Option<Picture> {
    let code = QrCode::encode_text(&text.to_uppercase(), QrCodeEcc::Medium).ok()?;
    let side = (code.size() + 2 * QUIET) as f32 * MODULE;
    let mut picture = Picture { width: side, height: side, shapes: Vec::new() };
    picture.rect(0.0, 0.0, side, side, Fill::Grey(255), false);
    for y in 0..code.size() {
        // Runs of black are one rectangle, so that no hair of white shows between them.
        let mut x = 0;
        while x < code.size() {
            let begin = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > begin {
                let at = |module: i32| (module + QUIET) as f32 * MODULE;
                picture.rect(at(begin), at(y), (x - begin) as f32 * MODULE, MODULE, Fill::Grey(0), false);
            }
            x += 1;
        }
    }
    Some(picture)
}
