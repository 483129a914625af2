//! A form as TOML again.

use std::fmt::Write;

use toml::{Table, Value};

/// As TOML with every key on a line of its own below its table.
pub(super) fn written(table: &Table) -> String {
    let mut text = String::new();
    let is_group = |value: &Value| match value {
        Value::Table(_) => true,
        Value::Array(items) => items.iter().any(Value::is_table),
        _ => false,
    };
    for (key, value) in table.iter().filter(|(_, value)| !is_group(value)) {
        let _ = writeln!(text, "{} = {}", quoted(key), inline(value));
    }
    for (name, value) in table.iter().filter(|(_, value)| is_group(value)) {
        let entries = match value {
            Value::Array(entries) => entries.as_slice(),
            one => std::slice::from_ref(one),
        };
        for entry in entries {
            let (open, close) = if value.is_array() { ("[[", "]]") } else { ("[", "]") };
            let _ = writeln!(text, "{open}{}{close}", quoted(name));
            for (key, value) in entry.as_table().into_iter().flatten() {
                let _ = writeln!(text, "{} = {}", quoted(key), inline(value));
            }
        }
    }
    text
}

fn quoted(key: &str) -> String {
    let is_bare =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    if is_bare { key.to_owned() } else { inline(&Value::String(key.to_owned())) }
}

fn inline(value: &Value) -> String {
    match value {
        Value::String(text) => {
            let escaped = text.chars().fold(String::from("\""), |mut out, c| {
                match c {
                    '"' | '\\' => out.extend(['\\', c]),
                    c if c.is_control() => _ = write!(out, "\\U{:08X}", u32::from(c)),
                    c => out.push(c),
                }
                out
            });
            escaped + "\""
        }
        Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Table(fields) => {
            let fields = fields.iter().map(|(key, value)| format!("{} = {}", quoted(key), inline(value)));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => format!("{number:?}"),
        Value::Boolean(value) => value.to_string(),
        Value::Datetime(time) => time.to_string(),
    }
}
