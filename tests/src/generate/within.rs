//! What an edit does to the one table that it is about.

use proptest::sample::Index;

use super::division::Division;
use super::edit::{Edit, add_check, add_generated, add_index, add_unique};
use super::{COLUMN_NAMES, Column, Table, Type};

fn remove<T>(list: &mut Vec<T>, index: &Index) {
    if !list.is_empty() {
        list.remove(index.index(list.len()));
    }
}

/// Edits a table: one of the start, or a new one. `renamed` are its columns under other names:
/// before, now. A dropped one stands for itself.
pub fn within(existing: bool, table: &mut Table, renamed: &mut Vec<(String, String)>, edit: &Edit) {
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
            let name = &table.columns[at].name;
            let keyed = table.key_with.as_ref() == Some(name);
            if keyed || !table.columns[at].can_go || table.is_source(name) {
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
            let name = &table.columns[at].name;
            let keyed = table.is_in_key(name) || table.key_with.as_ref() == Some(name);
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
        Edit::ToggleKeyType(_) => {
            table.key_type = if table.key_type == Type::Int { Type::BigInt } else { Type::Int };
        }
        Edit::SetOptions(_, kind) => table.options = *kind,
        Edit::SetDivision(_, way) => {
            let old = table.division.take().map(|division| division.name);
            let name = old.unwrap_or_else(|| table.name.clone());
            table.division = way.map(|way| Division { name, way });
        }
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
    let key = table.key_with.iter_mut();
    for name in keys.chain(checks).chain(sources).chain(key).filter(|name| **name == old) {
        new.clone_into(name);
    }
}
