//! Encrypted connections, the same for every server that speaks TLS.

mod demand;

pub use demand::{Demand, Roots, Verify, Versions};
