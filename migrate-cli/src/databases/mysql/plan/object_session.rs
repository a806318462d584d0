//! The settings under which views, triggers, routines and events are made: some stay with them for good.

use model_core::schema::{ObjectKind, SchemaObject};

use crate::databases::mysql::statement::{SqlMode, Statement};
use crate::plan::Statement as _;

/// What is set meanwhile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Needs {
    sql_mode: Option<Mode>,
    collation: Option<String>,
    time_zone: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Mode {
    /// It stays with the object; none is the server's.
    Kept(Option<String>),
    /// The statement is to be read as the server wrote it.
    BackslashEscapes,
}

impl Needs {
    fn of(object: &SchemaObject, statements: &[Statement]) -> Self {
        let session = &object.session;
        let has_backslash = || statements.iter().any(|s| s.sql().contains('\\'));
        let sql_mode = match object.kind {
            ObjectKind::View => has_backslash().then_some(Mode::BackslashEscapes),
            _ => Some(Mode::Kept(session.sql_mode.clone())),
        };
        let zone = || session.time_zone.clone().unwrap_or_else(|| "SYSTEM".to_owned());
        Self {
            sql_mode,
            collation: session.collation.clone(),
            time_zone: (object.kind == ObjectKind::Event).then(zone),
        }
    }

    /// The statements that set it, each with the one that puts it back.
    fn settings(&self) -> Vec<(Statement, Statement)> {
        let mode = self.sql_mode.clone().map(|mode| match mode {
            Mode::Kept(mode) => Statement::UseSqlMode(mode),
            Mode::BackslashEscapes => Statement::ChangeSqlMode {
                without: vec![SqlMode::NoBackslashEscapes],
                with: Vec::new(),
            },
        });
        let mode = mode.map(|set| (set, Statement::RestoreSqlMode));
        let collation = self.collation.clone().map(Statement::UseCollation);
        let collation = collation.map(|set| (set, Statement::RestoreCollation));
        let zone = self.time_zone.clone().map(Statement::UseTimeZone);
        let zone = zone.map(|set| (set, Statement::RestoreTimeZone));
        mode.into_iter().chain(collation).chain(zone).collect()
    }
}

/// The statements for each object, those that are made under the same settings together.
pub fn wrap(steps: Vec<(SchemaObject, Vec<Statement>)>) -> Vec<Statement> {
    let mut all = Vec::new();
    let mut open = Needs::default();
    for (object, statements) in steps {
        let needs = Needs::of(&object, &statements);
        if needs != open {
            all.extend(open.settings().into_iter().rev().map(|(_, restore)| restore));
            all.extend(needs.settings().into_iter().map(|(set, _)| set));
            open = needs;
        }
        all.extend(statements);
    }
    all.extend(open.settings().into_iter().rev().map(|(_, restore)| restore));
    all
}
