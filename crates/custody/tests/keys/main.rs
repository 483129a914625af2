//! Keys: lines, fingerprints, private keys at rest, and the files they lie in.

mod files;
mod line;
mod pem;

use sealbag_custody::key::KeyPair;

const LINE: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c";

fn pair() -> KeyPair {
    KeyPair::from_seed(&[1; 32]).expect("a good seed")
}
