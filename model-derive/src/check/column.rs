//! A field as a column.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Ident, Visibility, parse_quote};

use super::contradiction;
use super::default::{self, Default};
use super::diesel_types::of_diesel;
use super::types::{self, Features, Type};
use crate::errors::Errors;
use crate::parse::{Given, RawAuto, RawField, RawSqlType, Text, Within};

/// A column without contradictions.
#[derive(Clone)]
pub struct Column {
    pub vis: Visibility,
    /// The field of the struct; of an embedded one, what it would be called in the model.
    pub field: Ident,
    /// The field of the model that holds this one in an embedded struct.
    pub within: Option<Within>,
    /// The field's type, as it was written.
    pub rust: syn::Type,
    /// Its name among Diesel's columns.
    pub ident: Ident,
    /// The field's place in the source.
    pub span: Span,
    pub docs: Vec<Attribute>,
    /// Its name in the database.
    pub name: String,
    /// Diesel's SQL type, without `Nullable`; none where the field's type is a mistake.
    pub diesel: Option<TokenStream>,
    pub ty: Type,
    /// How the field becomes that type.
    pub held: Held,
    /// Whether every update sets it to the time of the update.
    pub updated_at: bool,
    pub nullable: bool,
    pub default: Option<Default>,
    /// Where the default is written.
    pub default_at: Span,
    pub auto: RawAuto,
    /// Whether it is part of what is inserted and updated.
    pub inserted: bool,
    pub updated: bool,
    pub generated: Option<(String, bool)>,
    pub collation: Option<String>,
    pub charset: Option<String>,
    pub on_update: Option<String>,
    pub comment: Option<String>,
    pub renamed_from: Option<String>,
    pub options: Vec<(String, String)>,
}

impl Column {
    /// Whether both are fields of one embedded struct.
    pub fn is_beside(&self, other: &Self) -> bool {
        match (&self.within, &other.within) {
            (Some(this), Some(other)) => this.field == other.field,
            _ => false,
        }
    }

