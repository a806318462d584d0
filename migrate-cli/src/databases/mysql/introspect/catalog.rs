//! The questions: a fixed number for the whole database, whatever stands in it, and one more for
//! every ten thousand tables.

use std::collections::BTreeMap;

use model_core::schema::QualifiedName;

use super::objects::ObjectCatalog;
use super::row::{Answer, Filled, answer, ask};
use crate::database::{Connection, DatabaseError};
use crate::databases::mysql::flavour::Flavour;
use crate::databases::mysql::quote::{literal, quote};
use crate::databases::mysql::show_create::{self, ShownTable};
use crate::databases::mysql::statement::Statement;
use crate::plan::Statement as _;

/// The catalog's answers, a row a thing, each in the catalog's own spelling.
#[derive(Debug, Clone)]
pub struct Catalog {
    pub flavour: Flavour,
    /// The server, as it names itself.
    pub server: String,
    /// The database that the connection is in.
    pub database: String,
    pub tables: Vec<TableRow>,
    pub columns: Vec<ColumnRow>,
    pub indexes: Vec<IndexRow>,
    pub foreign_keys: Vec<ForeignKeyRow>,
    pub foreign_key_columns: Vec<ForeignKeyColumnRow>,
    pub checks: Vec<CheckRow>,
    /// The tables again, as statements: what the catalog does not tell or tells wrongly.
    pub statements: BTreeMap<String, ShownTable>,
    pub sequences: Vec<SequenceRow>,
    pub objects: ObjectCatalog,
}

answer! {
    /// A table, view or sequence.
    TableRow {
        table_name: String,
        table_type: String,
        engine: Filled,
        table_collation: Filled,
        create_options: String,
        table_comment: Filled,
    }
}

impl TableRow {
    /// Whether it holds rows of its own.
    pub fn is_base(&self) -> bool {
        matches!(self.table_type.as_str(), "BASE TABLE" | "SYSTEM VERSIONED")
    }
}

answer! {
    /// A column of any of them.
    ColumnRow {
        table_name: String,
        column_name: String,
        column_type: String,
        is_nullable: String,
        column_default: Option<String>,
        extra: String,
        character_set_name: Filled,
        collation_name: Filled,
        column_comment: Filled,
        generation_expression: Filled,
        data_type: String,
    }
}

answer! {
    /// A part of an index.
    IndexRow {
        table_name: String,
        index_name: String,
        non_unique: bool,
        column_name: String,
        collation: Option<String>,
        sub_part: Option<u32>,
        index_type: String,
        index_comment: Filled,
        ordered_expression: Option<String>,
        is_hidden: bool,
    }
}

answer! {
    /// A foreign key.
    ForeignKeyRow {
        table_name: String,
        constraint_name: String,
        update_rule: String,
        delete_rule: String,
    }
}

answer! {
    /// A column of a foreign key.
    ForeignKeyColumnRow {
        table_name: String,
        constraint_name: String,
        column_name: String,
        referenced_table_schema: String,
        referenced_table_name: String,
        referenced_column_name: String,
    }
}

answer! {
    /// A check.
    CheckRow {
        table_name: String,
        constraint_name: String,
        level: String,
        check_clause: String,
        enforced: String,
    }
}

answer! {
    /// What `SHOW CREATE TABLE` says.
    CreateTableRow {
        table_name: String,
        statement: String,
    }
}

answer! {
    /// A sequence of MariaDB.
    SequenceRow {
        sequence_name: String,
        start_value: i64,
        minimum_value: i64,
        maximum_value: i64,
        increment: i64,
        cache_size: i64,
        cycle_option: bool,
    }
}

answer! {
    /// Which server it is, and which of its databases.
    SessionRow {
        server: String,
        own_database: Option<String>,
    }
}

const SESSION: &str = "(SELECT VERSION() AS server, DATABASE() AS own_database) AS q";

const TABLES: &str = "information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1";

const COLUMNS: &str =
    "information_schema.columns WHERE table_schema = DATABASE() ORDER BY 1, ordinal_position";

const FOREIGN_KEYS: &str = "information_schema.referential_constraints \
     WHERE constraint_schema = DATABASE() ORDER BY 1, 2";

const FOREIGN_KEY_COLUMNS: &str = "information_schema.key_column_usage \
     WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL \
     ORDER BY 1, 2, ordinal_position";

