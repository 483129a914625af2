//! Names that offend or nearly do.

use proptest::prelude::*;

/// Pieces that offend or nearly do, so that short random names meet every rule.
fn nasty_piece() -> impl Strategy<Value = Vec<u8>> {
    let pieces: Vec<Vec<u8>> = [
        "a",
        "A",
        "b",
        "=",
        "%",
        "+",
        "0A",
        "=0A",
        "=+",
        ".",
        " ",
        "-",
        "$",
        "\\",
        ":",
        "\n",
        "\r",
        "\t",
        "\u{7F}",
        "é",
        "e\u{301}",
        "É",
        "й",
        "и",
        "\u{306}",
        "ё",
        "е\u{308}",
        "한",
        "\u{1112}",
        "\u{1161}",
        "\u{11AB}",
        "ß",
        "ss",
        "ẞ",
        "ſ",
        "S",
        "K",
        "\u{212A}",
        "Å",
        "\u{212B}",
        "\u{30A}",
        "ς",
        "Σ",
        "ı",
        "İ",
        "i",
        "I",
        "\u{307}",
        "ﬁ",
        "fi",
        "\u{200D}",
        "\u{FEFF}",
        "\u{A0}",
        "\u{3000}",
        "\u{202E}",
        "\u{2028}",
        "\u{85}",
        "\u{345}",
        "ι",
        "\u{323}",
        "ᾳ",
        "con",
        "NUL",
        "com1",
        "¹",
        "\u{FE0F}",
        "😀",
        "\u{149}",
        "և",
        "Ა",
        "ა",
        "ꭰ",
        "Ꭰ",
    ]
    .iter()
    .map(|piece| piece.as_bytes().to_vec())
    .collect();
    prop_oneof![8 => prop::sample::select(pieces), 1 => prop::collection::vec(1u8.., 1..3)]
}

pub(crate) fn name() -> impl Strategy<Value = Vec<u8>> {
    let nasty = prop::collection::vec(nasty_piece(), 1..6).prop_map(|pieces| pieces.concat());
    let bytes = prop::collection::vec(any::<u8>(), 1..300);
    let text = any::<String>().prop_map(String::into_bytes);
    prop_oneof![6 => nasty, 1 => bytes, 1 => text].prop_filter_map("no name", |mut bytes| {
        bytes.retain(|&b| b != b'/' && b != 0);
        (!matches!(bytes.as_slice(), b"" | b"." | b"..")).then_some(bytes)
    })
}
