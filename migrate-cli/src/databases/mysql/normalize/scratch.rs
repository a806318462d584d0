//! A temporary table that has the expressions of another: what the server shows of it is how the
//! server spells them.

use model_core::schema::{
    Column, ColumnType, DefaultValue, Identity, IndexTarget, KeyColumn, PrimaryKey, QualifiedName,
    Table,
};

use super::mask::{masked, unmasked};
use crate::database::{Connection, DatabaseError, Row};
use crate::databases::mysql::charset::charset_of;
use crate::databases::mysql::flavour::Flavour;
use crate::databases::mysql::names::unqualified;
use crate::databases::mysql::options::{ColumnOptions, TableOptions};
use crate::databases::mysql::show_create::{self, ShownTable};
use crate::databases::mysql::statement::{Clause, ColumnDefinition, Place, SqlMode, Statement};
use crate::plan::Statement as _;

/// The name of every temporary table: there is one at a time.
pub const SCRATCH: &str = "__migrate_spelling";

/// The name of a column that no table has.
const KEY: &str = "__migrate_key";

/// Such a table.
pub struct Scratch {
    table: Table,
    is_masked: bool,
}

impl Scratch {
    /// The table without keys: only its texts are asked about.
    pub fn of(table: &Table, flavour: Flavour) -> Self {
        let has_expression = |index: &&model_core::schema::Index| {
            index.columns.iter().any(|c| matches!(c.target, IndexTarget::Expression(_)))
        };
        let mut scratch = Table {
            name: QualifiedName { schema: table.name.schema.clone(), name: SCRATCH.to_owned() },
            columns: table.columns.clone(),
            checks: table.checks.clone(),
            indexes: table.indexes.iter().filter(has_expression).cloned().collect(),
            ..Table::default()
        };
        let collation = TableOptions::read(&table.options).collation;
        scratch.options = TableOptions { collation, ..TableOptions::default() }.into_map();
        for column in &mut scratch.columns {
            column.identity = Identity::None;
            let mut options = ColumnOptions::read(&column.options);
            options.without_system_versioning = false;
            column.options = options.into_map();
        }
        if !flavour.mariadb {
            mask(&mut scratch);
            add_key(&mut scratch);
        }
        Self { table: scratch, is_masked: !flavour.mariadb }
    }

    /// What the server shows of it. `altered`: after a change of something else, when the server
    /// spells some expressions otherwise.
    pub fn show(
        self,
        database: &mut dyn Connection,
        altered: bool,
    ) -> Result<ShownTable, DatabaseError> {
        let name = self.table.name.clone();
        let drop = Statement::DropTemporaryTable(name.clone()).sql();
        // An old default may be a date of zeros, names are to be shown in their usual quotes, and texts
        // are written for a backslash that escapes.
        let without = vec![
            SqlMode::NoZeroDate,
            SqlMode::NoZeroInDate,
            SqlMode::AnsiQuotes,
            SqlMode::NoBackslashEscapes,
        ];
        let mode = Statement::ChangeSqlMode { without, with: Vec::new() }.sql();
        let alter = altered.then(|| Statement::alter(&name, vec![added()])).flatten();
        let create = Statement::CreateTemporaryTable(Box::new(self.table));
        let statements = [drop.clone(), mode, create.sql()].into_iter();
        let statements: Vec<String> = statements.chain(alter.map(|alter| alter.sql())).collect();
        let made = database.execute(&statements.join(";\n"));
        let shown = made.and_then(|()| {
            let shown = database.query(&Statement::ShowCreateTable(name.clone()).sql())?;
            let columns = database.query(&Statement::ShowColumns(name).sql())?;
            let own = database.query("SELECT DATABASE()")?;
            Ok((unqualified(&text(shown, 1), &text(own, 0)), columns))
        });
        database.execute(&format!("{drop};\n{}", Statement::RestoreSqlMode.sql()))?;
        let (shown, columns) = shown?;
        let mut shown = show_create::parse(&shown);
        take_collations(&mut shown, columns);
        if self.is_masked {
            unmask(&mut shown);
        }
        Ok(shown)
    }
}

/// The collation that each column has: the statement leaves it out where it is the default of a
/// character set.
fn take_collations(shown: &mut ShownTable, columns: Vec<Row>) {
    for row in columns {
        let mut row = row.into_iter();
        let (Some(Some(name)), Some(collation)) = (row.next(), row.nth(1)) else { continue };
        let Some(column) = shown.columns.iter_mut().find(|column| column.name == name) else {
            continue;
        };
        column.charset = collation.as_deref().map(charset_of).map(str::to_owned);
        column.collation = collation;
    }
}

fn text(rows: Vec<Row>, column: usize) -> String {
    let row = rows.into_iter().next().unwrap_or_default();
    row.into_iter().nth(column).flatten().unwrap_or_default()
}

/// The right to make temporary tables may be missing; texts then stay as they are.
pub fn is_for_want_of_a_right(error: &DatabaseError) -> bool {
    let DatabaseError::Statement { reason, .. } = error else { return false };
    reason.ends_with("(1044)") || reason.ends_with("(1142)")
}

/// Servers may ask for a primary key of every table.
fn add_key(scratch: &mut Table) {
    scratch.columns.push(Column::new(KEY, ColumnType::Native("int".to_owned())));
    let columns = vec![KeyColumn::new(KEY)];
    scratch.primary_key = Some(PrimaryKey { columns, ..PrimaryKey::default() });
}

fn added() -> Clause {
    let mut column = Column::new(format!("{KEY}_2"), ColumnType::Native("int".to_owned()));
    column.nullable = true;
    Clause::AddColumn { column: ColumnDefinition { column, check: None }, place: Place::Last }
}

fn mask(table: &mut Table) {
    for column in &mut table.columns {
        match &mut column.default {
            Some(DefaultValue::Sql(sql)) if sql.starts_with('(') => *sql = masked(sql),
            _ => {}
        }
        if let Some(computed) = &mut column.computed {
            computed.expression = masked(&computed.expression);
        }
    }
    for check in &mut table.checks {
        check.expression = masked(&check.expression);
    }
    for part in table.indexes.iter_mut().flat_map(|index| &mut index.columns) {
        if let IndexTarget::Expression(sql) = &mut part.target {
            *sql = masked(sql);
        }
    }
}

fn unmask(shown: &mut ShownTable) {
    let unmask = |text: &mut String| *text = unmasked(text);
    for column in &mut shown.columns {
        column.default.iter_mut().for_each(unmask);
        column.computed.iter_mut().for_each(unmask);
    }
    shown.checks.iter_mut().map(|check| &mut check.condition).for_each(unmask);
    shown.indexes.iter_mut().flat_map(|i| i.parts.iter_mut().flatten()).for_each(unmask);
}
