//! From a schema to models: what is said of each table, and under which names.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;
use model_core::naming;
use model_core::schema::{
    EnumType, EnumValue, IndexTarget, QualifiedName, ReferentialAction, Schema, Table,
};

use super::default::defaults;
use super::model::{Enumeration, Field, Key, Model, Models, Named, UnknownType};
use super::view::Shape;
use super::{Style, name, view};
use crate::dialect::Dialect;
use crate::rust_type::{FieldType, RustType};

/// The models for these tables and views of a schema.
pub fn read(
    schema: &Schema,
    tables: &[&Table],
    views: &[Shape],
    style: &Style,
    dialect: &dyn Dialect,
) -> Models {
    let mut types = BTreeSet::new();
    let mut modules = BTreeSet::new();
    let mut models = Models::default();
    for table in tables {
        let (ident, module) = names(table, style, &mut types, &mut modules);
        let model = model(schema, table, ident, module, style, dialect);
        models.models.push(model);
    }
    for shape in views {
        let names = names(&shape.table, style, &mut types, &mut modules);
        models.views.push(view::view(shape, names, schema, style, dialect));
    }
    name_constraints(&mut models);
    models
}

fn names(
    table: &Table,
    style: &Style,
    types: &mut BTreeSet<String>,
    modules: &mut BTreeSet<String>,
) -> (String, String) {
    let own = &table.name.name;
    let of = if style.is_diesels { name::without_s(own) } else { name::singular(own) };
    let ident = name::not_taken(name::camel(&of, "Table"));
    let ident = free_type(ident, table.name.schema.as_deref(), types);
    let module = name::module(own);
    let module = match &table.name.schema {
        Some(schema) if modules.contains(&module.to_lowercase()) => {
            format!("{}_{module}", name::snake(schema))
        }
        _ => module,
    };
    (ident, name::free_with(module, modules, "_"))
}

/// A type whose name is taken is told apart by its namespace.
fn free_type(ident: String, schema: Option<&str>, types: &mut BTreeSet<String>) -> String {
    let ident = match schema {
        Some(schema) if types.contains(&ident.to_lowercase()) => {
            format!("{}{ident}", name::camel(schema, "Schema"))
        }
        _ => ident,
    };
    name::free(ident, types)
}

fn model(
    schema: &Schema,
    table: &Table,
    ident: String,
    module: String,
    style: &Style,
    dialect: &dyn Dialect,
) -> Model {
    let mut idents = BTreeSet::from([module.clone()]);
    let lexis = &dialect.session().lexis;
    let fields: Vec<Field> = table
        .columns
        .iter()
        .map(|column| {
            let mut types: Vec<FieldType> = style.mapped(column).into_iter().collect();
            types.extend(dialect.field_types(schema, table, column));
            let sql = column.default.as_ref().and_then(|default| default.sql());
            let defaults = sql.map(|sql| defaults(sql, &types[0], lexis)).unwrap_or_default();
            Field {
                column: column.clone(),
                ident: name::free_with(name::field(&column.name), &mut idents, "_"),
                types,
                chosen: 0,
                defaults,
                chosen_default: 0,
                is_counted: dialect.is_counted(table, column),
                enumeration: None,
            }
        })
        .collect();
    let implied: Vec<&String> = fields.iter().flat_map(|field| &field.ty().implies).collect();
    let served = dialect.serving_indexes(table);
    let inherited = &table.inherited;
    let mut uniques: Vec<Named<_>> = table.uniques.iter().cloned().map(unnamed).collect();
    let mut indexes = Vec::new();
    for index in &table.indexes {
        if served.contains(&index.name) || inherited.index(&index.name) {
            continue;
        }
        match dialect.as_unique(index) {
            Some(unique) => uniques.push(unnamed(unique)),
            None => indexes.push(unnamed(index.clone())),
        }
    }
    let keys = table
        .foreign_keys
        .iter()
        .map(|object| {
            let parent = schema.table(&object.references);
            let referenced = match (object.referenced_columns.is_empty(), parent) {
                (true, Some(parent)) => key_columns(parent),
                _ => object.referenced_columns.clone(),
            };
            let mut said = object.clone();
            if dialect.capabilities().restrict_is_no_action {
                for action in [&mut said.on_delete, &mut said.on_update] {
                    if *action == ReferentialAction::Restrict {
                        *action = ReferentialAction::NoAction;
                    }
                }
            }
            Key {
                on_delete: said.on_delete,
                on_update: said.on_update,
                object: object.clone(),
                referenced,
                name: naming::foreign_key(&table.name.name, &object.columns),
                join: true,
                relation: None,
                reverse: None,
            }
        })
        .collect();
    let checks = table
        .checks
        .iter()
        .filter(|check| !implied.contains(&&check.expression))
        .filter(|check| !inherited.constraint(check.name.as_ref()))
        .cloned()
        .map(unnamed)
        .collect();
    Model {
        exclusions: table.exclusions.iter().cloned().map(unnamed).collect(),
        table: table.clone(),
        ident,
        module,
        new: None,
        changes: None,
        fields,
        uniques,
        keys,
        checks,
        indexes,
        options: table_options(schema, table),
        keeps: Vec::new(),
        remarks: partitions(schema, table),
        notes: Vec::new(),
    }
}

