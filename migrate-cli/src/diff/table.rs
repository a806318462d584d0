//! One table against itself on the other side.

use model_core::schema::{
    Check, ConstraintIndex, Exclusion, ForeignKey, Grant, Index, IndexTarget, KeyColumn,
    PrimaryKey, Table, Unique,
};

use super::{
    Aspects, Change, CheckAspects, Equivalence, ExclusionAspects, ForeignKeyAspects, IndexAspects,
    Object, PrimaryKeyAspects, Renames, TableAspects, TableChange, TableDiff, UniqueAspects,
    inheritance, pair,
};

/// Both sides of a table.
pub(super) struct Ends {
    pub before: Table,
    pub after: Table,
    /// See [`TableDiff::bound`].
    pub bound: bool,
    /// Whether start and target each say everything there is.
    pub complete: (bool, bool),
}

/// What differs, or `None`.
pub(super) fn compare(
    ends: Ends,
    renames: &Renames,
    equivalence: &dyn Equivalence,
) -> Option<TableChange> {
    let Ends { before, after, bound, complete } = &ends;
    let comparison = Comparison::new(&ends, renames, equivalence);
    let key = |table: &Table| table.partitioning.as_ref().map(|p| p.key.clone());
    let aspects = TableAspects {
        name: before.name != after.name,
        options: !equivalence.same_options(&before.options, &after.options),
        comment: before.comment != after.comment,
        grants: *complete == (true, true) && comparison.grants() != after.grants,
        partitioning: !comparison.same_optional(key(before).as_deref(), key(after).as_deref()),
        parents: !bound && before.parents().chain(after.parents()).next().is_some(),
        attached: *bound && inheritance::attached_differ(before, after),
    };
    let diff = TableDiff {
        columns: comparison.columns(),
        primary_key: comparison.primary_key(),
        uniques: comparison.uniques(),
        foreign_keys: comparison.foreign_keys(),
        checks: comparison.checks(),
        exclusions: comparison.exclusions(),
        indexes: comparison.indexes(),
        kept_columns: comparison.kept,
        aspects,
        bound: *bound,
        before: before.clone(),
        after: after.clone(),
    };
    let only_name = TableAspects { name: true, ..TableAspects::default() };
    match diff.has_same_content() {
        true if aspects == TableAspects::default() => None,
        true if aspects == only_name => Some(TableChange::Renamed(Box::new(diff))),
        _ => Some(TableChange::Altered(Box::new(diff))),
    }
}

/// What is set of an index, as it is of the one behind a constraint.
fn settings(index: &Index) -> ConstraintIndex {
    ConstraintIndex {
        clustered: index.clustered,
        replica_identity: index.replica_identity,
        ..ConstraintIndex::default()
    }
}

pub(super) struct Comparison<'a> {
    pub(super) before: &'a Table,
    pub(super) after: &'a Table,
    pub(super) bound: bool,
    complete: (bool, bool),
    renames: &'a Renames,
    pub(super) equivalence: &'a dyn Equivalence,
    pub(super) kept: Vec<(String, String)>,
}

impl<'a> Comparison<'a> {
    fn new(ends: &'a Ends, renames: &'a Renames, equivalence: &'a dyn Equivalence) -> Self {
        let Ends { before, after, bound, complete } = ends;
        let kept = before
            .columns
            .iter()
            .filter_map(|c| {
                let kept = renames.kept_column(&before.name, &c.name)?;
                Some((c.name.clone(), kept.to_owned()))
            })
            .filter(|(_, new)| after.column(new).is_some())
            .collect();
        let (bound, complete) = (*bound, *complete);
        Self { before, after, bound, complete, renames, equivalence, kept }
    }

    /// What others may do with it already, by the names of the target.
    fn grants(&self) -> Vec<Grant> {
        let grants = self.before.grants.iter();
        let mut grants: Vec<Grant> =
            grants.filter_map(|g| g.renamed(|column| self.renamed(column))).collect();
        grants.sort();
        grants
    }

    /// A column's name in the target. `None`: it is dropped, even where another took its name.
    fn renamed<'b>(&'b self, column: &'b str) -> Option<&'b str> {
        match self.kept.iter().find(|(before, _)| before == column) {
            Some((_, after)) => Some(after),
            None if self.before.column(column).is_some() => None,
            None => Some(column),
        }
    }

    /// Whether two comments differ. Models say nothing of those of constraints and indexes: none on
    /// their side is no difference.
    fn differ(&self, before: &Option<String>, after: &Option<String>) -> bool {
        let is_said = (self.complete.0 || before.is_some()) && (self.complete.1 || after.is_some());
        is_said && before != after
    }

