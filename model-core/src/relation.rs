//! What a foreign key says about two models, for the queries from one to the other.

use std::hash::Hash;

use diesel::associations::HasTable;
use diesel::dsl::{Eq, Nullable};
use diesel::query_dsl::methods::{FilterDsl, SelectDsl};
use diesel::query_source::{Column, Table};

use crate::Model;
use crate::rows::{Where, filtered};

/// A model with one key to the table `P`, of one column.
///
/// The derive implements it, and with it Diesel's `BelongsTo`, so that `belonging_to` and
/// `grouped_by` work with no further derive:
///
/// ```
/// use diesel::prelude::*;
/// use model_core::prelude::*;
///
/// #[derive(Model)]
/// #[model(table = "group")]
/// pub struct Group {
///     pub id: i32,
/// }
///
/// #[derive(Model)]
/// #[model(table = "study_case")]
/// pub struct StudyCase {
///     pub id: i32,
///     #[model(foreign_key(group::id, name = "fk_study_case_group_id"))]
///     pub group_id: i32,
/// }
///
/// # fn main() {
/// let groups = [Group { id: 1 }, Group { id: 2 }];
/// let _query = StudyCase::belonging_to(&groups[..]);
/// let cases = vec![StudyCase { id: 7, group_id: 2 }];
/// let grouped = cases.grouped_by(&groups);
/// assert_eq!((grouped[0].len(), grouped[1].len()), (0, 1));
/// # }
/// ```
pub trait KeyTo<P: Table> {
    /// The key's Rust type, without its `Option`.
    type Key: Hash + std::cmp::Eq;
    /// The column that holds it.
    type Column: Column + Default;
    /// The parent's column that it leads to.
    type Target: Column;

    /// The key's value, if it has one.
    fn key(&self) -> Option<&Self::Key>;
}

/// A table and the one model that was made with it: from a table's name alone, the compiler finds
/// the struct.
#[diagnostic::on_unimplemented(
    message = "`{M}` is not the model of this table",
    label = "this relation gives another model"
)]
pub trait TableOf<M>: Table {}

/// A model's value in a column that keys may lead to.
pub trait ColumnOf<C: Column>: Model {
    /// The field's type, without its `Option`.
    type Value;

    /// The value, if there is one.
    fn value(&self) -> Option<&Self::Value>;
}

/// The condition that a column has a value that may be missing, in which case no row has it.
pub type Is<C, V> = Eq<Nullable<C>, Option<V>>;

/// A model that can be asked for by the condition `P`: all of them, where `P` is about their table.
pub trait Filtered<P>: Model {
    /// The query.
    type Query;

    /// The query for the rows for which the condition holds.
    fn filtered(condition: P) -> Self::Query;
}

impl<M, P, T> Filtered<P> for M
where
    T: Table + FilterDsl<P, Output: SelectDsl<T::AllColumns>>,
    M: Model<Table = T> + HasTable<Table = T>,
{
    type Query = Where<M, P>;

    fn filtered(condition: P) -> Self::Query {
        filtered::<M, P>(condition)
    }
}
