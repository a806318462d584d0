//! What a schema keeps of SQLite by name and value, as types. The names stand in this file and nowhere else.

use model_core::schema::{Column, Table};

const STRICT: &str = "strict";
const WITHOUT_ROWID: &str = "without_rowid";
const ROWID: &str = "rowid";
const NOT_NULL_CONFLICT: &str = "not_null_conflict";
const NOT_NULL_NAME: &str = "not_null_name";

/// The options of a table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TableOptions {
    /// Types are enforced (`STRICT`).
    pub strict: bool,
    /// The primary key is where the rows are (`WITHOUT ROWID`).
    pub without_rowid: bool,
}

impl TableOptions {
    /// Those of a table. Other databases' are passed over.
    pub fn read(table: &Table) -> Self {
        let is_on = |name: &str| table.options.get(name).is_some_and(|value| value == "true");
        Self { strict: is_on(STRICT), without_rowid: is_on(WITHOUT_ROWID) }
    }

    /// Gives a table these and no others.
    pub fn write(self, table: &mut Table) {
        let known = [(STRICT, self.strict), (WITHOUT_ROWID, self.without_rowid)];
        let on = known.into_iter().filter(|(_, is_on)| *is_on);
        table.options = on.map(|(name, _)| (name.to_owned(), "true".to_owned())).collect();
    }
}

/// The options of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnOptions {
    /// `INTEGER PRIMARY KEY DESC`, which by an old bug of SQLite's is not the rowid.
    pub is_not_rowid: bool,
    /// The `ON CONFLICT` algorithm of its `NOT NULL`.
    pub not_null_conflict: Option<String>,
    /// The name of its `NOT NULL`.
    pub not_null_name: Option<String>,
}

impl ColumnOptions {
    /// Those of a column. Other databases' are passed over.
    pub fn read(column: &Column) -> Self {
        Self {
            is_not_rowid: column.options.contains_key(ROWID),
            not_null_conflict: column.options.get(NOT_NULL_CONFLICT).cloned(),
            not_null_name: column.options.get(NOT_NULL_NAME).cloned(),
        }
    }

    /// Gives a column these and no others.
    pub fn write(self, column: &mut Column) {
        let known = [
            (ROWID, self.is_not_rowid.then(|| "false".to_owned())),
            (NOT_NULL_CONFLICT, self.not_null_conflict),
            (NOT_NULL_NAME, self.not_null_name),
        ];
        let said = known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        column.options = said.collect();
    }
}

/// The algorithms of `ON CONFLICT`, by the manual.
pub const CONFLICTS: [&str; 5] = ["ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE"];
