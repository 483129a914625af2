//! A file of the bag beside the lines that it must consist of.

use std::io;

use sealbag_manifest::store::{BagFile, BagStore, OpenError};

use super::Report;
use crate::finding::{Code, Finding};
use crate::verdict::Check;
use crate::verify::tags::unreadable;

/// Compares a file of the bag with the lines that it must consist of.
pub(super) struct Comparison {
    path: &'static str,
    file: Result<Box<dyn BagFile>, OpenError>,
    offset: u64,
    line: u64,
    differs_at: Option<u64>,
    failed: Option<io::Error>,
    expected: Vec<u8>,
    found: Vec<u8>,
    /// Expected bytes are compared in blocks; each block remembers the line that it begins with.
    block_line: u64,
}

impl Comparison {
    const BLOCK: usize = 1 << 16;

    pub(super) fn open(store: &dyn BagStore, path: &'static str) -> Self {
        Self {
            path,
            file: store.open(path),
            offset: 0,
            line: 0,
            differs_at: None,
            failed: None,
            expected: Vec::new(),
            found: Vec::new(),
            block_line: 0,
        }
    }

    /// The next line of the file must be this.
    pub(super) fn expect(&mut self, write: &dyn Fn(&mut Vec<u8>)) {
        if self.differs_at.is_some() || self.failed.is_some() {
            return;
        }
        write(&mut self.expected);
        self.line += 1;
        if self.expected.len() >= Self::BLOCK {
            self.compare();
        }
    }

    fn compare(&mut self) {
        let Ok(file) = &self.file else { return };
        self.found.resize(self.expected.len(), 0);
        match file.read_full_at(&mut self.found, self.offset) {
            Err(error) => self.failed = Some(error),
            Ok(count) => {
                self.found.truncate(count);
                let same = self.expected.iter().zip(&self.found).take_while(|(a, b)| a == b).count();
                if same < self.expected.len() {
                    let lines = self.expected[..same].iter().filter(|&&byte| byte == b'\n').count() as u64;
                    self.differs_at = Some(self.block_line + lines + 1);
                }
                self.offset += self.expected.len() as u64;
                self.block_line = self.line;
                self.expected.clear();
            }
        }
    }

    pub(super) fn finish(mut self, code: Code, report: &mut Report) {
        self.compare();
        let finding = match (&self.file, self.failed.take()) {
            (Err(OpenError::Missing), _) => Finding::new(Code::TagMissing, self.path),
            (Err(OpenError::Unreadable(error)), _) => {
                Finding::new(Code::BagUnreadable, self.path).found(error.kind().to_string())
            }
            (Err(_), _) => Finding::new(Code::BagNotRegular, self.path),
            (Ok(_), Some(error)) => unreadable(self.path, error.into()),
            (Ok(file), None) => match self.differs_at {
                Some(line) => Finding::new(code, format!("{} line {line}", self.path)),
                None if file.size() != self.offset => {
                    Finding::new(code, format!("{} line {}", self.path, self.line + 1)).found("more than the list has")
                }
                None => return,
            },
        };
        report.add(Check::Manifest, finding);
    }
}
