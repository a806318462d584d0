//! Up and down as text, from a comparison: pure.

pub mod fills;
pub mod proof;

use crate::dialect::{Dialect, Fills};
use crate::diff::{self, Change, SchemaDiff};
use crate::draft::Draft;
use crate::hazard::{Hazard, HazardKind};
use crate::lint::{self, Counts, Question};
use crate::output::plain;
use crate::plan::{self, Part, Plan, PlanError, Transaction};

/// Everything that is written and shown of a migration.
#[derive(Debug, Clone)]
pub struct Drafted {
    /// In the order in which they go up; down goes backwards.
    pub parts: Vec<Draft>,
    /// What it does, a line a change.
    pub changes: Vec<String>,
    /// What is dangerous about going up.
    pub hazards: Vec<Hazard>,
}

/// Plans both ways and writes them as SQL. `counts` are of the rows that are there now; `unread` says
/// where else the models of tables that go may be.
pub fn draft(
    dialect: &dyn Dialect,
    diff: &SchemaDiff,
    fills: &Fills,
    counts: &Counts,
    title: Option<&str>,
    unread: Option<&str>,
) -> Result<Drafted, PlanError> {
    plan::refuse::check(diff)?;
    check_values(dialect, diff, counts)?;
    let back = diff::diff(&diff.to, &diff.from, &diff.renames.inverted(), dialect.equivalence());
    let up = dialect.plan(diff, fills)?;
    let down = dialect.plan(&back, &Fills::new())?;
    let (changes, changes_back) = (diff::describe(diff), diff::describe(&back));
    let mut hazards = lint::hazards(dialect, diff, &up, fills, counts);
    if let Some(unread) = unread {
        lint::add_unread(&mut hazards, unread);
    }
    let mut hazards_back = lint::hazards(dialect, &back, &down, &Fills::new(), &Counts::default());
    // What going back loses is not brought back by going up again; that goes without saying.
    hazards_back.retain(|hazard| hazard.kind != HazardKind::Irreversible);
    let heading = |title: Option<String>, changes: &[String], hazards: &[Hazard]| Heading {
        title,
        changes: changes.to_vec(),
        hazards: hazards.to_vec(),
    };
    let up_heading = heading(title.map(str::to_owned), &changes, &hazards);
    let down_heading = heading(title.map(|t| format!("Revert: {t}")), &changes_back, &hazards_back);
    Ok(Drafted { parts: fold(dialect, &up, &down, &up_heading, &down_heading), changes, hazards })
}

/// Refuses a change of type that no value survives, where there are values. A column of which the
/// values could not be counted counts as empty: the database itself has the last word.
fn check_values(
    dialect: &dyn Dialect,
    diff: &SchemaDiff,
    counts: &Counts,
) -> Result<(), PlanError> {
    for change in &diff.tables {
        let Some(table) = change.kept() else { continue };
        for column in &table.columns {
            let Change::Altered { before, after, aspects } = column else { continue };
            let types = (before.ty.native(), after.ty.native());
            let (true, (Some(from), Some(to))) = (aspects.ty, types) else { continue };
            let question = Question::Values(table.before.name.clone(), before.name.clone());
            let values = counts.get(&question).unwrap_or(0);
            // A computed column is computed anew.
            if values > 0 && after.computed.is_none() && dialect.retype(from, to).impossible {
                return Err(PlanError::Refused {
                    object: format!("column {}.{}", table.before.name, before.name),
                    problem: format!(
                        "a value of type {from} can't become one of type {to}, and there are values in {}",
                        lint::counted_rows(values)
                    ),
                    advice: "write that step by hand in a `migrate revision`, or drop the column \
                             in one migration and add it in the next"
                        .to_owned(),
                });
            }
        }
    }
    Ok(())
}

struct Heading {
    title: Option<String>,
    changes: Vec<String>,
    hazards: Vec<Hazard>,
}

/// Lays up and down parts into the same folders: up is run forwards, down backwards.
fn fold(
    dialect: &dyn Dialect,
    up: &Plan,
    down: &Plan,
    up_heading: &Heading,
    down_heading: &Heading,
) -> Vec<Draft> {
    let count = up.parts.len().max(down.parts.len());
    (0..count)
        .map(|index| {
            let up = up.parts.get(index);
            let down = down.parts.get(count - 1 - index);
            let place = (count > 1).then(|| format!("part {} of {count}", index + 1));
            let transaction = [up, down]
                .into_iter()
                .flatten()
                .all(|part| part.transaction == Transaction::Diesel);
            Draft {
                up: text(dialect, up, &up_heading.comment(place.as_deref()), transaction),
                down: text(dialect, down, &down_heading.comment(place.as_deref()), transaction),
                transaction,
            }
        })
        .collect()
}

impl Heading {
    /// The opening comment of a file.
    fn comment(&self, place: Option<&str>) -> String {
        let mut text = String::new();
        let mut line = |line: &str| {
            // A name may hold a line's end, which would end the comment.
            let line = plain(&line.replace(['\n', '\r'], " "));
            text.push_str(format!("-- {line}").trim_end());
            text.push('\n');
        };
        let title = match (&self.title, place) {
            (Some(title), Some(place)) => Some(format!("{title} ({place})")),
            (Some(title), None) => Some(title.clone()),
            (None, place) => place.map(str::to_owned),
        };
        if let Some(title) = title {
            line(&title);
            line("");
        }
        self.changes.iter().for_each(|change| line(change));
        if !self.hazards.is_empty() {
            line("");
            line("Dangers:");
            self.hazards.iter().for_each(|hazard| line(&hazard.to_string()));
        }
        text
    }
}

/// The text of a file. Diesel knows one answer for both files of a folder, so that a part which
/// needs a transaction brings its own where the other direction can't have one.
fn text(dialect: &dyn Dialect, part: Option<&Part>, comment: &str, in_transaction: bool) -> String {
    let brings_its_own = !in_transaction
        && dialect.capabilities().transactional_ddl
        && part.is_some_and(|part| part.transaction == Transaction::Diesel);
    let mut text = comment.to_owned();
    if brings_its_own {
        text.push_str("\nBEGIN;\n");
    }
    for statement in part.map(|p| p.statements.as_slice()).unwrap_or_default() {
        text.push('\n');
        text.push_str(&statement.sql());
        text.push_str(";\n");
    }
    if brings_its_own {
        text.push_str("\nCOMMIT;\n");
    }
    text
}
