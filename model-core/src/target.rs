//! What a foreign key may lead to, as the compiler sees it. The derive implements these; the
//! messages are what a person reads when a key leads somewhere else.

use std::marker::PhantomData;

use crate::registry::EnumDef;
use diesel::deserialize::FromSql;
use diesel::query_source::Column;
use diesel::sql_types::{Nullable, SqlType, Text, is_nullable};

/// An enumeration whose values a column holds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no enumeration of models",
    label = "not an enumeration of models",
    note = "write `#[derive(ModelEnum)]` on it"
)]
pub trait ModelEnum {
    /// Its name and values.
    const DEF: &'static EnumDef;
    /// What is stored for this value.
    fn text(&self) -> &'static str;
    /// The value that this text is stored for.
    fn of_text(text: &str) -> Option<Self>
    where
        Self: Sized;
}

/// There is only where `E` is an enumeration of models. The derive of a model names the type before
/// all else, so that this is the first that the compiler says.
#[derive(Debug, Clone, Copy)]
pub struct Enumeration<E: ModelEnum>(PhantomData<E>);

impl<E: ModelEnum> Enumeration<E> {
    /// The one value.
    pub const KNOWN: Self = Self(PhantomData);
}

/// Compiles where the text is stored for a value of the enumeration; read by the derive of a model
/// whose default it is.
pub const fn is_value_of<E: ModelEnum>(text: &str) {
    let values = E::DEF.values;
    let mut place = 0;
    while place < values.len() {
        if is_same(values[place].0.as_bytes(), text.as_bytes()) {
            return;
        }
        place += 1;
    }
    panic!("this default is none of the enumeration's values")
}

const fn is_same(a: &[u8], b: &[u8]) -> bool {
    let mut place = 0;
    while place < a.len() && place < b.len() && a[place] == b[place] {
        place += 1;
    }
    place == a.len() && place == b.len()
}

/// Reads a value of an enumeration; a text that stands for none is an error that names it.
pub fn read_enum<E, DB>(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<E>
where
    E: ModelEnum,
    DB: diesel::backend::Backend,
    *const str: FromSql<Text, DB>,
{
    text::<DB, _>(bytes, |text| {
        E::of_text(text).ok_or_else(|| {
            let known: Vec<&str> = E::DEF.values.iter().map(|(name, _)| *name).collect();
            let name = E::DEF.name.name;
            format!("`{text}` is no value of `{name}`, which has {}", known.join(", ")).into()
        })
    })
}

/// Reads a text where it lies, without a copy.
pub(crate) fn text<DB, T>(
    bytes: DB::RawValue<'_>,
    read: impl FnOnce(&str) -> diesel::deserialize::Result<T>,
) -> diesel::deserialize::Result<T>
where
    DB: diesel::backend::Backend,
    *const str: FromSql<Text, DB>,
{
    let text: *const str = FromSql::from_sql(bytes)?;
    // Diesel reads text by pointer so that nothing is copied, and its `String` does the same: the
    // pointer is never null and leads into `bytes`, which are there until this returns.
    #[allow(unsafe_code)]
    read(unsafe { &*text })
}

/// A type of its own around one that a column holds: `struct Email(String)`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no type that models know",
    label = "not a type that models know",
    note = "write `#[derive(ModelType)]` on it"
)]
pub trait ModelType {
    /// The type inside.
    type Inner;
}

/// Compiles where `T` is a type around `I`, and says so at a field that calls it one.
pub const fn wraps<T: ModelType<Inner = I>, I>() {}

/// A Diesel table made by `#[derive(Model)]`.
#[diagnostic::on_unimplemented(
    message = "a foreign key can only lead to a table that `#[derive(Model)]` made",
    label = "this table has no model",
    note = "derive `Model` for the struct of that table"
)]
pub trait ModelTable: diesel::Table {
    /// Its namespace, where it isn't the default one.
    const SCHEMA: Option<&'static str>;
    /// Its name in the database.
    const NAME: &'static str;
}

/// A model whose rows are told apart by a primary key.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no primary key, so that its rows can only be loaded and inserted",
    label = "no primary key"
)]
pub trait Keyed {}

impl<M: Keyed> Keyed for &M {}

/// A column that alone is the primary key or unique.
#[diagnostic::on_unimplemented(
    message = "a foreign key can't lead to a column that is neither the primary key nor unique: \
               write `#[model(unique)]` on that field, or lead the key to the primary key",
    label = "neither the primary key nor unique"
)]
pub trait UniqueColumn: Column {
    /// Read by the derive of a key's holder, to compile only where this trait is implemented.
    const UNIQUE: () = ();
}

/// A table in which the columns `C`, in the order of their names, are the primary key or a
/// unique constraint.
#[diagnostic::on_unimplemented(
    message = "a foreign key can't lead to columns that are together neither the primary key nor \
               unique: write `#[model(unique(…))]` with them on that struct, or lead the key to \
               its primary key",
    label = "together neither the primary key nor unique"
)]
pub trait UniqueColumns<C>: ModelTable {
    /// Read by the derive of a key's holder, to compile only where this trait is implemented.
    const UNIQUE: () = ();
}

/// Two SQL types whose values can be equal, which are those that are one.
#[diagnostic::on_unimplemented(
    message = "a foreign key of SQL type `{Self}` can't lead to a column of SQL type `{Parent}`: \
               give both fields the same type",
    label = "this is a `{Parent}`, and the key is a `{Self}`"
)]
pub trait SameSqlType<Parent> {
    /// Read by the derive of a key's holder, to compile only where this trait is implemented.
    const SAME: () = ();
}

impl<T> SameSqlType<T> for T {}

/// The SQL type of a column without its `Nullable`: a key may be NULL, its target needn't.
pub type SqlTypeOf<C> = Bare<<C as diesel::Expression>::SqlType>;

/// An SQL type without its `Nullable`.
pub type Bare<T> = <<T as SqlType>::IsNull as BareOf<T>>::Bare;

/// Takes the `Nullable` off an SQL type, chosen by whether there is one.
pub trait BareOf<T> {
    /// The type without it.
    type Bare;
}

impl<T> BareOf<T> for is_nullable::NotNull {
    type Bare = T;
}

impl<T> BareOf<Nullable<T>> for is_nullable::IsNullable {
    type Bare = T;
}
