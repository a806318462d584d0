//! Rows with what leads to them, in one query for each kind and never one for each row.

use std::collections::HashMap;
use std::hash::Hash;

use diesel::associations::{BelongsTo, Identifiable};
use diesel::dsl::EqAny;
use diesel::expression::{AsExpression, Expression, TypedExpressionType};
use diesel::query_dsl::LoadQuery;
use diesel::query_dsl::methods::FilterDsl;
use diesel::sql_types::SqlType;
use diesel::{ExpressionMethods, QueryResult, RunQueryDsl};

use crate::rows::Rows;

/// A query together with one for the rows that lead to its own.
#[derive(Debug, Clone, Copy)]
pub struct With<Q, C> {
    pub(crate) parents: Q,
    pub(crate) children: C,
}

impl<M, Q> Rows<M, Q> {
    /// This query, and then one for all that lead to its rows.
    ///
    /// ```
    /// use diesel::prelude::*;
    /// use model_core::prelude::*;
    ///
    /// #[derive(Model)]
    /// #[model(table = "author")]
    /// pub struct Author {
    ///     pub id: i32,
    ///     pub name: String,
    /// }
    ///
    /// #[derive(Model)]
    /// #[model(table = "book")]
    /// pub struct Book {
    ///     pub id: i32,
    ///     pub title: String,
    ///     #[model(foreign_key(author::id, name = "fk_book_author_id"))]
    ///     pub author_id: i32,
    /// }
    ///
    /// #[derive(Model)]
    /// #[model(table = "chapter")]
    /// pub struct Chapter {
    ///     pub id: i32,
    ///     #[model(foreign_key(book::id, name = "fk_chapter_book_id"))]
    ///     pub book_id: i32,
    /// }
    ///
    /// # use diesel::connection::SimpleConnection;
    /// # fn main() -> QueryResult<()> {
    /// # let connection = &mut SqliteConnection::establish(":memory:").expect("in memory");
    /// # connection.batch_execute(
    /// #     "CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    /// #      CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT NOT NULL, author_id INTEGER NOT NULL);
    /// #      CREATE TABLE chapter (id INTEGER PRIMARY KEY, book_id INTEGER NOT NULL);
    /// #      INSERT INTO author VALUES (1, 'Woolf'), (2, 'Nobody');
    /// #      INSERT INTO book VALUES (1, 'Orlando', 1), (2, 'The Waves', 1);
    /// #      INSERT INTO chapter VALUES (1, 1), (2, 1);",
    /// # )?;
    /// // Two queries, whatever the number of authors.
    /// let authors = Author::query().order(author::id).with(Book::query()).load(connection)?;
    /// let (woolf, books): &(Author, Vec<Book>) = &authors[0];
    /// assert_eq!((woolf.name.as_str(), books.len()), ("Woolf", 2));
    ///
    /// // Three, one for each level; the children's query may be filtered and ordered as any other.
    /// let books = Book::query().order(book::title).with(Chapter::query());
    /// let authors = Author::query().order(author::id).with(books).load(connection)?;
    /// let (_, books): &(Author, Vec<(Book, Vec<Chapter>)>) = &authors[0];
    /// assert_eq!((books[0].0.title.as_str(), books[0].1.len()), ("Orlando", 2));
    /// assert!(authors[1].1.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    pub fn with<C>(self, children: C) -> With<Self, C> {
        With { parents: self, children }
    }
}

/// Parents, each with its children.
pub type Loaded<'query, P, C, Conn> = Vec<(P, Vec<<C as LoadChildren<'query, P, Conn>>::Row>)>;

impl<Q, C> With<Q, C> {
    /// Runs both queries: every row with those that lead to it.
    pub fn load<'query, P, Conn>(
        self,
        connection: &mut Conn,
    ) -> QueryResult<Loaded<'query, P, C, Conn>>
    where
        Q: LoadQuery<'query, Conn, P>,
        C: LoadChildren<'query, P, Conn>,
    {
        let parents: Vec<P> = self.parents.load(connection)?;
        let children = self.children.load_children(&parents, connection)?;
        Ok(parents.into_iter().zip(children).collect())
    }
}

