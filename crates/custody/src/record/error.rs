//! What can be wrong with a record, with the line and field where it is known.

use crate::text::shown;

/// Why bytes are not a record, or a value cannot be written as one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecordError {
    /// The first line names a format that this version does not know: nothing can be said about the record.
    #[error("line 1: unknown record format \"{found}\", expected \"{expected}\"")]
    UnknownFormat {
        /// The format that the record names.
        found: String,
        /// The format that was asked for.
        expected: &'static str,
    },
    /// The first line is not `format = "..."`.
    #[error("line 1: a record begins with its format line")]
    NoFormat,
    /// Over [`MAX_RECORD_LEN`](super::MAX_RECORD_LEN).
    #[error("the record has {size} bytes, at most {limit} are allowed")]
    TooLarge {
        /// Size in bytes.
        size: usize,
        /// The largest size allowed.
        limit: usize,
    },
    /// Bytes that are not UTF-8.
    #[error("line {line}: not valid UTF-8")]
    NotUtf8 {
        /// Line number from 1.
        line: usize,
    },
    /// A character that no record may contain.
    #[error("line {line}: character U+{character:04X} is not allowed in a record")]
    ForbiddenCharacter {
        /// Line number from 1.
        line: usize,
        /// The code point.
        character: u32,
    },
    /// A line that could be taken for the start of the signature.
    #[error("line {line}: no line of a record may begin with -----")]
    ArmourLine {
        /// Line number from 1.
        line: usize,
    },
    /// The last line does not end with a line feed.
    #[error("the last line does not end with a line feed")]
    NoFinalLineFeed,
    /// Not TOML, or a field that is unknown, missing, or of the wrong form.
    #[error("{}{}{reason}", at_line(*line), at_field(field))]
    Malformed {
        /// Line number from 1.
        line: Option<usize>,
        /// Table and key, as in `case.number`.
        field: Option<String>,
        /// What is wrong, safe to show.
        reason: String,
    },
    /// Well-formed TOML, but not the one encoding of its value.
    #[error("line {line}: not the canonical form, which has {}", expected_line(expected))]
    NotCanonical {
        /// The first line that differs, from 1.
        line: usize,
        /// What that line should be; `None` if the record should have ended before it.
        expected: Option<String>,
    },
    /// A mandatory field without a value.
    #[error("{field}: is required")]
    Missing {
        /// Table and key.
        field: &'static str,
    },
    /// An element of an array of tables without any field.
    #[error("{table}: an entry without any field")]
    EmptyEntry {
        /// The table's name.
        table: &'static str,
    },
    /// An integer of 2^63 or more.
    #[error("{field}: {value} is too large, integers are below 2^63")]
    IntegerTooLarge {
        /// Table and key.
        field: String,
        /// The value.
        value: u64,
    },
    /// Fields that contradict each other.
    #[error("{field}: {reason}")]
    Contradiction {
        /// Table and key.
        field: &'static str,
        /// What is wrong.
        reason: &'static str,
    },
}

impl RecordError {
    /// True if the record is of a kind that this version does not know, so that nothing can be said about it.
    pub fn is_unknown_format(&self) -> bool {
        matches!(self, Self::UnknownFormat { .. })
    }

    /// The line of the record, from 1, where it is known.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::UnknownFormat { .. } | Self::NoFormat => Some(1),
            Self::NotUtf8 { line }
            | Self::ForbiddenCharacter { line, .. }
            | Self::ArmourLine { line }
            | Self::NotCanonical { line, .. } => Some(*line),
            Self::Malformed { line, .. } => *line,
            _ => None,
        }
    }
}

/// An error of the TOML parser, with its place in `source` and nothing in it that a terminal would obey.
pub(crate) fn malformed(source: &str, error: &toml::de::Error) -> RecordError {
    // The parser's message may quote strings from the record.
    let reason = shown(error.message().trim());
    // A field missing at the top has the whole record as its place, which says nothing.
    let span = error.span().filter(|span| *span != (0..source.len()));
    let Some(offset) = span.map(|span| span.start.min(source.len())) else {
        return RecordError::Malformed { line: None, field: None, reason };
    };
    let before = &source.as_bytes()[..offset];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    RecordError::Malformed { line: Some(line), field: field_at(source, line), reason }
}

/// The table and key that stand at this line of a record; `None` where the line is not of the usual form.
fn field_at(source: &str, line: usize) -> Option<String> {
    let mut table = "";
    for (number, text) in source.lines().enumerate() {
        let header = text.strip_prefix('[').map(|rest| rest.trim_matches(['[', ']', ' ']));
        if let Some(name) = header {
            table = name;
        }
        if number + 1 == line {
            if header.is_some() {
                return is_name(table).then(|| table.to_owned());
            }
            let key = text.split_once('=')?.0.trim();
            return match table {
                "" => is_name(key).then(|| key.to_owned()),
                _ => (is_name(table) && is_name(key)).then(|| format!("{table}.{key}")),
            };
        }
    }
    None
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.len() <= 64 && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

fn at_line(line: Option<usize>) -> String {
    line.map(|line| format!("line {line}: ")).unwrap_or_default()
}

fn at_field(field: &Option<String>) -> String {
    field.as_ref().map(|field| format!("{field}: ")).unwrap_or_default()
}

fn expected_line(expected: &Option<String>) -> String {
    match expected.as_deref() {
        None => "no such line".to_owned(),
        Some("") => "an empty line here".to_owned(),
        Some(line) => format!("`{}` here", shown(line)),
    }
}

#[cfg(test)]
mod tests {
    use super::field_at;

    #[test]
    fn a_line_is_called_by_its_table_and_key_only_where_these_are_names() {
        let source =
            "top = 1\nTop = 1\n[table]\nkey_9 = 1\nbad-key = 1\n = 1\nno sign\n[Table]\nkey = 1\n[[list]]\nkey=1\n";
        let long = format!("{} = 1\n{} = 1\n", "a".repeat(64), "a".repeat(65));
        let fields: Vec<Option<String>> = (1..=12).map(|line| field_at(source, line)).collect();
        let expected =
            [Some("top"), None, Some("table"), Some("table.key_9"), None, None, None, None, None, Some("list")];
        assert_eq!(fields[..10], expected.map(|field| field.map(str::to_owned)));
        assert_eq!(fields[10..], [Some("list.key".to_owned()), None]);
        assert_eq!([field_at(&long, 1), field_at(&long, 2)], [Some("a".repeat(64)), None]);
    }
}
