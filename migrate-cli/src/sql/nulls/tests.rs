use model_core::schema::ColumnType;

use super::*;
use crate::database::DatabaseKind;
use crate::databases;

fn schema() -> Schema {
    let column = |name: &str, nullable| Column {
        nullable,
        ..Column::new(name, ColumnType::Native("integer".into()))
    };
    let table = |name: &str, columns: Vec<Column>| Table {
        name: QualifiedName::new(name),
        columns,
        ..Table::default()
    };
    let item = vec![column("id", false), column("note", true), column("owner_id", true)];
    let person = vec![column("id", false), column("name", false)];
    Schema { tables: vec![table("item", item), table("person", person)], ..Schema::default() }
}

fn of(query: &str) -> Vec<String> {
    let all = [DatabaseKind::Sqlite, DatabaseKind::Postgres, DatabaseKind::Mysql].map(|kind| {
        let found = nulls(query, &databases::of(kind).session().lexis, &schema());
        let come = found.into_iter().filter(|(_, it)| matches!(it, Nulls::Come(_)));
        come.map(|(name, _)| name).collect::<Vec<String>>()
    });
    assert_eq!(all[0], all[1], "{query}");
    assert_eq!(all[0], all[2], "{query}");
    all[0].clone()
}

#[test]
fn a_nullable_column_that_nothing_speaks_of_gives_null() {
    for (query, columns) in [
        ("SELECT id, note FROM item", &["note"][..]),
        ("SELECT DISTINCT note remark, i.note AS text FROM item AS i;", &["remark", "text"]),
        ("SELECT * FROM item WHERE id > 0 ORDER BY note", &["note", "owner_id"]),
        ("SELECT i.* FROM item i, person", &["note", "owner_id"]),
        ("SELECT note, count(*) FROM item GROUP BY note HAVING count(*) > 1", &["note"]),
        ("SELECT note FROM item WHERE note IS NOT NULL", &[]),
        ("SELECT note FROM item WHERE NOT (note IS NULL)", &[]),
        ("SELECT coalesce(note, 0) AS note, id + 1 FROM item", &[]),
        ("SELECT CURRENT_DATE, NULL AS id FROM item", &[]),
        ("SELECT owner_id FROM item JOIN person p ON p.id = owner_id", &[]),
        ("SELECT owner_id FROM item JOIN person USING (id)", &["owner_id"]),
    ] {
        assert_eq!(of(query), columns, "{query}");
    }
}

#[test]
fn the_other_side_of_an_outer_join_gives_null() {
    let joined = "FROM item i LEFT OUTER JOIN person p ON p.id = i.owner_id";
    for (query, columns) in [
        (format!("SELECT i.id, p.name, i.owner_id {joined}"), &["name", "owner_id"][..]),
        (format!("SELECT name {joined} WHERE p.id > 1"), &[]),
        (format!("SELECT name {joined} WHERE name <> ''"), &[]),
        (format!("SELECT name {joined} WHERE i.note > 1"), &["name"]),
        (format!("SELECT p.name {joined} JOIN person q ON q.id = p.id"), &[]),
        ("SELECT q.name FROM ((item i LEFT JOIN (person p JOIN person q ON (p.id = q.id)) ON ((q.id = i.id))))".into(), &["name"]),
        ("SELECT i.id FROM item i RIGHT JOIN person p ON p.id = i.id".into(), &["id"]),
        (
            "SELECT i.id a, p.id b FROM item i FULL JOIN person p ON p.id = i.id".into(),
            &["a", "b"],
        ),
    ] {
        assert_eq!(of(&query), columns, "{query}");
    }
}

#[test]
fn what_is_required_never_gives_null() {
    let lexis = &databases::of(DatabaseKind::Postgres).session().lexis;
    let query = "SELECT i.id, p.name, count(*) AS n, 1 AS one FROM (item i JOIN person p ON ((p.id = i.id)))";
    let never = nulls(query, lexis, &schema());
    assert!(!never.values().any(|nulls| matches!(nulls, Nulls::Come(_))));
    assert_eq!(never.into_keys().collect::<Vec<_>>(), ["id", "n", "name"]);
}

#[test]
fn of_what_is_not_plain_nothing_is_known() {
    for query in [
        "SELECT note FROM item UNION SELECT id FROM person",
        "WITH a AS (SELECT note FROM item) SELECT note FROM a",
        "SELECT note FROM (SELECT note FROM item) AS a",
        "SELECT note FROM other",
        "SELECT note FROM item TABLESAMPLE SYSTEM (10)",
        "VALUES (1)",
        "SELECT",
        "",
    ] {
        assert_eq!(of(query), [""; 0], "{query}");
    }
}
