//! How many rows a change concerns, asked of the database in one question.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{QualifiedName, Schema};

use crate::database::Connection;
use crate::dialect::Dialect;
use crate::diff::{Change, SchemaDiff, TableChange, TableDiff};

/// Counting stops here: beyond it the number no longer matters and the counting itself hurts.
pub const LIMIT: u64 = 1_000_000;

/// Rows to be counted. Names are those of the start.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// All rows of a table.
    Rows(QualifiedName),
    /// Rows with a value in a column.
    Values(QualifiedName, String),
    /// Rows without one.
    Nulls(QualifiedName, String),
    /// Groups of rows that are the same in these columns.
    Duplicates(QualifiedName, Vec<String>),
    /// Rows that break a condition.
    Breaking(QualifiedName, String),
    /// Rows without a parent.
    Orphans {
        /// The child.
        table: QualifiedName,
        /// Its columns.
        columns: Vec<String>,
        /// The parent.
        parent: QualifiedName,
        /// Its columns.
        parent_columns: Vec<String>,
    },
}

/// The answers; what could not be counted is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts(BTreeMap<Question, u64>);

impl Counts {
    /// The answer to a question.
    pub fn get(&self, question: &Question) -> Option<u64> {
        self.0.get(question).copied()
    }
}

impl FromIterator<(Question, u64)> for Counts {
    fn from_iter<I: IntoIterator<Item = (Question, u64)>>(answers: I) -> Self {
        Self(answers.into_iter().collect())
    }
}

/// A number of rows in words.
pub fn rows(count: u64) -> String {
    match count {
        1 => "1 row".to_owned(),
        count if count > LIMIT => format!("more than {LIMIT} rows"),
        count => format!("{count} rows"),
    }
}

/// What is worth counting about a change.
pub fn questions(diff: &SchemaDiff) -> BTreeSet<Question> {
    let mut questions = BTreeSet::new();
    for table in &diff.tables {
        match table {
            TableChange::Added(_) => {}
            TableChange::Dropped(table) => {
                questions.insert(Question::Rows(table.name.clone()));
            }
            TableChange::Renamed(table) | TableChange::Altered(table) => {
                altered(table, &diff.from, &mut questions)
            }
        }
    }
    questions
}

fn altered(diff: &TableDiff, from: &Schema, questions: &mut BTreeSet<Question>) {
    let table = || diff.before.name.clone();
    // Of use for whatever has the rows written again.
    questions.insert(Question::Rows(table()));
    for change in &diff.columns {
        match change {
            Change::Added(_) | Change::Renamed { .. } => {}
            Change::Dropped(column) => {
                questions.insert(Question::Values(table(), column.name.clone()));
            }
            Change::Altered { before, after, aspects } => {
                if aspects.ty {
                    questions.insert(Question::Values(table(), before.name.clone()));
                }
                if aspects.nullable && !after.nullable {
                    questions.insert(Question::Nulls(table(), before.name.clone()));
                }
            }
        }
    }
    for unique in diff.uniques.iter().filter_map(Change::after) {
        let columns: Vec<&str> = unique.columns.iter().map(|c| c.name.as_str()).collect();
        questions.extend(duplicates(diff, &columns));
    }
    for index in
        diff.indexes.iter().filter_map(Change::after).filter(|i| i.unique && i.predicate.is_none())
    {
        let columns = index.columns.iter().map(|c| match &c.target {
            model_core::schema::IndexTarget::Column(name) => Some(name.as_str()),
            model_core::schema::IndexTarget::Expression(_) => None,
        });
        if let Some(columns) = columns.collect::<Option<Vec<&str>>>() {
            questions.extend(duplicates(diff, &columns));
        }
    }
    for check in diff.checks.iter().filter_map(Change::after).filter(|c| !c.not_valid) {
        // Only where the new names are the old ones can the condition be asked of the old table.
        if diff.kept_columns.iter().all(|(before, after)| before == after) {
            questions.insert(Question::Breaking(table(), check.expression.clone()));
        }
    }
    for key in diff.foreign_keys.iter().filter_map(Change::after).filter(|k| !k.not_valid) {
        questions.extend(orphans(diff, key, from));
    }
}

