//! The one road: two ends, put in one database's words, compared.

use model_core::schema::{Declaration, ObjectName, Schema, SchemaObject};

use crate::config::Names;
use crate::context::{Context, Database};
use crate::database::{Connection, DatabaseKind};
use crate::databases;
use crate::declared;
use crate::dialect::{Dialect, SchemaError};
use crate::diff::{self, Change, Drops, Equivalence, RenameCandidate, Renames, SchemaDiff};
use crate::models::{self, Models};
use crate::problem::{Problem, Result};
use crate::source::{SchemaState, Source};

/// Two ends and what differs.
pub struct Comparison {
    /// The start, its connection still open where it is a database.
    pub from: SchemaState,
    /// The database that both are of.
    pub dialect: &'static dyn Dialect,
    /// All that differs.
    pub diff: SchemaDiff,
    /// Renames that the models still tell and the database has behind it.
    pub removable: Vec<String>,
    /// Where else the models of tables that go may be, if the target is models.
    pub unread: Option<String>,
}

/// What a person says of the differences.
#[derive(Debug, Clone, Copy, Default)]
pub struct Flags<'a> {
    /// What comes after each `--rename`.
    pub rename: &'a [String],
    /// What comes after each `--drop`.
    pub drop: &'a [String],
}

/// Compares two ends. `choose` may take a drop and an add for a rename, one at a time, since one that is
/// chosen shows others: the columns of a table that is the same under another name.
pub fn compare(
    context: &Context,
    mut from: SchemaState,
    mut to: SchemaState,
    flags: Flags<'_>,
    mut choose: impl FnMut(&SchemaDiff, &Drops, &dyn Equivalence) -> Result<Option<RenameCandidate>>,
) -> Result<Comparison> {
    let dialect = databases::of(kind(context, &from, &to)?);
    for end in [&mut from, &mut to] {
        if let Some(origin) = &end.models {
            origin.check_database(dialect)?;
            models::names::check(&end.schema, dialect)?;
            models::texts::check(&end.schema, &dialect.session().lexis)?;
            end.schema = dialect.lower(std::mem::take(&mut end.schema))?;
        }
    }
    let names = context.located.config.generate.names.unwrap_or_default();
    let equivalence = dialect.equivalence();
    let lowered = (from.schema.clone(), to.schema.clone());
    let mut known = Renames::told(flags.rename, &from.schema, &to.schema, equivalence);
    let mut chosen = Renames::default();
    // What has another name takes over what the models leave open, so that a rename that is chosen begins anew.
    loop {
        (from.schema, to.schema) = lowered.clone();
        known.inverted().hint(&mut from.schema);
        known.hint(&mut to.schema);
        bring_together(context, dialect, &mut from, &mut to, names)?;
        let drops = Drops::parse(flags.drop, &from.schema)?;
        take_out(&mut to.schema, &drops);
        let mut renames = Renames::declared(&from.schema, &to.schema, equivalence);
        let removable = diff::applied(&from.schema, &to.schema, equivalence);
        renames.add_flags(flags.rename, &from.schema, &to.schema, equivalence)?;
        renames.add_all(&chosen);
        if names == Names::Keep && !to.schema.complete {
            diff::keep_names(&from.schema, &mut to.schema, &renames, equivalence);
        }
        let diff = diff::diff(&from.schema, &to.schema, &renames, equivalence);
        if let Some(rename) = choose(&diff, &drops, equivalence)? {
            rename.clone().add_to(&mut known);
            rename.add_to(&mut chosen);
            continue;
        }
        drops.check(&diff)?;
        let unread = to.models.as_ref().and_then(|origin| origin.unread.hint());
        return Ok(Comparison { from, dialect, diff, removable, unread });
    }
}

/// Puts both ends into the words of the database.
fn bring_together(
    context: &Context,
    dialect: &dyn Dialect,
    from: &mut SchemaState,
    to: &mut SchemaState,
    names: Names,
) -> Result<()> {
    let desired = normalize(dialect, &mut to.schema, from, names)?;
    to.schema = desired;
    let actual = normalize(dialect, &mut from.schema.clone(), to, names)?;
    from.schema = actual;
    if let Some(opened) = from.database.as_mut().or(to.database.as_mut()) {
        let desired = std::mem::take(&mut to.schema);
        to.schema = dialect.respell(opened.connection.as_mut(), &from.schema, desired)?;
    }
    declare(context, dialect, to, from)?;
    declare(context, dialect, from, to)
}

