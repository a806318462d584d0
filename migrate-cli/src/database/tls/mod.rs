//! Encrypted connections, the same for every server that speaks TLS.

#[cfg(any(feature = "postgres", feature = "mysql"))]
mod certificate;
#[cfg(any(feature = "postgres", feature = "mysql"))]
mod client;
mod demand;
#[cfg(any(feature = "postgres", feature = "mysql"))]
mod verify;

#[cfg(any(feature = "postgres", feature = "mysql"))]
pub use client::{Client, client, failure};
pub use demand::{Demand, Roots, Verify, Versions};
