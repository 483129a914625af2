//! Names of segment files: `disk.E01` to `disk.E99`, then `disk.EAA` to `disk.ZZZ`; `.s01` and `.Ex01` likewise.

/// Highest number that a name can have, for the first letter `E`.
pub const MAX_SEGMENTS: u32 = 99 + 22 * 26 * 26;

/// Whether the letters of another name are written as in this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// As in the name at hand.
    AsFound,
    /// The other way: sets were renamed by systems that know no case.
    Other,
}

/// The name of a segment file, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentName {
    stem: Vec<u8>,
    /// The first letter of the first segment, as upper case: `E` or `S`.
    family: u8,
    is_second_version: bool,
    is_upper: bool,
    number: u32,
}

impl SegmentName {
    /// Takes a file name apart; `None` if no segment is called so. From number 100 on the extensions are letters only and
    /// belong to everything else too (`.EXE`), so such a name is not taken as a segment by itself.
    pub fn parse(name: &[u8]) -> Option<Self> {
        let dot = name.iter().rposition(|&byte| byte == b'.').filter(|&dot| dot > 0)?;
        let (stem, extension) = (&name[..dot], &name[dot + 1..]);
        let (&first, rest) = extension.split_first()?;
        let (digits, is_second_version) = match rest {
            [b'x' | b'X', digits @ ..] if digits.len() == 2 => (digits, true),
            digits => (digits, false),
        };
        let family = first.to_ascii_uppercase();
        let is_known = family == b'E' || family == b'S' && !is_second_version;
        let [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] = *digits else { return None };
        let number = u32::from(tens - b'0') * 10 + u32::from(ones - b'0');
        (is_known && number > 0).then(|| Self {
            stem: stem.to_vec(),
            family,
            is_second_version,
            is_upper: first.is_ascii_uppercase(),
            number,
        })
    }

    /// The number, from 1.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// True for names of the second version of the format.
    pub fn is_second_version(&self) -> bool {
        self.is_second_version
    }

    /// True for the extensions of SMART, which are used for other things too.
    pub fn is_smart(&self) -> bool {
        self.family == b'S'
    }

    /// The name of another segment of the set; `None` if there is no such name.
    pub fn with_number(&self, number: u32, case: Case) -> Option<Vec<u8>> {
        let mut extension = Vec::with_capacity(4);
        let beyond = match number {
            0 => return None,
            1..=99 => None,
            _ => Some(number - 100),
        };
        let letter = |count: u32| u8::try_from(count % 26).ok().map(|count| b'A' + count);
        // The second version keeps its first letter and counts on in its second.
        let (lead, last_lead) = if self.is_second_version { (b'X', b'Z') } else { (self.family, b'Z') };
        let lead = u32::from(lead) + beyond.unwrap_or(0) / (26 * 26);
        let lead = u8::try_from(lead).ok().filter(|&lead| lead <= last_lead)?;
        if self.is_second_version {
            extension.push(self.family);
        }
        extension.push(lead);
        match beyond {
            None => extension.extend_from_slice(format!("{number:02}").as_bytes()),
            Some(beyond) => extension.extend([letter(beyond / 26)?, letter(beyond)?]),
        }
        let is_upper = self.is_upper == (case == Case::AsFound);
        if !is_upper {
            extension.make_ascii_lowercase();
        } else if self.is_second_version {
            extension[1].make_ascii_lowercase();
        }
        Some([self.stem.as_slice(), b".", &extension].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other(name: &str, number: u32) -> Option<String> {
        let name = SegmentName::parse(name.as_bytes()).expect("the name of a segment");
        name.with_number(number, Case::AsFound).map(|name| String::from_utf8(name).expect("text"))
    }

    #[test]
    fn names_count_on_as_imaging_tools_do() {
        let table = [
            ("a.E01", 2, "a.E02"),
            ("a.E01", 99, "a.E99"),
            ("a.E01", 100, "a.EAA"),
            ("a.E01", 125, "a.EAZ"),
            ("a.E01", 126, "a.EBA"),
            ("a.E01", 775, "a.EZZ"),
            ("a.E01", 776, "a.FAA"),
            ("a.E01", MAX_SEGMENTS, "a.ZZZ"),
            ("a.e01", 100, "a.eaa"),
            ("disk 1.s01", 3, "disk 1.s03"),
            ("a.s01", 776, "a.taa"),
            ("a.Ex01", 2, "a.Ex02"),
            ("a.Ex01", 100, "a.ExAA"),
            ("a.Ex01", 776, "a.EyAA"),
        ];
        for (first, number, expected) in table {
            assert_eq!(other(first, number).as_deref(), Some(expected));
        }
        assert_eq!(other("a.E01", MAX_SEGMENTS + 1), None);
        assert_eq!(other("a.E01", 0), None);
        assert_eq!(other("a.E01", u32::MAX), None);
    }

    #[test]
    fn the_other_case_of_a_name_is_known() {
        let name = SegmentName::parse(b"A.E01").expect("the name of a segment");
        assert_eq!(name.with_number(2, Case::Other).as_deref(), Some(&b"A.e02"[..]));
    }

    #[test]
    fn only_numbered_names_are_segments_by_themselves() {
        for name in
            ["a.EXE", "a.EAA", "a.E00", "a.E1", "a.E001", ".E01", "E01", "a.Sx01", "a.L01", "a.E01.txt", "a.", ""]
        {
            assert_eq!(SegmentName::parse(name.as_bytes()), None, "{name}");
        }
        assert_eq!(SegmentName::parse(b"a.E42").map(|name| name.number()), Some(42));
        assert!(SegmentName::parse(b"a.ex01").is_some_and(|name| name.is_second_version()));
        assert!(SegmentName::parse(b"\xff.S01").is_some_and(|name| name.is_smart()));
    }
}
