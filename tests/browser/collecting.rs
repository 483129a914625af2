//! Reading goes on whatever the browser collects meanwhile.

use std::time::Duration;

use sealbag_tests::maker::Maker;
use sealbag_tests::program::Office;
use serde::Deserialize;
use serde_json::json;

use super::drive::run_script;

#[derive(Deserialize)]
struct Seen {
    workers: usize,
    files: String,
    errors: Vec<String>,
}

#[test]
fn files_are_read_to_their_ends_while_the_browser_collects_garbage() {
    let office = Office::open();
    let source = office.path("source");
    let tree = Maker::at(&source).expect("folder");
    for number in 0..12 {
        // So large that they are read as streams, one by one and beside each other.
        tree.sparse(format!("{number}.img"), (3 + 15 * (number % 2)) << 20, &[(0, b"begin")]).expect("sparse file");
    }
    let bag = office.seal(&source, "A1.bag", &[]);
    let plan = json!({ "folder": bag, "collects": true, "limit": 60 });
    let seen: Seen = run_script(&office, "collecting.mjs", &plan, Duration::from_secs(180));
    assert_eq!((seen.workers, seen.files.as_str()), (3, "passed"));
    assert_eq!(seen.errors, [""; 0]);
}
