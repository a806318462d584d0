//! Names for things whose own name is taken for a while, such as one of two columns that swap names.

use std::collections::BTreeSet;

/// How long an identifier may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentifierLimit {
    /// As long as one likes.
    None,
    /// So many bytes of UTF-8.
    Bytes(usize),
    /// So many characters.
    Characters(usize),
}

impl IdentifierLimit {
    /// As much of the start of `name` as fits together with `ending`. No character is split.
    pub fn cut<'a>(self, name: &'a str, ending: &str) -> &'a str {
        let end = match self {
            Self::None => name.len(),
            Self::Bytes(most) => {
                let room = most.saturating_sub(ending.len()).min(name.len());
                (0..=room).rev().find(|at| name.is_char_boundary(*at)).unwrap_or_default()
            }
            Self::Characters(most) => {
                let room = most.saturating_sub(ending.chars().count());
                name.char_indices().nth(room).map_or(name.len(), |(at, _)| at)
            }
        };
        &name[..end]
    }
}

/// Makes names that nothing else has.
#[derive(Debug, Clone)]
pub struct TemporaryNames {
    limit: IdentifierLimit,
    /// In lower case: a name that differs in case alone is no free one on some databases.
    taken: BTreeSet<String>,
}

impl TemporaryNames {
    /// `taken` are the names, at the start or at the end of the migration, of all that must not
    /// have the same name.
    pub fn new<'a>(limit: IdentifierLimit, taken: impl IntoIterator<Item = &'a str>) -> Self {
        Self { limit, taken: taken.into_iter().map(str::to_lowercase).collect() }
    }

    /// `start` and `ending`, with a number where that is taken. The start is cut where both are too
    /// long. No name is given twice.
    pub fn make(&mut self, start: &str, ending: &str) -> String {
        let mut ending = ending.to_owned();
        let first = ending.clone();
        let mut count = 1;
        loop {
            let name = format!("{}{ending}", self.limit.cut(start, &ending));
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
            count += 1;
            ending = format!("{first}_{count}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let mut names = TemporaryNames::new(IdentifierLimit::None, ["a__old", "A__OLD_2"]);
        assert_eq!(names.make("a", "__old"), "a__old_3");
        assert_eq!(names.make("b", "__old"), "b__old");
        assert_eq!(names.make("b", "__old"), "b__old_2");
    }

    #[test]
    fn a_name_keeps_within_the_limit() {
        let mut names = TemporaryNames::new(IdentifierLimit::Bytes(8), ["aé__old"]);
        assert_eq!(names.make("aéé", "__old"), "a__old_2");
        assert_eq!(names.make("bbbbbbbb", "__old"), "bbb__old");
        assert_eq!(names.make("bbbbbbbbb", "__old"), "b__old_2");
        let mut names = TemporaryNames::new(IdentifierLimit::Characters(8), []);
        assert_eq!(names.make("éééé", "__old"), "ééé__old");
        assert_eq!(names.make("é", "__old"), "é__old");
    }
}
