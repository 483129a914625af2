//! Reading the lines that nearly all are, without a JSON reader.
//!
//! The emitter writes its keys in one order and nothing between them, so its lines can be read as text that must be there. What
//! is rare is left to the other reader: escapes, keys in hexadecimal digits, device nodes, holes, trouble; and so is every
//! line with a fault, which that reader names. Values are checked by the same code for both.

use std::borrow::Cow;

use super::{Raw, RawXattr, Text};
use crate::entry::FileTime;
use crate::text::is_plain;

/// The members of a line that is canonical but, perhaps, for what a value is; `None` if the other reader must look.
pub(super) fn scan(line: &[u8]) -> Option<Raw<'_>> {
    let mut scan = Scan { rest: std::str::from_utf8(line).ok()? };
    scan.take(r#"{"path":""#)?;
    let path = scan.plain()?;
    let stored = scan.optional(r#","stored":""#, Scan::string)?;
    scan.take(r#","kind":""#)?;
    let kind = scan.string()?;
    let size = scan.optional(r#","size":"#, Scan::number)?;
    let sha256 = scan.optional(r#","sha256":""#, |scan| scan.of_length(64))?;
    let blake3 = scan.optional(r#","blake3":""#, |scan| scan.of_length(64))?;
    let md5 = scan.optional(r#","md5":""#, |scan| scan.of_length(32))?;
    let sha1 = scan.optional(r#","sha1":""#, |scan| scan.of_length(40))?;
    let sha512 = scan.optional(r#","sha512":""#, |scan| scan.of_length(128))?;
    let mtime = scan.optional(r#","mtime":""#, Scan::time)?;
    let atime = scan.optional(r#","atime":""#, Scan::time)?;
    let ctime = scan.optional(r#","ctime":""#, Scan::time)?;
    let btime = scan.optional(r#","btime":""#, Scan::time)?;
    let mode = scan.optional(r#","mode":""#, |scan| scan.of_length(4))?;
    let uid = scan.optional(r#","uid":"#, Scan::number)?;
    let gid = scan.optional(r#","gid":"#, Scan::number)?;
    let target = scan.optional(r#","target":""#, Scan::plain)?;
    let link_group = scan.optional(r#","link_group":""#, |scan| scan.of_length(32))?;
    let xattrs = scan.optional(r#","xattrs":[{"#, Scan::xattrs)?;
    scan.take(r#","salt":""#)?;
    let salt = scan.of_length(32)?;
    scan.take("}")?;
    scan.rest.is_empty().then(|| Raw {
        path: Some(Cow::Borrowed(path)),
        path_hex: None,
        stored: stored.map(str::to_owned),
        kind: Cow::Borrowed(kind),
        size,
        sha256: borrowed(sha256),
        blake3: borrowed(blake3),
        md5: borrowed(md5),
        sha1: borrowed(sha1),
        sha512: borrowed(sha512),
        declared: None,
        mtime: borrowed(mtime),
        atime: borrowed(atime),
        ctime: borrowed(ctime),
        btime: borrowed(btime),
        mode: borrowed(mode),
        uid,
        gid,
        device: None,
        target: borrowed(target),
        target_hex: None,
        link_group: borrowed(link_group),
        xattrs,
        holes: None,
        unreadable: None,
        salt: Cow::Borrowed(salt),
    })
}

fn borrowed(text: Option<&str>) -> Option<Text<'_>> {
    text.map(Cow::Borrowed)
}

/// What is left of a line. Everything is `None` where the text is not what it should be.
struct Scan<'a> {
    rest: &'a str,
}

impl<'a> Scan<'a> {
    /// Passes what must stand here.
    fn take(&mut self, text: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(text)?;
        Some(())
    }

    /// A member that may be absent: its key, up to where its value begins, and how the value is read.
    fn optional<T>(&mut self, key: &str, value: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.take(key) {
            Some(()) => value(self).map(Some),
            None => Some(None),
        }
    }

    /// The rest of a string without escapes.
    fn string(&mut self) -> Option<&'a str> {
        let (text, rest) = self.rest.split_once('"')?;
        self.rest = rest;
        // JSON has no control characters in strings either.
        (!text.bytes().any(|byte| byte == b'\\' || byte < 0x20)).then_some(text)
    }

    /// The same, of a name that is written as text: others are written in hexadecimal digits.
    fn plain(&mut self) -> Option<&'a str> {
        self.string().filter(|text| is_plain(text))
    }

    /// The rest of a string of so many bytes. Its value has no room for an escape: none is as long as what it stands for.
    fn of_length(&mut self, length: usize) -> Option<&'a str> {
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest.strip_prefix('"')?;
        Some(text)
    }

    fn time(&mut self) -> Option<&'a str> {
        self.of_length(FileTime::LEN)
    }

    /// A number as it is written: without sign, fraction or leading zero.
    fn number<N: std::str::FromStr>(&mut self) -> Option<N> {
        let length = self.rest.bytes().position(|byte| !byte.is_ascii_digit())?;
        let (digits, rest) = self.rest.split_at(length);
        if length > 1 && digits.starts_with('0') {
            return None;
        }
        self.rest = rest;
        digits.parse().ok()
    }

    /// The rest of an array of attributes, in which the first object is open.
    fn xattrs(&mut self) -> Option<Vec<RawXattr>> {
        let mut list = Vec::new();
        loop {
            self.take(r#""name":""#)?;
            let name = Some(self.plain()?.to_owned());
            self.take(r#","sha256":""#)?;
            let sha256 = self.of_length(64)?.to_owned();
            list.push(RawXattr { name, name_hex: None, sha256 });
            if self.take("}]").is_some() {
                return Some(list);
            }
            self.take("},{")?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::scan;
    use crate::entry::Entry;

    /// Lines with every key that the scan knows, and some that it leaves to the other reader.
    fn lines() -> Vec<String> {
        let (digest, short) = ("0123456789abcdef".repeat(4), "f".repeat(32));
        let times = ["m", "a", "c", "b"].map(|of| format!(r#""{of}time":"2001-02-03T04:05:06.070809010Z","#)).concat();
        let file = |more: &str| {
            format!(
                r#"{{"path":"a b/ж.txt","kind":"file","size":1234,"sha256":"{digest}","blake3":"{digest}",{more}"salt":"{short}"}}"#
            )
        };
        let bare = |path: &str, kind: &str, more: &str| {
            format!(r#"{{"path":"{path}","kind":"{kind}",{more}"salt":"{short}"}}"#)
        };
        let extra = format!(r#""md5":"{short}","sha1":"{short}01234567","sha512":"{digest}{digest}","#) + &times;
        let xattrs = format!(
            r#""xattrs":[{{"name":"security.selinux","sha256":"{digest}"}},{{"name":"user.a","sha256":"{digest}"}}],"#
        );
        vec![
            file(&format!(r#"{times}"mode":"0644","uid":0,"gid":4294967295,"#)),
            file(&format!(r#"{extra}"link_group":"{short}",{xattrs}"#)),
            bare("a", "dir", &xattrs),
            bare("a", "symlink", r#""mode":"7777","target":"../b","#),
            bare("a", "fifo", r#""uid":10,"gid":0,"#),
            file(r#""holes":[{"offset":0,"length":9}],"#),
            file(r#""unreadable":[{"offset":0,"length":0,"errno":"EIO"}],"#),
            bare("a", "char", r#""device":[8,0],"#),
            bare(r#"a\"b\\"#, "socket", ""),
            bare("a:b", "file", &format!(r#""stored":"a=3Ab","size":0,"sha256":"{digest}","blake3":"{digest}","#))
                .replace(r#""kind":"file","stored":"a=3Ab","#, r#""stored":"a=3Ab","kind":"file","#),
        ]
    }

    #[track_caller]
    fn both_say_the_same(line: &[u8]) {
        match (Entry::parse_line(line), Entry::parse_any_line(line)) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(found), Err(expected)) => assert_eq!(found.to_string(), expected.to_string()),
            (found, _) => panic!("{}: {found:?}", String::from_utf8_lossy(line)),
        }
    }

    #[test]
    fn what_is_common_is_scanned_and_what_is_rare_is_left_to_the_other_reader() {
        let scanned: Vec<bool> = lines().iter().map(|line| scan(line.as_bytes()).is_some()).collect();
        assert_eq!(scanned, [true, true, true, true, true, false, false, false, false, true]);
        lines().iter().for_each(|line| assert!(Entry::parse_line(line.as_bytes()).is_ok(), "{line}"));
    }

    #[test]
    fn a_line_that_is_changed_anywhere_is_judged_as_by_the_other_reader() {
        for line in lines() {
            let line = line.into_bytes();
            both_say_the_same(&line);
            for at in 0..line.len() {
                let mut changed = line.clone();
                for byte in *b"\"\\,:{}[]0 19aAzZ-/\n\0\x1f\x7f\x80\xc2\xff" {
                    changed[at] = byte;
                    both_say_the_same(&changed);
                }
                changed[at] = line[at] ^ 1;
                both_say_the_same(&changed);
                changed.remove(at);
                both_say_the_same(&changed);
                both_say_the_same(&line[..at]);
                both_say_the_same(&line[at..]);
                for text in ["0", " ", "\"", "\u{85}", "\\u0041", "\u{202e}", "null"] {
                    let mut longer = line.clone();
                    longer.splice(at..at, text.bytes());
                    both_say_the_same(&longer);
                }
            }
        }
    }

    #[test]
    fn members_in_another_order_or_twice_are_judged_as_by_the_other_reader() {
        for line in lines() {
            let members: Vec<&str> = line[1..line.len() - 1].split(r#",""#).collect();
            for first in 0..members.len() {
                for second in 0..members.len() {
                    let mut changed = members.clone();
                    changed.swap(first, second);
                    both_say_the_same(format!("{{{}}}", changed.join(r#",""#)).as_bytes());
                    changed = members.clone();
                    changed.insert(first, members[second]);
                    both_say_the_same(format!("{{{}}}", changed.join(r#",""#)).as_bytes());
                }
            }
        }
    }
}
