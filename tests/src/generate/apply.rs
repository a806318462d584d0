//! A schema after edits, and what of it is called something else by then.

use std::collections::BTreeMap;

use proptest::sample::Index;

use super::edit::{Edit, Rename, add_key};
use super::within::within;
use super::{CHOICE_NAMES, Choice, Column, ForeignKey, Schema, TABLE_NAMES, Table, Type};

/// A table on its way from the start to the target.
struct Edited {
    /// The name it has in the start, if it is there.
    original: Option<String>,
    table: Table,
    /// Columns under other names: before, now. A dropped one stands for itself.
    renamed: Vec<(String, String)>,
}

/// The edited schema, and what of it is called something else.
pub fn apply(schema: &Schema, edits: &[Edit]) -> (Schema, Vec<Rename>) {
    let start = |t: &Table| Edited {
        original: Some(t.name.clone()),
        table: t.clone(),
        renamed: Vec::new(),
    };
    let mut edited: Vec<Edited> = schema.tables.iter().map(start).collect();
    let mut choices = schema.choices.clone();
    for edit in edits {
        if !choose(&mut choices, &schema.choices, edit) {
            one(&mut edited, &schema.tables, edit);
        }
    }
    let mut renames = Vec::new();
    for Edited { original, table, .. } in &edited {
        if let Some(old) = original.as_ref().filter(|old| *old != &table.name) {
            renames.push(Rename::Table(old.clone(), table.name.clone()));
        }
    }
    for Edited { original, renamed, .. } in &edited {
        let Some(table) = original else { continue };
        for (before, after) in renamed.iter().filter(|(before, after)| before != after) {
            renames.push(Rename::Column(table.clone(), before.clone(), after.clone()));
        }
    }
    for before in &schema.choices {
        let after = choices.iter().find(|c| c.id == before.id && c.name != before.name);
        renames.extend(after.map(|a| Rename::Choice(before.name.clone(), a.name.clone())));
    }
    let tables = edited.into_iter().map(|e| e.table).collect();
    (Schema { tables, choices, ..schema.clone() }, renames)
}

/// Edits the enumeration; false where the edit is one of tables.
fn choose(choices: &mut Vec<Choice>, start: &[Choice], edit: &Edit) -> bool {
    let free = || {
        let taken = |name: &str| choices.iter().chain(start).any(|c| c.name == name);
        CHOICE_NAMES.iter().find(|name| !taken(name)).map(|name| (*name).to_owned())
    };
    match edit {
        Edit::AddChoice(at) => {
            if let Some(name) = free() {
                let id = choices.iter().chain(start).map(|c| c.id + 1).max().unwrap_or_default();
                choices.insert(at.index(choices.len() + 1), Choice { id, name });
            }
        }
        Edit::DropChoice(at) => {
            let at = at.index(choices.len());
            if choices[at].id > 1 {
                choices.remove(at);
            }
        }
        Edit::RenameChoice(at) => {
            let at = at.index(choices.len());
            if let Some(name) = free() {
                choices[at].name = name;
            }
        }
        Edit::TurnChoices => choices.rotate_left(1),
        _ => return false,
    }
    true
}

/// The first name that neither stands in the start nor in the tables as they are: one that was
/// there before would be the old table, edited.
fn free_name(tables: &[Edited], start: &[Table]) -> Option<String> {
    let taken = |name: &str| {
        tables.iter().any(|e| e.table.name == name) || start.iter().any(|t| t.name == name)
    };
    TABLE_NAMES.iter().find(|name| !taken(name)).map(|name| (*name).to_owned())
}

fn new_table(name: String, parent: Option<String>) -> Table {
    let column = |name: &str, ty| Column {
        name: name.to_owned(),
        ty,
        nullable: true,
        default: None,
        generated: None,
        comment: None,
        collated: false,
        added: true,
        can_go: true,
    };
    let mut table = Table {
        name,
        columns: vec![column("name", Type::ShortText), column("value", Type::Int)],
        foreign_keys: Vec::new(),
        uniques: Vec::new(),
        indexes: Vec::new(),
        checks: Vec::new(),
        key_type: Type::BigInt,
        key_with: None,
        counter: 1,
        options: 0,
        division: None,
        comment: Some(1),
    };
    if let Some(parent) = parent {
        add_key(&mut table, &parent, None, (1, 0, 0));
    }
    table
}

