//! Loads a library in a process of its own and has it write its models to a file.
//!
//! In a process of its own, because what a library does when it is loaded is not ours to know: it
//! may crash, print, or leave threads behind.
#![allow(unsafe_code)]

use std::ffi::{OsString, c_void};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use model_core::registry::{EXPORTED_FUNCTION, ExportedFunction};

/// The first argument of the process that does it.
pub const COMMAND: &str = "__read-registry";

/// The two files of a child process: the library, and where its models go. `None` where this
/// process is another one.
///
/// Read here and not as one of the commands, so that nobody is offered it.
pub fn asked(mut arguments: impl Iterator<Item = OsString>) -> Option<(PathBuf, PathBuf)> {
    (arguments.nth(1)? == COMMAND).then_some(())?;
    Some((arguments.next()?.into(), arguments.next()?.into()))
}

/// What the child does.
pub fn child((library, file): &(PathBuf, PathBuf)) -> ExitCode {
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

fn read(library: &Path) -> Result<Vec<u8>, String> {
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
