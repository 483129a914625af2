//! A bag made of another: what it carries, what it refuses, what an interruption leaves.

mod copy {
    mod carried;
    mod copied;
    mod interrupted;
    mod log;
    mod planted;
    mod refused;
    mod scene;
    mod signing;
}
