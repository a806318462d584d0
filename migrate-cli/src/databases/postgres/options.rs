//! What a schema keeps of PostgreSQL by name and value, as types. The names stand in this file and nowhere else.

use std::collections::BTreeMap;

use model_core::schema::{Column, Index, Table};

type Options = BTreeMap<String, String>;

const UNLOGGED: &str = "unlogged";
const STORAGE: &str = "storage";
const COMPRESSION: &str = "compression";
const SEQUENCE: &str = "sequence";
const INVALID: &str = "invalid";

/// The options of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableOptions {
    /// What is written to it is not logged.
    pub unlogged: bool,
    /// Its storage parameters.
    pub parameters: Options,
}

impl TableOptions {
    /// Those of a table.
    pub fn read(table: &Table) -> Self {
        let mut parameters = table.options.clone();
        Self { unlogged: parameters.remove(UNLOGGED).is_some(), parameters }
    }

    /// Gives a table these and no others.
    pub fn write(self, table: &mut Table) {
        table.options = self.parameters;
        table.options.extend(self.unlogged.then(|| (UNLOGGED.to_owned(), "true".to_owned())));
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
}

impl ColumnOptions {
    /// Those of a column.
    pub fn read(column: &Column) -> Self {
        let value = |name: &str| column.options.get(name).cloned();
        Self { storage: value(STORAGE), compression: value(COMPRESSION), sequence: value(SEQUENCE) }
    }

    /// Gives a column these and no others.
    pub fn write(self, column: &mut Column) {
        let known =
            [(STORAGE, self.storage), (COMPRESSION, self.compression), (SEQUENCE, self.sequence)];
        let said = known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        column.options = said.collect();
    }
}

/// The options of an index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IndexOptions {
    /// It was not built to its end, and no query uses it.
    pub invalid: bool,
    /// Its storage parameters.
    pub parameters: Options,
}

impl IndexOptions {
    /// Those of an index.
    pub fn read(index: &Index) -> Self {
        let mut parameters = index.options.clone();
        Self { invalid: parameters.remove(INVALID).is_some(), parameters }
    }

    /// Gives an index these and no others.
    pub fn write(self, index: &mut Index) {
        index.options = self.parameters;
        index.options.extend(self.invalid.then(|| (INVALID.to_owned(), "true".to_owned())));
    }
}

/// Storage parameters as the server keeps them, `fillfactor=70`, taken apart.
pub fn read_parameters(list: &[String]) -> impl Iterator<Item = (String, String)> {
    let pairs = list.iter().filter_map(|parameter| parameter.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned()))
}
