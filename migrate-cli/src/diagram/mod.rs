//! A schema as a picture of entities and relationships: what stands in it, and the three ways to
//! write it down. Pure: the same schema gives the same bytes.

mod difference;
mod dot;
mod layout;
mod mermaid;
mod path;
mod single;
mod svg;

use serde::Serialize;

pub use difference::difference;
pub use dot::dot;
pub use mermaid::mermaid;
pub use single::single;
pub use svg::svg;

/// All that is drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Tables and views, in name order.
    pub boxes: Vec<Entity>,
    /// What leads from one to another.
    pub links: Vec<Link>,
}

/// A table or a view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entity {
    /// Its name.
    pub name: String,
    /// Its name before, where it has another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// What becomes of it.
    pub state: State,
    /// Its columns.
    pub rows: Vec<Row>,
}

/// What a box stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A table.
    Table,
    /// A view.
    View,
    /// A view whose rows are kept.
    MaterializedView,
}

impl Kind {
    /// The word for people, where it isn't plain.
    fn word(self) -> Option<&'static str> {
        match self {
            Self::Table => None,
            Self::View => Some("view"),
            Self::MaterializedView => Some("materialized view"),
        }
    }
}

/// What becomes of a thing between two schemas; of one schema all stays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It stays as it is.
    #[default]
    Same,
    /// It is new.
    Added,
    /// It goes.
    Dropped,
    /// It stays and is not as before.
    Changed,
}

impl State {
    /// The word for people, where something happens.
    fn word(self) -> Option<&'static str> {
        match self {
            Self::Same => None,
            Self::Added => Some("added"),
            Self::Dropped => Some("dropped"),
            Self::Changed => Some("changed"),
        }
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub ty: String,
    /// Whether it may be NULL.
    pub nullable: bool,
    /// Whether it is in the primary key.
    pub primary: bool,
    /// Whether it is in a foreign key.
    pub foreign: bool,
    /// Whether it is unique by itself.
    pub unique: bool,
    /// What becomes of it.
    pub state: State,
    /// What was otherwise before, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
}

impl Row {
    /// The marks of its keys.
    fn marks(&self) -> Vec<&'static str> {
        let all = [(self.primary, "PK"), (self.foreign, "FK"), (self.unique, "UK")];
        all.into_iter().filter(|(on, _)| *on).map(|(_, mark)| mark).collect()
    }
}

/// What leads from one box to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// What it is: the name of a foreign key, or nothing.
    pub name: String,
    /// The box that it begins at, and the rows.
    pub from: End,
    /// Where it leads.
    pub to: End,
    /// What happens to a row whose parent goes or changes: `ON DELETE CASCADE`.
    pub actions: String,
    /// Whether a row may lead nowhere.
    pub optional: bool,
    /// Whether no two rows lead to one.
    pub single: bool,
    /// Whether it is what a view reads, and no key.
    pub reads: bool,
    /// What becomes of it.
    pub state: State,
}

/// One end of a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct End {
    /// The box, by its place.
    #[serde(rename = "box")]
    pub place: usize,
    /// The rows, by their places; none is the box itself.
    pub rows: Vec<usize>,
}
