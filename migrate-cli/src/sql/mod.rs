//! SQL as text: what stands in it, told a database's rules.

mod split;

pub use split::{Compound, Lexis, Statement, own_commit, statements};
