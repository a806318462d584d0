//! Puts the answers about tables together.

use std::collections::BTreeMap;

use model_core::schema::{
    Check, Column, ColumnType, Computed, ConstraintIndex, DefaultValue, Deferrable, Exclusion,
    ForeignKey, Identity, Index, IndexColumn, IndexTarget, InheritedObject, KeyColumn, NotNull,
    NullsOrder, PrimaryKey, QualifiedName, ReferentialAction, Schema, SortOrder, Table, Unique,
};

use super::inheritance::{self, Family};
use super::names::{is_ignored, name_in};
use super::numbers::Numbers;
use super::objects::UnmanagedTable;
use super::rows::{ColumnRow, ConstraintRow, IndexPartRow, IndexRow, SequenceRow, TableRow};
use super::sequences::{Counter, counters, draws, sorted};
use crate::databases::postgres::expressions::{reversible, stable};
use crate::databases::postgres::names;
use crate::databases::postgres::options::{
    COLUMN_PARAMETERS, ColumnOptions, IndexOptions, TableOptions, read_parameters,
};
use crate::databases::postgres::quote::literal;
use crate::dialect::Scope;

/// `pg_index.indoption`
const DESCENDING: i16 = 1;
const NULLS_FIRST: i16 = 2;

pub struct Answers {
    pub tables: Vec<TableRow>,
    pub columns: Vec<ColumnRow>,
    pub constraints: Vec<ConstraintRow>,
    pub indexes: Vec<IndexRow>,
    pub index_parts: Vec<IndexPartRow>,
    pub sequences: Vec<SequenceRow>,
}

pub fn assemble(answers: Answers, default: &str, scope: &Scope) -> Schema {
    let mut schema = Schema::default();
    let mut tables: BTreeMap<u32, Table> = BTreeMap::new();
    let mut seen: BTreeMap<u32, (QualifiedName, UnmanagedTable)> = BTreeMap::new();
    let family = Family::read(&answers.tables, default, scope);
    for row in answers.tables {
        let name = name_in(default, &row.schema, &row.name);
        if is_ignored(&name, scope) {
            continue;
        }
        let id = row.id;
        if family.is_table(&name) {
            let mut table = table(name, row);
            family.place(&mut table);
            tables.insert(id, table);
        } else {
            seen.insert(id, (name, UnmanagedTable::default()));
        }
    }
    let numbers = Numbers::read(&answers.columns);
    let inherited_columns = inheritance::columns(&answers.columns);
    let mut counters = counters(answers.sequences, default, &mut schema);
    for row in answers.columns {
        if let Some((_, table)) = seen.get_mut(&row.table) {
            table.column(&row);
        }
        if let Some(table) = tables.get_mut(&row.table) {
            let name = &table.name;
            let mut owned = match counters.get_mut(name) {
                Some(of_table) => of_table.remove(&row.name).unwrap_or_default(),
                None => Vec::new(),
            };
            // A column may own several, and draws from one.
            let own = owned.iter().position(|counter| draws(&row, counter, name));
            let counter = own.map(|place| owned.remove(place));
            schema.sequences.extend(owned.into_iter().map(|counter| counter.sequence));
            let column = column(row, counter, name);
            table.columns.push(column);
        }
    }
    // Sequences of tables that are only seen go with them.
    let (of_partitions, constraints): (Vec<ConstraintRow>, Vec<ConstraintRow>) =
        answers.constraints.into_iter().partition(|row| row.of_partition);
    for row in constraints {
        if let Some((_, table)) = seen.get_mut(&row.table) {
            table.constraint(&row, &numbers, default);
        }
        if let Some(table) = tables.get_mut(&row.table) {
            add_constraint(table, row, &numbers, default);
        }
    }
    let mut parts: BTreeMap<u32, Vec<IndexPartRow>> = BTreeMap::new();
    for part in answers.index_parts {
        parts.entry(part.index).or_default().push(part);
    }
    for row in answers.indexes {
        if let Some(table) = tables.get_mut(&row.table) {
            if let Some(of) = row.parents_name.clone() {
                let place = InheritedObject { of, merged: false };
                table.inherited.indexes.insert(row.name.clone(), place);
            }
            let unusual = parts.remove(&row.id).unwrap_or_default();
            table.indexes.push(index(row, unusual, &numbers));
        }
    }
    inheritance::mark(&mut tables, &inherited_columns);
    inheritance::name_partitions(&mut tables, of_partitions, default);
    schema.objects.extend(seen.into_values().map(|(name, table)| table.object(name)));
    schema.tables = tables.into_values().collect();
    schema
}

