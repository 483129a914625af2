//! The data: made the same every time, read once so that it lies in the system's cache.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sealbag_tests::maker::Maker;

/// A kind of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Set {
    /// 50,000 files of 0 to 128 KiB, a half of them under 2 KiB and 11 KiB on the average, in 500 directories.
    Small,
    /// Four files of 1 GiB.
    Four,
    /// One file of 4 GiB.
    One,
    /// A tenth as many small files, some hundred photographs, a video, links, a sparse file.
    Mixed,
    /// A million empty files in 1,000 directories.
    Million,
    /// Half as many: whether the time grows with the number.
    Half,
}

impl Set {
    pub(crate) const ALL: [Self; 6] = [Self::Small, Self::Four, Self::One, Self::Mixed, Self::Half, Self::Million];

    /// The word on the command line and the folder's name.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Four => "four",
            Self::One => "one",
            Self::Mixed => "mixed",
            Self::Million => "million",
            Self::Half => "half",
        }
    }

    /// The heading.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Small => "50,000 small files",
            Self::Four => "4 files of 1 GiB",
            Self::One => "One file of 4 GiB",
            Self::Mixed => "A mixed tree",
            Self::Million => "A million empty files",
            Self::Half => "Half a million empty files",
        }
    }

    /// Makes the set below `folder`, unless it is there from another time.
    pub(crate) fn provide(self, folder: &Path) -> io::Result<PathBuf> {
        let (place, done) = (folder.join(self.word()), folder.join(format!("{}.made", self.word())));
        if done.is_file() {
            return Ok(place);
        }
        if place.exists() {
            fs::remove_dir_all(&place)?;
        }
        let tree = Maker::at(&place)?;
        match self {
            Self::Small => small(&tree, 500)?,
            Self::Four => (0..4).try_for_each(|number| large(&place.join(format!("disk {number}.img")), 1 << 30))?,
            Self::One => large(&place.join("disk.img"), 4 << 30)?,
            Self::Mixed => mixed(&tree, &place)?,
            Self::Million => empty(&tree, 1000)?,
            Self::Half => empty(&tree, 500)?,
        }
        fs::write(done, "")?;
        Ok(place)
    }
}

/// Numbers that look like chance and are the same every time (xorshift64*).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.chunks_mut(8).for_each(|part| part.copy_from_slice(&self.next().to_le_bytes()[..part.len()]));
    }
}

fn small(tree: &Maker, directories: u64) -> io::Result<()> {
    let mut chance = Chance(17);
    let mut bytes = vec![0; 128 << 10];
    for directory in 0..directories {
        for file in 0..100 {
            // Each size class, from 64 bytes to 128 KiB, as often as the next.
            let class = 64_u64 << (chance.next() % 12);
            let size = (chance.next() % class) as usize;
            chance.fill(&mut bytes[..size]);
            tree.file(format!("folder {directory:03}/document {file:02}.txt"), &bytes[..size])?;
        }
    }
    Ok(())
}

fn large(path: &Path, size: u64) -> io::Result<()> {
    let mut chance = Chance(size ^ path.as_os_str().len() as u64 ^ path.as_os_str().as_encoded_bytes()[0] as u64);
    let mut file = fs::File::create(path)?;
    let mut bytes = vec![0; 1 << 20];
    for _ in 0..size >> 20 {
        chance.fill(&mut bytes);
        file.write_all(&bytes)?;
    }
    Ok(())
}

fn mixed(tree: &Maker, place: &Path) -> io::Result<()> {
    small(tree, 50)?;
    let mut chance = Chance(4);
    let mut bytes = vec![0; 6 << 20];
    for photograph in 0..200 {
        let size = (1 << 20) + (chance.next() % (5 << 20)) as usize;
        chance.fill(&mut bytes[..size]);
        tree.file(format!("DCIM/IMG_{photograph:04}.JPG"), &bytes[..size])?;
        tree.symlink(format!("links/{photograph:04}"), format!("../DCIM/IMG_{photograph:04}.JPG"))?;
    }
    large(&place.join("VID_0001.MP4"), 512 << 20)?;
    tree.sparse("sparse.db", 64 << 20, &[(0, b"head"), (32 << 20, &bytes[..1 << 20])])
}

fn empty(tree: &Maker, directories: u64) -> io::Result<()> {
    use rustix::fs::{Mode, OFlags};
    for directory in 0..directories {
        let opened = tree.dir(format!("folder {directory:04}"))?;
        for file in 0..1000 {
            let flags = OFlags::CREATE | OFlags::WRONLY | OFlags::CLOEXEC;
            rustix::fs::openat(&opened, format!("file {file:04}"), flags, Mode::from_raw_mode(0o644))?;
        }
    }
    Ok(())
}

/// Reads everything once.
pub(crate) fn warm(place: &Path) -> io::Result<()> {
    let mut bytes = vec![0; 1 << 20];
    let mut pending = vec![place.to_path_buf()];
    while let Some(folder) = pending.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                pending.push(entry.path());
            } else if entry.file_type()?.is_file() {
                let mut file = fs::File::open(entry.path())?;
                while file.read(&mut bytes)? > 0 {}
            }
        }
    }
    Ok(())
}
