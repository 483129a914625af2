//! How far the copies of large files are, so that an interrupted seal goes on inside them.
//!
//! One file of `.resume/` a large file: its path and state, then a line for each mark. A line has its own check value, so
//! that a torn one is left out with all that follow. `docs/spec/bag.md`, "How a bag is made".

mod lines;

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use rustix::fs::OFlags;
use sealbag_manifest::chunks::{GROUP_LEN, GroupValue};
use sealbag_manifest::entry::{Range, Unreadable};
use sealbag_manifest::path::EvidencePath;
use sealbag_manifest::source::{Before, Begun, Marks, Progress, State};

use self::lines::{Mark, head, next, parse_head, with_check};
use super::partial::Partial;

/// The marks of all large files of one partial bag.
pub(super) struct MarkFiles {
    folder: PathBuf,
}

impl MarkFiles {
    pub(super) fn of(partial: &Partial) -> Self {
        Self { folder: partial.resume_folder() }
    }

    fn path(&self, path: &EvidencePath) -> PathBuf {
        self.folder.join(format!("mark-{}", &blake3::hash(path.as_bytes()).to_hex()[..32]))
    }

    fn read(&self, path: &EvidencePath) -> Option<Begun> {
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        let file = OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(self.path(path)).ok()?;
        let mut reader = BufReader::new(file.metadata().ok()?.is_file().then_some(file)?);
        let mut line = Vec::new();
        let state = parse_head(next(&mut reader, &mut line)?, path)?;
        let mut before = Before { groups: Some(Vec::new()), ..Before::default() };
        // What does not follow on what is there ends the knowledge; the source is read from there on.
        while let Some(text) = next(&mut reader, &mut line) {
            if Mark::parse(text).and_then(|mark| mark.add_to(&mut before)).is_none() {
                break;
            }
        }
        Some(Begun { state, before })
    }
}

impl Progress for MarkFiles {
    fn begun(&self, path: &EvidencePath) -> Option<Begun> {
        self.read(path).filter(|begun| begun.before.complete > 0)
    }

    fn begin<'p>(&'p self, path: &EvidencePath, state: &State, goes_on: bool) -> io::Result<Box<dyn Marks + 'p>> {
        let place = self.path(path);
        let known = if goes_on { self.read(path) } else { None };
        let known = known.and_then(|begun| begun.before.groups).unwrap_or_default();
        let mut options = OpenOptions::new();
        options.append(true).custom_flags(OFlags::NOFOLLOW.bits().cast_signed());
        let file = if known.is_empty() {
            match fs::remove_file(&place) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
            let mut file = options.create_new(true).open(&place)?;
            file.write_all(&with_check(head(path, state)))?;
            file.sync_all()?;
            File::open(&self.folder)?.sync_all()?;
            file
        } else {
            let file = options.open(&place)?;
            // A torn line would swallow the next one.
            (&file).write_all(b"\n")?;
            file
        };
        Ok(Box::new(MarkFile(Mutex::new(Open { file, known }))))
    }
}

/// The marks of one file.
struct MarkFile(Mutex<Open>);

struct Open {
    file: File,
    /// The values that stand in the file.
    known: Vec<GroupValue>,
}

impl Marks for MarkFile {
    fn reached(&self, complete: u64, groups: &[GroupValue], unreadable: &[Unreadable]) -> io::Result<()> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let first = open.known.iter().zip(groups).take_while(|(known, now)| known == now).count();
        let from = first as u64 * GROUP_LEN;
        let unreadable = unreadable.iter().filter(|place| place.range.end() > from).map(|place| {
            let offset = place.range.offset.max(from);
            Unreadable { range: Range { offset, length: place.range.end() - offset }, errno: place.errno.clone() }
        });
        let mark = Mark { complete, first, groups: groups[first..].to_vec(), unreadable: unreadable.collect() };
        open.file.write_all(&with_check(mark.text()))?;
        open.file.sync_data()?;
        open.known.truncate(first);
        open.known.extend_from_slice(&mark.groups);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use sealbag_manifest::chunks::VALUE_LEN;
    use sealbag_manifest::entry::FileTime;
    use sealbag_manifest::source::FileId;

    use super::*;

    const GROUP: u64 = GROUP_LEN;

    fn place(offset: u64, length: u64) -> Unreadable {
        Unreadable { range: Range { offset, length }, errno: "EIO".to_owned() }
    }

