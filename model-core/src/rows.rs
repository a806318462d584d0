//! A query whose rows are those of one model: what [`Model`](crate::Model) and relations give.
//!
//! Diesel's `as_select()` asks for the backend as soon as it is written, and finds it at the
//! connection; a query that selects something else afterwards would leave it unknown. [`Rows`] takes
//! the columns as they are and remembers the model instead, so that every method of Diesel's works:
//!
//! ```
//! # use diesel::connection::SimpleConnection;
//! use diesel::dsl::{count_star, exists, max};
//! use diesel::prelude::*;
//! use model_core::prelude::*;
//!
//! #[derive(Model, Debug, PartialEq)]
//! #[model(table = "author")]
//! pub struct Author {
//!     pub id: i32,
//!     pub name: String,
//! }
//!
//! #[derive(Model, Debug, PartialEq)]
//! #[model(table = "book")]
//! pub struct Book {
//!     pub id: i32,
//!     pub title: String,
//!     pub pages: i32,
//!     #[model(foreign_key(author::id, name = "fk_book_author_id"))]
//!     pub author_id: i32,
//! }
//!
//! # fn main() -> QueryResult<()> {
//! # let connection = &mut SqliteConnection::establish(":memory:").expect("in memory");
//! # connection.batch_execute(
//! #     "CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
//! #      CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT NOT NULL, pages INTEGER NOT NULL,
//! #      author_id INTEGER NOT NULL);
//! #      INSERT INTO author VALUES (1, 'Woolf'), (2, 'Nobody');
//! #      INSERT INTO book VALUES (1, 'Orlando', 330, 1), (2, 'The Waves', 290, 1);",
//! # )?;
//! // Something else than the whole row:
//! let number: i64 = Book::query().filter(book::pages.gt(300)).count().get_result(connection)?;
//! assert_eq!(number, 1);
//! let titles: Vec<String> =
//!     Book::query().order(book::title.desc()).select(book::title).load(connection)?;
//! assert_eq!(titles, ["The Waves", "Orlando"]);
//! let woolf = Author::find(1).first(connection)?;
//! let longest: Option<i32> = woolf.books().select(max(book::pages)).first(connection)?;
//! assert_eq!(longest, Some(330));
//!
//! // Joined with others: the rows of the model, or of both.
//! let by_woolf = Book::query().inner_join(author::table).filter(author::name.eq("Woolf"));
//! let books: Vec<Book> = by_woolf.order(book::id).load(connection)?;
//! let both: Vec<(Book, Author)> =
//!     by_woolf.select((Book::as_select(), Author::as_select())).load(connection)?;
//! assert_eq!((books.len(), &both[0].0), (2, &books[0]));
//!
//! // Grouped:
//! let counts: Vec<(i32, i64)> = Book::query()
//!     .group_by(book::author_id)
//!     .select((book::author_id, count_star()))
//!     .load(connection)?;
//! assert_eq!(counts, [(1, 2)]);
//!
//! // In another query, and with another of the same model:
//! let with_books = exists(Book::query().filter(book::author_id.eq(author::id)).as_query());
//! assert_eq!(Author::query().filter(with_books).load(connection)?, [woolf]);
//! let ends = Book::find(1).union(Book::find(2));
//! assert_eq!(ends.load(connection)?.len(), 2);
//! # Ok(())
//! # }
//! ```
//!
//! Where a function of Diesel's asks for a query of its own, as `exists` does, `query.as_query()` is it.

use std::marker::PhantomData;

use diesel::associations::HasTable;
use diesel::backend::Backend;
use diesel::dsl;
use diesel::expression::Expression;
use diesel::query_builder::{AsQuery, AstPass, Query, QueryFragment, QueryId};
use diesel::query_dsl::InternalJoinDsl;
#[cfg(feature = "postgres")]
use diesel::query_dsl::methods::DistinctOnDsl;
use diesel::query_dsl::methods::{
    BoxedDsl, DistinctDsl, FilterDsl, FindDsl, GroupByDsl, HavingDsl, LimitDsl, LoadQuery,
    LockingDsl, ModifyLockDsl, OffsetDsl, OrFilterDsl, OrderDsl, SelectDsl, SelectNullableDsl,
    ThenOrderDsl,
};
use diesel::query_dsl::positional_order_dsl::{IntoPositionalOrderExpr, PositionalOrderDsl};
use diesel::query_source::{JoinTo, Table};
use diesel::{CombineDsl, QueryDsl, QueryResult, RunQueryDsl};

/// The query `Q`, whose rows are those of the model `M`.
#[must_use = "a query does nothing until it is loaded"]
pub struct Rows<M, Q> {
    pub(crate) query: Q,
    model: PhantomData<fn() -> M>,
}

/// The table of a model.
type TableOf<M> = <M as HasTable>::Table;

