//! The columns of a table that stays.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{Column, DefaultValue, Identity, InheritedColumn, NotNull, QualifiedName};
use nonempty::NonEmpty;

use super::anew;
use super::conversion::conversion;
use super::defaults::{counts, default_of};
use super::inheritance::{nullability, own_default};
use super::not_null::{self, Names};
use super::sequences::Sequences;
use super::table_plan::TablePlan;
use crate::databases::postgres::options::ColumnOptions;
use crate::databases::postgres::session::LEXIS;
use crate::databases::postgres::statement::{Clause, ColumnName, Statement};
use crate::databases::postgres::words;
use crate::dialect::Fills;
use crate::diff::SchemaDiff;
use crate::plan::TemporaryNames;

/// What is done to the columns of one table, by when.
#[derive(Debug, Default)]
pub struct ColumnPlan {
    /// Before anything is dropped, in the start's names.
    pub early: Vec<Statement>,
    /// Sequences that wait to be taken over: the name in the start, and the one they wait under.
    pub waiting: BTreeMap<QualifiedName, String>,
    /// Sequences that were made early: the name in the target, and the one they were made under.
    pub made: BTreeMap<QualifiedName, QualifiedName>,
    /// Sequences behind identity columns, before the columns change.
    pub counters: Vec<Statement>,
    /// Before the clauses, in the target's names.
    pub first: Vec<Statement>,
    /// Clauses of the one `ALTER TABLE`.
    pub clauses: Vec<Clause>,
    /// Values for the rows that are there.
    pub fills: Vec<Statement>,
    /// Clauses that need those values.
    pub after_fills: Vec<Clause>,
    /// Columns that begin to count.
    pub late: Vec<Statement>,
}

/// Plans the columns of one table.
pub struct ColumnPlanner<'a> {
    pub table: &'a TablePlan,
    pub sequences: &'a Sequences,
    /// Whether a column elsewhere is of the table's row type: rows get a default by `UPDATE` then.
    pub is_row_type: bool,
    /// The names that constraints have.
    pub constraint_names: &'a Names,
    /// The enumerations and other types that are made anew, by their name in the start.
    pub replaced: &'a BTreeSet<QualifiedName>,
    /// The other types, with what their old selves are called for a while.
    pub aside: &'a BTreeMap<QualifiedName, QualifiedName>,
    pub diff: &'a SchemaDiff,
    pub fills: &'a Fills,
    pub names: &'a mut TemporaryNames,
    /// What is planned so far.
    pub plan: ColumnPlan,
}

/// A column as it is written: a serial as `serial`, or as the default that it is. What forbids NULL
/// without having looked at the rows is added to it.
pub fn written(
    table: &QualifiedName,
    column: &Column,
    plain: &BTreeSet<(QualifiedName, String)>,
    names: &Names,
) -> (Column, Option<Clause>) {
    let mut column = column.clone();
    column.not_null = names.spelt(table, &column);
    let unlooked = column.not_null.take_if(|constraint| constraint.not_valid);
    column.nullable |= unlooked.is_some();
    if matches!(column.identity, Identity::Serial { .. })
        && !plain.contains(&(table.clone(), column.name.clone()))
    {
        column.default = default_of(table, &column).map(DefaultValue::Sql);
        column.identity = Identity::None;
    }
    let added = unlooked.map(|constraint| {
        let column = column.name.clone();
        Clause::AddNotNull { column, constraint }
    });
    (column, added)
}

/// How a new column is stored and what is collected of it, which its definition has no word for.
pub fn settings(column: &Column) -> Vec<Clause> {
    let options = ColumnOptions::read(column);
    let name = || column.name.clone();
    let storage = options.storage.map(|storage| Clause::SetStorage { column: name(), storage });
    let target = options.statistics.map(Some);
    let statistics = target.map(|target| Clause::SetStatistics { column: name(), target });
    let parameters = NonEmpty::collect(options.parameters)
        .map(|parameters| Clause::SetColumnParameters { column: name(), parameters });
    storage.into_iter().chain(statistics).chain(parameters).collect()
}

