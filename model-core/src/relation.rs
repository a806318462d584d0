//! What a foreign key says about two models, for the queries from one to the other.

use std::hash::Hash;

use diesel::query_source::{Column, Table};

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
    type Key: Hash + Eq;
    /// The column that holds it.
    type Column: Column + Default;
    /// The parent's column that it leads to.
    type Target: Column;

    /// The key's value, if it has one.
    fn key(&self) -> Option<&Self::Key>;
}
