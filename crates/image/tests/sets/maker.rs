//! Small sets in memory, written by the layout alone: what they hold is known to the byte.

use std::io;
use std::rc::Rc;

use md5::Digest;
use sealbag_image::{Examination, SIGNATURE, Segment, Segments, examine};

pub(crate) const SECTORS_IN_CHUNK: u32 = 8;
pub(crate) const CHUNK: usize = SECTORS_IN_CHUNK as usize * 512;

/// A set in memory; `None` is a missing file.
#[derive(Clone)]
pub(crate) struct Set(pub(crate) Vec<Option<Rc<Vec<u8>>>>);

pub(crate) struct Open(Rc<Vec<u8>>);

impl Segment for Open {
    fn size(&self) -> u64 {
        self.0.len() as u64
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let from = usize::try_from(offset).unwrap_or(usize::MAX).min(self.0.len());
        let count = buffer.len().min(self.0.len() - from);
        buffer[..count].copy_from_slice(&self.0[from..from + count]);
        Ok(count)
    }
}

impl Segments for Set {
    type Segment = Open;

    fn open(&self, number: u32) -> io::Result<Option<Open>> {
        let bytes = self.0.get(number as usize - 1).cloned().flatten();
        Ok(bytes.map(Open))
    }
}

impl Set {
    pub(crate) fn examine(&self) -> Examination {
        examine(self, &|| true).expect("nobody stops it")
    }

    /// What does not hold: segment and sentence.
    pub(crate) fn troubles(&self) -> Vec<(u32, String)> {
        self.examine().troubles.into_iter().map(|it| (it.segment, it.fault.to_string())).collect()
    }

    pub(crate) fn segment(&mut self, number: usize) -> &mut Vec<u8> {
        Rc::make_mut(self.0[number - 1].as_mut().expect("the segment is there"))
    }
}

/// Media of sectors that differ from each other and can be deflated.
pub(crate) fn media(sectors: usize) -> Vec<u8> {
    (0..sectors * 512).map(|at| (at / 512 * 7 + at % 5) as u8).collect()
}

/// How a set is written.
#[derive(Clone, Copy)]
pub(crate) struct Plan {
    pub(crate) chunks_a_segment: usize,
    pub(crate) deflates: bool,
    pub(crate) states_digests: bool,
    pub(crate) name: [u8; 16],
}

pub(crate) const PLAIN: Plan = Plan { chunks_a_segment: 3, deflates: false, states_digests: true, name: [7; 16] };

pub(crate) fn write(media: &[u8], plan: Plan) -> Set {
    let chunks: Vec<_> = media.chunks(CHUNK).collect();
    let groups: Vec<_> = chunks.chunks(plan.chunks_a_segment).collect();
    let last = groups.len();
    let segments = groups.iter().enumerate().map(|(index, group)| {
        let mut out = [&SIGNATURE[..], &[1], &(index as u16 + 1).to_le_bytes(), &[0, 0]].concat();
        if index == 0 {
            let text = b"1\nmain\nc\tav\tov\n7\t1.0\tLinux\n\n";
            section(&mut out, "header", &miniz_oxide::deflate::compress_to_vec_zlib(text, 6));
            section(&mut out, "volume", &volume(media.len(), chunks.len(), plan.name));
        } else {
            section(&mut out, "data", &volume(media.len(), chunks.len(), plan.name));
        }
        let mut data = Vec::new();
        let mut entries = Vec::new();
        for chunk in *group {
            let at = out.len() as u32 + 76 + data.len() as u32;
            entries.extend(if plan.deflates { at | 1 << 31 } else { at }.to_le_bytes());
            match plan.deflates {
                true => data.extend(miniz_oxide::deflate::compress_to_vec_zlib(chunk, 6)),
                false => data.extend(summed(chunk.to_vec())),
            }
        }
        section(&mut out, "sectors", &data);
        let header = summed([&(group.len() as u32).to_le_bytes()[..], &[0; 16]].concat());
        let table = [header, summed(entries)].concat();
        section(&mut out, "table", &table);
        section(&mut out, "table2", &table);
        if index + 1 < last {
            end(&mut out, "next");
        } else {
            if plan.states_digests {
                let md5 = md5::Md5::digest(media);
                let sha1 = sha1::Sha1::digest(media);
                section(&mut out, "digest", &summed([&md5[..], &sha1[..], &[0; 40]].concat()));
                section(&mut out, "hash", &summed([&md5[..], &[0; 16]].concat()));
            }
            end(&mut out, "done");
        }
        Some(Rc::new(out))
    });
    Set(segments.collect())
}

fn volume(size: usize, chunks: usize, name: [u8; 16]) -> Vec<u8> {
    let mut body = vec![0; 1048];
    body[0] = 1;
    body[4..8].copy_from_slice(&(chunks as u32).to_le_bytes());
    body[8..12].copy_from_slice(&SECTORS_IN_CHUNK.to_le_bytes());
    body[12..16].copy_from_slice(&512_u32.to_le_bytes());
    body[16..24].copy_from_slice(&(size as u64 / 512).to_le_bytes());
    body[64..80].copy_from_slice(&name);
    summed(body)
}

/// The bytes with their checksum behind them.
pub(crate) fn summed(mut bytes: Vec<u8>) -> Vec<u8> {
    let sum = adler2::adler32_slice(&bytes).to_le_bytes();
    bytes.extend(sum);
    bytes
}

fn section(out: &mut Vec<u8>, kind: &str, content: &[u8]) {
    let length = 76 + content.len() as u64;
    let next = out.len() as u64 + length;
    out.extend(descriptor(kind, next, length));
    out.extend(content);
}

fn end(out: &mut Vec<u8>, kind: &str) {
    let at = out.len() as u64;
    out.extend(descriptor(kind, at, 0));
}

pub(crate) fn descriptor(kind: &str, next: u64, length: u64) -> Vec<u8> {
    let mut bytes = kind.as_bytes().to_vec();
    bytes.resize(16, 0);
    bytes.extend(next.to_le_bytes());
    bytes.extend(length.to_le_bytes());
    bytes.resize(72, 0);
    summed(bytes)
}

/// Where a section's descriptor begins.
pub(crate) fn find(segment: &[u8], kind: &str) -> usize {
    let mut wanted = kind.as_bytes().to_vec();
    wanted.resize(16, 0);
    segment.windows(16).position(|window| window == wanted).expect("the section is there")
}

/// Replaces bytes in the content of a section, and gives the descriptor or the content its checksum again.
pub(crate) fn forge(segment: &mut [u8], kind: &str, at: usize, bytes: &[u8], summed_to: usize) {
    let content = find(segment, kind) + 76;
    segment[content + at..content + at + bytes.len()].copy_from_slice(bytes);
    let sum = adler2::adler32_slice(&segment[content..content + summed_to]).to_le_bytes();
    segment[content + summed_to..content + summed_to + 4].copy_from_slice(&sum);
}
