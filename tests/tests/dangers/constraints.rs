//! Rows that break what is newly asked of them.

use model_tests::servers::Backend;

use super::Truth::{None, Refused};
use super::{Case, by, texts, values};

const ITEM: &str = "CREATE TABLE item (id int NOT NULL PRIMARY KEY, name varchar(80), size int);";

pub fn cases(backend: Backend) -> Vec<Case> {
    let mut cases = vec![
        not_null(),
        unique(),
        unique_of_two(),
        unique_of_a_constant(),
        unique_of_nothing(),
        renamed_index(backend),
        primary_key(),
        check_with_a_rename(),
        new_column_with_a_check(),
        foreign_key(),
        foreign_key_to_a_new_table(),
        foreign_key_of_a_renamed_table(backend),
        new_column(),
        check_with_a_type(backend),
    ];
    match backend {
        Backend::Sqlite => cases.extend([
            partial_index(),
            expression_index("(lower(name))"),
            listed_values(),
            collated_index(),
        ]),
        Backend::Postgres => cases.extend([
            partial_index(),
            expression_index("(lower(name))"),
            primary_key_over_nulls(),
            nulls_not_distinct(),
            match_full(),
        ]),
        Backend::Mysql => cases.extend([primary_key_over_nulls(), prefix_index()]),
    }
    cases
}

fn not_null() -> Case {
    Case {
        what: "a column becomes required",
        before: ITEM.into(),
        after:
            "CREATE TABLE item (id int NOT NULL PRIMARY KEY, name varchar(80) NOT NULL, size int);"
                .into(),
        rows: texts([
            "INSERT INTO item VALUES (1, 'a', 1)",
            "INSERT INTO item VALUES (2, NULL, 1)",
            "INSERT INTO item VALUES (3, NULL, 1)",
        ]),
        dangers: vec![("not-null-on-rows", Refused)],
        ..Case::default()
    }
}

/// Names that repeat: `a` three times, `b` twice, and NULL, which repeats nothing.
fn repeated() -> Vec<String> {
    let names = ["'a'", "'a'", "'a'", "'b'", "'b'", "'c'", "NULL", "NULL"];
    let row =
        |(id, name): (usize, &&str)| format!("INSERT INTO item VALUES ({id}, {name}, {})", id % 2);
    names.iter().enumerate().map(row).collect()
}

fn unique() -> Case {
    Case {
        what: "a unique constraint",
        before: ITEM.into(),
        after: "CREATE TABLE item (id int NOT NULL PRIMARY KEY, name varchar(80), size int, CONSTRAINT item_name UNIQUE (name));".into(),
        rows: repeated(),
        dangers: vec![("unique-on-rows", Refused)],
        ..Case::default()
    }
}

fn unique_of_two() -> Case {
    Case {
        what: "a unique index on two columns, one of them renamed",
        before: ITEM.into(),
        after: "CREATE TABLE item (id int NOT NULL PRIMARY KEY, label varchar(80), size int); CREATE UNIQUE INDEX item_label ON item (label, size);".into(),
        rows: repeated(),
        flags: vec!["--rename", "column:item.name=label"],
        dangers: vec![("unique-on-rows", Refused)],
        ..Case::default()
    }
}

fn unique_of_a_constant() -> Case {
    Case {
        what: "a new unique column with one default for all",
        before: "CREATE TABLE item (id int NOT NULL PRIMARY KEY);".into(),
        after: "CREATE TABLE item (id int NOT NULL PRIMARY KEY, code int DEFAULT 7, CONSTRAINT item_code UNIQUE (code));".into(),
        rows: values("item", "id", &["1", "2", "3"]),
        dangers: vec![("unique-on-rows", Refused)],
        ..Case::default()
    }
}

fn unique_of_nothing() -> Case {
    Case {
        what: "a new unique column that is NULL in all rows",
        before: "CREATE TABLE item (id int NOT NULL PRIMARY KEY);".into(),
        after: "CREATE TABLE item (id int NOT NULL PRIMARY KEY, code int, CONSTRAINT item_code UNIQUE (code));".into(),
        rows: values("item", "id", &["1", "2", "3"]),
        dangers: vec![("unique-on-rows", None)],
        ..Case::default()
    }
}

fn renamed_index(backend: Backend) -> Case {
    let with = |name: &str| format!("{ITEM} CREATE UNIQUE INDEX {name} ON item (name);");
    let constraint = |name: &str| {
        format!(
            "CREATE TABLE item (id int NOT NULL PRIMARY KEY, name varchar(80), size int, CONSTRAINT {name} UNIQUE (name));"
        )
    };
    let make: &dyn Fn(&str) -> String = if backend == Backend::Mysql { &with } else { &constraint };
    Case {
        what: "what is unique gets another name",
        before: make("item_a"),
        after: make("item_b"),
        rows: texts(["INSERT INTO item VALUES (1, 'a', 1)", "INSERT INTO item VALUES (2, 'b', 1)"]),
        dangers: vec![("unique-on-rows", None)],
        ..Case::default()
    }
}

