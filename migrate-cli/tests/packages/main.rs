//! Whole commands on small packages, which are written into a temporary folder and built: how the
//! models are found in packages of every shape.
#![allow(clippy::unwrap_used)]

mod adoption;
mod cargo;
mod features;
mod project;
mod shapes;
mod workspaces;
