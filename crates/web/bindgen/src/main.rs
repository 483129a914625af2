//! `sealbag-bindgen WASM FOLDER`: writes `verifier.js` and `verifier_bg.wasm` into the folder.

use std::env::args_os;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let paths: Vec<PathBuf> = args_os().skip(1).map(PathBuf::from).collect();
    let [wasm, folder] = &paths[..] else {
        eprintln!("usage: sealbag-bindgen WASM FOLDER");
        return ExitCode::FAILURE;
    };
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    let made = bindgen.input_path(wasm).out_name("verifier").typescript(false).remove_name_section(true);
    let made = made.remove_producers_section(true).no_modules(true).and_then(|bindgen| bindgen.generate(folder));
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sealbag-bindgen: {error:?}");
            ExitCode::FAILURE
        }
    }
}
