//! The shapes of the queries that the derive makes.

use diesel::SelectableHelper;
use diesel::associations::HasTable;
use diesel::backend::Backend;
use diesel::dsl::{AsSelect, Filter, Select};
use diesel::query_builder::QueryId;
use diesel::query_dsl::methods::{FilterDsl, SelectDsl};

use crate::Model;

/// The rows of a model for which `P` holds.
pub type Where<M, P, DB> = Select<Filter<<M as Model>::Table, P>, AsSelect<M, DB>>;

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
