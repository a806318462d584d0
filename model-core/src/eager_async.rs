//! Eager loading with diesel-async: the same queries, run one after the other without blocking.

use std::future::Future;

use diesel::QueryResult;
use diesel_async::methods::LoadQuery;
use diesel_async::{AsyncConnectionCore, RunQueryDsl};

use crate::eager::{ChildrenOf, With, group};
use crate::rows::Rows;

/// Parents, each with its children.
pub type LoadedAsync<'query, P, C, Conn> =
    Vec<(P, Vec<<C as LoadChildrenAsync<'query, P, Conn>>::Row>)>;

impl<Q, C> With<Q, C> {
    /// Runs both queries on a connection of diesel-async: what [`With::load`] does on one of
    /// Diesel's own.
    ///
    /// ```
    /// use diesel::prelude::*;
    /// use diesel_async::sync_connection_wrapper::SyncConnectionWrapper;
    /// use diesel_async::{AsyncConnection, SimpleAsyncConnection};
    /// use model_core::prelude::*;
    ///
    /// #[derive(Model)]
    /// #[model(table = "author")]
    /// pub struct Author {
    ///     pub id: i32,
    /// }
    ///
    /// #[derive(Model)]
    /// #[model(table = "book")]
    /// pub struct Book {
    ///     pub id: i32,
    ///     #[model(foreign_key(author::id, name = "fk_book_author_id"))]
    ///     pub author_id: i32,
    /// }
    ///
    /// # #[tokio::main]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let url = ":memory:";
    /// let mut connection = SyncConnectionWrapper::<SqliteConnection>::establish(url).await?;
    /// # connection.batch_execute(
    /// #     "CREATE TABLE author (id INTEGER PRIMARY KEY);
    /// #      CREATE TABLE book (id INTEGER PRIMARY KEY, author_id INTEGER NOT NULL);
    /// #      INSERT INTO author VALUES (1), (2); INSERT INTO book VALUES (1, 1), (2, 1);",
    /// # ).await?;
    /// let books = Book::query().order(book::id);
    /// let authors = Author::query().with(books).load_async(&mut connection).await?;
    /// assert_eq!((authors[0].1.len(), authors[1].1.len()), (2, 0));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// What the database says to either query.
    pub fn load_async<'query, 'conn, P, Conn>(
        self,
        connection: &'conn mut Conn,
    ) -> impl Future<Output = QueryResult<LoadedAsync<'query, P, C, Conn>>> + Send
    where
        P: Send + Sync,
        Q: LoadQuery<'query, Conn, P> + Send + 'query,
        C: LoadChildrenAsync<'query, P, Conn>,
        Conn: AsyncConnectionCore + Send,
    {
        let Self { parents, children } = self;
        async move {
            let parents: Vec<P> = RunQueryDsl::load(parents, connection).await?;
            let children = children.load_children_async(&parents, connection).await?;
            Ok(parents.into_iter().zip(children).collect())
        }
    }
}

/// A query for children that diesel-async runs: [`LoadChildren`](crate::eager::LoadChildren)
/// without blocking.
#[diagnostic::on_unimplemented(
    message = "the rows of `{P}` can't be loaded with these",
    label = "no query for a model with exactly one foreign key to `{P}`",
    note = "give a query that selects the model, such as `Child::query()`"
)]
pub trait LoadChildrenAsync<'query, P, Conn>: Send {
    /// What one child is loaded as.
    type Row: Send;

    /// The children of each of the parents, in the parents' order.
    fn load_children_async(
        self,
        parents: &[P],
        connection: &mut Conn,
    ) -> impl Future<Output = QueryResult<Vec<Vec<Self::Row>>>> + Send;
}

impl<'query, M, Q, P, Conn> LoadChildrenAsync<'query, P, Conn> for Rows<M, Q>
where
    P: Sync,
    M: Send,
    Q: Send,
    Self: ChildrenOf<P, Child = M, Query: LoadQuery<'query, Conn, M> + Send + 'query>,
    Conn: AsyncConnectionCore + Send,
{
    type Row = M;

    fn load_children_async(
        self,
        parents: &[P],
        connection: &mut Conn,
    ) -> impl Future<Output = QueryResult<Vec<Vec<M>>>> + Send {
        let query = self.children_of(parents);
        async move {
            let rows = RunQueryDsl::load(query, connection).await?;
            Ok(group::<Self, P, _>(parents, rows, |row| row))
        }
    }
}

impl<'query, Q, C, P, Conn> LoadChildrenAsync<'query, P, Conn> for With<Q, C>
where
    P: Sync,
    Q: ChildrenOf<P, Query: LoadQuery<'query, Conn, Q::Child> + Send + 'query, Child: Send + Sync>
        + Send,
    C: LoadChildrenAsync<'query, Q::Child, Conn>,
    Conn: AsyncConnectionCore + Send,
{
    type Row = (Q::Child, Vec<C::Row>);

    fn load_children_async(
        self,
        parents: &[P],
        connection: &mut Conn,
    ) -> impl Future<Output = QueryResult<Vec<Vec<Self::Row>>>> + Send {
        let query = self.parents.children_of(parents);
        let children = self.children;
        async move {
            let rows: Vec<Q::Child> = RunQueryDsl::load(query, connection).await?;
            let children = children.load_children_async(&rows, connection).await?;
            let rows = rows.into_iter().zip(children).collect();
            Ok(group::<Q, P, _>(parents, rows, |row: &Self::Row| &row.0))
        }
    }
}
