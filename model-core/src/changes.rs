//! Changes to a row that the database has.

use diesel::QueryResult;
use diesel::associations::HasTable;
use diesel::backend::Backend;
use diesel::dsl::Filter;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping};
use diesel::expression_methods::EqAll;
use diesel::query_builder::{
    AsChangeset, AsQuery, AstPass, IntoUpdateTarget, QueryFragment, QueryId, UpdateStatement,
};
use diesel::query_dsl::methods::FilterDsl;
use diesel::query_source::Table;

use crate::Model;

/// The `XChanges` that the derive makes beside a model `X`: every column but the key, and only what
/// is `Some` is written.
///
/// ```
/// use model_core::prelude::*;
///
/// #[derive(Model)]
/// #[model(table = "post")]
/// pub struct Post {
///     pub id: i32,
///     pub title: String,
///     pub note: Option<String>,
/// }
///
/// # fn main() {
/// // The note becomes NULL, and the title stays.
/// let changes = PostChanges { note: Some(None), ..PostChanges::default() };
/// let statement = changes.update(7);
/// let sql = diesel::debug_query::<diesel::sqlite::Sqlite, _>(&statement).to_string();
/// assert!(sql.starts_with("UPDATE `post` SET `note` = ? WHERE (`post`.`id` = ?)"), "{sql}");
/// # }
/// ```
///
/// Changes with nothing in them change no row: `execute` gives 0, and `get_result` is `NotFound`.
/// What an update writes by itself, the time of an `updated_at` and one more `version`, it writes
/// even then:
///
/// ```
/// # use diesel::connection::SimpleConnection;
/// use diesel::prelude::*;
/// use model_core::prelude::*;
///
/// #[derive(Model)]
/// #[model(table = "post")]
/// pub struct Post {
///     pub id: i32,
///     pub title: String,
/// }
///
/// #[derive(Model)]
/// #[model(table = "page")]
/// pub struct Page {
///     pub id: i32,
///     pub text: String,
///     #[model(updated_at)]
///     pub updated_at: NaiveDateTime,
/// }
///
/// # fn main() -> QueryResult<()> {
/// # let connection = &mut SqliteConnection::establish(":memory:").expect("in memory");
/// # connection.batch_execute(
/// #     "CREATE TABLE post (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
/// #      CREATE TABLE page (id INTEGER PRIMARY KEY, text TEXT NOT NULL,
/// #      updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP);
/// #      INSERT INTO post VALUES (1, 'old');
/// #      INSERT INTO page VALUES (1, 'old', '2020-01-01 00:00:00')",
/// # )?;
/// let changes = PostChanges::default();
/// assert!(changes.is_empty());
/// assert_eq!(changes.update(1).execute(connection)?, 0);
/// assert_eq!(Post::find(1).first(connection)?.title, "old");
///
/// assert_eq!(PageChanges::default().update(1).execute(connection)?, 1);
/// let page = Page::find(1).first(connection)?;
/// assert!(page.text == "old" && page.updated_at > "2020-01-02T00:00:00".parse().expect("a time"));
/// # Ok(())
/// # }
/// ```
pub trait Changes: Sized {
    /// The model.
    type Model: Model + HasTable<Table = <Self::Model as Model>::Table>;
    /// Whether an update writes something by itself: one more version, or the time.
    const TOUCHES: bool;
    /// One of the columns that may be changed.
    const COLUMN: &'static str;

    /// Whether there is nothing in them.
    fn is_empty(&self) -> bool;

    /// The statement that changes the row with this primary key.
    fn update<K>(self, key: K) -> Update<Self, K>
    where
        Self: AsChangeset<Target = TableOf<Self>>,
        TableOf<Self>: Table<PrimaryKey: EqAll<K>> + FilterDsl<Row<Self, K>>,
        Filter<TableOf<Self>, Row<Self, K>>: IntoUpdateTarget + HasTable<Table = TableOf<Self>>,
        Update<Self, K>: AsQuery,
    {
        let nothing = !Self::TOUCHES && self.is_empty();
        let table = Self::Model::table();
        let same = table.primary_key().eq_all(key);
        let row = FilterDsl::filter(table, Unless { nothing, same });
        let nothing = nothing.then_some(Self::COLUMN);
        diesel::update(row).set(OrSame { nothing, changes: self })
    }
}

/// The statement of [`Changes::update`].
pub type Update<C, K> = UpdateStatement<
    TableOf<C>,
    <Filter<TableOf<C>, Row<C, K>> as IntoUpdateTarget>::WhereClause,
    <OrSame<C> as AsChangeset>::Changeset,
>;

/// The table of the model whose changes these are.
pub type TableOf<C> = <<C as Changes>::Model as Model>::Table;

/// The condition of [`Changes::update`].
pub type Row<C, K> = Unless<<<TableOf<C> as Table>::PrimaryKey as EqAll<K>>::Output>;

impl<C: Changes> Changes for &C {
    type Model = C::Model;
    const TOUCHES: bool = C::TOUCHES;
    const COLUMN: &'static str = C::COLUMN;

    fn is_empty(&self) -> bool {
        C::is_empty(self)
    }
}

/// The condition, or no row where there is nothing to change.
#[derive(Debug, Clone, Copy, QueryId)]
pub struct Unless<E> {
    nothing: bool,
    same: E,
}

impl<E: Expression> Expression for Unless<E> {
    type SqlType = E::SqlType;
}

impl<E: SelectableExpression<S>, S> SelectableExpression<S> for Unless<E> where
    Self: AppearsOnTable<S>
{
}

impl<E: AppearsOnTable<S>, S> AppearsOnTable<S> for Unless<E> {}

impl<E: ValidGrouping<G>, G> ValidGrouping<G> for Unless<E> {
    type IsAggregate = E::IsAggregate;
}

impl<E: QueryFragment<DB>, DB: Backend> QueryFragment<DB> for Unless<E> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        if self.nothing {
            // The databases have no one word for it.
            out.push_sql("1 = 0");
            return Ok(());
        }
        self.same.walk_ast(out)
    }
}

/// The changes or, where there are none, a column that stays what it is: a statement has to set one.
#[derive(Debug, Clone, Copy)]
pub struct OrSame<C> {
    nothing: Option<&'static str>,
    changes: C,
}

impl<C: AsChangeset> AsChangeset for OrSame<C> {
    type Target = C::Target;
    type Changeset = OrSame<C::Changeset>;

    fn as_changeset(self) -> Self::Changeset {
        OrSame { nothing: self.nothing, changes: self.changes.as_changeset() }
    }
}

impl<C: QueryFragment<DB>, DB: Backend> QueryFragment<DB> for OrSame<C> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        let Some(column) = self.nothing else { return self.changes.walk_ast(out) };
        out.push_identifier(column)?;
        out.push_sql(" = ");
        out.push_identifier(column)
    }
}

/// The generated struct has its name alone; said of each `XChanges` by the derive.
#[diagnostic::on_unimplemented(
    message = "the name of the struct of changes is taken: write `#[model(changes = …)]` with \
               another name above the model",
    label = "the model makes a struct of this name, too"
)]
pub trait ChangesIsFree {}
