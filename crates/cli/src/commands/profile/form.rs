//! A form to fill in.

use std::fmt::{Display, Write};

use sealbag_custody::profile::{Profile as Data, is_list, takes_several};

use crate::profiles::said;
use crate::words::Words;

/// A form with every required field, still empty. An empty value is refused, so none can be forgotten.
pub(super) fn empty(profile: &Data, words: &Words) -> String {
    let values: [(&str, &dyn Display); 2] = [("name", &profile.name), ("version", &profile.version)];
    let mut text = format!("# {}\n", words.with("say-profile-form", &values));
    let mut tables: Vec<&str> = Vec::new();
    let fields: Vec<(&str, bool)> = profile
        .required_in_seal()
        .into_iter()
        .map(|field| (field, true))
        .chain(profile.seal.asked.iter().map(|field| (field.as_str(), false)))
        .collect();
    for (field, _) in &fields {
        let table = field.split('.').next().unwrap_or_default();
        if !tables.contains(&table) {
            tables.push(table);
        }
    }
    for table in tables {
        let of_table = |field: &&(&str, bool)| field.0.split_once('.').is_some_and(|(name, _)| name == table);
        let header = if is_list(table) { format!("[[{table}]]") } else { format!("[{table}]") };
        let is_needed = fields.iter().filter(of_table).any(|(_, required)| *required);
        let _ = writeln!(text, "\n{}{header}", if is_needed { "" } else { "# " });
        for (field, required) in fields.iter().filter(of_table) {
            let key = field.split_once('.').map_or(*field, |(_, key)| key);
            let comment = profile.seal_label(field).map(|label| {
                let help = label.help.as_ref().map(|help| format!(" ({})", words.help(help))).unwrap_or_default();
                format!("# {}{help}\n", said(&label.words, words.catalogue().language()))
            });
            let value = if takes_several(field) { "[\"\"]" } else { "\"\"" };
            let mark = if *required { "" } else { "# " };
            let _ = writeln!(text, "{}{mark}{key} = {value}", comment.unwrap_or_default());
        }
    }
    text
}
