//! The order in which SQLite can be brought from one schema to another.
//!
//! Views and triggers that go, indexes that go, tables that go and that nothing leads to, columns that go; then
//! every rename; then, parents first, what is new or changed; then the other tables that go, and the views
//! and triggers that come. `ALTER TABLE` where it
//! suffices, one rebuild per table where it does not. All in one migration: in Diesel's transaction
//! where no row of another table is in danger, and else in one of its own with keys switched off.

#[cfg_attr(not(feature = "sqlite"), path = "not_asked.rs")]
mod asked;
mod keys;
pub(super) mod names;
mod native;
mod objects;
mod rebuild;
mod refuse;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{QualifiedName, ReferentialAction, Table};

use self::keys::Keys;
use self::names::{Fates, TableAtEnd, find_table, fold};
use crate::databases::sqlite::statement::Statement;
use crate::dialect::Fills;
use crate::diff::{Change, SchemaDiff, TableChange, TableDiff};
use crate::plan::{IdentifierLimit, Plan, PlanError, TemporaryNames, Transaction, creation_order};

/// The statements from one SQLite schema to the other.
pub fn plan(diff: &SchemaDiff, fills: &Fills) -> Result<Plan, PlanError> {
    refuse::check(diff)?;
    let mut in_the_way = BTreeSet::new();
    loop {
        let mut planner = Planner::new(diff, fills);
        let objects = objects::objects(diff, &planner.rebuilt, &in_the_way)?;
        planner.statements.extend(objects.dropped);
        planner.drop_indexes();
        let late = planner.drop_early();
        planner.drop_columns();
        planner.rename();
        planner.make();
        planner.drop_late(late);
        planner.statements.extend(objects.made);
        let before = in_the_way.len();
        in_the_way.extend(asked::in_the_way(diff, &planner.statements));
        if in_the_way.len() == before {
            return Ok(Plan { remade: objects.remade, ..planner.finish() });
        }
    }
}

struct Planner<'a> {
    diff: &'a SchemaDiff,
    fates: Fates<'a>,
    fills: &'a Fills,
    /// Altered tables that are made anew, by their names at the start.
    rebuilt: BTreeSet<QualifiedName>,
    keys: Keys<'a>,
    statements: Vec<Statement>,
    /// Why enforcement has to be off; it stays on where nothing is said.
    unsafe_with_keys: bool,
    /// Rows that lead to others are moved.
    moves_children: bool,
    /// Some of those lead elsewhere from now on.
    changes_keys: bool,
    /// Tables whose rows are moved or go, by folded names at the end.
    touched: BTreeSet<String>,
}

impl<'a> Planner<'a> {
    fn new(diff: &'a SchemaDiff, fills: &'a Fills) -> Self {
        let fates = Fates::of(diff);
        let keys = Keys::at_start(diff, &fates);
        let rebuilt = diff
            .kept_tables()
            .filter(|t| !native::suffices(t, &keys, fills))
            .map(|t| t.before.name.clone())
            .collect();
        Self {
            diff,
            fates,
            fills,
            rebuilt,
            keys,
            statements: Vec::new(),
            unsafe_with_keys: false,
            moves_children: false,
            changes_keys: false,
            touched: BTreeSet::new(),
        }
    }

    fn altered(&self) -> impl Iterator<Item = &'a TableDiff> + use<'a> {
        self.diff.kept_tables()
    }

    fn dropped(&self) -> impl Iterator<Item = &'a Table> + use<'a> {
        self.diff.dropped_tables()
    }

    fn is_rebuilt(&self, before: &QualifiedName) -> bool {
        self.rebuilt.contains(before)
    }

    /// An index goes by itself where its table stays in place, and where another table is to have one of
    /// its name: indexes share one space of names.
    fn drop_indexes(&mut self) {
        let altered: BTreeMap<&QualifiedName, &TableDiff> =
            self.altered().map(|t| (&t.before.name, t)).collect();
        let mut wanted: BTreeMap<String, Vec<TableAtEnd>> = BTreeMap::new();
        for table in &self.diff.to.tables {
            for index in &table.indexes {
                let holders = wanted.entry(fold(&index.name)).or_default();
                holders.push(TableAtEnd::named(&table.name.name));
            }
        }
        for table in &self.diff.from.tables {
            let altered = altered.get(&table.name);
            let after = self.fates.at_end(&table.name.name);
            for index in &table.indexes {
                let changed = altered.is_some_and(|t| {
                    !self.is_rebuilt(&table.name)
                        && t.indexes.iter().filter_map(Change::before).any(|i| i.name == index.name)
                });
                let holders = wanted.get(&fold(&index.name));
                let moved = holders.into_iter().flatten().any(|holder| *holder != after);
                if changed || moved {
                    let name = index.name.clone();
                    self.statements.push(Statement::DropIndex(name));
                }
            }
        }
    }

