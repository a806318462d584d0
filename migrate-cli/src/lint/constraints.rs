//! The constraints that rows which are there may break, and how to count those that do.

use model_core::schema::{Check, Column, ForeignKey, Index, IndexTarget, KeyColumn, Table};

use super::Question;
use super::becoming::Becoming;
use crate::diff::{Change, TableDiff};
use crate::hazard::HazardKind;

/// A constraint that is new, or newly looks at rows.
pub(super) struct Constraint {
    pub kind: HazardKind,
    /// `check item_size`
    pub what: String,
    /// Gives the rows that break it, where that can be asked.
    pub question: Option<Question>,
    /// What one of these does, and what several do.
    pub verb: [&'static str; 2],
}

/// Every constraint of a table that rows which are there may break. What only gets another name, or
/// whose tables and columns get one, is none of them.
pub(super) fn constraints(becoming: Becoming<'_>, diff: &TableDiff) -> Vec<Constraint> {
    let unnamed = |name: &Option<String>| name.clone().unwrap_or_else(|| "without a name".into());
    let mut found = Vec::new();
    let once = |what: String, parts: Vec<Part<'_>>, predicate, nulls_equal| {
        (!can_not_repeat(becoming, diff, &parts, nulls_equal)).then(|| Constraint {
            kind: HazardKind::UniqueOnRows,
            what,
            question: repeated(becoming, diff, &parts, predicate, nulls_equal),
            verb: ["would have to go or differ"; 2],
        })
    };
    if let Some(key) = diff.primary_key.as_ref().and_then(|c| c.made(|aspects| aspects.columns)) {
        let parts = key.columns.iter().map(Part::of_key).collect();
        found.extend(match key.without_overlaps {
            true => Some(overlapping("primary key".to_owned())),
            false => once("primary key".to_owned(), parts, None, false),
        });
    }
    let is_stricter = |unique: &Change<_>| {
        unique.made(|a: crate::diff::UniqueAspects| a.columns || a.nulls_not_distinct).is_some()
    };
    for unique in diff.uniques.iter().filter(|c| is_stricter(c)).filter_map(Change::after) {
        let parts = unique.columns.iter().map(Part::of_key).collect();
        let what = format!("unique {}", unnamed(&unique.name));
        found.extend(match unique.without_overlaps {
            true => Some(overlapping(what)),
            false => once(what, parts, None, unique.nulls_not_distinct),
        });
    }
    for index in diff.indexes.iter().filter_map(made_unique) {
        let parts = index.columns.iter().map(|column| match &column.target {
            IndexTarget::Column(name) => Part {
                target: Target::Column(name),
                collation: column.collation.as_deref(),
                prefix: column.prefix,
            },
            IndexTarget::Expression(sql) => {
                Part { target: Target::Expression(sql), collation: None, prefix: None }
            }
        });
        let what = format!("unique index {}", index.name);
        let predicate = index.predicate.as_deref();
        found.extend(once(what, parts.collect(), predicate, index.nulls_not_distinct));
    }
    for check in
        diff.checks.iter().filter_map(|c| c.made(|a| a.expression || a.not_valid || a.not_enforced))
    {
        if !check.not_valid && !check.not_enforced && !lists_renamed_values(becoming, diff, check) {
            found.push(Constraint {
                kind: HazardKind::CheckOnRows,
                what: format!("check {}", unnamed(&check.name)),
                question: breaking(becoming, diff, check),
                verb: ["breaks it", "break it"],
            });
        }
    }
    let leads_elsewhere = |aspects: crate::diff::ForeignKeyAspects| {
        aspects.columns
            || aspects.references
            || aspects.match_full
            || aspects.not_valid
            || aspects.not_enforced
    };
    for key in diff.foreign_keys.iter().filter_map(|c| c.made(leads_elsewhere)) {
        if !key.not_valid && !key.not_enforced && !is_of_nulls(becoming, diff, key) {
            found.push(Constraint {
                kind: HazardKind::ForeignKeyOnRows,
                what: format!("foreign key {}", unnamed(&key.name)),
                // Spans of time may be covered by several rows together.
                question: (!key.period).then(|| orphans(becoming, diff, key)).flatten(),
                verb: ["has no parent", "have no parent"],
            });
        }
    }
    found
}

/// What no two rows may overlap in, which is not counted.
fn overlapping(what: String) -> Constraint {
    Constraint {
        kind: HazardKind::UniqueOnRows,
        what,
        question: None,
        verb: ["would have to go or differ"; 2],
    }
}

/// A part of what must not repeat.
struct Part<'a> {
    target: Target<'a>,
    collation: Option<&'a str>,
    prefix: Option<u32>,
}

