//! Writes `tests/vectors` anew; the same sources give the same bytes.

use std::io;

use sealbag_tests::program::workspace;
use sealbag_tests::vectors::files;

fn main() -> io::Result<()> {
    let files = files();
    let folder = workspace().join("tests/vectors");
    std::fs::create_dir_all(&folder)?;
    for entry in std::fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name != "README.md") {
            std::fs::remove_file(path)?;
        }
    }
    for (name, content) in files {
        std::fs::write(folder.join(name), content)?;
    }
    Ok(())
}
