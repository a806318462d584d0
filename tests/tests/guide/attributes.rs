//! The words that the macros read, out of their source, are those of the page.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::Visit;

use crate::page::{code, first_column, section};
use crate::{file, guide, repository};

/// The functions that read attributes, by their file and name, and the section of each. A function
/// may read what two sections share.
const SECTIONS: &[(&str, &str, &[&str])] = &[
    ("structure", "item", &["# Above a model"]),
    ("field", "item", &["# Above a field of a model"]),
    ("enumeration", "enumeration", &["# Above an enum", "# Above a variant"]),
    ("newtype", "newtype", &["# Above a struct around one type"]),
    ("constraint", "primary_key", &["## primary_key"]),
    ("constraint", "unique", &["## unique"]),
    ("constraint", "check", &["## check"]),
    ("constraint", "exclusion", &["## exclude"]),
    ("constraint", "foreign_key", &["## foreign_key"]),
    ("index", "index", &["## index"]),
    ("index", "at_part", &["## index"]),
    ("index", "part_option", &["## index"]),
    ("auto", "auto", &["## auto"]),
    ("field", "default", &["## default"]),
    ("field", "generated", &["## generated"]),
    ("field", "embed", &["## embed"]),
];

/// Texts that are an arm of a `match`, by function.
#[derive(Default)]
struct Words {
    function: String,
    found: BTreeMap<String, BTreeSet<String>>,
}

impl<'ast> Visit<'ast> for Words {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.function = function.sig.ident.to_string();
        syn::visit::visit_item_fn(self, function);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        let cases = match &arm.pat {
            syn::Pat::Or(any) => any.cases.iter().collect(),
            one => vec![one],
        };
        for case in cases {
            if let syn::Pat::Lit(syn::PatLit { lit: syn::Lit::Str(text), .. }) = case {
                self.found.entry(self.function.clone()).or_default().insert(text.value());
            }
        }
        syn::visit::visit_arm(self, arm);
    }
}

/// The texts of a constant list.
fn list(file: &str, constant: &str) -> BTreeSet<String> {
    let start = file.find(&format!("const {constant}: &[&str] =")).unwrap();
    let list = file[start..].split_once('=').unwrap().1.split(';').next().unwrap();
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The words of the first column of a section's own tables.
fn words(page: &str, heading: &str) -> BTreeSet<String> {
    let cells = first_column(section(page, heading)).into_iter();
    let word = |code: &str| {
        code.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
    };
    cells.flat_map(|cell| code(cell).into_iter().map(word).collect::<Vec<_>>()).collect()
}

/// The words of each section, as the source has them.
fn grammar() -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut grammar: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let folder = repository().join("model-derive/src/parse");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        // Diesel's own words, which are documented there.
        if name == "diesel" {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        let mut found = Words::default();
        found.visit_file(&syn::parse_file(&source).unwrap());
        for (function, words) in found.found {
            // What a view reads is in its two lists.
            if (name.as_str(), function.as_str()) == ("field", "of_view") || name == "view" {
                continue;
            }
            let known = SECTIONS.iter().find(|(file, of, _)| *file == name && *of == function);
            let (_, _, sections) = known.unwrap_or_else(|| {
                panic!("{name}.rs reads {words:?} in `{function}`: give it a section of the guide")
            });
            for section in *sections {
                grammar.entry(section).or_default().extend(words.iter().cloned());
            }
        }
    }
    let view = file("model-derive/src/parse/view.rs");
    grammar.insert("# Above the struct of a view", list(&view, "KNOWN"));
    grammar.insert("# Above a field of a view", list(&view, "OF_FIELD"));
    // A variant takes less than its enum.
    let variant = grammar.get_mut("# Above a variant").unwrap();
    variant.retain(|word| word != "crate" && word != "schema");
    grammar
}

#[test]
fn none_is_missing_and_none_is_made_up() {
    let page = guide("attributes");
    for (heading, read) in grammar() {
        assert_eq!(words(&page, heading), read, "left the page, right the macros: {heading}");
    }
}

#[test]
fn the_derives_name_them_too() {
    let grammar = grammar();
    let pages = [
        ("derive", "# Above a model"),
        ("derive", "# Above a field of a model"),
        ("derive_view", "# Above the struct of a view"),
        ("derive_view", "# Above a field of a view"),
        ("derive_enum", "# Above an enum"),
        ("derive_enum", "# Above a variant"),
        ("derive_type", "# Above a struct around one type"),
    ];
    for (page, heading) in pages {
        let text = file(&format!("model-core/src/{page}.md"));
        let says = |word: &&String| {
            let pieces: Vec<&str> = text.lines().flat_map(code).collect();
            pieces.iter().any(|piece| {
                piece.split(|c: char| !c.is_alphanumeric() && c != '_').any(|w| w == *word)
            })
        };
        let missing: Vec<&String> = grammar[heading].iter().filter(|word| !says(word)).collect();
        assert!(missing.is_empty(), "{page}.md lacks {missing:?}");
    }
}
