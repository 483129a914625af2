//! What a record calls something, as a message of the catalogue.

use crate::Said;

/// What happened, by the type of the event.
pub fn event(name: &str) -> Said {
    Said::named("event", name, name)
}

/// The state of an exhibit.
pub fn state(name: &str) -> Said {
    Said::named("state", if name == "held" { "in_custody" } else { name }, name)
}

/// A role of a roster.
pub fn role(name: &str) -> Said {
    Said::named("role", name, name)
}

/// Roles as an event states those of its actor, side by side.
pub fn roles(names: &str) -> Said {
    Said::joined(names.split(", ").map(role), ", ")
}

/// A field or table of a record.
pub fn field(name: &str) -> Said {
    Said::named("field", name, &name.replace('_', " "))
}

/// A field `table.key` of a record, from the table on.
pub fn field_path(path: &str) -> Said {
    Said::joined(path.split('.').map(field), ", ")
}
