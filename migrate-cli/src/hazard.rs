use std::fmt;

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

/// A kind of danger, by the name that configuration and flags take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum HazardKind {
    /// A table goes with its rows.
    DropsTable,
    /// A column goes with its values.
    DropsColumn,
    /// Values go while their column stays.
    DropsData,
    /// Values may not fit.
    NarrowsType,
    /// Values are converted.
    NeedsCast,
    /// Every row is written again.
    RewritesTable,
    /// Existing rows may hold NULL.
    NotNullOnRows,
    /// Existing rows may be doubled.
    UniqueOnRows,
    /// Existing rows may break the condition.
    CheckOnRows,
    /// Existing rows may have no parent.
    ForeignKeyOnRows,
    /// Others can't write meanwhile.
    BlocksWrites,
    /// Others can't even read meanwhile.
    BlocksReads,
    /// Running code that still uses the old name breaks.
    Renames,
    /// A failure leaves it half-way.
    NotTransactional,
    /// Down can't bring back what up removes.
    Irreversible,
    /// An `UPDATE` of the migration runs triggers of a table.
    FiresTriggers,
    /// A view, function, trigger or policy goes, or is off in between.
    DropsObject,
    /// A policy or a grant lets more people in.
    OpensRows,
}

impl fmt::Display for HazardKind {
    /// The name that configuration and flags take.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_possible_value() {
            Some(value) => f.write_str(value.get_name()),
            None => write!(f, "{self:?}"),
        }
    }
}

/// One danger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hazard {
    /// Which kind.
    #[serde(rename = "name")]
    pub kind: HazardKind,
    /// The table, column or other object.
    pub object: String,
    /// What happens to it.
    pub message: String,
    /// How many rows it concerns now, where that was counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
}

impl Hazard {
    /// A danger of which no rows were counted.
    pub fn new(kind: HazardKind, object: impl Into<String>, message: impl Into<String>) -> Self {
        Self { kind, object: object.into(), message: message.into(), rows: None }
    }

    /// Adds the number of rows.
    pub fn rows(mut self, rows: Option<u64>) -> Self {
        self.rows = rows;
        self
    }
}

impl fmt::Display for Hazard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind, self.message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_in_json_are_the_names_in_text() {
        for kind in HazardKind::value_variants() {
            let json = serde_json::to_string(kind).expect("a name");
            assert_eq!(json, format!("\"{kind}\""));
        }
    }
}
