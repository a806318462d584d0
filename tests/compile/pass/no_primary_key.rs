//! A table without a primary key: its rows are loaded and inserted.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use model_core::prelude::*;

#[derive(Model, Debug, PartialEq)]
#[model(table = "author")]
pub struct Author {
    pub id: i32,
}

#[derive(Model, Debug, PartialEq)]
#[model(table = "log", no_primary_key, unique(author_id, line), keeps("ck_old"))]
pub struct Log {
    pub line: Option<String>,
    #[model(foreign_key(author::id, name = "fk_log_author_id"))]
    pub author_id: i32,
}

fn main() -> QueryResult<()> {
    let connection = &mut SqliteConnection::establish(":memory:").expect("in memory");
    connection.batch_execute(
        "CREATE TABLE author (id INTEGER PRIMARY KEY); CREATE TABLE log (line TEXT, author_id INT); \
         INSERT INTO author VALUES (1)",
    )?;
    NewLog::builder().line("a").author_id(1).build().insert().execute(connection)?;
    Log::insert_many(&[Log { line: None, author_id: 1 }]).execute(connection)?;
    assert_eq!(Log::query().filter(log::line.is_null()).load(connection)?.len(), 1);
    let author = Author { id: 1 };
    assert_eq!(author.logs().load(connection)?.len(), 2);
    assert_eq!(Log { line: None, author_id: 1 }.author().first(connection)?, author);

    let schema = model_core::registry::schema();
    let table = schema.tables.iter().find(|table| table.name.name == "log").expect("registered");
    assert_eq!(table.primary_key, None);
    assert_eq!(table.keeps, ["ck_old"]);
    Ok(())
}
