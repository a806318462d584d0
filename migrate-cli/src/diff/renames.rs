use std::collections::BTreeMap;

use model_core::schema::{Schema, TableName};

use super::Equivalence;

/// What was called something else before: the old name, the new one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renames {
    /// Tables.
    pub tables: BTreeMap<TableName, TableName>,
    /// Columns, by the table's *old* name and the column's old name.
    pub columns: BTreeMap<(TableName, String), String>,
    /// Enumerations.
    pub enums: BTreeMap<TableName, TableName>,
    /// Values, by the enumeration's old name and the value's old name.
    pub enum_values: BTreeMap<(TableName, String), String>,
    /// Indexes and constraints, by the table's old name and their own.
    pub constraints: BTreeMap<(TableName, String), String>,
}

/// Why a `--rename` can't be followed.
#[derive(Debug, thiserror::Error)]
pub enum RenameError {
    /// The text has another form.
    #[error("`--rename {0}` is neither `table:OLD=NEW` nor `column:TABLE.OLD=NEW`")]
    Form(String),
    /// The old name isn't there.
    #[error("`--rename {given}`: there is no {what} in the database")]
    NoSuchOld {
        /// The flag.
        given: String,
        /// Table or column with its name.
        what: String,
    },
    /// The new name isn't there.
    #[error("`--rename {given}`: there is no {what} in the models")]
    NoSuchNew {
        /// The flag.
        given: String,
        /// Table or column with its name.
        what: String,
    },
}

impl Renames {
    /// The name that a table of the start has in the target.
    pub fn table(&self, before: &TableName) -> TableName {
        self.tables.get(before).unwrap_or(before).clone()
    }

    /// The name that a table of the start has in the target, unless another is renamed to it: then
    /// the one that had the name goes.
    pub(super) fn kept_table(&self, before: &TableName) -> Option<TableName> {
        let after = self.table(before);
        let taken = self.tables.iter().any(|(old, new)| old != before && *new == after);
        (!taken).then_some(after)
    }

    /// The name that a column of the start has in the target, unless another is renamed to it.
    pub(super) fn kept_column<'a>(&'a self, table: &TableName, before: &'a str) -> Option<&'a str> {
        let after = self.column(table, before);
        let taken = self
            .columns
            .iter()
            .any(|((of, old), new)| of == table && old != before && new == after);
        (!taken).then_some(after)
    }

    /// The name that an enumeration of the start has in the target.
    pub fn enumeration(&self, before: &TableName) -> TableName {
        self.enums.get(before).unwrap_or(before).clone()
    }

    /// The name that a column of the start has in the target.
    pub fn column<'a>(&'a self, table: &TableName, before: &'a str) -> &'a str {
        self.columns.get(&(table.clone(), before.to_owned())).map_or(before, String::as_str)
    }

    /// The name that an index or constraint of the start has in the target.
    pub fn constraint<'a>(&'a self, table: &TableName, before: &'a str) -> &'a str {
        self.constraints.get(&(table.clone(), before.to_owned())).map_or(before, String::as_str)
    }

    /// The way back.
    pub fn inverted(&self) -> Self {
        let by_table = |map: &BTreeMap<(TableName, String), String>,
                        name: &dyn Fn(&TableName) -> TableName| {
            map.iter()
                .map(|((table, old), new)| ((name(table), new.clone()), old.clone()))
                .collect()
        };
        let table = |before: &TableName| self.table(before);
        let enumeration = |before: &TableName| self.enumeration(before);
        Self {
            tables: self.tables.iter().map(|(old, new)| (new.clone(), old.clone())).collect(),
            enums: self.enums.iter().map(|(old, new)| (new.clone(), old.clone())).collect(),
            columns: by_table(&self.columns, &table),
            constraints: by_table(&self.constraints, &table),
            enum_values: by_table(&self.enum_values, &enumeration),
        }
    }

