//! Reads the `CREATE TABLE` that SQLite keeps: the only place where the names of constraints, checks,
//! collations and conflict clauses stand.

use model_core::schema::{
    Check, Column, ColumnType, Computed, DefaultValue, Deferrable, ForeignKey, Identity, KeyColumn,
    PrimaryKey, QualifiedName, ReferentialAction, SortOrder, Table, Unique,
};

use super::cursor::{Cursor, Unexpected};
use crate::databases::sqlite::options::{ColumnOptions, TableOptions};

/// The table of a statement, names of columns in constraints as they are written there.
pub(super) fn read(sql: &str) -> Result<Table, Unexpected> {
    let mut cursor = Cursor::new(sql);
    cursor.expect("CREATE")?;
    if !cursor.take("TEMP") {
        cursor.take("TEMPORARY");
    }
    cursor.expect("TABLE")?;
    if cursor.at_keywords("IF", "NOT") {
        cursor.next();
        cursor.next();
        cursor.expect("EXISTS")?;
    }
    let name = cursor.qualified_name()?;
    let mut table = Table { definition: Some(sql.to_owned()), ..Table::new(name) };
    cursor.expect_symbol("(")?;
    let mut constraint = None;
    loop {
        if at_table_constraint(&cursor) {
            table_constraint(&mut cursor, &mut table, &mut constraint)?;
        } else {
            column(&mut cursor, &mut table)?;
        }
        // SQLite takes table constraints without commas between them.
        if cursor.take_symbol(",") || at_table_constraint(&cursor) {
            continue;
        }
        cursor.expect_symbol(")")?;
        break;
    }
    let mut options = TableOptions::default();
    while let Some(token) = cursor.next() {
        if token.is("STRICT") {
            options.strict = true;
        } else if token.is("WITHOUT") {
            cursor.expect("ROWID")?;
            options.without_rowid = true;
        }
    }
    options.write(&mut table);
    Ok(table)
}

fn at_table_constraint(cursor: &Cursor<'_>) -> bool {
    ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"].iter().any(|k| cursor.at_keyword(k))
}

fn column(cursor: &mut Cursor<'_>, table: &mut Table) -> Result<(), Unexpected> {
    let name = cursor.name()?;
    let ty = column_type(cursor)?;
    let mut column = Column::new(name, ColumnType::Native(ty));
    column.nullable = true;
    let mut constraint = None;
    while cursor.peek().is_some() && !cursor.at_symbol(",") && !cursor.at_symbol(")") {
        column_constraint(cursor, table, &mut column, &mut constraint)?;
    }
    table.columns.push(column);
    Ok(())
}

/// The type, which is any number of names and at most one pair of parentheses.
fn column_type(cursor: &mut Cursor<'_>) -> Result<String, Unexpected> {
    const ENDS: [&str; 10] = [
        "CONSTRAINT",
        "PRIMARY",
        "NOT",
        "NULL",
        "UNIQUE",
        "CHECK",
        "DEFAULT",
        "COLLATE",
        "REFERENCES",
        "AS",
    ];
    let Some(first) = cursor.peek() else { return Ok(String::new()) };
    let mut any = false;
    while let Some(token) = cursor.peek() {
        let ends = ENDS.iter().any(|k| token.is(k)) || cursor.at_keywords("GENERATED", "ALWAYS");
        if ends || token.name().is_none() {
            break;
        }
        cursor.next();
        any = true;
    }
    if any && cursor.at_symbol("(") {
        cursor.parenthesised()?;
    }
    Ok(if any { cursor.text_since(first).to_owned() } else { String::new() })
}

fn column_constraint(
    cursor: &mut Cursor<'_>,
    table: &mut Table,
    column: &mut Column,
    constraint: &mut Option<String>,
) -> Result<(), Unexpected> {
    if cursor.take("CONSTRAINT") {
        *constraint = Some(cursor.name()?);
        return Ok(());
    }
    let name = constraint.take();
    if cursor.take("PRIMARY") {
        cursor.expect("KEY")?;
        let mut key = KeyColumn::new(&column.name);
        key.order = order(cursor);
        if key.order == SortOrder::Descending {
            // At the table's level the same words make the column the rowid; at the column's they don't.
            ColumnOptions { is_not_rowid: true, ..ColumnOptions::read(column) }.write(column);
        }
        let on_conflict = conflict(cursor)?;
        if cursor.take("AUTOINCREMENT") {
            column.identity = Identity::RowidAutoincrement;
        }
        table.primary_key =
            Some(PrimaryKey { name, columns: vec![key], on_conflict, ..PrimaryKey::default() });
    } else if cursor.take("NOT") {
        if cursor.take("DEFERRABLE") {
            initially(cursor)?;
            return Ok(());
        }
        cursor.expect("NULL")?;
        column.nullable = false;
        let not_null_conflict = conflict(cursor)?;
        ColumnOptions { not_null_conflict, not_null_name: name, ..ColumnOptions::read(column) }
            .write(column);
    } else if cursor.take("NULL") {
        conflict(cursor)?;
    } else if cursor.take("UNIQUE") {
        let on_conflict = conflict(cursor)?;
        let columns = vec![KeyColumn::new(&column.name)];
        table.uniques.push(Unique { name, columns, on_conflict, ..Unique::default() });
    } else if cursor.take("CHECK") {
        let expression = cursor.parenthesised()?.to_owned();
        table.checks.push(Check { name, expression, ..Check::default() });
    } else if cursor.take("DEFAULT") {
        column.default = Some(DefaultValue::Sql(default(cursor)?));
    } else if cursor.take("COLLATE") {
        column.collation = Some(cursor.name()?);
    } else if cursor.at_keyword("REFERENCES") {
        let key = references(cursor, name, vec![column.name.clone()])?;
        table.foreign_keys.push(key);
    } else if cursor.take("DEFERRABLE") {
        if let (deferrable, Some(key)) = (initially(cursor)?, table.foreign_keys.last_mut()) {
            key.deferrable = deferrable;
        }
    } else if cursor.at_keyword("GENERATED") || cursor.at_keyword("AS") {
        if cursor.take("GENERATED") {
            cursor.expect("ALWAYS")?;
        }
        cursor.expect("AS")?;
        let expression = cursor.parenthesised()?.to_owned();
        let stored = cursor.take("STORED");
        if !stored {
            cursor.take("VIRTUAL");
        }
        column.computed = Some(Computed { expression, stored });
    } else {
        return Err(cursor.unexpected("a column constraint"));
    }
    Ok(())
}

