//! Renames that a person told, written into the models: what these leave open is taken over from what had the
//! old name.

use std::collections::BTreeMap;

use model_core::schema::{QualifiedName, Schema};

use super::Renames;
use crate::diff::Equivalence;

impl Renames {
    /// What flags say, as far as it can be understood of schemas that are not yet in a database's words. What
    /// can't be is refused when they are.
    pub fn told(
        given: &[String],
        from: &Schema,
        to: &Schema,
        equivalence: &dyn Equivalence,
    ) -> Self {
        let mut renames = Self::declared(from, to, equivalence);
        for kinds in [["table:", "enum:"], ["column:", "column:"]] {
            let of_kind = |flag: &&String| kinds.iter().any(|kind| flag.starts_with(kind));
            for flag in given.iter().filter(of_kind) {
                let _ = renames.add_flags(std::slice::from_ref(flag), from, to, equivalence);
            }
        }
        renames
    }

    /// Adds those that were chosen by their names.
    pub fn add_all(&mut self, others: &Self) {
        self.tables.extend(others.tables.clone());
        self.columns.extend(others.columns.clone());
        self.enums.extend(others.enums.clone());
        self.enum_values.extend(others.enum_values.clone());
        for (column, values) in &others.column_values {
            self.column_values.entry(column.clone()).or_default().extend(values.clone());
        }
        self.constraints.extend(others.constraints.clone());
    }

    /// Tells the tables, columns and enumerations of models what they were called.
    pub fn hint(&self, to: &mut Schema) {
        if to.complete {
            return;
        }
        let mut was: BTreeMap<&QualifiedName, &QualifiedName> = BTreeMap::new();
        for (old, new) in &self.tables {
            was.entry(new).or_insert(old);
        }
        for table in &mut to.tables {
            let old = was.get(&table.name).map(|old| (*old).clone());
            let before = old.clone().unwrap_or_else(|| table.name.clone());
            for (old, new) in Self::of_table(&self.columns, &before) {
                let named = table.columns.iter_mut().filter(|c| c.name == *new);
                named.for_each(|column| column.renamed_from = Some(old.to_owned()));
            }
            if old.is_some() {
                table.renamed_from = old;
            }
        }
        for enumeration in &mut to.enums {
            let named = self.enums.iter().find(|(_, new)| **new == enumeration.name);
            if let Some((old, _)) = named {
                enumeration.renamed_from = Some(old.clone());
            }
        }
    }
}
