//! The columns of a table that stays.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{Column, DefaultValue, Identity, QualifiedName, Sequence};

use super::sequences::{Sequences, count_on, draws_from, resize, take_over};
use super::work::TablePlan;
use super::{casts, temporary, translate};
use crate::databases::postgres::render::{beside, column_identity, name, quote};
use crate::databases::postgres::{names as own_names, words};
use crate::dialect::Fills;
use crate::plan::{Clause, Step, TemporaryNames};

/// What is done to the columns of one table, by when.
#[derive(Debug, Default)]
pub struct ColumnSteps {
    /// Before anything is dropped, in the start's names.
    pub early: Vec<Step>,
    /// Sequences that wait to be taken over: their name in the start, and the one they wait under.
    pub waiting: BTreeMap<QualifiedName, String>,
    /// Sequences that were made early: their name in the target, and the one they were made under.
    pub made: BTreeMap<QualifiedName, QualifiedName>,
    /// Sequences behind identity columns, before the columns change.
    pub counters: Vec<Step>,
    /// Clauses of the one `ALTER TABLE`.
    pub clauses: Vec<Clause>,
    /// Values for the rows that are there.
    pub fills: Vec<Step>,
    /// Clauses that need those values.
    pub after_fills: Vec<Clause>,
    /// Columns that begin to count.
    pub late: Vec<Step>,
}

/// A column as it is written: a serial as `serial`, or as the default that it is.
pub fn written(
    table: &QualifiedName,
    column: &Column,
    plain: &BTreeSet<(QualifiedName, String)>,
) -> Column {
    let mut column = column.clone();
    if matches!(column.identity, Identity::Serial { .. })
        && !plain.contains(&(table.clone(), column.name.clone()))
    {
        column.default = translate::default_of(table, &column).map(DefaultValue::Sql);
        column.identity = Identity::None;
    }
    column
}

/// What the columns of a table depend on.
pub struct Around<'a> {
    pub sequences: &'a Sequences,
    /// The enumerations that are made anew, by their name in the start.
    pub replaced: &'a BTreeSet<QualifiedName>,
    pub fills: &'a Fills,
}

pub fn steps(table: &TablePlan, around: &Around, names: &mut TemporaryNames) -> ColumnSteps {
    let Around { sequences, fills, .. } = around;
    let mut steps = ColumnSteps::default();
    let name_after = &table.diff.after.name;
    let mut computed = Vec::new();
    for column in &table.diff.after.columns {
        let old = table.diff.name_before(&column.name);
        let before = old.and_then(|old| table.diff.before.column(old));
        let recreated = old.is_some_and(|old| table.recreated.contains(old));
        match before {
            Some(before) if !recreated => {
                kept(table, before, column, around, names, &mut steps);
            }
            _ => {
                if let (Some(before), true) = (before, recreated) {
                    stop_counting(table, before, column, sequences, names, &mut steps);
                }
                let new = written(name_after, column, &sequences.plain_serials);
                if new.computed.is_some() {
                    computed.push(new);
                } else {
                    added(table, new, fills, &mut steps);
                }
            }
        }
    }
    // After the columns that they are made of.
    for column in computed {
        steps.clauses.push(Clause::AddColumn(column.clone()));
        steps.clauses.extend(storage(None, &column));
    }
    steps
}

/// `SET STORAGE`, which the definition of a column has no word for.
pub fn storage(before: Option<&Column>, after: &Column) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let old = before.and_then(|c| c.options.get("storage"));
    let new = after.options.get("storage");
    let retyped = before.is_some_and(|b| b.ty != after.ty);
    if old != new || retyped && new.is_some() {
        let native = after.ty.native().unwrap_or_default();
        let usual = match words::type_name(native).1.as_str() {
            "numeric" | "inet" | "cidr" => "main",
            _ => "extended",
        };
        let word = new.map_or(usual, String::as_str);
        if new.is_some() || !retyped {
            clauses.push(Clause::Clause(format!(
                "ALTER COLUMN {} SET STORAGE {}",
                quote(&after.name),
                quote(word)
            )));
        }
    }
    if let Some(before) = before {
        let key = "compression";
        if before.options.get(key) != after.options.get(key) {
            let method = after.options.get(key).map_or_else(|| "DEFAULT".to_owned(), |m| quote(m));
            clauses.push(Clause::Clause(format!(
                "ALTER COLUMN {} SET COMPRESSION {method}",
                quote(&after.name)
            )));
        }
    }
    clauses
}

