//! The rows that are there now, as the migration leaves them: what a new constraint looks at.

use model_core::schema::{Column, DefaultValue, QualifiedName, Table};

use crate::dialect::{Dialect, Fills};
use crate::diff::{Change, SchemaDiff, TableChange, TableDiff};

/// What a migration is about, for whoever asks the database of its rows.
#[derive(Clone, Copy)]
pub(super) struct Becoming<'a> {
    pub dialect: &'a dyn Dialect,
    pub diff: &'a SchemaDiff,
    pub fills: &'a Fills,
}

impl Becoming<'_> {
    /// The rows of a table of the target under their new names, for a `FROM`. A column whose values
    /// can't be told before is not among them. `None`: the table is new, and has no rows.
    pub fn rows(&self, after: &QualifiedName, alias: &str) -> Option<String> {
        let alias = self.dialect.quote(alias);
        for change in &self.diff.tables {
            match change {
                TableChange::Added(table) if table.name == *after => return None,
                TableChange::Renamed(table) | TableChange::Altered(table)
                    if table.after.name == *after =>
                {
                    return Some(format!("{} AS {alias}", self.changed(table)));
                }
                _ => {}
            }
        }
        Some(format!("{} AS {alias}", self.dialect.quote_name(after)))
    }

    fn changed(&self, table: &TableDiff) -> String {
        let name = self.dialect.quote_name(&table.before.name);
        let mut all_as_before = table.after.columns.len() == table.before.columns.len();
        let mut columns = Vec::new();
        for column in &table.after.columns {
            let quoted = self.dialect.quote(&column.name);
            match self.value(table, column) {
                Some(value) if value == quoted => columns.push(quoted),
                Some(value) => {
                    all_as_before = false;
                    columns.push(format!("{value} AS {quoted}"));
                }
                None => all_as_before = false,
            }
        }
        match all_as_before {
            true => name,
            // A select list can't be empty.
            false if columns.is_empty() => format!("(SELECT 1 AS nothing FROM {name})"),
            false => format!("(SELECT {} FROM {name})", columns.join(", ")),
        }
    }

    /// What a column of the target holds in a row that is there, where that can be told.
    pub fn value(&self, table: &TableDiff, column: &Column) -> Option<String> {
        let Some(before) = table.name_before(&column.name) else {
            return self.new_value(table, column);
        };
        let quoted = self.dialect.quote(before);
        let values = self.diff.renames.values(&table.before.name, before);
        let change = table.columns.iter().find_map(|change| {
            let (was, is, aspects) = change.kept()?;
            (is.name == column.name).then_some((was, is, aspects))
        });
        let Some((was, is, aspects)) = change else {
            return Some(self.renamed_values(quoted, values));
        };
        if aspects.computed && column.computed.is_some() || aspects.identity {
            return None;
        }
        let mut value = self.renamed_values(quoted, values);
        if aspects.ty && values.is_none() {
            let (from, to) = (was.ty.native()?, is.ty.native()?);
            let retype = self.dialect.retype(from, to);
            if retype.narrows || retype.needs_cast {
                value = self.dialect.retyped_rows(before, from, to, &self.diff.to).carried?;
            }
        }
        if let Some(fill) = self.fills.get(&(table.after.name.clone(), column.name.clone())) {
            let is_constant = self.dialect.session().lexis.is_constant(fill);
            return is_constant.then(|| format!("coalesce({value}, {fill})"));
        }
        match (aspects.collation, &is.collation) {
            (false, _) => Some(value),
            (true, Some(collation)) => Some(self.dialect.collated(&value, collation)),
            (true, None) => None,
        }
    }

    fn renamed_values(&self, column: String, values: Option<&crate::diff::Values>) -> String {
        let Some(values) = values else { return column };
        let literal = |text: &String| self.dialect.literal(text);
        let cases =
            values.iter().map(|(old, new)| format!("WHEN {} THEN {} ", literal(old), literal(new)));
        format!("CASE {column} {}ELSE {column} END", cases.collect::<String>())
    }

    /// What the rows that are there get in a column that is new: one value for all, or it can't be told.
    fn new_value(&self, table: &TableDiff, column: &Column) -> Option<String> {
        if column.computed.is_some() || !column.identity.is_none() {
            return None;
        }
        let fill = self.fills.get(&(table.after.name.clone(), column.name.clone()));
        let default = column.default.as_ref().and_then(DefaultValue::sql);
        let value = match (fill.map(String::as_str), default) {
            (Some(sql), _) | (None, Some(sql)) => sql,
            (None, None) if column.nullable => "NULL",
            (None, None) => return None,
        };
        let native = column.ty.native().unwrap_or_default();
        let is_constant = self.dialect.session().lexis.is_constant(value);
        is_constant.then(|| self.dialect.typed(value, native))
    }

    /// Whether a column is new and NULL in every row that is there.
    pub fn is_null(&self, table: &TableDiff, column: &str) -> bool {
        let key = (table.after.name.clone(), column.to_owned());
        table.columns.iter().any(|change| {
            matches!(change, Change::Added(new) if new.name == column
                && new.nullable && new.default.is_none() && new.computed.is_none()
                && new.identity.is_none() && !self.fills.contains_key(&key))
        })
    }

    /// Whether a column is new and counted up: no two rows get the same.
    pub fn is_counted(&self, table: &TableDiff, column: &str) -> bool {
        table.columns.iter().any(|change| {
            matches!(change, Change::Added(new) if new.name == column && !new.identity.is_none())
        })
    }

    /// The target's own table of this name.
    pub fn target(&self, name: &QualifiedName) -> Option<&Table> {
        self.diff.to.table(name)
    }
}