fn table(name: QualifiedName, row: TableRow) -> Table {
    let grants = sorted(row.grants);
    let mut table = Table { name, comment: row.comment, grants, ..Table::default() };
    let options = TableOptions {
        unlogged: row.unlogged,
        row_security: row.row_security,
        forces_row_security: row.forces_row_security,
        replica_identity: match row.replica_identity.as_str() {
            "f" => Some("full".to_owned()),
            "n" => Some("nothing".to_owned()),
            _ => None,
        },
        parameters: parameters(row.options),
    };
    options.write(&mut table);
    table
}

fn parameters(list: Option<Vec<String>>) -> BTreeMap<String, String> {
    read_parameters(&list.unwrap_or_default()).collect()
}

/// The column, with the sequence that it counts by.
fn column(row: ColumnRow, counter: Option<Counter>, table: &QualifiedName) -> Column {
    let mut column = Column::new(row.name, ColumnType::Native(row.ty));
    column.nullable = row.nullable;
    column.collation = row.collation;
    column.comment = row.comment;
    let storage = row.storage.map(|code| match code.as_str() {
        "p" => "plain".to_owned(),
        "e" => "external".to_owned(),
        "m" => "main".to_owned(),
        _ => "extended".to_owned(),
    });
    let compression = row.compression.map(|code| match code.as_str() {
        "l" => "lz4".to_owned(),
        _ => "pglz".to_owned(),
    });
    let is_identity = matches!(row.identity.as_str(), "a" | "d");
    let own = counter.as_ref().filter(|_| is_identity).map(|c| c.sequence.name.name.clone());
    let sequence = own.filter(|own| *own != names::sequence(&table.name, &column.name));
    let mut set = parameters(row.parameters);
    set.retain(|name, _| COLUMN_PARAMETERS.contains(&name.as_str()));
    let statistics = row.statistics;
    let options = ColumnOptions { storage, compression, sequence, statistics, parameters: set };
    options.write(&mut column);
    match counter.map(|counter| counter.sequence) {
        Some(sequence) if is_identity => {
            column.identity =
                Identity::Standard { always: row.identity == "a", options: sequence.options };
        }
        Some(sequence) => {
            column.identity =
                Identity::Serial { sequence: sequence.name.name, options: sequence.options };
            return column;
        }
        None => {}
    }
    match (row.expression, row.generated.is_empty()) {
        (Some(text), true) => column.default = Some(DefaultValue::Sql(text)),
        (Some(text), false) => {
            column.computed =
                Some(Computed { expression: stable(&text), stored: row.generated == "s" });
        }
        (None, _) => {}
    }
    column
}