fn added(table: &TablePlan, column: Column, fills: &Fills, steps: &mut ColumnSteps) {
    let key = (table.diff.after.name.clone(), column.name.clone());
    match fills.get(&key) {
        Some(fill) if column.identity.is_none() => {
            let open = Column { nullable: true, default: None, ..column.clone() };
            steps.clauses.push(Clause::AddColumn(open));
            steps.fills.push(Step::Statement(format!(
                "UPDATE {} SET {} = ({fill})",
                name(&key.0),
                quote(&column.name)
            )));
            if let Some(default) = column.default.as_ref().and_then(DefaultValue::sql) {
                steps.after_fills.push(Clause::SetDefault {
                    column: column.name.clone(),
                    expression: Some(default.to_owned()),
                });
            }
            if !column.nullable {
                steps
                    .after_fills
                    .push(Clause::SetNullable { column: column.name.clone(), nullable: false });
            }
        }
        _ => steps.clauses.push(Clause::AddColumn(column.clone())),
    }
    steps.clauses.extend(storage(None, &column));
}

/// What draws from a sequence that goes, or counts by itself and no longer will, stops first.
fn stop_counting(
    table: &TablePlan,
    before: &Column,
    after: &Column,
    sequences: &Sequences,
    names: &mut TemporaryNames,
    steps: &mut ColumnSteps,
) -> bool {
    let alter = |clause: Clause| Step::AlterTable {
        table: table.diff.before.name.clone(),
        clauses: vec![clause],
    };
    let old_default = translate::default_of(&table.diff.before.name, before);
    let doomed = old_default.as_ref().is_some_and(|default| {
        let dropped = sequences.dropped.iter();
        let released = sequences.released.iter().map(|s| &s.name);
        dropped.chain(&sequences.gone).chain(released).any(|s| draws_from(default, s))
    });
    let counts = |c: &Column| matches!(c.identity, Identity::Standard { .. });
    if counts(before) && !counts(after) {
        let name_after = |sequence: &String| beside(&table.diff.after.name, sequence);
        if let Identity::Serial { sequence, options } = &after.identity
            && sequences.makes(&name_after(sequence))
        {
            // A namespace that the table moves to is there already; what it owns moves with it.
            let waiting = temporary::beside_it(names, &name_after(sequence));
            let own = identity_sequence(&table.diff.before.name, before);
            steps.early.push(Step::CreateSequence(Sequence {
                name: waiting.clone(),
                options: options.clone(),
                owned_by: None,
            }));
            steps.early.push(take_over(&waiting, &own, options));
            steps.made.insert(name_after(sequence), waiting);
        }
        let clause = format!("ALTER COLUMN {} DROP IDENTITY", quote(&before.name));
        steps.early.push(alter(Clause::Clause(clause)));
    }
    if doomed {
        steps
            .early
            .push(alter(Clause::SetDefault { column: before.name.clone(), expression: None }));
    }
    doomed
}

/// The sequence behind an identity column.
pub fn identity_sequence(table: &QualifiedName, column: &Column) -> QualifiedName {
    let standard = || own_names::sequence(&table.name, &column.name);
    beside(table, &column.options.get("sequence").cloned().unwrap_or_else(standard))
}

fn kept(
    table: &TablePlan,
    before: &Column,
    after: &Column,
    around: &Around,
    names: &mut TemporaryNames,
    steps: &mut ColumnSteps,
) {
    let Around { sequences, replaced, fills } = around;
    let (old_name, new_name) = (&table.diff.before.name, &table.diff.after.name);
    let doomed = stop_counting(table, before, after, sequences, names, steps);
    if before.computed.is_some() && after.computed.is_none() {
        let clause = format!("ALTER COLUMN {} DROP EXPRESSION", quote(&before.name));
        steps.early.push(Step::AlterTable {
            table: old_name.clone(),
            clauses: vec![Clause::Clause(clause)],
        });
    }
    let retyped = table.retyped.contains(&before.name);
    let mut old = translate::default_of(old_name, before).filter(|_| !doomed);
    let new = translate::default_of(new_name, after);
    // The server knows the sequence itself, whatever it is called.
    if old.is_some() && sequences.is_renamed((old_name, before), (new_name, after)) {
        old.clone_from(&new);
    }
    let names_type = |text: &String| replaced.iter().any(|r| words::mentions(text, &r.name));
    let counted = old == new && old.as_ref().is_some_and(|d| d.starts_with("nextval("));
    if old.is_some() && (retyped && !counted || old.as_ref().is_some_and(names_type)) {
        steps.clauses.push(Clause::SetDefault { column: after.name.clone(), expression: None });
        old = None;
    }
    if retyped {
        let (b, a) =
            (before.ty.native().unwrap_or_default(), after.ty.native().unwrap_or_default());
        let using = if after.computed.is_some() || b == a && !table.cast.contains(&before.name) {
            None
        } else if table.cast.contains(&before.name) && b == a {
            let through = if a.ends_with("[]") { "text[]" } else { "text" };
            Some(format!("{}::{through}::{a}", quote(&after.name)))
        } else {
            casts::way(&after.name, b, a).using()
        };
        steps.clauses.push(Clause::SetType { column: after.clone(), using });
    }
    steps.clauses.extend(storage(Some(before), after));
    if old != new {
        steps
            .clauses
            .push(Clause::SetDefault { column: after.name.clone(), expression: new.clone() });
    }
    nullability(table, before, after, fills, steps);
    counting(table, before, after, sequences, names, steps);
}

