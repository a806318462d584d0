//! What a person writes after `--drop`: that a drop which looks like half of a rename is a drop, or that
//! a view which leans on a change may go.

use std::collections::BTreeSet;

use model_core::schema::{ObjectKind, ObjectName, QualifiedName, Schema, SchemaObject};

use super::{Change, RenameCandidate, SchemaDiff};

/// Why a `--drop` can't be followed.
#[derive(Debug, thiserror::Error)]
pub enum DropError {
    /// The text has another form.
    #[error(
        "`--drop {0}` is none of table:NAME, column:TABLE.NAME, view:NAME, function:NAME, \
         trigger:TABLE.NAME and the like"
    )]
    Form(String),
    /// It is not there.
    #[error("`--drop {given}`: there is no {what} in the database")]
    Missing {
        /// The flag.
        given: String,
        /// The kind of thing with its name.
        what: String,
    },
    /// It is there before and after.
    #[error("`--drop {given}`: the models have {what} still, so that it is not dropped")]
    Kept {
        /// The flag.
        given: String,
        /// The kind of thing with its name.
        what: String,
    },
}

/// One thing that is really dropped, by its names in the start.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Drop {
    Table(QualifiedName),
    Column(QualifiedName, String),
    Object(ObjectName),
}

/// The kinds that a person may let go by name.
const DROPPED_KINDS: [ObjectKind; 11] = [
    ObjectKind::View,
    ObjectKind::MaterializedView,
    ObjectKind::Trigger,
    ObjectKind::Rule,
    ObjectKind::Policy,
    ObjectKind::Function,
    ObjectKind::Procedure,
    ObjectKind::Domain,
    ObjectKind::Type,
    ObjectKind::Statistics,
    ObjectKind::Event,
];

/// What an object is called after `--drop`: `view:NAME`, `trigger:TABLE.NAME`.
pub fn drop_word(name: &ObjectName) -> String {
    let word = object_word(name.kind);
    match &name.table {
        Some(table) => format!("{word}:{table}.{}", name.name.name),
        None => format!("{word}:{}", name.name),
    }
}

fn object_word(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::View | ObjectKind::MaterializedView => "view",
        other => other.word(),
    }
}

/// The drops that a person stands by.
#[derive(Debug, Default)]
pub struct Drops(BTreeSet<(Drop, String)>);

impl Drops {
    /// Reads the flags by the names of the start.
    ///
    /// # Errors
    ///
    /// Where one has another form, or names what is not there.
    pub fn parse(given: &[String], from: &Schema) -> Result<Self, DropError> {
        let mut drops = BTreeSet::new();
        for text in given {
            let named = read(text, from)?;
            drops.extend(named.into_iter().map(|drop| (drop, text.clone())));
        }
        Ok(Self(drops))
    }

    /// The views, functions, triggers … that are to go.
    pub fn objects(&self) -> impl Iterator<Item = &ObjectName> {
        self.0.iter().filter_map(|(drop, _)| match drop {
            Drop::Object(name) => Some(name),
            Drop::Table(_) | Drop::Column(..) => None,
        })
    }

    /// Whether the person said that the first half of this is no rename.
    pub fn covers(&self, candidate: &RenameCandidate) -> bool {
        let drop = match candidate {
            RenameCandidate::Table { from, .. } => Drop::Table(from.clone()),
            RenameCandidate::Column { table, from, .. } => {
                Drop::Column(table.clone(), from.clone())
            }
            RenameCandidate::EnumValue { .. } | RenameCandidate::ColumnValue { .. } => {
                return false;
            }
        };
        self.0.iter().any(|(said, _)| *said == drop)
    }

    /// Whether everything that was named does go.
    ///
    /// # Errors
    ///
    /// Where something stays.
    pub fn check(&self, diff: &SchemaDiff) -> Result<(), DropError> {
        for (drop, given) in &self.0 {
            let (goes, what) = match drop {
                Drop::Table(name) => {
                    (diff.dropped_tables().any(|t| t.name == *name), format!("table `{name}`"))
                }
                Drop::Column(table, column) => {
                    let goes = diff.dropped_tables().any(|t| t.name == *table)
                        || diff.kept_tables().filter(|t| t.before.name == *table).any(|t| {
                            t.columns.iter().any(
                                |change| matches!(change, Change::Dropped(c) if c.name == *column),
                            )
                        });
                    (goes, format!("column `{table}.{column}`"))
                }
                Drop::Object(name) => {
                    let goes = diff.objects.iter().any(
                        |change| matches!(change, Change::Dropped(o) if o.object_name() == *name),
                    );
                    (goes, name.to_string())
                }
            };
            if !goes {
                return Err(DropError::Kept { given: given.clone(), what });
            }
        }
        Ok(())
    }
}

/// Everything that one flag names: overloads of a function share a name.
fn read(text: &str, from: &Schema) -> Result<Vec<Drop>, DropError> {
    let missing = |what: String| DropError::Missing { given: text.to_owned(), what };
    match text.split_once(':') {
        Some(("table", name)) => {
            let table = from.tables.iter().find(|t| t.name.to_string() == name);
            let table = table.ok_or_else(|| missing(format!("table `{name}`")))?;
            Ok(vec![Drop::Table(table.name.clone())])
        }
        Some(("column", path)) => {
            let found = from.tables.iter().find_map(|table| {
                let name = path.strip_prefix(&format!("{}.", table.name))?;
                table.column(name).map(|column| (table.name.clone(), column.name.clone()))
            });
            let (table, column) = found.ok_or_else(|| missing(format!("column `{path}`")))?;
            Ok(vec![Drop::Column(table, column)])
        }
        Some((word, name)) if DROPPED_KINDS.iter().any(|kind| object_word(*kind) == word) => {
            let is_named = |o: &&SchemaObject| {
                let whole = o.object_name();
                DROPPED_KINDS.contains(&o.kind) && drop_word(&whole) == *text
            };
            let found: Vec<Drop> = from
                .objects
                .iter()
                .filter(is_named)
                .map(|object| Drop::Object(object.object_name()))
                .collect();
            match found.is_empty() {
                true => Err(missing(format!("{word} `{name}`"))),
                false => Ok(found),
            }
        }
        _ => Err(DropError::Form(text.to_owned())),
    }
}
