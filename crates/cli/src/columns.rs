//! Labels, and what stands beside them, in two columns.

use sealbag_report::Language;

use crate::terminal::paragraph_text;

/// Lines of a paragraph beside a label are at most so wide, in characters.
const PARAGRAPH_WIDTH: usize = 90;

/// A block of labelled lines. What goes in has to be safe to show, but for paragraphs.
pub(crate) struct Columns {
    language: Language,
    rows: Vec<(String, String)>,
}

impl Columns {
    /// No lines yet.
    pub(crate) fn new(language: Language) -> Self {
        Self { language, rows: Vec::new() }
    }

    /// Adds a line; without a label it goes on with the one above.
    pub(crate) fn line(&mut self, label: impl Into<String>, text: impl Into<String>) {
        self.rows.push((label.into(), text.into()));
    }

    /// Where the second column begins: `least` characters behind the first, and behind the longest label.
    ///
    /// English is `least` wide in any case; a longer label pushes its own line alone.
    pub(crate) fn width(&self, least: usize) -> usize {
        let longest = self.rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or_default();
        if self.language == Language::English { least } else { least.max(longest + 1) }
    }

    /// The lines, each behind `indent`.
    pub(crate) fn lines(&self, indent: &str, least: usize) -> String {
        let width = self.width(least);
        let line = |(label, text): &(String, String)| format!("{indent}{}{text}\n", padded(label, width));
        self.rows.iter().map(line).collect()
    }

    /// The lines as paragraphs: texts out of records, made safe, cut where they are very long, broken at spaces.
    pub(crate) fn paragraphs(&self, least: usize) -> String {
        let width = self.width(least);
        self.rows.iter().map(|(label, text)| paragraph(label, text, width)).collect()
    }
}

/// A label as wide as its column.
pub(crate) fn padded(label: &str, width: usize) -> String {
    format!("{label:<width$} ", width = width.saturating_sub(1))
}

/// A text out of a record beside its label: safe, cut where it is very long, broken at spaces into lines.
pub(crate) fn paragraph(label: &str, text: &str, width: usize) -> String {
    let text = paragraph_text(text);
    let mut out = format!("  {}", padded(label, width));
    let mut column = 0;
    for word in text.split(' ') {
        let wide = word.chars().count();
        if column > 0 && column + 1 + wide > PARAGRAPH_WIDTH {
            out.push_str(&format!("\n  {:width$}", ""));
            column = 0;
        } else if column > 0 {
            out.push(' ');
        }
        out.push_str(word);
        column += 1 + wide;
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_column_stands_behind_the_longest_label() {
        let block = |language| {
            let mut block = Columns::new(language);
            block.line("до", "a");
            block.line("наименование органа", "b");
            block.line("", "c");
            block.lines("  ", 11)
        };
        let columns = |text: &str, letters: [char; 3]| {
            text.lines().zip(letters).map(|(line, c)| line.chars().position(|found| found == c)).collect::<Vec<_>>()
        };
        assert_eq!(columns(&block(Language::Russian), ['a', 'b', 'c']), [Some(22); 3]);
        assert_eq!(columns(&block(Language::English), ['a', 'b', 'c']), [Some(13), Some(22), Some(13)]);
    }

    #[test]
    fn a_paragraph_hides_nothing_and_is_broken_at_spaces_and_cut() {
        assert_eq!(paragraph("purpose", "a\u{202E}b\n", 13), "  purpose      a\\u{202E}b\\x0A\n");
        let long = paragraph("", &"word ".repeat(1000), 13);
        assert!(long.lines().all(|line| line.chars().count() <= 14 + PARAGRAPH_WIDTH + 1), "{long}");
        assert!(long.ends_with("…\n"));
        let beginning = |line: &str| line.chars().take_while(|c| *c == ' ').count();
        assert!(long.lines().all(|line| beginning(line) == 15), "{long}");
    }
}