fn primary_key() -> Case {
    Case {
        what: "a primary key over rows that are the same",
        before: "CREATE TABLE tag (item int NOT NULL, word varchar(20) NOT NULL);".into(),
        after: "CREATE TABLE tag (item int NOT NULL, word varchar(20) NOT NULL, PRIMARY KEY (item, word));".into(),
        rows: texts([
            "INSERT INTO tag VALUES (1, 'a')",
            "INSERT INTO tag VALUES (1, 'a')",
            "INSERT INTO tag VALUES (1, 'a')",
            "INSERT INTO tag VALUES (1, 'b')",
            "INSERT INTO tag VALUES (2, 'a')",
        ]),
        dangers: vec![("unique-on-rows", Refused)],
        ..Case::default()
    }
}

fn primary_key_over_nulls() -> Case {
    Case {
        what: "a primary key over NULL",
        before: "CREATE TABLE tag (item int, word varchar(20));".into(),
        after: "CREATE TABLE tag (item int NOT NULL, word varchar(20), PRIMARY KEY (item));".into(),
        rows: values("tag", "item", &["1", "2", "NULL", "NULL", "NULL"]),
        dangers: vec![("not-null-on-rows", Refused), ("unique-on-rows", None)],
        ..Case::default()
    }
}

fn check_with_a_rename() -> Case {
    Case {
        what: "a check on a column that is renamed",
        before: ITEM.into(),
        after: "CREATE TABLE item (id int NOT NULL PRIMARY KEY, name varchar(80), width int, CONSTRAINT item_width CHECK (width > 2));".into(),
        rows: (0..5).map(|n| format!("INSERT INTO item VALUES ({n}, 'a', {n})")).collect(),
        flags: vec!["--rename", "column:item.size=width"],
        dangers: vec![("check-on-rows", Refused)],
        ..Case::default()
    }
}

fn new_column_with_a_check() -> Case {
    Case {
        what: "a check on a column that is new, and on one that is there",
        before: "CREATE TABLE item (id int NOT NULL PRIMARY KEY);".into(),
        after: "CREATE TABLE item (id int NOT NULL PRIMARY KEY, size int DEFAULT 3, CONSTRAINT item_size CHECK (size > id));".into(),
        rows: values("item", "id", &["1", "2", "3", "4"]),
        dangers: vec![("check-on-rows", Refused)],
        ..Case::default()
    }
}

const AUTHOR: &str = "CREATE TABLE author (id int NOT NULL PRIMARY KEY);";
const KEY: &str = "CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id)";

fn foreign_key() -> Case {
    Case {
        what: "a foreign key",
        before: format!("{AUTHOR} CREATE TABLE book (id int NOT NULL PRIMARY KEY, author_id int);"),
        after: format!(
            "{AUTHOR} CREATE TABLE book (id int NOT NULL PRIMARY KEY, author_id int, {KEY});"
        ),
        rows: texts([
            "INSERT INTO author VALUES (1)",
            "INSERT INTO book VALUES (1, 1)",
            "INSERT INTO book VALUES (2, 2)",
            "INSERT INTO book VALUES (3, 2)",
            "INSERT INTO book VALUES (4, NULL)",
        ]),
        dangers: vec![("foreign-key-on-rows", Refused)],
        ..Case::default()
    }
}

fn foreign_key_to_a_new_table() -> Case {
    Case {
        what: "a foreign key to a table that is new",
        before: "CREATE TABLE book (id int NOT NULL PRIMARY KEY, author_id int);".into(),
        after: format!(
            "{AUTHOR} CREATE TABLE book (id int NOT NULL PRIMARY KEY, author_id int, {KEY});"
        ),
        rows: texts([
            "INSERT INTO book VALUES (1, 1)",
            "INSERT INTO book VALUES (2, 2)",
            "INSERT INTO book VALUES (3, NULL)",
        ]),
        dangers: vec![("foreign-key-on-rows", Refused)],
        ..Case::default()
    }
}

fn foreign_key_of_a_renamed_table(backend: Backend) -> Case {
    let column = by(backend, "", "", ", KEY book_author (author_id)");
    let book = |parent: &str| {
        format!(
            "CREATE TABLE {parent} (id int NOT NULL PRIMARY KEY); CREATE TABLE book (id int NOT NULL PRIMARY KEY, author_id int{column}, CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES {parent} (id));"
        )
    };
    Case {
        what: "a foreign key whose table gets another name",
        before: book("author"),
        after: book("writer"),
        rows: texts(["INSERT INTO author VALUES (1)", "INSERT INTO book VALUES (1, 1)"]),
        flags: vec!["--rename", "table:author=writer"],
        dangers: vec![("foreign-key-on-rows", None)],
        ..Case::default()
    }
}

