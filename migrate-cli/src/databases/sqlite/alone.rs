//! One view or trigger in memory, apart from all others: the tables that it names stand below it, and the views
//! that it names as tables of the same columns. SQLite rewrites its text when one of these is renamed, which
//! tells what it names, whatever words are in it. Where it stands among the others, they may be in the way.

use std::collections::BTreeSet;

use model_core::schema::{ObjectKind, QualifiedName, Schema, SchemaObject};

use super::connection::Sqlite as Database;
use super::render::{quoted_list, render};
use super::statement::Statement;
use crate::database::{Connection, DatabaseError};
use crate::databases::sqlite::quote::{literal, quote};
use crate::databases::sqlite::session::LEXIS;

/// A view or trigger in a database of its own.
pub(super) struct Alone {
    copy: Box<dyn Connection>,
    question: String,
    /// The token that stands for `INSTEAD OF`, and how that is written: tables have no such triggers.
    instead_of: Option<(usize, String)>,
}

impl Alone {
    /// `None`: it can't be made, since something of the application is missing or it is broken.
    pub fn new(schema: &Schema, object: &SchemaObject) -> Option<Self> {
        let mut copy: Box<dyn Connection> = Box::new(Database::in_memory().ok()?);
        let definition = object.definition.as_deref()?;
        let words = words(definition);
        let is_named = |name: &QualifiedName| words.contains(&name.name.to_ascii_lowercase());
        // What can't be made is missing, and then SQLite says so.
        for table in schema.tables.iter().filter(|t| is_named(&t.name)) {
            let _ = copy.execute(&render(&Statement::CreateTable(table.clone())));
        }
        for other in schema.objects.iter().filter(|o| is_named(&o.name)) {
            let _ = match (other.kind, &other.definition) {
                (ObjectKind::View, _) if other.object_name() != object.object_name() => {
                    let columns = quoted_list(other.interface.iter().map(String::as_str));
                    copy.execute(&format!("CREATE TABLE {} ({columns})", quote(&other.name.name)))
                }
                (ObjectKind::Dependent | ObjectKind::Table, Some(sql)) => copy.execute(sql),
                _ => Ok(()),
            };
        }
        let (definition, instead_of) = of_a_table(definition);
        copy.execute(&definition).ok()?;
        let question = format!(
            "SELECT sql FROM sqlite_schema WHERE type = {} AND name = {}",
            literal(object.kind.word()),
            literal(&object.name.name)
        );
        let mut alone = Self { copy, question, instead_of };
        // A rename of any column turns texts in double quotes into texts.
        let any = "CREATE TABLE \"__migrate_any\" (a); ALTER TABLE \"__migrate_any\" RENAME a TO b";
        alone.copy.execute(any).ok()?;
        Some(alone)
    }

    /// Its text.
    pub fn text(&mut self) -> Option<String> {
        let rows = self.copy.query(&self.question).ok()?;
        let text = rows.into_iter().flatten().next().flatten()?;
        let Some((at, written)) = &self.instead_of else { return Some(text) };
        let token = *LEXIS.tokens(&text).get(*at)?;
        Some(format!("{}{written}{}", &text[..token.start], &text[token.end()..]))
    }

    /// Renames what is below it.
    pub fn run(&mut self, renames: &[Statement]) -> Result<(), DatabaseError> {
        renames.iter().try_for_each(|statement| self.copy.execute(&render(statement)))
    }

    /// Its text after some renames, which are undone. `None`: SQLite refuses them.
    pub fn text_after(&mut self, renames: &[Statement]) -> Option<String> {
        self.copy.execute("SAVEPOINT \"renamed\"").ok()?;
        let text = self.run(renames).ok().and_then(|()| self.text());
        let _ = self.copy.execute("ROLLBACK TO \"renamed\"; RELEASE \"renamed\"");
        text
    }
}

/// All that may be a name in a text, in lower case.
pub(super) fn words(sql: &str) -> BTreeSet<String> {
    let tokens = LEXIS.tokens(sql).into_iter();
    tokens.filter_map(|t| t.name().or_else(|| t.value()).map(|n| n.to_ascii_lowercase())).collect()
}

/// A trigger of a view as one of a table.
fn of_a_table(definition: &str) -> (String, Option<(usize, String)>) {
    let tokens = LEXIS.tokens(definition);
    let is_trigger = tokens.get(1).is_some_and(|t| t.is("TRIGGER"));
    let pair = tokens.windows(2).position(|pair| pair[0].is("INSTEAD") && pair[1].is("OF"));
    let Some(at) = pair.filter(|_| is_trigger) else { return (definition.to_owned(), None) };
    let (start, end) = (tokens[at].start, tokens[at + 1].end());
    let of_table = format!("{}BEFORE{}", &definition[..start], &definition[end..]);
    (of_table, Some((at, definition[start..end].to_owned())))
}
