//! The loop closed on a server: a migration tried in a scratch database before anyone sees it.
//!
//! SQLite has a copy of a schema for free, so that its dialect proves by itself. A server needs a
//! database, which is the caller's to make; here it is filled with the start, and both ways are run.

use model_core::schema::{Schema, SchemaObject};

use crate::database::{Connection, DatabaseError};
use crate::dialect::{Dialect, Fills, Proof, ProofError, SchemaError, Scope};
use crate::diff::{self, Renames, SchemaDiff};
use crate::draft::Draft;
use crate::plan::Transaction;
use crate::sql;

/// Runs a migration in an empty database that is filled with `diff.from` first: up must lead to
/// `diff.to`, down back.
///
/// # Errors
///
/// Where the database refuses the migration, or it leads somewhere else.
pub fn prove(
    connection: &mut dyn Connection,
    dialect: &dyn Dialect,
    diff: &SchemaDiff,
    drafts: &[Draft],
) -> Result<Proof, ProofError> {
    let mut trial = Trial { connection, dialect };
    let from = Schema { complete: true, ..written(&diff.from, dialect) };
    let to = written(&diff.to, dialect);
    if let Err(reason) = trial.make(&from) {
        return Ok(Proof::Untried(reason));
    }
    match trial.difference(&from) {
        Ok(None) => {}
        // What can't be made in an empty database: it stands on something that is only seen.
        Ok(Some(rest)) => return Ok(Proof::Untried(format!("a copy of the schema lacks: {rest}"))),
        Err(error) => return Ok(Proof::Untried(error.to_string())),
    }
    for draft in drafts {
        trial.run("up", &draft.up, draft.transaction)?;
    }
    trial.is_at("up", &to)?;
    for draft in drafts.iter().rev() {
        trial.run("down", &draft.down, draft.transaction)?;
    }
    trial.is_at("down", &from)?;
    Ok(Proof::Closed)
}

/// What a migration can make: without the objects that are only seen.
fn written(schema: &Schema, dialect: &dyn Dialect) -> Schema {
    let mut schema = schema.clone();
    schema.objects.retain(|o: &SchemaObject| dialect.equivalence().manages(o.kind));
    schema
}

struct Trial<'a> {
    connection: &'a mut dyn Connection,
    dialect: &'a dyn Dialect,
}

impl Trial<'_> {
    /// Makes a schema in the empty database, or says why it can't be had there.
    fn make(&mut self, schema: &Schema) -> Result<(), String> {
        let equivalence = self.dialect.equivalence();
        let empty = Schema { complete: true, ..Schema::default() };
        let diff = diff::diff(&empty, schema, &Renames::default(), equivalence);
        let plan = self.dialect.plan(&diff, &Fills::new()).map_err(|e| e.to_string())?;
        for part in &plan.parts {
            let wrapped = part.transaction == Transaction::Diesel
                && self.dialect.capabilities().transactional_ddl;
            let mut statements: Vec<String> = part.statements.iter().map(|s| s.sql()).collect();
            if wrapped {
                statements.insert(0, self.dialect.session().begin.to_owned());
                statements.push("COMMIT".to_owned());
            }
            for statement in statements {
                self.connection.execute(&statement).map_err(|e| e.to_string())?;
            }
        }
        Ok(())
    }

    fn run(
        &mut self,
        direction: &'static str,
        text: &str,
        transaction: bool,
    ) -> Result<(), ProofError> {
        let session = self.dialect.session();
        let refused = |e: DatabaseError| ProofError::refused(direction, e);
        if transaction {
            self.connection.execute(session.begin).map_err(refused)?;
        }
        for statement in sql::statements(text, &session.lexis) {
            self.connection.execute(&text[statement.span]).map_err(refused)?;
        }
        if transaction {
            self.connection.execute("COMMIT").map_err(refused)?;
        }
        Ok(())
    }

    fn is_at(&mut self, direction: &'static str, wanted: &Schema) -> Result<(), ProofError> {
        let rest = self
            .difference(wanted)
            .map_err(|e| ProofError::Unreadable { direction, reason: e.to_string() })?;
        match rest {
            None => Ok(()),
            Some(differences) => Err(ProofError::Differs { direction, differences }),
        }
    }

    /// What is still to be done to reach a schema, with commas.
    fn difference(&mut self, wanted: &Schema) -> Result<Option<String>, SchemaError> {
        let reached = self.dialect.introspect(self.connection, &Scope::default())?;
        let reached = written(&reached, self.dialect);
        // Models are in the server's spelling only of what was there to compare with.
        let wanted = match wanted.complete {
            true => wanted.clone(),
            false => self.dialect.normalize(Some(self.connection), wanted.clone(), &reached)?,
        };
        let wanted = self.dialect.respell(self.connection, &reached, wanted)?;
        let rest = diff::diff(&reached, &wanted, &Renames::default(), self.dialect.equivalence());
        Ok((!rest.is_empty()).then(|| diff::describe(&rest).join(", ")))
    }
}