impl ColumnPlanner<'_> {
    /// Plans them all, in the target's order.
    pub fn plan(mut self) -> ColumnPlan {
        let table = self.table;
        let gone = table.gone_first.iter().cloned().map(Clause::DropColumn);
        self.plan.early.extend(Statement::alter(&table.diff.before.name, gone));
        let mut computed = Vec::new();
        for column in &table.diff.after.columns {
            if let Some(place) = table.diff.after.inherited.columns.get(&column.name) {
                self.inherited(*place, column);
                continue;
            }
            let old = table.diff.name_before(&column.name);
            let before = old.and_then(|old| table.diff.before.column(old));
            match before {
                Some(before) if !table.recreated.contains(&before.name) => {
                    self.change(before, column);
                }
                Some(before) if table.carried.contains_key(&before.name) => {
                    self.carry_over(before, column);
                }
                _ => {
                    if let Some(before) = before {
                        self.stop_counting(before, column);
                    }
                    let name = &table.diff.after.name;
                    let plain = &self.sequences.plain_serials;
                    let (new, open) = written(name, column, plain, self.constraint_names);
                    if new.computed.is_some() {
                        computed.push((new, open));
                    } else {
                        self.add(new);
                        self.plan.clauses.extend(open);
                    }
                }
            }
        }
        // After the columns that they are made of.
        for (column, open) in computed {
            let settings = settings(&column);
            self.plan.clauses.push(Clause::AddColumn(Box::new(column)));
            self.plan.clauses.extend(settings.into_iter().chain(open));
        }
        self.plan
    }

    fn fill(&self, column: &str) -> Option<&String> {
        self.fills.get(&(self.table.diff.after.name.clone(), column.to_owned()))
    }

    fn add(&mut self, column: Column) {
        let settings = settings(&column);
        let default = || column.default.as_ref().and_then(DefaultValue::sql).map(str::to_owned);
        let by_default = default().filter(|_| self.is_row_type);
        match self.fill(&column.name).cloned().or(by_default) {
            // By the default of a moment: no row is written, and no trigger runs.
            Some(value)
                if column.identity.is_none() && !self.is_row_type && LEXIS.is_constant(&value) =>
            {
                let name = column.name.clone();
                self.plan.after_fills.push(
                    match column.default.as_ref().and_then(DefaultValue::sql) {
                        Some(default) => {
                            Clause::SetDefault { column: name, default: default.to_owned() }
                        }
                        None => Clause::DropDefault(name),
                    },
                );
                let filled = Column { default: Some(DefaultValue::Sql(value)), ..column };
                self.plan.clauses.push(Clause::AddColumn(Box::new(filled)));
            }
            Some(value) if column.identity.is_none() => {
                let name = ColumnName::new(&self.table.diff.after.name, &column.name);
                self.plan.fills.push(Statement::Fill { column: name, value, only_null: false });
                if let Some(default) = column.default.as_ref().and_then(DefaultValue::sql) {
                    let (column, default) = (column.name.clone(), default.to_owned());
                    self.plan.after_fills.push(Clause::SetDefault { column, default });
                }
                if !column.nullable {
                    self.plan.after_fills.push(required(&column, column.not_null.clone()));
                }
                let open = Column { nullable: true, not_null: None, default: None, ..column };
                self.plan.clauses.push(Clause::AddColumn(Box::new(open)));
            }
            _ => self.plan.clauses.push(Clause::AddColumn(Box::new(column))),
        }
        self.plan.clauses.extend(settings);
    }

    /// The values of a column that can't be made plain in place wait in another one, which takes its
    /// name and is from then on what the column was.
    fn carry_over(&mut self, before: &Column, after: &Column) {
        let table = &self.table.diff.before.name;
        let Some(waiting) = self.table.carried.get(&before.name) else { return };
        let plain = Column {
            nullable: true,
            collation: before.collation.clone(),
            ..Column::new(waiting.as_str(), before.ty.clone())
        };
        let to = ColumnName::new(table, waiting);
        self.plan.early.extend([
            Statement::alter_by(table, Clause::AddColumn(Box::new(plain.clone()))),
            Statement::Copy { to, from: before.name.clone() },
        ]);
        self.change(&Column { name: before.name.clone(), ..plain }, after);
    }

    fn change(&mut self, before: &Column, after: &Column) {
        let (old_table, new_table) = (&self.table.diff.before.name, &self.table.diff.after.name);
        let lost_default = self.stop_counting(before, after);
        if before.computed.is_some() && after.computed.is_none() {
            let clause = Clause::DropExpression(before.name.clone());
            self.plan.early.push(Statement::alter_by(old_table, clause));
        }
        let retyped = self.table.retyped.contains(&before.name);
        let mut old = default_of(old_table, before).filter(|_| !lost_default);
        let new = default_of(new_table, after);
        // The server knows the sequence itself, whatever it is called.
        if old.is_some() && self.sequences.is_renamed((old_table, before), (new_table, after)) {
            old.clone_from(&new);
        }
        if let Some(default) = &old {
            let counted = old == new && counts(default);
            let names_type = self.replaced.iter().any(|r| words::mentions(default, &r.name));
            if retyped && !counted || names_type {
                self.plan.clauses.push(Clause::DropDefault(after.name.clone()));
                old = None;
            }
        }
        if retyped {
            let clause = self.set_type(before, after);
            self.plan.clauses.push(clause);
        }
        self.change_storage(before, after);
        if old != new {
            let column = after.name.clone();
            self.plan.clauses.push(match new {
                Some(default) => Clause::SetDefault { column, default },
                None => Clause::DropDefault(column),
            });
        }
        self.change_nullability(before, after);
        self.change_counting(before, after);
    }

    /// What of a column is not its parent's, when that has changed.
    fn inherited(&mut self, place: InheritedColumn, after: &Column) {
        let table = self.table;
        let old = table.diff.name_before(&after.name);
        let aspects = table.column_aspects(old.unwrap_or(&after.name));
        let above = table.changed_above.contains(&after.name);
        if aspects.default || place.own_default && above {
            self.plan.clauses.push(own_default(after));
        }
        if aspects.nullable || place.own_nullability && above {
            self.plan.clauses.push(nullability(after));
        }
        if let Some(before) = old.and_then(|old| table.diff.before.column(old))
            && aspects.options
        {
            self.change_storage(before, after);
        }
    }

    fn set_type(&self, before: &Column, after: &Column) -> Clause {
        let native = |c: &Column| c.ty.native().unwrap_or_default().to_owned();
        let (from, to) = (native(before), native(after));
        let cast = self.table.cast.contains(&before.name);
        let using = if after.computed.is_some() {
            None
        } else if from != to {
            conversion(&after.name, &from, &to).using()
        } else if cast {
            anew::using((self.diff, &to), &after.name, self.aside)
        } else {
            None
        };
        let (column, collation) = (after.name.clone(), after.collation.clone());
        Clause::SetType { column, ty: to, collation, using }
    }

    /// How the values are stored and compressed, and what is collected of them. A new type begins in its own way.
    fn change_storage(&mut self, before: &Column, after: &Column) {
        let (old, new) = (ColumnOptions::read(before), ColumnOptions::read(after));
        let retyped = before.ty != after.ty;
        match (old.storage, new.storage) {
            (old, Some(new)) if old.as_ref() != Some(&new) || retyped => {
                let (column, storage) = (after.name.clone(), new);
                self.plan.clauses.push(Clause::SetStorage { column, storage });
            }
            (Some(_), None) if !retyped => {
                let native = after.ty.native().unwrap_or_default();
                let usual = match words::type_name(native).1.as_str() {
                    "numeric" | "inet" | "cidr" => "main",
                    _ => "extended",
                };
                let (column, storage) = (after.name.clone(), usual.to_owned());
                self.plan.clauses.push(Clause::SetStorage { column, storage });
            }
            _ => {}
        }
        if old.compression != new.compression {
            let (column, method) = (after.name.clone(), new.compression);
            self.plan.clauses.push(Clause::SetCompression { column, method });
        }
        if old.statistics != new.statistics {
            let (column, target) = (after.name.clone(), new.statistics);
            self.plan.clauses.push(Clause::SetStatistics { column, target });
        }
        let (old, new) = (old.parameters, new.parameters);
        let gone = old.keys().filter(|name| !new.contains_key(*name)).cloned();
        if let Some(parameters) = NonEmpty::collect(gone) {
            let column = after.name.clone();
            self.plan.clauses.push(Clause::ResetColumnParameters { column, parameters });
        }
        let set = new.into_iter().filter(|(name, value)| old.get(name) != Some(value));
        if let Some(parameters) = NonEmpty::collect(set) {
            let column = after.name.clone();
            self.plan.clauses.push(Clause::SetColumnParameters { column, parameters });
        }
    }

    fn change_nullability(&mut self, before: &Column, after: &Column) {
        let table = &self.table.diff.after.name;
        let name = after.name.clone();
        match (before.nullable, after.nullable) {
            (true, true) => return,
            (false, true) => {
                if !not_null::is_in_the_way(self.table, before) {
                    self.plan.clauses.push(Clause::DropNotNull(name));
                }
                return;
            }
            (false, false) => {
                let (first, clauses) = not_null::kept(self.table, before, after);
                self.plan.first.extend(first);
                self.plan.clauses.extend(clauses);
                return;
            }
            (true, false) => {}
        }
        let required = required(after, self.constraint_names.spelt(table, after));
        match self.fill(&name).cloned() {
            Some(value) => {
                let column = ColumnName::new(table, &name);
                self.plan.fills.push(Statement::Fill { column, value, only_null: true });
                self.plan.after_fills.push(required);
            }
            None => self.plan.clauses.push(required),
        }
    }
}

