//! What the models give without any further derive, on SQLite in memory.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use model_core::prelude::*;
use study::models::StudyCasesOfGroup;
use study::models::{
    Group, GroupChanges, NewGroup, NewStudyCase, StudyCase, StudyCaseChanges, group, study_case,
};

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

#[test]
fn rows_are_made_found_changed_and_deleted() -> QueryResult<()> {
    let connection = &mut database();
    let group: Group = NewGroup::builder().name("third").build().insert().get_result(connection)?;
    assert_eq!(Group::find(group.id).first(connection)?.name, "third");
    assert_eq!(Group::by_name("third").first(connection)?.id, group.id);

    let new = NewStudyCase::builder().group_id(group.id).name("d").note("to read").build();
    new.insert().execute(connection)?;
    let mut case = StudyCase::by_group_id_and_name(group.id, "d").first(connection)?;
    assert_eq!(case.note.as_deref(), Some("to read"));

    let changes = StudyCaseChanges { note: Some(None), ..Default::default() };
    changes.update(case.id).execute(connection)?;
    assert_eq!(StudyCase::find(case.id).first(connection)?.note, None);
    case.name = "e".to_owned();
    case.save().execute(connection)?;
    let saved = StudyCase::find(case.id).filter(study_case::name.eq("e")).first(connection)?;
    assert_eq!(saved.note.as_deref(), Some("to read"));

    let rows: Vec<NewGroup> = ["x", "y"].map(|name| NewGroup::builder().name(name).build()).into();
    assert_eq!(Group::insert_many(&rows).execute(connection)?, 2);
    assert_eq!(Group::delete(group.id).execute(connection)?, 1);
    assert!(Group::find(group.id).first(connection).optional()?.is_none());
    // Changes with nothing in them change no row.
    assert_eq!(GroupChanges::default().update(1).execute(connection)?, 0);
    Ok(())
}

#[test]
fn relations_lead_both_ways() -> QueryResult<()> {
    let connection = &mut database();
    let case = StudyCase::find(2).first(connection)?;
    let group = case.group().first(connection)?;
    assert_eq!(group.name, "second");
    let cases = group.study_cases().order(study_case::name).load(connection)?;
    assert_eq!(cases[0].name, "b");
    let cases = Group::find(1).first(connection)?.study_cases().load(connection)?;
    assert_eq!(cases.len(), 2);
    Ok(())
}

#[test]
fn groups_come_with_their_cases() -> QueryResult<()> {
    let connection = &mut database();
    let cases = StudyCase::query().filter(study_case::note.is_not_null());
    let groups = Group::query().order(group::id).with(cases).load(connection)?;
    let names: Vec<_> = groups[0].1.iter().map(|case| case.name.as_str()).collect();
    assert_eq!((groups.len(), names), (2, vec!["c"]));
    Ok(())
}
