//! A `table!` that was there before its model, `#[model(table = crate::schema::posts)]`.
//!
//! How a crate of plain Diesel moves to models by it stands in [the guide](crate::guide::existing_crate); here is what the
//! derive asks of such a table.

use std::marker::PhantomData;

use diesel::query_source::Column;

use crate::registry::NameDef;
use crate::target::{ModelTable, UniqueColumn, UniqueColumns};

/// An SQL type that is the one which the `table!` has.
#[diagnostic::on_unimplemented(
    message = "the `table!` has another type for this column than the field: `{T}`, not `{Self}`",
    label = "the `table!` says `{T}`",
    note = "change the field, or write the type of the `table!` as `sql_type = …` above it"
)]
pub trait TypeOf<T> {
    /// Read by the derive, to compile only where this trait is implemented.
    const SAME: () = ();
}

impl<T> TypeOf<T> for T {}

/// The primary key of a `table!`, which is that of the model `K`.
#[diagnostic::on_unimplemented(
    message = "the `table!` has another primary key than the model",
    label = "not the key of the `table!`",
    note = "write `primary_key(…)` with the fields of its key, in its order"
)]
pub trait KeyOf<K> {
    /// Read by the derive, to compile only where this trait is implemented.
    const SAME: () = ();
}

impl<K> KeyOf<K> for K {}

/// Compiles where a column has the name in the database that its model says.
pub const fn is_named(of_table: &str, of_model: &str) {
    if !is_same(of_table, of_model) {
        let message = Message::EMPTY
            .with("the `table!` says that this column is `")
            .with(of_table)
            .with("` in the database: write `column = \"")
            .with(of_table)
            .with("\"` above the field");
        panic!("{}", message.text());
    }
}

/// Compiles where a model has all the columns of the `table!`: one that it left out would look as if
/// it were to be dropped.
pub const fn has_all(of_table: &[&str], of_model: &[&str]) {
    let mut place = 0;
    while place < of_table.len() {
        if !has(of_model, of_table[place]) {
            let message = Message::EMPTY
                .with("the `table!` has the column `")
                .with(of_table[place])
                .with("`, and the struct has no field for it: a model has all the columns");
            panic!("{}", message.text());
        }
        place += 1;
    }
}

const fn has(names: &[&str], name: &str) -> bool {
    let mut place = 0;
    while place < names.len() {
        if is_same(names[place], name) {
            return true;
        }
        place += 1;
    }
    false
}

const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut place = 0;
    while place < a.len() {
        if a[place] != b[place] {
            return false;
        }
        place += 1;
    }
    true
}

/// A text that is put together while the program is compiled.
struct Message {
    bytes: [u8; 512],
    length: usize,
}

impl Message {
    const EMPTY: Self = Self { bytes: [0; 512], length: 0 };

    const fn with(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        let mut place = 0;
        while place < text.len() && self.length < self.bytes.len() {
            self.bytes[self.length] = text[place];
            self.length += 1;
            place += 1;
        }
        self
    }

    const fn text(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "the `table!` and the model have different columns",
        }
    }
}

/// The columns of a table, as Diesel has them together.
pub trait Columns {
    /// Their names in the database.
    const NAMES: &'static [&'static str];
}

macro_rules! columns {
    ($($column:ident)*) => { columns!(@ [] $($column)*); };
    (@ [$($before:ident)*]) => {};
    (@ [$($before:ident)*] $next:ident $($after:ident)*) => {
        impl<$($before: Column,)* $next: Column> Columns for ($($before,)* $next,) {
            const NAMES: &'static [&'static str] = &[$($before::NAME,)* $next::NAME];
        }
        columns!(@ [$($before)* $next] $($after)*);
    };
}

// As many as Diesel's tables can have.
columns! {
    C0 C1 C2 C3 C4 C5 C6 C7 C8 C9 C10 C11 C12 C13 C14 C15 C16 C17 C18 C19 C20 C21 C22 C23 C24
    C25 C26 C27 C28 C29 C30 C31 C32 C33 C34 C35 C36 C37 C38 C39 C40 C41 C42 C43 C44 C45 C46 C47
    C48 C49 C50 C51 C52 C53 C54 C55 C56 C57 C58 C59 C60 C61 C62 C63 C64 C65 C66 C67 C68 C69 C70
    C71 C72 C73 C74 C75 C76 C77 C78 C79 C80 C81 C82 C83 C84 C85 C86 C87 C88 C89 C90 C91 C92 C93
    C94 C95 C96 C97 C98 C99 C100 C101 C102 C103 C104 C105 C106 C107 C108 C109 C110 C111 C112
    C113 C114 C115 C116 C117 C118 C119 C120 C121 C122 C123 C124 C125 C126 C127
}

/// Where a key leads.
#[derive(Debug, Clone, Copy)]
pub struct Lead<C>(PhantomData<C>);

/// To a column of a model.
#[derive(Debug, Clone, Copy)]
pub struct ToModel<C>(PhantomData<C>);

/// To a column of a `table!` whose struct is no model.
#[derive(Debug, Clone, Copy)]
pub struct ToTable<C>(PhantomData<C>);

impl<C: Column> Lead<C>
where
    C::Table: ModelTable,
{
    /// To a model: what an inherent constant says goes before what a trait's does.
    pub const TO: ToModel<C> = ToModel(PhantomData);
}

/// Where a key leads that leads to no model.
pub trait WithoutModel {
    /// The column.
    type Column;
    /// To a table alone.
    const TO: ToTable<Self::Column> = ToTable(PhantomData);
}

impl<C> WithoutModel for Lead<C> {
    type Column = C;
}

impl<C: Column> ToModel<C>
where
    C::Table: ModelTable,
{
    /// Compiles where the column is unique.
    pub const fn to_unique(self)
    where
        C: UniqueColumn,
    {
    }

    /// Compiles where the columns together are unique.
    pub const fn to_unique_columns<S>(self)
    where
        C::Table: UniqueColumns<S>,
    {
    }

    /// The table as its model calls it.
    pub const fn name(self, _module: &'static str) -> NameDef {
        NameDef { schema: <C::Table as ModelTable>::SCHEMA, name: <C::Table as ModelTable>::NAME }
    }
}

impl<C> ToTable<C> {
    /// Nobody knows yet.
    pub const fn to_unique(self) {}

    /// Nobody knows yet.
    pub const fn to_unique_columns<S>(self) {}

    /// The table as Diesel's module is called.
    pub const fn name(self, module: &'static str) -> NameDef {
        NameDef { schema: None, name: module }
    }
}
