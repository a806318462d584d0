//! Names that differ to the letter and are one to the database.

use std::collections::BTreeMap;

use model_core::schema::{QualifiedName, Schema};

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
        let mut folded: BTreeMap<String, Vec<&QualifiedName>> = BTreeMap::new();
        for after in &to.tables {
            folded.entry(after.name.name.to_lowercase()).or_default().push(&after.name);
        }
        for before in &from.tables {
            if !renames.tables.contains_key(&before.name) && to.table(&before.name).is_none() {
                let same = folded.get(&before.name.name.to_lowercase());
                let same = same.into_iter().flatten().copied().find(|after| {
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
                if after.column(&column.name).is_some() {
                    continue;
                }
                let key = (before.name.clone(), column.name.clone());
                if renames.columns.contains_key(&key) {
                    continue;
                }
                let same = after.columns.iter().find(|c| {
                    equivalence.same_identifier(&c.name, &column.name)
                        && before.column(&c.name).is_none()
                        && !Self::of_table(&renames.columns, &before.name)
                            .any(|(_, new)| *new == c.name)
                });
                if let Some(same) = same {
                    renames.columns.insert(key, same.name.clone());
                }
            }
        }
        renames
    }
}
