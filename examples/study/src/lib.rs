//! The models of the example.

pub mod models;
