//! What a person writes after `--drop`: that a drop which looks like half of a rename is a drop.

use std::collections::BTreeSet;

use model_core::schema::{QualifiedName, Schema};

use super::{Change, RenameCandidate, SchemaDiff};

/// Why a `--drop` can't be followed.
#[derive(Debug, thiserror::Error)]
pub enum DropError {
    /// The text has another form.
    #[error("`--drop {0}` is neither table:NAME nor column:TABLE.NAME")]
    Form(String),
    /// It is not there.
    #[error("`--drop {given}`: there is no {what} in the database")]
    Missing {
        /// The flag.
        given: String,
        /// The kind of thing with its name.
        what: String,
    },
    /// It is there before and after.
    #[error("`--drop {given}`: the models have {what} still, so that it is not dropped")]
    Kept {
        /// The flag.
        given: String,
        /// The kind of thing with its name.
        what: String,
    },
}

/// One thing that is really dropped, by its names in the start.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Drop {
    Table(QualifiedName),
    Column(QualifiedName, String),
}

/// The drops that a person stands by.
#[derive(Debug, Default)]
pub struct Drops(BTreeSet<(Drop, String)>);

impl Drops {
    /// Reads the flags by the names of the start.
    ///
    /// # Errors
    ///
    /// Where one has another form, or names what is not there.
    pub fn parse(given: &[String], from: &Schema) -> Result<Self, DropError> {
        let one = |text: &String| -> Result<(Drop, String), DropError> {
            let missing = |what: String| DropError::Missing { given: text.clone(), what };
            let drop = match text.split_once(':') {
                Some(("table", name)) => {
                    let table = from.tables.iter().find(|t| t.name.to_string() == name);
                    let table = table.ok_or_else(|| missing(format!("table `{name}`")))?;
                    Drop::Table(table.name.clone())
                }
                Some(("column", path)) => {
                    let found = from.tables.iter().find_map(|table| {
                        let name = path.strip_prefix(&format!("{}.", table.name))?;
                        table.column(name).map(|column| (table.name.clone(), column.name.clone()))
                    });
                    let (table, column) =
                        found.ok_or_else(|| missing(format!("column `{path}`")))?;
                    Drop::Column(table, column)
                }
                _ => return Err(DropError::Form(text.clone())),
            };
            Ok((drop, text.clone()))
        };
        given.iter().map(one).collect::<Result<_, _>>().map(Self)
    }

    /// Whether the person said that the first half of this is no rename.
    pub fn covers(&self, candidate: &RenameCandidate) -> bool {
        let drop = match candidate {
            RenameCandidate::Table { from, .. } => Drop::Table(from.clone()),
            RenameCandidate::Column { table, from, .. } => {
                Drop::Column(table.clone(), from.clone())
            }
            RenameCandidate::EnumValue { .. } | RenameCandidate::ColumnValue { .. } => {
                return false;
            }
        };
        self.0.iter().any(|(said, _)| *said == drop)
    }

    /// Whether everything that was named does go.
    ///
    /// # Errors
    ///
    /// Where something stays.
    pub fn check(&self, diff: &SchemaDiff) -> Result<(), DropError> {
        for (drop, given) in &self.0 {
            let (goes, what) = match drop {
                Drop::Table(name) => {
                    (diff.dropped_tables().any(|t| t.name == *name), format!("table `{name}`"))
                }
                Drop::Column(table, column) => {
                    let goes = diff.dropped_tables().any(|t| t.name == *table)
                        || diff.kept_tables().filter(|t| t.before.name == *table).any(|t| {
                            t.columns.iter().any(
                                |change| matches!(change, Change::Dropped(c) if c.name == *column),
                            )
                        });
                    (goes, format!("column `{table}.{column}`"))
                }
            };
            if !goes {
                return Err(DropError::Kept { given: given.clone(), what });
            }
        }
        Ok(())
    }
}
