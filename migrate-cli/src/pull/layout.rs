//! The files that models go into: one, or one a table.

use std::collections::BTreeSet;

use super::model::{Model, Models};
use super::source::{self, Item};
use super::types::ident;
use super::{name, read};
use crate::problem::{Problem, Result};
use crate::rust_type::RustType;

/// How models are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// All in one file.
    OneFile,
    /// A file a table, and one that has them all.
    Folder,
}

/// One file.
pub struct SourceFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub text: String,
}

const HEADER: &str = "// Written by `migrate pull` from a database. From here on it is yours: change the models, and\n// `migrate generate` writes the migration.\n";

/// Whether a file was written here.
pub fn is_ours(text: &str) -> bool {
    text.starts_with("// Written by `migrate pull`")
}

/// What of a database stands beside its tables, and how it is told.
pub struct Beside<'a> {
    /// Files of SQL that the crate registers, from the folder of its package.
    pub files: Vec<String>,
    /// Queries of views may be in files.
    pub has_files: bool,
    /// What has no model, in words.
    pub left: &'a [String],
}

/// The files of models.
pub fn files(models: &Models, beside: &Beside<'_>, layout: &Layout) -> Result<Vec<SourceFile>> {
    match layout {
        Layout::OneFile => {
            let mut items: Vec<Item> =
                models.models.iter().map(|m| source::model(m, models)).collect();
            items.extend(models.views.iter().map(|v| source::view(v, models, beside.has_files)));
            items.extend(types(models));
            let mut text = file(&["use model_core::prelude::*;".to_owned()], &items)?;
            end(&mut text, beside);
            Ok(vec![SourceFile { name: String::new(), text }])
        }
        Layout::Folder => folder(models, beside),
    }
}

fn types(models: &Models) -> Vec<Item> {
    let enumerations = models.enumerations.iter().map(source::enumeration);
    enumerations.chain(models.unknown_types.iter().flat_map(source::unknown_type)).collect()
}

fn folder(models: &Models, beside: &Beside<'_>) -> Result<Vec<SourceFile>> {
    let types = types(models);
    let mut taken: BTreeSet<String> = models.all().map(|model| model.module.clone()).collect();
    taken.insert("mod".to_owned());
    let types_file = name::free_with("types".to_owned(), &mut taken, "_");
    let modules: Vec<String> = models
        .all()
        .map(|model| {
            use heck::ToSnakeCase;
            let own = model.ident.to_snake_case();
            let is_word = syn::parse_str::<syn::Ident>(&own).is_ok();
            // A file named like the module of the table in it would hide that one.
            let own = if is_word && !taken.contains(&own) { own } else { own + "_model" };
            name::free_with(own, &mut taken, "_")
        })
        .collect();
    let mut files = Vec::new();
    let mut lines = Vec::new();
    let tables = models.models.iter().map(|model| source::model(model, models));
    let views = models.views.iter().map(|view| source::view(view, models, beside.has_files));
    for ((model, item), module) in models.all().zip(tables.chain(views)).zip(&modules) {
        let mut uses = vec!["use model_core::prelude::*;".to_owned()];
        uses.extend(parents(model, models, &modules));
        uses.extend(own_types(model, models, &types_file));
        let text = file(&uses, &[item])?;
        files.push(SourceFile { name: format!("{module}.rs"), text });
        lines.push(module.clone());
    }
    if !types.is_empty() {
        let uses: Vec<String> = match models.enumerations.is_empty() {
            true => Vec::new(),
            false => vec!["use model_core::prelude::*;".to_owned()],
        };
        files.push(SourceFile { name: format!("{types_file}.rs"), text: file(&uses, &types)? });
        lines.push(types_file.clone());
    }
    lines.sort();
    let mut text = HEADER.to_owned() + "\n";
    lines.iter().for_each(|module| text.push_str(&format!("mod {module};\n")));
    text.push('\n');
    lines.iter().for_each(|module| text.push_str(&format!("pub use {module}::*;\n")));
    end(&mut text, beside);
    files.push(SourceFile { name: "mod.rs".to_owned(), text });
    Ok(files)
}

/// The modules of the tables that keys lead to, out of the files of their models.
fn parents(model: &Model, models: &Models, modules: &[String]) -> BTreeSet<String> {
    let others = model.keys.iter().filter(|key| key.object.references != model.table.name);
    others
        .filter_map(|key| {
            let at = models.models.iter().position(|m| m.table.name == key.object.references)?;
            let module = ident(&models.models[at].module);
            Some(format!("use super::{}::{module};", modules[at]))
        })
        .collect()
}

fn own_types(model: &Model, models: &Models, file: &str) -> BTreeSet<String> {
    let mut uses = BTreeSet::new();
    for field in &model.fields {
        if let Some(name) = &field.enumeration {
            let found = models.enumerations.iter().find(|found| found.of.name == *name);
            uses.extend(found.map(|found| format!("use super::{file}::{};", found.ident)));
        }
        if let RustType::Unknown(name) = read::inner(&field.ty().rust) {
            let found = models.unknown_types.iter().find(|found| found.name == *name);
            uses.extend(found.map(|found| {
                format!("use super::{file}::{{{}, {}}};", found.ident, found.sql_type)
            }));
        }
    }
    uses
}

fn file(uses: &[String], items: &[Item]) -> Result<String> {
    let mut text = HEADER.to_owned();
    text.push('\n');
    uses.iter().for_each(|line| text.push_str(&format!("{line}\n")));
    for item in items {
        let laid_out = source::laid_out(item).map_err(|error| {
            Problem::new("the models could not be laid out, which is a mistake of `migrate`")
                .because(error)
        })?;
        text.push('\n');
        text.push_str(&laid_out);
    }
    Ok(text)
}

/// The files of SQL, and what stays without a model.
fn end(text: &mut String, beside: &Beside<'_>) {
    if !beside.files.is_empty() {
        text.push('\n');
        for path in &beside.files {
            text.push_str(&format!("model_core::sql_file!({path:?});\n"));
        }
    }
    if !beside.left.is_empty() {
        text.push_str("\n// Left as they are in the database, with no model here:\n");
        beside.left.iter().for_each(|line| text.push_str(&format!("// - {line}\n")));
    }
}
