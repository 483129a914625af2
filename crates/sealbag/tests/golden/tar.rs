//! The golden bags lie in ustar archives, one directory in each.

use std::collections::BTreeMap;

/// The regular files below the directory.
pub(crate) fn files(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let text = |field: &[u8]| String::from_utf8(field.split(|&b| b == 0).next().unwrap_or_default().to_vec());
    let mut files = BTreeMap::new();
    let mut rest = archive;
    while rest.len() >= 512 && rest[0] != 0 {
        let (header, after) = rest.split_at(512);
        let size = text(&header[124..136]).expect("ASCII");
        let size = usize::from_str_radix(size.trim(), 8).expect("octal digits");
        assert!(matches!(header[156], b'0' | 0), "only regular files");
        let name = text(&header[..100]).expect("UTF-8");
        let (_, path) = name.split_once('/').expect("below the bag's directory");
        files.insert(path.to_owned(), after[..size].to_vec());
        rest = &after[size.next_multiple_of(512)..];
    }
    files
}
