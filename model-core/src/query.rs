//! The shapes of the queries that the derive makes.

use diesel::Insertable;
use diesel::SelectableHelper;
use diesel::associations::HasTable;
use diesel::backend::Backend;
use diesel::dsl::{AsSelect, Filter, Find, Select};
use diesel::query_builder::{
    AsChangeset, DeleteStatement, InsertStatement, IntoUpdateTarget, QueryId, UpdateStatement,
};
use diesel::query_dsl::methods::{FilterDsl, SelectDsl};

use crate::Model;

/// The rows of a model for which `P` holds.
pub type Where<M, P, DB> = Select<Filter<<M as Model>::Table, P>, AsSelect<M, DB>>;

/// The statement of [`Model::delete`].
pub type Delete<M, K> = DeleteStatement<
    <Find<<M as Model>::Table, K> as HasTable>::Table,
    <Find<<M as Model>::Table, K> as IntoUpdateTarget>::WhereClause,
>;

/// The statement of [`Model::insert_many`].
pub type Insert<M, R> =
    InsertStatement<<M as Model>::Table, <R as Insertable<<M as Model>::Table>>::Values>;

/// The statement of [`Model::save`].
pub type Save<'a, M> = UpdateStatement<
    <M as Model>::Table,
    <&'a M as IntoUpdateTarget>::WhereClause,
    <&'a M as AsChangeset>::Changeset,
>;

/// The query for the rows for which the condition holds; what `X::by_…` and relations are made of.
pub fn filtered<M, P, DB>(condition: P) -> Where<M, P, DB>
where
    M: Model
        + HasTable<Table = <M as Model>::Table>
        + SelectableHelper<DB, SelectExpression: QueryId>,
    DB: Backend,
    <M as Model>::Table: FilterDsl<P>,
    Filter<<M as Model>::Table, P>: SelectDsl<AsSelect<M, DB>>,
{
    SelectDsl::select(FilterDsl::filter(M::table(), condition), M::as_select())
}
