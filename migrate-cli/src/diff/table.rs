//! One table against itself on the other side.

use model_core::schema::{
    Check, Column, ColumnType, DefaultValue, Exclusion, ForeignKey, Index, IndexTarget, KeyColumn,
    PrimaryKey, Table, Unique,
};

use super::{Change, ColumnAspects, ColumnChange, Equivalence, Renames, TableDiff, pair};

/// What differs, or `None`.
pub(super) fn compare(
    before: &Table,
    after: &Table,
    renames: &Renames,
    equivalence: &dyn Equivalence,
) -> Option<TableDiff> {
    let comparison = Comparison::new(before, after, renames, equivalence);
    let diff = TableDiff {
        columns: comparison.columns(),
        primary_key: comparison.primary_key(),
        uniques: comparison.uniques(),
        foreign_keys: comparison.foreign_keys(),
        checks: comparison.checks(),
        exclusions: comparison.exclusions(),
        indexes: comparison.indexes(),
        options: !equivalence.same_options(&before.options, &after.options),
        comment: before.comment != after.comment,
        kept_columns: comparison.kept,
        before: before.clone(),
        after: after.clone(),
    };
    let same = !diff.is_renamed()
        && diff.columns.is_empty()
        && diff.primary_key.is_none()
        && diff.uniques.is_empty()
        && diff.foreign_keys.is_empty()
        && diff.checks.is_empty()
        && diff.exclusions.is_empty()
        && diff.indexes.is_empty()
        && !diff.options
        && !diff.comment;
    (!same).then_some(diff)
}

struct Comparison<'a> {
    before: &'a Table,
    after: &'a Table,
    renames: &'a Renames,
    equivalence: &'a dyn Equivalence,
    kept: Vec<(String, String)>,
}

impl<'a> Comparison<'a> {
    fn new(
        before: &'a Table,
        after: &'a Table,
        renames: &'a Renames,
        equivalence: &'a dyn Equivalence,
    ) -> Self {
        let kept = before
            .columns
            .iter()
            .filter_map(|c| {
                let kept = renames.kept_column(&before.name, &c.name)?;
                Some((c.name.clone(), kept.to_owned()))
            })
            .filter(|(_, new)| after.column(new).is_some())
            .collect();
        Self { before, after, renames, equivalence, kept }
    }

    /// A column's name in the target; for a dropped one, a name that no column of the target has, even
    /// where another took its own.
    fn renamed(&self, column: &str) -> String {
        match self.kept.iter().find(|(before, _)| before == column) {
            Some((_, after)) => after.clone(),
            None if self.after.column(column).is_some() => format!("{column}\0"),
            None => column.to_owned(),
        }
    }

    fn same_expression(&self, before: &str, after: &str) -> bool {
        self.equivalence.same_expression(before, after)
            || self
                .equivalence
                .same_expression(&self.equivalence.renamed_expression(before, &self.kept), after)
    }

    fn same_optional(&self, before: Option<&str>, after: Option<&str>) -> bool {
        match (before, after) {
            (None, None) => true,
            (Some(before), Some(after)) => self.same_expression(before, after),
            _ => false,
        }
    }

    fn columns(&self) -> Vec<ColumnChange> {
        let mut changes = Vec::new();
        for after in &self.after.columns {
            let before = self
                .kept
                .iter()
                .find(|(_, new)| new == &after.name)
                .and_then(|(old, _)| self.before.column(old));
            match before {
                None => changes.push(ColumnChange::Added(after.clone())),
                Some(before) => {
                    let aspects = self.aspects(before, after);
                    if aspects.any() {
                        changes.push(ColumnChange::Altered {
                            before: Box::new(before.clone()),
                            after: Box::new(after.clone()),
                            aspects,
                        });
                    }
                }
            }
        }
        let dropped =
            self.before.columns.iter().filter(|c| !self.kept.iter().any(|(old, _)| old == &c.name));
        changes.extend(dropped.cloned().map(ColumnChange::Dropped));
        changes
    }

    fn aspects(&self, before: &Column, after: &Column) -> ColumnAspects {
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
        let same_generated = match (&before.generated, &after.generated) {
            (Some(b), Some(a)) => {
                b.stored == a.stored && self.same_expression(&b.expression, &a.expression)
            }
            (b, a) => b == a,
        };
        ColumnAspects {
            name: before.name != after.name,
            ty: !same_type,
            nullable: before.nullable != after.nullable,
            default: !same_default,
            generation: !self.equivalence.same_generation(&before.generation, &after.generation),
            generated: !same_generated,
            collation: before.collation != after.collation || before.charset != after.charset,
            on_update: !self.same_optional(before.on_update.as_deref(), after.on_update.as_deref()),
            comment: before.comment != after.comment,
            options: !self.equivalence.same_options(&before.options, &after.options),
        }
    }

    fn key_columns(&self, columns: &[KeyColumn]) -> Vec<KeyColumn> {
        let rename = |c: &KeyColumn| KeyColumn { name: self.renamed(&c.name), ..c.clone() };
        columns.iter().map(rename).collect()
    }

    /// The start's primary key in the target's names.
    fn translate_primary_key(&self, key: &PrimaryKey) -> PrimaryKey {
        PrimaryKey {
            columns: self.key_columns(&key.columns),
            include: key.include.iter().map(|c| self.renamed(c)).collect(),
            ..key.clone()
        }
    }

