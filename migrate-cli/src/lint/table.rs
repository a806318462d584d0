//! The dangers of changing one table.

use model_core::schema::Column;

use super::becoming::Becoming;
use super::constraints::constraints;
use super::counts::{exact, rows};
use super::retyped::{Retyped, retyped};
use super::{Counts, Question};
use crate::diff::{Aspects, Change, ColumnAspects, TableDiff};
use crate::hazard::{Hazard, HazardKind};

/// What the dangers of a table are told from.
pub(super) struct Seen<'a> {
    pub becoming: Becoming<'a>,
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
                    if !self.becoming.fills.contains_key(&key) {
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
            let hazard = Hazard::new(HazardKind::RewritesTable, &object, message);
            found.push(hazard.rows(exact(total)));
        }
        self.constrained(diff, total, found);
    }

    /// Adds the dangers of one column's change, and tells whether it has every row written again.
    fn changed(
        &self,
        diff: &TableDiff,
        columns: (&Column, &Column),
        aspects: ColumnAspects,
        found: &mut Vec<Hazard>,
    ) -> bool {
        let (before, after) = columns;
        let table = &diff.before.name;
        let object = format!("column {table}.{}", before.name);
        let mut rewritten = false;
        if aspects.name {
            let message = format!("{object} is called {} from now on", after.name);
            found.push(Hazard::new(HazardKind::Renames, &object, message));
        }
        let values = || self.counts.get(&Question::Values(table.clone(), before.name.clone()));
        let is_computed_anew = aspects.computed && after.computed.is_some();
        if aspects.ty {
            let retyped = retyped(self.becoming, diff, columns);
            rewritten |= retyped.rewrites;
            // What is computed is computed anew.
            if after.computed.is_none() {
                self.retyped(&retyped, &object, values(), found);
            }
        }
        if is_computed_anew && before.computed.is_none() && values() != Some(0) {
            let message = match values() {
                Some(count) => format!(
                    "{object} is computed from now on, and its values in {} go",
                    rows(count)
                ),
                None => format!("{object} is computed from now on: values that it may hold go"),
            };
            let hazard = Hazard::new(HazardKind::DropsData, &object, message);
            found.push(hazard.rows(exact(values())));
            let message = format!("down can't bring back the values of {object}");
            found.push(Hazard::new(HazardKind::Irreversible, &object, message));
        }
        let is_filled =
            self.becoming.fills.contains_key(&(diff.after.name.clone(), after.name.clone()));
        let becomes_required = !before.forbids_null() && after.forbids_null();
        if becomes_required && !is_filled && after.computed.is_none() {
            let nulls = self.counts.get(&Question::Nulls(table.clone(), before.name.clone()));
            if nulls != Some(0) {
                let what = match nulls {
                    Some(1) => "1 row holds NULL now".to_owned(),
                    Some(nulls) => format!("{} hold NULL now", rows(nulls)),
                    None => "a row that holds NULL stops the migration".to_owned(),
                };
                let message = format!("{object} becomes required, and {what}");
                let hazard = Hazard::new(HazardKind::NotNullOnRows, &object, message);
                found.push(hazard.rows(exact(nulls)));
            }
        }
        rewritten
    }

    /// Adds the dangers of another type.
    fn retyped(
        &self,
        retyped: &Retyped<'_>,
        object: &str,
        values: Option<u64>,
        found: &mut Vec<Hazard>,
    ) {
        if values == Some(0) {
            return;
        }
        let change = format!("from {} to {}", shown(retyped.from), shown(retyped.to));
        let unfit = retyped.unfit.as_ref().and_then(|q| self.counts.get(q));
        if retyped.narrows && unfit != Some(0) {
            let what = match unfit {
                Some(1) => "the value of 1 row does not fit".to_owned(),
                Some(count) => format!("the values of {} do not fit", rows(count)),
                None => "values may not fit".to_owned(),
            };
            let message = format!("{object} goes {change}: {what}");
            let hazard = Hazard::new(HazardKind::NarrowsType, object, message);
            found.push(hazard.rows(exact(unfit)));
        }
        let converted = self.counts.get(&retyped.converted);
        if retyped.needs_cast && converted != Some(0) {
            let what = match converted {
                Some(count) => format!("values are converted, {} now", rows(count)),
                None => "values may be converted".to_owned(),
            };
            let message = format!("{object} goes {change}: {what}");
            let hazard = Hazard::new(HazardKind::NeedsCast, object, message);
            found.push(hazard.rows(exact(converted)));
        }
        let is_untouched =
            unfit == Some(0) && (!retyped.needs_cast || converted == Some(0)) && retyped.narrows;
        if retyped.loses && !is_untouched {
            let message =
                format!("down may not bring back the values of {object} as they were {change}");
            found.push(Hazard::new(HazardKind::Irreversible, object, message));
        }
    }

    fn constrained(&self, diff: &TableDiff, total: Option<u64>, found: &mut Vec<Hazard>) {
        let table = &diff.after.name;
        for constraint in constraints(self.becoming, diff) {
            let what = constraint.what;
            let broken = match total {
                Some(0) => total,
                _ => constraint.question.and_then(|q| self.counts.get(&q)),
            };
            let message = match broken {
                Some(0) => continue,
                Some(count) => {
                    let [one, several] = constraint.verb;
                    let verb = if count == 1 { one } else { several };
                    format!("{what} on {table}: {} {verb} now", rows(count))
                }
                None => format!("{what} on {table}: a row that breaks it stops the migration"),
            };
            found.push(Hazard::new(constraint.kind, what, message).rows(exact(broken)));
        }
    }
}

fn of(total: Option<u64>) -> String {
    total.map(|total| format!(", {} now", rows(total))).unwrap_or_default()
}

fn new_column(diff: &TableDiff, column: &Column, total: Option<u64>, found: &mut Vec<Hazard>) {
    if !column.needs_value() || !column.forbids_null() || total == Some(0) {
        return;
    }
    let object = format!("column {}.{}", diff.after.name, column.name);
    let message = match total {
        Some(_) => {
            format!("{object} is required and existing rows have no value for it{}", of(total))
        }
        None => format!("{object} is required, and a row that is there has no value for it"),
    };
    let hazard = Hazard::new(HazardKind::NotNullOnRows, object, message);
    found.push(hazard.rows(exact(total)));
}

fn dropped(diff: &TableDiff, column: &Column, counts: &Counts, found: &mut Vec<Hazard>) {
    let table = &diff.before.name;
    let object = format!("column {table}.{}", column.name);
    let values = counts.get(&Question::Values(table.clone(), column.name.clone()));
    let what = match values {
        Some(0) => "which holds no value".to_owned(),
        Some(count) => format!("with its values in {}", rows(count)),
        None => "with the values that it may hold".to_owned(),
    };
    found.push(
        Hazard::new(HazardKind::DropsColumn, &object, format!("{object} goes, {what}"))
            .rows(exact(values)),
    );
    if values != Some(0) && column.computed.is_none() {
        let message = format!("down makes {object} again, without its values");
        found.push(Hazard::new(HazardKind::Irreversible, &object, message));
    }
}

fn shown(ty: &str) -> &str {
    if ty.is_empty() { "no type" } else { ty }
}
