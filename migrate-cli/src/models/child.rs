//! Loads a library in a process of its own and has it write its models to a file.
//!
//! In a process of its own, because what a library does when it is loaded is not ours to know: it
//! may crash, print, or leave threads behind.
#![allow(unsafe_code)]

use std::ffi::c_void;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use model_core::registry::{EXPORTED_FUNCTION, ExportedFunction};

use crate::problem::{Problem, Result};

/// The hidden command that does it.
pub const COMMAND: &str = "__read-registry";

/// What the child is told.
#[derive(Debug, clap::Args)]
pub struct ChildArgs {
    library: PathBuf,
    file: PathBuf,
}

/// Starts the child and waits for it.
pub fn run(library: &Path, file: &Path, origin: &str) -> Result<()> {
    let this = std::env::current_exe()
        .map_err(|e| Problem::new("could not find this program's own file").because(e))?;
    let output = Command::new(this)
        .arg(COMMAND)
        .args([library, file])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .output()
        .map_err(|e| Problem::new("could not start a process to read the models").because(e))?;
    if output.status.success() && file.is_file() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    let cause = match said.is_empty() {
        true => format!("the process that loaded it ended with {}", output.status),
        false => said,
    };
    Err(Problem::new(format!("the library of {origin} did not tell its models"))
        .because(cause)
        .help("does it depend on model-core, in the same version as `migrate`? Or name a binary with --bin"))
}

/// What the child does.
pub fn child(ChildArgs { library, file }: &ChildArgs) -> ExitCode {
    match read(library).and_then(|json| std::fs::write(file, json).map_err(|e| e.to_string())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

extern "C" fn collect(bytes: *const u8, length: usize, into: *mut c_void) {
    // SAFETY: `ExportedFunction` promises a buffer that is valid during this call, and
    // `into` is the `Vec` that `read` handed to it.
    unsafe {
        let into = &mut *into.cast::<Vec<u8>>();
        into.extend_from_slice(std::slice::from_raw_parts(bytes, length));
    }
}

fn read(library: &Path) -> std::result::Result<Vec<u8>, String> {
    let mut json: Vec<u8> = Vec::new();
    // SAFETY: the library was built a moment ago from the person's own package, and this process
    // does nothing else. The symbol's type is a contract with `model-core`, and the format number
    // in the JSON stands for its version.
    unsafe {
        let library = libloading::Library::new(library).map_err(|e| e.to_string())?;
        let registry: libloading::Symbol<'_, ExportedFunction> =
            library.get(EXPORTED_FUNCTION).map_err(|e| e.to_string())?;
        registry(collect, (&raw mut json).cast());
        // Unloading would run destructors of code that may still have threads.
        std::mem::forget(library);
    }
    Ok(json)
}
