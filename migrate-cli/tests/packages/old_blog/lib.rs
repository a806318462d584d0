pub mod models;
pub mod schema;

use diesel::prelude::*;
pub fn titles_of(connection: &mut SqliteConnection, email: &str) -> QueryResult<Vec<(String, String)>> {
    use schema::{posts, users};
    posts::table.inner_join(users::table).filter(users::email.eq(email)).select((posts::title, users::name)).load(connection)
}
