//! Conditions as values: for every database and for both ways to run a query.

use diesel::prelude::*;

use crate::models::{Status, post};

/// What was not taken away.
#[diesel::dsl::auto_type]
pub fn is_there() -> _ {
    post::deleted_at.is_null()
}

/// What everybody may see.
#[diesel::dsl::auto_type]
pub fn is_public() -> _ {
    let published: Status = Status::Published;
    post::status.eq(published).and(is_there())
}
