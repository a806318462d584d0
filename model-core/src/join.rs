//! How a child's table is joined with its parent's by a foreign key.
//!
//! Diesel's `joinable!` always leads to the parent's primary key and takes one column. A key may
//! lead to any unique columns, so the derive writes the same implementations with [`On`].

use std::marker::PhantomData;

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

/// A table with a key to the table `P` that lets both appear in one query.
///
/// Two such tables whose keys lead to each other would say so twice. All that the compiler says
/// by itself is E0119, so the derive asks [`Between`] and says what to write.
pub trait LeadsTo<P> {}

/// The question whether a table leads back to the one that leads to it.
#[derive(Debug, Clone, Copy)]
pub struct Between<C, P>(PhantomData<(C, P)>);

impl<C: LeadsTo<P>, P> Between<C, P> {
    /// It does: what an inherent constant says goes before what a trait's does.
    pub const LEADS: bool = true;
}

/// The answer where there is no other.
pub trait LeadsNowhere {
    /// It doesn't.
    const LEADS: bool = false;
}

impl<C, P> LeadsNowhere for Between<C, P> {}

/// Compiles where only one of the two tables leads to the other.
pub const fn leads_one_way(back: bool) {
    assert!(
        !back,
        "two keys lead to each other and would give the join of their tables twice: write `join = \
         false` in one of them"
    );
}
