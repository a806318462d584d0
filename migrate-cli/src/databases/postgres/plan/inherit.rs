//! What models say nothing about: the comment of a constraint or an index, and what is set of it.

use model_core::schema::{
    Check, ConstraintIndex, Exclusion, ForeignKey, Index, PrimaryKey, Unique,
};

/// An object of which models say less than a database.
pub trait Inherit {
    /// Takes over what is said of the same object in the database, and not here.
    fn inherit(&mut self, there: &Self);
}

fn comment(own: &mut Option<String>, there: &Option<String>) {
    if own.is_none() {
        own.clone_from(there);
    }
}

impl Inherit for ConstraintIndex {
    fn inherit(&mut self, there: &Self) {
        if self.is_unset() {
            self.clone_from(there);
        }
    }
}

impl Inherit for PrimaryKey {
    fn inherit(&mut self, there: &Self) {
        comment(&mut self.comment, &there.comment);
        self.index.inherit(&there.index);
    }
}

impl Inherit for Unique {
    fn inherit(&mut self, there: &Self) {
        comment(&mut self.comment, &there.comment);
        self.index.inherit(&there.index);
    }
}

impl Inherit for Exclusion {
    fn inherit(&mut self, there: &Self) {
        comment(&mut self.comment, &there.comment);
        self.index.inherit(&there.index);
    }
}

impl Inherit for ForeignKey {
    fn inherit(&mut self, there: &Self) {
        comment(&mut self.comment, &there.comment);
    }
}

impl Inherit for Check {
    fn inherit(&mut self, there: &Self) {
        comment(&mut self.comment, &there.comment);
    }
}

impl Inherit for Index {
    fn inherit(&mut self, there: &Self) {
        comment(&mut self.comment, &there.comment);
        self.clustered |= there.clustered;
        self.replica_identity |= there.replica_identity;
    }
}
