//! Changes `migrate.toml` and leaves the rest of it as it is.

use toml_edit::{DocumentMut, Item, Table, value};

use super::{FILE, Located, Names, TEMPLATE};
use crate::files;
use crate::problem::{Problem, Result};

/// Writes whose names count under `[generate]`.
pub fn write_names(located: &Located, names: Names) -> Result<()> {
    let path = located.folder.join(FILE);
    let text = match path.exists() {
        true => std::fs::read_to_string(&path)
            .map_err(|e| Problem::new(format!("could not read {}", path.display())).because(e))?,
        false => {
            let own = format!("names = \"{}\"", names.word());
            return files::replace(&path, &TEMPLATE.replace("# names = \"convention\"", &own));
        }
    };
    let mut document: DocumentMut = text
        .parse()
        .map_err(|e| Problem::new(format!("{} can't be understood", path.display())).because(e))?;
    let generate = document.entry("generate").or_insert_with(|| Item::Table(Table::new()));
    if let Some(table) = generate.as_table_like_mut() {
        table.insert("names", value(names.word()));
    }
    files::replace(&path, &document.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::Config;
    use super::*;

    #[test]
    fn the_rest_of_the_file_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(FILE);
        for text in ["# mine\n[generate] # own\nignore = [\"x\"]\n[lint]\n", "", TEMPLATE] {
            std::fs::write(&path, text).expect("written");
            let before: Config = toml::from_str(text).expect("valid");
            let located = Located { config: before.clone(), folder: folder.path().to_owned() };
            write_names(&located, Names::Keep).expect("written");
            let after = std::fs::read_to_string(&path).expect("read");
            text.lines().for_each(|line| assert!(after.contains(line), "{line} in {after}"));
            let after: Config = toml::from_str(&after).expect("valid");
            assert_eq!(after.generate.names, Some(Names::Keep));
            assert_eq!(after.generate.ignore, before.generate.ignore);
        }
    }
}
