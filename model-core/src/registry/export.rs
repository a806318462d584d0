//! How another program asks this one for its models, with no line of set-up in it.
//!
//! A dynamic library built of the package has the function [`EXPORTED_FUNCTION`]. A binary run
//! with [`PRINT_VARIABLE`] in its environment writes the models to the file named there and ends
//! before its `main`; only with debug assertions, so that no shipped program can be made to.

use std::ffi::c_void;

/// The name of the function of type [`ExportedFunction`] in a dynamic library that links this
/// crate.
pub const EXPORTED_FUNCTION: &str = "model_core_registry_json";

/// The environment variable whose value is the path of the file to write the models to.
pub const PRINT_VARIABLE: &str = "MODEL_CORE_PRINT_REGISTRY";

/// What takes the text: its first byte, its length in bytes, and what the caller passed along.
/// The text is UTF-8 and lives until the receiver returns.
pub type Receiver = extern "C" fn(*const u8, usize, *mut c_void);

/// The function under [`EXPORTED_FUNCTION`]: calls the receiver once with [`json`](super::json).
pub type ExportedFunction = extern "C" fn(Receiver, *mut c_void);

// The one name that a loader can look up; nothing else in a program has a reason to use it.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
extern "C" fn model_core_registry_json(receiver: Receiver, context: *mut c_void) {
    let text = super::json();
    receiver(text.as_ptr(), text.len(), context);
}

#[cfg(all(test, debug_assertions))]
pub(super) use constructor::ANSWERS;

/// Runs before `main`. The models announce themselves in constructors too, and those come first:
/// on Windows by the name of the section, elsewhere because the linker takes a crate before the
/// crates it depends on.
#[cfg(debug_assertions)]
mod constructor {
    /// Lies in the file of every program that has this constructor, and in no other.
    pub const ANSWERS: &str = "model-core: This program prints its models when it is asked.";

    extern "C" fn print_if_asked() {
        // The linker leaves out a text that nothing uses.
        std::hint::black_box(ANSWERS);
        let Some(path) = std::env::var_os(super::PRINT_VARIABLE) else { return };
        let status = match std::fs::write(&path, super::super::json()) {
            Ok(()) => 0,
            Err(error) => {
                eprintln!("can't write the models to {}: {error}", path.display());
                1
            }
        };
        std::process::exit(status);
    }

    // Only a section makes the loader run something before `main`.
    #[allow(unsafe_code)]
    #[used]
    #[cfg_attr(
        any(
            target_os = "linux",
            target_os = "android",
            target_os = "freebsd",
            target_os = "netbsd",
            target_os = "openbsd",
            target_os = "dragonfly",
            target_os = "illumos",
            target_os = "solaris"
        ),
        unsafe(link_section = ".init_array")
    )]
    #[cfg_attr(
        target_vendor = "apple",
        unsafe(link_section = "__DATA,__mod_init_func,mod_init_funcs")
    )]
    #[cfg_attr(windows, unsafe(link_section = ".CRT$XCY"))]
    static PRINT_IF_ASKED: extern "C" fn() = print_if_asked;
}
