//! How models are to be written, by the command line and by `[pull]` in `migrate.toml`.

use std::collections::BTreeMap;

use model_core::schema::{Column, LogicalType};

use crate::config::{MappedType, ToldType};
use crate::rust_type::{FieldType, TypeWord};

/// How models are to be written.
#[derive(Debug, Clone, Default)]
pub struct Style {
    /// Structs are called as Diesel would call their tables back: without the last `s`.
    pub is_diesels: bool,
    /// Types of fields by types of the database.
    pub types: BTreeMap<String, MappedType>,
}

impl Style {
    /// The type that the configuration has for a column's, by the whole text or by the name before
    /// its parentheses.
    pub fn mapped(&self, column: &Column) -> Option<FieldType> {
        let native = column.ty.native()?;
        let name = native.split('(').next().unwrap_or_default().trim();
        let same = |key: &str, text: &str| key.eq_ignore_ascii_case(text);
        let found = |text: &str| self.types.iter().find(|(key, _)| same(key, text));
        let (_, mapped) = found(native).or_else(|| found(name))?;
        let of = |rust: &str| FieldType::named(rust, LogicalType::Native(native.to_owned()));
        Some(match mapped {
            MappedType::Rust(rust) => of(rust).with(TypeWord::Database(native.to_owned())),
            MappedType::Told(ToldType { rust, sql_type, newtype, json }) => {
                let mut ty = of(rust);
                match sql_type {
                    Some(path) => {
                        ty = ty.with(TypeWord::Diesel(path.clone()));
                        ty = ty.with(TypeWord::DatabaseToo(native.to_owned()));
                    }
                    None if !json => ty = ty.with(TypeWord::Database(native.to_owned())),
                    None => {}
                }
                if let Some(inner) = newtype {
                    ty = ty.with(TypeWord::Newtype(inner.clone()));
                }
                if *json {
                    ty = ty.with(TypeWord::Json);
                }
                ty
            }
        })
    }
}
