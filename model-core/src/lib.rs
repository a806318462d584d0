//! What an application links to declare its Diesel models: the [`schema`] vocabulary, the
//! registry of models and the attributes that fill it.
#![deny(missing_docs)]

pub mod schema;