    fn primary_key(&self) -> Option<Change<PrimaryKey>> {
        match (&self.before.primary_key, &self.after.primary_key) {
            (None, None) => None,
            (None, Some(after)) => Some(Change::Added(after.clone())),
            (Some(before), None) => Some(Change::Dropped(before.clone())),
            (Some(before), Some(after)) => (self.translate_primary_key(before) != *after)
                .then(|| Change::Altered { before: before.clone(), after: after.clone() }),
        }
    }

    /// Pairs by name first, then by content: what differs in its name alone is a rename, and
    /// what has no name is known by what it says.
    fn by_name_or_content<T: Clone>(
        &self,
        before: &[T],
        after: &[T],
        name: impl Fn(&T) -> Option<&str>,
        same_content: impl Fn(&T, &T) -> bool,
    ) -> Vec<Change<T>> {
        let named = |b: &T, a: &T| {
            name(b)
                .is_some_and(|old| Some(self.renames.constraint(&self.before.name, old)) == name(a))
        };
        let unchanged = |b: &T, a: &T| name(b) == name(a) && same_content(b, a);
        let has_namesake = |b: &T| after.iter().any(|a| named(b, a));
        let is_namesake = |a: &T| before.iter().any(|b| named(b, a));
        let (before_named, before_rest): (Vec<T>, Vec<T>) =
            before.iter().cloned().partition(has_namesake);
        let (after_named, after_rest): (Vec<T>, Vec<T>) =
            after.iter().cloned().partition(is_namesake);
        let mut changes = pair(&before_named, &after_named, named, unchanged, true);
        changes.extend(pair(&before_rest, &after_rest, &same_content, unchanged, true));
        changes
    }

    fn uniques(&self) -> Vec<Change<Unique>> {
        self.by_name_or_content(
            &self.before.uniques,
            &self.after.uniques,
            |u| u.name.as_deref(),
            |before, after| {
                let mut before = Unique {
                    columns: self.key_columns(&before.columns),
                    include: before.include.iter().map(|c| self.renamed(c)).collect(),
                    ..before.clone()
                };
                before.name.clone_from(&after.name);
                before.renamed_from.clone_from(&after.renamed_from);
                before == *after
            },
        )
    }

    fn foreign_keys(&self) -> Vec<Change<ForeignKey>> {
        self.by_name_or_content(
            &self.before.foreign_keys,
            &self.after.foreign_keys,
            |k| k.name.as_deref(),
            |before, after| {
                let parent =
                    |column: &String| self.renames.column(&before.references, column).to_owned();
                let mut before = ForeignKey {
                    columns: before.columns.iter().map(|c| self.renamed(c)).collect(),
                    references: self.renames.table(&before.references),
                    referenced_columns: before.referenced_columns.iter().map(parent).collect(),
                    on_delete_columns: before
                        .on_delete_columns
                        .iter()
                        .map(|c| self.renamed(c))
                        .collect(),
                    ..before.clone()
                };
                before.name.clone_from(&after.name);
                before.renamed_from.clone_from(&after.renamed_from);
                before == *after
            },
        )
    }

    fn checks(&self) -> Vec<Change<Check>> {
        self.by_name_or_content(
            &self.before.checks,
            &self.after.checks,
            |c| c.name.as_deref(),
            |before, after| {
                self.same_expression(&before.expression, &after.expression)
                    && before.no_inherit == after.no_inherit
                    && before.not_valid == after.not_valid
                    && before.column.as_deref().map(|c| self.renamed(c)) == after.column
            },
        )
    }

    fn exclusions(&self) -> Vec<Change<Exclusion>> {
        self.by_name_or_content(
            &self.before.exclusions,
            &self.after.exclusions,
            |e| Some(&e.name),
            |before, after| self.same_expression(&before.definition, &after.definition),
        )
    }

    fn indexes(&self) -> Vec<Change<Index>> {
        self.by_name_or_content(
            &self.before.indexes,
            &self.after.indexes,
            |i| Some(&i.name),
            |before, after| self.same_index(before, after),
        )
    }

    fn same_index(&self, before: &Index, after: &Index) -> bool {
        let same_parts = before.columns.len() == after.columns.len()
            && before.columns.iter().zip(&after.columns).all(|(b, a)| {
                let same_target = match (&b.target, &a.target) {
                    (IndexTarget::Column(b), IndexTarget::Column(a)) => &self.renamed(b) == a,
                    (IndexTarget::Expression(b), IndexTarget::Expression(a)) => {
                        self.same_expression(b, a)
                    }
                    _ => false,
                };
                let mut rest = b.clone();
                rest.target = a.target.clone();
                same_target && &rest == a
            });
        same_parts
            && before.unique == after.unique
            && before.nulls_not_distinct == after.nulls_not_distinct
            && before.method == after.method
            && before.include.iter().map(|c| self.renamed(c)).eq(after.include.iter().cloned())
            && self.same_optional(before.predicate.as_deref(), after.predicate.as_deref())
            && self.equivalence.same_options(&before.options, &after.options)
            && before.comment == after.comment
            && self.same_definition(before, after)
    }

    fn same_definition(&self, before: &Index, after: &Index) -> bool {
        let (Some(b), Some(a)) = (&before.definition, &after.definition) else { return true };
        let renamed =
            self.before.name != self.after.name || self.kept.iter().any(|(old, new)| old != new);
        renamed || before.name != after.name || self.equivalence.same_definition(b, a)
    }
}
