#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| sealbag_tests::fuzz::run("packed", data));
