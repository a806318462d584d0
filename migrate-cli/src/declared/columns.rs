//! What a struct reads of its view, beside what the view gives.

use model_core::schema::{
    Column, ColumnType, Declaration, DeclaredView, LogicalType, ObjectKind, Schema, SchemaObject,
    Table,
};

use super::at;
use crate::database::Connection;
use crate::dialect::{Dialect, ViewColumn};
use crate::problem::Result;
use crate::rust_type::FieldType;
use crate::sql::{self, Nulls};

/// Every column that a struct reads is one of its view, is read as what it is, and may be NULL where NULL is
/// known to come. `printed` is what the database behind `scratch` says of itself.
pub fn check(
    scratch: &mut dyn Connection,
    dialect: &dyn Dialect,
    desired: &Schema,
    printed: &Schema,
) -> Result<()> {
    for declaration in &desired.declarations {
        let Some(view) = &declaration.view else { continue };
        are_there(scratch, dialect, declaration, view)?;
        let found = dialect.view_columns(scratch, &view.name)?;
        let mut wrong = types(scratch, dialect, view, &found, desired, printed)?;
        wrong.extend(nulls(dialect, declaration, view, printed));
        if !wrong.is_empty() {
            let what = format!("the view {} gives other columns than the struct reads", view.name);
            return Err(at(&declaration.origin, what).list(wrong));
        }
    }
    Ok(())
}

fn are_there(
    scratch: &mut dyn Connection,
    dialect: &dyn Dialect,
    declaration: &Declaration,
    view: &DeclaredView,
) -> Result<()> {
    let name = dialect.quote_name(&view.name);
    for column in &view.columns {
        // With the view's name before it: SQLite takes a name in quotes for a text where it knows no such column.
        let query =
            format!("SELECT v.{} FROM {name} AS v WHERE 1 = 0", dialect.quote(&column.name));
        if let Err(error) = scratch.query(&query) {
            return Err(at(
                &declaration.origin,
                format!("view {} has no column {} to read", view.name, column.name),
            )
            .because(error));
        }
    }
    Ok(())
}

fn types(
    scratch: &mut dyn Connection,
    dialect: &dyn Dialect,
    view: &DeclaredView,
    found: &[ViewColumn],
    desired: &Schema,
    printed: &Schema,
) -> Result<Vec<String>> {
    let lexis = &dialect.session().lexis;
    let mut read: Vec<(&Column, String)> = Vec::new();
    for column in &view.columns {
        if let Some(native) = native(dialect, column, desired) {
            read.push((column, native));
        }
    }
    let natives: Vec<String> = read.iter().map(|(_, native)| native.clone()).collect();
    let natives = dialect.printed_types(scratch, natives)?;
    let mut wrong = Vec::new();
    for ((column, _), own) in read.iter().zip(&natives) {
        let given = found.iter().find(|given| lexis.same_name(&given.name, &column.name));
        let Some(native) = given.and_then(|given| given.native.as_ref()) else { continue };
        let ways = |native: &str| field_type(dialect, printed, native);
        let (Some(there), Some(here)) = (ways(native), ways(own)) else { continue };
        if !dialect.capabilities().view_types.reads(&there, &here) {
            wrong.push(format!(
                "{} is `{native}` there, and the field reads `{own}`: write {}",
                column.name,
                there.written(&column.name, column.nullable)
            ));
        }
    }
    Ok(wrong)
}

/// A field's type in the words of the database; none where it has nothing like it.
fn native(dialect: &dyn Dialect, column: &Column, desired: &Schema) -> Option<String> {
    let lowered = |column: Column| {
        let table = Table { columns: vec![column], ..Table::default() };
        let alone =
            Schema { enums: desired.enums.clone(), tables: vec![table], ..Schema::default() };
        let lowered = dialect.lower(alone).ok()?;
        Some(lowered.tables.first()?.columns.first()?.ty.native()?.to_owned())
    };
    lowered(column.clone()).or_else(|| match &column.ty {
        // Where an enumeration is no type of its own, its values are texts.
        ColumnType::Logical(LogicalType::Enum(_)) => {
            let ty = ColumnType::Logical(LogicalType::Text { max_length: None });
            lowered(Column { ty, ..column.clone() })
        }
        _ => None,
    })
}

/// The best way to write a field for a type.
fn field_type(dialect: &dyn Dialect, schema: &Schema, native: &str) -> Option<FieldType> {
    let column = Column::new("column", ColumnType::Native(native.to_owned()));
    dialect.field_types(schema, &Table::default(), &column).into_iter().next()
}

fn nulls(
    dialect: &dyn Dialect,
    declaration: &Declaration,
    view: &DeclaredView,
    printed: &Schema,
) -> Vec<String> {
    let lexis = &dialect.session().lexis;
    let over_views = |object: &SchemaObject| {
        object.kind.is_view()
            && object.name == view.name
            && object.uses.iter().any(|used| used.kind != ObjectKind::Function)
    };
    if printed.objects.iter().any(over_views) {
        return Vec::new();
    }
    let known = sql::nulls(&declaration.sql, lexis, printed);
    let required = view.columns.iter().filter(|column| !column.nullable);
    required
        .filter_map(|column| {
            let (_, found) = known.iter().find(|(name, _)| lexis.same_name(name, &column.name))?;
            let Nulls::Come(reason) = found else { return None };
            Some(format!("{} can be NULL, since {reason}: make the field an `Option`", column.name))
        })
        .collect()
}