/// The options of a table, without those that are the same nearly everywhere: what the server sets by
/// itself.
fn table_options(schema: &Schema, table: &Table) -> BTreeMap<String, String> {
    const USUAL: [&str; 4] = ["charset", "collation", "engine", "row_format"];
    let is_usual = |key: &str, value: &str| {
        let same = |t: &&Table| t.options.get(key).is_some_and(|other| other == value);
        let count = schema.tables.iter().filter(same).count();
        USUAL.contains(&key) && count * 2 > schema.tables.len()
    };
    let own = table.options.iter().filter(|(key, value)| !is_usual(key, value));
    own.map(|(key, value)| (key.clone(), value.clone())).collect()
}

/// What is said of the partitions of a table.
fn partitions(schema: &Schema, table: &Table) -> Vec<String> {
    let is_part =
        |t: &&Table| t.partition_of.as_ref().is_some_and(|place| place.parent == table.name);
    let parts: Vec<String> =
        schema.tables.iter().filter(is_part).map(|t| t.name.to_string()).collect();
    let key = table.partitioning.as_ref().map(|partitioning| &partitioning.key);
    let divided = key.map(|key| {
        format!(
            "Its rows are divided by {key}; the partitions stay as they are: {}",
            parts.join(", ")
        )
    });
    divided.into_iter().collect()
}

pub fn unnamed<T>(object: T) -> Named<T> {
    Named { object, name: String::new(), is_written: false }
}

/// The columns of a table's key.
pub fn key_columns(table: &Table) -> Vec<String> {
    let key = table.primary_key.iter().flat_map(|key| &key.columns);
    key.map(|column| column.name.clone()).collect()
}

/// Gives each constraint and index the name that the derive would give it, or another one where that
/// is taken: names differ within a namespace, tables included.
pub fn name_constraints(models: &mut Models) {
    let mut taken: BTreeSet<(Option<String>, String)> = models
        .models
        .iter()
        .map(|model| (model.table.name.schema.clone(), model.table.name.name.to_lowercase()))
        .collect();
    for model in &models.models {
        let schema = model.table.name.schema.clone();
        taken.insert((schema.clone(), naming::primary_key(&model.table.name.name).to_lowercase()));
        taken.extend(model.keys.iter().map(|key| (schema.clone(), key.name.to_lowercase())));
    }
    for model in &mut models.models {
        let table = model.table.name.name.clone();
        let schema = model.table.name.schema.clone();
        let mut name = |conventional: String| {
            let mut found = conventional.clone();
            for number in 2.. {
                if taken.insert((schema.clone(), found.to_lowercase())) {
                    break;
                }
                found = naming::fit(format!("{conventional}_{number}"));
            }
            let is_written = found != conventional;
            (found, is_written)
        };
        let columns: Vec<String> = model.fields.iter().map(|f| f.column.name.clone()).collect();
        for unique in &mut model.uniques {
            let of: Vec<&String> = unique.object.columns.iter().map(|c| &c.name).collect();
            (unique.name, unique.is_written) = name(naming::unique(&table, &of));
        }
        // An enumeration of a column that writes it out is a check of this name on SQLite.
        for field in &model.fields {
            if matches!(field.ty().rust, RustType::Values(_)) {
                name(naming::check(&table, &field.column.name));
            }
        }
        for check in &mut model.checks {
            let subject = naming::subject(&check.object.expression, &columns);
            (check.name, check.is_written) = name(naming::check(&table, &subject));
        }
        for exclusion in &mut model.exclusions {
            let definition = exclusion.object.definition.trim_start_matches("EXCLUDE").trim();
            let subject = naming::subject(definition, &columns);
            (exclusion.name, exclusion.is_written) = name(naming::exclusion(&table, &subject));
        }
        for index in &mut model.indexes {
            let of: Vec<String> = index
                .object
                .columns
                .iter()
                .map(|part| match &part.target {
                    IndexTarget::Column(column) => column.clone(),
                    IndexTarget::Expression(text) => naming::hash(text),
                })
                .collect();
            (index.name, index.is_written) = name(naming::index(&table, &of));
        }
    }
}

