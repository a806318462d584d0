//! Holds the rooms of `src` to the map in `CONTRIBUTING.md`: which room may import which.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use petgraph::graphmap::DiGraphMap;
use syn::visit::{self, Visit};

/// A module by its path below `crate`: `["databases", "sqlite", "plan"]`.
type Module = Vec<String>;

/// Every module with its file, and the paths of the crate that it names outside its tests.
struct House {
    files: BTreeMap<Module, PathBuf>,
    names: BTreeMap<Module, BTreeSet<Module>>,
}

impl House {
    fn read(source: &Path) -> Self {
        let mut files = BTreeMap::new();
        find(source, &mut Vec::new(), &mut files);
        let mut names = BTreeMap::new();
        for (module, file) in &files {
            let text = std::fs::read_to_string(file).expect("a file of ours");
            let parsed = syn::parse_file(&text).expect("a file that compiles");
            let mut paths = Paths { module, found: BTreeSet::new() };
            paths.visit_file(&parsed);
            names.insert(module.clone(), paths.found);
        }
        Self { files, names }
    }

    /// Which modules each module imports.
    fn imports(&self) -> impl Iterator<Item = (&Module, &Module)> {
        self.names.iter().flat_map(move |(module, names)| {
            names.iter().filter_map(move |name| {
                let whole = (1..=name.len()).rev().find_map(|length| {
                    self.files.get_key_value(&name[..length]).map(|(found, _)| found)
                });
                whole.filter(|found| *found != module).map(|found| (module, found))
            })
        })
    }
}

fn find(folder: &Path, module: &mut Module, files: &mut BTreeMap<Module, PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of ours") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if name == "tests" {
            continue;
        }
        if path.is_dir() {
            module.push(name);
            find(&path, module, files);
            module.pop();
        } else if path.extension().is_some_and(|e| e == "rs") {
            let mut of = module.clone();
            if !["mod", "lib", "main"].contains(&name.as_str()) {
                of.push(name);
            }
            files.insert(of, path);
        }
    }
}

struct Paths<'a> {
    module: &'a Module,
    found: BTreeSet<Module>,
}

impl Paths<'_> {
    /// Notes a path from the crate's root. What begins otherwise is another crate's or a child's.
    fn note(&mut self, segments: &[String]) {
        let mut base = match segments.first().map(String::as_str) {
            Some("crate") => Module::new(),
            Some("super" | "self") => self.module.clone(),
            _ => return,
        };
        for segment in segments {
            match segment.as_str() {
                "crate" | "self" => {}
                "super" => {
                    base.pop();
                }
                name => base.push(name.to_owned()),
            }
        }
        self.found.insert(base);
    }

    fn tree(&mut self, tree: &syn::UseTree, before: &mut Vec<String>) {
        match tree {
            syn::UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.tree(&path.tree, before);
                before.pop();
            }
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|item| self.tree(item, before));
            }
            syn::UseTree::Name(name) => self.end(&name.ident, before),
            syn::UseTree::Rename(rename) => self.end(&rename.ident, before),
            syn::UseTree::Glob(_) => self.note(before),
        }
    }

    fn end(&mut self, name: &syn::Ident, before: &[String]) {
        let mut whole = before.to_vec();
        whole.push(name.to_string());
        self.note(&whole);
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|a| {
        a.path().is_ident("cfg")
            && a.parse_args::<syn::Ident>().is_ok_and(|condition| condition == "test")
    })
}

impl<'a> Visit<'a> for Paths<'_> {
    fn visit_item(&mut self, item: &'a syn::Item) {
        match item {
            syn::Item::Mod(module) if is_test(&module.attrs) => {}
            item => visit::visit_item(self, item),
        }
    }

    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        self.tree(&item.tree, &mut Vec::new());
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|s| s.ident.to_string()).collect();
        self.note(&segments);
        visit::visit_path(self, path);
    }
}

/// The map: a row a room, `| room | what it is for | may import |`.
fn map() -> BTreeMap<String, BTreeSet<String>> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../CONTRIBUTING.md");
    let text = std::fs::read_to_string(page).expect("the page with the map");
    let rows = text.lines().skip_while(|line| !line.starts_with("| room |")).skip(2);
    rows.take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [room, _, imports] = cells.as_slice() else { panic!("not a row: {line}") };
            let names = |cell: &str| -> BTreeSet<String> {
                cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
            };
            (names(room).pop_first().expect("a room's name"), names(imports))
        })
        .collect()
}

fn house() -> House {
    House::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

#[test]
fn no_room_imports_what_stands_above_it() {
    let (house, map) = (house(), map());
    let order: Vec<&String> = map.keys().collect();
    let mut wrong = Vec::new();
    for (from, to) in house.imports() {
        let (Some(room), Some(other)) = (from.first(), to.first()) else { continue };
        if room == other || room == "main" {
            continue;
        }
        match map.get(room) {
            Some(allowed) if allowed.contains(other) => {}
            Some(_) => wrong.push(format!("{} imports {other}", from.join("::"))),
            None => wrong.push(format!("{room} is not on the map, which has {order:?}")),
        }
    }
    assert!(
        wrong.is_empty(),
        "the map in CONTRIBUTING.md does not allow it:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_map_itself_runs_one_way() {
    let map = map();
    let mut graph = DiGraphMap::<&str, ()>::new();
    for (room, imports) in &map {
        imports.iter().for_each(|other| {
            assert!(map.contains_key(other), "`{other}` is no room of the map");
            graph.add_edge(room, other, ());
        });
    }
    assert!(petgraph::algo::toposort(&graph, None).is_ok(), "the map has a circle");
}

#[test]
fn no_database_imports_another() {
    let house = house();
    let database = |module: &Module| match module.as_slice() {
        [room, database, ..] if room == "databases" => Some(database.clone()),
        _ => None,
    };
    let folders = ["sqlite", "postgres", "mysql"];
    let wrong: Vec<String> = house
        .imports()
        .filter(|(from, to)| match (database(from), database(to)) {
            (Some(from), Some(to)) => from != to && folders.contains(&to.as_str()),
            (None, Some(to)) => folders.contains(&to.as_str()) && from.as_slice() != ["databases"],
            _ => false,
        })
        .map(|(from, to)| format!("{} imports {}", from.join("::"), to.join("::")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A file and the `mod.rs` above it are one thing in two files, so that this pair does not count.
#[test]
fn no_files_import_each_other_in_a_circle() {
    let house = house();
    let mut graph = DiGraphMap::<&Module, ()>::new();
    for (from, to) in house.imports() {
        if !from.starts_with(to) {
            graph.add_edge(from, to, ());
        }
    }
    let circles: Vec<String> = petgraph::algo::tarjan_scc(&graph)
        .into_iter()
        .filter(|circle| circle.len() > 1)
        .map(|circle| circle.iter().map(|m| m.join("::")).collect::<Vec<_>>().join(", "))
        .collect();
    assert!(circles.is_empty(), "these import each other:\n{}", circles.join("\n"));
}