    /// Whether what is set of two indexes differs, their comments apart. Models say nothing of it.
    fn differ_in_settings(&self, before: &ConstraintIndex, after: &ConstraintIndex) -> bool {
        let sorted = |of: &ConstraintIndex| {
            let mut parameters = of.parameters.clone();
            parameters.sort();
            ConstraintIndex { parameters, comment: None, ..of.clone() }
        };
        let (before, after) = (sorted(before), sorted(after));
        let is_said =
            (self.complete.0 || !before.is_unset()) && (self.complete.1 || !after.is_unset());
        is_said && before != after
    }

    fn same_columns(&self, before: &[String], after: &[String]) -> bool {
        before.iter().map(|c| self.renamed(c)).eq(after.iter().map(|c| Some(c.as_str())))
    }

    fn same_key_columns(&self, before: &[KeyColumn], after: &[KeyColumn]) -> bool {
        before.len() == after.len()
            && before.iter().zip(after).all(|(b, a)| {
                self.renamed(&b.name) == Some(&a.name)
                    && KeyColumn { name: a.name.clone(), ..b.clone() } == *a
            })
    }

    pub(super) fn same_expression(&self, before: &str, after: &str) -> bool {
        self.equivalence.same_expression(before, after)
            || self
                .equivalence
                .same_expression(&self.equivalence.renamed_expression(before, &self.kept), after)
    }

    pub(super) fn same_optional(&self, before: Option<&str>, after: Option<&str>) -> bool {
        match (before, after) {
            (None, None) => true,
            (Some(before), Some(after)) => self.same_expression(before, after),
            _ => false,
        }
    }

    fn primary_key(&self) -> Option<Change<PrimaryKey>> {
        match (&self.before.primary_key, &self.after.primary_key) {
            (None, None) => None,
            (None, Some(after)) => Some(Change::Added(after.clone())),
            (Some(before), None) => Some(Change::Dropped(before.clone())),
            (Some(before), Some(after)) => {
                let aspects = PrimaryKeyAspects {
                    name: before.name != after.name,
                    columns: !self.same_key_columns(&before.columns, &after.columns)
                        || before.without_overlaps != after.without_overlaps,
                    include: !self.same_columns(&before.include, &after.include),
                    deferrable: before.deferrable != after.deferrable,
                    on_conflict: before.on_conflict != after.on_conflict,
                    settings: self.differ_in_settings(&before.index, &after.index),
                    comment: self.differ(&before.comment, &after.comment)
                        || self.differ(&before.index.comment, &after.index.comment),
                };
                Change::between(before, after, aspects)
            }
        }
    }

    /// Pairs by name first, then by content: what differs in its name alone is a rename, and
    /// what has no name is known by what it says.
    fn by_name_or_content<T: Clone + Object>(
        &self,
        before: &[T],
        after: &[T],
        name: impl Fn(&T) -> Option<&str>,
        aspects: impl Fn(&T, &T) -> T::Aspects,
    ) -> Vec<Change<T>> {
        let named = |b: &T, a: &T| {
            name(b)
                .is_some_and(|old| Some(self.renames.constraint(&self.before.name, old)) == name(a))
        };
        let same_content = |b: &T, a: &T| {
            let aspects = aspects(b, a);
            !aspects.any() || aspects == T::Aspects::NAME
        };
        let has_namesake = |b: &T| after.iter().any(|a| named(b, a));
        let is_namesake = |a: &T| before.iter().any(|b| named(b, a));
        let (before_named, before_rest): (Vec<T>, Vec<T>) =
            before.iter().cloned().partition(has_namesake);
        let (after_named, after_rest): (Vec<T>, Vec<T>) =
            after.iter().cloned().partition(is_namesake);
        let mut changes = pair(&before_named, &after_named, named, &aspects);
        changes.extend(pair(&before_rest, &after_rest, same_content, &aspects));
        changes
    }

    fn uniques(&self) -> Vec<Change<Unique>> {
        self.by_name_or_content(
            &self.before.uniques,
            &self.after.uniques,
            |u| u.name.as_deref(),
            |before, after| UniqueAspects {
                name: before.name != after.name,
                columns: !self.same_key_columns(&before.columns, &after.columns)
                    || before.without_overlaps != after.without_overlaps,
                include: !self.same_columns(&before.include, &after.include),
                nulls_not_distinct: before.nulls_not_distinct != after.nulls_not_distinct,
                deferrable: before.deferrable != after.deferrable,
                on_conflict: before.on_conflict != after.on_conflict,
                settings: self.differ_in_settings(&before.index, &after.index),
                comment: self.differ(&before.comment, &after.comment)
                    || self.differ(&before.index.comment, &after.index.comment),
            },
        )
    }

