//! A schema after edits, and what of it is called something else by then.

use proptest::sample::Index;

use super::edit::{Edit, Rename, add_check, add_generated, add_index, add_key, add_unique};
use super::{CHOICE_NAMES, COLUMN_NAMES, Choice, Column, Schema, TABLE_NAMES, Table, Type};

fn remove<T>(list: &mut Vec<T>, index: &Index) {
    if !list.is_empty() {
        list.remove(index.index(list.len()));
    }
}

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
    (Schema { tables: edited.into_iter().map(|e| e.table).collect(), choices }, renames)
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
        counter: 1,
        options: 0,
        comment: Some(1),
        view: None,
        trigger: None,
    };
    if let Some(parent) = parent {
        add_key(&mut table, &parent, (1, 0, 0));
    }
    table
}

fn one(tables: &mut Vec<Edited>, start: &[Table], edit: &Edit) {
    let Some(index) = target(edit) else {
        if let Some(name) = free_name(tables, start) {
            let parent = tables.first().map(|e| e.table.name.clone());
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
        // What is only seen is in the way of either, or is lost without a word.
        Edit::DropTable(_) | Edit::RenameTable(_)
            if tables[at].table.view.or(tables[at].table.trigger).is_some() => {}
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
            let parent = tables[parent.index(tables.len())].table.name.clone();
            add_key(&mut tables[at].table, &parent, *how);
        }
        _ => {
            let Edited { original, table, renamed } = &mut tables[at];
            within(original.is_some(), table, renamed, edit);
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
        | Edit::SetOptions(t, _)
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

fn within(existing: bool, table: &mut Table, renamed: &mut Vec<(String, String)>, edit: &Edit) {
    let count = table.columns.len();
    match edit {
        Edit::AddColumn(_, name, ty, default) => {
            let name = COLUMN_NAMES[name.index(COLUMN_NAMES.len())];
            let taken = table.column(name).is_some() || renamed.iter().any(|(old, _)| old == name);
            if !taken {
                let ty = Type::ALL[ty.index(Type::ALL.len())];
                let nullable = default.is_none();
                table.columns.push(Column {
                    name: name.into(),
                    ty,
                    nullable,
                    default: *default,
                    generated: None,
                    comment: None,
                    collated: false,
                    added: true,
                    can_go: true,
                });
            }
        }
        Edit::DropColumn(_, column) if count > 1 => {
            let at = column.index(count);
            if !table.columns[at].can_go || table.is_source(&table.columns[at].name) {
                return;
            }
            let dropped = table.columns.remove(at).name;
            table.uniques.retain(|u| !u.columns.contains(&dropped));
            table.indexes.retain(|i| !i.columns.contains(&dropped));
            table.checks.retain(|c| c.column != dropped);
            // Its name is not given again: that would be another column under the old name.
            renamed.retain(|(_, new)| new != &dropped);
            renamed.push((dropped.clone(), dropped));
        }
        Edit::RenameColumn(_, column) if count > 0 && existing => {
            let at = column.index(count);
            let old = table.columns[at].name.clone();
            let free = COLUMN_NAMES.iter().find(|n| {
                table.column(n).is_none() && !renamed.iter().any(|(a, b)| a == *n || b == *n)
            });
            if let Some(new) = free.filter(|_| !table.columns[at].added) {
                rename_column(table, at, new);
                note(renamed, old, new);
            }
        }
        Edit::SwapColumns(_, a, b) if count > 0 && existing => {
            let (a, b) = (a.index(count), b.index(count));
            if a != b && !table.columns[a].added && !table.columns[b].added {
                let (first, second) =
                    (table.columns[a].name.clone(), table.columns[b].name.clone());
                rename_column(table, a, "\0");
                rename_column(table, b, &first);
                rename_column(table, a, &second);
                note(renamed, first.clone(), "\0");
                note(renamed, second.clone(), &first);
                note(renamed, "\0".to_owned(), &second);
            }
        }
        Edit::Widen(_, column) if count > 0 => {
            let at = column.index(count);
            let wider = table.columns[at].ty.wider();
            let keyed = table.is_in_key(&table.columns[at].name);
            if wider.in_keys() || !keyed {
                table.columns[at].ty = wider;
            }
        }
        Edit::Convert(_, column) if count > 0 => {
            let at = column.index(count);
            let Column { name, ty, added, generated, .. } = &table.columns[at];
            let is_plain = !added && generated.is_none() && !table.is_source(name);
            if is_plain && !table.checks.iter().any(|c| &c.column == name) {
                table.columns[at].ty = ty.converted();
            }
        }
        Edit::AddGenerated(_, source) => add_generated(table, source, renamed),
        Edit::SetComment(_, None, text) => table.comment = *text,
        Edit::SetComment(_, Some(column), text) if count > 0 => {
            table.columns[column.index(count)].comment = *text;
        }
        Edit::SetCounter(_, kind) => table.counter = *kind,
        Edit::SetOptions(_, kind) => table.options = *kind,
        Edit::ToggleCollation(_, column) if count > 0 => {
            table.columns[column.index(count)].collated ^= true;
        }
        Edit::ToggleNullable(_, column) if count > 0 => {
            let at = column.index(count);
            // A new column without a value for the rows there has to stay as it is.
            if table.columns[at].default.is_some() {
                table.columns[at].nullable ^= true;
            }
        }
        Edit::SetDefault(_, column, default) if count > 0 => {
            let at = column.index(count);
            let name = &table.columns[at].name;
            let checked = table.checks.iter().any(|c| &c.column == name && !c.of_values);
            if table.columns[at].generated.is_some() {
                return;
            }
            if default.is_some() || (table.columns[at].nullable && !checked) {
                table.columns[at].default = *default;
            }
        }
        Edit::DropKey(_, key) => remove(&mut table.foreign_keys, key),
        Edit::ChangeKey(_, key, how) if !table.foreign_keys.is_empty() => {
            let at = key.index(table.foreign_keys.len());
            let key = &mut table.foreign_keys[at];
            (key.on_delete, key.on_update, key.kind) = *how;
        }
        Edit::AddUnique(_, first, second, kind) => add_unique(table, first, second, *kind),
        Edit::ChangeUnique(_, unique, kind) if !table.uniques.is_empty() => {
            let at = unique.index(table.uniques.len());
            table.uniques[at].kind = *kind;
        }
        Edit::DropUnique(_, index) => remove(&mut table.uniques, index),
        Edit::AddIndex(_, first, second, kind) => add_index(table, first, second, *kind),
        Edit::ChangeIndex(_, index, kind) if !table.indexes.is_empty() => {
            let at = index.index(table.indexes.len());
            table.indexes[at].kind = *kind;
        }
        Edit::DropIndex(_, index) => remove(&mut table.indexes, index),
        Edit::AddCheck(_, index, of_values) => add_check(table, index, *of_values),
        Edit::DropCheck(_, index) => remove(&mut table.checks, index),
        _ => {}
    }
}

/// Notes another name, of a column that may have had others before.
fn note(renamed: &mut Vec<(String, String)>, old: String, new: &str) {
    match renamed.iter_mut().find(|(_, now)| now == &old) {
        Some(entry) => new.clone_into(&mut entry.1),
        None => renamed.push((old, new.to_owned())),
    }
}

/// A column's new name, wherever the table says it.
fn rename_column(table: &mut Table, at: usize, new: &str) {
    let old = std::mem::replace(&mut table.columns[at].name, new.to_owned());
    let indexed = table.indexes.iter_mut().map(|i| &mut i.columns);
    let keys = table.uniques.iter_mut().map(|u| &mut u.columns).chain(indexed).flatten();
    let checks = table.checks.iter_mut().map(|c| &mut c.column);
    let sources = table.columns.iter_mut().filter_map(|c| c.generated.as_mut());
    for name in keys.chain(checks).chain(sources).filter(|name| **name == old) {
        new.clone_into(name);
    }
}
