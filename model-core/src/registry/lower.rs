//! From the constants in the program to the vocabulary that travels.

use super::def::{
    CheckDef, ColumnDef, DefaultDef, EnumDef, ForeignKeyDef, GenerationDef, IndexDef, IndexPartDef,
    ModelDef, NameDef, PrimaryKeyDef, SqlFileDef, TypeDef, UniqueDef, ViewDef,
};
use super::mark;
use crate::schema::{
    Check, Column, ColumnType, Computed, Declaration, DeclaredView, DefaultValue, EnumType,
    EnumValue, Exclusion, ForeignKey, Identity, Index, IndexColumn, IndexTarget, KeyColumn,
    Literal, LogicalType, Origin, PrimaryKey, QualifiedName, Schema, SequenceOptions, Table,
    Unique,
};

/// Every given model as one schema, in name order. Two models of one table are both in it:
/// finding that is the business of [`validate`](super::validate()).
pub fn schema<'a>(models: impl IntoIterator<Item = &'a ModelDef>) -> Schema {
    let mut schema = Schema::default();
    for model in models {
        let table = table(model);
        schema.namespaces.extend(table.name.schema.clone());
        for column in model.columns {
            if let Some(def) = enumeration_of(&column.ty) {
                let found = enumeration(def);
                schema.namespaces.extend(found.name.schema.clone());
                if !schema.enums.contains(&found) {
                    schema.enums.push(found);
                }
            }
        }
        schema.tables.push(table);
    }
    // Two models of one table keep an order of their own too: the linker's would be any.
    schema.tables.sort_by(|a, b| origin_key(a).cmp(&origin_key(b)));
    schema.sort();
    schema
}

/// What stands beside the tables: the views that structs read, and files of SQL.
pub fn declarations<'a>(
    views: impl IntoIterator<Item = &'a ViewDef>,
    files: impl IntoIterator<Item = &'a SqlFileDef>,
) -> Vec<Declaration> {
    let views = views.into_iter().map(|def| Declaration {
        view: Some(DeclaredView {
            name: name(&def.view),
            materialized: def.materialized,
            columns: def.columns.iter().map(column).collect(),
            indexes: def.indexes.iter().map(index).collect(),
        }),
        sql: def.query.to_owned(),
        only: owned(def.only),
        origin: Origin {
            rust_type: mark::path(def.mark).to_owned(),
            file: def.file.to_owned(),
            line: def.line,
        },
    });
    let files = files.into_iter().map(|def| Declaration {
        view: None,
        sql: def.text.trim_start_matches('\u{feff}').to_owned(),
        only: owned(def.only),
        origin: Origin {
            rust_type: def.path.to_owned(),
            file: def.file.to_owned(),
            line: def.line,
        },
    });
    views.chain(files).collect()
}

fn origin_key(table: &Table) -> Option<(&str, u32, &str)> {
    table.origin.as_ref().map(|o| (o.file.as_str(), o.line, o.rust_type.as_str()))
}

fn table(model: &ModelDef) -> Table {
    Table {
        name: name(&model.table),
        columns: model.columns.iter().map(column).collect(),
        primary_key: primary_key(&model.primary_key),
        uniques: model.uniques.iter().map(unique).collect(),
        foreign_keys: model.foreign_keys.iter().map(foreign_key).collect(),
        checks: model.checks.iter().map(check).collect(),
        exclusions: model
            .exclusions
            .iter()
            .map(|def| Exclusion {
                name: def.name.to_owned(),
                definition: format!("EXCLUDE {}", def.definition),
                ..Exclusion::default()
            })
            .collect(),
        indexes: model.indexes.iter().map(index).collect(),
        options: options(model.options),
        comment: model.comment.map(str::to_owned),
        keeps: owned(model.keeps),
        renamed_from: model.renamed_from.map(|old| renamed(&model.table, old)),
        origin: Some(Origin {
            rust_type: mark::path(model.mark).to_owned(),
            file: model.file.to_owned(),
            line: model.line,
        }),
        ..Table::default()
    }
}

fn name(def: &NameDef) -> QualifiedName {
    QualifiedName { schema: def.schema.map(str::to_owned), name: def.name.to_owned() }
}

/// An old name is in the namespace of the new one, unless it names its own.
fn renamed(now: &NameDef, old: &str) -> QualifiedName {
    match old.split_once('.') {
        Some((schema, name)) => QualifiedName::qualified(schema, name),
        None => QualifiedName { schema: now.schema.map(str::to_owned), name: old.to_owned() },
    }
}

fn column(def: &ColumnDef) -> Column {
    Column {
        nullable: def.nullable,
        not_null: None,
        default: def.default.map(default),
        identity: match def.generation {
            GenerationDef::None => Identity::None,
            GenerationDef::Auto(def) => Identity::Auto {
                strict: def.strict,
                always: def.always,
                options: SequenceOptions {
                    start: def.start,
                    increment: def.increment,
                    min: def.min,
                    max: def.max,
                    cycle: def.cycle.then_some(true),
                    ..SequenceOptions::default()
                },
            },
        },
        computed: def
            .generated
            .map(|(expression, stored)| Computed { expression: expression.to_owned(), stored }),
        collation: def.collation.map(str::to_owned),
        charset: def.charset.map(str::to_owned),
        on_update: def.on_update.map(str::to_owned),
        comment: def.comment.map(str::to_owned),
        renamed_from: def.renamed_from.map(str::to_owned),
        options: options(def.options),
        ..Column::new(def.name, ColumnType::Logical(logical(&def.ty)))
    }
}

