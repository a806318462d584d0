//! Views, triggers, routines and events as the server shows them: the one place that has all of a definition.

use std::collections::BTreeMap;

use model_core::schema::ObjectKind;

use crate::database::{Connection, DatabaseError, Row};
use crate::databases::mysql::quote::quote;

/// What `SHOW CREATE` says of an object.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// The statement.
    pub statement: String,
    /// The modes that it was made under; a view has none.
    pub sql_mode: String,
    /// How texts were compared where it was made.
    pub collation: String,
    /// The time zone of an event.
    pub time_zone: String,
}

/// An object by what it is and its name.
pub type Name = (ObjectKind, String);

/// So many are asked for at once.
const AT_ONCE: usize = 100;

/// Shows those that can be shown: not those that the role may not see, or that the server itself
/// can't read any more.
pub fn show(
    database: &mut dyn Connection,
    names: Vec<Name>,
) -> Result<BTreeMap<Name, Shown>, DatabaseError> {
    let mut all = BTreeMap::new();
    for some in names.chunks(AT_ONCE) {
        let questions: Vec<String> = some.iter().map(question).collect();
        match database.query(&questions.join(";\n")) {
            Ok(rows) if rows.len() == some.len() => all.extend(read(some, rows)),
            Ok(_) | Err(DatabaseError::Statement { .. }) => {
                for (name, question) in some.iter().zip(&questions) {
                    match database.query(question) {
                        Ok(rows) => all.extend(read(std::slice::from_ref(name), rows)),
                        Err(DatabaseError::Statement { .. }) => {}
                        Err(other) => return Err(other),
                    }
                }
            }
            Err(other) => return Err(other),
        }
    }
    Ok(all)
}

fn question((kind, name): &Name) -> String {
    format!("SHOW CREATE {} {}", kind.word().to_uppercase(), quote(name))
}

fn read(names: &[Name], rows: Vec<Row>) -> impl Iterator<Item = (Name, Shown)> {
    let shown =
        names.iter().zip(rows).filter_map(|(name, row)| Some((name.clone(), of(name.0, row)?)));
    shown.collect::<Vec<_>>().into_iter()
}

fn of(kind: ObjectKind, row: Row) -> Option<Shown> {
    let mut row = row;
    let mut take = |at: usize| row.get_mut(at).and_then(Option::take);
    let (sql_mode, time_zone, statement) = match kind {
        ObjectKind::View => (None, None, 1),
        ObjectKind::Event => (take(1), take(2), 3),
        _ => (take(1), None, 2),
    };
    // A character that is none was lost by the server, which keeps it in another character set.
    let text = take(statement).filter(|text| !text.contains('\u{fffd}'))?;
    Some(Shown {
        statement: text,
        sql_mode: sql_mode.unwrap_or_default(),
        collation: take(statement + 2).unwrap_or_default(),
        time_zone: time_zone.unwrap_or_default(),
    })
}
