//! What stands beside the findings that the page shows, recognised so that the page can say it in the language of its reader.

use std::collections::BTreeMap;

use sealbag::finding::{Finding, Severity};
use sealbag_sentences::{ENGLISH, Said, Sentences};
use serde::Serialize;

/// So many findings of one weight are shown at most; the verdict's JSON has all.
const SHOWN: usize = 500;

/// A finding that is shown. What is not recognised is shown as it stands in the verdict.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// Which of the verdict's findings it is.
    finding: usize,
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    place: Option<Said>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<Said>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<Said>,
}

/// The findings of a verdict that are shown, in their order.
pub fn shown(findings: &[Finding]) -> Vec<Shown> {
    let sentences = Sentences::new(&[ENGLISH]);
    let mut counts: BTreeMap<Severity, usize> = BTreeMap::new();
    let mut shown = Vec::new();
    for (number, finding) in findings.iter().enumerate() {
        let count = counts.entry(finding.severity).or_default();
        *count += 1;
        if *count <= SHOWN {
            let value = |text: &Option<String>| text.as_ref().and_then(|text| sentences.value(finding.code, text));
            let (expected, found) = (value(&finding.expected), value(&finding.found));
            shown.push(Shown { finding: number, place: sentences.place(&finding.place), expected, found });
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use sealbag::finding::Code;

    use super::*;

    #[test]
    fn what_is_recognised_comes_as_the_page_says_it() {
        let findings = [
            Finding::new(Code::EntryMalformed, "seal/entries.jsonl line 7")
                .found("the path is not allowed: path is empty"),
            Finding::new(Code::FileChanged, "data/x line 7").expected("12 bytes").found("sha256 1d4e"),
            Finding::new(Code::Corrected, "custody/000002.txt").found("remarks, exhibit.number"),
        ];
        let json = serde_json::to_value(shown(&findings)).expect("JSON");
        let field = |key: &str, or: &str| serde_json::json!({ "key": key, "or": or });
        let expected = serde_json::json!([
            {
                "finding": 0,
                "where": { "key": "value-line-of", "values": { "file": "seal/entries.jsonl", "n": "7" } },
                "found": {
                    "key": "error-manifest-entry-error-path",
                    "values": { "v0": { "key": "error-manifest-path-error-empty", "values": {} } },
                },
            },
            { "finding": 1, "expected": { "key": "value-bytes", "values": { "n": "12" } } },
            {
                "finding": 2,
                "found": {
                    "key": "value-fields",
                    "values": {
                        "fields": [
                            [field("field-remarks", "remarks")],
                            "; ",
                            [field("field-exhibit", "exhibit"), ", ", field("field-number", "number")],
                        ],
                    },
                },
            },
        ]);
        assert_eq!(json, expected);
    }

    #[test]
    fn of_many_findings_the_first_of_each_weight_are_shown() {
        let changed = (0..600).map(|number| Finding::new(Code::FileChanged, format!("data/{number}")));
        let remark = Finding::new(Code::Stray, "Thumbs.db");
        let findings: Vec<Finding> = changed.chain([remark]).collect();
        let numbers: Vec<usize> = shown(&findings).iter().map(|one| one.finding).collect();
        assert_eq!(numbers, (0..500).chain([600]).collect::<Vec<_>>());
    }
}
