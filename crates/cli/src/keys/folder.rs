//! The folder of this user's keys and settings.

use std::env;
use std::path::{Path, PathBuf};

use super::KeysError;

/// The folder for keys and settings of this user, made if need be so that nobody else can look into it.
///
/// # Errors
/// If it cannot be made.
pub(crate) fn make_folder(path: &Path) -> Result<(), KeysError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|source| KeysError::Folder { path: path.to_owned(), source })
}

/// The key that is used when none is named: `sealbag/key` in the user's configuration folder.
pub(crate) fn default_path() -> Option<PathBuf> {
    configuration_folder(|name| env::var_os(name).map(PathBuf::from)).map(|folder| folder.join("sealbag").join("key"))
}

/// A file of this user's settings, if it is there: `sealbag/NAME` in the configuration folder.
pub(crate) fn configured(name: &str) -> Option<PathBuf> {
    let path = default_path()?.with_file_name(name);
    // Whatever has the name was meant: what cannot be read is an error, not as if it were not there.
    path.symlink_metadata().is_ok().then_some(path)
}

/// `XDG_CONFIG_HOME` where it is set, else the place that the system's own programs use. A relative path counts as unset,
/// because the key would depend on the directory that the program was started in.
fn configuration_folder(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let folder = |name| variable(name).filter(|path| path.is_absolute());
    folder("XDG_CONFIG_HOME").or_else(|| {
        if cfg!(windows) {
            folder("APPDATA")
        } else if cfg!(target_os = "macos") {
            folder("HOME").map(|home| home.join("Library/Application Support"))
        } else {
            folder("HOME").map(|home| home.join(".config"))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn configuration_folder_follows_xdg_and_ignores_relative_paths() {
        let folder = |xdg: Option<&str>, home: Option<&str>| {
            configuration_folder(|name| match name {
                "XDG_CONFIG_HOME" => xdg.map(PathBuf::from),
                "HOME" => home.map(PathBuf::from),
                _ => None,
            })
        };
        assert_eq!(folder(Some("/x"), Some("/home/a")), Some("/x".into()));
        assert_eq!(folder(None, Some("/home/a")), Some("/home/a/.config".into()));
        assert_eq!(folder(Some("x"), Some("/home/a")), Some("/home/a/.config".into()));
        assert_eq!(folder(Some(""), None), None);
        assert_eq!(folder(None, Some("home")), None);
    }
}
