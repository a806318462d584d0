//! A table made anew: what `ALTER TABLE` can't do. The old one steps aside under another name, the new one
//! takes its rows, and its indexes and triggers are made again.

use model_core::schema::{Column, Identity, ObjectKind, PrimaryKey, Table};

use super::affinity::{Affinity, affinity};
use super::names::unused;
use crate::databases::sqlite::option;
use crate::databases::sqlite::render::{literal, quote};
use crate::databases::sqlite::tokens::tokens;
use crate::dialect::Fills;
use crate::diff::{SchemaDiff, TableDiff, Values};
use crate::plan::Step;

/// The steps. Everything is renamed already: the old table has the new one's name, and its kept
/// columns have theirs.
pub(super) fn rebuild(diff: &SchemaDiff, table: &TableDiff, fills: &Fills) -> Vec<Step> {
    let name = &table.after.name;
    let old = unused(diff, &format!("__migrate_old_{}", name.name));
    let copy = copy(diff, table, &old, fills);
    let mut steps = Vec::new();
    let keeps_counter = is_counted(&table.before) && is_counted(&table.after);
    if names_itself(&table.before) {
        // Such a table can be renamed only together with everything else that names it, so its
        // rows step aside instead.
        steps.push(Step::Statement(format!(
            "CREATE TABLE {} AS SELECT {} FROM {}",
            quote(&old),
            copy.aside.join(", "),
            quote(&name.name)
        )));
        if keeps_counter {
            steps.push(save_counter(&name.name, &old));
        }
        steps.push(Step::DropTable(name.clone()));
    } else {
        // Whoever names the table goes on naming it, and finds the new one.
        steps.push(Step::Statement("PRAGMA legacy_alter_table = ON".into()));
        steps.push(Step::RenameTable {
            from: name.clone(),
            to: model_core::schema::QualifiedName::new(&old),
        });
        steps.push(Step::Statement("PRAGMA legacy_alter_table = OFF".into()));
    }
    steps.push(Step::CreateTable(table.after.clone()));
    steps.push(Step::Statement(copy.sql));
    if keeps_counter {
        steps.push(forget_counter(&name.name));
        steps.push(save_counter(&old, &name.name));
        if names_itself(&table.before) {
            steps.push(forget_counter(&old));
        }
    }
    steps.push(Step::DropTable(model_core::schema::QualifiedName::new(&old)));
    for index in &table.after.indexes {
        steps.push(Step::CreateIndex { table: name.clone(), index: index.clone() });
    }
    let triggers =
        diff.from.objects.iter().filter(|o| {
            o.kind == ObjectKind::Trigger && o.table.as_ref() == Some(&table.before.name)
        });
    steps.extend(triggers.filter_map(|t| t.definition.clone()).map(Step::Statement));
    steps
}

fn save_counter(from: &str, to: &str) -> Step {
    Step::Statement(format!(
        "INSERT INTO \"sqlite_sequence\" (\"name\", \"seq\") SELECT {}, \"seq\" FROM \"sqlite_sequence\" WHERE \"name\" = {}",
        literal(to),
        literal(from)
    ))
}

fn forget_counter(of: &str) -> Step {
    Step::Statement(format!("DELETE FROM \"sqlite_sequence\" WHERE \"name\" = {}", literal(of)))
}

fn is_counted(table: &Table) -> bool {
    table.columns.iter().any(|c| c.identity == Identity::RowidAutoincrement)
}

/// Whether a check names the table as well as the column: `CHECK (t.a > 0)`.
fn names_itself(table: &Table) -> bool {
    table.checks.iter().any(|check| {
        tokens(&check.expression)
            .windows(2)
            .any(|pair| pair[0].names(&table.name.name) && pair[1].is_symbol("."))
    })
}

struct Copy {
    /// `INSERT INTO new … SELECT … FROM old`
    sql: String,
    /// What of the old table has to be kept aside for it.
    aside: Vec<String>,
}

