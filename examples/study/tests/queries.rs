//! What the models give without any further derive, on SQLite in memory.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use study::models::{Group, StudyCase, group, study_case};

fn database() -> SqliteConnection {
    let mut connection = SqliteConnection::establish(":memory:").expect("SQLite needs no server");
    connection
        .batch_execute(
            "CREATE TABLE \"group\" (
                id INTEGER PRIMARY KEY NOT NULL,
                name VARCHAR(80) NOT NULL UNIQUE,
                created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
            );
            CREATE TABLE study_case (
                id INTEGER PRIMARY KEY NOT NULL,
                name VARCHAR(255) NOT NULL,
                group_id INTEGER NOT NULL REFERENCES \"group\" (id) ON DELETE CASCADE,
                note TEXT,
                created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
                UNIQUE (group_id, name)
            );
            INSERT INTO \"group\" (id, name) VALUES (1, 'first'), (2, 'second');
            INSERT INTO study_case (id, name, group_id, note)
            VALUES (1, 'a', 1, NULL), (2, 'b', 2, 'x'), (3, 'c', 1, 'y');",
        )
        .expect("the tables are right");
    connection
}

#[test]
fn the_struct_loads_and_saves() -> QueryResult<()> {
    let connection = &mut database();
    let mut cases = StudyCase::query().order(study_case::id).load(connection)?;
    assert_eq!(cases.len(), 3);
    cases[1].note = None;
    diesel::update(&cases[1]).set(&cases[1]).execute(connection)?;
    let note: Option<String> =
        study_case::table.find(2).select(study_case::note).first(connection)?;
    assert_eq!(note, None, "a row is saved as it is");
    let group = Group { id: 9, name: "ninth".to_owned(), created_at: cases[0].created_at };
    diesel::insert_into(group::table).values(&group).execute(connection)?;
    assert_eq!(group::table.find(9).select(Group::as_select()).first(connection)?.name, "ninth");
    Ok(())
}

#[test]
fn a_row_belongs_to_its_parent() -> QueryResult<()> {
    let connection = &mut database();
    let groups = Group::query().order(group::id).load(connection)?;
    let cases = StudyCase::belonging_to(&groups).select(StudyCase::as_select()).load(connection)?;
    let grouped = cases.grouped_by(&groups);
    assert_eq!((grouped[0].len(), grouped[1].len()), (2, 1));
    let joined: Vec<(StudyCase, Group)> = study_case::table
        .inner_join(group::table)
        .select((StudyCase::as_select(), Group::as_select()))
        .load(connection)?;
    assert_eq!(joined.len(), 3);
    Ok(())
}
