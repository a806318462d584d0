use crate::dialect::Dialect;
use crate::history::{Applied, Migration};
use crate::problem::Result;

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// `up.sql`
    Up,
    /// `down.sql`
    Down,
}

impl Direction {
    /// The word for it in the progress table.
    pub fn word(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }

    /// The file that is run.
    pub fn file(self) -> &'static str {
        match self {
            Self::Up => "up.sql",
            Self::Down => "down.sql",
        }
    }

    /// The command that goes this way.
    pub fn command(self) -> &'static str {
        match self {
            Self::Up => "upgrade",
            Self::Down => "downgrade",
        }
    }

    /// The other way.
    pub fn back(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
        }
    }

    /// The migration's text for this way.
    pub fn text(self, migration: &Migration) -> Result<String> {
        match self {
            Self::Up => migration.up(),
            Self::Down => migration.down(),
        }
    }

    /// The statement that keeps the database's own account.
    pub fn account(self, migration: &Migration, dialect: &dyn Dialect) -> String {
        match self {
            Self::Up => Applied::insert(&migration.version, dialect),
            Self::Down => Applied::delete(&migration.version, dialect),
        }
    }

    /// Whether a migration that went this way is in the account as it should be.
    pub fn is_accounted(self, migration: &Migration, applied: &Applied) -> bool {
        applied.contains(&migration.version) == (self == Self::Up)
    }
}
