//! The roster as OpenSSH's `allowed_signers` (ssh-keygen(1), ALLOWED SIGNERS).

use super::RosterRecord;
use crate::scalar::UtcTime;
use crate::sshsig::Namespace;

impl RosterRecord {
    /// One line a key that is neither retired nor compromised, in the order of the roster.
    pub fn to_allowed_signers(&self) -> String {
        let namespaces = format!("{},{}", Namespace::Seal.as_str(), Namespace::Event.as_str());
        let mut out = String::new();
        for key in self.key.iter().filter(|key| key.retired.is_none() && key.compromised_since.is_none()) {
            let end = key.valid_to.map(|end| format!(",valid-before=\"{}\"", compact(end))).unwrap_or_default();
            let from = compact(key.valid_from);
            out.push_str(&format!(
                "{} namespaces=\"{namespaces}\",valid-after=\"{from}\"{end} {}\n",
                key.person.as_str(),
                key.key.to_line()
            ));
        }
        out
    }
}

/// `YYYYMMDDHHMMSSZ`: with the Z, so that no local time zone is meant.
fn compact(time: UtcTime) -> String {
    time.to_string().chars().filter(|c| !matches!(c, '-' | ':' | 'T')).collect()
}
