//! What stands at the end of the archive: how many entries there are, and where the central directory is.

use super::error::PackedError;
use super::record::{self, END, END_LEN, END64, END64_LEN, Fields, LOCATOR, LOCATOR_LEN};
use crate::store::BagFile;

/// What the end records say; they fill the file's end, and nothing stands between them and the directory.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    pub(super) count: u64,
    pub(super) directory_at: u64,
    pub(super) directory_end: u64,
}

impl End {
    pub(super) fn read(file: &dyn BagFile) -> Result<Self, PackedError> {
        let size = file.size();
        let Some(end_at) = size.checked_sub(END_LEN as u64) else { return Err(PackedError::NoEnd) };
        let last: [u8; END_LEN] = read(file, end_at)?;
        let mut fields = Fields(&last);
        if fields.u32() != END {
            return Err(why_none(file)?);
        }
        let (disk, start) = (fields.u16(), fields.u16());
        let (here, count) = (fields.u16(), fields.u16());
        let (length, at, comment) = (fields.u32(), fields.u32(), fields.u16());
        if comment != 0 {
            // The comment that is announced is cut off, or this is the inside of another comment.
            return Err(why_none(file)?);
        }
        if (disk, start) != (0, 0) {
            return Err(PackedError::Spanned);
        }
        if here != count {
            return Err(PackedError::EndRecords);
        }
        let is_long = count == record::ELSEWHERE16 || [length, at].contains(&record::ELSEWHERE);
        let (count, directory_at, length) = match is_long {
            false => (u64::from(count), u64::from(at), u64::from(length)),
            true => long(file, end_at)?,
        };
        let made_again = record::end(count, directory_at, length);
        let begin = size.checked_sub(made_again.len() as u64).ok_or(PackedError::EndRecords)?;
        let mut found = vec![0; made_again.len()];
        if file.read_full_at(&mut found, begin)? != found.len() || found != made_again {
            return Err(PackedError::EndRecords);
        }
        if directory_at.checked_add(length) != Some(begin) {
            return Err(PackedError::Directory { at: directory_at });
        }
        Ok(Self { count, directory_at, directory_end: begin })
    }
}

/// The values of the ZIP64 end record; that all of them are as they must be is compared afterwards.
fn long(file: &dyn BagFile, end_at: u64) -> Result<(u64, u64, u64), PackedError> {
    let before = end_at.checked_sub((END64_LEN + LOCATOR_LEN) as u64).ok_or(PackedError::EndRecords)?;
    let found: [u8; END64_LEN + LOCATOR_LEN] = read(file, before)?;
    let (mut end, mut locator) = (Fields(&found), Fields(&found[END64_LEN..]));
    if (end.u32(), locator.u32()) != (END64, LOCATOR) {
        return Err(PackedError::EndRecords);
    }
    let mut values = Fields(&found[32..]);
    let (count, length, at) = (values.u64(), values.u64(), values.u64());
    Ok((count, at, length))
}

fn read<const N: usize>(file: &dyn BagFile, at: u64) -> Result<[u8; N], PackedError> {
    let mut bytes = [0; N];
    if file.read_full_at(&mut bytes, at)? == N { Ok(bytes) } else { Err(PackedError::NoEnd) }
}

/// What stands behind the last end record, if there is one.
fn why_none(file: &dyn BagFile) -> Result<PackedError, PackedError> {
    /// A comment is no longer.
    const MOST: u64 = 0xffff + END_LEN as u64;
    let length = file.size().min(MOST);
    let mut tail = vec![0; length as usize];
    let count = file.read_full_at(&mut tail, file.size() - length)?;
    tail.truncate(count);
    let Some(at) = tail.windows(END_LEN).rposition(|bytes| bytes.starts_with(&END.to_le_bytes())) else {
        return Ok(PackedError::NoEnd);
    };
    let behind = (tail.len() - at - END_LEN) as u64;
    let comment = u64::from(Fields(&tail[at + END_LEN - 2..]).u16());
    Ok(match comment {
        0 => PackedError::Trailing { len: behind },
        len if len > behind => PackedError::NoEnd,
        len if len < behind => PackedError::Trailing { len: behind - len },
        len => PackedError::Comment { len },
    })
}
