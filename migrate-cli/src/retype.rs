//! What becomes of values when a column's type changes.

/// What a change of type does, as far as the types tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Retype {
    /// Some values of the old type have no place in the new one.
    pub narrows: bool,
    /// Values are converted from one kind to another.
    pub needs_cast: bool,
    /// Every row is written again.
    pub rewrites: bool,
    /// Going back does not give the old values.
    pub loses: bool,
    /// No value of the old type is a value of the new one.
    pub impossible: bool,
}

/// How a change of type is felt in rows, in SQL: conditions, and the new value. Of what is `None` it
/// can't be told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RetypedRows {
    /// What the conditions need, made in a transaction that is rolled back.
    pub prelude: Option<String>,
    /// The value does not fit: it is refused, becomes another one, or stays what the new type is not.
    pub unfit: Option<String>,
    /// The value becomes one of another kind.
    pub converted: Option<String>,
    /// What a value that fits is carried over to.
    pub carried: Option<String>,
}
