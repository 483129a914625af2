//! How far the copies of large files are, so that an interrupted seal goes on inside them.
//!
//! One file of `.resume/` a large file: its path and state, then a line for each mark. A line has its own check value, so
//! that a torn one is left out with all that follow. `docs/spec/bag.md`, "How a bag is made".

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use rustix::fs::OFlags;
use sealbag_manifest::chunks::{GROUP_LEN, GroupValue, VALUE_LEN};
use sealbag_manifest::digest::{hex, push_hex, unhex};
use sealbag_manifest::entry::{FileTime, Range, Unreadable};
use sealbag_manifest::path::EvidencePath;
use sealbag_manifest::source::{Before, Begun, DeviceId, FileId, Marks, Progress, State};

use super::partial::Partial;

/// Hexadecimal digits of the check value of a line.
const CHECK_LEN: usize = 16;

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

/// One line: all that is new since the one before.
struct Mark {
    complete: u64,
    /// The first group whose value stands here.
    first: usize,
    groups: Vec<GroupValue>,
    /// From the first group on.
    unreadable: Vec<Unreadable>,
}

impl Mark {
    fn text(&self) -> String {
        let mut values = String::with_capacity(self.groups.len() * VALUE_LEN * 2);
        self.groups.iter().for_each(|value| push_hex(&value.0, &mut values));
        let places = self.unreadable.iter().map(|place| {
            let Range { offset, length } = place.range;
            format!(" {offset}+{length}:{}", place.errno)
        });
        format!("{} {} {values}{}", self.complete, self.first, places.collect::<String>())
    }

    fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let (complete, first) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let values = unhex(words.next()?)?;
        let (values, rest) = values.as_chunks::<VALUE_LEN>();
        let groups = rest.is_empty().then(|| values.iter().map(|value| GroupValue(*value)).collect())?;
        let unreadable = words.map(|word| {
            let (range, errno) = word.split_once(':')?;
            let (offset, length) = range.split_once('+')?;
            let range = Range { offset: offset.parse().ok()?, length: length.parse().ok()? };
            range.offset.checked_add(range.length)?;
            Some(Unreadable { range, errno: errno.to_owned() })
        });
        Some(Self { complete, first, groups, unreadable: unreadable.collect::<Option<_>>()? })
    }

    /// `None` if it does not follow on what is there.
    fn add_to(self, before: &mut Before) -> Option<()> {
        let groups = before.groups.as_mut().filter(|groups| self.first <= groups.len())?;
        if (self.first + self.groups.len()) as u64 * GROUP_LEN != self.complete {
            return None;
        }
        groups.truncate(self.first);
        groups.extend(self.groups);
        let from = self.first as u64 * GROUP_LEN;
        before.unreadable.retain(|place| place.range.offset < from);
        if let Some(last) = before.unreadable.last_mut() {
            last.range.length = last.range.length.min(from - last.range.offset);
        }
        before.unreadable.extend(self.unreadable);
        before.complete = self.complete;
        Some(())
    }
}

fn head(path: &EvidencePath, state: &State) -> String {
    let time = |time: Option<FileTime>| match time {
        Some(time) => format!("{}.{}", time.seconds(), time.nanoseconds()),
        None => "-".to_owned(),
    };
    let device = state.device.map_or_else(|| "-".to_owned(), |device| device.to_string());
    let FileId { dev, ino } = state.id;
    let (mtime, ctime) = (time(state.mtime), time(state.ctime));
    format!("{} {dev} {ino} {} {mtime} {ctime} {device}", hex(path.as_bytes()), state.size)
}

fn parse_head(text: &str, path: &EvidencePath) -> Option<State> {
    let mut words = text.split(' ');
    if words.next()? != hex(path.as_bytes()) {
        return None;
    }
    let mut number = || words.next()?.parse().ok();
    let (dev, ino, size) = (number()?, number()?, number()?);
    let mut time = || match words.next()? {
        "-" => Some(None),
        text => {
            let (seconds, nanoseconds) = text.split_once('.')?;
            Some(Some(FileTime::new(seconds.parse().ok()?, nanoseconds.parse().ok()?)?))
        }
    };
    let (mtime, ctime) = (time()?, time()?);
    let device = match words.next()? {
        "-" => None,
        text => Some(DeviceId::parse(text)?),
    };
    words.next().is_none().then_some(State { id: FileId { dev, ino }, size, mtime, ctime, device })
}

fn with_check(mut line: String) -> Vec<u8> {
    let check = blake3::hash(line.as_bytes()).to_hex();
    line.push(' ');
    line.push_str(&check[..CHECK_LEN]);
    line.push('\n');
    line.into_bytes()
}

/// The next line that is whole, without its check value; torn ones are left out, and [`Mark::add_to`] notices a gap.
fn next<'l>(reader: &mut impl BufRead, line: &'l mut Vec<u8>) -> Option<&'l str> {
    loop {
        line.clear();
        if reader.read_until(b'\n', line).ok()? == 0 || line.pop() != Some(b'\n') {
            return None;
        }
        let is_whole = std::str::from_utf8(line)
            .ok()
            .and_then(|text| text.rsplit_once(' '))
            .is_some_and(|(text, check)| blake3::hash(text.as_bytes()).to_hex()[..CHECK_LEN] == *check);
        if is_whole {
            break;
        }
    }
    std::str::from_utf8(line).ok()?.rsplit_once(' ').map(|(text, _)| text)
}

#[cfg(test)]
mod tests {
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
