//! The schema that the models make once they are compiled: what their derive leaves in the registry.

use model_core::naming;
use model_core::schema::{
    Check, Column, ColumnType, EnumType, Exclusion, ForeignKey, Identity, Index, KeyColumn,
    LogicalType, PrimaryKey, Schema, SequenceOptions, Table, Unique,
};

use super::model::{Field, Model, Models};
use crate::rust_type::RustType;

/// The registry's schema.
pub fn logical(models: &Models) -> Schema {
    let mut schema = Schema::default();
    for model in &models.models {
        schema.namespaces.extend(model.table.name.schema.clone());
        schema.tables.push(table(model));
    }
    for enumeration in &models.enumerations {
        let is_listed = models.models.iter().flat_map(|model| &model.fields).any(|field| {
            field.enumeration.as_ref() == Some(&enumeration.of.name)
                && !matches!(field.ty().rust, RustType::List(_))
        });
        if is_listed {
            schema.namespaces.extend(enumeration.of.name.schema.clone());
            schema.enums.push(EnumType { renamed_from: None, ..enumeration.of.clone() });
        }
    }
    schema.sort();
    schema
}

fn table(model: &Model) -> Table {
    let there = &model.table;
    let key = there.primary_key.as_ref().map(|key| PrimaryKey {
        name: Some(naming::primary_key(&there.name.name)),
        columns: key.columns.iter().map(|column| KeyColumn::new(&column.name)).collect(),
        ..PrimaryKey::default()
    });
    Table {
        name: there.name.clone(),
        columns: model.fields.iter().map(column).collect(),
        primary_key: key,
        uniques: model
            .uniques
            .iter()
            .map(|unique| Unique {
                name: Some(unique.name.clone()),
                columns: unique.object.columns.iter().map(|c| KeyColumn::new(&c.name)).collect(),
                include: unique.object.include.clone(),
                nulls_not_distinct: unique.object.nulls_not_distinct,
                deferrable: unique.object.deferrable,
                ..Unique::default()
            })
            .collect(),
        foreign_keys: model
            .keys
            .iter()
            .map(|key| ForeignKey {
                name: Some(key.name.clone()),
                columns: key.object.columns.clone(),
                references: key.object.references.clone(),
                referenced_columns: key.referenced.clone(),
                on_delete: key.on_delete,
                on_delete_columns: key.object.on_delete_columns.clone(),
                on_update: key.on_update,
                deferrable: key.object.deferrable,
                match_full: key.object.match_full,
                not_valid: key.object.not_valid,
                ..ForeignKey::default()
            })
            .collect(),
        checks: model
            .checks
            .iter()
            .map(|check| Check {
                name: Some(check.name.clone()),
                expression: check.object.expression.clone(),
                not_valid: check.object.not_valid,
                no_inherit: check.object.no_inherit,
                ..Check::default()
            })
            .collect(),
        exclusions: model
            .exclusions
            .iter()
            .map(|exclusion| Exclusion {
                name: exclusion.name.clone(),
                definition: exclusion.object.definition.clone(),
                ..Exclusion::default()
            })
            .collect(),
        indexes: model
            .indexes
            .iter()
            .map(|index| Index {
                name: index.name.clone(),
                columns: index.object.columns.clone(),
                unique: index.object.unique,
                nulls_not_distinct: index.object.nulls_not_distinct,
                method: index.object.method.clone(),
                include: index.object.include.clone(),
                predicate: index.object.predicate.clone(),
                options: index.object.options.clone(),
                ..Index::default()
            })
            .collect(),
        options: model.options.clone(),
        comment: there.comment.clone(),
        keeps: model.keeps.clone(),
        ..Table::default()
    }
}

pub fn column(field: &Field) -> Column {
    let there = &field.column;
    let (always, options) = match &there.identity {
        Identity::Standard { always, options } => (*always, options.clone()),
        Identity::Serial { options, .. } => (false, options.clone()),
        _ => (false, SequenceOptions::default()),
    };
    let identity = Identity::Auto {
        strict: there.identity == Identity::RowidAutoincrement,
        always,
        options: SequenceOptions { ty: None, cache: None, ..super::counted(&options) },
    };
    let logical = match (&field.ty().rust, &field.enumeration) {
        (RustType::Enumeration(_) | RustType::Values(_), Some(name)) => {
            LogicalType::Enum(name.clone())
        }
        _ => field.ty().logical.clone(),
    };
    Column {
        nullable: there.nullable,
        default: field.default().cloned(),
        identity: if field.is_counted { identity } else { Identity::None },
        computed: there.computed.clone(),
        collation: field.collation().0.cloned(),
        charset: field.collation().1.cloned(),
        on_update: there.on_update.clone(),
        comment: there.comment.clone(),
        options: there.options.clone(),
        ..Column::new(&there.name, ColumnType::Logical(logical))
    }
}
