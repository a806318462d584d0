//! Which changes keep others waiting for as long as a table is big: what the databases share.
//!
//! Locks that are held for a moment only are not told: every change of a table takes one.

use crate::hazard::{Hazard, HazardKind};

/// One lock: which kind of danger, which lock, and why.
pub type Lock = (HazardKind, &'static str, String);

/// One danger a table: who is kept from reading is kept from writing too.
pub fn strongest(table: &str, locks: Vec<Lock>) -> Option<Hazard> {
    // `BlocksReads` is the greater of the two.
    let (kind, lock, _) = locks.iter().max_by_key(|(kind, ..)| *kind)?;
    let reasons: Vec<&str> =
        locks.iter().filter(|(other, ..)| other == kind).map(|(.., why)| why.as_str()).collect();
    let object = format!("table {table}");
    let message = format!("{object} is locked ({lock}) {}", reasons.join(" and "));
    Some(Hazard::new(*kind, object, message))
}

pub fn called(name: &Option<String>) -> &str {
    name.as_deref().unwrap_or("without a name")
}
