//! Edits of a schema. One that does not apply changes nothing, so that any list of them is valid.

use proptest::prelude::*;
use proptest::sample::Index;

use super::{COLUMN_NAMES, Column, ForeignKey, TABLE_NAMES, Table, Tables, Type};

/// One edit; an [`Index`] picks among what is there.
#[derive(Debug, Clone)]
pub enum Edit {
    /// A further table.
    AddTable,
    /// A table goes, with the keys to it.
    DropTable(Index),
    /// A table gets another name.
    RenameTable(Index),
    /// A further column.
    AddColumn(Index, Index, Index, Option<u8>),
    /// A column goes, with what mentions it.
    DropColumn(Index, Index),
    /// A column gets another name.
    RenameColumn(Index, Index),
    /// A column holds more.
    Widen(Index, Index),
    /// NULL is allowed, or no more.
    ToggleNullable(Index, Index),
    /// Another default, or none.
    SetDefault(Index, Index, Option<u8>),
    /// A further key.
    AddKey(Index, Index, u8),
    /// A key goes, with its column.
    DropKey(Index, Index),
    /// A key does something else.
    ChangeKey(Index, Index, u8),
    /// A further unique constraint.
    AddUnique(Index, Index),
    /// A unique constraint goes.
    DropUnique(Index, Index),
    /// A further index.
    AddIndex(Index, Index),
    /// An index goes.
    DropIndex(Index, Index),
    /// A further check.
    AddCheck(Index, Index),
    /// A check goes.
    DropCheck(Index, Index),
}

impl Edit {
    /// Any edit.
    pub fn any() -> impl Strategy<Value = Self> {
        let i = any::<Index>;
        prop_oneof![
            Just(Self::AddTable),
            i().prop_map(Self::DropTable),
            i().prop_map(Self::RenameTable),
            (i(), i(), i(), prop::option::of(0..3u8))
                .prop_map(|(t, c, ty, d)| Self::AddColumn(t, c, ty, d)),
            (i(), i()).prop_map(|(t, c)| Self::DropColumn(t, c)),
            (i(), i()).prop_map(|(t, c)| Self::RenameColumn(t, c)),
            (i(), i()).prop_map(|(t, c)| Self::Widen(t, c)),
            (i(), i()).prop_map(|(t, c)| Self::ToggleNullable(t, c)),
            (i(), i(), prop::option::of(0..3u8)).prop_map(|(t, c, d)| Self::SetDefault(t, c, d)),
            (i(), i(), 0..4u8).prop_map(|(t, p, a)| Self::AddKey(t, p, a)),
            (i(), i()).prop_map(|(t, k)| Self::DropKey(t, k)),
            (i(), i(), 0..4u8).prop_map(|(t, k, a)| Self::ChangeKey(t, k, a)),
            (i(), i()).prop_map(|(t, c)| Self::AddUnique(t, c)),
            (i(), i()).prop_map(|(t, u)| Self::DropUnique(t, u)),
            (i(), i()).prop_map(|(t, c)| Self::AddIndex(t, c)),
            (i(), i()).prop_map(|(t, x)| Self::DropIndex(t, x)),
            (i(), i()).prop_map(|(t, c)| Self::AddCheck(t, c)),
            (i(), i()).prop_map(|(t, c)| Self::DropCheck(t, c)),
        ]
    }
}

pub(super) fn add_key(table: &mut Table, parent: &str, on_delete: u8) {
    let column = format!("{parent}_id");
    let taken = table.foreign_keys.iter().any(|k| k.column == column);
    if !taken && table.column(&column).is_none() {
        table.foreign_keys.push(ForeignKey { column, parent: parent.to_owned(), on_delete });
    }
}

fn pick<'a>(columns: &'a [Column], index: &Index) -> Option<&'a Column> {
    let fit: Vec<&Column> = columns.iter().filter(|c| c.ty.in_keys() && !c.added).collect();
    (!fit.is_empty()).then(|| fit[index.index(fit.len())])
}

pub(super) fn add_unique(table: &mut Table, index: &Index) {
    let Some(column) = pick(&table.columns, index) else { return };
    let columns = vec![column.name.clone()];
    // One set of columns has one index: MariaDB would warn of a second.
    if !table.uniques.contains(&columns) && !table.indexes.contains(&columns) {
        table.uniques.push(columns);
    }
}

pub(super) fn add_index(table: &mut Table, index: &Index) {
    let Some(column) = pick(&table.columns, index) else { return };
    let columns = vec![column.name.clone()];
    if !table.uniques.contains(&columns) && !table.indexes.contains(&columns) {
        table.indexes.push(columns);
    }
}