/// The columns of a model's rows.
type Columns<M> = <TableOf<M> as Table>::AllColumns;

/// All the rows of a model.
pub type All<M> = Rows<M, dsl::Select<TableOf<M>, Columns<M>>>;

/// The rows of a model for which `P` holds.
pub type Where<M, P> = Rows<M, dsl::Select<dsl::Filter<TableOf<M>, P>, Columns<M>>>;

/// The row of a model with the primary key `K`.
pub type Found<M, K> = Rows<M, dsl::Select<dsl::Find<TableOf<M>, K>, Columns<M>>>;

/// [`All`]; what `X::query()` is made of.
pub fn all<M>() -> All<M>
where
    M: HasTable<Table: SelectDsl<Columns<M>>>,
{
    Rows::of(SelectDsl::select(M::table(), TableOf::<M>::all_columns()))
}

/// [`Where`]; what `X::by_…` and relations are made of.
pub fn filtered<M, P>(condition: P) -> Where<M, P>
where
    M: HasTable<Table: FilterDsl<P, Output: SelectDsl<Columns<M>>>>,
{
    let rows = FilterDsl::filter(M::table(), condition);
    Rows::of(SelectDsl::select(rows, TableOf::<M>::all_columns()))
}

/// [`Found`]; what `X::find` is made of.
pub fn found<M, K>(key: K) -> Found<M, K>
where
    M: HasTable<Table: FindDsl<K, Output: SelectDsl<Columns<M>>>>,
{
    let row = FindDsl::find(M::table(), key);
    Rows::of(SelectDsl::select(row, TableOf::<M>::all_columns()))
}

impl<M, Q> Rows<M, Q> {
    /// The query gives rows of the model.
    pub(crate) fn of(query: Q) -> Self {
        Self { query, model: PhantomData }
    }

    /// The query of Diesel's own.
    pub fn as_query(self) -> Q {
        self.query
    }
}

impl<M, Q: CombineDsl> Rows<M, Q> {
    /// The rows of either query.
    pub fn union<R>(self, other: Rows<M, R>) -> Rows<M, dsl::Union<Q, R>>
    where
        R: AsQuery<SqlType = <Q::Query as Query>::SqlType>,
    {
        Rows::of(self.query.union(other.query))
    }

    /// The rows of either query, and twice those of both.
    pub fn union_all<R>(self, other: Rows<M, R>) -> Rows<M, dsl::UnionAll<Q, R>>
    where
        R: AsQuery<SqlType = <Q::Query as Query>::SqlType>,
    {
        Rows::of(self.query.union_all(other.query))
    }

    /// The rows of both queries.
    pub fn intersect<R>(self, other: Rows<M, R>) -> Rows<M, dsl::Intersect<Q, R>>
    where
        R: AsQuery<SqlType = <Q::Query as Query>::SqlType>,
    {
        Rows::of(self.query.intersect(other.query))
    }

    /// The rows of both queries, as often as they are in both.
    pub fn intersect_all<R>(self, other: Rows<M, R>) -> Rows<M, dsl::IntersectAll<Q, R>>
    where
        R: AsQuery<SqlType = <Q::Query as Query>::SqlType>,
    {
        Rows::of(self.query.intersect_all(other.query))
    }

    /// The rows that the other query does not have.
    pub fn except<R>(self, other: Rows<M, R>) -> Rows<M, dsl::Except<Q, R>>
    where
        R: AsQuery<SqlType = <Q::Query as Query>::SqlType>,
    {
        Rows::of(self.query.except(other.query))
    }

    /// The rows that the other query does not have, as often as it lacks them.
    pub fn except_all<R>(self, other: Rows<M, R>) -> Rows<M, dsl::ExceptAll<Q, R>>
    where
        R: AsQuery<SqlType = <Q::Query as Query>::SqlType>,
    {
        Rows::of(self.query.except_all(other.query))
    }
}

impl<M, Q: Clone> Clone for Rows<M, Q> {
    fn clone(&self) -> Self {
        Self::of(self.query.clone())
    }
}

impl<M, Q: Copy> Copy for Rows<M, Q> {}

impl<M, Q: std::fmt::Debug> std::fmt::Debug for Rows<M, Q> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.query.fmt(f)
    }
}

impl<M, Q> QueryDsl for Rows<M, Q> {}

impl<M, Q, Conn> RunQueryDsl<Conn> for Rows<M, Q> {}

impl<'query, M, Q, Conn, B> LoadQuery<'query, Conn, M, B> for Rows<M, Q>
where
    Q: LoadQuery<'query, Conn, M, B>,
{
    type RowIter<'conn>
        = Q::RowIter<'conn>
    where
        Conn: 'conn;

    fn internal_load(self, connection: &mut Conn) -> QueryResult<Self::RowIter<'_>> {
        self.query.internal_load(connection)
    }
}