fn table_constraint(
    cursor: &mut Cursor<'_>,
    table: &mut Table,
    constraint: &mut Option<String>,
) -> Result<(), Unexpected> {
    if cursor.take("CONSTRAINT") {
        *constraint = Some(cursor.name()?);
        if !at_table_constraint(cursor) {
            return Ok(());
        }
    }
    if cursor.at_keyword("CONSTRAINT") {
        return Ok(());
    }
    let name = constraint.take();
    if cursor.take("PRIMARY") {
        cursor.expect("KEY")?;
        let (columns, autoincrement) = key_columns(cursor)?;
        if autoincrement && let [key] = columns.as_slice() {
            let column = table.columns.iter_mut().find(|c| c.name.eq_ignore_ascii_case(&key.name));
            if let Some(column) = column {
                column.identity = Identity::RowidAutoincrement;
            }
        }
        let on_conflict = conflict(cursor)?;
        table.primary_key =
            Some(PrimaryKey { name, columns, on_conflict, ..PrimaryKey::default() });
    } else if cursor.take("UNIQUE") {
        let (columns, _) = key_columns(cursor)?;
        let on_conflict = conflict(cursor)?;
        table.uniques.push(Unique { name, columns, on_conflict, ..Unique::default() });
    } else if cursor.take("CHECK") {
        let expression = cursor.parenthesised()?.to_owned();
        conflict(cursor)?;
        table.checks.push(Check { name, expression, ..Check::default() });
    } else {
        cursor.expect("FOREIGN")?;
        cursor.expect("KEY")?;
        let columns = names(cursor)?;
        let mut key = references(cursor, name, columns)?;
        if cursor.take("NOT") {
            cursor.expect("DEFERRABLE")?;
            initially(cursor)?;
        } else if cursor.take("DEFERRABLE") {
            key.deferrable = initially(cursor)?;
        }
        table.foreign_keys.push(key);
    }
    Ok(())
}

fn key_columns(cursor: &mut Cursor<'_>) -> Result<(Vec<KeyColumn>, bool), Unexpected> {
    cursor.expect_symbol("(")?;
    let mut columns = Vec::new();
    loop {
        let mut column = KeyColumn::new(cursor.name()?);
        if cursor.take("COLLATE") {
            column.collation = Some(cursor.name()?);
        }
        column.order = order(cursor);
        columns.push(column);
        if cursor.take_symbol(",") {
            continue;
        }
        let autoincrement = cursor.take("AUTOINCREMENT");
        cursor.expect_symbol(")")?;
        return Ok((columns, autoincrement));
    }
}

fn names(cursor: &mut Cursor<'_>) -> Result<Vec<String>, Unexpected> {
    Ok(key_columns(cursor)?.0.into_iter().map(|c| c.name).collect())
}

fn order(cursor: &mut Cursor<'_>) -> SortOrder {
    if cursor.take("DESC") {
        return SortOrder::Descending;
    }
    cursor.take("ASC");
    SortOrder::Ascending
}

fn conflict(cursor: &mut Cursor<'_>) -> Result<Option<String>, Unexpected> {
    if !cursor.at_keywords("ON", "CONFLICT") {
        return Ok(None);
    }
    cursor.next();
    cursor.next();
    let algorithm = cursor.name()?.to_ascii_uppercase();
    // What SQLite does without a clause needs none.
    Ok((algorithm != "ABORT").then_some(algorithm))
}

