//! Rows and values that go.

use model_tests::servers::Backend;

use super::Truth::{Counted, None};
use super::{Case, by, values};

pub fn cases(backend: Backend) -> Vec<Case> {
    vec![table(), column(), computed(backend), rewritten(backend)]
}

fn table() -> Case {
    Case {
        what: "a table goes",
        before: "CREATE TABLE item (id int NOT NULL PRIMARY KEY); CREATE TABLE other (id int NOT NULL PRIMARY KEY);".into(),
        after: "CREATE TABLE other (id int NOT NULL PRIMARY KEY);".into(),
        rows: values("item", "id", &["1", "2", "3"]),
        dangers: vec![("drops-table", Counted("SELECT count(*) FROM item"))],
        ..Case::default()
    }
}

fn column() -> Case {
    Case {
        what: "a column goes",
        before: "CREATE TABLE item (id int, size int);".into(),
        after: "CREATE TABLE item (id int);".into(),
        rows: values("item", "size", &["1", "2", "NULL"]),
        dangers: vec![("drops-column", Counted("SELECT count(size) FROM item"))],
        ..Case::default()
    }
}

fn computed(backend: Backend) -> Case {
    let column = by(
        backend,
        "area int GENERATED ALWAYS AS (size * size) VIRTUAL",
        "area int GENERATED ALWAYS AS (size * size) STORED",
        "area int GENERATED ALWAYS AS (size * size) STORED",
    );
    Case {
        what: "a column is computed from now on",
        before: "CREATE TABLE box (size int, area int);".into(),
        after: format!("CREATE TABLE box (size int, {column});"),
        rows: values("box", "size, area", &["1, 1", "2, NULL", "3, 9"]),
        dangers: vec![("drops-data", Counted("SELECT count(area) FROM box"))],
        ..Case::default()
    }
}

fn rewritten(backend: Backend) -> Case {
    let ty = by(backend, "bigint", "bigint", "bigint");
    Case {
        what: "a wider type",
        before: "CREATE TABLE item (size int);".into(),
        after: format!("CREATE TABLE item (size {ty});"),
        rows: values("item", "size", &["1", "2", "NULL"]),
        dangers: vec![
            ("rewrites-table", Counted("SELECT count(*) FROM item")),
            ("narrows-type", None),
            ("needs-cast", None),
            ("irreversible", None),
        ],
        ..Case::default()
    }
}
