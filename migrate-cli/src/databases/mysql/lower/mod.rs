//! A logical schema in MariaDB's and MySQL's own words, and those words in the server's spelling.

mod types;

use model_core::schema::{
    Column, ColumnType, DefaultValue, Deferrable, EnumType, ForeignKey, Identity, Index,
    IndexColumn, IndexTarget, LogicalType, Schema, Table,
};

use super::options::TableOptions;
use super::serving_index::{index_of, serves};
use crate::dialect::SchemaError;

/// A logical schema in MariaDB/MySQL's own words.
pub fn lower(logical: Schema) -> Result<Schema, SchemaError> {
    let mut schema = logical;
    let enums = std::mem::take(&mut schema.enums);
    for table in &mut schema.tables {
        lower_table(table, &enums)?;
    }
    schema.sort();
    Ok(schema)
}

fn lower_table(table: &mut Table, enums: &[EnumType]) -> Result<(), SchemaError> {
    refuse_what_it_lacks(table)?;
    let mut options = TableOptions::read(&table.options);
    // A collation says which character set it is of.
    if options.collation.is_some() {
        options.charset = None;
    }
    table.options = options.into_map();
    // A unique constraint and a unique index are one thing here, and a primary key has no name.
    for unique in std::mem::take(&mut table.uniques) {
        let columns = unique.columns.iter().map(|c| IndexColumn {
            order: c.order,
            prefix: c.prefix,
            ..IndexColumn::new(&c.name)
        });
        table.indexes.push(Index {
            name: unique.name.clone().unwrap_or_else(|| default_name(&unique.columns[..])),
            columns: columns.collect(),
            unique: true,
            renamed_from: unique.renamed_from.clone(),
            ..Index::default()
        });
    }
    if let Some(key) = &mut table.primary_key {
        key.name = None;
    }
    // Rows that were there before are always looked at here.
    for key in &mut table.foreign_keys {
        key.not_valid = false;
    }
    for check in &mut table.checks {
        check.not_valid = false;
        check.no_inherit = false;
        if check.name.is_some() {
            check.column = None;
        }
    }
    for index in &mut table.indexes {
        index.method = index.method.take().map(|m| m.to_ascii_uppercase()).filter(|m| m != "BTREE");
    }
    let keys: Vec<ForeignKey> = table.foreign_keys.clone();
    for key in &keys {
        if !is_served(table, key) {
            table.indexes.push(index_of(key));
        }
    }
    let in_key: Vec<bool> = table.columns.iter().map(|c| is_in_key(table, &c.name)).collect();
    let name = table.name.to_string();
    for (column, in_key) in table.columns.iter_mut().zip(in_key) {
        lower_column(&name, column, in_key, enums)?;
    }
    Ok(())
}

fn lower_column(
    table: &str,
    column: &mut Column,
    in_key: bool,
    enums: &[EnumType],
) -> Result<(), SchemaError> {
    let object = format!("column {table}.{}", column.name);
    if let ColumnType::Logical(LogicalType::Enum(name)) = &column.ty
        && let Some(found) = enums.iter().find(|e| &e.name == name)
    {
        column.renamed_values = found.renamed_values();
    }
    let native = match &column.ty {
        ColumnType::Logical(ty) => types::native(ty, in_key, enums, &object)?,
        ColumnType::Native(text) => text.clone(),
    };
    column.default =
        column.default.take().map(|value| DefaultValue::Sql(types::default(&value, &native)));
    if !column.identity.is_none() {
        if !native.to_ascii_lowercase().contains("int") {
            return Err(SchemaError::Unsupported {
                object,
                problem: format!("is a {native}, which the database can't count up by itself"),
                advice: "make it an integer, or write `auto = false`".to_owned(),
            });
        }
        column.identity = Identity::AutoIncrement;
    }
    column.ty = ColumnType::Native(native);
    Ok(())
}

/// The name that the server would give.
fn default_name(columns: &[model_core::schema::KeyColumn]) -> String {
    columns.first().map(|c| c.name.clone()).unwrap_or_default()
}

