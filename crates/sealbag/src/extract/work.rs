//! Making what was asked for.

use std::io;

use sealbag_manifest::entry::{Entry, Kind};
use sealbag_manifest::path::EvidencePath;

use super::hard_links::HardLinks;
use super::marker::Marker;
use super::target::Target;
use super::write::{self, Written};
use super::{Extracted, Request};
use crate::finding::Code;
use crate::verify;

/// What is taken out, entry by entry.
pub(super) struct Work<'a> {
    pub(super) request: &'a Request<'a>,
    pub(super) target: Target,
    pub(super) result: Extracted,
    pub(super) hard_links: HardLinks,
    /// The bag's medium failed or was taken away: another time it may be there.
    pub(super) is_bag_unreadable: bool,
}

impl Work<'_> {
    pub(super) fn take(&mut self, entry: &Entry) {
        if !self.is_wanted(entry) {
            return;
        }
        self.target.climb_to(entry.path.parent().unwrap_or_default());
        if let Some(remark) = verify::files::sealed_unreadable(entry) {
            self.result.findings.add(remark);
        }
        let made = match entry.kind {
            Kind::Dir => self.target.enter(entry),
            Kind::File => return self.file(entry),
            Kind::Symlink => return,
            Kind::Block | Kind::Char if !self.request.allowed.devices => {
                self.result.devices_left_out += 1;
                return;
            }
            _ => self.target.special(entry, self.mode(entry)),
        };
        match made {
            Ok(()) => self.result.others += 1,
            Err(error) => self.refuse(entry, &error),
        }
    }

    /// The second pass: links, then what directories get when nothing more is put in.
    pub(super) fn complete(&mut self, entry: &Entry) {
        if !matches!(entry.kind, Kind::Dir | Kind::Symlink) || !self.is_wanted(entry) {
            return;
        }
        self.target.climb_to(entry.path.parent().unwrap_or_default());
        if entry.kind == Kind::Dir {
            // One that was not made was said in the first pass.
            let _ = self.target.enter_again(entry, self.mode(entry));
            return;
        }
        match self.target.symlink(entry) {
            Ok(()) => self.result.others += 1,
            Err(error) => self.refuse(entry, &error),
        }
    }

    /// `marker` is the mark, if the whole list was read.
    pub(super) fn finish(mut self, marker: Option<Marker>) -> Extracted {
        self.target.climb_out();
        let Self { mut target, mut result, .. } = self;
        result.refused.append(std::mem::take(&mut target.refused));
        let Some(root) = target.root() else { return result };
        if let Err((name, error)) = self.hard_links.remove(root) {
            result.refused.add(name, error.to_string());
        }
        // What is reported as taken out must outlive a power cut, and the mark must not go before it does.
        if let Err(error) = rustix::fs::syncfs(root) {
            result.refused.add("(all of it)".to_owned(), format!("the system could not keep it: {error}"));
        }
        let Some(marker) = marker else { return result };
        let name = marker.name.clone();
        if result.refused.total() > 0 || self.is_bag_unreadable {
            result.unfinished = Some(name);
        } else if let Err(error) = marker.finish(root) {
            result.refused.add(name.clone(), error.to_string());
            result.unfinished = Some(name);
        }
        result
    }

    /// A path that was asked for, what is below it, and the directories above it.
    fn is_wanted(&self, entry: &Entry) -> bool {
        if self.request.paths.is_empty() {
            return true;
        }
        let path = entry.path.as_bytes();
        self.request.paths.iter().map(EvidencePath::as_bytes).any(|wanted| {
            wanted == path || is_below(path, wanted) || (entry.kind == Kind::Dir && is_below(wanted, path))
        })
    }

    fn file(&mut self, entry: &Entry) {
        let mode = self.mode(entry);
        let Some(dir) = self.target.current() else {
            return self.refuse(entry, &io::Error::other("its directory could not be made"));
        };
        let left_by = self.target.left_by;
        match write::write(self.request, entry, dir, mode, left_by) {
            Ok(written @ (Written::Whole(size) | Written::Kept(size))) => {
                self.result.files += 1;
                self.result.bytes += size;
                self.result.kept_files += u64::from(matches!(written, Written::Kept(_)));
                if let (Some(root), Some(dir)) = (self.target.root(), self.target.current())
                    && let Err(error) = self.hard_links.join(root, dir, entry)
                {
                    self.refuse(entry, &io::Error::new(error.kind(), format!("as a link: {error}")));
                }
            }
            Ok(Written::Not(finding)) => {
                self.is_bag_unreadable |= finding.code == Code::FileUnreadable;
                self.result.findings.add(finding);
            }
            Err(error) => self.refuse(entry, &error),
        }
    }

    fn refuse(&mut self, entry: &Entry, error: &io::Error) {
        self.result.refused.add(entry.path.shown(), error.to_string());
    }

    fn mode(&self, entry: &Entry) -> Option<u32> {
        let mask = if self.request.allowed.setuid { 0o7777 } else { 0o1777 };
        entry.metadata.mode.map(|mode| mode & mask)
    }
}

fn is_below(path: &[u8], above: &[u8]) -> bool {
    path.len() > above.len() && path.starts_with(above) && path[above.len()] == b'/'
}
