//! The shapes of the statements that the derive makes.

use std::marker::PhantomData;

use diesel::Insertable;
use diesel::QueryResult;
use diesel::associations::HasTable;
use diesel::backend::Backend;
use diesel::dsl::Find;
use diesel::expression::{
    AppearsOnTable, Expression, SelectableExpression, TypedExpressionType, ValidGrouping,
    is_aggregate,
};
use diesel::query_builder::{
    AsChangeset, AstPass, DeleteStatement, InsertStatement, IntoUpdateTarget, QueryFragment,
    QueryId, UpdateStatement,
};
use diesel::sql_types::SqlType;

use crate::Model;

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

/// The time at the database, of any type that a column of times has.
#[derive(Debug, Clone, Copy)]
pub struct Now<ST>(PhantomData<ST>);

/// [`Now`].
pub fn now<ST>() -> Now<ST> {
    Now(PhantomData)
}

impl<ST: SqlType + TypedExpressionType> Expression for Now<ST> {
    type SqlType = ST;
}

impl<ST, QS> SelectableExpression<QS> for Now<ST> where Self: AppearsOnTable<QS> {}

impl<ST, QS> AppearsOnTable<QS> for Now<ST> where Self: Expression {}

impl<ST, G> ValidGrouping<G> for Now<ST> {
    type IsAggregate = is_aggregate::Never;
}

impl<ST: 'static> QueryId for Now<ST> {
    type QueryId = Self;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl<ST, DB: Backend> QueryFragment<DB> for Now<ST> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.push_sql("CURRENT_TIMESTAMP");
        Ok(())
    }
}
