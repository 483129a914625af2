//! The walk is the same however few names are held in memory.

use std::fs;

use super::super::open::Source;

/// Paths and stored names in the order of the walk.
fn walked(source: &Source) -> Vec<(Vec<u8>, Option<String>)> {
    let mut found = Vec::new();
    source
        .walk(&mut |one| {
            found.push((one.path.as_bytes().to_vec(), one.stored));
            true
        })
        .expect("walk");
    found
}

#[test]
fn huge_directories_are_walked_by_windows_and_twins_are_found_across_them() {
    let folder = tempfile::tempdir().expect("folder");
    let mut made = 0;
    for outer in 0..12 {
        for number in 0..80_u32 {
            let name = blake3::hash(&[outer, number as u8]).to_hex();
            // Upper case comes long before lower case: most twins do not share a window.
            for name in [format!("{}-{number}", &name[..8]), format!("{}-{number}", name[..8].to_uppercase())] {
                let path = folder.path().join(format!("{outer}")).join(name);
                if number % 9 == 0 {
                    fs::create_dir_all(path.join("below")).expect("directory");
                    fs::write(path.join("file"), "").expect("file");
                } else {
                    fs::create_dir_all(path.parent().expect("parent")).expect("directory");
                    fs::write(path, "").expect("file");
                }
                made += 1;
            }
        }
    }
    let mut source = Source::open(&[folder.path().to_path_buf()]).expect("open");
    let whole = walked(&source);
    assert!(whole.len() > made && whole.iter().filter(|(_, stored)| stored.is_some()).count() > made / 2);
    for window in [0, 100, 1_000, 5_000, 20_000] {
        source.window = window;
        assert!(walked(&source) == whole, "{window}");
    }
}
