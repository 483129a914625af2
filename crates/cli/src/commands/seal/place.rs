//! Where the bag is to lie.

use std::path::{Path, PathBuf};

use sealbag::seal;

use super::{Seal, SealUsageError};
use crate::diagnose::CliError;
use crate::terminal::shown;

impl Seal {
    /// Where the interrupted seal lies: `--out`, else the only positional argument, else by the exhibit.
    pub(super) fn interrupted_bag(&self) -> Result<PathBuf, CliError> {
        let named = |path: &Path| match path.as_os_str().as_encoded_bytes().ends_with(b".partial") {
            true => path.with_extension(""),
            false => without_final_slash(path),
        };
        let missing = || SealUsageError::missing("the bag to go on with (--out BAG)");
        let (bag, sources) = match (&self.out, self.sources.as_slice(), &self.exhibit) {
            (Some(out), sources, _) => (named(out), sources),
            (None, [only], None) => (named(only), &[][..]),
            (None, sources, Some(exhibit)) => (default_bag(exhibit), sources),
            _ => return Err(missing().into()),
        };
        if !sources.is_empty() {
            let begun_with = seal::interrupted_sources(&bag)?;
            let given: Vec<_> = sources.iter().filter_map(|path| std::path::absolute(path).ok()).collect();
            if !begun_with.is_empty() && given != begun_with {
                let begun_with = begun_with.iter().map(|path| shown(path)).collect();
                return Err(SealUsageError::OtherSources { begun_with }.into());
            }
        }
        Ok(bag)
    }
}

/// `A1.bag/`, as a shell completes it, is `A1.bag`.
pub(super) fn without_final_slash(path: &Path) -> PathBuf {
    path.components().collect()
}

/// `EXHIBIT.bag` in this directory, in characters that every file system takes and no program takes as an option.
pub(super) fn default_bag(exhibit: &str) -> PathBuf {
    let safe = exhibit.replace('/', "-");
    let stored = sealbag_manifest::stored::stored_component(safe.as_bytes(), false);
    PathBuf::from(match stored.strip_prefix('-') {
        Some(rest) => format!("=2D{rest}.bag"),
        None => format!("{stored}.bag"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bag_named_by_its_exhibit_is_never_an_option() {
        assert_eq!(default_bag("A1"), Path::new("A1.bag"));
        assert_eq!(default_bag("7/26"), Path::new("7-26.bag"));
        assert_eq!(default_bag("-rf"), Path::new("=2Drf.bag"));
        assert_eq!(default_bag("/1"), Path::new("=2D1.bag"));
        assert_eq!(default_bag("--"), Path::new("=2D-.bag"));
    }
}
