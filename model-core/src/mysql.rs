//! What MySQL and MariaDB have in place of `RETURNING`.

use std::marker::PhantomData;

use diesel::expression::{
    AppearsOnTable, Expression, SelectableExpression, TypedExpressionType, ValidGrouping,
    is_aggregate,
};
use diesel::mysql::Mysql;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::{QueryResult, sql_types};

/// The number that the database counted for the last row that this connection inserted:
/// `LAST_INSERT_ID()`, of the type that it is compared with.
///
/// Of an insert of many rows it is the first one's
/// ([manual](https://dev.mysql.com/doc/refman/8.4/en/information-functions.html#function_last-insert-id)).
///
/// ```
/// use model_core::mysql::last_insert_id;
/// use model_core::prelude::*;
///
/// #[derive(Model)]
/// #[model(table = "post")]
/// pub struct Post {
///     pub id: i32,
///     pub title: String,
/// }
///
/// # fn main() {
/// // NewPost::builder().title("First").build().insert().execute(connection)?;
/// // let post = Post::find(last_insert_id()).first(connection)?;
/// let query = Post::find(last_insert_id());
/// let sql = diesel::debug_query::<diesel::mysql::Mysql, _>(&query).to_string();
/// assert!(sql.contains("WHERE (`post`.`id` = LAST_INSERT_ID())"), "{sql}");
/// # }
/// ```
pub fn last_insert_id<ST>() -> LastInsertId<ST> {
    LastInsertId(PhantomData)
}

/// The expression of [`last_insert_id`].
#[derive(Debug, Clone, Copy)]
pub struct LastInsertId<ST>(PhantomData<ST>);

impl<ST: sql_types::SqlType + TypedExpressionType> Expression for LastInsertId<ST> {
    type SqlType = ST;
}

impl<ST, QS> SelectableExpression<QS> for LastInsertId<ST> where Self: AppearsOnTable<QS> {}

impl<ST, QS> AppearsOnTable<QS> for LastInsertId<ST> where Self: Expression {}

impl<ST, G> ValidGrouping<G> for LastInsertId<ST> {
    type IsAggregate = is_aggregate::Never;
}

impl<ST: 'static> QueryId for LastInsertId<ST> {
    type QueryId = Self;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl<ST> QueryFragment<Mysql> for LastInsertId<ST> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Mysql>) -> QueryResult<()> {
        out.push_sql("LAST_INSERT_ID()");
        Ok(())
    }
}
