//! The browser verifier in Chromium, from `file://` with the network off.

mod abreast;
mod acts;
mod collecting;
mod drive;
mod large;
mod native;
mod said;
mod subjects;
mod texts;
mod vectors;