/// A query for children, which can be asked for those of certain parents: a model's own query,
/// or one with children in turn.
#[diagnostic::on_unimplemented(
    message = "the rows of `{P}` can't be loaded with these",
    label = "no query for a model with exactly one foreign key to `{P}`",
    note = "give a query that selects the model, such as `Child::query()`"
)]
pub trait LoadChildren<'query, P, Conn> {
    /// What one child is loaded as.
    type Row;

    /// The children of each of the parents, in the parents' order.
    fn load_children(
        self,
        parents: &[P],
        connection: &mut Conn,
    ) -> QueryResult<Vec<Vec<Self::Row>>>;
}

#[diagnostic::do_not_recommend]
impl<'query, M, Q, P, Conn> LoadChildren<'query, P, Conn> for Rows<M, Q>
where
    Self: ChildrenOf<P, Child = M, Query: LoadQuery<'query, Conn, M>>,
{
    type Row = M;

    fn load_children(self, parents: &[P], connection: &mut Conn) -> QueryResult<Vec<Vec<M>>> {
        let rows = self.children_of(parents).load(connection)?;
        Ok(group::<Self, P, _>(parents, rows, |row| row))
    }
}

#[diagnostic::do_not_recommend]
impl<'query, Q, C, P, Conn> LoadChildren<'query, P, Conn> for With<Q, C>
where
    Q: ChildrenOf<P, Query: LoadQuery<'query, Conn, Q::Child>>,
    C: LoadChildren<'query, Q::Child, Conn>,
{
    type Row = (Q::Child, Vec<C::Row>);

    fn load_children(
        self,
        parents: &[P],
        connection: &mut Conn,
    ) -> QueryResult<Vec<Vec<Self::Row>>> {
        let rows: Vec<Q::Child> = self.parents.children_of(parents).load(connection)?;
        let children = self.children.load_children(&rows, connection)?;
        let rows = rows.into_iter().zip(children).collect();
        Ok(group::<Q, P, _>(parents, rows, |row: &Self::Row| &row.0))
    }
}

/// A query whose rows lead to rows of `P`: what both ways to run it are made of.
#[diagnostic::on_unimplemented(
    message = "the rows of `{P}` can't be loaded with these",
    label = "no query for a model with exactly one foreign key to `{P}`",
    note = "give a query that selects the model, such as `Child::query()`"
)]
pub trait ChildrenOf<P> {
    /// The model of the rows.
    type Child;
    /// What the parents are found by.
    type Key: Hash + Eq;
    /// The query for the children of certain parents only.
    type Query;

    /// Asks for the children of these parents.
    fn children_of(self, parents: &[P]) -> Self::Query;

    /// The parent's key.
    fn key(parent: &P) -> &Self::Key;

    /// The key of the parent that a row leads to, if it leads to one.
    fn foreign_key(child: &Self::Child) -> Option<&Self::Key>;
}

impl<Q, M, P, K, F, ST, O> ChildrenOf<P> for Rows<M, Q>
where
    M: BelongsTo<P, ForeignKey = K, ForeignKeyColumn = F>,
    K: Hash + Eq + Clone + AsExpression<ST>,
    ST: SqlType + TypedExpressionType,
    for<'a> &'a P: Identifiable<Id = &'a K>,
    F: ExpressionMethods + Expression<SqlType = ST>,
    Q: FilterDsl<EqAny<F, Vec<K>>, Output = O>,
{
    type Child = M;
    type Key = K;
    type Query = Rows<M, O>;

    fn children_of(self, parents: &[P]) -> Self::Query {
        let keys: Vec<K> = parents.iter().map(|parent| parent.id().clone()).collect();
        FilterDsl::filter(self, M::foreign_key_column().eq_any(keys))
    }

    fn key(parent: &P) -> &K {
        parent.id()
    }

    fn foreign_key(child: &M) -> Option<&K> {
        child.foreign_key()
    }
}

/// Puts every row to its parent, where `child` says what in a row leads there. The database gave
/// only rows that have one.
pub(crate) fn group<Q: ChildrenOf<P>, P, R>(
    parents: &[P],
    rows: Vec<R>,
    child: impl Fn(&R) -> &Q::Child,
) -> Vec<Vec<R>> {
    let mut groups: Vec<Vec<R>> = parents.iter().map(|_| Vec::new()).collect();
    let places: HashMap<&Q::Key, usize> =
        parents.iter().enumerate().map(|(place, parent)| (Q::key(parent), place)).collect();
    for row in rows {
        let key = Q::foreign_key(child(&row));
        if let Some(place) = key.and_then(|key| places.get(key).copied())
            && let Some(group) = groups.get_mut(place)
        {
            group.push(row);
        }
    }
    groups
}
