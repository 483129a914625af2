//! What somebody puts into a bag that is being made.

use std::fs;

use sealbag::finding::Code;

use super::interrupted::{codes, resumed_after};

#[test]
fn nothing_lies_in_the_log_of_a_bag_that_is_being_made() {
    for names in
        [&["000001.txt"][..], &["000001.txt", "000003.txt"], &["000000.1.tsr"], &["000002.1.tsr", "000009.txt"]]
    {
        let planted = resumed_after(|bag| {
            fs::create_dir_all(bag.join("custody")).expect("a directory");
            names.iter().for_each(|name| fs::write(bag.join("custody").join(name), "x").expect("a file"));
        });
        assert_eq!(codes(planted), vec![Code::CustodyUnlisted; names.len()], "{names:?}");
    }
}
