//! Rows that the database doesn't have yet.

use std::marker::PhantomData;

use diesel::Insertable;
use diesel::associations::HasTable;
use diesel::query_builder::{AsChangeset, AsQuery, InsertStatement};

use crate::Model;
use crate::upsert::{Conflict, Upsert};

/// The `NewX` that the derive makes beside a model `X`: without what the database counts or works
/// out by itself, and with an `Option` around what has a default.
///
/// ```
/// use model_core::prelude::*;
///
/// /// Written by somebody.
/// #[derive(Model)]
/// #[model(table = "post")]
/// pub struct Post {
///     pub id: i32,
///     pub title: String,
///     pub note: Option<String>,
///     #[model(default = 0)]
///     pub views: i32,
/// }
///
/// # fn main() {
/// let new = NewPost::builder().title("First").note("short").build();
/// assert_eq!((new.title.as_str(), new.note.as_deref(), new.views), ("First", Some("short"), None));
/// let statement = new.insert();
/// let sql = diesel::debug_query::<diesel::sqlite::Sqlite, _>(&statement).to_string();
/// assert!(sql.starts_with("INSERT INTO `post` (`title`, `note`)"), "{sql}");
/// # }
/// ```
///
/// [`upsert`](NewModel::upsert) goes by a key or a unique constraint, whose columns are checked:
///
/// ```
/// # use diesel::connection::SimpleConnection;
/// use diesel::prelude::*;
/// use model_core::prelude::*;
///
/// #[derive(Model)]
/// #[model(table = "word", unique(text, language))]
/// pub struct Word {
///     pub id: i32,
///     pub text: String,
///     pub language: String,
///     pub meaning: Option<String>,
/// }
///
/// # fn main() -> QueryResult<()> {
/// # let connection = &mut SqliteConnection::establish(":memory:").expect("in memory");
/// # connection.batch_execute(
/// #     "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL, language TEXT NOT NULL,
/// #      meaning TEXT, UNIQUE (text, language))",
/// # )?;
/// for meaning in ["a tool", "a dance"] {
///     let new = NewWord::builder().text("jig").language("en").meaning(meaning).build();
///     new.upsert((word::text, word::language)).execute(connection)?;
/// }
/// let words = Word::query().load(connection)?;
/// assert_eq!((words.len(), words[0].meaning.as_deref()), (1, Some("a dance")));
/// # Ok(())
/// # }
/// ```
pub trait NewModel: Sized {
    /// The model.
    type Model: Model + HasTable<Table = <Self::Model as Model>::Table>;

    /// The statement that inserts the row; it returns the whole row where the database can.
    fn insert(self) -> InsertStatement<Table<Self>, <Self as Insertable<Table<Self>>>::Values>
    where
        Self: Insertable<Table<Self>>,
        InsertStatement<Table<Self>, <Self as Insertable<Table<Self>>>::Values>: AsQuery,
    {
        diesel::insert_into(Self::Model::table()).values(self)
    }

    /// The statement that inserts the row or, where one has the columns `on` in common with it,
    /// changes that one: to all but the key and what was left to its default. PostgreSQL and
    /// SQLite say `ON CONFLICT (…) DO UPDATE`; MySQL has `ON DUPLICATE KEY UPDATE`, which goes by
    /// every unique key of the table.
    fn upsert<'a, O>(&'a self, on: O) -> Upserted<'a, Self>
    where
        O: Conflict<Table<Self>>,
        &'a Self: Insertable<Table<Self>> + AsChangeset<Target = Table<Self>>,
    {
        // The type alone says which columns.
        let _ = on;
        let changes = self.as_changeset();
        let upsert = Upsert { values: self.values(), columns: O::COLUMNS, changes };
        diesel::insert_into(Self::Model::table()).values(upsert)
    }
}

/// The statement of [`NewModel::upsert`].
pub type Upserted<'a, N> = InsertStatement<
    Table<N>,
    Upsert<<&'a N as Insertable<Table<N>>>::Values, <&'a N as AsChangeset>::Changeset>,
>;

type Table<N> = <<N as NewModel>::Model as Model>::Table;

impl<N: NewModel> NewModel for &N {
    type Model = N::Model;
}

/// A required column `C` of a builder that nobody has set yet.
#[derive(Debug, Clone, Copy)]
pub struct Missing<C>(PhantomData<C>);

impl<C> Default for Missing<C> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

/// A column of a builder that has its value.
#[diagnostic::on_unimplemented(
    message = "a required column is not set: `{Self}`",
    label = "set the column that is named as missing before this",
    note = "a column that may be left out is an `Option` or has a `default`"
)]
pub trait Given<T> {
    /// The value.
    fn given(self) -> T;
}

impl<T> Given<T> for T {
    fn given(self) -> T {
        self
    }
}

/// What a column that may be NULL is set to: a value, or an `Option` of one.
pub trait Optional<T> {
    /// The value, if there is one.
    fn optional(self) -> Option<T>;
}

impl<T> Optional<T> for T {
    fn optional(self) -> Option<T> {
        Some(self)
    }
}

impl<T> Optional<T> for Option<T> {
    fn optional(self) -> Option<T> {
        self
    }
}

impl Optional<String> for &str {
    fn optional(self) -> Option<String> {
        Some(self.to_owned())
    }
}

/// The generated struct has its name alone; said of each `NewX` by the derive.
#[diagnostic::on_unimplemented(
    message = "the name of the struct of new rows is taken: write `#[model(new = …)]` with another \
               name above the model",
    label = "the model makes a struct of this name, too"
)]
pub trait NewIsFree {}
