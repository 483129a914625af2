//! Writing an entry: the only place that knows the order of the keys.

use super::{ContentDigests, Entry, ExtraDigests, FileTime, Range};
use crate::digest::extend_hex;
use crate::text;

impl Entry {
    /// Appends the line without its LF.
    pub fn write_line(&self, out: &mut Vec<u8>) {
        let mut line = Line { out, first: true };
        line.out.push(b'{');
        line.bytes_or_hex("path", "path_hex", self.path.as_bytes());
        if let Some(stored) = &self.stored {
            line.string("stored", stored);
        }
        line.string("kind", self.kind.word());
        if let Some(content) = &self.content {
            line.number("size", content.size);
            let ContentDigests { sha256, blake3 } = content.digests;
            line.hex("sha256", &sha256.0);
            line.hex("blake3", &blake3.0);
            let ExtraDigests { md5, sha1, sha512 } = content.extra;
            md5.inspect(|value| line.hex("md5", &value.0));
            sha1.inspect(|value| line.hex("sha1", &value.0));
            sha512.inspect(|value| line.hex("sha512", &value.0));
        }
        line.array("declared", &self.declared, |item, stated| {
            item.string("alg", &stated.alg);
            item.string("value", &stated.value);
            item.string("by", &stated.by);
            item.word("checked", if stated.checked { "true" } else { "false" });
        });
        let metadata = &self.metadata;
        line.time("mtime", metadata.mtime);
        line.time("atime", metadata.atime);
        line.time("ctime", metadata.ctime);
        line.time("btime", metadata.btime);
        if let Some(mode) = metadata.mode {
            line.mode(mode);
        }
        metadata.uid.inspect(|&uid| line.number("uid", uid.into()));
        metadata.gid.inspect(|&gid| line.number("gid", gid.into()));
        if let Some((major, minor)) = metadata.device {
            line.word("device", &format!("[{major},{minor}]"));
        }
        if let Some(target) = &self.target {
            line.bytes_or_hex("target", "target_hex", target);
        }
        if let Some(group) = &self.link_group {
            line.hex("link_group", group);
        }
        line.array("xattrs", &self.xattrs, |item, xattr| {
            item.bytes_or_hex("name", "name_hex", &xattr.name);
            item.hex("sha256", &xattr.sha256.0);
        });
        line.array("holes", &self.holes, |item, hole| item.range(hole));
        line.array("unreadable", &self.unreadable, |item, part| {
            item.range(&part.range);
            item.string("errno", &part.errno);
        });
        line.hex("salt", &self.salt);
        out.push(b'}');
    }
}

struct Line<'a> {
    out: &'a mut Vec<u8>,
    first: bool,
}

impl Line<'_> {
    fn key(&mut self, key: &str) {
        if !self.first {
            self.out.push(b',');
        }
        self.first = false;
        self.out.push(b'"');
        self.out.extend_from_slice(key.as_bytes());
        self.out.extend_from_slice(b"\":");
    }

    fn string(&mut self, key: &str, value: &str) {
        self.key(key);
        self.out.push(b'"');
        let mut rest = value.as_bytes();
        while let Some(at) = rest.iter().position(|byte| matches!(byte, b'"' | b'\\')) {
            self.out.extend_from_slice(&rest[..at]);
            self.out.extend_from_slice(&[b'\\', rest[at]]);
            rest = &rest[at + 1..];
        }
        self.out.extend_from_slice(rest);
        self.out.push(b'"');
    }

    fn hex(&mut self, key: &str, value: &[u8]) {
        self.key(key);
        self.out.push(b'"');
        extend_hex(value, self.out);
        self.out.push(b'"');
    }

    /// A name of the evidence: as text where it can be shown on one line, else as hexadecimal digits.
    fn bytes_or_hex(&mut self, key: &str, key_hex: &str, value: &[u8]) {
        match std::str::from_utf8(value) {
            Ok(plain) if text::is_plain(plain) => self.string(key, plain),
            _ => self.hex(key_hex, value),
        }
    }

    fn number(&mut self, key: &str, value: u64) {
        self.word(key, itoa::Buffer::new().format(value));
    }

    /// Four octal digits: there are no more bits.
    fn mode(&mut self, mode: u32) {
        let digits = [9, 6, 3, 0].map(|bits| b'0' + (mode >> bits & 7) as u8);
        self.key("mode");
        self.out.push(b'"');
        self.out.extend_from_slice(&digits);
        self.out.push(b'"');
    }

    fn word(&mut self, key: &str, value: &str) {
        self.key(key);
        self.out.extend_from_slice(value.as_bytes());
    }

    fn time(&mut self, key: &str, value: Option<FileTime>) {
        if let Some(time) = value {
            self.key(key);
            self.out.push(b'"');
            time.write(self.out);
            self.out.push(b'"');
        }
    }

    fn range(&mut self, range: &Range) {
        self.number("offset", range.offset);
        self.number("length", range.length);
    }

    fn array<T>(&mut self, key: &str, items: &[T], mut write: impl FnMut(&mut Line<'_>, &T)) {
        if items.is_empty() {
            return;
        }
        self.key(key);
        for (position, item) in items.iter().enumerate() {
            self.out.extend_from_slice(if position == 0 { b"[{" } else { b",{" });
            write(&mut Line { out: self.out, first: true }, item);
            self.out.push(b'}');
        }
        self.out.push(b']');
    }
}