    /// Where the field is in a row: `title`, or `address.street`.
    pub fn access(&self) -> TokenStream {
        match &self.within {
            Some(Within { field, inner, .. }) => quote!(#field.#inner),
            None => self.field.to_token_stream(),
        }
    }

    /// The field's type without its `Option`.
    pub fn inner(&self) -> &syn::Type {
        types::option(&self.rust).unwrap_or(&self.rust)
    }
}

/// How a field holds what its column does.
#[derive(Clone)]
pub enum Held {
    /// As it is.
    Plainly,
    /// In a type of its own around this one.
    Inside(Box<syn::Type>),
    /// As JSON.
    AsJson,
}

/// One field; `key` are the places of the primary key.
pub fn column(raw: &RawField, place: usize, key: &[usize], errors: &mut Errors) -> Column {
    let of_diesel = raw.diesel.column.as_ref().map(|given| given.value.clone());
    let ident = of_diesel.unwrap_or_else(|| raw.ident.clone());
    let name = match &raw.column {
        Some(given) => given.value.value.clone(),
        None => ident.unraw().to_string(),
    };
    let (nullable, mapped) = mapped(raw, errors);
    let (diesel, ty) = match mapped {
        Some((diesel, ty)) => (Some(diesel), ty),
        // What hangs on an unknown type is not a mistake too.
        None => (None, Type::Native(String::new())),
    };
    let ty = modifiers(raw, ty, errors);
    let auto = auto(raw, &ty, key == [place], errors);
    if nullable && key.contains(&place) {
        errors.at(raw.ty.span(), "a primary key is never NULL: take the `Option` off");
    }
    if let (Some(_), Some(default)) = (&raw.generated, &raw.default) {
        contradiction(errors, default.word, "default", "generated");
    }
    let default =
        raw.default.as_ref().and_then(|given| default::default(&given.value, &ty, &raw.ty, errors));
    let default = default.or(written_by_itself(raw, &ty, errors));
    Column {
        vis: raw.vis.clone(),
        field: raw.ident.clone(),
        rust: rust(raw),
        within: raw.within.clone(),
        span: raw.ident.span(),
        docs: raw.docs.clone(),
        ident,
        name,
        diesel,
        ty,
        held: held(raw),
        updated_at: raw.updated_at.is_some(),
        nullable,
        default,
        default_at: raw.default.as_ref().map_or(raw.ident.span(), |given| given.value.span()),
        auto,
        inserted: raw.generated.is_none() && raw.diesel.skip_insertion.is_none(),
        updated: raw.generated.is_none() && raw.diesel.skip_update.is_none(),
        generated: raw.generated.as_ref().map(|it| (it.value.0.value.clone(), it.value.1)),
        collation: string(&raw.collation),
        charset: string(&raw.charset),
        on_update: string(&raw.on_update),
        comment: None,
        renamed_from: string(&raw.renamed_from),
        options: super::pairs(&raw.options, errors),
    }
}

/// The field's type; of an embedded struct, by the struct and the field's place, since what it
/// says is not in scope here.
fn rust(raw: &RawField) -> syn::Type {
    let Some(Within { ty, place, .. }) = &raw.within else { return raw.ty.clone() };
    if types::is_everywhere(types::option(&raw.ty).unwrap_or(&raw.ty)) {
        return raw.ty.clone();
    }
    let projection = parse_quote!(<#ty as ::model_core::embed::Field<#place>>::Type);
    match types::option(&raw.ty) {
        Some(_) => parse_quote!(::core::option::Option<#projection>),
        None => projection,
    }
}

fn held(raw: &RawField) -> Held {
    match (&raw.newtype, &raw.json) {
        (Some(inner), _) => Held::Inside(Box::new(inner.value.clone())),
        (None, Some(_)) => Held::AsJson,
        (None, None) => Held::Plainly,
    }
}

/// The default of a version and of the time of the last write, where none is given.
fn written_by_itself(raw: &RawField, ty: &Type, errors: &mut Errors) -> Option<Default> {
    let (word, default) = match (&raw.version, &raw.updated_at) {
        (Some(given), _) => {
            if !matches!(ty, Type::Integer(2 | 4 | 8)) || types::option(&raw.ty).is_some() {
                let message = "a version is a whole number that is never NULL: make it an `i32`";
                errors.at(given.word, message);
            }
            ("version", Default::Integer(1))
        }
        (None, Some(given)) => {
            if !matches!(ty, Type::Timestamp | Type::TimestampTz) {
                let message = "`updated_at` is a point in time: make it a `NaiveDateTime`";
                errors.at(given.word, message);
            }
            ("updated_at", Default::Now)
        }
        (None, None) => return None,
    };
    if let Some(given) = &raw.generated {
        contradiction(errors, given.word, word, "generated");
    }
    Some(default)
}

fn string(given: &Option<Given<Text>>) -> Option<String> {
    given.as_ref().map(|given| given.value.value.clone())
}

/// Whether it may be NULL, and the type, from the field or from what is written above it.
fn mapped(raw: &RawField, errors: &mut Errors) -> (bool, Option<(TokenStream, Type)>) {
    let inner = types::option(&raw.ty);
    let rust = inner.unwrap_or(&raw.ty);
    if let Some(given) = &raw.db_type
        && !matches!(&raw.sql_type, Some(Given { value: RawSqlType::Diesel(_), .. }))
    {
        let message = format!("write `sql_type = {:?}` for this", given.value.value);
        errors.at(given.word, message);
    }
    let kinds = [
        ("enumeration", raw.enumeration.as_ref().map(|given| given.word)),
        ("newtype", raw.newtype.as_ref().map(|given| given.word)),
        ("json", raw.json.as_ref().map(|given| given.word)),
    ];
    let mut kinds = kinds.into_iter().filter_map(|(word, at)| Some((word, at?)));
    if let (Some((first, _)), Some((second, at))) = (kinds.next(), kinds.next()) {
        contradiction(errors, at, first, second);
    }
    // A type of the program's own is mapped as the one inside it.
    let rust = raw.newtype.as_ref().map_or(rust, |given| &given.value);
    let result = match &raw.sql_type {
        None if raw.json.is_some() => {
            types::json(Features::ENABLED, "json").map_err(|message| (rust.span(), message))
        }
        _ if raw.enumeration.is_some() => {
            if let Some(given) = &raw.sql_type {
                contradiction(errors, given.word, "sql_type", "enumeration");
            }
            Ok((quote!(#rust), Type::Enum(Box::new(rust.clone()))))
        }
        None => types::of_rust(rust, Features::ENABLED).map_err(|message| (rust.span(), message)),
        Some(Given { value: RawSqlType::Database(text), .. }) => {
            of_database(rust, text).map_err(|message| (text.span, message))
        }
        Some(Given { value: RawSqlType::Diesel(path), .. }) => {
            of_path(raw, path).map_err(|message| (path.span(), message))
        }
    };
    let mapped = result.map_err(|(span, message)| errors.at(span, message)).ok();
    (inner.is_some(), mapped)
}

/// `sql_type = "…"`: the database's type, with Diesel's from the field.
fn of_database(rust: &syn::Type, text: &Text) -> Result<(TokenStream, Type), String> {
    let on_all = types::of_rust(rust, Features::ENABLED);
    match on_all.or_else(|message| of_others(rust, message)) {
        Ok((diesel, _)) => Ok((diesel, Type::Native(text.value.clone()))),
        Err(message) if message == types::FLOATS => Err(message),
        Err(_) => Err(format!(
            "Diesel's type of the field isn't known: write `sql_type = some::Path, db_type = {:?}`",
            text.value
        )),
    }
}

/// What SQLite alone has no type for: where it is one of several databases, a model that says its type is for
/// the others.
fn of_others(rust: &syn::Type, message: String) -> Result<(TokenStream, Type), String> {
    let on = Features::ENABLED;
    match message == types::FLOATS && (on.postgres || on.mysql) {
        true => types::of_rust(rust, Features { sqlite: false, ..on }),
        false => Err(message),
    }
}

/// `sql_type = some::Path`: Diesel's type, with the database's from it or from `db_type`.
fn of_path(raw: &RawField, path: &syn::TypePath) -> Result<(TokenStream, Type), String> {
    let (diesel, known) = of_diesel(path)?;
    let rust = raw.newtype.as_ref().map_or(&raw.ty, |given| &given.value);
    if matches!(known, Some(Type::Decimal { .. })) {
        let rust = types::option(rust).unwrap_or(rust);
        let on_all = types::of_rust(rust, Features::ENABLED);
        match on_all.or_else(|message| of_others(rust, message)) {
            Err(message) if message == types::FLOATS => return Err(message),
            _ => {}
        }
    }
    match (&raw.db_type, known) {
        (Some(given), _) => Ok((diesel, Type::Native(given.value.value.clone()))),
        (None, Some(known)) => Ok((diesel, known)),
        (None, None) => Err("what the database calls this type isn't known: write `db_type = \
                             \"…\"` beside it"
            .to_owned()),
    }
}

/// `max_length`, `precision` and `scale`, each on its types only.
fn modifiers(raw: &RawField, mut ty: Type, errors: &mut Errors) -> Type {
    let positive = |given: &Given<Given<u32>>, errors: &mut Errors| {
        if given.value.value == 0 {
            errors.at(given.value.word, "nothing fits into 0: write at least 1");
        }
        given.value.value
    };
    let wrong = |given: &Given<Given<u32>>, word: &str, of: &str, errors: &mut Errors| {
        let message = match &ty {
            Type::Native(text) if text.is_empty() => return,
            Type::Native(_) => format!("`{word}` goes into the text of the database's own type"),
            _ => format!("`{word}` is a property of {of}: leave it out"),
        };
        errors.at(given.word, message);
    };
    if let Some(given) = &raw.max_length
        && !matches!(ty, Type::Text { .. } | Type::Binary { .. })
    {
        wrong(given, "max_length", "`String` and `Vec<u8>`", errors);
    }
    for (given, word) in [(&raw.precision, "precision"), (&raw.scale, "scale")] {
        if let Some(given) = given
            && !matches!((word, &ty), (_, Type::Decimal { .. }) | ("precision", Type::Units { .. }))
        {
            match ty {
                Type::Units { scale, .. } => {
                    let message =
                        format!("the type has {scale} digits after the point: leave it out");
                    errors.at(given.word, message);
                }
                _ => wrong(given, word, "decimal numbers", errors),
            }
        }
    }
    match &mut ty {
        Type::Text { max_length } | Type::Binary { max_length } => {
            *max_length = raw.max_length.as_ref().map(|given| positive(given, errors));
        }
        Type::Units { precision, scale } => {
            let Some(given) = &raw.precision else { return ty };
            *precision = positive(given, errors);
            if *precision > types::DIGITS || *precision < *scale {
                let message = format!("write a number of digits from {scale} to {}", types::DIGITS);
                errors.at(given.value.word, message);
            }
        }
        Type::Decimal { precision, scale } => {
            *precision = raw.precision.as_ref().map(|given| positive(given, errors));
            *scale = raw.scale.as_ref().map(|given| given.value.value);
            match (&raw.precision, &raw.scale) {
                (None, Some(given)) => {
                    errors.at(given.word, "`scale` needs `precision = …` beside it");
                }
                (Some(all), Some(after)) if after.value.value > all.value.value => {
                    let message = "there can't be more digits after the point than in all: raise \
                                   `precision`";
                    errors.at(after.value.word, message);
                }
                _ => {}
            }
        }
        _ => {}
    }
    ty
}

/// `id` counts by itself unless something else fills it.
fn auto(raw: &RawField, ty: &Type, is_whole_key: bool, errors: &mut Errors) -> RawAuto {
    let countable = matches!(ty, Type::Integer(_) | Type::Unsigned(_));
    let Some(given) = &raw.auto else {
        let filled =
            raw.default.is_some() || raw.generated.is_some() || !raw.foreign_keys.is_empty();
        let by_default = is_whole_key && raw.ident == "id" && countable && !filled;
        return RawAuto { on: by_default, ..RawAuto::default() };
    };
    if !given.value.on {
        return RawAuto::default();
    }
    let native = matches!(ty, Type::Native(_));
    if !countable && !native {
        errors.at(given.word, "only a whole number can be counted up: leave `auto` out");
    } else if types::option(&raw.ty).is_some() {
        errors.at(given.word, "a counted column is never NULL: take the `Option` off its type");
    }
    if raw.default.is_some() {
        contradiction(errors, given.word, "auto", "default");
    }
    if raw.generated.is_some() {
        contradiction(errors, given.word, "auto", "generated");
    }
    given.value
}
