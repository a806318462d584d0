//! Reserved words, raw identifiers, letters beyond ASCII, names that are no identifiers.
#![deny(missing_docs, warnings)]

use model_core::prelude::*;

/// A table and columns with words that Rust keeps for itself.
#[derive(Model)]
#[model(table = "type", unique(r#match))]
pub struct Kind {
    /// The key.
    pub id: i32,
    /// A raw identifier.
    pub r#match: String,
    /// A word that can't even be one.
    #[model(column = "self")]
    pub own: Option<bool>,
}

/// A table whose name no identifier can be.
#[derive(Model)]
#[model(table = "Größe in cm", schema = "maße")]
pub struct Größe {
    /// The key.
    pub id: i64,
    /// Quotes in a name.
    #[model(column = "Länge \"außen\"", unique)]
    pub länge: f64,
}

/// The struct's name in lower case is the module's.
#[derive(Model)]
#[model(table = "Album")]
pub struct Album {
    /// The key.
    #[model(primary_key, column = "AlbumId")]
    pub album_id: i32,
    /// A key to a table of a reserved word.
    #[model(
        column = "KindId",
        foreign_key(r#type::id, name = "fk_Album_KindId", on_delete = set_null)
    )]
    pub kind_id: Option<i32>,
}

/// Who knows whom; the plural of `a` is a word that Rust keeps for itself.
#[derive(Model)]
#[model(table = "knows", primary_key(a_id, b_id), many_to_many)]
pub struct Knows {
    /// One.
    #[model(foreign_key(album::album_id, name = "fk_knows_a_id", relation = a))]
    pub a_id: i32,
    /// The other.
    #[model(foreign_key(r#type::id, name = "fk_knows_b_id"))]
    pub b_id: i32,
}

fn main() {
    let schema = model_core::registry::schema();
    let names: Vec<String> = schema.tables.iter().map(|t| t.name.to_string()).collect();
    assert_eq!(names, ["Album", "knows", "type", "maße.Größe in cm"]);
    assert_eq!(schema.tables[2].columns[1].name, "match");
    assert_eq!(schema.tables[2].uniques[0].name.as_deref(), Some("uq_type_match"));
    assert_eq!(schema.tables[0].foreign_keys[0].references.name, "type");
    assert!(model_core::registry::validate(&schema).is_empty());
    let albums =
        |kind: &Kind| diesel::debug_query::<diesel::sqlite::Sqlite, _>(&kind.r#as()).to_string();
    let kind = Kind { id: 1, r#match: String::new(), own: None };
    assert!(albums(&kind).contains("`knows`"));
    let _ = (größe_in_cm::länge, album::kind_id, r#type::own, r#type::r#match);
}