fn one(tables: &mut Vec<Edited>, start: &[Table], edit: &Edit) {
    let Some(index) = target(edit) else {
        if let Some(name) = free_name(tables, start) {
            let parents = tables.iter().map(|e| &e.table).filter(|t| t.key_with.is_none());
            let parent = parents.map(|t| t.name.clone()).next();
            let table = new_table(name, parent);
            tables.push(Edited { original: None, table, renamed: Vec::new() });
        }
        return;
    };
    if tables.is_empty() {
        return;
    }
    let at = index.index(tables.len());
    match edit {
        Edit::DropTable(_) => {
            let dropped = tables.remove(at).table.name;
            for edited in tables.iter_mut() {
                edited.table.foreign_keys.retain(|k| k.parent != dropped);
            }
        }
        Edit::RenameTable(_) => {
            let Some(name) = free_name(tables, start) else { return };
            let old = std::mem::replace(&mut tables[at].table.name, name.clone());
            for edited in tables.iter_mut() {
                for key in edited.table.foreign_keys.iter_mut().filter(|k| k.parent == old) {
                    key.parent.clone_from(&name);
                }
            }
        }
        Edit::AddKey(_, parent, how) => {
            let parent = &tables[parent.index(tables.len())].table;
            if parent.key_with.is_none() {
                let parent = parent.name.clone();
                add_key(&mut tables[at].table, &parent, None, *how);
            }
        }
        Edit::AddKeyToUnique(_, parent, column, how) => {
            let parent = &tables[parent.index(tables.len())].table;
            let targets = parent.targets();
            if !targets.is_empty() {
                let to = targets[column.index(targets.len())].name.clone();
                let parent = parent.name.clone();
                add_key(&mut tables[at].table, &parent, Some(to), *how);
            }
        }
        Edit::ToggleCompositeKey(_, column) => {
            let table = &tables[at].table;
            let leads_here = |k: &ForeignKey| k.parent == table.name && k.to.is_none();
            let referred = tables.iter().flat_map(|e| &e.table.foreign_keys).any(leads_here);
            let fits = |c: &&Column| c.ty.in_keys() && !c.added && c.generated.is_none();
            let fit: Vec<&Column> = table.columns.iter().filter(fits).collect();
            if !referred && !fit.is_empty() {
                let with = Some(fit[column.index(fit.len())].name.clone());
                let key = &mut tables[at].table.key_with;
                *key = if key.is_some() { None } else { with };
            }
        }
        _ => {
            let Edited { original, table, renamed } = &mut tables[at];
            let (name, before) = (table.name.clone(), names(table));
            within(original.is_some(), table, renamed, edit);
            let after = names(table);
            if before.len() == after.len() {
                follow(tables, &name, &before.into_iter().zip(after).collect());
            }
        }
    }
    let lost = |of: &[Edited], key: &ForeignKey| {
        let parent = of.iter().map(|e| &e.table).find(|t| t.name == key.parent);
        key.to.as_ref().is_some_and(|to| {
            !parent.is_some_and(|parent| parent.targets().iter().any(|c| &c.name == to))
        })
    };
    for at in 0..tables.len() {
        let keys = std::mem::take(&mut tables[at].table.foreign_keys);
        let keys = keys.into_iter().filter(|key| !lost(tables, key)).collect();
        tables[at].table.foreign_keys = keys;
    }
}

fn names(table: &Table) -> Vec<String> {
    table.columns.iter().map(|c| c.name.clone()).collect()
}

/// Keys to a table's columns follow their names.
fn follow(tables: &mut [Edited], parent: &str, names: &BTreeMap<String, String>) {
    let keys = tables.iter_mut().flat_map(|e| &mut e.table.foreign_keys);
    for key in keys.filter(|k| k.parent == parent) {
        if let Some(name) = key.to.as_ref().and_then(|to| names.get(to)) {
            key.to = Some(name.clone());
        }
    }
}

fn target(edit: &Edit) -> Option<&Index> {
    match edit {
        Edit::AddTable
        | Edit::AddChoice(_)
        | Edit::DropChoice(_)
        | Edit::RenameChoice(_)
        | Edit::TurnChoices => None,
        Edit::DropTable(t)
        | Edit::Convert(t, _)
        | Edit::AddGenerated(t, _)
        | Edit::SetComment(t, ..)
        | Edit::SetCounter(t, _)
        | Edit::ToggleKeyType(t)
        | Edit::ToggleCompositeKey(t, _)
        | Edit::AddKeyToUnique(t, ..)
        | Edit::SetOptions(t, _)
        | Edit::SetDivision(t, _)
        | Edit::ToggleCollation(t, _)
        | Edit::SwapColumns(t, ..)
        | Edit::ChangeUnique(t, ..)
        | Edit::ChangeIndex(t, ..)
        | Edit::RenameTable(t)
        | Edit::AddColumn(t, ..)
        | Edit::DropColumn(t, _)
        | Edit::RenameColumn(t, _)
        | Edit::Widen(t, _)
        | Edit::ToggleNullable(t, _)
        | Edit::SetDefault(t, ..)
        | Edit::AddKey(t, ..)
        | Edit::DropKey(t, _)
        | Edit::ChangeKey(t, ..)
        | Edit::AddUnique(t, ..)
        | Edit::DropUnique(t, _)
        | Edit::AddIndex(t, ..)
        | Edit::DropIndex(t, _)
        | Edit::AddCheck(t, ..)
        | Edit::DropCheck(t, _) => Some(t),
    }
}
