//! What a person writes after `--rename`.

use model_core::schema::{Column, QualifiedName, Schema, Table};

use super::{Renames, declared};
use crate::diff::Equivalence;

/// Why a `--rename` can't be followed.
#[derive(Debug, thiserror::Error)]
pub enum RenameError {
    /// The text has another form.
    #[error(
        "`--rename {0}` is none of table:OLD=NEW, column:TABLE.OLD=NEW, index:TABLE.OLD=NEW, \
         constraint:TABLE.OLD=NEW, enum:OLD=NEW, value:ENUM.OLD=NEW and value:TABLE.COLUMN.OLD=NEW"
    )]
    Form(String),
    /// The old name isn't there.
    #[error("`--rename {given}`: there is no {what} in the database")]
    NoSuchOld {
        /// The flag.
        given: String,
        /// The kind of thing with its name.
        what: String,
    },
    /// The new name isn't there.
    #[error("`--rename {given}`: there is no {what} in the models")]
    NoSuchNew {
        /// The flag.
        given: String,
        /// The kind of thing with its name.
        what: String,
    },
    /// Another flag or attribute says otherwise of the same thing.
    #[error("`--rename {given}`: {what} is renamed already")]
    Twice {
        /// The flag.
        given: String,
        /// The kind of thing with its name.
        what: String,
    },
}

/// A flag on its way to what it means.
struct Flag<'a> {
    given: &'a str,
    from: &'a Schema,
    to: &'a Schema,
    equivalence: &'a dyn Equivalence,
}

impl Renames {
    /// Adds what the person wrote: `table:OLD=NEW`, `column:TABLE.OLD=NEW`, `index:…` and
    /// `constraint:…` as for a column, `enum:OLD=NEW`, `value:ENUM.OLD=NEW` and
    /// `value:TABLE.COLUMN.OLD=NEW`, in any order. What holds a column, constraint or value can be given by its
    /// old or its new name.
    pub fn add_flags(
        &mut self,
        given: &[String],
        from: &Schema,
        to: &Schema,
        equivalence: &dyn Equivalence,
    ) -> Result<(), RenameError> {
        let mut ordered: Vec<&String> = given.iter().collect();
        ordered.sort_by_key(|flag| match flag.split(':').next() {
            Some("table" | "enum") => 0,
            Some("column") => 1,
            _ => 2,
        });
        ordered
            .into_iter()
            .try_for_each(|given| self.add_flag(&Flag { given, from, to, equivalence }))
    }

    fn add_flag(&mut self, flag: &Flag<'_>) -> Result<(), RenameError> {
        let Flag { given, .. } = flag;
        let (kind, rest) = given.split_once(':').ok_or_else(|| flag.form())?;
        match kind {
            "table" => flag.table(self, rest),
            "column" => flag.column(self, rest),
            "index" | "constraint" => flag.constraint(self, kind, rest),
            "enum" => flag.enumeration(self, rest),
            "value" => flag.value(self, rest),
            _ => Err(flag.form()),
        }
    }
}

