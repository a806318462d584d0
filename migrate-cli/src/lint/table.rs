//! The dangers of changing one table.

use super::counts::{self, rows};
use super::{Counts, Question};
use crate::dialect::{Dialect, Fills};
use crate::diff::{Aspects, Change, ColumnAspects, Renames, TableDiff};
use crate::hazard::{Hazard, HazardKind};
use model_core::schema::{Check, Column, ForeignKey, IndexTarget, Schema, Table};

/// What the dangers of a table are told from.
pub(super) struct Seen<'a> {
    pub dialect: &'a dyn Dialect,
    pub fills: &'a Fills,
    pub from: &'a Schema,
    pub renames: &'a Renames,
    pub counts: &'a Counts,
}

impl Seen<'_> {
    /// Adds the dangers of one table's change.
    pub fn altered(&self, diff: &TableDiff, is_rewritten: bool, found: &mut Vec<Hazard>) {
        let table = &diff.before.name;
        let object = format!("table {table}");
        let total = self.counts.get(&Question::Rows(table.clone()));
        if diff.is_renamed() {
            let message = format!("{object} is called {} from now on", diff.after.name);
            found.push(Hazard::new(HazardKind::Renames, &object, message));
        }
        let mut rewritten = is_rewritten;
        for change in &diff.columns {
            match change {
                Change::Added(column) => {
                    let key = (diff.after.name.clone(), column.name.clone());
                    if !self.fills.contains_key(&key) {
                        new_column(diff, column, total, found);
                    }
                }
                Change::Dropped(column) => dropped(diff, column, self.counts, found),
                Change::Renamed { before, after } => {
                    self.changed(diff, (before, after), ColumnAspects::NAME, found);
                }
                Change::Altered { before, after, aspects } => {
                    rewritten |= self.changed(diff, (before, after), *aspects, found);
                }
            }
        }
        if rewritten && total != Some(0) {
            let message = format!("every row of {object} is written again{}", of(total));
            found.push(Hazard::new(HazardKind::RewritesTable, &object, message).rows(total));
        }
        constraints(diff, self, found);
    }

    /// Adds the dangers of one column's change, and tells whether it has every row written again.
    fn changed(
        &self,
        diff: &TableDiff,
        (before, after): (&Column, &Column),
        aspects: ColumnAspects,
        found: &mut Vec<Hazard>,
    ) -> bool {
        let Self { dialect, counts, .. } = self;
        let table = &diff.before.name;
        let object = format!("column {table}.{}", before.name);
        let total = counts.get(&Question::Rows(table.clone()));
        let mut rewritten = false;
        if aspects.name {
            let message = format!("{object} is called {} from now on", after.name);
            found.push(Hazard::new(HazardKind::Renames, &object, message));
        }
        if aspects.ty {
            let (from, to) =
                (before.ty.native().unwrap_or_default(), after.ty.native().unwrap_or_default());
            let retype = match self.renames.values(table, &before.name) {
                Some(values) => {
                    let renamed = dialect.equivalence().type_with_renamed_values(from, values);
                    dialect.retype(&renamed, to)
                }
                None => dialect.retype(from, to),
            };
            let change = format!("from {} to {}", shown(from), shown(to));
            rewritten |= retype.rewrites;
            if retype.narrows && total != Some(0) {
                let message = format!("{object} goes {change}: values may not fit{}", of(total));
                found.push(Hazard::new(HazardKind::NarrowsType, &object, message).rows(total));
            }
            if retype.needs_cast && total != Some(0) {
                let message = format!("{object} goes {change}: values are converted{}", of(total));
                found.push(Hazard::new(HazardKind::NeedsCast, &object, message).rows(total));
            }
            if retype.loses && total != Some(0) {
                let message = format!("down can't bring back what {object} loses {change}");
                found.push(Hazard::new(HazardKind::Irreversible, &object, message));
            }
        }
        if aspects.computed
            && after.computed.is_some()
            && before.computed.is_none()
            && total != Some(0)
        {
            let message = format!("{object} is computed from now on: its values go{}", of(total));
            found.push(Hazard::new(HazardKind::DropsData, &object, message).rows(total));
            let message = format!("down can't bring back the values of {object}");
            found.push(Hazard::new(HazardKind::Irreversible, &object, message));
        }
        if aspects.nullable && !after.nullable {
            let nulls = counts.get(&Question::Nulls(table.clone(), before.name.clone()));
            if nulls != Some(0) {
                let what = match nulls {
                    Some(nulls) => format!("{} hold NULL now", rows(nulls)),
                    None => "a row that holds NULL stops the migration".to_owned(),
                };
                let message = format!("{object} becomes required, and {what}");
                found.push(Hazard::new(HazardKind::NotNullOnRows, &object, message).rows(nulls));
            }
        }
        rewritten
    }
}

fn of(total: Option<u64>) -> String {
    total.map(|total| format!(", {} now", rows(total))).unwrap_or_default()
}

