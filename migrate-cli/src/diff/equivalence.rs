use std::collections::BTreeMap;

use model_core::schema::{
    Column, Identity, ObjectKind, QualifiedName, Schema, SchemaObject, Table,
};

use super::{Renames, Values};

/// How a database compares what it was given with what it keeps. The defaults compare to the
/// letter, which is right where the database prints everything in one spelling of its own.
pub trait Equivalence {
    /// Whether two table, column or index names are one and the same to the database.
    fn same_identifier(&self, a: &str, b: &str) -> bool {
        a == b
    }

    /// Whether objects of this kind are written, and not only seen.
    fn manages(&self, kind: ObjectKind) -> bool {
        let _ = kind;
        false
    }

    /// Whether two definitions of an object are the same.
    fn same_object(&self, a: &SchemaObject, b: &SchemaObject) -> bool {
        a.definition == b.definition
    }

    /// Whether two native types are the same.
    fn same_type(&self, a: &str, b: &str) -> bool {
        a == b
    }

    /// Whether two native types hold values of one sort, so that a column of one may be that of the other
    /// under another name. Either may be as a person wrote it.
    fn alike_types(&self, a: &str, b: &str) -> bool {
        a.eq_ignore_ascii_case(b)
    }

    /// Whether two expressions (defaults, checks, predicates, generated columns) are the same.
    fn same_expression(&self, a: &str, b: &str) -> bool {
        a == b
    }

    /// Whether two defaults are the same.
    fn same_default(&self, a: &str, b: &str) -> bool {
        self.same_expression(a, b)
    }

    /// Whether two columns are counted up in the same way. How many values a session takes at
    /// once is a matter of speed and not compared; neither is the name of a serial's sequence.
    fn same_identity(&self, a: &Identity, b: &Identity) -> bool {
        let comparable = |identity: &Identity| {
            let mut identity = identity.clone();
            match &mut identity {
                Identity::Standard { options, .. } => options.cache = None,
                Identity::Serial { options, sequence } => {
                    options.cache = None;
                    sequence.clear();
                }
                _ => {}
            }
            identity
        };
        comparable(a) == comparable(b)
    }

    /// Whether two sets of table, column or index options are the same.
    fn same_options(&self, a: &BTreeMap<String, String>, b: &BTreeMap<String, String>) -> bool {
        a == b
    }

    /// Whether two indexes that are the same in all their parts have the same statement, where the
    /// database keeps statements to the letter. Only asked where nothing they name was renamed.
    fn same_definition(&self, a: &str, b: &str) -> bool {
        let _ = (a, b);
        true
    }

    /// The text of an expression of the start once the given columns are renamed (before, after):
    /// a database that rewrites expressions when a column is renamed compares the rewritten text.
    fn renamed_expression(&self, expression: &str, columns: &[(String, String)]) -> String {
        let _ = columns;
        expression.to_owned()
    }

    /// The definition of an object of the start once these tables and columns that it names are renamed
    /// (before, after).
    fn renamed_definition(&self, definition: &str, names: &[(String, String)]) -> String {
        let _ = names;
        definition.to_owned()
    }

    /// The objects of a schema, in their order, as the database itself writes them once its tables and columns
    /// have their new names; one that it can't write has no definition. `None`: it does not write them anew.
    fn objects_after(&self, schema: &Schema, renames: &Renames) -> Option<Vec<SchemaObject>> {
        let _ = (schema, renames);
        None
    }

    /// The same, where a plan writes them and the database does not: `None`, it does, or nothing has to be.
    fn objects_renamed(&self, schema: &Schema, renames: &Renames) -> Option<Vec<SchemaObject>> {
        let _ = (schema, renames);
        None
    }

    /// Whether a native type is this enumeration, or an array of it.
    fn is_enumeration(&self, native: &str, name: &QualifiedName) -> bool {
        let _ = (native, name);
        false
    }

    /// The values that a column is limited to, in their order, where the column itself lists them: an
    /// `ENUM` column, a check of its values. None where it doesn't.
    fn values(&self, table: &Table, column: &Column) -> Vec<String> {
        let _ = (table, column);
        Vec::new()
    }

    /// The type of a column that lists its values, with these under their new names.
    fn type_with_renamed_values(&self, native: &str, values: &Values) -> String {
        let _ = values;
        native.to_owned()
    }
}
