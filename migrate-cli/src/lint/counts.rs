//! How many rows a change concerns, asked of the database in one question.

use std::collections::{BTreeMap, BTreeSet};

use super::Question;
use crate::database::{Connection, DatabaseError, Row};
use crate::dialect::Dialect;

/// Counting stops here: beyond it the number no longer matters and the counting itself hurts.
pub const LIMIT: u64 = 1_000_000;

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

/// The number, where it is one and not only where the counting stopped.
pub fn exact(count: Option<u64>) -> Option<u64> {
    count.filter(|count| *count <= LIMIT)
}

/// Asks everything at once; where the database refuses that, one by one, and leaves out what it
/// can't answer: a count is a help and never a reason to stop.
pub fn ask(
    connection: &mut dyn Connection,
    dialect: &dyn Dialect,
    questions: &BTreeSet<Question>,
) -> Counts {
    let questions: Vec<&Question> = questions.iter().collect();
    let mut read = |questions: &[&Question]| -> Option<Vec<(Question, u64)>> {
        let rows = answer(connection, dialect, questions).ok()?;
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

fn answer(
    connection: &mut dyn Connection,
    dialect: &dyn Dialect,
    questions: &[&Question],
) -> Result<Vec<Row>, DatabaseError> {
    let parts: Vec<String> = questions
        .iter()
        .enumerate()
        .map(|(index, question)| {
            let rows = format!("{} LIMIT {}", question.sql(dialect), LIMIT + 1);
            format!("SELECT {index} AS n, (SELECT count(*) FROM ({rows}) AS counted) AS found")
        })
        .collect();
    let query = parts.join(" UNION ALL ");
    let preludes: BTreeSet<&str> = questions.iter().filter_map(|q| q.prelude()).collect();
    if preludes.is_empty() {
        return connection.query(&query);
    }
    let begin = dialect.session().begin;
    let preludes: Vec<&str> = preludes.into_iter().collect();
    let answer = connection
        .execute(&format!("{begin};\n{}", preludes.join(";\n")))
        .and_then(|()| connection.query(&query));
    connection.execute("ROLLBACK")?;
    answer
}