#[cfg(feature = "async")]
impl<'query, M, Q, Conn> diesel_async::methods::LoadQuery<'query, Conn, M> for Rows<M, Q>
where
    Conn: diesel_async::AsyncConnectionCore,
    Q: diesel_async::methods::LoadQuery<'query, Conn, M>,
{
    type LoadFuture<'conn>
        = Q::LoadFuture<'conn>
    where
        Conn: 'conn;
    type Stream<'conn>
        = Q::Stream<'conn>
    where
        Conn: 'conn;

    fn internal_load(self, connection: &mut Conn) -> Self::LoadFuture<'_> {
        self.query.internal_load(connection)
    }
}

impl<M: 'static, Q: QueryId> QueryId for Rows<M, Q> {
    type QueryId = Q::QueryId;
    const HAS_STATIC_QUERY_ID: bool = Q::HAS_STATIC_QUERY_ID;
    const IS_WINDOW_FUNCTION: bool = Q::IS_WINDOW_FUNCTION;
}

impl<M, Q: QueryFragment<DB>, DB: Backend> QueryFragment<DB> for Rows<M, Q> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        self.query.walk_ast(out)
    }
}

// What gives something else than the model's rows.

impl<M, Q, S> SelectDsl<S> for Rows<M, Q>
where
    S: Expression,
    Q: SelectDsl<S>,
{
    type Output = Q::Output;

    fn select(self, selection: S) -> Self::Output {
        self.query.select(selection)
    }
}

impl<M, Q: SelectNullableDsl> SelectNullableDsl for Rows<M, Q> {
    type Output = Q::Output;

    fn nullable(self) -> Self::Output {
        self.query.nullable()
    }
}

/// What gives fewer rows of the model, or in another order: one method each, which takes `$value`.
macro_rules! same_rows {
    ($($method:ident: $dsl:ident<$($lifetime:lifetime,)? $($parameter:ident $(: $bound:path)?),*>
        ($($value:ident: $ty:ty)?);)*) => {$(
        impl<$($lifetime,)? M, Q, $($parameter),*> $dsl<$($lifetime,)? $($parameter),*> for Rows<M, Q>
        where
            $($($parameter: $bound,)?)*
            Q: $dsl<$($lifetime,)? $($parameter),*>,
        {
            type Output = Rows<M, Q::Output>;

            fn $method(
                self $(, $value: $ty)?
            ) -> <Self as $dsl<$($lifetime,)? $($parameter),*>>::Output {
                Rows::of(self.query.$method($($value)?))
            }
        }
    )*};
}

same_rows! {
    filter: FilterDsl<P>(condition: P);
    or_filter: OrFilterDsl<P>(condition: P);
    find: FindDsl<K>(key: K);
    order: OrderDsl<E: Expression>(by: E);
    then_order_by: ThenOrderDsl<E>(by: E);
    positional_order_by: PositionalOrderDsl<E: IntoPositionalOrderExpr>(by: E);
    group_by: GroupByDsl<E: Expression>(by: E);
    having: HavingDsl<P>(condition: P);
    with_lock: LockingDsl<L>(lock: L);
    modify_lock: ModifyLockDsl<L>(modifier: L);
    internal_into_boxed: BoxedDsl<'a, DB>();
}

#[cfg(feature = "postgres")]
same_rows! {
    distinct_on: DistinctOnDsl<E>(by: E);
}

impl<M, Q: DistinctDsl> DistinctDsl for Rows<M, Q> {
    type Output = Rows<M, Q::Output>;

    fn distinct(self) -> Self::Output {
        Rows::of(self.query.distinct())
    }
}

impl<M, Q: LimitDsl> LimitDsl for Rows<M, Q> {
    type Output = Rows<M, Q::Output>;

    fn limit(self, limit: i64) -> Self::Output {
        Rows::of(self.query.limit(limit))
    }
}

impl<M, Q: OffsetDsl> OffsetDsl for Rows<M, Q> {
    type Output = Rows<M, Q::Output>;

    fn offset(self, offset: i64) -> Self::Output {
        Rows::of(self.query.offset(offset))
    }
}

impl<M, Q: JoinTo<R>, R> JoinTo<R> for Rows<M, Q> {
    type FromClause = Q::FromClause;
    type OnClause = Q::OnClause;

    fn join_target(other: R) -> (Self::FromClause, Self::OnClause) {
        Q::join_target(other)
    }
}

impl<M, Q, R, Kind, On> InternalJoinDsl<R, Kind, On> for Rows<M, Q>
where
    Q: InternalJoinDsl<R, Kind, On>,
{
    type Output = Rows<M, Q::Output>;

    fn join(self, other: R, kind: Kind, on: On) -> Self::Output {
        Rows::of(self.query.join(other, kind, on))
    }
}
