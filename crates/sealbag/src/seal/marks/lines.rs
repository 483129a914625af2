//! The lines of a mark file, each with its check value.

use std::io::BufRead;

use sealbag_manifest::chunks::{GROUP_LEN, GroupValue, VALUE_LEN};
use sealbag_manifest::digest::{hex, push_hex, unhex};
use sealbag_manifest::entry::{FileTime, Range, Unreadable};
use sealbag_manifest::path::EvidencePath;
use sealbag_manifest::source::{Before, DeviceId, FileId, State};

/// Hexadecimal digits of the check value of a line.
const CHECK_LEN: usize = 16;

/// One line: all that is new since the one before.
pub(super) struct Mark {
    pub(super) complete: u64,
    /// The first group whose value stands here.
    pub(super) first: usize,
    pub(super) groups: Vec<GroupValue>,
    /// From the first group on.
    pub(super) unreadable: Vec<Unreadable>,
}

impl Mark {
    pub(super) fn text(&self) -> String {
        let mut values = String::with_capacity(self.groups.len() * VALUE_LEN * 2);
        self.groups.iter().for_each(|value| push_hex(&value.0, &mut values));
        let places = self.unreadable.iter().map(|place| {
            let Range { offset, length } = place.range;
            format!(" {offset}+{length}:{}", place.errno)
        });
        format!("{} {} {values}{}", self.complete, self.first, places.collect::<String>())
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
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
    pub(super) fn add_to(self, before: &mut Before) -> Option<()> {
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

pub(super) fn head(path: &EvidencePath, state: &State) -> String {
    let time = |time: Option<FileTime>| match time {
        Some(time) => format!("{}.{}", time.seconds(), time.nanoseconds()),
        None => "-".to_owned(),
    };
    let device = state.device.map_or_else(|| "-".to_owned(), |device| device.to_string());
    let FileId { dev, ino } = state.id;
    let (mtime, ctime) = (time(state.mtime), time(state.ctime));
    format!("{} {dev} {ino} {} {mtime} {ctime} {device}", hex(path.as_bytes()), state.size)
}

pub(super) fn parse_head(text: &str, path: &EvidencePath) -> Option<State> {
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

pub(super) fn with_check(mut line: String) -> Vec<u8> {
    let check = blake3::hash(line.as_bytes()).to_hex();
    line.push(' ');
    line.push_str(&check[..CHECK_LEN]);
    line.push('\n');
    line.into_bytes()
}

/// The next line that is whole, without its check value; torn ones are left out, and [`Mark::add_to`] notices a gap.
pub(super) fn next<'l>(reader: &mut impl BufRead, line: &'l mut Vec<u8>) -> Option<&'l str> {
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
