//! The states of an exhibit, and what each allows (`docs/spec/custody.md`, "States").

use sealbag_manifest::digest::Sha256Digest;

use crate::event::EventType;
use crate::public_key::PublicKey;
use crate::text::Text;

/// Where the exhibit is in its life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// With the holder.
    Held,
    /// Released and not yet accepted; the releaser is still answerable.
    InTransit {
        /// Hash of the release.
        release: Sha256Digest,
        /// The key that is to accept.
        to: Box<PublicKey>,
        /// Its name, as the release states it.
        to_name: Text,
    },
    /// Opened; a reseal must follow.
    Opened {
        /// Hash of the event.
        since: Sha256Digest,
    },
    /// Under examination.
    UnderExamination {
        /// Hash of the event.
        since: Sha256Digest,
    },
    /// Back with its owner.
    Returned,
    /// Disposed of.
    Disposed,
    /// Sealed again as a new bag.
    Resealed,
}

/// What has to be read at the end of a log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndRemark {
    /// A cosigner has not answered.
    #[error("{}", .0.as_str())]
    CosignerPending(Text),
    /// A release is open.
    #[error("released to {to}")]
    TransferOpen {
        /// The name of the recipient.
        to: String,
    },
    /// Opened, or under examination.
    #[error("{0}")]
    Unfinished(&'static str),
    /// The log has ended with a reseal.
    #[error("resealed")]
    Resealed,
}

impl State {
    /// The name in the spec.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::InTransit { .. } => "in_transit",
            Self::Opened { .. } => "opened",
            Self::UnderExamination { .. } => "under_examination",
            Self::Returned => "returned",
            Self::Disposed => "disposed",
            Self::Resealed => "resealed",
        }
    }

    /// True if an event of this type may come next.
    pub fn allows(&self, kind: EventType) -> bool {
        use EventType as T;
        let is_for_all_but_transit = matches!(
            kind,
            T::Correct | T::Object | T::Incident | T::Countersign | T::RefuseToSign | T::Timestamp | T::Verify
        );
        match self {
            Self::Held => !matches!(kind, T::Accept | T::Refuse | T::Cancel | T::ExamineEnd | T::Reseal),
            Self::InTransit { .. } => matches!(
                kind,
                T::Accept | T::Refuse | T::Cancel | T::Object | T::Incident | T::Countersign | T::Timestamp | T::Verify
            ),
            Self::Opened { .. } => {
                is_for_all_but_transit || matches!(kind, T::Reseal | T::Access | T::Hold | T::Unhold)
            }
            Self::UnderExamination { .. } => {
                is_for_all_but_transit
                    || matches!(kind, T::ExamineEnd | T::Access | T::Copy | T::Disclose | T::Hold | T::Unhold)
            }
            Self::Returned | Self::Disposed | Self::Resealed => is_for_all_but_transit,
        }
    }

    pub(super) fn remark(&self) -> Option<EndRemark> {
        match self {
            Self::InTransit { to_name, .. } => Some(EndRemark::TransferOpen { to: to_name.as_str().to_owned() }),
            Self::Opened { .. } | Self::UnderExamination { .. } => Some(EndRemark::Unfinished(self.name())),
            Self::Resealed => Some(EndRemark::Resealed),
            Self::Held | Self::Returned | Self::Disposed => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_types_that_a_state_allows_are_those_of_the_spec() {
        let spec = include_str!("../../../../docs/spec/custody.md");
        let table = spec.split("| state | types allowed |").nth(1).expect("the table");
        let digest = Sha256Digest([0; 32]);
        let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c";
        let (to, _) = PublicKey::from_line(key).expect("a key");
        let states = [
            ("held", State::Held),
            (
                "in_transit",
                State::InTransit { release: digest, to: Box::new(to), to_name: Text::new("B").expect("a name") },
            ),
            ("opened", State::Opened { since: digest }),
            ("under_examination", State::UnderExamination { since: digest }),
            ("ended", State::Returned),
            ("ended", State::Disposed),
            ("ended", State::Resealed),
        ];
        for (name, state) in states {
            let row = table.lines().find(|line| line.replace('`', "").starts_with(&format!("| {name} |")));
            let cell = row.expect("a row").split('|').nth(2).expect("a cell");
            for kind in EventType::ALL {
                let is_named = cell.contains(&format!("`{kind}`"));
                let expected = if cell.trim().starts_with("all but") { !is_named } else { is_named };
                assert_eq!(state.allows(*kind), expected, "{name}: {kind}");
            }
        }
    }
}