    /// Drops the tables that nothing leads to once their own children are gone, and those whose name
    /// is wanted by another. Gives the rest.
    fn drop_early(&mut self) -> Vec<&'a Table> {
        let dropped: Vec<&Table> = self.dropped().collect();
        let left = self.drop_leaves(dropped, |planner, table| {
            !planner.is_led_to(table) && !restricts_itself(table)
        });
        let tables = self.diff.to.tables.iter();
        let wanted: BTreeSet<String> = tables.map(|t| fold(&t.name.name)).collect();
        let (early, late): (Vec<_>, Vec<_>) =
            left.into_iter().partition(|t| wanted.contains(&fold(&t.name.name)));
        for table in early {
            self.drop_table(table);
        }
        late
    }

    fn drop_late(&mut self, mut left: Vec<&'a Table>) {
        while !left.is_empty() {
            left = self.drop_leaves(left, |planner, table| !planner.is_led_to(table));
            // A ring is opened at its first.
            if !left.is_empty() {
                self.drop_table(left.remove(0));
            }
        }
    }

    /// Drops the tables that are leaves, the first of the list first, as each lets others become one. Gives the rest.
    fn drop_leaves(
        &mut self,
        tables: Vec<&'a Table>,
        is_leaf: impl Fn(&Self, &Table) -> bool,
    ) -> Vec<&'a Table> {
        let places: BTreeMap<TableAtEnd, usize> = tables
            .iter()
            .enumerate()
            .map(|(place, table)| (self.fates.at_end(&table.name.name), place))
            .collect();
        let mut left: BTreeSet<usize> = (0..tables.len()).collect();
        let mut leaves: BTreeSet<usize> =
            left.iter().copied().filter(|place| is_leaf(self, tables[*place])).collect();
        while let Some(place) = leaves.pop_first() {
            let table = tables[place];
            let parents = self.keys.parents_of(&self.fates.at_end(&table.name.name));
            left.remove(&place);
            self.drop_table(table);
            let freed = parents.iter().filter_map(|parent| places.get(parent).copied());
            leaves.extend(freed.filter(|p| left.contains(p) && is_leaf(self, tables[*p])));
        }
        left.into_iter().map(|place| tables[place]).collect()
    }

    /// Whether a table of the start is led to by another that is still there.
    fn is_led_to(&self, table: &Table) -> bool {
        self.keys.others_lead_to(&self.fates.at_end(&table.name.name))
    }

    fn drop_table(&mut self, table: &Table) {
        if self.is_led_to(table) || restricts_itself(table) {
            self.unsafe_with_keys = true;
        }
        self.keys.remove(&self.fates.at_end(&table.name.name));
        self.touched.insert(fold(&table.name.name));
        self.statements.push(Statement::DropTable(table.name.name.clone()));
    }

    fn drop_columns(&mut self) {
        for table in self.altered().filter(|t| !self.rebuilt.contains(&t.before.name)) {
            self.statements.extend(native::drops(table));
        }
    }

    /// Renames are SQLite's own work throughout: it takes along the keys, indexes, views and triggers
    /// that name what is renamed.
    fn rename(&mut self) {
        let mut names = names::temporary(self.diff);
        let same = |a: &String, b: &String| fold(a) == fold(b);
        let aside = |old: &str| names.make(&format!("__migrate_{old}"), "");
        let tables: Vec<(String, String)> = self
            .altered()
            .map(|t| (t.before.name.name.clone(), t.after.name.name.clone()))
            .collect();
        for (from, to) in names::in_order(&tables, aside) {
            self.statements.push(Statement::RenameTable { from, to });
        }
        for table in self.altered() {
            let mut columns: Vec<(String, String)> =
                table.kept_columns.iter().filter(|(old, new)| old != new).cloned().collect();
            if columns.is_empty() {
                continue;
            }
            let own = table.before.columns.iter().chain(&table.after.columns);
            let mut names =
                TemporaryNames::new(IdentifierLimit::None, own.map(|c| c.name.as_str()));
            let mut aside = |old: &str| names.make(&format!("__migrate_{old}"), "");
            // A column that goes with the rebuild makes way for one that takes its name.
            for column in &table.before.columns {
                let in_the_way = columns.iter().any(|(_, new)| same(new, &column.name));
                if table.name_after(&column.name).is_none()
                    && self.is_rebuilt(&table.before.name)
                    && in_the_way
                {
                    columns.push((column.name.clone(), aside(&column.name)));
                }
            }
            for (from, to) in names::in_order(&columns, aside) {
                let table = table.after.name.name.clone();
                self.statements.push(Statement::RenameColumn { table, from, to });
            }
        }
    }

    /// What is new or changed, parents before their children.
    fn make(&mut self) {
        let mut there: BTreeSet<String> = self
            .diff
            .to
            .tables
            .iter()
            .filter(|t| !self.fates.is_new(&t.name))
            .map(|t| fold(&t.name.name))
            .collect();
        for table in self.in_order() {
            match self.fates.kept(&table.name) {
                None => {
                    self.statements.push(Statement::CreateTable(table.clone()));
                    self.create_indexes(&table.name, table.indexes.iter());
                }
                Some(diff) if self.is_rebuilt(&diff.before.name) => {
                    if self.is_dangerous(table, &there) {
                        self.unsafe_with_keys = true;
                    }
                    self.moves_children |= !table.foreign_keys.is_empty();
                    self.changes_keys |= keys::are_changed(diff);
                    self.touched.insert(fold(&table.name.name));
                    self.statements.extend(rebuild::rebuild(self.diff, diff, self.fills));
                }
                Some(diff) => {
                    self.statements.extend(native::additions(diff));
                    let indexes = diff.indexes.iter().filter_map(Change::after);
                    self.create_indexes(&table.name, indexes);
                }
            }
            there.insert(fold(&table.name.name));
            self.keys.replace(table);
        }
    }

    /// The rows of a rebuilt table go in with `INSERT` and its old self out with `DROP TABLE`, which
    /// deletes them: with keys enforced the first needs every parent, the second hurts every child.
    fn is_dangerous(&self, table: &Table, there: &BTreeSet<String>) -> bool {
        self.keys.lead_to(&TableAtEnd::named(&table.name.name))
            || table.foreign_keys.iter().any(|key| {
                !there.contains(&fold(&key.references.name))
                    || fold(&key.references.name) == fold(&table.name.name)
                    || !keys::is_sound(&self.diff.to, key)
            })
    }

    fn in_order(&self) -> Vec<&'a Table> {
        let changed: Vec<&'a Table> = self
            .diff
            .tables
            .iter()
            .filter_map(|change| match change {
                TableChange::Added(table) => Some(table),
                TableChange::Renamed(table) | TableChange::Altered(table) => Some(&table.after),
                TableChange::Dropped(_) => None,
            })
            .collect();
        // Keys may write their parent in another case than its own.
        let spelled: Vec<Table> = changed
            .iter()
            .map(|table| {
                let mut keys = table.foreign_keys.clone();
                for key in &mut keys {
                    if let Some(parent) = find_table(&self.diff.to, &key.references.name) {
                        key.references = parent.name.clone();
                    }
                }
                Table { name: table.name.clone(), foreign_keys: keys, ..Table::default() }
            })
            .collect();
        let by_name: BTreeMap<&QualifiedName, &'a Table> =
            changed.iter().map(|t| (&t.name, *t)).collect();
        let order = creation_order(&spelled.iter().collect::<Vec<_>>());
        order.tables.iter().filter_map(|name| by_name.get(name).copied()).collect()
    }

    fn create_indexes<'b>(
        &mut self,
        table: &QualifiedName,
        indexes: impl Iterator<Item = &'b model_core::schema::Index>,
    ) {
        for index in indexes {
            let table = table.name.clone();
            self.statements.push(Statement::CreateIndex { table, index: index.clone() });
        }
    }

    fn finish(self) -> Plan {
        let is_rebuilt = |t: &&TableDiff| self.is_rebuilt(&t.before.name);
        let rewritten = self.altered().filter(is_rebuilt).map(|t| t.after.name.clone()).collect();
        if !self.unsafe_with_keys {
            let mut statements = self.statements;
            // A row that had no parent before has none while it is moved. With keys deferred SQLite
            // only counts how many more there are at the end. Where keys change that is not enough:
            // a row that is right from now on would make up for one that is wrong.
            if self.moves_children && !self.changes_keys {
                statements.insert(0, Statement::DeferForeignKeys);
            }
            return Plan { rewritten, ..Plan::transactional(statements) };
        }
        let (before, after) = keys::guards(self.diff, &self.fates, &self.touched);
        let mut statements = vec![Statement::IgnoreForeignKeys, Statement::Begin];
        statements.extend(before);
        statements.extend(self.statements);
        statements.extend(after);
        statements.extend([Statement::Commit, Statement::EnforceForeignKeys]);
        Plan { rewritten, ..Plan::new(statements, Transaction::Own) }
    }
}

/// Whether deleting the table's rows one by one can fail by its own key.
fn restricts_itself(table: &Table) -> bool {
    table.foreign_keys.iter().any(|key| {
        key.references.name.eq_ignore_ascii_case(&table.name.name)
            && key.on_delete == ReferentialAction::Restrict
    })
}
