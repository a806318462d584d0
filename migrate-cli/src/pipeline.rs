//! The one road: two ends, put in one database's words, compared.

use model_core::schema::Schema;

use crate::context::Context;
use crate::database::DatabaseKind;
use crate::dialect::{self, Dialect};
use crate::diff::{self, Renames, SchemaDiff};
use crate::problem::{Problem, Result};
use crate::source::{End, Source};

/// Two ends and what differs.
pub struct Comparison {
    /// The start, its connection still open where it is a database.
    pub from: End,
    /// The database's ways.
    pub dialect: &'static dyn Dialect,
    /// All that differs.
    pub diff: SchemaDiff,
    /// Renames that the models still tell and the database has behind it.
    pub removable: Vec<String>,
}

/// Compares two ends. `choose` may add renames to those that are declared, having seen both.
pub fn compare(
    context: &Context,
    mut from: End,
    mut to: End,
    flags: &[String],
    choose: impl FnOnce(&SchemaDiff, &mut Renames, &dyn Dialect) -> Result<()>,
) -> Result<Comparison> {
    let dialect = dialect::of(kind(context, &from, &to)?);
    for end in [&mut from, &mut to] {
        if end.is_logical() {
            end.schema = dialect.lower(std::mem::take(&mut end.schema))?;
        }
    }
    let desired = settle(dialect, &mut to.schema, &mut from)?;
    to.schema = desired;
    let actual = settle(dialect, &mut from.schema.clone(), &mut to)?;
    from.schema = actual;

    let mut renames = Renames::declared(&from.schema, &to.schema);
    let removable = removable(&from.schema, &to.schema);
    for flag in flags {
        renames.add_flag(flag, &from.schema, &to.schema)?;
    }
    let first = diff::diff(&from.schema, &to.schema, &renames, dialect.equivalence());
    let before = renames.clone();
    choose(&first, &mut renames, dialect)?;
    let diff = match before == renames {
        true => first,
        false => diff::diff(&from.schema, &to.schema, &renames, dialect.equivalence()),
    };
    Ok(Comparison { from, dialect, diff, removable })
}

/// Brings a schema of the models as near to the other end as its meaning allows.
fn settle(dialect: &dyn Dialect, desired: &mut Schema, other: &mut End) -> Result<Schema> {
    let desired = std::mem::take(desired);
    if desired.complete {
        return Ok(desired);
    }
    let End { schema, database, .. } = other;
    match database {
        Some(database) => {
            Ok(dialect.settle(Some(database.connection.as_mut()), desired, schema)?)
        }
        None => Ok(dialect.settle(None, desired, schema)?),
    }
}

/// Which database's words are spoken: that of either end, or the configured one.
fn kind(context: &Context, from: &End, to: &End) -> Result<DatabaseKind> {
    match (from.kind(), to.kind()) {
        (Some(a), Some(b)) if a != b => Err(Problem::new(format!(
            "{} is of {} and {} of {}, which can't be compared",
            from.source,
            a.name(),
            to.source,
            b.name()
        ))
        .help("give two databases of the same kind")),
        (Some(kind), _) | (None, Some(kind)) => Ok(kind),
        (None, None) => match context.known_url() {
            Some(url) => Ok(url.kind()),
            None => Err(Problem::new(format!(
                "neither {} nor {} says for which database the SQL is to be",
                from.source, to.source
            ))
            .help("give --database-url; only its kind matters here")),
        },
    }
}

/// No renames but those that are declared.
pub fn no_choice(_: &SchemaDiff, _: &mut Renames, _: &dyn Dialect) -> Result<()> {
    Ok(())
}

/// The `renamed_from` that are done: the new name is there and the old one isn't.
fn removable(from: &Schema, to: &Schema) -> Vec<String> {
    let mut done = Vec::new();
    for table in &to.tables {
        if let Some(old) = &table.renamed_from
            && from.table(&table.name).is_some()
            && from.table(old).is_none()
        {
            done.push(format!("table {}: renamed_from = \"{old}\"", table.name));
        }
        let Some(before) = from.table(&table.name) else { continue };
        for column in &table.columns {
            if let Some(old) = &column.renamed_from
                && before.column(&column.name).is_some()
                && before.column(old).is_none()
            {
                done.push(format!(
                    "column {}.{}: renamed_from = \"{old}\"",
                    table.name, column.name
                ));
            }
        }
    }
    done
}

/// The models against one end, with nothing asked: what `check` and `generate` both look at.
pub fn models_against(context: &Context, models: &Schema, end: End) -> Result<Comparison> {
    let models = End { source: Source::Models, schema: models.clone(), database: None };
    compare(context, end, models, &[], no_choice)
}
