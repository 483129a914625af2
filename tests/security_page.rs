//! `docs/security.md` cannot rot: each case stands there once, with tests that exist, or marked for a later version.

use std::collections::BTreeSet;
use std::path::Path;

use sealbag_tests::program::workspace;
use serde_json::Value;

/// How many cases of each letter there are.
const CASES: [(char, usize); 8] = [('F', 23), ('M', 9), ('P', 13), ('K', 17), ('L', 16), ('T', 7), ('S', 15), ('R', 6)];

/// A row of a table: its cells, without the bars.
type Row = Vec<String>;

fn read(path: impl AsRef<Path>) -> String {
    let path = workspace().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn rows(page: &str) -> impl Iterator<Item = Row> {
    let cells =
        |line: &str| Some(line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").map(str::to_owned).collect());
    page.lines().filter_map(cells).collect::<Vec<Row>>().into_iter()
}

/// What stands between backquotes.
fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

fn is_case(name: &str) -> bool {
    let (letter, number) = name.split_at(1);
    "FMPKLTSR".contains(letter) && number.parse::<usize>().is_ok()
}

fn cases(page: &str) -> Vec<Row> {
    rows(page).filter(|row| is_case(&row[0])).collect()
}

fn names_in(file: &str, list: impl Fn(&Value) -> &Value) -> BTreeSet<String> {
    let value: Value = serde_json::from_str(&read(file)).expect("JSON");
    let names = list(&value).as_array().expect("a list").iter();
    names.map(|one| one["name"].as_str().expect("a name").to_owned()).collect()
}

/// Tells whether what a row names is there.
struct Shelf {
    vectors: BTreeSet<String>,
    golden: BTreeSet<String>,
}

impl Shelf {
    fn open() -> Self {
        Self {
            vectors: names_in("tests/vectors/vectors.json", |value| &value["vectors"]),
            golden: names_in("fixtures/golden/v1/golden.json", |value| value),
        }
    }

    fn holds(&self, reference: &str) -> bool {
        match reference.split_once(' ') {
            Some(("vector", name)) => self.vectors.contains(name),
            Some(("golden", name)) => self.golden.contains(name),
            Some((file, name)) => file.strip_suffix(':').is_some_and(|file| has_test(file, name)),
            None => false,
        }
    }
}

/// True if the file has a test function of this name.
fn has_test(file: &str, name: &str) -> bool {
    let Ok(text) = std::fs::read_to_string(workspace().join(file)) else { return false };
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let begins = |line: &str| line.starts_with(&format!("fn {name}("));
    let is_test =
        |at: usize| lines[..at].iter().rev().take_while(|line| !line.is_empty()).any(|line| *line == "#[test]");
    (0..lines.len()).any(|at| begins(lines[at]) && is_test(at))
}

#[test]
fn each_of_the_cases_stands_there_once() {
    let page = read("docs/security.md");
    let found: Vec<String> = cases(&page).into_iter().map(|row| row[0].clone()).collect();
    let expected: Vec<String> =
        CASES.iter().flat_map(|(letter, count)| (1..=*count).map(move |n| format!("{letter}{n}"))).collect();
    assert_eq!(expected.len(), 106);
    assert_eq!(found, expected);
}

#[test]
fn each_case_has_tests_that_exist_or_is_marked_for_later() {
    let page = read("docs/security.md");
    let shelf = Shelf::open();
    let mut wrong = vec![];
    for row in cases(&page) {
        let [name, case, answer, shown_by] = row.as_slice() else { panic!("not four cells: {row:?}") };
        let references = quoted(shown_by);
        if shown_by.starts_with("later: ") {
            continue;
        }
        if references.is_empty() || case.is_empty() || answer.is_empty() {
            wrong.push(format!("{name}: nothing shows it"));
        }
        wrong.extend(references.iter().filter(|one| !shelf.holds(one)).map(|one| format!("{name}: {one}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_codes_of_the_cases_are_findings() {
    // What a token is refused with stands on a page of its own.
    let codes = read("docs/spec/verdict.md") + &read("docs/spec/timestamps.md");
    let mut wrong = vec![];
    for row in cases(&read("docs/security.md")) {
        let codes_of_the_row =
            quoted(&row[2]).into_iter().filter(|word| word.contains('.') && !word.contains(['/', ' ']));
        for code in codes_of_the_row.filter(|code| !code.ends_with(".txt") && !code.starts_with('.')) {
            if !codes.contains(&format!("| `{code}` | ")) {
                wrong.push(format!("{}: {code}", row[0]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The list of protections that were taken out to see a test fail.
#[test]
fn each_protection_that_was_removed_names_a_test_that_exists() {
    let page = read("docs/security.md");
    let shelf = Shelf::open();
    let (_, behind) = page.split_once("## Removed by hand").expect("the section");
    let section = behind.split("\n## ").next().expect("a section");
    let listed: Vec<Row> = rows(section).filter(|row| row.len() == 3 && row[0] != "protection").collect();
    assert!(listed.len() >= 14, "{} protections", listed.len());
    for row in listed {
        let references = quoted(&row[2]);
        assert!(!references.is_empty(), "{}", row[0]);
        for one in references {
            assert!(shelf.holds(one), "{}: {one}", row[0]);
        }
    }
}

#[test]
fn a_name_that_is_no_test_is_noticed() {
    let shelf = Shelf::open();
    assert!(shelf.holds("tests/security_page.rs: a_name_that_is_no_test_is_noticed"));
    for none in [
        "tests/security_page.rs: has_test",
        "tests/security_page.rs: not_there",
        "tests/nowhere.rs: a_name_that_is_no_test_is_noticed",
        "vector not-there",
        "golden not-there",
        "a_name_that_is_no_test_is_noticed",
    ] {
        assert!(!shelf.holds(none), "{none}");
    }
}
