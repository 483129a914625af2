//! The quick part of the faults harness: a sample of every case, and every call of `seal` that changes the disk.

use sealbag_tests::faults::{Extent, Plan, print, run};

#[test]
fn nothing_that_fails_leaves_half_a_thing_or_a_false_success() {
    let plan = Plan { extent: Extent::Quick, seed: 1 };
    let rows = run(plan, &[]);
    print(&plan, &rows);
    let broken: Vec<&str> =
        rows.iter().filter(|row| !row.outcome.broken.is_empty()).map(|row| row.name.as_str()).collect();
    assert!(broken.is_empty(), "broken: {broken:?}; the table above says how");
    assert!(rows.iter().map(|row| row.outcome.struck).sum::<usize>() > 500, "too few faults struck");
}
