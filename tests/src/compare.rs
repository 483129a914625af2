//! Compares two trees and names every difference.

use rustix::fs::FileType;

use crate::snapshot::{Node, Snapshot};

/// What a copy may lack without being a worse copy.
#[derive(Clone, Copy, Default)]
pub struct Allowed {
    /// The copy has no devices.
    pub no_devices: bool,
    /// The copy has no set-user-ID and set-group-ID bits.
    pub no_setuid: bool,
    /// The root of the copy is a directory of its own: a bag holds what is below the source, not the source itself.
    pub own_root: bool,
}

/// One sentence for each difference between a tree and its copy; none if they agree.
pub fn differences(original: &Snapshot, copy: &Snapshot, allowed: Allowed) -> Vec<String> {
    let mut sentences = vec![];
    for (path, expected) in original.iter().filter(|(path, _)| !(path.is_empty() && allowed.own_root)) {
        let shown = path.escape_ascii();
        match copy.get(path) {
            Some(found) => {
                sentences.extend(
                    node_differences(expected, found, allowed).into_iter().map(|what| format!("{shown}: {what}")),
                );
            }
            None if allowed.no_devices && is_device(expected) => {}
            None => sentences.push(format!("{shown}: missing")),
        }
    }
    for path in copy.keys().filter(|path| !original.contains_key(*path)) {
        sentences.push(format!("{}: added", path.escape_ascii()));
    }
    sentences
}

fn is_device(node: &Node) -> bool {
    matches!(node.kind, FileType::BlockDevice | FileType::CharacterDevice)
}

fn node_differences(expected: &Node, found: &Node, allowed: Allowed) -> Vec<String> {
    let mut what = vec![];
    let mut compare = |name: &str, expected: String, found: String| {
        if expected != found {
            what.push(format!("{name} {expected} became {found}"));
        }
    };
    compare("kind", format!("{:?}", expected.kind), format!("{:?}", found.kind));
    let setuid = if allowed.no_setuid { 0o6000 } else { 0 };
    // The mode of a link is fixed by the kernel.
    if expected.kind != FileType::Symlink {
        compare("mode", format!("{:o}", expected.mode & !setuid), format!("{:o}", found.mode & !setuid));
    }
    compare("time", format!("{:?}", expected.modified), format!("{:?}", found.modified));
    compare("size", expected.size.to_string(), found.size.to_string());
    compare("content", format!("{:02x?}", expected.content), format!("{:02x?}", found.content));
    compare("data ranges", format!("{:?}", expected.data), format!("{:?}", found.data));
    compare("target", format!("{:?}", expected.target), format!("{:?}", found.target));
    compare("hard link to", format!("{:?}", expected.linked_to), format!("{:?}", found.linked_to));
    compare("device", expected.device.to_string(), found.device.to_string());
    what
}