pub(super) fn add_check(table: &mut Table, index: &Index) {
    if table.columns.is_empty() {
        return;
    }
    let column = &table.columns[index.index(table.columns.len())];
    // The rows there have nothing in a new column but its default.
    let holds = !column.added || column.default.is_some();
    if holds && !table.checks.contains(&column.name) {
        table.checks.push(column.name.clone());
    }
}

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

/// The edited schema, and the flags that tell the tool of its renames.
pub fn apply(tables: &Tables, edits: &[Edit]) -> (Tables, Vec<String>) {
    let start = |t: &Table| Edited {
        original: Some(t.name.clone()),
        table: t.clone(),
        renamed: Vec::new(),
    };
    let mut edited: Vec<Edited> = tables.iter().map(start).collect();
    for edit in edits {
        one(&mut edited, tables, edit);
    }
    let mut flags = Vec::new();
    let mut flag = |rename: String| flags.extend(["--rename".to_owned(), rename]);
    for Edited { original, table, .. } in &edited {
        if let Some(old) = original.as_ref().filter(|old| *old != &table.name) {
            flag(format!("table:{old}={}", table.name));
        }
    }
    for Edited { original, renamed, .. } in &edited {
        let Some(table) = original else { continue };
        for (before, after) in renamed.iter().filter(|(before, after)| before != after) {
            flag(format!("column:{table}.{before}={after}"));
        }
    }
    (edited.into_iter().map(|e| e.table).collect(), flags)
}

/// The first name that neither stands in the start nor in the tables as they are: one that was
/// there before would be the old table, edited.
fn free_name(tables: &[Edited], start: &Tables) -> Option<String> {
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
        generated_key: true,
    };
    if let Some(parent) = parent {
        add_key(&mut table, &parent, 1);
    }
    table
}

fn one(tables: &mut Vec<Edited>, start: &Tables, edit: &Edit) {
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
        Edit::AddKey(_, parent, action) => {
            let parent = tables[parent.index(tables.len())].table.name.clone();
            add_key(&mut tables[at].table, &parent, *action);
        }
        _ => {
            let Edited { original, table, renamed } = &mut tables[at];
            within(original.is_some(), table, renamed, edit);
        }
    }
}

fn target(edit: &Edit) -> Option<&Index> {
    match edit {
        Edit::AddTable => None,
        Edit::DropTable(t)
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
        | Edit::AddUnique(t, _)
        | Edit::DropUnique(t, _)
        | Edit::AddIndex(t, _)
        | Edit::DropIndex(t, _)
        | Edit::AddCheck(t, _)
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
                    added: true,
                    can_go: true,
                });
            }
        }
        Edit::DropColumn(_, column) if count > 1 => {
            let at = column.index(count);
            if !table.columns[at].can_go {
                return;
            }
            let dropped = table.columns.remove(at).name;
            table.uniques.retain(|c| !c.contains(&dropped));
            table.indexes.retain(|c| !c.contains(&dropped));
            table.checks.retain(|c| c != &dropped);
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
            let steady = !table.mentions(&old) && !table.columns[at].added;
            if let Some(new) = free.filter(|_| steady) {
                table.columns[at].name = (*new).to_owned();
                match renamed.iter_mut().find(|(_, now)| now == &old) {
                    Some(entry) => entry.1 = (*new).to_owned(),
                    None => renamed.push((old, (*new).to_owned())),
                }
            }
        }
        Edit::Widen(_, column) if count > 0 => {
            let at = column.index(count);
            let wider = table.columns[at].ty.wider();
            let keyed = table.mentions(&table.columns[at].name);
            if wider.in_keys() || !keyed {
                table.columns[at].ty = wider;
            }
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
            let checked = table.checks.contains(name);
            if default.is_some() || (table.columns[at].nullable && !checked) {
                table.columns[at].default = *default;
            }
        }
        Edit::DropKey(_, key) => remove(&mut table.foreign_keys, key),
        Edit::ChangeKey(_, key, action) if !table.foreign_keys.is_empty() => {
            let at = key.index(table.foreign_keys.len());
            table.foreign_keys[at].on_delete = *action;
        }
        Edit::AddUnique(_, index) => add_unique(table, index),
        Edit::DropUnique(_, index) => remove(&mut table.uniques, index),
        Edit::AddIndex(_, index) => add_index(table, index),
        Edit::DropIndex(_, index) => remove(&mut table.indexes, index),
        Edit::AddCheck(_, index) => add_check(table, index),
        Edit::DropCheck(_, index) => remove(&mut table.checks, index),
        _ => {}
    }
}