/// What forbids NULL from now on, by a constraint of this name where it has to be said.
fn required(column: &Column, constraint: Option<NotNull>) -> Clause {
    let column = column.name.clone();
    match constraint {
        Some(constraint) => Clause::AddNotNull { column, constraint },
        None => Clause::SetNotNull(column),
    }
}

/// The columns that go, computed ones first: they hold on to those they are made of. And what forbids
/// NULL and goes, where another constraint gets its name.
pub fn drops(table: &TablePlan) -> Vec<Clause> {
    let lost: BTreeSet<&str> = table.lost_columns().collect();
    let goes = |c: &&Column| {
        lost.contains(c.name.as_str())
            && !table.gone_first.contains(&c.name)
            && !table.diff.is_inherited(&c.name)
    };
    let columns = table.diff.before.columns.iter().filter(goes);
    let (computed, plain): (Vec<&Column>, Vec<&Column>) =
        columns.partition(|c| c.computed.is_some());
    let drop = |c: &Column| Clause::DropColumn(c.name.clone());
    let kept = table.diff.before.columns.iter().filter(|c| !lost.contains(c.name.as_str()));
    let released = kept.filter(|c| not_null::is_in_the_way(table, c));
    let released = released.map(|c| Clause::DropNotNull(c.name.clone()));
    let dropped = computed.into_iter().chain(plain).map(drop);
    dropped.chain(released).collect()
}
