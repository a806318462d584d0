//! What an application links to declare its Diesel models: the [`schema`] vocabulary, the
//! [`registry`] of models and the derives that fill it.
//!
//! ```
//! use model_core::prelude::*;
//!
//! #[derive(Model)]
//! #[model(table = "group")]
//! pub struct Group {
//!     pub id: i32,
//!     #[model(unique, max_length = 80)]
//!     pub name: String,
//! }
//!
//! # fn main() {
//! let schema = model_core::registry::schema();
//! assert!(schema.tables.iter().any(|table| table.name.to_string() == "group"));
//! # }
//! ```
//!
//! The [guide] has a tutorial, every attribute and command, what types become, and the ways from other tools.
#![deny(missing_docs)]
// A table has up to 128 columns, one step of a macro each.
#![recursion_limit = "256"]

pub mod changes;
#[cfg(feature = "numeric")]
mod decimal;
pub mod eager;
#[cfg(feature = "async")]
pub mod eager_async;
pub mod embed;
pub mod existing;
// Only there where its pages are read or their code is tried: an application compiles none of it.
#[cfg(any(doc, doctest))]
pub mod guide;
pub mod join;
#[cfg(feature = "serde_json")]
pub mod json;
mod model;
#[cfg(feature = "mysql")]
pub mod mysql;
pub mod naming;
pub mod new;
pub mod prelude;
pub mod query;
pub mod registry;
pub mod relation;
pub mod rows;
pub mod schema;
pub mod sql_types;
pub mod target;
pub mod upsert;
pub mod version;
mod view;

#[doc(inline)]
pub use model::Model;
#[doc = include_str!("derive_embed.md")]
#[doc(inline)]
pub use model_derive::Embed;
#[doc = include_str!("derive.md")]
#[doc(inline)]
pub use model_derive::Model;
#[doc = include_str!("derive_enum.md")]
#[doc(inline)]
pub use model_derive::ModelEnum;
#[doc = include_str!("derive_type.md")]
#[doc(inline)]
pub use model_derive::ModelType;
#[doc = include_str!("derive_view.md")]
#[doc(inline)]
pub use model_derive::View;
#[doc(hidden)]
pub use model_derive::embedded;
#[doc(inline)]
pub use target::{ModelEnum, ModelType};
#[doc(inline)]
pub use view::Materialized;

#[doc(hidden)]
pub use inventory;

/// Gives back what it is given. Every table that a model made has it in its module, so that code
/// which needs that table is only there when the table is: a key to a table that doesn't exist is
/// then one mistake, and not one more for each trait of the query layer.
#[doc(hidden)]
#[macro_export]
macro_rules! made_by_derive_model {
    ($($code:tt)*) => { $($code)* };
}