fn copy(diff: &SchemaDiff, table: &TableDiff, old: &str, fills: &Fills) -> Copy {
    let (mut targets, mut sources, mut aside) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(rowid) = carried_rowid(table) {
        targets.push(rowid.to_owned());
        sources.push(rowid.to_owned());
        aside.push(format!("{rowid} AS {}", quote(rowid)));
    }
    let carried = table.before.columns.iter().filter(|c| c.computed.is_none());
    aside.extend(carried.map(|c| quote(table.name_after(&c.name).unwrap_or(&c.name))));
    for column in table.after.columns.iter().filter(|c| c.computed.is_none()) {
        let fill = fills.get(&(table.after.name.clone(), column.name.clone()));
        let before = table.name_before(&column.name).and_then(|b| table.before.column(b));
        let source = match before {
            Some(before) => {
                let value = cast(before, column, is_strict(&table.after));
                let value = match diff.renames.values(&table.before.name, &before.name) {
                    Some(values) => renamed_value(&value, values),
                    None => value,
                };
                if before.computed.is_some() {
                    aside.push(quote(&column.name));
                }
                match fill.filter(|_| !column.nullable) {
                    Some(fill) => format!("coalesce({value}, ({fill}))"),
                    None => value,
                }
            }
            None => match fill {
                Some(fill) => format!("({fill})"),
                None => continue,
            },
        };
        targets.push(quote(&column.name));
        sources.push(source);
    }
    if targets.is_empty()
        && let Some(column) = table.after.columns.iter().find(|c| c.computed.is_none())
    {
        // No column is left: as many rows as there were, of what the defaults give.
        let default = column.default.as_ref().and_then(|d| d.sql()).unwrap_or("NULL");
        targets.push(quote(&column.name));
        sources.push(format!("({default})"));
    }
    // A conflict clause of the new table would drop rows in silence.
    let insert =
        if has_conflict_clause(&table.after) { "INSERT OR ABORT INTO" } else { "INSERT INTO" };
    let sql = format!(
        "{insert} {} ({})\nSELECT {} FROM {}",
        quote(&table.after.name.name),
        targets.join(", "),
        sources.join(", "),
        quote(old)
    );
    Copy { sql, aside }
}

/// A value under its new name, if it is one of those that get another.
fn renamed_value(value: &str, values: &Values) -> String {
    let mut sql = format!("CASE {value}");
    for (old, new) in values {
        sql.push_str(&format!(" WHEN {} THEN {}", literal(old), literal(new)));
    }
    sql + &format!(" ELSE {value} END")
}

/// The name under which both tables have a rowid that is no column's, if the new one would
/// otherwise be numbered anew.
fn carried_rowid(table: &TableDiff) -> Option<&'static str> {
    if is_without_rowid(&table.before) || is_without_rowid(&table.after) {
        return None;
    }
    let has_value = rowid_column(&table.after).is_some_and(|c| table.name_before(c).is_some());
    let taken = |name: &str| {
        let columns = table.before.columns.iter().chain(&table.after.columns);
        columns.into_iter().any(|c| c.name.eq_ignore_ascii_case(name))
    };
    ["rowid", "_rowid_", "oid"].into_iter().find(|name| !has_value && !taken(name))
}

/// The column that is the rowid.
pub(super) fn rowid_column(table: &Table) -> Option<&str> {
    let PrimaryKey { columns, .. } = table.primary_key.as_ref()?;
    let [only] = columns.as_slice() else { return None };
    let column = table.column(&only.name)?;
    let is_integer = column.ty.native().is_some_and(|ty| ty.eq_ignore_ascii_case("integer"));
    let is_rowid =
        is_integer && !is_without_rowid(table) && !column.options.contains_key(option::ROWID);
    is_rowid.then_some(&column.name)
}

fn is_without_rowid(table: &Table) -> bool {
    table.options.contains_key(option::WITHOUT_ROWID)
}

pub(super) fn is_strict(table: &Table) -> bool {
    table.options.contains_key(option::STRICT)
}

fn has_conflict_clause(table: &Table) -> bool {
    table.primary_key.iter().any(|k| k.on_conflict.is_some())
        || table.uniques.iter().any(|u| u.on_conflict.is_some())
        || table.columns.iter().any(|c| c.options.contains_key(option::NOT_NULL_CONFLICT))
}

/// A value on its way into a column of perhaps another type. SQLite itself turns numbers into text and
/// text into numbers where nothing is lost, and keeps what it can't turn; a CAST would make 0 of it. Only
/// between text and bytes it turns nothing, and there a CAST loses nothing.
fn cast(before: &Column, after: &Column, strict: bool) -> String {
    let value = quote(&after.name);
    let declared = |column: &Column| {
        let ty = column.ty.native().unwrap_or_default();
        (affinity(ty), ty.is_empty() || ty.eq_ignore_ascii_case("any"))
    };
    match (declared(before), declared(after)) {
        ((Affinity::Text, _), (Affinity::Blob, false)) => format!("CAST({value} AS BLOB)"),
        ((from, _), (Affinity::Blob, false)) if strict && from != Affinity::Blob => {
            format!("CAST({value} AS BLOB)")
        }
        ((Affinity::Blob, _), (Affinity::Text, _)) => format!("CAST({value} AS TEXT)"),
        _ => value,
    }
}
