//! Views as structs.

use std::collections::BTreeMap;

use model_core::schema::{
    Column, ColumnType, Declaration, DeclaredView, Index, LogicalType, ObjectKind, Schema,
    SchemaObject, Table,
};

use super::model::{Field, Model, Named, View};
use super::{Style, index, logical, name, objects};
use crate::database::Connection;
use crate::dialect::{Dialect, SchemaError, ViewColumn};
use crate::rust_type::{FieldType, RustType, TypeWord};
use crate::sql::{self, Lexis, Nulls};

/// The type of a count, where the database tells none.
const COUNT: &str = "BIGINT";

/// A view with its columns.
pub struct Shape {
    object: SchemaObject,
    query: String,
    /// A table of its columns; without a type where the database knows none.
    pub table: Table,
    untold: Vec<String>,
}

/// The views that a struct can say.
pub fn shapes(
    schema: &Schema,
    is_asked: impl Fn(&SchemaObject) -> bool,
    dialect: &dyn Dialect,
    connection: &mut dyn Connection,
) -> Result<Vec<Shape>, SchemaError> {
    let lexis = &dialect.session().lexis;
    let mut shapes = Vec::new();
    for object in schema.objects.iter().filter(|o| o.kind.is_view() && is_asked(o)) {
        let Some(query) = object.definition.as_deref().and_then(|text| query(text, lexis)) else {
            continue;
        };
        // One that never worked has no columns to be asked for.
        let Ok(found) = dialect.view_columns(connection, &object.name) else { continue };
        let over_views = object.uses.iter().any(|used| used.kind != ObjectKind::Function);
        let nulls = match over_views {
            true => BTreeMap::new(),
            false => sql::nulls(&query, lexis, schema),
        };
        let known = |column: &str| {
            let mut known = nulls.iter().filter(|(name, _)| lexis.same_name(name, column));
            known.next().map(|(_, nulls)| nulls)
        };
        let mut untold = Vec::new();
        let mut columns = Vec::new();
        for ViewColumn { name, native } in found {
            let nulls = known(&name);
            let native = match (native, nulls) {
                (None, Some(Nulls::Count)) => COUNT.to_owned(),
                (None, _) => {
                    untold.push(name.clone());
                    String::new()
                }
                (Some(native), _) => native,
            };
            let nullable = !matches!(nulls, Some(Nulls::Never | Nulls::Count));
            columns.push(Column { nullable, ..Column::new(name, ColumnType::Native(native)) });
        }
        // What an attribute can't say keeps the view as a file.
        let indexes = object.indexes.iter().map(|printed| index::read(printed, lexis));
        let Some(indexes) = indexes.collect::<Option<Vec<Index>>>() else { continue };
        let table = Table {
            name: object.name.clone(),
            columns,
            indexes,
            comment: object.comment.clone(),
            ..Table::default()
        };
        if super::is_beyond_models(&table).is_none() {
            shapes.push(Shape { object: object.clone(), query, table, untold });
        }
    }
    Ok(shapes)
}

/// The query of a view that has nothing but a name and a query.
fn query(definition: &str, lexis: &Lexis) -> Option<String> {
    let tokens = lexis.tokens(definition);
    let mut at = tokens.iter().position(|token| token.is("VIEW"))? + 1;
    if tokens.get(at)?.is("IF") {
        at += 3;
    }
    tokens.get(at)?.name()?;
    at += 1;
    if tokens.get(at)?.is_symbol(".") {
        at += 2;
    }
    let word = tokens.get(at).filter(|token| token.is("AS"))?;
    Some(definition[word.end()..].trim().trim_end_matches(';').trim_end().to_owned())
}

