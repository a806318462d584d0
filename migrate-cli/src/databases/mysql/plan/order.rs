//! An expression may only name columns that stand before its own where those have an expression, too
//! (3107, 3767; MariaDB 4029). A column whose expression would name a later one is moved behind that.

use model_core::schema::{Column, DefaultValue};

use super::column::{ColumnPlan, Restatement};
use crate::databases::mysql::session::LEXIS;
use crate::databases::mysql::statement::{ColumnDefinition, Place};
use crate::diff::TableDiff;

/// The plans of all columns, with those moved that have to be.
pub fn moved(diff: &TableDiff, plans: Vec<ColumnPlan>) -> Vec<ColumnPlan> {
    let mut order = Order::new(diff, &plans);
    let (drops, mut plans): (Vec<ColumnPlan>, Vec<ColumnPlan>) =
        plans.into_iter().partition(|plan| matches!(plan, ColumnPlan::Drop(_)));
    let mut ordered = drops;
    // No column of the target names a later one, so that each is in its place before it is named.
    for column in &diff.after.columns {
        let at = plans.iter().position(|plan| plan.name_after() == Some(&column.name));
        let plan = at.map(|at| plans.remove(at));
        match order.moved_behind(diff, column) {
            None => ordered.extend(plan),
            Some(place) => ordered.extend(placed(diff, column, plan, place)),
        }
    }
    ordered.extend(plans);
    ordered
}

/// The names of a table's columns, in the order in which the statements leave them.
struct Order(Vec<String>);

impl Order {
    fn new(diff: &TableDiff, plans: &[ColumnPlan]) -> Self {
        let is_placed = |name: &str| {
            plans.iter().any(|plan| plan.place().is_some() && plan.name_after() == Some(name))
        };
        let kept = diff.before.columns.iter().filter_map(|column| diff.name_after(&column.name));
        let kept = kept.filter(|name| !is_placed(name)).map(str::to_owned);
        let mut order = Self(kept.collect());
        for plan in plans {
            if let (Some(name), Some(place)) = (plan.name_after(), plan.place()) {
                order.put(name, place);
            }
        }
        order
    }

    fn put(&mut self, name: &str, place: &Place) {
        self.0.retain(|other| other != name);
        let at = match place {
            Place::First => 0,
            Place::After(previous) => self.position(previous).map_or(self.0.len(), |at| at + 1),
            Place::Last => self.0.len(),
        };
        self.0.insert(at, name.to_owned());
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|other| other == name)
    }

    /// The place that a column of the target needs, where the one it has is too early.
    fn moved_behind(&mut self, diff: &TableDiff, column: &Column) -> Option<Place> {
        let own = self.position(&column.name)?;
        let expression = expression(column)?;
        let named = diff.after.columns.iter().filter(|other| {
            self::expression(other).is_some() && LEXIS.mentions(expression, &other.name)
        });
        let last = named.filter_map(|other| self.position(&other.name)).max()?;
        let place = (last > own).then(|| Place::After(self.0[last].clone()))?;
        self.put(&column.name, &place);
        Some(place)
    }
}

/// What a column computes, or has for a default.
fn expression(column: &Column) -> Option<&str> {
    let computed = column.computed.as_ref().map(|computed| computed.expression.as_str());
    let default = column.default.as_ref().and_then(DefaultValue::sql);
    computed.or(default.filter(|sql| sql.contains('(')))
}

fn placed(
    diff: &TableDiff,
    column: &Column,
    plan: Option<ColumnPlan>,
    place: Place,
) -> Option<ColumnPlan> {
    match plan {
        Some(ColumnPlan::Add { definition, .. }) => Some(ColumnPlan::Add { definition, place }),
        Some(ColumnPlan::Recreate { from, to, holds_values, .. }) => {
            Some(ColumnPlan::Recreate { from, to, place, holds_values })
        }
        Some(ColumnPlan::Restate(mut column)) => {
            column.place = place;
            Some(ColumnPlan::Restate(column))
        }
        Some(ColumnPlan::Materialize(mut column)) => {
            column.place = place;
            Some(ColumnPlan::Materialize(column))
        }
        // It is stated again for nothing but its place.
        plan @ (None | Some(ColumnPlan::Rename { .. } | ColumnPlan::Drop(_))) => {
            let before = diff.name_before(&column.name).and_then(|name| diff.before.column(name));
            let Some(before) = before else { return plan };
            Some(ColumnPlan::Restate(Box::new(Restatement {
                before: before.clone(),
                after: ColumnDefinition::new(&diff.after, column),
                place,
                converts: false,
                starts_counting: false,
                stops_counting: false,
            })))
        }
    }
}
