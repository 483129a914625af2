//! The strict records: seal, event, roster, draft. Which is meant, the format line says.

use sealbag_custody::event::{EVENT_FORMAT, EventRecord};
use sealbag_custody::record::{RecordError, format_of};
use sealbag_custody::roster::{DRAFT_FORMAT, ROSTER_FORMAT, RosterDraft, RosterRecord};
use sealbag_custody::seal_record::{SEAL_FORMAT, SealRecord};
use sealbag_manifest::text::is_plain;

pub(super) fn records(data: &[u8]) {
    let written = match format_of(data) {
        Some(EVENT_FORMAT) => match EventRecord::parse(data) {
            Ok(record) => Ok(record.to_bytes()),
            Err(error) => {
                assert!(is_plain(&error.to_string()), "{error}");
                return;
            }
        },
        Some(ROSTER_FORMAT) => RosterRecord::parse(data).map(|record| record.to_bytes()),
        Some(DRAFT_FORMAT) => RosterDraft::parse(data).map(|record| record.to_bytes()),
        found => {
            let record = SealRecord::parse(data);
            assert!(record.is_err() || found == Some(SEAL_FORMAT));
            record.map(|record| record.to_bytes())
        }
    };
    match written {
        Ok(written) => assert_eq!(written.expect("a record that was read can be written"), data),
        Err(error) => refused(&error),
    }
}

/// What is said of a record that is refused is safe to show.
pub(super) fn refused(error: &RecordError) {
    let text = error.to_string();
    assert!(!text.is_empty() && is_plain(&text), "{text:?}");
}