/// The struct of a view.
pub fn view(
    shape: &Shape,
    names: (String, String),
    schema: &Schema,
    style: &Style,
    dialect: &dyn Dialect,
) -> View {
    let (ident, module) = names;
    let mut idents = std::collections::BTreeSet::from([module.clone()]);
    let field = |column: &Column| Field {
        column: column.clone(),
        ident: name::free_with(name::field(&column.name), &mut idents, "_"),
        types: vec![field_type(column, schema, style, dialect)],
        chosen: 0,
        defaults: Vec::new(),
        chosen_default: 0,
        is_counted: false,
        enumeration: None,
    };
    let fields = shape.table.columns.iter().map(field).collect();
    let indexes = shape.table.indexes.iter().map(|index| Named {
        object: index.clone(),
        name: index.name.clone(),
        is_written: true,
    });
    let remarks = match shape.untold.as_slice() {
        [] => Vec::new(),
        untold => {
            vec![format!("The database tells no type of {}: read as text", untold.join(", "))]
        }
    };
    let model = Model {
        table: shape.table.clone(),
        ident,
        module,
        new: None,
        changes: None,
        fields,
        uniques: Vec::new(),
        keys: Vec::new(),
        checks: Vec::new(),
        exclusions: Vec::new(),
        indexes: indexes.collect(),
        options: BTreeMap::new(),
        keeps: Vec::new(),
        remarks,
        notes: Vec::new(),
    };
    View { object: shape.object.clone(), query: shape.query.clone(), model }
}

/// A field that only reads: no length and no name of the database's counts.
fn field_type(column: &Column, schema: &Schema, style: &Style, dialect: &dyn Dialect) -> FieldType {
    if let Some(mapped) = style.mapped(column) {
        return mapped;
    }
    let native = column.ty.native().unwrap_or_default();
    let ways = dialect.field_types(schema, &Table::default(), column);
    let mut ways = ways.into_iter().filter(|way| !matches!(way.rust, RustType::Values(_)));
    let Some(mut ty) = ways.next().filter(|_| !native.is_empty()) else {
        return FieldType::text(None);
    };
    let is_named = ty.words.iter().any(|word| matches!(word, TypeWord::Database(_)));
    ty.words.retain(|word| matches!(word, TypeWord::Diesel(_) | TypeWord::DatabaseToo(_)));
    if let RustType::Named(name) = &ty.rust
        && (is_named || matches!(ty.logical, LogicalType::Text { .. }))
        && name == "String"
    {
        ty.logical = LogicalType::Text { max_length: None };
    }
    if matches!(ty.rust, RustType::Enumeration(_)) {
        ty.words.push(TypeWord::Enumeration);
    }
    ty
}

impl View {
    /// Whether the query is short enough to stand in the attribute.
    pub fn is_short(&self) -> bool {
        const LONGEST: usize = 90;
        !self.query.contains('\n') && self.query.len() <= LONGEST
    }

    /// Where the query is, from the folder of the package, where it is in a file.
    pub fn path(&self) -> String {
        format!("sql/{}.sql", objects::base_name(&self.object))
    }

    /// What the registry will have of it.
    pub fn declaration(&self) -> Declaration {
        let view = DeclaredView {
            name: self.object.name.clone(),
            materialized: self.object.kind == ObjectKind::MaterializedView,
            columns: self.model.fields.iter().map(logical::column).collect(),
            indexes: self.model.indexes.iter().map(|index| index.object.clone()).collect(),
        };
        Declaration {
            view: Some(view),
            sql: self.query.clone(),
            only: Vec::new(),
            origin: objects::origin(&self.object),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::database::DatabaseKind;
    use crate::databases;

    #[test]
    fn a_query_is_what_follows_the_name() {
        let of = |text: &str| query(text, &databases::of(DatabaseKind::Sqlite).session().lexis);
        assert_eq!(of("CREATE VIEW v AS SELECT 1;").as_deref(), Some("SELECT 1"));
        assert_eq!(
            of("create view if not exists main.\"v w\" as\n SELECT 1 AS a\n").as_deref(),
            Some("SELECT 1 AS a")
        );
        assert_eq!(of("CREATE VIEW v(a, b) AS SELECT 1, 2"), None);
        assert_eq!(of("CREATE TRIGGER t"), None);
    }
}
