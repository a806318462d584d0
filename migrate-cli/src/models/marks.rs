//! What a compiled file tells without being run: see `model_core::registry::mark`.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use memchr::memmem;
use model_core::registry::{ANSWERS_BACKWARDS, EXPORTED_FUNCTION, MODEL_BACKWARDS};

/// A compiled file.
pub struct Compiled(Vec<u8>);

impl Compiled {
    /// Reads it.
    pub fn read(path: &Path) -> io::Result<Self> {
        Ok(Self(std::fs::read(path)?))
    }

    /// Whether a program prints its models, and ends, when it is asked for them.
    pub fn answers(&self) -> bool {
        memmem::find(&self.0, &forwards(ANSWERS_BACKWARDS)).is_some()
    }

    /// Whether a library has the function that tells its models.
    pub fn exports(&self) -> bool {
        memmem::find(&self.0, EXPORTED_FUNCTION.as_bytes()).is_some()
    }

    /// The models in it, by the full paths of their structs.
    pub fn models(&self) -> BTreeSet<String> {
        let mark = forwards(MODEL_BACKWARDS);
        memmem::find_iter(&self.0, &mark)
            .filter_map(|place| {
                let rest = &self.0[place + mark.len()..];
                let end = rest.iter().position(|byte| *byte == b'\n')?;
                let path = std::str::from_utf8(&rest[..end]).ok()?;
                let is_path = |c: char| c == ':' || c == '_' || c == '#' || c.is_alphanumeric();
                (path.contains("::") && path.chars().all(is_path)).then(|| path.to_owned())
            })
            .collect()
    }
}

fn forwards(text: &str) -> Vec<u8> {
    // The compiler could turn it around itself, and this program would then be taken for one that
    // answers.
    std::hint::black_box(text).bytes().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn models_are_found_by_their_marks() {
        let mark = model_core::mark_of_model!("Thing");
        let bytes = [b"\0\x01", mark.as_bytes(), &forwards(MODEL_BACKWARDS), b"no path\n"].concat();
        let found: Vec<String> = Compiled(bytes).models().into_iter().collect();
        assert_eq!(found, [concat!(module_path!(), "::Thing")]);
        assert!(Compiled(Vec::new()).models().is_empty());
    }

    #[test]
    fn this_program_is_not_taken_for_its_own_models() {
        let this = std::env::current_exe().expect("a file");
        let found = Compiled::read(&this).expect("a program").models();
        assert!(found.iter().all(|path| path.ends_with("::tests::Thing")), "{found:?}");
    }
}
