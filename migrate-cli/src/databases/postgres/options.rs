//! What a schema keeps of PostgreSQL by name and value, as types. The names stand in this file and nowhere else.

use std::collections::BTreeMap;

use model_core::schema::{Column, Index, Table};

type Options = BTreeMap<String, String>;

const UNLOGGED: &str = "unlogged";
const ROW_SECURITY: &str = "row_level_security";
const FORCED_ROW_SECURITY: &str = "force_row_level_security";
const IDENTITY: &str = "replica_identity";
const STORAGE: &str = "storage";
const COMPRESSION: &str = "compression";
const SEQUENCE: &str = "sequence";
const STATISTICS: &str = "statistics";
/// What may be set of a column by a name of the server's.
pub const COLUMN_PARAMETERS: [&str; 2] = ["n_distinct", "n_distinct_inherited"];
const INVALID: &str = "invalid";

/// The options of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableOptions {
    /// What is written to it is not logged.
    pub unlogged: bool,
    /// Policies decide who sees which row.
    pub row_security: bool,
    /// Policies count for its owner, too.
    pub forces_row_security: bool,
    /// What identifies a row to those that follow the changes, where that is neither the primary key
    /// nor an index: `full` or `nothing`.
    pub replica_identity: Option<String>,
    /// Its storage parameters.
    pub parameters: Options,
}

impl TableOptions {
    /// Those of a table.
    pub fn read(table: &Table) -> Self {
        let mut parameters = table.options.clone();
        Self {
            unlogged: parameters.remove(UNLOGGED).is_some(),
            row_security: parameters.remove(ROW_SECURITY).is_some(),
            forces_row_security: parameters.remove(FORCED_ROW_SECURITY).is_some(),
            replica_identity: parameters.remove(IDENTITY),
            parameters,
        }
    }

    /// Gives a table these and no others.
    pub fn write(self, table: &mut Table) {
        table.options = self.parameters;
        let flags = [
            (self.unlogged, UNLOGGED),
            (self.row_security, ROW_SECURITY),
            (self.forces_row_security, FORCED_ROW_SECURITY),
        ];
        let set = flags.into_iter().filter(|(is, _)| *is);
        table.options.extend(set.map(|(_, name)| (name.to_owned(), "true".to_owned())));
        table.options.extend(self.replica_identity.map(|rows| (IDENTITY.to_owned(), rows)));
    }
}

/// The options of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnOptions {
    /// How it is stored, where that isn't its type's own way.
    pub storage: Option<String>,
    /// How its long values are compressed.
    pub compression: Option<String>,
    /// An identity column: the name of its sequence, where that isn't the one that the server gives.
    pub sequence: Option<String>,
    /// How much `ANALYZE` collects of it, where that isn't the server's default.
    pub statistics: Option<i32>,
    /// What is set of it: `n_distinct`.
    pub parameters: Options,
}

impl ColumnOptions {
    /// Those of a column.
    pub fn read(column: &Column) -> Self {
        let value = |name: &str| column.options.get(name).cloned();
        let parameters = COLUMN_PARAMETERS.into_iter();
        Self {
            storage: value(STORAGE),
            compression: value(COMPRESSION),
            sequence: value(SEQUENCE),
            statistics: value(STATISTICS).and_then(|target| target.parse().ok()),
            parameters: parameters.filter_map(|n| Some((n.to_owned(), value(n)?))).collect(),
        }
    }

    /// Gives a column these and no others.
    pub fn write(self, column: &mut Column) {
        let known = [
            (STORAGE, self.storage),
            (COMPRESSION, self.compression),
            (SEQUENCE, self.sequence),
            (STATISTICS, self.statistics.map(|target| target.to_string())),
        ];
        let said = known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        column.options = said.chain(self.parameters).collect();
    }
}

/// The options of an index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IndexOptions {
    /// It was not built to its end, and no query uses it.
    pub invalid: bool,
    /// How much `ANALYZE` collects of its expressions, by their places from 1.
    pub statistics: BTreeMap<usize, i32>,
    /// Its storage parameters.
    pub parameters: Options,
}

impl IndexOptions {
    /// Those of an index.
    pub fn read(index: &Index) -> Self {
        let mut parameters = index.options.clone();
        let target = |place| {
            Some((place, parameters.remove(&format!("{STATISTICS}.{place}"))?.parse().ok()?))
        };
        let statistics = (1..=index.columns.len()).filter_map(target).collect();
        Self { invalid: parameters.remove(INVALID).is_some(), statistics, parameters }
    }

    /// Gives an index these and no others.
    pub fn write(self, index: &mut Index) {
        index.options = self.parameters;
        let statistics = self.statistics.into_iter();
        index.options.extend(
            statistics.map(|(place, target)| (format!("{STATISTICS}.{place}"), target.to_string())),
        );
        index.options.extend(self.invalid.then(|| (INVALID.to_owned(), "true".to_owned())));
    }
}

/// Storage parameters as the server keeps them, `fillfactor=70`, taken apart.
pub fn read_parameters(list: &[String]) -> impl Iterator<Item = (String, String)> {
    let pairs = list.iter().filter_map(|parameter| parameter.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned()))
}
