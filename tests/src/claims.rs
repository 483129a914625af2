//! What a report may not say in its own words.

use sealbag_report::Catalogue;

/// Sentences of the glossary in which the words may stand, since they say what is not claimed.
pub const LIMITS: [&str; 10] = [
    "limit-truth",
    "limit-before",
    "limit-author",
    "limit-signer",
    "limit-law",
    "limit-when",
    "limit-copies",
    "limit-tail",
    "limit-crypto",
    "limit-not_expert",
];

/// Words that would claim more than a program can know; a `*` stands for any ending.
const FORBIDDEN: [&str; 26] = [
    "authentic",
    "genuine",
    "original",
    "true",
    "proves",
    "prove",
    "guarantee*",
    "tamper-proof",
    "impossible",
    "court-proof",
    "admissible",
    "inadmissible",
    "подлинн*",
    "достоверн*",
    "недостоверн*",
    "доказыва*",
    "доказан*",
    "гарантир*",
    "неопровержим*",
    "допустим*",
    "недопустим*",
    "түпнұсқа екені дәлелденді",
    "дәлелденді*",
    "кепілдік*",
    "мүмкін емес бұзу",
    "бұзу мүмкін емес",
];

/// What the program itself says in a page: without tags, without quoted texts, without the limits.
///
/// # Panics
/// It is no page of a report.
pub fn own_words(page: &str, words: &Catalogue) -> String {
    let mut rest = page.split_once("</style>").expect("a style sheet").1;
    let mut own = String::new();
    while let Some(at) = rest.find('<') {
        own.push_str(&rest[..at]);
        let end = match &rest[at..] {
            tag if tag.starts_with("<bdi") => "</bdi>",
            tag if tag.starts_with("<span class=\"raw\"") => "</span>",
            _ => ">",
        };
        own.push(' ');
        rest = rest[at..].split_once(end).expect("an end").1;
    }
    own.push_str(rest);
    let own = own.replace("&quot;", "\"").replace("&amp;", "&").replace('\u{A0}', " ");
    LIMITS.iter().fold(own, |own, limit| own.replace(&words.text(limit), " ")).to_lowercase()
}

/// The first word that claims too much.
pub fn forbidden_in(own: &str) -> Option<&'static str> {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    FORBIDDEN.into_iter().find(|word| {
        let stem = word.trim_end_matches('*');
        own.match_indices(stem).any(|(at, _)| {
            let begins = !own[..at].ends_with(is_letter);
            let ends = word.ends_with('*') || !own[at + stem.len()..].starts_with(is_letter);
            begins && ends
        })
    })
}