fn add_constraint(table: &mut Table, row: ConstraintRow, numbers: &Numbers, default: &str) {
    if let Some(of) = row.parents_name {
        let place = InheritedObject { of, merged: row.local };
        table.inherited.constraints.insert(row.name.clone(), place);
    }
    let deferrable = match (row.deferrable, row.deferred) {
        (false, _) => Deferrable::No,
        (true, false) => Deferrable::Immediate,
        (true, true) => Deferrable::Deferred,
    };
    let names = |of: &Option<Vec<i16>>| numbers.names(row.table, of.as_deref());
    let columns = names(&row.columns);
    let include = names(&row.include);
    let key_columns = || columns.iter().map(KeyColumn::new).collect();
    let index = ConstraintIndex {
        parameters: read_parameters(&row.index_options.unwrap_or_default()).collect(),
        comment: row.index_comment,
        clustered: row.clustered,
        replica_identity: row.replica_identity,
    };
    let comment = row.comment;
    if row.kind == "x" {
        let definition = reversible(&row.definition.unwrap_or_default());
        table.exclusions.push(Exclusion { name: row.name, definition, comment, index });
        return;
    }
    let name = Some(row.name);
    match row.kind.as_str() {
        "p" => {
            table.primary_key = Some(PrimaryKey {
                name,
                columns: key_columns(),
                without_overlaps: row.period,
                include,
                deferrable,
                on_conflict: None,
                comment,
                index,
            });
        }
        "u" => table.uniques.push(Unique {
            name,
            columns: key_columns(),
            without_overlaps: row.period,
            include,
            nulls_not_distinct: row.nulls_not_distinct,
            deferrable,
            comment,
            index,
            ..Unique::default()
        }),
        "f" => table.foreign_keys.push(ForeignKey {
            name,
            columns,
            references: match (row.parent_schema, row.parent) {
                (Some(schema), Some(parent)) => name_in(default, &schema, &parent),
                _ => QualifiedName::default(),
            },
            referenced_columns: numbers.names(row.parent_table, row.parent_columns.as_deref()),
            period: row.period,
            on_delete: action(&row.on_delete),
            on_delete_columns: names(&row.on_delete_columns),
            on_update: action(&row.on_update),
            deferrable,
            match_full: row.match_full,
            not_valid: row.not_valid,
            not_enforced: row.not_enforced,
            comment,
            ..ForeignKey::default()
        }),
        "c" => table.checks.push(Check {
            name,
            expression: stable(&row.expression.unwrap_or_default()),
            no_inherit: row.no_inherit,
            not_valid: row.not_valid,
            not_enforced: row.not_enforced,
            comment,
            ..Check::default()
        }),
        "n" => {
            let column = table.columns.iter_mut().find(|c| columns.contains(&c.name));
            if let (Some(column), Some(name)) = (column, name) {
                column.not_null = Some(NotNull {
                    name,
                    no_inherit: row.no_inherit,
                    not_valid: row.not_valid,
                    comment,
                });
            }
        }
        // Triggers of constraints and whatever a later version has are no part of a table.
        _ => {}
    }
}

fn action(code: &str) -> ReferentialAction {
    match code {
        "r" => ReferentialAction::Restrict,
        "c" => ReferentialAction::Cascade,
        "n" => ReferentialAction::SetNull,
        "d" => ReferentialAction::SetDefault,
        _ => ReferentialAction::NoAction,
    }
}

fn index(row: IndexRow, unusual: Vec<IndexPartRow>, numbers: &Numbers) -> Index {
    let mut index = Index {
        name: row.name,
        unique: row.unique,
        nulls_not_distinct: row.nulls_not_distinct,
        method: (row.method != "btree").then_some(row.method),
        definition: Some(row.definition),
        predicate: row.predicate.as_deref().map(stable),
        comment: row.comment,
        clustered: row.clustered,
        replica_identity: row.replica_identity,
        ..Index::default()
    };
    let mut options = IndexOptions {
        invalid: !row.valid,
        parameters: parameters(row.options),
        ..IndexOptions::default()
    };
    let mut unusual: BTreeMap<i16, IndexPartRow> =
        unusual.into_iter().map(|part| (part.place, part)).collect();
    for (place, (column, number)) in (1..).zip(row.columns.iter().enumerate()) {
        let part = unusual.remove(&place).unwrap_or_default();
        options.statistics.extend(part.statistics.map(|target| (column + 1, target)));
        let name = numbers.name(row.table, *number);
        let Some(bits) = row.bits.get(column) else {
            index.include.extend(name);
            continue;
        };
        let target = match name {
            Some(column) => IndexTarget::Column(column),
            None => IndexTarget::Expression(stable(&part.expression.unwrap_or_default())),
        };
        let descending = bits & DESCENDING != 0;
        let nulls_first = bits & NULLS_FIRST != 0;
        let class_options = part.class_options.unwrap_or_default();
        index.columns.push(IndexColumn {
            target,
            order: if descending { SortOrder::Descending } else { SortOrder::Ascending },
            nulls: match (descending, nulls_first) {
                (false, true) => Some(NullsOrder::First),
                (true, false) => Some(NullsOrder::Last),
                _ => None,
            },
            collation: part.collation,
            operator_class: part.class.map(|class| operator_class(class, &class_options)),
            prefix: None,
        });
    }
    options.write(&mut index);
    index
}

/// `gist_trgm_ops (siglen='32')`
fn operator_class(class: String, options: &[String]) -> String {
    if options.is_empty() {
        return class;
    }
    let options = read_parameters(options);
    let options: Vec<String> =
        options.map(|(name, value)| format!("{name}={}", literal(&value))).collect();
    format!("{class} ({})", options.join(", "))
}