fn is_in_key(table: &Table, column: &str) -> bool {
    let in_primary = table.primary_key.iter().flat_map(|k| &k.columns).any(|c| c.name == column);
    let ordered = table.indexes.iter().filter(|i| i.method.as_deref() != Some("FULLTEXT"));
    let in_index = ordered
        .flat_map(|i| &i.columns)
        .any(|c| c.prefix.is_none() && c.target == IndexTarget::Column(column.to_owned()));
    let in_foreign = table.foreign_keys.iter().flat_map(|k| &k.columns).any(|c| c == column);
    in_primary || in_index || in_foreign
}

/// Whether some key or index begins with the columns of a foreign key; otherwise the server makes
/// one by itself.
fn is_served(table: &Table, key: &ForeignKey) -> bool {
    let primary = table.primary_key.iter().any(|p| {
        p.columns.len() >= key.columns.len()
            && p.columns.iter().zip(&key.columns).all(|(c, name)| &c.name == name)
    });
    primary || table.indexes.iter().any(|index| serves(index, key))
}

fn refuse_what_it_lacks(table: &Table) -> Result<(), SchemaError> {
    let unsupported = |object: String, problem: &str, advice: &str| {
        Err(SchemaError::Unsupported { object, problem: problem.into(), advice: advice.into() })
    };
    let own = &table.name;
    if let Some(exclusion) = table.exclusions.first() {
        return unsupported(
            format!("exclusion {} on {own}", exclusion.name),
            "is something that only PostgreSQL has",
            "leave it out for this database",
        );
    }
    if let Some(index) = table.indexes.iter().find(|i| i.predicate.is_some()) {
        return unsupported(
            format!("index {} on {own}", index.name),
            "is partial, and MariaDB and MySQL have no partial indexes",
            "leave out its condition, or index a generated column",
        );
    }
    let deferred_key = table.foreign_keys.iter().find(|k| k.deferrable != Deferrable::No);
    let deferred_unique = table.uniques.iter().find(|u| u.deferrable != Deferrable::No);
    let deferred = deferred_key.map(|k| &k.name).or_else(|| deferred_unique.map(|u| &u.name));
    if let Some(name) = deferred {
        return unsupported(
            format!("constraint {} on {own}", name.as_deref().unwrap_or("(unnamed)")),
            "is deferrable, and MariaDB and MySQL look at every constraint at once",
            "leave out `deferrable` for this database",
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use model_core::schema::{KeyColumn, LogicalType, QualifiedName, Unique};

    use super::*;

    fn text(name: &str) -> Column {
        Column::new(name, ColumnType::Logical(LogicalType::Text { max_length: None }))
    }

    fn lowered(table: Table) -> Table {
        let schema = Schema { tables: vec![table], ..Schema::default() };
        lower(schema).unwrap_or_default().tables.remove(0)
    }

    #[test]
    fn a_text_in_a_key_gets_a_length() {
        let mut table = Table::new("t");
        table.columns = vec![text("a"), text("b")];
        table.uniques.push(Unique {
            name: Some("uq_t_a".into()),
            columns: vec![KeyColumn::new("a")],
            ..Unique::default()
        });
        let table = lowered(table);
        assert_eq!(table.columns[0].ty.native(), Some("varchar(255)"));
        assert_eq!(table.columns[1].ty.native(), Some("text"));
        assert_eq!((table.indexes[0].name.as_str(), table.indexes[0].unique), ("uq_t_a", true));
        assert!(table.uniques.is_empty());
    }

    #[test]
    fn a_foreign_key_has_an_index() {
        let mut table = Table::new("t");
        table.columns = vec![Column::new("p_id", ColumnType::Logical(LogicalType::Integer))];
        table.foreign_keys.push(ForeignKey {
            name: Some("fk_t_p_id".into()),
            columns: vec!["p_id".into()],
            references: QualifiedName::new("p"),
            referenced_columns: vec!["id".into()],
            ..ForeignKey::default()
        });
        let served = {
            let mut table = table.clone();
            let columns = vec![IndexColumn::new("p_id"), IndexColumn::new("x")];
            table.indexes.push(Index { name: "mine".into(), columns, ..Index::default() });
            lowered(table)
        };
        assert_eq!(lowered(table).indexes[0].name, "fk_t_p_id");
        assert_eq!(served.indexes.len(), 1);
    }
}
