//! Every type of a database to every other, in one comparison: what is written is accepted, leads
//! there and back, and is found to be complete.

use std::path::Path;

use model_tests::Server;
use model_tests::law::{self, Pair, Verdict};

/// As PostgreSQL takes them, modifiers and arrays among them.
#[rustfmt::skip]
const POSTGRES: &[&str] = &[
    "smallint", "integer", "bigint", "numeric", "numeric(10,2)", "real", "double precision", "money",
    "text", "varchar(20)", "char(3)", "\"char\"", "name", "citext", "bytea", "date", "time",
    "timetz(3)", "timestamp", "timestamptz(0)", "interval", "interval year to month", "boolean",
    "mood", "apart.mood", "percent", "uuid", "json", "jsonb", "xml", "inet", "cidr", "macaddr", "macaddr8",
    "bit(8)", "varbit(8)", "varbit", "tsvector", "tsquery", "point", "box", "polygon", "circle", "path",
    "lseg", "line", "int4range", "numrange", "tstzrange", "daterange", "int4multirange", "nummultirange",
    "tstzmultirange", "integer[]", "bigint[]", "text[]", "varchar(9)[]", "mood[]", "jsonb[]", "boolean[]",
    "numeric[]", "money[]", "timestamptz[]", "uuid[]", "bytea[]", "oid", "regclass", "jsonpath",
];

/// A table a type, and in it a column for every other type.
fn tables(types: &[&str], ty: impl Fn(usize, usize) -> usize) -> String {
    let others = |table: usize| (0..types.len()).filter(move |column| *column != table);
    (0..types.len())
        .map(|table| {
            let columns: Vec<String> = others(table)
                .map(|column| format!("c{column} {}", types[ty(table, column)]))
                .collect();
            format!("CREATE TABLE t{table} ({});\n", columns.join(", "))
        })
        .collect()
}

fn every_type_becomes_every_other(server: Server) {
    let made = "CREATE EXTENSION citext; CREATE SCHEMA apart; CREATE TYPE mood AS ENUM ('sad', 'ok'); \
                CREATE TYPE apart.mood AS ENUM ('sad'); CREATE DOMAIN percent AS integer;\n";
    let pair = Pair {
        before: format!("{made}{}", tables(POSTGRES, |table, _| table)),
        after: format!("{made}{}", tables(POSTGRES, |_, column| column)),
        rows: String::new(),
        flags: vec![],
    };
    let binary = Path::new(env!("CARGO_BIN_EXE_migrate-under-test"));
    match law::walk(binary, server, &pair) {
        Verdict::Skipped | Verdict::Holds(_) => {}
        other => panic!("{other:?}"),
    }
}

model_tests::on_servers!(every_type_becomes_every_other, postgres);
