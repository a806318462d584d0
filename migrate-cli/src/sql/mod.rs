//! SQL as text: what stands in it, told a database's rules.
//!
//! [`Lexis`] is the rules, [`Lexis::lex`] cuts a text into [`Token`]s by them. All that looks into SQL
//! starts from these: nothing else in the crate decides where a text, a name or a comment ends.

mod compound;
mod fragment;
mod header;
mod lexer;
mod lexis;
mod names;
mod nulls;
mod split;
mod token;

#[cfg(test)]
mod tests;

pub use header::Header;
pub use lexis::{Comments, Compound, Folding, Lexis, Prefixed};
pub use nulls::{Nulls, nulls};
pub use split::{Statement, own_commit, statements, words};
pub use token::{Token, TokenKind};