/// Names the enumerations and the types that nobody knows, of the types that are taken.
pub fn name_types(models: &mut Models, schema: &Schema) {
    let mut types: BTreeSet<String> =
        models.all().flat_map(|model| generated(&model.ident)).collect();
    let mut names: BTreeSet<QualifiedName> = schema.enums.iter().map(|e| e.name.clone()).collect();
    let mut enumerations: BTreeMap<QualifiedName, Enumeration> = BTreeMap::new();
    let mut unknown: BTreeMap<QualifiedName, UnknownType> = BTreeMap::new();
    for model in models.all_mut() {
        for field in &mut model.fields {
            let column = field.column.clone();
            let rust = inner(&field.ty().rust).clone();
            field.enumeration = None;
            match rust {
                RustType::Enumeration(of) => {
                    field.enumeration = Some(of.clone());
                    let Some(found) = schema.enumeration(&of) else { continue };
                    enumerations.entry(of).or_insert_with_key(|of| {
                        let ident = name::not_taken(name::camel(&of.name, "Type"));
                        let ident = free_type(ident, of.schema.as_deref(), &mut types);
                        enumeration(found.clone(), ident)
                    });
                }
                RustType::Values(values) => {
                    let ident = format!("{}{}", model.ident, name::camel(&column.name, "Column"));
                    let ident = free_type(name::not_taken(ident), None, &mut types);
                    let mut of = QualifiedName::new(ident.to_snake_case());
                    while !names.insert(of.clone()) {
                        of.name.push('_');
                    }
                    let value = |name: String| EnumValue { name, renamed_from: None };
                    let values = values.into_iter().map(value).collect();
                    let ty = EnumType { name: of.clone(), values, renamed_from: None };
                    field.enumeration = Some(of.clone());
                    enumerations.insert(of, enumeration(ty, ident));
                }
                RustType::Unknown(of) => {
                    unknown.entry(of).or_insert_with_key(|of| {
                        let ident = name::not_taken(name::camel(&of.name, "Type"));
                        let ident = free_type(ident, of.schema.as_deref(), &mut types);
                        let sql_type = name::free(format!("{ident}SqlType"), &mut types);
                        UnknownType { name: of.clone(), ident, sql_type }
                    });
                }
                RustType::Named(_) | RustType::List(_) => {}
            }
        }
    }
    models.enumerations = enumerations.into_values().collect();
    models.unknown_types = unknown.into_values().collect();
}

/// What the derive makes beside a struct, in lower case.
fn generated(ident: &str) -> [String; 4] {
    let lower = ident.to_lowercase();
    [format!("new{lower}"), format!("new{lower}builder"), format!("{lower}changes"), lower]
}

/// The type of the elements of a list, or the type itself.
pub fn inner(rust: &RustType) -> &RustType {
    match rust {
        RustType::List(element) => inner(element),
        other => other,
    }
}

fn enumeration(of: EnumType, ident: String) -> Enumeration {
    let mut taken = BTreeSet::new();
    let variants = of
        .values
        .iter()
        .map(|value| {
            let variant = match name::camel(&value.name, "Value") {
                variant if variant == "Self" => "SelfValue".to_owned(),
                variant => variant,
            };
            name::free(variant, &mut taken)
        })
        .collect();
    Enumeration { of, ident, variants }
}

/// Gives the names that the derive makes others where they would be those of something else.
pub fn name_generated(models: &mut Models) {
    let mut taken: BTreeSet<String> = models.all().map(|m| m.ident.to_lowercase()).collect();
    taken.extend(models.enumerations.iter().map(|e| e.ident.to_lowercase()));
    let unknown = models.unknown_types.iter().flat_map(|u| [&u.ident, &u.sql_type]);
    taken.extend(unknown.map(|ident| ident.to_lowercase()));
    for model in &mut models.models {
        let new = format!("New{}", model.ident);
        let (lower, builder) = (new.to_lowercase(), format!("{new}Builder").to_lowercase());
        if taken.contains(&lower) || taken.contains(&builder) {
            let other = name::free(format!("{}Insert", model.ident), &mut taken);
            taken.insert(format!("{other}Builder").to_lowercase());
            model.new = Some(other);
        } else {
            taken.extend([lower, builder]);
        }
        let changes = format!("{}Changes", model.ident);
        if !taken.insert(changes.to_lowercase()) {
            model.changes = Some(name::free(format!("{}Update", model.ident), &mut taken));
        }
    }
    super::relations::name(models, &mut taken);
}
