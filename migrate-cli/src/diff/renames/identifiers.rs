//! Names that differ to the letter and are one to the database.

use model_core::schema::Schema;

use super::Renames;
use crate::diff::Equivalence;

impl Renames {
    /// Adds the tables and columns whose names differ to the letter but are the same to the
    /// database, as upper and lower case are to SQLite.
    pub(in crate::diff) fn with_same_identifiers(
        &self,
        from: &Schema,
        to: &Schema,
        equivalence: &dyn Equivalence,
    ) -> Self {
        let mut renames = self.clone();
        for before in &from.tables {
            if !renames.tables.contains_key(&before.name) && to.table(&before.name).is_none() {
                let same = to.tables.iter().map(|t| &t.name).find(|after| {
                    after.schema == before.name.schema
                        && equivalence.same_identifier(&after.name, &before.name.name)
                        && from.table(after).is_none()
                        && !renames.tables.values().any(|taken| taken == *after)
                });
                if let Some(after) = same {
                    renames.tables.insert(before.name.clone(), after.clone());
                }
            }
            let Some(after) = to.table(&renames.table(&before.name)) else { continue };
            for column in &before.columns {
                let key = (before.name.clone(), column.name.clone());
                if renames.columns.contains_key(&key) || after.column(&column.name).is_some() {
                    continue;
                }
                let same = after.columns.iter().find(|c| {
                    equivalence.same_identifier(&c.name, &column.name)
                        && before.column(&c.name).is_none()
                        && !renames
                            .columns
                            .iter()
                            .any(|((t, _), new)| t == &before.name && new == &c.name)
                });
                if let Some(same) = same {
                    renames.columns.insert(key, same.name.clone());
                }
            }
        }
        renames
    }
}
