//! A line a change, for people: the opening comment of a migration and the command line.

use super::{Aspects, Change, ColumnAspects, Object, Renames, SchemaDiff, TableChange, TableDiff};

/// What the differences are, a line each, in the order of the diff.
pub fn describe(diff: &SchemaDiff) -> Vec<String> {
    let mut lines = Vec::new();
    for namespace in &diff.namespaces {
        lines.push(line("schema", namespace, |n| n.clone(), String::new));
    }
    for extension in &diff.extensions {
        lines.push(format!("create extension {}", extension.name));
    }
    for enumeration in &diff.enums {
        lines.push(line("enum", enumeration, |e| e.name.to_string(), String::new));
        let Some((before, after, _)) = enumeration.kept() else { continue };
        let renamed = diff.renames.enum_values.iter().filter(|((of, _), _)| *of == before.name);
        lines.extend(renamed.map(|((_, old), new)| {
            format!("rename value '{old}' of enum {} to '{new}'", after.name)
        }));
    }
    for sequence in &diff.sequences {
        lines.push(line("sequence", sequence, |s| s.name.to_string(), String::new));
    }
    for table in &diff.tables {
        match table {
            TableChange::Added(table) => lines.push(format!("create table {}", table.name)),
            TableChange::Dropped(table) => lines.push(format!("drop table {}", table.name)),
            TableChange::Renamed(table) | TableChange::Altered(table) => {
                describe_table(table, &mut lines);
                describe_values(table, &diff.renames, &mut lines);
            }
        }
    }
    for object in &diff.objects {
        lines.push(match object {
            Change::Added(o) => format!("create {}", o.object_name()),
            Change::Dropped(o) => format!("drop {}", o.object_name()),
            Change::Renamed { after, .. } => format!("change {}", after.object_name()),
            Change::Altered { after, aspects, .. } => {
                format!("change {}: {}", after.object_name(), aspects.words().join(", "))
            }
        });
    }
    lines
}

fn describe_table(diff: &TableDiff, lines: &mut Vec<String>) {
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
                let what = column_words(*aspects, before.nullable).join(", ");
                lines.push(format!("change column {table}.{}: {what}", after.name));
            }
        }
    }
    let unnamed = |name: &Option<String>| name.clone().unwrap_or_else(|| "(unnamed)".to_owned());
    if let Some(key) = &diff.primary_key {
        lines.push(line("primary key", key, |k| unnamed(&k.name), on));
    }
    lines.extend(diff.uniques.iter().map(|c| line("unique", c, |u| unnamed(&u.name), on)));
    lines
        .extend(diff.foreign_keys.iter().map(|c| line("foreign key", c, |k| unnamed(&k.name), on)));
    lines.extend(diff.checks.iter().map(|c| line("check", c, |k| unnamed(&k.name), on)));
    lines.extend(diff.exclusions.iter().map(|c| line("exclusion", c, |e| e.name.clone(), on)));
    lines.extend(diff.indexes.iter().map(|c| line("index", c, |i| i.name.clone(), on)));
    if diff.aspects.options {
        lines.push(format!("change options of table {table}"));
    }
    if diff.aspects.comment {
        lines.push(format!("change comment of table {table}"));
    }
}

fn describe_values(diff: &TableDiff, renames: &Renames, lines: &mut Vec<String>) {
    for (before, after) in &diff.kept_columns {
        let values = renames.values(&diff.before.name, before).into_iter().flatten();
        lines.extend(values.map(|(old, new)| {
            format!("rename value '{old}' of {}.{after} to '{new}'", diff.after.name)
        }));
    }
}

fn line<T: Object>(
    kind: &str,
    change: &Change<T>,
    name: impl Fn(&T) -> String,
    on: impl Fn() -> String,
) -> String {
    match change {
        Change::Added(t) => format!("create {kind} {}{}", name(t), on()),
        Change::Dropped(t) => format!("drop {kind} {}{}", name(t), on()),
        Change::Renamed { before, after } | Change::Altered { before, after, .. }
            if name(before) != name(after) =>
        {
            format!("rename {kind} {} to {}{}", name(before), name(after), on())
        }
        Change::Renamed { after, .. } | Change::Altered { after, .. } => {
            format!("change {kind} {}{}", name(after), on())
        }
    }
}

fn column_words(aspects: ColumnAspects, was_nullable: bool) -> Vec<&'static str> {
    let nullable = if was_nullable { "set not null" } else { "drop not null" };
    let words = aspects.words().into_iter();
    words.map(|word| if word == "not null" { nullable } else { word }).collect()
}