enum Target<'a> {
    Column(&'a str),
    Expression(&'a str),
}

impl<'a> Part<'a> {
    fn of_key(column: &'a KeyColumn) -> Self {
        let KeyColumn { name, collation, prefix, .. } = column;
        Self { target: Target::Column(name), collation: collation.as_deref(), prefix: *prefix }
    }

    fn sql(&self, becoming: Becoming<'_>) -> String {
        let dialect = becoming.dialect;
        let mut sql = match self.target {
            Target::Column(name) => dialect.quote(name),
            Target::Expression(sql) => format!("({sql})"),
        };
        if let Some(length) = self.prefix {
            sql = dialect.prefix(&sql, length);
        }
        match self.collation {
            Some(collation) => dialect.collated(&sql, collation),
            None => sql,
        }
    }
}

/// An index that is unique and was not, or that rows are in which were not.
fn made_unique(change: &Change<Index>) -> Option<&Index> {
    let index = change.made(|a| a.unique || a.columns || a.predicate || a.nulls_not_distinct)?;
    index.unique.then_some(index)
}

/// Whether a part is different in every row, or NULL in every row.
fn can_not_repeat(
    becoming: Becoming<'_>,
    diff: &TableDiff,
    parts: &[Part<'_>],
    nulls_equal: bool,
) -> bool {
    parts.iter().any(|part| match part.target {
        Target::Column(name) => {
            becoming.is_counted(diff, name) || !nulls_equal && becoming.is_null(diff, name)
        }
        Target::Expression(_) => false,
    })
}

/// The rows that are not the first with their values.
fn repeated(
    becoming: Becoming<'_>,
    diff: &TableDiff,
    parts: &[Part<'_>],
    predicate: Option<&str>,
    nulls_equal: bool,
) -> Option<Question> {
    let rows = becoming.rows(&diff.after.name, &diff.after.name.name)?;
    let parts: Vec<String> = parts.iter().map(|part| part.sql(becoming)).collect();
    let mut conditions: Vec<String> = predicate.map(|p| format!("({p})")).into_iter().collect();
    if !nulls_equal {
        conditions.extend(parts.iter().map(|part| format!("{part} IS NOT NULL")));
    }
    let filter = match conditions.is_empty() {
        true => String::new(),
        false => format!(" WHERE {}", conditions.join(" AND ")),
    };
    let nth = format!("row_number() OVER (PARTITION BY {})", parts.join(", "));
    Some(Question::Query(format!(
        "SELECT 1 FROM (SELECT {nth} AS nth FROM {rows}{filter}) AS numbered WHERE nth > 1"
    )))
}

fn breaking(becoming: Becoming<'_>, diff: &TableDiff, check: &Check) -> Option<Question> {
    let rows = becoming.rows(&diff.after.name, &diff.after.name.name)?;
    Some(Question::Query(format!("SELECT 1 FROM {rows} WHERE NOT ({})", check.expression)))
}

/// The rows that have no parent under a key.
fn orphans(becoming: Becoming<'_>, diff: &TableDiff, key: &ForeignKey) -> Option<Question> {
    let (child, parent) = ("c", "p");
    let rows = becoming.rows(&diff.after.name, child)?;
    let target = becoming.target(&key.references)?;
    let referenced: Vec<&str> = match key.referenced_columns.is_empty() {
        false => key.referenced_columns.iter().map(String::as_str).collect(),
        true => target.primary_key.as_ref()?.columns.iter().map(|c| c.name.as_str()).collect(),
    };
    let quote = |name: &str| becoming.dialect.quote(name);
    let column = |of: &str, name: &str| format!("{}.{}", quote(of), quote(name));
    let held: Vec<String> = key.columns.iter().map(|name| column(child, name)).collect();
    let is_set: Vec<String> = held.iter().map(|c| format!("{c} IS NOT NULL")).collect();
    let is_null: Vec<String> = held.iter().map(|c| format!("{c} IS NULL")).collect();
    let same: Vec<String> = held
        .iter()
        .zip(referenced)
        .map(|(held, name)| format!("{} = {held}", column(parent, name)))
        .collect();
    let mut condition = is_set.join(" AND ");
    if let Some(parents) = becoming.rows(&key.references, parent) {
        condition +=
            &format!(" AND NOT EXISTS (SELECT 1 FROM {parents} WHERE {})", same.join(" AND "));
    }
    if key.match_full {
        let mixed = format!("({}) AND ({})", is_set.join(" OR "), is_null.join(" OR "));
        condition = format!("{condition} OR {mixed}");
    }
    Some(Question::Query(format!("SELECT 1 FROM {rows} WHERE {condition}")))
}

/// Whether a column of the key is new and without a value in every row: NULL leads nowhere.
fn is_of_nulls(becoming: Becoming<'_>, diff: &TableDiff, key: &ForeignKey) -> bool {
    let empty = key.columns.iter().filter(|column| becoming.is_null(diff, column)).count();
    if key.match_full { empty == key.columns.len() } else { empty > 0 }
}

/// Whether a check lists the values of a column under their new names, none of them gone: the rows have
/// them by then.
fn lists_renamed_values(becoming: Becoming<'_>, diff: &TableDiff, check: &Check) -> bool {
    let alone = Table { checks: vec![check.clone()], ..Table::default() };
    let equivalence = becoming.dialect.equivalence();
    diff.kept_columns.iter().any(|(before, after)| {
        let listed = |column: &Column| equivalence.values(&alone, column);
        let was = diff.before.column(before).map(|c| equivalence.values(&diff.before, c));
        let is = diff.after.column(after).map(listed).unwrap_or_default();
        let renames = becoming.diff.renames.values(&diff.before.name, before);
        !is.is_empty()
            && renames.zip(was).is_some_and(|(renames, was)| {
                was.iter().all(|value| is.contains(renames.get(value).unwrap_or(value)))
            })
    })
}