impl Flag<'_> {
    fn form(&self) -> RenameError {
        RenameError::Form(self.given.to_owned())
    }

    fn no_old(&self, what: String) -> RenameError {
        RenameError::NoSuchOld { given: self.given.to_owned(), what }
    }

    fn no_new(&self, what: String) -> RenameError {
        RenameError::NoSuchNew { given: self.given.to_owned(), what }
    }

    fn twice(&self, what: String) -> RenameError {
        RenameError::Twice { given: self.given.to_owned(), what }
    }

    /// Both sides of every `=`: a name may have one in it.
    fn sides(rest: &str) -> impl Iterator<Item = (&str, &str)> + Clone {
        rest.match_indices('=').map(|(at, _)| (&rest[..at], &rest[at + 1..]))
    }

    fn table(&self, renames: &mut Renames, rest: &str) -> Result<(), RenameError> {
        let find = |schema: &Schema, text: &str| {
            schema.tables.iter().map(|t| &t.name).find(|n| n.to_string() == text).cloned()
        };
        let (before, after) =
            self.both("table", rest, |old| find(self.from, old), |new| find(self.to, new))?;
        if renames.tables.insert(before.clone(), after.clone()).is_some_and(|other| other != after)
        {
            return Err(self.twice(format!("table `{before}`")));
        }
        Ok(())
    }

    fn enumeration(&self, renames: &mut Renames, rest: &str) -> Result<(), RenameError> {
        let find = |schema: &Schema, text: &str| {
            schema.enums.iter().map(|e| &e.name).find(|n| n.to_string() == text).cloned()
        };
        let (before, after) =
            self.both("enum", rest, |old| find(self.from, old), |new| find(self.to, new))?;
        if renames.enums.insert(before.clone(), after.clone()).is_some_and(|other| other != after) {
            return Err(self.twice(format!("enum `{before}`")));
        }
        Ok(())
    }

    /// Finds both names on either side of the right `=`.
    fn both<B, A>(
        &self,
        kind: &str,
        rest: &str,
        before: impl Fn(&str) -> Option<B>,
        after: impl Fn(&str) -> Option<A>,
    ) -> Result<(B, A), RenameError> {
        let sides = Self::sides(rest);
        let (first, _) = sides.clone().next().ok_or_else(|| self.form())?;
        let mut missing = self.no_old(format!("{kind} `{first}`"));
        for (old, new) in sides {
            let Some(before) = before(old) else { continue };
            match after(new) {
                Some(after) => return Ok((before, after)),
                None => missing = self.no_new(format!("{kind} `{new}`")),
            }
        }
        Err(missing)
    }

    /// The tables of the start that the text begins with, and what follows the dot. Where two
    /// swap their names, a name is the old one.
    fn tables<'a>(&self, renames: &Renames, text: &'a str) -> Vec<(&Table, &'a str)> {
        let rest = |name: &QualifiedName| text.strip_prefix(&format!("{name}."));
        let tables = || self.from.tables.iter();
        let by_old = tables().filter_map(|t| Some((t, rest(&t.name)?)));
        let by_new = tables()
            .filter(|t| rest(&t.name).is_none())
            .filter_map(|t| Some((t, rest(&renames.table(&t.name))?)));
        by_old.chain(by_new).collect()
    }

    fn column(&self, renames: &mut Renames, rest: &str) -> Result<(), RenameError> {
        let find = |old: &str| {
            let found = |(table, column): (&Table, &str)| {
                table.column(column).map(|c| (table.name.clone(), c.name.clone()))
            };
            self.tables(renames, old).into_iter().find_map(found)
        };
        let mut missing = None;
        for (old, new) in Self::sides(rest) {
            let Some((table, column)) = find(old) else { continue };
            let after = renames.table(&table);
            if self.to.table(&after).is_none_or(|t| t.column(new).is_none()) {
                missing = Some(self.no_new(format!("column `{after}.{new}`")));
                continue;
            }
            let what = format!("column `{table}.{column}`");
            let previous = renames.columns.insert((table, column), new.to_owned());
            return match previous {
                Some(other) if other != new => Err(self.twice(what)),
                _ => Ok(()),
            };
        }
        Err(missing.unwrap_or_else(|| self.nothing_old("column", rest)))
    }

    fn nothing_old(&self, kind: &str, rest: &str) -> RenameError {
        match rest.split_once('=') {
            Some((old, _)) => self.no_old(format!("{kind} `{old}`")),
            None => self.form(),
        }
    }

    fn constraint(&self, renames: &mut Renames, kind: &str, rest: &str) -> Result<(), RenameError> {
        // A unique constraint is an index to some databases, and either word will do.
        let has = |table: &Table, name: &str| declared::names(table).contains(name);
        let mut missing = None;
        for (old, new) in Self::sides(rest) {
            let found =
                self.tables(renames, old).into_iter().find(|(table, name)| has(table, name));
            let Some((table, name)) = found else { continue };
            let after = renames.table(&table.name);
            if self.to.table(&after).is_none_or(|t| !has(t, new)) {
                missing = Some(self.no_new(format!("{kind} `{new}` on table `{after}`")));
                continue;
            }
            let key = (table.name.clone(), name.to_owned());
            let previous = renames.constraints.insert(key, new.to_owned());
            return match previous {
                Some(other) if other != new => Err(self.twice(format!("{kind} `{old}`"))),
                _ => Ok(()),
            };
        }
        Err(missing.unwrap_or_else(|| self.nothing_old(kind, rest)))
    }

    fn value(&self, renames: &mut Renames, rest: &str) -> Result<(), RenameError> {
        let mut missing = None;
        for (old, new) in Self::sides(rest) {
            for before in &self.from.enums {
                let after_name = renames.enumeration(&before.name);
                let names = [before.name.to_string(), after_name.to_string()];
                let value = names.iter().find_map(|n| old.strip_prefix(&format!("{n}.")));
                let has = |e: &model_core::schema::EnumType, name: &str| {
                    e.values.iter().any(|v| v.name == name)
                };
                let Some(value) = value.filter(|value| has(before, value)) else { continue };
                if self.to.enumeration(&after_name).is_none_or(|e| !has(e, new)) {
                    missing = Some(self.no_new(format!("value `{new}` of enum `{after_name}`")));
                    continue;
                }
                let key = (before.name.clone(), value.to_owned());
                let previous = renames.enum_values.insert(key, new.to_owned());
                return match previous {
                    Some(other) if other != new => Err(self.twice(format!("value `{old}`"))),
                    _ => Ok(()),
                };
            }
            match self.column_value(renames, old, new) {
                Ok(true) => return Ok(()),
                Ok(false) => {}
                Err(error) => missing = Some(error),
            }
        }
        Err(missing.unwrap_or_else(|| self.nothing_old("value", rest)))
    }

    /// A value of a column that lists its values itself; false where there is no such column.
    fn column_value(
        &self,
        renames: &mut Renames,
        old: &str,
        new: &str,
    ) -> Result<bool, RenameError> {
        for (table, rest) in self.tables(renames, old) {
            let value = |name: &str| rest.strip_prefix(&format!("{name}."));
            let after = |column: &Column| renames.column(&table.name, &column.name).to_owned();
            // Where two swap their names, a name is the old one.
            let by_old = table.columns.iter().filter_map(|c| Some((c, value(&c.name)?)));
            let by_new = table.columns.iter().filter(|c| value(&c.name).is_none());
            let by_new = by_new.filter_map(|c| Some((c, value(&after(c))?)));
            for (column, value) in by_old.chain(by_new) {
                let after_name = after(column);
                let listed = self.equivalence.values(table, column);
                if !listed.iter().any(|l| l == value) {
                    continue;
                }
                let table_after = renames.table(&table.name);
                let wanted = self
                    .to
                    .table(&table_after)
                    .and_then(|t| Some(self.equivalence.values(t, t.column(&after_name)?)));
                if wanted.is_none_or(|wanted| !wanted.iter().any(|w| w == new)) {
                    let what = format!("value `{new}` of column `{table_after}.{after_name}`");
                    return Err(self.no_new(what));
                }
                let key = (table.name.clone(), column.name.clone());
                let value = value.to_owned();
                let previous =
                    renames.column_values.entry(key).or_default().insert(value, new.to_owned());
                return match previous {
                    Some(other) if other != new => Err(self.twice(format!("value `{old}`"))),
                    _ => Ok(true),
                };
            }
        }
        Ok(false)
    }
}
