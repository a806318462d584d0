//! What a compiled file tells without being run: which models are in it, and whether its program
//! answers when it is asked for them.
//!
//! Both are texts that lie in the file. Whoever looks for them has them backwards, so that a
//! program which looks is not taken for one that answers.

/// What stands before the path of each model in a compiled file, backwards. A line's end stands
/// after the path.
pub const MODEL_BACKWARDS: &str = " :ledom a sah eroc-ledom";

/// What a program has in it that prints its models when it is asked, backwards.
pub const ANSWERS_BACKWARDS: &str = ".deksa si ti nehw sledom sti stnirp margorp sihT :eroc-ledom";

/// The mark of the model of this name in the module that calls the macro.
#[doc(hidden)]
#[macro_export]
macro_rules! mark_of_model {
    ($name:literal) => {
        ::core::concat!("model-core has a model: ", ::core::module_path!(), "::", $name, "\n")
    };
}

/// The path of the model that a mark is of.
pub(super) fn path(mark: &str) -> &str {
    mark.rsplit(' ').next().unwrap_or_default().trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn backwards(text: &str) -> String {
        text.chars().rev().collect()
    }

    #[test]
    fn a_mark_begins_as_it_is_looked_for() {
        let mark = crate::mark_of_model!("Thing");
        let path = mark.strip_prefix(&backwards(MODEL_BACKWARDS)).expect("the mark's beginning");
        assert_eq!(path, concat!(module_path!(), "::Thing\n"));
        assert_eq!(super::path(mark), path.trim_end());
    }

    #[test]
    #[cfg(debug_assertions)]
    fn what_answers_is_what_is_looked_for() {
        assert_eq!(super::super::export::ANSWERS, backwards(ANSWERS_BACKWARDS));
    }
}
