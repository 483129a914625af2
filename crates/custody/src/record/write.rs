//! Writing a record: the one encoding of a value.

use super::{MAX_RECORD_LEN, RecordError, Section, SectionKind, Value};

/// Writes sections as the bytes that are signed.
///
/// One blank line stands before each header, `key = value` on each line, strings escape `\"` and `\\` only.
pub(crate) fn to_bytes(sections: &[Section<'_>]) -> Result<Vec<u8>, RecordError> {
    to_bytes_up_to(sections, MAX_RECORD_LEN)
}

/// [`to_bytes`] with another limit than that of most records.
pub(crate) fn to_bytes_up_to(sections: &[Section<'_>], limit: usize) -> Result<Vec<u8>, RecordError> {
    let mut out = String::new();
    for section in sections {
        match section.kind {
            SectionKind::Top => {}
            SectionKind::Table => out.extend(["\n[", section.name, "]\n"]),
            SectionKind::Entry => out.extend(["\n[[", section.name, "]]\n"]),
        }
        if section.fields.is_empty() {
            return Err(RecordError::EmptyEntry { table: section.name });
        }
        for (key, value) in &section.fields {
            out.extend([key, " = "]);
            write_value(&mut out, value, section, key)?;
            out.push('\n');
        }
        if out.len() > limit {
            return Err(RecordError::TooLarge { size: out.len(), limit });
        }
    }
    Ok(out.into_bytes())
}

fn write_value(out: &mut String, value: &Value<'_>, section: &Section<'_>, key: &str) -> Result<(), RecordError> {
    match value {
        Value::Text(text) => write_string(out, text),
        Value::Boolean(true) => out.push_str("true"),
        Value::Boolean(false) => out.push_str("false"),
        Value::Integer(value) if i64::try_from(*value).is_ok() => out.push_str(&value.to_string()),
        Value::Integer(value) => {
            let field = if section.name.is_empty() { key.to_owned() } else { format!("{}.{key}", section.name) };
            return Err(RecordError::IntegerTooLarge { field, value: *value });
        }
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                write_string(out, item);
            }
            out.push(']');
        }
    }
    Ok(())
}

fn write_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
}
