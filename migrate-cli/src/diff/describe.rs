//! A line a change, for people: the opening comment of a migration and the command line.

use model_core::schema::Table;

use super::told::{Told, differences, granted, pairs, quoted};
use super::{Aspects, Change, ColumnAspects, Renames, SchemaDiff, TableChange, TableDiff};

/// How much of a change is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// What differs: in a migration the statements say the rest.
    Words,
    /// What it was, and what it is to be.
    Both,
}

/// What the differences are, a line each, in the order of the diff.
pub fn describe(diff: &SchemaDiff) -> Vec<String> {
    lines(diff, Detail::Words)
}

/// The same, with what both sides say of what differs.
pub fn describe_both(diff: &SchemaDiff) -> Vec<String> {
    lines(diff, Detail::Both)
}

fn lines(diff: &SchemaDiff, detail: Detail) -> Vec<String> {
    let mut lines = Vec::new();
    for namespace in &diff.namespaces {
        lines.push(line(detail, "schema", namespace, |n| n.clone(), String::new));
    }
    for extension in &diff.extensions {
        lines.push(format!("create extension {}", extension.name));
    }
    for collation in &diff.collations {
        lines.push(line(detail, "collation", collation, |c| c.name.to_string(), String::new));
    }
    for enumeration in &diff.enums {
        lines.push(line(detail, "enum", enumeration, |e| e.name.to_string(), String::new));
        let Some((before, after, _)) = enumeration.kept() else { continue };
        let renamed = diff.renames.enum_values.iter().filter(|((of, _), _)| *of == before.name);
        lines.extend(renamed.map(|((_, old), new)| {
            format!("rename value '{old}' of enum {} to '{new}'", after.name)
        }));
    }
    for sequence in &diff.sequences {
        lines.push(line(detail, "sequence", sequence, |s| s.name.to_string(), String::new));
    }
    for table in &diff.tables {
        match table {
            TableChange::Added(table) => lines.push(format!("create table {}", table.name)),
            TableChange::Dropped(table) => lines.push(format!("drop table {}", table.name)),
            TableChange::Renamed(table) | TableChange::Altered(table) => {
                describe_table(table, detail, &mut lines);
                describe_values(table, &diff.renames, &mut lines);
            }
        }
    }
    for object in &diff.objects {
        lines.push(match object {
            Change::Added(o) => format!("create {}", o.object_name()),
            Change::Dropped(o) => format!("drop {}", o.object_name()),
            Change::Renamed { after, .. } => format!("change {}", after.object_name()),
            Change::Altered { before, after, aspects } => {
                let what = match detail {
                    Detail::Words => aspects.words().into_iter().map(str::to_owned).collect(),
                    Detail::Both => differences(before, after, *aspects),
                };
                format!("change {}: {}", after.object_name(), what.join(", "))
            }
        });
    }
    lines
}

