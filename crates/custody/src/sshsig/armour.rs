//! The text form of a signature: base64 in lines of 70 between two marks (OpenSSH PROTOCOL.sshsig).

use base64ct::{Base64, Encoding};

/// First line of an armoured signature.
pub const BEGIN: &str = "-----BEGIN SSH SIGNATURE-----\n";
/// Last line of an armoured signature.
pub const END: &str = "-----END SSH SIGNATURE-----\n";

/// The largest armour, in bytes. An Ed25519 signature takes about 300, one of a security key about 450.
pub const MAX_ARMOUR_LEN: usize = 8 * 1024;

/// Base64 characters on a line, as ssh-keygen writes them.
const COLUMNS: usize = 70;

/// Writes the one armour of a blob.
pub(crate) fn encode(blob: &[u8]) -> String {
    let base64 = Base64::encode_string(blob);
    let mut text = String::with_capacity(base64.len() + base64.len() / COLUMNS + 64);
    text.push_str(BEGIN);
    let mut rest = base64.as_str();
    while !rest.is_empty() {
        let (line, tail) = rest.split_at(rest.len().min(COLUMNS));
        text.push_str(line);
        text.push('\n');
        rest = tail;
    }
    text.push_str(END);
    text
}

/// Reads the blob of an armour; `None` unless the bytes are exactly its one armour.
pub(crate) fn decode(armour: &[u8]) -> Option<Vec<u8>> {
    if armour.len() > MAX_ARMOUR_LEN {
        return None;
    }
    let body = armour.strip_prefix(BEGIN.as_bytes())?.strip_suffix(END.as_bytes())?;
    let base64: Vec<u8> = body.iter().copied().filter(|byte| *byte != b'\n').collect();
    let blob = Base64::decode_vec(std::str::from_utf8(&base64).ok()?).ok()?;
    (encode(&blob).as_bytes() == armour).then_some(blob)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_armour_over_the_limit_is_not_read() {
        // The text grows by four characters for three bytes, so the lengths around the limit are all tried.
        for size in 5_900..6_200 {
            let blob = vec![7; size];
            let armour = encode(&blob);
            let expected = (armour.len() <= MAX_ARMOUR_LEN).then_some(blob);
            assert_eq!(decode(armour.as_bytes()), expected, "{} bytes", armour.len());
        }
    }
}
