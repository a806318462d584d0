//! How a child's table is joined with its parent's by a foreign key.
//!
//! Diesel's `joinable!` always leads to the parent's primary key and takes one column. A key may
//! lead to any unique columns, so the derive writes the same implementations with [`On`].

diesel::infix_operator!(KeyEq, " = ");

/// The condition that the column `C` of a key and the column `P` of its parent are equal.
///
/// It is made of two columns whose types were compared already, so it asks nothing of them: a
/// mistake in a key is then told once and not by every trait of a query.
pub type On<C, P> = KeyEq<C, P>;

/// The value of [`On`].
pub fn on<C: Default, P: Default>() -> On<C, P> {
    KeyEq::new(C::default(), P::default())
}
