//! URIs of keys in PKCS#11 tokens.

use sealbag_signers::token::uri::{SCHEME, TokenUri};

/// A URI that is read and written again with every byte escaped means the same.
pub(super) fn token_uri(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let uri = match TokenUri::parse(text) {
        Ok(uri) => uri,
        Err(error) => {
            let told = error.to_string();
            assert!(sealbag_manifest::text::is_plain(&told), "{told:?}");
            return;
        }
    };
    let wanted = &uri.selection;
    let texts = [
        ("token", &wanted.token),
        ("serial", &wanted.serial),
        ("manufacturer", &wanted.manufacturer),
        ("model", &wanted.model),
        ("object", &wanted.object),
    ];
    let texts = texts.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?.as_bytes())));
    let parts = texts.chain(wanted.id.as_deref().map(|id| ("id", id)));
    let path: Vec<_> = parts.map(|(name, value)| format!("{name}={}", escaped(value))).collect();
    let mut again = format!("{SCHEME}{}", path.join(";"));
    if let Some(module) = &uri.module {
        again.push_str(&format!("?module-path={}", escaped(module.as_os_str().as_encoded_bytes())));
    }
    // Escaped, it may be longer than one may be.
    match TokenUri::parse(&again) {
        Ok(read) => assert_eq!(read, uri, "{again}"),
        Err(error) => assert!(again.len() > sealbag_signers::token::uri::MAX_URI_LEN, "{error}: {again}"),
    }
}

fn escaped(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("%{byte:02X}")).collect()
}

/// URIs to begin with.
pub(super) const SEEDS: [&str; 5] = [
    "pkcs11:token=Crime%20Lab;serial=0042;object=officer;id=%00%ffA;type=private?module-path=/usr/lib/softhsm/libsofthsm2.so",
    "pkcs11:",
    "pkcs11:object=a?pin-value=1234",
    "pkcs11:token=a;token=a",
    "pkcs11:object=%4",
];
