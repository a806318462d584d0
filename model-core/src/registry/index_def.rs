//! What a model's derive leaves in the program of an index.

use crate::schema::{NullsOrder, SortOrder};

/// An index.
#[derive(Debug, Clone, Copy)]
pub struct IndexDef {
    /// Its name.
    pub name: &'static str,
    /// Its parts in order.
    pub parts: &'static [IndexPartDef],
    /// Whether two rows may have the same.
    pub unique: bool,
    /// PostgreSQL 15: two NULLs count as equal.
    pub nulls_not_distinct: bool,
    /// The method, where it isn't the database's default.
    pub method: Option<&'static str>,
    /// PostgreSQL: further columns in the index.
    pub include: &'static [&'static str],
    /// The condition of a partial index.
    pub predicate: Option<&'static str>,
    /// Properties by the names that the databases give them.
    pub options: &'static [(&'static str, &'static str)],
    /// The index's name before.
    pub renamed_from: Option<&'static str>,
}

impl IndexDef {
    /// An index of nothing.
    pub const DEFAULT: Self = Self {
        name: "",
        parts: &[],
        unique: false,
        nulls_not_distinct: false,
        method: None,
        include: &[],
        predicate: None,
        options: &[],
        renamed_from: None,
    };
}

/// One part of an index.
#[derive(Debug, Clone, Copy)]
pub struct IndexPartDef {
    /// The column's name, or the expression.
    pub target: &'static str,
    /// Whether it is an expression.
    pub is_expression: bool,
    /// Which way.
    pub order: SortOrder,
    /// Where the NULLs are.
    pub nulls: Option<NullsOrder>,
    /// The collation, where it isn't the column's.
    pub collation: Option<&'static str>,
    /// PostgreSQL: the operator class.
    pub operator_class: Option<&'static str>,
    /// MySQL: only so many characters.
    pub prefix: Option<u32>,
}

impl IndexPartDef {
    /// A column without a name, upwards.
    pub const DEFAULT: Self = Self {
        target: "",
        is_expression: false,
        order: SortOrder::Ascending,
        nulls: None,
        collation: None,
        operator_class: None,
        prefix: None,
    };
}