fn describe_table(diff: &TableDiff, detail: Detail, lines: &mut Vec<String>) {
    let table = &diff.after.name;
    let on = || format!(" on {table}");
    if diff.is_renamed() {
        lines.push(format!("rename table {} to {table}", diff.before.name));
    }
    for column in &diff.columns {
        match column {
            Change::Added(c) => lines.push(format!("add column {table}.{}", c.name)),
            Change::Dropped(c) => {
                lines.push(format!("drop column {}.{}", diff.before.name, c.name))
            }
            Change::Renamed { before, after } => {
                lines.push(format!("rename column {table}.{} to {}", before.name, after.name));
            }
            Change::Altered { before, after, aspects } => {
                if aspects.name {
                    lines.push(format!("rename column {table}.{} to {}", before.name, after.name));
                }
                let what = match detail {
                    Detail::Words => column_words(*aspects, before.nullable).join(", "),
                    Detail::Both => differences(before, after, *aspects).join(", "),
                };
                lines.push(format!("change column {table}.{}: {what}", after.name));
            }
        }
    }
    if diff.aspects.parents {
        lines.extend(describe_parents(&diff.before, &diff.after));
    }
    let unnamed = |name: &Option<String>| name.clone().unwrap_or_else(|| "(unnamed)".to_owned());
    if let Some(key) = &diff.primary_key {
        lines.push(line(detail, "primary key", key, |k| unnamed(&k.name), on));
    }
    lines.extend(diff.uniques.iter().map(|c| line(detail, "unique", c, |u| unnamed(&u.name), on)));
    lines.extend(
        diff.foreign_keys.iter().map(|c| line(detail, "foreign key", c, |k| unnamed(&k.name), on)),
    );
    lines.extend(diff.checks.iter().map(|c| line(detail, "check", c, |k| unnamed(&k.name), on)));
    lines.extend(
        diff.exclusions.iter().map(|c| line(detail, "exclusion", c, |e| e.name.clone(), on)),
    );
    lines.extend(diff.indexes.iter().map(|c| line(detail, "index", c, |i| i.name.clone(), on)));
    let mut of_table = |what: &str, before: String, after: String| {
        let line = format!("change {what} of table {table}");
        lines.push(match detail {
            Detail::Words => line,
            Detail::Both => format!("{line}: {before} -> {after}"),
        });
    };
    let (before, after) = (&diff.before, &diff.after);
    if diff.aspects.options {
        of_table("options", pairs(&before.options), pairs(&after.options));
    }
    if diff.aspects.grants {
        of_table("grants", granted(&before.grants), granted(&after.grants));
    }
    if diff.aspects.partitioning {
        let key = |table: &Table| {
            table.partitioning.as_ref().map_or_else(|| "none".to_owned(), |p| p.key.clone())
        };
        of_table("partition key", key(before), key(after));
    }
    if diff.aspects.attached {
        let names = |table: &Table| {
            let inherited = &table.inherited;
            let names = inherited.constraints.keys().chain(inherited.indexes.keys());
            names.cloned().collect::<Vec<_>>().join(", ")
        };
        of_table("names of attached indexes", names(before), names(after));
    }
    if diff.aspects.comment {
        of_table("comment", quoted(before.comment.as_ref()), quoted(after.comment.as_ref()));
    }
}

/// How a table leaves those above it, and joins others.
fn describe_parents(before: &Table, after: &Table) -> Vec<String> {
    let place = |t: &Table| t.partition_of.as_ref().map(|p| (p.parent.clone(), p.bound.clone()));
    let (old, new) = (place(before), place(after));
    let table = &after.name;
    let mut lines = Vec::new();
    match (&old, &new) {
        (Some((parent, old)), Some((same, new))) if parent == same => {
            lines.push(format!("change partition {table} of {parent}: {old} -> {new}"));
        }
        _ => {
            let left = old.map(|(p, _)| format!("detach partition {} of {p}", before.name));
            let joined =
                new.map(|(p, bound)| format!("attach {table} to {p} as a partition {bound}"));
            lines.extend(left.into_iter().chain(joined));
        }
    }
    let names = |t: &Table| {
        let names: Vec<String> = t.inherits.iter().map(ToString::to_string).collect();
        if names.is_empty() { "none".to_owned() } else { names.join(", ") }
    };
    if before.inherits != after.inherits {
        lines.push(format!(
            "change parents of table {table}: {} -> {}",
            names(before),
            names(after)
        ));
    }
    lines
}

fn describe_values(diff: &TableDiff, renames: &Renames, lines: &mut Vec<String>) {
    for (before, after) in &diff.kept_columns {
        let values = renames.values(&diff.before.name, before).into_iter().flatten();
        lines.extend(values.map(|(old, new)| {
            format!("rename value '{old}' of {}.{after} to '{new}'", diff.after.name)
        }));
    }
}

fn line<T: Told>(
    detail: Detail,
    kind: &str,
    change: &Change<T>,
    name: impl Fn(&T) -> String,
    on: impl Fn() -> String,
) -> String {
    let (before, after, aspects) = match change {
        Change::Added(t) => return format!("create {kind} {}{}", name(t), on()),
        Change::Dropped(t) => return format!("drop {kind} {}{}", name(t), on()),
        Change::Renamed { before, after } => (before, after, T::Aspects::NAME),
        Change::Altered { before, after, aspects } => (before, after, *aspects),
    };
    let line = match (name(before), name(after)) {
        (old, new) if old != new => format!("rename {kind} {old} to {new}{}", on()),
        (_, name) => format!("change {kind} {name}{}", on()),
    };
    let what = differences(before, after, aspects);
    match detail {
        Detail::Both if !what.is_empty() => format!("{line}: {}", what.join(", ")),
        Detail::Both | Detail::Words => line,
    }
}

fn column_words(aspects: ColumnAspects, was_nullable: bool) -> Vec<&'static str> {
    let nullable = if was_nullable { "set not null" } else { "drop not null" };
    let words = aspects.words().into_iter();
    words.map(|word| if word == "not null" { nullable } else { word }).collect()
}
