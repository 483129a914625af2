//! An interrupted extraction goes on by the same command, gives the same tree as one that was never interrupted, and
//! neither trusts nor harms what lies in its place.

mod disks;
mod existing;
mod killed;
mod mark;
mod scene;
