//! Trusted time in whole sessions: tokens by `openssl ts` whose clock is set, and what verdict, timeline, custody commands and
//! audit make of them (`docs/spec/time.md`).

mod audit;
mod edge;
mod kept;
mod previous;
mod report;
mod scene;
mod stories;
mod tokens;