impl Catalog {
    /// Asks everything. The session is left as it was found.
    pub fn read(database: &mut dyn Connection) -> Result<Self, DatabaseError> {
        // ANSI_QUOTES and the like change how the server prints expressions.
        database.execute("SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = ''")?;
        let catalog = Self::ask(database);
        database.execute("SET SESSION sql_mode = @migrate_sql_mode")?;
        catalog
    }

    fn ask(database: &mut dyn Connection) -> Result<Self, DatabaseError> {
        let session: SessionRow = ask(database, SESSION)?.into_iter().next().unwrap_or_default();
        let Some(own_database) = session.own_database else {
            return Err(DatabaseError::Answer(
                "the URL names no database; write mysql://USER@HOST/NAME".to_owned(),
            ));
        };
        let flavour = Flavour::parse(&session.server);
        let tables: Vec<TableRow> = ask(database, TABLES)?;
        let sequences = match sequences_question(&tables) {
            Some(question) => ask(database, &question)?,
            None => Vec::new(),
        };
        let checks = match checks_question(flavour) {
            Some(question) => ask(database, question)?,
            None => Vec::new(),
        };
        Ok(Self {
            flavour,
            server: session.server,
            database: own_database,
            columns: ask(database, COLUMNS)?,
            indexes: ask(database, &indexes_question(flavour))?,
            foreign_keys: ask(database, FOREIGN_KEYS)?,
            foreign_key_columns: ask(database, FOREIGN_KEY_COLUMNS)?,
            checks,
            statements: statements(database, &tables)?,
            sequences,
            objects: ObjectCatalog::read(database)?,
            tables,
        })
    }
}

fn indexes_question(flavour: Flavour) -> String {
    let expression = if flavour.has_expression_indexes() { "expression" } else { "NULL" };
    let hidden = match flavour.index_visibility() {
        Some((column, hidden)) => format!("{column} = '{hidden}'"),
        None => "0".to_owned(),
    };
    format!(
        "(SELECT table_name, index_name, seq_in_index, non_unique, column_name, collation, \
         sub_part, index_type, index_comment, {expression} AS ordered_expression, \
         {hidden} AS is_hidden FROM information_schema.statistics \
         WHERE table_schema = DATABASE()) AS q ORDER BY 1, 2, seq_in_index"
    )
}

fn checks_question(flavour: Flavour) -> Option<&'static str> {
    if !flavour.has_checks() {
        return None;
    }
    Some(if flavour.checks_have_levels() {
        "(SELECT table_name, constraint_name, level, check_clause, 'YES' AS enforced \
         FROM information_schema.check_constraints WHERE constraint_schema = DATABASE()) AS q \
         ORDER BY 1, 2"
    } else {
        "(SELECT t.table_name, t.constraint_name, 'Table' AS level, c.check_clause, t.enforced \
         FROM information_schema.table_constraints t \
         JOIN information_schema.check_constraints c USING (constraint_schema, constraint_name) \
         WHERE t.constraint_schema = DATABASE() AND t.constraint_type = 'CHECK') AS q \
         ORDER BY 1, 2"
    })
}

/// So many tables are asked for at once: fewer than the shortest message that servers take has room for.
const TABLES_AT_ONCE: usize = 10_000;

fn statements(
    database: &mut dyn Connection,
    tables: &[TableRow],
) -> Result<BTreeMap<String, ShownTable>, DatabaseError> {
    let base = tables.iter().filter(|table| table.is_base()).map(|table| &table.table_name);
    let names: Vec<&String> = base.collect();
    let show = |name: &&String| Statement::ShowCreateTable(QualifiedName::new(*name)).sql();
    let mut statements = BTreeMap::new();
    for some in names.chunks(TABLES_AT_ONCE) {
        let questions: Vec<String> = some.iter().map(show).collect();
        let rows = database.query(&questions.join(";\n"))?.into_iter().map(CreateTableRow::read);
        let shown = rows.map(|row| show_create::parse(&row.statement));
        statements.extend(some.iter().map(|name| (*name).clone()).zip(shown));
    }
    Ok(statements)
}

/// A sequence is a table of one row, so all of them are one question.
fn sequences_question(tables: &[TableRow]) -> Option<String> {
    let parts: Vec<String> = tables
        .iter()
        .filter(|t| t.table_type == "SEQUENCE")
        .map(|t| {
            let (text, name) = (literal(&t.table_name), quote(&t.table_name));
            format!("SELECT {text} AS sequence_name, {name}.* FROM {name}")
        })
        .collect();
    (!parts.is_empty()).then(|| format!("({}) AS q", parts.join(" UNION ALL ")))
}
