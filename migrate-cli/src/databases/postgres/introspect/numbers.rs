//! Which column a number means.

use super::rows::ColumnRow;

/// The names of the columns, by table and number.
pub struct Numbers(Vec<((u32, i16), String)>);

impl Numbers {
    /// Reads them off rows that are ordered by both.
    pub fn read(rows: &[ColumnRow]) -> Self {
        Self(rows.iter().map(|row| ((row.table, row.number), row.name.clone())).collect())
    }

    /// The name of a column; `None` for 0, which stands for an expression.
    pub fn name(&self, table: u32, number: i16) -> Option<String> {
        let place = self.0.binary_search_by_key(&(table, number), |(key, _)| *key).ok()?;
        self.0.get(place).map(|(_, name)| name.clone())
    }

    /// The names of several.
    pub fn names(&self, table: u32, numbers: Option<&[i16]>) -> Vec<String> {
        let numbers = numbers.unwrap_or_default();
        numbers.iter().filter_map(|number| self.name(table, *number)).collect()
    }
}