    fn foreign_keys(&self) -> Vec<Change<ForeignKey>> {
        self.by_name_or_content(
            &self.before.foreign_keys,
            &self.after.foreign_keys,
            |k| k.name.as_deref(),
            |before, after| ForeignKeyAspects {
                name: before.name != after.name,
                columns: !self.same_columns(&before.columns, &after.columns)
                    || before.period != after.period,
                references: !self.same_target(before, after),
                actions: before.on_delete != after.on_delete
                    || before.on_update != after.on_update
                    || !self.same_columns(&before.on_delete_columns, &after.on_delete_columns),
                deferrable: before.deferrable != after.deferrable,
                match_full: before.match_full != after.match_full,
                not_valid: before.not_valid != after.not_valid,
                not_enforced: before.not_enforced != after.not_enforced,
                comment: self.differ(&before.comment, &after.comment),
            },
        )
    }

    /// Whether two keys lead to the same columns, which may have other names in the target.
    fn same_target(&self, before: &ForeignKey, after: &ForeignKey) -> bool {
        let parent = |column: &String| self.renames.column(&before.references, column).to_owned();
        self.renames.table(&before.references) == after.references
            && before
                .referenced_columns
                .iter()
                .map(parent)
                .eq(after.referenced_columns.iter().cloned())
    }

    fn checks(&self) -> Vec<Change<Check>> {
        self.by_name_or_content(
            &self.before.checks,
            &self.after.checks,
            |c| c.name.as_deref(),
            |before, after| CheckAspects {
                name: before.name != after.name,
                expression: !self.same_expression(&before.expression, &after.expression),
                no_inherit: before.no_inherit != after.no_inherit,
                not_valid: before.not_valid != after.not_valid,
                not_enforced: before.not_enforced != after.not_enforced,
                column: before.column.as_deref().and_then(|c| self.renamed(c))
                    != after.column.as_deref(),
                comment: self.differ(&before.comment, &after.comment),
            },
        )
    }

    fn exclusions(&self) -> Vec<Change<Exclusion>> {
        self.by_name_or_content(
            &self.before.exclusions,
            &self.after.exclusions,
            |e| Some(&e.name),
            |before, after| ExclusionAspects {
                name: before.name != after.name,
                definition: !self.same_expression(&before.definition, &after.definition),
                settings: self.differ_in_settings(&before.index, &after.index),
                comment: self.differ(&before.comment, &after.comment)
                    || self.differ(&before.index.comment, &after.index.comment),
            },
        )
    }

    fn indexes(&self) -> Vec<Change<Index>> {
        self.by_name_or_content(
            &self.before.indexes,
            &self.after.indexes,
            |i| Some(&i.name),
            |before, after| self.index_aspects(before, after),
        )
    }

    fn index_aspects(&self, before: &Index, after: &Index) -> IndexAspects {
        let same_columns = before.columns.len() == after.columns.len()
            && before.columns.iter().zip(&after.columns).all(|(b, a)| {
                let same_target = match (&b.target, &a.target) {
                    (IndexTarget::Column(b), IndexTarget::Column(a)) => self.renamed(b) == Some(a),
                    (IndexTarget::Expression(b), IndexTarget::Expression(a)) => {
                        self.same_expression(b, a)
                    }
                    _ => false,
                };
                let mut rest = b.clone();
                rest.target = a.target.clone();
                same_target && &rest == a
            });
        IndexAspects {
            name: before.name != after.name,
            columns: !same_columns,
            unique: before.unique != after.unique,
            nulls_not_distinct: before.nulls_not_distinct != after.nulls_not_distinct,
            method: before.method != after.method,
            include: !self.same_columns(&before.include, &after.include),
            predicate: !self.same_optional(before.predicate.as_deref(), after.predicate.as_deref()),
            options: !self.equivalence.same_options(&before.options, &after.options),
            settings: self.differ_in_settings(&settings(before), &settings(after)),
            comment: self.differ(&before.comment, &after.comment),
            definition: !self.same_definition(before, after),
        }
    }

    /// Whether two indexes are written alike. Where a name changed the text differs for that alone.
    fn same_definition(&self, before: &Index, after: &Index) -> bool {
        let (Some(b), Some(a)) = (&before.definition, &after.definition) else { return true };
        let renamed =
            self.before.name != self.after.name || self.kept.iter().any(|(old, new)| old != new);
        renamed || before.name != after.name || self.equivalence.same_definition(b, a)
    }
}
