//! The SSH wire encoding of strings: a big-endian 32-bit length, then the bytes (RFC 4251, section 5).

/// Reads fields from a blob without copying; every read is bounded by what is there.
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Begins at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The next `len` bytes; `None` if fewer are left.
    pub fn bytes(&mut self, len: usize) -> Option<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(len)?;
        self.0 = tail;
        Some(head)
    }

    /// The next byte.
    pub fn byte(&mut self) -> Option<u8> {
        self.bytes(1).map(|bytes| bytes[0])
    }

    /// The next four bytes, as a big-endian number.
    pub fn u32(&mut self) -> Option<u32> {
        self.bytes(4)?.try_into().ok().map(u32::from_be_bytes)
    }

    /// The next string; `None` if its length or its bytes are not all there.
    pub fn string(&mut self) -> Option<&'a [u8]> {
        let len = usize::try_from(self.u32()?).ok()?;
        self.bytes(len)
    }

    /// True after the last byte.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Appends a string.
///
/// # Panics
/// If it has 4 GiB or more. The strings of keys, signatures and requests to sign are far below.
pub fn push_string(out: &mut Vec<u8>, bytes: &[u8]) {
    let len = u32::try_from(bytes.len()).expect("a field of a key or signature is short");
    out.extend_from_slice(&len.to_be_bytes());
    out.extend_from_slice(bytes);
}
