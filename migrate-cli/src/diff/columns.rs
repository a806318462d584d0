//! The columns of a table against themselves on the other side.

use model_core::schema::{Column, ColumnType, DefaultValue, InheritedColumn};

use super::table::Comparison;
use super::{Change, ColumnAspects, inheritance};

impl Comparison<'_> {
    pub(super) fn columns(&self) -> Vec<Change<Column>> {
        let mut changes = Vec::new();
        for after in &self.after.columns {
            let before = self
                .kept
                .iter()
                .find(|(_, new)| new == &after.name)
                .and_then(|(old, _)| self.before.column(old));
            match before {
                None => match self.inherited(after) {
                    None => changes.push(Change::Added(after.clone())),
                    // It comes with the parent's.
                    Some(place) => {
                        let before = Column { comment: None, ..after.clone() };
                        let aspects = inheritance::new_column(place, after);
                        changes.extend(Change::between(&before, after, aspects));
                    }
                },
                Some(before) => {
                    changes.extend(Change::between(before, after, self.aspects(before, after)));
                }
            }
        }
        let goes = |c: &&Column| {
            let is_parents = self.bound && self.before.inherited.column(&c.name);
            !is_parents && !self.kept.iter().any(|(old, _)| old == &c.name)
        };
        let dropped = self.before.columns.iter().filter(goes);
        changes.extend(dropped.cloned().map(Change::Dropped));
        changes
    }

    /// How a column of the target is inherited, where that is its parents' business.
    fn inherited(&self, after: &Column) -> Option<InheritedColumn> {
        self.after.inherited.columns.get(&after.name).filter(|_| self.bound).copied()
    }

    fn aspects(&self, before: &Column, after: &Column) -> ColumnAspects {
        let all = self.all_aspects(before, after);
        match (self.inherited(after), self.before.inherited.columns.get(&before.name)) {
            (Some(new), Some(old)) => inheritance::kept_column(*old, new, all),
            _ => all,
        }
    }

    fn all_aspects(&self, before: &Column, after: &Column) -> ColumnAspects {
        let same_type = match (&before.ty, &after.ty) {
            (ColumnType::Native(b), ColumnType::Native(a)) => self.equivalence.same_type(b, a),
            (b, a) => b == a,
        };
        let same_default = match (&before.default, &after.default) {
            (Some(DefaultValue::Sql(b)), Some(DefaultValue::Sql(a))) => {
                let renamed = self.equivalence.renamed_expression(b, &self.kept);
                self.equivalence.same_default(b, a) || self.equivalence.same_default(&renamed, a)
            }
            (b, a) => b == a,
        };
        let same_computed = match (&before.computed, &after.computed) {
            (Some(b), Some(a)) => {
                b.stored == a.stored && self.same_expression(&b.expression, &a.expression)
            }
            (b, a) => b == a,
        };
        ColumnAspects {
            name: before.name != after.name,
            ty: !same_type,
            nullable: before.nullable != after.nullable,
            not_null: before.nullable == after.nullable && self.differ_in_constraint(before, after),
            default: !same_default,
            identity: !self.equivalence.same_identity(&before.identity, &after.identity),
            computed: !same_computed,
            collation: before.collation != after.collation || before.charset != after.charset,
            on_update: !self.same_optional(before.on_update.as_deref(), after.on_update.as_deref()),
            comment: before.comment != after.comment,
            options: !self.equivalence.same_options(&before.options, &after.options),
        }
    }

    /// Whether both databases keep a constraint that forbids NULL, and not the same one.
    fn differ_in_constraint(&self, before: &Column, after: &Column) -> bool {
        match (&before.not_null, &after.not_null) {
            (Some(before), Some(after)) => before != after,
            _ => false,
        }
    }
}