fn new_column(diff: &TableDiff, column: &Column, total: Option<u64>, found: &mut Vec<Hazard>) {
    if column.needs_value() && total != Some(0) {
        let object = format!("column {}.{}", diff.after.name, column.name);
        let message =
            format!("{object} is required and existing rows have no value for it{}", of(total));
        found.push(Hazard::new(HazardKind::NotNullOnRows, object, message).rows(total));
    }
}

fn dropped(diff: &TableDiff, column: &Column, counts: &Counts, found: &mut Vec<Hazard>) {
    let table = &diff.before.name;
    let object = format!("column {table}.{}", column.name);
    let values = counts.get(&Question::Values(table.clone(), column.name.clone()));
    let what = match values {
        Some(0) => "which holds no value".to_owned(),
        Some(count) => format!("with its values in {}", rows(count)),
        None => "with its values".to_owned(),
    };
    found.push(
        Hazard::new(HazardKind::DropsColumn, &object, format!("{object} goes, {what}"))
            .rows(values),
    );
    if values != Some(0) && column.computed.is_none() {
        let message = format!("down makes {object} again, without its values");
        found.push(Hazard::new(HazardKind::Irreversible, &object, message));
    }
}

fn shown(ty: &str) -> &str {
    if ty.is_empty() { "no type" } else { ty }
}

fn constraints(diff: &TableDiff, seen: &Seen<'_>, found: &mut Vec<Hazard>) {
    let Seen { from, counts, .. } = seen;
    let table = &diff.after.name;
    let unnamed = |name: &Option<String>| name.clone().unwrap_or_else(|| "without a name".into());
    let mut on_rows = |kind, what: String, question: Option<Question>, verb: &str| {
        let broken = question.and_then(|q| counts.get(&q));
        let message = match broken {
            Some(0) => return,
            Some(count) => format!("{what} on {table}: {} {verb} it now", rows(count)),
            None => format!("{what} on {table}: a row that breaks it stops the migration"),
        };
        found.push(Hazard::new(kind, what, message).rows(broken));
    };
    for unique in diff.uniques.iter().filter_map(|c| c.made(|aspects| aspects.columns)) {
        let columns: Vec<&str> = unique.columns.iter().map(|c| c.name.as_str()).collect();
        let what = format!("unique {}", unnamed(&unique.name));
        on_rows(
            HazardKind::UniqueOnRows,
            what,
            counts::duplicates(diff, &columns),
            "(by groups) break",
        );
    }
    for index in diff.indexes.iter().filter_map(Change::after).filter(|i| i.unique) {
        let columns: Option<Vec<&str>> = index
            .columns
            .iter()
            .map(|c| match &c.target {
                IndexTarget::Column(name) if index.predicate.is_none() => Some(name.as_str()),
                _ => None,
            })
            .collect();
        let question = columns.and_then(|columns| counts::duplicates(diff, &columns));
        let what = format!("unique index {}", index.name);
        on_rows(HazardKind::UniqueOnRows, what, question, "(by groups) break");
    }
    for check in diff
        .checks
        .iter()
        .filter_map(|c| c.made(|aspects| aspects.expression))
        .filter(|c| !c.not_valid && !lists_renamed_values(diff, seen, c))
    {
        let question = Question::Breaking(diff.before.name.clone(), check.expression.clone());
        let what = format!("check {}", unnamed(&check.name));
        on_rows(HazardKind::CheckOnRows, what, Some(question), "break");
    }
    let leads_elsewhere = |change: &&Change<ForeignKey>| {
        change.kept().is_none_or(|(before, after, aspects)| {
            aspects.columns || aspects.references || before.references != after.references
        })
    };
    for key in diff
        .foreign_keys
        .iter()
        .filter(leads_elsewhere)
        .filter_map(Change::after)
        .filter(|k| !k.not_valid && !is_of_nulls(diff, k))
    {
        let what = format!("foreign key {}", unnamed(&key.name));
        on_rows(HazardKind::ForeignKeyOnRows, what, counts::orphans(diff, key, from), "break");
    }
}

/// Whether a column of the key is new and without a value in every row: NULL leads nowhere.
fn is_of_nulls(diff: &TableDiff, key: &ForeignKey) -> bool {
    let is_empty = |column: &&String| {
        diff.columns.iter().any(|change| {
            matches!(change, Change::Added(new) if new.name == **column
                && new.nullable && new.default.is_none() && new.computed.is_none())
        })
    };
    let empty = key.columns.iter().filter(is_empty).count();
    if key.match_full { empty == key.columns.len() } else { empty > 0 }
}

/// Whether a check lists the values of a column under their new names: the rows have them by then.
fn lists_renamed_values(diff: &TableDiff, seen: &Seen<'_>, check: &Check) -> bool {
    let alone = Table { checks: vec![check.clone()], ..Table::default() };
    let lists = |column: &Column| !seen.dialect.equivalence().values(&alone, column).is_empty();
    diff.kept_columns.iter().any(|(before, after)| {
        seen.renames.values(&diff.before.name, before).is_some()
            && diff.after.column(after).is_some_and(lists)
    })
}