fn default(cursor: &mut Cursor<'_>) -> Result<String, Unexpected> {
    if cursor.at_symbol("(") {
        return Ok(cursor.parenthesised()?.to_owned());
    }
    let Some(first) = cursor.next() else { return Err(cursor.unexpected("a default")) };
    if first.is_symbol("-") || first.is_symbol("+") {
        cursor.next();
    }
    Ok(cursor.text_since(first).to_owned())
}

fn references(
    cursor: &mut Cursor<'_>,
    name: Option<String>,
    columns: Vec<String>,
) -> Result<ForeignKey, Unexpected> {
    cursor.expect("REFERENCES")?;
    let references = QualifiedName::new(cursor.name()?);
    let mut key = ForeignKey { name, columns, references, ..ForeignKey::default() };
    if cursor.at_symbol("(") {
        key.referenced_columns = names(cursor)?;
    }
    loop {
        if cursor.take("MATCH") {
            key.match_full = cursor.name()?.eq_ignore_ascii_case("FULL");
        } else if cursor.at_keywords("ON", "DELETE") {
            cursor.next();
            cursor.next();
            key.on_delete = action(cursor)?;
        } else if cursor.at_keywords("ON", "UPDATE") {
            cursor.next();
            cursor.next();
            key.on_update = action(cursor)?;
        } else if cursor.at_keywords("ON", "INSERT") {
            cursor.next();
            cursor.next();
            action(cursor)?;
        } else {
            return Ok(key);
        }
    }
}

fn action(cursor: &mut Cursor<'_>) -> Result<ReferentialAction, Unexpected> {
    if cursor.take("CASCADE") {
        return Ok(ReferentialAction::Cascade);
    }
    if cursor.take("RESTRICT") {
        return Ok(ReferentialAction::Restrict);
    }
    if cursor.take("NO") {
        cursor.expect("ACTION")?;
        return Ok(ReferentialAction::NoAction);
    }
    cursor.expect("SET")?;
    if cursor.take("NULL") {
        return Ok(ReferentialAction::SetNull);
    }
    cursor.expect("DEFAULT")?;
    Ok(ReferentialAction::SetDefault)
}

/// `INITIALLY …` after `DEFERRABLE`.
fn initially(cursor: &mut Cursor<'_>) -> Result<Deferrable, Unexpected> {
    if !cursor.take("INITIALLY") {
        return Ok(Deferrable::Immediate);
    }
    if cursor.take("DEFERRED") {
        return Ok(Deferrable::Deferred);
    }
    cursor.expect("IMMEDIATE")?;
    Ok(Deferrable::Immediate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_only_the_text_says() {
        let table = read(
            "CREATE TABLE [a b] (
                id INTEGER PRIMARY KEY AUTOINCREMENT, -- the key
                n varchar /* x */ (10) CONSTRAINT nn NOT NULL ON CONFLICT IGNORE COLLATE NOCASE DEFAULT (1 + 2),
                p int CONSTRAINT fk REFERENCES q(x) ON DELETE SET NULL MATCH SIMPLE ON UPDATE CASCADE
                    DEFERRABLE INITIALLY DEFERRED CHECK (p <> ')'),
                g GENERATED ALWAYS AS (p + 1) STORED,
                CONSTRAINT u UNIQUE (n COLLATE BINARY DESC, p) ON CONFLICT REPLACE
                CHECK (p > 0) ON CONFLICT FAIL, FOREIGN KEY (p, n) REFERENCES \"q\"
            ) STRICT, WITHOUT ROWID",
        )
        .expect("the statement is right");
        assert_eq!(table.name.name, "a b");
        assert_eq!(table.columns[0].identity, Identity::RowidAutoincrement);
        let n = &table.columns[1];
        assert_eq!(n.ty.native(), Some("varchar /* x */ (10)"));
        assert_eq!(n.default.as_ref().and_then(DefaultValue::sql), Some("1 + 2"));
        assert_eq!(ColumnOptions::read(n).not_null_conflict.as_deref(), Some("IGNORE"));
        assert_eq!(n.collation.as_deref(), Some("NOCASE"));
        assert_eq!(table.columns[3].ty.native(), Some(""));
        assert!(table.columns[3].computed.as_ref().is_some_and(|g| g.stored));
        let key = &table.foreign_keys[0];
        assert_eq!((key.name.as_deref(), key.deferrable), (Some("fk"), Deferrable::Deferred));
        assert_eq!(
            (key.on_delete, key.on_update),
            (ReferentialAction::SetNull, ReferentialAction::Cascade)
        );
        assert_eq!(table.foreign_keys[1].columns, ["p", "n"]);
        assert_eq!(table.uniques[0].on_conflict.as_deref(), Some("REPLACE"));
        assert_eq!(
            table.checks.iter().map(|c| &*c.expression).collect::<Vec<_>>(),
            ["p <> ')'", "p > 0"]
        );
        assert_eq!(table.options.len(), 2);
    }

    #[test]
    fn what_is_no_table_is_an_error() {
        for sql in [
            "",
            "CREATE TABLE",
            "CREATE TABLE t",
            "CREATE TABLE t (a int CHECK (a > 0",
            "CREATE TABLE t (a int %)",
        ] {
            assert!(read(sql).is_err(), "{sql}");
        }
    }
}