fn nullability(
    table: &TablePlan,
    before: &Column,
    after: &Column,
    fills: &Fills,
    steps: &mut ColumnSteps,
) {
    if before.nullable == after.nullable {
        return;
    }
    let clause = Clause::SetNullable { column: after.name.clone(), nullable: after.nullable };
    let key = (table.diff.after.name.clone(), after.name.clone());
    match fills.get(&key) {
        Some(fill) if !after.nullable => {
            let column = quote(&after.name);
            steps.fills.push(Step::Statement(format!(
                "UPDATE {} SET {column} = ({fill}) WHERE {column} IS NULL",
                name(&key.0)
            )));
            steps.after_fills.push(clause);
        }
        _ => steps.clauses.push(clause),
    }
}

/// Identity and serial, on both sides or on one.
fn counting(
    table: &TablePlan,
    before: &Column,
    after: &Column,
    sequences: &Sequences,
    names: &mut TemporaryNames,
    steps: &mut ColumnSteps,
) {
    let (old_table, new_table) = (&table.diff.before.name, &table.diff.after);
    let alter = |clause: String| Step::AlterTable {
        table: new_table.name.clone(),
        clauses: vec![Clause::Clause(clause)],
    };
    match (&before.identity, &after.identity) {
        (
            Identity::Standard { always: was, options: old },
            Identity::Standard { always, options: new },
        ) => {
            let sequence = |options: &model_core::schema::SequenceOptions| Sequence {
                name: identity_sequence(&new_table.name, after),
                options: options.clone(),
                owned_by: None,
            };
            steps.counters.extend(resize(&sequence(old), &sequence(new)));
            if was != always {
                let when = if *always { "ALWAYS" } else { "BY DEFAULT" };
                steps.clauses.push(Clause::Clause(format!(
                    "ALTER COLUMN {} SET GENERATED {when}",
                    quote(&after.name)
                )));
            }
        }
        (_, Identity::Standard { options, .. }) => {
            let words = column_identity(after).unwrap_or_default();
            steps.late.push(alter(format!("ALTER COLUMN {} ADD {words}", quote(&after.name))));
            let own = identity_sequence(&new_table.name, after);
            match &before.identity {
                Identity::Serial { sequence, .. }
                    if sequences.dropped.contains(&beside(old_table, sequence)) =>
                {
                    let aside = temporary::aside(names, sequence);
                    let waiting = beside(&new_table.name, &aside);
                    steps.waiting.insert(beside(old_table, sequence), aside);
                    steps.late.push(take_over(&own, &waiting, options));
                    steps.late.push(Step::DropSequence(waiting));
                }
                _ => steps.late.push(count_on(&own, new_table, &after.name, options)),
            }
        }
        (was, Identity::Serial { sequence, options }) => {
            let own = beside(&new_table.name, sequence);
            // One that is made in the place of an identity's has taken over its count.
            let begins = match was {
                Identity::None => sequences.makes(&own),
                Identity::Standard { .. } => !sequences.makes(&own),
                _ => false,
            };
            if begins {
                steps.late.push(count_on(&own, new_table, &after.name, options));
            }
        }
        _ => {}
    }
}

/// The columns that go, computed ones first: they hold on to those they are made of.
pub fn drops(table: &TablePlan) -> Vec<Clause> {
    let lost: BTreeSet<&str> = table.lost_columns().collect();
    let columns = table.diff.before.columns.iter().filter(|c| lost.contains(c.name.as_str()));
    let (computed, plain): (Vec<&Column>, Vec<&Column>) =
        columns.partition(|c| c.computed.is_some());
    let drop = |c: &Column| Clause::DropColumn(c.name.clone());
    computed.into_iter().map(drop).chain(plain.into_iter().map(drop)).collect()
}

/// Comments that differ, those of new columns among them.
pub fn comments(table: &TablePlan) -> Vec<Step> {
    let after = &table.diff.after;
    let mut steps = Vec::new();
    if table.diff.before.comment != after.comment {
        steps.push(Step::Comment {
            table: after.name.clone(),
            column: None,
            text: after.comment.clone(),
        });
    }
    for column in &after.columns {
        let old = table.diff.name_before(&column.name).filter(|o| !table.recreated.contains(*o));
        let before = old.and_then(|o| table.diff.before.column(o)).and_then(|c| c.comment.clone());
        if before != column.comment {
            steps.push(Step::Comment {
                table: after.name.clone(),
                column: Some(column.name.clone()),
                text: column.comment.clone(),
            });
        }
    }
    steps
}
