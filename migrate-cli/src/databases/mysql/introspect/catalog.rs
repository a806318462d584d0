//! The questions: a fixed number for the whole database, whatever stands in it, and one more for
//! each partitioned table.

use crate::database::{Connection, DatabaseError, Row};
use crate::databases::mysql::Flavour;

/// The catalog's answers, a row a thing, each in the catalog's own spelling.
#[derive(Debug, Clone)]
pub struct Catalog {
    pub flavour: Flavour,
    /// The database that the connection is in.
    pub database: String,
    pub tables: Vec<Answer>,
    pub columns: Vec<Answer>,
    pub indexes: Vec<Answer>,
    pub foreign_keys: Vec<Answer>,
    pub foreign_key_columns: Vec<Answer>,
    pub checks: Vec<Answer>,
    /// Of partitioned tables alone: name and `SHOW CREATE TABLE`.
    pub partitions: Vec<Answer>,
    pub sequences: Vec<Answer>,
    pub views: Vec<Answer>,
    pub triggers: Vec<Answer>,
    pub routines: Vec<Answer>,
    pub events: Vec<Answer>,
}

/// One row of an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer(pub Row);

impl Answer {
    /// The value, empty for NULL.
    pub fn text(&self, index: usize) -> &str {
        self.get(index).unwrap_or_default()
    }

    /// The value, or `None` for NULL.
    pub fn get(&self, index: usize) -> Option<&str> {
        self.0.get(index).and_then(|v| v.as_deref())
    }

    /// The value where it is neither NULL nor empty.
    pub fn filled(&self, index: usize) -> Option<String> {
        self.get(index).filter(|t| !t.is_empty()).map(str::to_owned)
    }

    /// The value as a number, 0 where it is none.
    pub fn number(&self, index: usize) -> i64 {
        self.text(index).parse().unwrap_or_default()
    }
}

const TABLES: &str = "SELECT table_name, table_type, engine, table_collation, create_options, \
     table_comment FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1";

const COLUMNS: &str = "SELECT table_name, column_name, column_type, is_nullable, column_default, \
     extra, character_set_name, collation_name, column_comment, generation_expression, data_type \
     FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY 1, ordinal_position";

const FOREIGN_KEYS: &str = "SELECT table_name, constraint_name, update_rule, delete_rule \
     FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE() \
     ORDER BY 1, 2";

const FOREIGN_KEY_COLUMNS: &str = "SELECT table_name, constraint_name, column_name, \
     referenced_table_schema, referenced_table_name, referenced_column_name \
     FROM information_schema.key_column_usage \
     WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL \
     ORDER BY 1, 2, ordinal_position";

const VIEWS: &str = "SELECT table_name, view_definition FROM information_schema.views \
     WHERE table_schema = DATABASE() ORDER BY 1";

const TRIGGERS: &str = "SELECT trigger_name, event_object_table, action_timing, \
     event_manipulation, action_statement, sql_mode FROM information_schema.triggers \
     WHERE trigger_schema = DATABASE() ORDER BY 1";

const ROUTINES: &str = "SELECT routine_name, routine_definition, sql_mode \
     FROM information_schema.routines WHERE routine_schema = DATABASE() ORDER BY 1, routine_type";

const EVENTS: &str = "SELECT event_name, event_definition, sql_mode \
     FROM information_schema.events WHERE event_schema = DATABASE() ORDER BY 1";

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
        let session = ask(database, "SELECT VERSION(), DATABASE()")?;
        let session = session.first().cloned().unwrap_or_default();
        if session.get(1).is_none() {
            return Err(DatabaseError::Answer(
                "the URL names no database; write mysql://USER@HOST/NAME".to_owned(),
            ));
        }
        let flavour = Flavour::parse(session.text(0));
        let tables = ask(database, TABLES)?;
        let sequences = match sequences_question(&tables) {
            Some(question) => ask(database, &question)?,
            None => Vec::new(),
        };
        let mut partitions = Vec::new();
        for table in tables.iter().filter(|t| t.text(4).contains("partitioned")) {
            // `information_schema.partitions` shows `DEFAULT` as `0`, which is another thing.
            let quoted = crate::databases::mysql::render::quote(table.text(0));
            partitions.extend(ask(database, &format!("SHOW CREATE TABLE {quoted}"))?);
        }
        let checks = match checks_question(flavour) {
            Some(question) => ask(database, question)?,
            None => Vec::new(),
        };
        Ok(Self {
            flavour,
            database: session.text(1).to_owned(),
            columns: ask(database, COLUMNS)?,
            indexes: ask(database, &indexes_question(flavour))?,
            foreign_keys: ask(database, FOREIGN_KEYS)?,
            foreign_key_columns: ask(database, FOREIGN_KEY_COLUMNS)?,
            checks,
            partitions,
            sequences,
            views: ask(database, VIEWS)?,
            triggers: ask(database, TRIGGERS)?,
            routines: ask(database, ROUTINES)?,
            events: ask(database, EVENTS)?,
            tables,
        })
    }
}

fn ask(database: &mut dyn Connection, sql: &str) -> Result<Vec<Answer>, DatabaseError> {
    Ok(database.query(sql)?.into_iter().map(Answer).collect())
}

fn indexes_question(flavour: Flavour) -> String {
    let expression = if flavour.has_expression_indexes() { "expression" } else { "NULL" };
    let hidden = match flavour.index_visibility() {
        Some((column, hidden)) => format!("{column} = '{hidden}'"),
        None => "0".to_owned(),
    };
    format!(
        "SELECT table_name, index_name, non_unique, column_name, collation, sub_part, index_type, \
         index_comment, {expression}, {hidden} FROM information_schema.statistics \
         WHERE table_schema = DATABASE() ORDER BY 1, 2, seq_in_index"
    )
}

/// Table, name, level, condition.
fn checks_question(flavour: Flavour) -> Option<&'static str> {
    if !flavour.has_checks() {
        return None;
    }
    Some(if flavour.checks_have_levels() {
        "SELECT table_name, constraint_name, level, check_clause \
         FROM information_schema.check_constraints WHERE constraint_schema = DATABASE() \
         ORDER BY 1, 2"
    } else {
        "SELECT t.table_name, t.constraint_name, 'Table', c.check_clause \
         FROM information_schema.table_constraints t \
         JOIN information_schema.check_constraints c USING (constraint_schema, constraint_name) \
         WHERE t.constraint_schema = DATABASE() AND t.constraint_type = 'CHECK' ORDER BY 1, 2"
    })
}

/// A sequence of MariaDB is a table of one row, so all of them are one question.
fn sequences_question(tables: &[Answer]) -> Option<String> {
    let parts: Vec<String> = tables
        .iter()
        .filter(|t| t.text(1) == "SEQUENCE")
        .map(|t| {
            format!(
                "SELECT {} AS name, start_value, minimum_value, maximum_value, increment, \
                 cache_size, cycle_option FROM {}",
                crate::databases::mysql::render::literal(t.text(0)),
                crate::databases::mysql::render::quote(t.text(0))
            )
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join(" UNION ALL "))
}