    fn values(count: u8, salt: u8) -> Vec<GroupValue> {
        (0..count).map(|index| GroupValue([index ^ salt; VALUE_LEN])).collect()
    }

    struct Scene {
        _folder: tempfile::TempDir,
        files: MarkFiles,
        path: EvidencePath,
        state: State,
    }

    impl Scene {
        fn new() -> Self {
            let folder = tempfile::tempdir().expect("a folder");
            let time = FileTime::new(-5, 17);
            let state = State { id: FileId { dev: 7, ino: 9 }, size: 1 << 40, mtime: time, ctime: time, device: None };
            let files = MarkFiles { folder: folder.path().to_owned() };
            let path = EvidencePath::new(b"a disk\n.img".to_vec()).expect("a path");
            Self { _folder: folder, files, path, state }
        }

        fn begun(&self) -> Option<(u64, usize, Vec<Unreadable>)> {
            let Begun { state, before } = self.files.begun(&self.path)?;
            assert_eq!(state, self.state);
            let groups = before.groups.expect("values");
            Some((before.complete, groups.len(), before.unreadable))
        }
    }

    #[test]
    fn marks_come_back_and_each_stands_on_the_one_before() {
        let scene = Scene::new();
        let marks = scene.files.begin(&scene.path, &scene.state, false).expect("begin");
        assert_eq!(scene.begun(), None, "nothing was reached");
        let bad = [place(512, 512), place(GROUP, 3 * GROUP)];
        marks.reached(2 * GROUP, &values(2, 0), &[place(512, 512), place(GROUP, GROUP)]).expect("a mark");
        marks.reached(4 * GROUP, &values(4, 0), &bad).expect("a mark");
        let (complete, groups, unreadable) = scene.begun().expect("marks");
        assert_eq!((complete, groups), (4 * GROUP, 4));
        let covered: u64 = unreadable.iter().map(|place| place.range.length).sum();
        assert_eq!((covered, unreadable[0].clone()), (512 + 3 * GROUP, place(512, 512)));
    }

    #[test]
    fn a_torn_mark_is_left_out_and_the_next_run_goes_on_behind_it() {
        let scene = Scene::new();
        let marks = scene.files.begin(&scene.path, &scene.state, false).expect("begin");
        marks.reached(2 * GROUP, &values(2, 0), &[]).expect("a mark");
        marks.reached(4 * GROUP, &values(4, 0), &[]).expect("a mark");
        drop(marks);
        let file = scene.files.path(&scene.path);
        let bytes = fs::read(&file).expect("read");
        fs::write(&file, &bytes[..bytes.len() - 10]).expect("tear");
        assert_eq!(scene.begun(), Some((2 * GROUP, 2, vec![])));
        let marks = scene.files.begin(&scene.path, &scene.state, true).expect("begin");
        marks.reached(6 * GROUP, &values(6, 0), &[place(5 * GROUP, 1)]).expect("a mark");
        assert_eq!(scene.begun(), Some((6 * GROUP, 6, vec![place(5 * GROUP, 1)])));
    }

    #[test]
    fn values_that_changed_replace_those_behind_them() {
        let scene = Scene::new();
        let marks = scene.files.begin(&scene.path, &scene.state, false).expect("begin");
        marks.reached(4 * GROUP, &values(4, 0), &[place(3 * GROUP, 9)]).expect("a mark");
        let mut other = values(2, 0);
        other[1] = GroupValue([77; VALUE_LEN]);
        marks.reached(2 * GROUP, &other, &[]).expect("a mark");
        assert_eq!(scene.begun(), Some((2 * GROUP, 2, vec![])));
    }

    #[test]
    fn marks_of_another_path_or_form_are_not_believed() {
        let scene = Scene::new();
        drop(scene.files.begin(&scene.path, &scene.state, false).expect("begin"));
        let file = scene.files.path(&scene.path);
        let head = fs::read(&file).expect("read");
        for line in ["1048576 0 00", "2097152 1 ", "0 0", "1048576 0", "x 0 "] {
            let mut bytes = head.clone();
            bytes.extend(with_check(line.to_owned()));
            fs::write(&file, bytes).expect("write");
            assert_eq!(scene.begun(), None, "{line}");
        }
        let other = EvidencePath::new(b"other".to_vec()).expect("a path");
        fs::write(&file, with_check(super::head(&other, &scene.state))).expect("write");
        assert!(scene.files.read(&scene.path).is_none());
    }
}
