//! What every model can be asked for: queries of Diesel's own types, which go on composing and
//! which Diesel, or diesel-async, runs.

use diesel::Insertable;
use diesel::associations::HasTable;
use diesel::dsl::Find;
use diesel::query_builder::{AsChangeset, AsQuery, IntoUpdateTarget};
use diesel::query_dsl::methods::{FindDsl, SelectDsl};
use diesel::query_source::Table;

use crate::query::{Delete, Insert, Save};
use crate::rows::{self, Found};
use crate::target::{Keyed, ModelTable};

/// A struct whose `#[derive(Model)]` made a table.
///
/// ```
/// use diesel::prelude::*;
/// use model_core::prelude::*;
///
/// #[derive(Model)]
/// #[model(table = "membership", primary_key(person, club))]
/// pub struct Membership {
///     pub person: i32,
///     pub club: i32,
///     pub since: String,
/// }
///
/// # fn main() {
/// use diesel::sqlite::Sqlite;
/// let found = Membership::find((1, 2)).filter(membership::since.lt("2020"));
/// assert!(diesel::debug_query::<Sqlite, _>(&found).to_string().contains("WHERE"));
/// let gone = Membership::delete((1, 2));
/// assert!(diesel::debug_query::<Sqlite, _>(&gone).to_string().starts_with("DELETE"));
/// # }
/// ```
pub trait Model: Sized {
    /// The `table` of the module that the derive made.
    type Table: ModelTable;

    /// The query for the row with this primary key: `Post::find(1).first(connection)`. A key of
    /// several columns is a tuple in the key's order.
    fn find<K>(key: K) -> Found<Self, K>
    where
        Self: Keyed + HasTable<Table = <Self as Model>::Table>,
        <Self as Model>::Table: FindDsl<K>,
        Find<<Self as Model>::Table, K>: SelectDsl<<<Self as Model>::Table as Table>::AllColumns>,
    {
        rows::found(key)
    }

    /// The statement that deletes the row with this primary key: `Post::delete(1).execute(…)`.
    fn delete<K>(key: K) -> Delete<Self, K>
    where
        Self: Keyed + HasTable<Table = <Self as Model>::Table>,
        <Self as Model>::Table: FindDsl<K>,
        Find<<Self as Model>::Table, K>: IntoUpdateTarget,
    {
        diesel::delete(FindDsl::find(Self::table(), key))
    }

    /// The statement that inserts all of these rows, new ones or whole ones: `&[NewPost]`, an
    /// array or a `Vec` of either.
    ///
    /// On SQLite Diesel makes several statements of several rows where a column may be left to
    /// its default, and diesel-async runs none of several rows there: insert them one by one.
    fn insert_many<R>(rows: R) -> Insert<Self, R>
    where
        Self: HasTable<Table = <Self as Model>::Table>,
        R: Insertable<<Self as Model>::Table>,
        Insert<Self, R>: AsQuery,
    {
        diesel::insert_into(Self::table()).values(rows)
    }

    /// The statement that writes the row as it is, found by its primary key. What is `None` in
    /// it becomes NULL.
    fn save<'a>(&'a self) -> Save<'a, Self>
    where
        Self: Keyed + HasTable<Table = <Self as Model>::Table>,
        &'a Self: IntoUpdateTarget
            + HasTable<Table = <Self as Model>::Table>
            + AsChangeset<Target = <Self as Model>::Table>,
        Save<'a, Self>: AsQuery,
    {
        diesel::update(self).set(self)
    }
}

// Diesel asks for `BelongsTo<&Parent>` too, where the parents are references themselves.
impl<M: Model> Model for &M {
    type Table = M::Table;
}
