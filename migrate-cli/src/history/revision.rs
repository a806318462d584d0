//! `head`, `base`, `+N`, `-N`, a version or the beginning of one.

use super::{Folder, Migration};

/// A place in the history, as it is written on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Revision {
    /// The last migration.
    Head,
    /// Before the first one.
    Base,
    /// So many up from where the database is.
    Up(usize),
    /// So many down from where the database is.
    Down(usize),
    /// A version, a folder's name, or the beginning of either.
    Named(String),
}

/// Why a revision leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RevisionError {
    /// No migration begins like this.
    #[error("there is no migration `{0}`")]
    Unknown(String),
    /// Several do.
    #[error("`{given}` could be {}", candidates.join(" or "))]
    Ambiguous {
        /// What was written.
        given: String,
        /// The names of those it fits.
        candidates: Vec<String>,
    },
}

impl std::str::FromStr for Revision {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let steps = |digits: &str| {
            // A number may have a sign of its own, which is one too many here.
            match digits.bytes().all(|b| b.is_ascii_digit()) {
                true => digits.parse::<usize>().ok(),
                false => None,
            }
            .ok_or_else(|| format!("`{text}` is no number of migrations"))
        };
        match text {
            "head" => Ok(Self::Head),
            "base" => Ok(Self::Base),
            "" => Err("an empty revision".to_owned()),
            _ => match (text.strip_prefix('+'), text.strip_prefix('-')) {
                (Some(digits), _) => steps(digits).map(Self::Up),
                (_, Some(digits)) => steps(digits).map(Self::Down),
                (None, None) => Ok(Self::Named(text.to_owned())),
            },
        }
    }
}

impl Revision {
    /// The migration that a version or name stands for; dashes count for nothing.
    pub fn find<'a>(given: &str, folder: &'a Folder) -> Result<&'a Migration, RevisionError> {
        let plain = given.replace('-', "");
        let exact = |m: &&Migration| m.version == plain || m.name == given;
        if let Some(migration) = folder.migrations.iter().find(exact) {
            return Ok(migration);
        }
        let fits: Vec<&Migration> = folder
            .migrations
            .iter()
            .filter(|m| m.version.starts_with(&plain) || m.name.starts_with(given))
            .collect();
        match fits.as_slice() {
            [] => Err(RevisionError::Unknown(given.to_owned())),
            [one] => Ok(one),
            several => Err(RevisionError::Ambiguous {
                given: given.to_owned(),
                candidates: several.iter().map(|m| m.name.clone()).collect(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> Folder {
        let migrations = ["2026-11-22-173213_one", "2026-11-22-173214_two", "2027-01-01-000000_x"]
            .iter()
            .map(|name| Migration {
                name: (*name).to_owned(),
                version: name.split('_').next().unwrap_or_default().replace('-', ""),
                path: name.into(),
                transaction: true,
                hash: String::new(),
            })
            .collect();
        Folder { path: "migrations".into(), migrations }
    }

    #[test]
    fn words_and_steps() {
        assert_eq!("head".parse(), Ok(Revision::Head));
        assert_eq!("+2".parse(), Ok(Revision::Up(2)));
        assert_eq!("-1".parse(), Ok(Revision::Down(1)));
        for text in ["", "+", "-", "-x", "++1", "+-1", "-+1", "+é", "-99999999999999999999999"] {
            assert!(text.parse::<Revision>().is_err(), "{text}");
        }
        assert_eq!("é".parse(), Ok(Revision::Named("é".into())));
        assert_eq!("2027".parse(), Ok(Revision::Named("2027".into())));
    }

    #[test]
    fn a_version_or_its_beginning() {
        let folder = folder();
        let find = |text| Revision::find(text, &folder).map(|m| m.name.as_str());
        assert_eq!(find("2027"), Ok("2027-01-01-000000_x"));
        assert_eq!(find("20261122173214"), Ok("2026-11-22-173214_two"));
        assert_eq!(find("2026-11-22-173213_o"), Ok("2026-11-22-173213_one"));
        assert!(matches!(find("2026"), Err(RevisionError::Ambiguous { .. })));
        assert_eq!(find("9"), Err(RevisionError::Unknown("9".into())));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_a_revision_or_an_error(text in "(\\PC|[-+0-9é\\u{301}\u{202e}\0])*") {
            if let Ok(Revision::Named(name)) = text.parse() {
                assert_eq!(name, text);
                let _ = Revision::find(&name, &folder());
            }
        }
    }
}
