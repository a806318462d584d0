//! Functions drawn over a schema's tables, and what becomes of them when the tables are edited.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::Index;

use super::sql::{path, quote};
use super::{Rename, Schema};
use crate::servers::{Backend, Server};

/// How many kinds of functions there are; a database without one has another kind instead.
const KINDS: u8 = 3;

/// A function that counts the rows of a table in which a column has a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Function {
    /// The number in its name.
    pub number: usize,
    /// The table that it reads.
    pub over: String,
    /// The column.
    pub column: String,
    /// How its body is written.
    pub kind: u8,
}

type Drawn = (Index, Index, u8);

/// What is drawn of a pair's functions.
#[derive(Debug, Clone)]
pub struct Functions {
    start: Vec<Drawn>,
    added: Option<Drawn>,
    dropped: Option<Index>,
    changed: Option<(Index, u8)>,
}

/// Functions for the start, and what happens to them on the way to the target.
pub fn functions() -> impl Strategy<Value = Functions> {
    let i = any::<Index>;
    let one = move || (i(), i(), 0..KINDS);
    let parts = (
        prop::collection::vec(one(), 0..3),
        prop::option::weighted(0.2, one()),
        prop::option::weighted(0.2, i()),
        prop::option::weighted(0.2, (i(), 0..KINDS)),
    );
    parts.prop_map(|(start, added, dropped, changed)| Functions { start, added, dropped, changed })
}

/// Puts the drawn functions beside the tables of the start.
pub fn beside(schema: &mut Schema, drawn: &Functions) {
    drawn.start.iter().for_each(|one| add(schema, one));
}

/// Brings the functions of the start to the edited tables, and changes them.
pub fn follow(before: &Schema, after: &mut Schema, renames: &[Rename], drawn: &Functions) {
    let mut functions = before.functions.clone();
    for function in &mut functions {
        for rename in renames {
            match rename {
                Rename::Column(table, old, new)
                    if *table == function.over && *old == function.column =>
                {
                    function.column.clone_from(new);
                    break;
                }
                _ => {}
            }
        }
        for rename in renames {
            match rename {
                Rename::Table(old, new) if *old == function.over => {
                    function.over.clone_from(new);
                    break;
                }
                _ => {}
            }
        }
    }
    functions.retain(|f| after.table(&f.over).is_some_and(|t| t.column(&f.column).is_some()));
    if let Some(at) = drawn.dropped.filter(|_| !functions.is_empty()) {
        functions.remove(at.index(functions.len()));
    }
    if let Some((at, kind)) = drawn.changed.filter(|_| !functions.is_empty()) {
        let at = at.index(functions.len());
        functions[at].kind = kind;
    }
    after.functions = functions;
    drawn.added.iter().for_each(|one| add(after, one));
}

fn add(schema: &mut Schema, (table, column, kind): &Drawn) {
    let Some(table) = schema.tables.get(table.index(schema.tables.len().max(1))) else { return };
    if table.columns.is_empty() {
        return;
    }
    let taken = |number: &usize| schema.functions.iter().any(|f| f.number == *number);
    let number = (0..).find(|number| !taken(number)).unwrap_or_default();
    let column = table.columns[column.index(table.columns.len())].name.clone();
    let function = Function { number, over: table.name.clone(), column, kind: *kind };
    schema.functions.push(function);
}

/// All of them; SQLite has none.
pub fn create(server: Server, schema: &Schema, sql: &mut String) {
    for function in &schema.functions {
        let name = quote(server, &format!("drawn function {}", function.number));
        let (table, column) = (path(server, &function.over), quote(server, &function.column));
        let query = format!("SELECT count(*) FROM {table} WHERE {column} IS NOT NULL");
        let statement = match (server.backend(), function.kind) {
            (Backend::Sqlite, _) => continue,
            (Backend::Mysql, 0) => {
                format!("CREATE FUNCTION {name}() RETURNS bigint READS SQL DATA RETURN ({query})")
            }
            (Backend::Mysql, 1) => format!(
                "CREATE FUNCTION {name}() RETURNS bigint READS SQL DATA BEGIN \
                 DECLARE found bigint; SET found = ({query}); RETURN found; END"
            ),
            (Backend::Mysql, _) => format!("CREATE PROCEDURE {name}() {query}"),
            (Backend::Postgres, 0) => {
                format!("CREATE FUNCTION {name}() RETURNS bigint LANGUAGE sql AS $$ {query} $$")
            }
            // The server follows what such a body reads.
            (Backend::Postgres, 1) => format!(
                "CREATE FUNCTION {name}() RETURNS bigint LANGUAGE sql BEGIN ATOMIC {query}; END"
            ),
            (Backend::Postgres, _) => format!(
                "CREATE FUNCTION {name}(OUT found bigint) LANGUAGE plpgsql AS \
                 $$ BEGIN found = ({query}); END $$"
            ),
        };
        let _ = writeln!(sql, "{statement};");
    }
}