/// Asks a scratch database how it keeps what the models of an end declare.
fn declare(
    context: &Context,
    dialect: &dyn Dialect,
    end: &mut SchemaState,
    other: &SchemaState,
) -> Result<()> {
    if end.models.is_none() {
        return Ok(());
    }
    let managed = context.managed();
    end.schema.objects.retain(|o| !managed.contains(&o.kind));
    end.schema.managed = managed;
    if end.schema.declarations.is_empty() {
        return Ok(());
    }
    let scratch = match &other.database {
        Some(database) => context.scratch_for(&database.url),
        None => context.scratch(),
    };
    let mut scratch = scratch.map_err(|problem| {
        Problem::new("the models declare views, functions or triggers, and only a scratch database can tell how the server keeps them")
            .because(problem)
    })?;
    declared::declare(scratch.connection.as_mut(), dialect, &mut end.schema, &other.schema)
}

/// Models keep what they only see, but for what a person lets go.
fn take_out(desired: &mut Schema, drops: &Drops) {
    if desired.complete {
        return;
    }
    let is_declared = |name: &&ObjectName| {
        desired.objects.iter().any(|o| o.object_name() == **name && o.origin.is_some())
    };
    let absent: Vec<ObjectName> = drops.objects().filter(|n| !is_declared(n)).cloned().collect();
    desired.objects.retain(|o| !absent.contains(&o.object_name()));
    desired.absent = absent;
}

/// Brings a schema of the models as near to the other end as its meaning allows.
fn normalize(
    dialect: &dyn Dialect,
    desired: &mut Schema,
    other: &mut SchemaState,
    names: Names,
) -> Result<Schema> {
    let desired = std::mem::take(desired);
    if desired.complete {
        return Ok(desired);
    }
    let SchemaState { schema, database, .. } = other;
    let connection = database.as_mut().map(|database| &mut database.connection);
    Ok(in_words_of(dialect, desired, schema, connection, names)?)
}

/// A lowered schema of the models in the words of a database, with all that the models leave to it.
pub fn in_words_of(
    dialect: &dyn Dialect,
    mut lowered: Schema,
    actual: &Schema,
    mut database: Option<&mut Box<dyn Connection>>,
    names: Names,
) -> std::result::Result<Schema, SchemaError> {
    diff::leave(actual, &mut lowered);
    let equivalence = dialect.equivalence();
    let keep = |schema: &mut Schema| {
        if names != Names::Keep {
            return false;
        }
        let renames = Renames::declared(actual, schema, equivalence);
        diff::keep_names(actual, schema, &renames, equivalence)
    };
    keep(&mut lowered);
    let mut normalize = |schema: Schema| match &mut database {
        Some(connection) => dialect.normalize(Some(connection.as_mut()), schema, actual),
        None => dialect.normalize(None, schema, actual),
    };
    let mut normalized = normalize(lowered)?;
    match keep(&mut normalized) {
        // What is taken over by name is so once more, now that an expression shows which one it is.
        true => normalize(normalized),
        false => Ok(normalized),
    }
}

/// Which database's words are spoken: that of either end, or the configured one.
fn kind(context: &Context, from: &SchemaState, to: &SchemaState) -> Result<DatabaseKind> {
    match (from.kind(), to.kind()) {
        (Some(a), Some(b)) if a != b => Err(Problem::new(format!(
            "{} is of {} and {} of {}, which can't be compared",
            from.source,
            databases::of(a).name(),
            to.source,
            databases::of(b).name()
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
pub fn no_choice(
    _: &SchemaDiff,
    _: &Drops,
    _: &dyn Equivalence,
) -> Result<Option<RenameCandidate>> {
    Ok(None)
}

/// What of these declarations the database would keep in another way than it keeps what is there, by what they
/// are declared as.
pub fn unlike(
    context: &Context,
    database: &Database,
    actual: &Schema,
    declarations: Vec<Declaration>,
) -> Result<Vec<String>> {
    let dialect = database.dialect;
    let mut scratch = context.scratch_for(&database.url)?;
    let mut declared = Schema { declarations, ..actual.clone() };
    declared::declare(scratch.connection.as_mut(), dialect, &mut declared, actual)?;
    let diff = diff::diff(actual, &declared, &Renames::default(), dialect.equivalence());
    let origin = |change: &Change<SchemaObject>| Some(change.after()?.origin.clone()?.rust_type);
    Ok(diff.objects.iter().filter_map(origin).collect())
}

/// The models against one end, with nothing asked: what `check` and `generate` both look at.
pub fn models_against(context: &Context, models: &Models, end: SchemaState) -> Result<Comparison> {
    let models = SchemaState::models(Source::Models, models.clone());
    compare(context, end, models, Flags::default(), no_choice)
}
