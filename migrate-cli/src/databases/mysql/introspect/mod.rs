//! MariaDB and MySQL: `information_schema`, read in bulk.
//!
//! The physical form. Every unique key is an index, since here the two are one thing. A column's
//! character set and collation are given only where they are not the table's. A check that belongs
//! to a column has no name of its own (MariaDB shows it under the column's). The counter of
//! AUTO_INCREMENT is data, not schema.

mod catalog;
mod column;
mod expression;
mod key;
mod objects;
mod row;
mod sequence;
mod table;

use model_core::schema::Schema;

use self::catalog::Catalog;
use self::table::Tables;
use crate::database::Connection;
use crate::dialect::{SchemaError, Scope};

/// Reads the whole schema of a MariaDB/MySQL database.
pub fn introspect(database: &mut dyn Connection, scope: &Scope) -> Result<Schema, SchemaError> {
    Ok(assemble(&Catalog::read(database)?, scope))
}

fn assemble(catalog: &Catalog, scope: &Scope) -> Schema {
    let mut tables: Tables = catalog
        .tables
        .iter()
        .filter(|row| row.is_base() && !scope.ignores(&row.table_name))
        .map(|row| (row.table_name.clone(), table::read(catalog, row)))
        .collect();
    column::read(catalog, &mut tables);
    key::read(catalog, &mut tables);
    let mut schema = Schema {
        complete: true,
        server: Some(catalog.server.clone()),
        sequences: sequence::read(catalog, scope),
        objects: objects::read(&catalog.objects, &catalog.database, tables.values()),
        tables: tables.into_values().collect(),
        ..Schema::default()
    };
    schema.sort();
    schema
}
