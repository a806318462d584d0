//! Tries a migration on a copy in memory. A copy of a SQLite schema costs nothing, since the database keeps
//! the statements that made it.

use std::collections::BTreeMap;

use model_core::schema::{ObjectKind, Schema};

use super::copy::copy;
use super::equivalence::SqliteEquivalence;
use super::introspect::introspect;
use crate::database::Connection;
use crate::databases::sqlite::quote::quote;
use crate::databases::sqlite::session::LEXIS;
use crate::dialect::{Proof, ProofError, Scope};
use crate::diff::{self, Renames, SchemaDiff, drop_word};
use crate::draft::Draft;
use crate::sql::statements;

/// See [`Dialect::prove`].
pub(super) fn prove(diff: &SchemaDiff, migration: &[Draft]) -> Result<Proof, ProofError> {
    let mut copy = match copy(&diff.from) {
        Ok(copy) => copy,
        Err(reason) => return Ok(Proof::Untried(reason)),
    };
    let copy = copy.as_mut();
    let before = health(copy, &diff.from);
    for part in migration {
        match run(copy, "up", &part.up, part.transaction) {
            Ok(()) => {}
            Err(ProofError::Refused { reason, .. }) if is_of_the_application(&reason) => {
                return Ok(Proof::Untried(reason));
            }
            Err(error) => return Err(error),
        }
    }
    compare(copy, "up", &diff.to, &diff.from)?;
    // Between two databases the views and triggers are those of the target, whatever they do.
    if !diff.to.complete {
        still_works(copy, &before, diff)?;
    }
    for part in migration.iter().rev() {
        run(copy, "down", &part.down, part.transaction)?;
    }
    compare(copy, "down", &diff.from, &diff.from)?;
    Ok(Proof::Closed)
}

/// What an application registers with its own connections is not there in a copy.
fn is_of_the_application(reason: &str) -> bool {
    ["no such function", "no such collation sequence", "no such module", "unknown function"]
        .iter()
        .any(|unknown| reason.contains(unknown))
}

fn run(
    copy: &mut dyn Connection,
    direction: &'static str,
    sql: &str,
    transaction: bool,
) -> Result<(), ProofError> {
    let mut execute =
        |statement: &str| copy.execute(statement).map_err(|e| ProofError::refused(direction, e));
    if transaction {
        execute("BEGIN")?;
    }
    for statement in statements(sql, &LEXIS) {
        execute(&sql[statement.span])?;
    }
    if transaction {
        execute("COMMIT")?;
    }
    Ok(())
}

fn compare(
    copy: &mut dyn Connection,
    direction: &'static str,
    wanted: &Schema,
    start: &Schema,
) -> Result<(), ProofError> {
    let outside = start.objects.iter().filter(|o| o.kind == ObjectKind::Dependent);
    let scope = Scope { ignore: outside.map(|o| o.name.name.clone()).collect() };
    let reached = introspect(copy, &scope)
        .map_err(|e| ProofError::Unreadable { direction, reason: e.to_string() })?;
    let rest = |reached: &Schema, wanted: &Schema| {
        diff::describe(&diff::diff(reached, wanted, &Renames::default(), &SqliteEquivalence))
    };
    // Models say nothing of views and triggers, and none of them goes for that.
    let objects = |schema: &Schema| Schema {
        objects: schema.objects.clone(),
        complete: true,
        ..Schema::default()
    };
    let mut differences = rest(&reached, wanted);
    if !wanted.complete {
        differences.extend(rest(&objects(&reached), &objects(wanted)));
    }
    if differences.is_empty() {
        return Ok(());
    }
    Err(ProofError::Differs { direction, differences: differences.join(", ") })
}

/// What each view and each table with triggers says to being used: SQLite compiles the triggers
/// along with a statement that would fire them. By kind and name, the statements that work.
fn health(
    copy: &mut dyn Connection,
    schema: &Schema,
) -> BTreeMap<(ObjectKind, String), Vec<Probe>> {
    let mut healthy = BTreeMap::new();
    for other in &schema.objects {
        let probes = match (other.kind, &other.table) {
            (ObjectKind::View, _) => vec![Probe::Read],
            (ObjectKind::Trigger, Some(_)) => vec![Probe::Insert, Probe::Delete],
            _ => continue,
        };
        let on = other.table.as_ref().unwrap_or(&other.name);
        let works = probes.into_iter().filter(|p| copy.query(&p.sql(&on.name)).is_ok()).collect();
        healthy.insert((other.kind, other.name.name.clone()), works);
    }
    healthy
}

#[derive(Debug, Clone, Copy)]
enum Probe {
    Read,
    Insert,
    Delete,
}

impl Probe {
    fn sql(self, on: &str) -> String {
        let on = quote(on);
        match self {
            Self::Read => format!("SELECT * FROM {on} LIMIT 0"),
            Self::Insert => format!("EXPLAIN INSERT INTO {on} DEFAULT VALUES"),
            Self::Delete => format!("EXPLAIN DELETE FROM {on}"),
        }
    }
}

fn still_works(
    copy: &mut dyn Connection,
    before: &BTreeMap<(ObjectKind, String), Vec<Probe>>,
    diff: &SchemaDiff,
) -> Result<(), ProofError> {
    for other in &diff.to.objects {
        let Some(probes) = before.get(&(other.kind, other.name.name.clone())) else { continue };
        let on = other.table.as_ref().unwrap_or(&other.name);
        for probe in probes {
            if let Err(error) = copy.query(&probe.sql(&on.name)) {
                return Err(ProofError::Breaks {
                    object: other.object_name().to_string(),
                    flag: drop_word(&other.object_name()),
                    direction: "up",
                    reason: error.to_string(),
                });
            }
        }
    }
    Ok(())
}
