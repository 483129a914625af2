//! Disks that are small, and a disk whose power can be cut. Mounting needs root.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use tempfile::TempDir;

fn run(program: &str, arguments: &[&str]) {
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("cannot start {program}: {error}"));
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain name")
}

/// A file system mounted until it is dropped.
struct Mounted {
    folder: TempDir,
}

impl Mounted {
    fn new(mount: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        mount(folder.path());
        Self { folder }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").args(["-l", text(self.folder.path())]).status();
    }
}

/// A small file system in memory.
pub struct Tmpfs(Mounted);

impl Tmpfs {
    /// With room for `size` and, if given, this many files.
    pub fn mount(size: &str, files: Option<u32>) -> Self {
        let mut options = format!("size={size}");
        if let Some(files) = files {
            options.push_str(&format!(",nr_inodes={files}"));
        }
        Self(Mounted::new(|place| run("mount", &["-t", "tmpfs", "-o", &options, "tmpfs", text(place)])))
    }

    /// Where it is mounted.
    pub fn path(&self) -> &Path {
        self.0.folder.path()
    }

    /// Makes room.
    pub fn grow(&self) {
        run("mount", &["-o", "remount,size=64m,nr_inodes=1000", text(self.path())]);
    }
}

/// An ext4 file system in a file.
pub struct PowerCut {
    mounted: Mounted,
    image: PathBuf,
    _folder: TempDir,
}

impl PowerCut {
    /// One of 32 MiB.
    pub fn mount() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let image = folder.path().join("image");
        std::fs::File::create(&image).and_then(|file| file.set_len(32 << 20)).expect("an image");
        run("mkfs.ext4", &["-q", text(&image)]);
        let mounted = Mounted::new(|place| run("mount", &["-o", "loop", text(&image), text(place)]));
        Self { mounted, image, _folder: folder }
    }

    /// Where it is mounted.
    pub fn path(&self) -> &Path {
        self.mounted.folder.path()
    }

    /// A run that seals meanwhile has a copy of all mounts; as long as it lives, mounting would give the file system that was
    /// shut down.
    fn wait_until_free(&self) {
        let deadline = Instant::now() + Duration::from_secs(60);
        loop {
            let output = Command::new("losetup").args(["--associated", text(&self.image)]).output();
            if output.expect("losetup starts").stdout.is_empty() {
                return;
            }
            assert!(Instant::now() < deadline, "the disk is still in use");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Drops everything that is not on the disk yet, the journal's last transaction too, and mounts what is left.
    pub fn cut_power(&self) {
        let place = text(self.path());
        // EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH
        let shut_down = "import fcntl, os, struct, sys\n\
                         fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack('I', 2))";
        run("python3", &["-c", shut_down, place]);
        run("umount", &[place]);
        self.wait_until_free();
        run("mount", &["-o", "loop", text(&self.image), place]);
    }
}