fn logical(def: &TypeDef) -> LogicalType {
    match *def {
        TypeDef::Bool => LogicalType::Bool,
        TypeDef::TinyInt => LogicalType::TinyInt,
        TypeDef::SmallInt => LogicalType::SmallInt,
        TypeDef::Integer => LogicalType::Integer,
        TypeDef::BigInt => LogicalType::BigInt,
        TypeDef::UnsignedTinyInt => LogicalType::UnsignedTinyInt,
        TypeDef::UnsignedSmallInt => LogicalType::UnsignedSmallInt,
        TypeDef::UnsignedInteger => LogicalType::UnsignedInteger,
        TypeDef::UnsignedBigInt => LogicalType::UnsignedBigInt,
        TypeDef::Float => LogicalType::Float,
        TypeDef::Double => LogicalType::Double,
        TypeDef::Decimal { precision, scale } => LogicalType::Decimal { precision, scale },
        TypeDef::Units { precision, scale } => LogicalType::Units { precision, scale },
        TypeDef::Text { max_length } => LogicalType::Text { max_length },
        TypeDef::Binary { max_length } => LogicalType::Binary { max_length },
        TypeDef::Date => LogicalType::Date,
        TypeDef::Time => LogicalType::Time,
        TypeDef::Timestamp => LogicalType::Timestamp,
        TypeDef::TimestampTz => LogicalType::TimestampTz,
        TypeDef::Uuid => LogicalType::Uuid,
        TypeDef::Json => LogicalType::Json,
        TypeDef::Jsonb => LogicalType::Jsonb,
        TypeDef::Array(element) => LogicalType::Array(Box::new(logical(element))),
        TypeDef::Enum(def) => LogicalType::Enum(name(&def.name)),
        TypeDef::Native(text) => LogicalType::Native(text.to_owned()),
    }
}

fn enumeration_of(def: &TypeDef) -> Option<&'static EnumDef> {
    match def {
        TypeDef::Enum(def) => Some(def),
        TypeDef::Array(element) => enumeration_of(element),
        _ => None,
    }
}

fn enumeration(def: &EnumDef) -> EnumType {
    EnumType {
        name: name(&def.name),
        values: def
            .values
            .iter()
            .map(|(name, old)| EnumValue {
                name: (*name).to_owned(),
                renamed_from: old.map(str::to_owned),
            })
            .collect(),
        renamed_from: def.renamed_from.map(|old| renamed(&def.name, old)),
    }
}

fn default(def: DefaultDef) -> DefaultValue {
    match def {
        DefaultDef::Bool(value) => DefaultValue::Literal(Literal::Bool(value)),
        DefaultDef::Integer(value) => DefaultValue::Literal(Literal::Integer(value)),
        DefaultDef::Float(text) => DefaultValue::Literal(Literal::Float(text.to_owned())),
        DefaultDef::Text(text) => DefaultValue::Literal(Literal::Text(text.to_owned())),
        DefaultDef::Bytes(bytes) => DefaultValue::Literal(Literal::Bytes(bytes.to_owned())),
        DefaultDef::Now => DefaultValue::Now,
        DefaultDef::Sql(text) => DefaultValue::Sql(text.to_owned()),
    }
}

fn primary_key(def: &PrimaryKeyDef) -> Option<PrimaryKey> {
    (!def.columns.is_empty()).then(|| PrimaryKey {
        name: Some(def.name.to_owned()),
        columns: key_columns(def.columns),
        ..PrimaryKey::default()
    })
}

fn unique(def: &UniqueDef) -> Unique {
    Unique {
        name: Some(def.name.to_owned()),
        columns: key_columns(def.columns),
        include: owned(def.include),
        nulls_not_distinct: def.nulls_not_distinct,
        deferrable: def.deferrable,
        renamed_from: def.renamed_from.map(str::to_owned),
        ..Unique::default()
    }
}

fn foreign_key(def: &ForeignKeyDef) -> ForeignKey {
    ForeignKey {
        name: Some(def.name.to_owned()),
        columns: owned(def.columns),
        references: name(&def.references),
        referenced_columns: owned(def.referenced_columns),
        on_delete: def.on_delete,
        on_update: def.on_update,
        deferrable: def.deferrable,
        match_full: def.match_full,
        on_delete_columns: owned(def.on_delete_columns),
        not_valid: def.not_valid,
        not_enforced: false,
        period: false,
        renamed_from: def.renamed_from.map(str::to_owned),
        partitions: Vec::new(),
        comment: None,
    }
}

fn check(def: &CheckDef) -> Check {
    Check {
        name: Some(def.name.to_owned()),
        expression: def.expression.to_owned(),
        not_valid: def.not_valid,
        no_inherit: def.no_inherit,
        renamed_from: def.renamed_from.map(str::to_owned),
        ..Check::default()
    }
}

fn index(def: &IndexDef) -> Index {
    Index {
        name: def.name.to_owned(),
        columns: def.parts.iter().map(index_column).collect(),
        unique: def.unique,
        nulls_not_distinct: def.nulls_not_distinct,
        method: def.method.map(str::to_owned),
        include: owned(def.include),
        predicate: def.predicate.map(str::to_owned),
        options: options(def.options),
        renamed_from: def.renamed_from.map(str::to_owned),
        ..Index::default()
    }
}

fn index_column(def: &IndexPartDef) -> IndexColumn {
    IndexColumn {
        target: if def.is_expression {
            IndexTarget::Expression(def.target.to_owned())
        } else {
            IndexTarget::Column(def.target.to_owned())
        },
        order: def.order,
        nulls: def.nulls,
        collation: def.collation.map(str::to_owned),
        operator_class: def.operator_class.map(str::to_owned),
        prefix: def.prefix,
    }
}

fn key_columns(names: &[&str]) -> Vec<KeyColumn> {
    names.iter().map(|name| KeyColumn::new(*name)).collect()
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn options<T: FromIterator<(String, String)>>(pairs: &[(&str, &str)]) -> T {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}