/// The rows that have no parent under a new key, where both tables are there already.
pub(super) fn orphans(
    diff: &TableDiff,
    key: &model_core::schema::ForeignKey,
    from: &Schema,
) -> Option<Question> {
    let parent = from.table(&key.references)?;
    let parent_columns = match key.referenced_columns.is_empty() {
        false => key.referenced_columns.clone(),
        true => {
            parent.primary_key.as_ref()?.columns.iter().map(|c| c.name.clone()).collect::<Vec<_>>()
        }
    };
    if !parent_columns.iter().all(|c| parent.column(c).is_some()) {
        return None;
    }
    Some(Question::Orphans {
        table: diff.before.name.clone(),
        columns: names_before(diff, key.columns.iter().map(String::as_str))?,
        parent: key.references.clone(),
        parent_columns,
    })
}

/// The rows that a new unique constraint would refuse, where all its columns are there already.
pub(super) fn duplicates(diff: &TableDiff, columns: &[&str]) -> Option<Question> {
    let columns = names_before(diff, columns.iter().copied())?;
    Some(Question::Duplicates(diff.before.name.clone(), columns))
}

fn names_before<'a>(
    diff: &TableDiff,
    columns: impl Iterator<Item = &'a str>,
) -> Option<Vec<String>> {
    columns.map(|c| diff.name_before(c).map(str::to_owned)).collect()
}

/// Asks everything at once; where the database refuses that, one by one, and leaves out what it
/// can't answer: a count is a help and never a reason to stop.
pub fn ask(
    connection: &mut dyn Connection,
    dialect: &dyn Dialect,
    questions: &BTreeSet<Question>,
) -> Counts {
    let questions: Vec<&Question> = questions.iter().collect();
    if questions.is_empty() {
        return Counts::default();
    }
    let batch = |questions: &[&Question]| {
        let parts: Vec<String> = questions
            .iter()
            .enumerate()
            .map(|(index, question)| {
                let rows = format!("{} LIMIT {}", sql(question, dialect), LIMIT + 1);
                format!("SELECT {index} AS n, (SELECT count(*) FROM ({rows}) AS counted) AS found")
            })
            .collect();
        parts.join(" UNION ALL ")
    };
    let mut read = |questions: &[&Question]| -> Option<Vec<(Question, u64)>> {
        let rows = connection.query(&batch(questions)).ok()?;
        rows.into_iter()
            .map(|row| {
                let mut values = row.into_iter().flatten();
                let index: usize = values.next()?.parse().ok()?;
                let count: u64 = values.next()?.parse().ok()?;
                Some(((*questions.get(index)?).clone(), count))
            })
            .collect()
    };
    questions
        .chunks(BATCH)
        .flat_map(|batch| match read(batch) {
            Some(answers) => answers,
            None => batch.iter().filter_map(|q| read(&[*q])).flatten().collect(),
        })
        .collect()
}

/// How many questions are asked at once: a database plans a thousand in one statement badly.
const BATCH: usize = 100;

fn sql(question: &Question, dialect: &dyn Dialect) -> String {
    let table = |name: &QualifiedName| match &name.schema {
        Some(schema) => format!("{}.{}", dialect.quote(schema), dialect.quote(&name.name)),
        None => dialect.quote(&name.name),
    };
    let quote = |name: &String| dialect.quote(name);
    match question {
        Question::Rows(name) => format!("SELECT 1 FROM {}", table(name)),
        Question::Values(name, column) => {
            format!("SELECT 1 FROM {} WHERE {} IS NOT NULL", table(name), quote(column))
        }
        Question::Nulls(name, column) => {
            format!("SELECT 1 FROM {} WHERE {} IS NULL", table(name), quote(column))
        }
        Question::Duplicates(name, columns) => {
            let columns: Vec<String> = columns.iter().map(quote).collect();
            format!(
                "SELECT 1 FROM {} WHERE {} GROUP BY {} HAVING count(*) > 1",
                table(name),
                columns
                    .iter()
                    .map(|c| format!("{c} IS NOT NULL"))
                    .collect::<Vec<_>>()
                    .join(" AND "),
                columns.join(", ")
            )
        }
        Question::Breaking(name, expression) => {
            format!("SELECT 1 FROM {} WHERE NOT ({expression})", table(name))
        }
        Question::Orphans { table: child, columns, parent, parent_columns } => {
            let set: Vec<String> =
                columns.iter().map(|c| format!("c.{} IS NOT NULL", quote(c))).collect();
            let same: Vec<String> = columns
                .iter()
                .zip(parent_columns)
                .map(|(c, p)| format!("p.{} = c.{}", quote(p), quote(c)))
                .collect();
            format!(
                "SELECT 1 FROM {} AS c WHERE {} AND NOT EXISTS (SELECT 1 FROM {} AS p WHERE {})",
                table(child),
                set.join(" AND "),
                table(parent),
                same.join(" AND ")
            )
        }
    }
}