fn check_with_a_type(backend: Backend) -> Case {
    let text = by(backend, "text", "text", "varchar(20)");
    Case {
        what: "a check and a unique constraint on a column of another type",
        before: format!("CREATE TABLE item (code {text});"),
        after: "CREATE TABLE item (code int, CONSTRAINT item_code UNIQUE (code), CONSTRAINT item_size CHECK (code > 9));".into(),
        rows: values("item", "code", &["'10'", "'010'", "'20'", "'100'"]),
        dangers: vec![("unique-on-rows", Refused), ("check-on-rows", None)],
        ..Case::default()
    }
}

fn new_column() -> Case {
    Case {
        what: "a new column that is required and has no default",
        before: "CREATE TABLE item (id int NOT NULL PRIMARY KEY);".into(),
        after: "CREATE TABLE item (id int NOT NULL PRIMARY KEY, size int NOT NULL);".into(),
        rows: values("item", "id", &["1", "2", "3"]),
        dangers: vec![("not-null-on-rows", Refused)],
        ..Case::default()
    }
}

fn partial_index() -> Case {
    Case {
        what: "a unique index of some rows",
        before: ITEM.into(),
        after: format!("{ITEM} CREATE UNIQUE INDEX item_name ON item (name) WHERE size = 0;"),
        rows: repeated(),
        dangers: vec![("unique-on-rows", Refused)],
        ..Case::default()
    }
}

fn expression_index(expression: &str) -> Case {
    Case {
        what: "a unique index on an expression",
        before: ITEM.into(),
        after: format!("{ITEM} CREATE UNIQUE INDEX item_name ON item ({expression});"),
        rows: texts([
            "INSERT INTO item VALUES (1, 'a', 1)",
            "INSERT INTO item VALUES (2, 'A', 1)",
            "INSERT INTO item VALUES (3, 'b', 1)",
        ]),
        dangers: vec![("unique-on-rows", Refused)],
        ..Case::default()
    }
}

fn collated_index() -> Case {
    Case { what: "a unique index by a collation", ..expression_index("name COLLATE NOCASE") }
}

fn prefix_index() -> Case {
    Case {
        what: "a unique index on the beginning of a text",
        before: ITEM.into(),
        after: format!("{ITEM} CREATE UNIQUE INDEX item_name ON item (name(3));"),
        rows: texts([
            "INSERT INTO item VALUES (1, 'abcd', 1)",
            "INSERT INTO item VALUES (2, 'abce', 1)",
            "INSERT INTO item VALUES (3, 'abd', 1)",
        ]),
        dangers: vec![("unique-on-rows", Refused)],
        ..Case::default()
    }
}

fn nulls_not_distinct() -> Case {
    Case {
        what: "a unique constraint in which NULL repeats NULL",
        after: "CREATE TABLE item (id int NOT NULL PRIMARY KEY, name varchar(80), size int, CONSTRAINT item_name UNIQUE NULLS NOT DISTINCT (name));".into(),
        ..unique()
    }
}

fn match_full() -> Case {
    let parent = "CREATE TABLE place (x int, y int, PRIMARY KEY (x, y));";
    Case {
        what: "a foreign key of which all or nothing is set",
        before: format!("{parent} CREATE TABLE pin (x int, y int);"),
        after: format!(
            "{parent} CREATE TABLE pin (x int, y int, CONSTRAINT pin_place FOREIGN KEY (x, y) REFERENCES place MATCH FULL);"
        ),
        rows: texts([
            "INSERT INTO place VALUES (1, 1)",
            "INSERT INTO pin VALUES (1, 1)",
            "INSERT INTO pin VALUES (1, NULL)",
            "INSERT INTO pin VALUES (NULL, NULL)",
            "INSERT INTO pin VALUES (2, 2)",
        ]),
        dangers: vec![("foreign-key-on-rows", Refused)],
        ..Case::default()
    }
}

fn listed_values() -> Case {
    let mood = |values: &str| {
        format!(
            "CREATE TABLE person (mood text, CONSTRAINT person_mood CHECK (mood IN ({values})));"
        )
    };
    Case {
        what: "a value of a list goes, and another one is renamed",
        before: mood("'sad', 'ok', 'glad'"),
        after: mood("'sad', 'fine'"),
        rows: values("person", "mood", &["'sad'", "'ok'", "'glad'", "'glad'"]),
        rows_after: values("person", "mood", &["'sad'", "'fine'", "'glad'", "'glad'"]),
        flags: vec!["--rename", "value:person.mood.ok=fine"],
        dangers: vec![("check-on-rows", Refused)],
    }
}