    /// The renames that the target's `renamed_from` ask for and that are still to be done: the
    /// old name is in the start, and the new one isn't.
    pub fn declared(from: &Schema, to: &Schema) -> Self {
        let mut renames = Self::default();
        for table in &to.tables {
            let old = table.renamed_from.as_ref().filter(|old| {
                from.table(old).is_some()
                    && from.table(&table.name).is_none()
                    && to.table(old).is_none()
            });
            if let Some(old) = old {
                renames.tables.insert(old.clone(), table.name.clone());
            }
            let old_name = old.unwrap_or(&table.name).clone();
            let Some(before) = from.table(&old_name) else { continue };
            for column in &table.columns {
                let Some(old) = &column.renamed_from else { continue };
                if before.column(old).is_some()
                    && before.column(&column.name).is_none()
                    && table.column(old).is_none()
                {
                    renames.columns.insert((old_name.clone(), old.clone()), column.name.clone());
                }
            }
            let indexes = table.indexes.iter().map(|i| (Some(&i.name), &i.renamed_from));
            let uniques = table.uniques.iter().map(|u| (u.name.as_ref(), &u.renamed_from));
            let keys = table.foreign_keys.iter().map(|k| (k.name.as_ref(), &k.renamed_from));
            let checks = table.checks.iter().map(|c| (c.name.as_ref(), &c.renamed_from));
            for (name, old) in indexes.chain(uniques).chain(keys).chain(checks) {
                if let (Some(name), Some(old)) = (name, old) {
                    renames.constraints.insert((old_name.clone(), old.clone()), name.clone());
                }
            }
        }
        for enumeration in &to.enums {
            let old = enumeration.renamed_from.as_ref().filter(|old| {
                from.enumeration(old).is_some() && from.enumeration(&enumeration.name).is_none()
            });
            if let Some(old) = old {
                renames.enums.insert(old.clone(), enumeration.name.clone());
            }
            let old_name = old.unwrap_or(&enumeration.name).clone();
            let Some(before) = from.enumeration(&old_name) else { continue };
            for value in &enumeration.values {
                let Some(old) = &value.renamed_from else { continue };
                let has = |name: &String| before.values.iter().any(|v| &v.name == name);
                if has(old) && !has(&value.name) {
                    renames.enum_values.insert((old_name.clone(), old.clone()), value.name.clone());
                }
            }
        }
        renames
    }

    /// Adds what the person wrote: `table:OLD=NEW`, `column:TABLE.OLD=NEW`. The table of a column
    /// can be given by its old or its new name.
    pub fn add_flag(&mut self, given: &str, from: &Schema, to: &Schema) -> Result<(), RenameError> {
        let form = || RenameError::Form(given.to_owned());
        let (kind, rest) = given.split_once(':').ok_or_else(form)?;
        let (old, new) = rest.split_once('=').ok_or_else(form)?;
        let missing = |new: bool, what: String| {
            let given = given.to_owned();
            if new {
                RenameError::NoSuchNew { given, what }
            } else {
                RenameError::NoSuchOld { given, what }
            }
        };
        match kind {
            "table" => {
                let find = |schema: &Schema, text: &str| {
                    schema.tables.iter().map(|t| &t.name).find(|n| n.to_string() == text).cloned()
                };
                let before =
                    find(from, old).ok_or_else(|| missing(false, format!("table `{old}`")))?;
                let after = find(to, new).ok_or_else(|| missing(true, format!("table `{new}`")))?;
                self.tables.insert(before, after);
                Ok(())
            }
            "column" => {
                let before = from.tables.iter().find_map(|table| {
                    let names = [table.name.clone(), self.table(&table.name)];
                    let column = names
                        .iter()
                        .find_map(|n| old.strip_prefix(&format!("{n}.")).map(str::to_owned))?;
                    table.column(&column).map(|c| (table.name.clone(), c.name.clone()))
                });
                let (table, column) =
                    before.ok_or_else(|| missing(false, format!("column `{old}`")))?;
                let after = self.table(&table);
                if to.table(&after).is_none_or(|t| t.column(new).is_none()) {
                    return Err(missing(true, format!("column `{after}.{new}`")));
                }
                self.columns.insert((table, column), new.to_owned());
                Ok(())
            }
            _ => Err(form()),
        }
    }

    /// Adds the tables and columns whose names differ to the letter but are the same to the
    /// database, as upper and lower case are to SQLite.
    pub(super) fn with_same_identifiers(
        &self,
        from: &Schema,
        to: &Schema,
        equivalence: &dyn Equivalence,
    ) -> Self {
        let mut renames = self.clone();
        for before in &from.tables {
            if !renames.tables.contains_key(&before.name) && to.table(&before.name).is_none() {
                let same = to.tables.iter().map(|t| &t.name).find(|after| {
                    after.schema == before.name.schema
                        && equivalence.same_identifier(&after.name, &before.name.name)
                        && from.table(after).is_none()
                        && !renames.tables.values().any(|taken| taken == *after)
                });
                if let Some(after) = same {
                    renames.tables.insert(before.name.clone(), after.clone());
                }
            }
            let Some(after) = to.table(&renames.table(&before.name)) else { continue };
            for column in &before.columns {
                let key = (before.name.clone(), column.name.clone());
                if renames.columns.contains_key(&key) || after.column(&column.name).is_some() {
                    continue;
                }
                let same = after.columns.iter().find(|c| {
                    equivalence.same_identifier(&c.name, &column.name)
                        && before.column(&c.name).is_none()
                        && !renames
                            .columns
                            .iter()
                            .any(|((t, _), new)| t == &before.name && new == &c.name)
                });
                if let Some(same) = same {
                    renames.columns.insert(key, same.name.clone());
                }
            }
        }
        renames
    }
}
