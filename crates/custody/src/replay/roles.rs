//! Which roles may sign what, where a roster says who has which (`docs/spec/custody.md`, "Roles").

use crate::event::EventType;
use crate::roster::RosterKey;

/// Who may sign.
#[derive(Clone, Copy, Debug)]
pub(super) enum Allowed {
    /// Every role, also one that this version does not know.
    All,
    /// These.
    Only(&'static [&'static str]),
}

impl Allowed {
    /// True if one of the key's roles is among them.
    pub(super) fn admits(self, key: &RosterKey) -> bool {
        match self {
            Self::All => true,
            Self::Only(roles) => has_one_of(key, roles),
        }
    }
}

impl Allowed {
    /// True if one of these roles is among them.
    pub(super) fn admits_one_of(self, roles: &[&str]) -> bool {
        match self {
            Self::All => !roles.is_empty(),
            Self::Only(allowed) => roles.iter().any(|role| allowed.contains(role)),
        }
    }
}

/// True if the key has one of these roles.
pub(super) fn has_one_of(key: &RosterKey, roles: &[&str]) -> bool {
    key.roles.iter().any(|role| roles.contains(&role.as_str()))
}

const INVESTIGATION: &[&str] =
    &["investigator", "inquirer", "specialist", "expert", "submitter", "foreign_authority", "central_authority"];
const FURTHER_BAG: &[&str] = &[
    "investigator",
    "inquirer",
    "specialist",
    "expert",
    "custodian",
    "prosecutor",
    "judge",
    "court",
    "submitter",
    "foreign_authority",
    "central_authority",
];
const HAND_OVER: &[&str] = &[
    "investigator",
    "inquirer",
    "specialist",
    "expert",
    "custodian",
    "courier",
    "prosecutor",
    "submitter",
    "foreign_authority",
    "central_authority",
];

/// Who may seal.
pub(super) fn for_seal(follows_another: bool) -> Allowed {
    Allowed::Only(if follows_another { FURTHER_BAG } else { INVESTIGATION })
}

/// Who may sign an event of a type.
pub(super) fn for_event(kind: EventType) -> Allowed {
    use EventType as T;
    match kind {
        T::Release | T::Accept | T::Refuse | T::Cancel => Allowed::Only(HAND_OVER),
        T::Export => Allowed::Only(&["investigator", "inquirer", "prosecutor", "central_authority"]),
        T::Redact | T::ExamineStart | T::ExamineEnd => Allowed::Only(&["specialist", "expert"]),
        T::Open | T::Reseal => Allowed::Only(&["investigator", "inquirer", "specialist", "expert", "custodian"]),
        T::Disclose => Allowed::Only(&["investigator", "inquirer", "prosecutor", "judge", "court"]),
        T::Hold | T::Unhold => Allowed::Only(&["prosecutor", "judge", "court"]),
        T::Return | T::RefuseToSign => {
            Allowed::Only(&["investigator", "inquirer", "specialist", "expert", "custodian", "prosecutor"])
        }
        T::Dispose => Allowed::Only(&["custodian"]),
        T::Copy | T::Store | T::Access | T::Correct => Allowed::All,
        T::Countersign | T::Object | T::Incident | T::Timestamp | T::Verify => Allowed::All,
    }
}

/// Who may do so without being the holder.
pub(super) fn beside_holder(kind: EventType) -> &'static [&'static str] {
    match kind {
        EventType::Copy => &["custodian", "specialist", "expert"],
        EventType::Store | EventType::Access => &["custodian"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_roles_of_the_spec_are_those_of_the_program() {
        let spec = include_str!("../../../../docs/spec/custody.md");
        let section = spec.split("### Roles").nth(1).and_then(|rest| rest.split("### ").next()).expect("the section");
        let row_of = |name: &str| {
            section.lines().filter(|line| line.starts_with('|')).find_map(|line| {
                let mut cells = line.trim_matches('|').split('|');
                let types = cells.next()?;
                types.split(',').any(|cell| cell.trim() == format!("`{name}`")).then(|| cells.next())?
            })
        };
        for kind in EventType::ALL {
            let row = row_of(kind.name()).unwrap_or_else(|| panic!("no row for {kind}")).trim();
            match for_event(*kind) {
                Allowed::All => assert!(row.starts_with("`*`"), "{kind}: {row}"),
                Allowed::Only(roles) => assert_eq!(row, roles.join(", "), "{kind}"),
            }
        }
        for (previous, text) in [(false, "`seal` without `[previous]`"), (true, "`seal` with `[previous]`")] {
            let Allowed::Only(roles) = for_seal(previous) else { panic!("a seal needs a role") };
            assert!(section.contains(&format!("| {text} | {} |", roles.join(", "))), "{text}");
        }
    }
}
