//! An insert that updates the row that is there already.

use diesel::backend::Backend;
use diesel::insertable::CanInsertInSingleQuery;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::{Column, Insertable, QueryResult};

use crate::target::{UniqueColumn, UniqueColumns};

/// Columns of `T` that are together its primary key or a unique constraint: what a row may have in
/// common with one that is there. A column, or a tuple of columns in the constraint's order.
#[diagnostic::on_unimplemented(
    message = "nothing keeps two rows of the table from having this in common, so no row can be \
               updated by it",
    label = "neither the primary key nor unique",
    note = "give the column of a primary key or of a unique constraint, or a tuple of all its columns"
)]
pub trait Conflict<T> {
    /// The names of the columns.
    const COLUMNS: &'static [&'static str];
}

impl<C: UniqueColumn> Conflict<C::Table> for C {
    const COLUMNS: &'static [&'static str] = &[C::NAME];
}

macro_rules! of_several_columns {
    ($($column:ident)+) => {
        impl<T, $($column: Column),+> Conflict<T> for ($($column,)+)
        where
            T: UniqueColumns<($($column,)+)>,
        {
            const COLUMNS: &'static [&'static str] = &[$($column::NAME),+];
        }
    };
}

of_several_columns!(A B);
of_several_columns!(A B C);
of_several_columns!(A B C D);
of_several_columns!(A B C D E);
of_several_columns!(A B C D E F);

/// How a database says what happens instead of an insert.
pub trait UpsertBackend: Backend {
    /// The backend's only value.
    const BACKEND: Self;
    /// Whether it is told by which columns: MySQL looks at every unique key of the table.
    const BY_COLUMNS: bool;
}

#[cfg(feature = "postgres")]
impl UpsertBackend for diesel::pg::Pg {
    const BACKEND: Self = Self;
    const BY_COLUMNS: bool = true;
}

#[cfg(feature = "sqlite")]
impl UpsertBackend for diesel::sqlite::Sqlite {
    const BACKEND: Self = Self;
    const BY_COLUMNS: bool = true;
}

#[cfg(feature = "mysql")]
impl UpsertBackend for diesel::mysql::Mysql {
    const BACKEND: Self = Self;
    const BY_COLUMNS: bool = false;
}

/// What [`NewModel::upsert`](crate::new::NewModel::upsert) writes: the values of an insert, and
/// the changes where they meet a row.
#[derive(Debug, Clone, Copy)]
pub struct Upsert<V, C> {
    pub(crate) values: V,
    pub(crate) columns: &'static [&'static str],
    pub(crate) changes: C,
}

impl<T, V, C> Insertable<T> for Upsert<V, C> {
    type Values = Self;

    fn values(self) -> Self {
        self
    }
}

impl<V, C> QueryId for Upsert<V, C> {
    type QueryId = ();
    // Which columns are written depends on the row.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<V, C, DB> CanInsertInSingleQuery<DB> for Upsert<V, C>
where
    DB: Backend,
    V: CanInsertInSingleQuery<DB>,
{
    fn rows_to_insert(&self) -> Option<usize> {
        self.values.rows_to_insert()
    }
}

impl<V, C, DB> QueryFragment<DB> for Upsert<V, C>
where
    DB: UpsertBackend,
    V: QueryFragment<DB>,
    C: QueryFragment<DB>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.unsafe_to_cache_prepared();
        self.values.walk_ast(out.reborrow())?;
        let nothing = self.changes.is_noop(&DB::BACKEND)?;
        if DB::BY_COLUMNS {
            out.push_sql(" ON CONFLICT (");
            for (place, column) in self.columns.iter().enumerate() {
                out.push_sql(if place > 0 { ", " } else { "" });
                out.push_identifier(column)?;
            }
            out.push_sql(if nothing { ") DO NOTHING" } else { ") DO UPDATE SET " });
        } else {
            out.push_sql(" ON DUPLICATE KEY UPDATE ");
            // A column that stays what it is: there is no other word for doing nothing.
            for column in self.columns.iter().take(usize::from(nothing)) {
                out.push_identifier(column)?;
                out.push_sql(" = ");
                out.push_identifier(column)?;
            }
        }
        self.changes.walk_ast(out)
    }
}
