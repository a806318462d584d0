//! A field and its attributes.

use proc_macro2::Span;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, Lit, LitStr, Token, Type, TypePath, Visibility};

use super::auto::{RawAuto, auto};
use super::constraint::{self, RawCheck, RawForeignKey, RawUnique, Site};
use super::diesel::{OfField, of_field};
use super::index::{self, RawIndex};
use super::items::{
    flag, items, name, number, once, pairs, text, unknown, unknown_option, value, whole, within,
};
use super::view::{self, RawView};
use super::{Given, Text};
use crate::errors::Errors;

/// A field as it was written.
pub struct RawField {
    /// Whether an attribute of it could not be read, so that what is missing may be meant.
    pub broken: bool,
    pub vis: Visibility,
    pub ident: Ident,
    pub ty: Type,
    pub docs: Vec<Attribute>,
    pub primary_key: Option<Given<()>>,
    pub auto: Option<Given<RawAuto>>,
    pub column: Option<Given<Text>>,
    /// What Diesel's own attributes say.
    pub diesel: OfField,
    pub sql_type: Option<Given<RawSqlType>>,
    pub db_type: Option<Given<Text>>,
    pub max_length: Option<Given<Given<u32>>>,
    pub precision: Option<Given<Given<u32>>>,
    pub scale: Option<Given<Given<u32>>>,
    pub default: Option<Given<RawDefault>>,
    pub generated: Option<Given<(Text, bool)>>,
    pub collation: Option<Given<Text>>,
    pub charset: Option<Given<Text>>,
    pub on_update: Option<Given<Text>>,
    pub comment: Option<Given<Text>>,
    pub renamed_from: Option<Given<Text>>,
    pub options: Vec<(Text, String)>,
    pub enumeration: Option<Given<()>>,
    /// The type inside one of the program's own.
    pub newtype: Option<Given<Type>>,
    /// What stands before the columns of the embedded struct that the field is of.
    pub embed: Option<Given<Option<Text>>>,
    /// The field of the model that holds this one.
    pub within: Option<Within>,
    /// The field is of any type that serde knows.
    pub json: Option<Given<()>>,
    /// Counted at every write, which finds out whether somebody else wrote.
    pub version: Option<Given<()>>,
    /// Set to the time of every write.
    pub updated_at: Option<Given<()>>,
    pub uniques: Vec<RawUnique>,
    pub indexes: Vec<RawIndex>,
    pub checks: Vec<RawCheck>,
    pub foreign_keys: Vec<RawForeignKey>,
}

/// Where a column of an embedded struct is.
#[derive(Clone)]
pub struct Within {
    /// The field of the model.
    pub field: Ident,
    pub vis: Visibility,
    pub docs: Vec<Attribute>,
    /// The embedded struct.
    pub ty: Type,
    /// The field of it, and its place.
    pub inner: Ident,
    pub place: usize,
}

/// `sql_type = some::Path` or `sql_type = "VARCHAR(80)"`
pub enum RawSqlType {
    Diesel(TypePath),
    Database(Text),
}

/// `default = …`
pub enum RawDefault {
    Now(Span),
    Sql(Text),
    Literal { minus: Option<Span>, literal: Lit },
}

impl RawDefault {
    /// Where it is written.
    pub fn span(&self) -> Span {
        match self {
            Self::Now(span) => *span,
            Self::Sql(text) => text.span,
            Self::Literal { literal, .. } => literal.span(),
        }
    }
}

const KNOWN: &[&str] = &[
    "primary_key",
    "auto",
    "column",
    "sql_type",
    "db_type",
    "max_length",
    "precision",
    "scale",
    "default",
    "generated",
    "collation",
    "charset",
    "on_update",
    "comment",
    "renamed_from",
    "option",
    "enumeration",
    "newtype",
    "embed",
    "json",
    "version",
    "updated_at",
    "unique",
    "index",
    "check",
    "foreign_key",
];

/// Words of the struct that may be looked for here.
const OF_STRUCT: &[&str] =
    &["crate", "table", "schema", "strict", "without_rowid", "schema_only", "derive"];

/// Reads a field; `view` where its struct is that of a view, `alone` where Diesel's derives read its
/// attributes too.
pub fn field(
    place: usize,
    field: &syn::Field,
    mut view: Option<&mut RawView>,
    alone: bool,
    errors: &mut Errors,
) -> Option<RawField> {
    let ident = field.ident.clone()?;
    let mut raw = RawField {
        broken: false,
        vis: field.vis.clone(),
        ident,
        ty: field.ty.clone(),
        docs: Vec::new(),
        primary_key: None,
        auto: None,
        column: None,
        diesel: OfField::default(),
        sql_type: None,
        db_type: None,
        max_length: None,
        precision: None,
        scale: None,
        default: None,
        generated: None,
        collation: None,
        charset: None,
        on_update: None,
        comment: None,
        renamed_from: None,
        options: Vec::new(),
        enumeration: None,
        newtype: None,
        embed: None,
        within: None,
        json: None,
        version: None,
        updated_at: None,
        uniques: Vec::new(),
        indexes: Vec::new(),
        checks: Vec::new(),
        foreign_keys: Vec::new(),
    };
    let before = errors.count();
    for attribute in &field.attrs {
        if attribute.path().is_ident("doc") {
            raw.docs.push(attribute.clone());
        } else if attribute.path().is_ident("diesel") {
            of_field(&mut raw.diesel, attribute, alone, errors);
        } else if attribute.path().is_ident("model") {
            let read = attribute.parse_args_with(|input: ParseStream<'_>| {
                items(input, errors, |word, input, errors| match &mut view {
                    Some(view) => of_view(&mut raw, view, place, word, input, errors),
                    None => item(&mut raw, place, word, input, errors),
                });
                Ok(())
            });
            if let Err(error) = read {
                errors.push(error);
            }
        }
    }
    let of_diesel = raw.diesel.sql_type.take();
    raw.sql_type =
        raw.sql_type.or(of_diesel
            .map(|given| Given { word: given.word, value: RawSqlType::Diesel(given.value) }));
    raw.broken = errors.count() > before;
    Some(raw)
}

fn item(
    raw: &mut RawField,
    place: usize,
    word: &Ident,
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<()> {
    let site = Site::Field(place);
    match word.to_string().as_str() {
        "primary_key" => mark(&mut raw.primary_key, word, input),
        "auto" => once(&mut raw.auto, word, auto(word, input, errors)?),
        "column" => once(&mut raw.column, word, name(word, input, "\"name\"")?),
        "sql_type" => once(&mut raw.sql_type, word, sql_type(word, input)?),
        "db_type" => once(&mut raw.db_type, word, text(word, input, "\"citext\"")?),
        "max_length" => once(&mut raw.max_length, word, number(word, input, "80")?),
        "precision" => once(&mut raw.precision, word, number(word, input, "10")?),
        "scale" => once(&mut raw.scale, word, number(word, input, "2")?),
        "default" => once(&mut raw.default, word, default(word, input)?),
        "generated" => once(&mut raw.generated, word, generated(word, input, errors)?),
        "collation" => once(&mut raw.collation, word, text(word, input, "\"NOCASE\"")?),
        "charset" => once(&mut raw.charset, word, text(word, input, "\"utf8mb4\"")?),
        "on_update" => once(&mut raw.on_update, word, text(word, input, "\"CURRENT_TIMESTAMP\"")?),
        "comment" => once(&mut raw.comment, word, text(word, input, "\"what it holds\"")?),
        "renamed_from" => once(&mut raw.renamed_from, word, name(word, input, "\"old_name\"")?),
        "option" => pairs(word, input).map(|found| raw.options.extend(found)),
        "enumeration" => mark(&mut raw.enumeration, word, input),
        "newtype" => once(&mut raw.newtype, word, value(word, input, "String")?),
        "embed" => once(&mut raw.embed, word, embed(word, input, errors)?),
        "json" => mark(&mut raw.json, word, input),
        "version" => mark(&mut raw.version, word, input),
        "updated_at" => mark(&mut raw.updated_at, word, input),
        "unique" => whole(errors, |errors| constraint::unique(word, input, site, errors))
            .map(|it| raw.uniques.extend(it)),
        "index" => whole(errors, |errors| index::index(word, input, site, errors))
            .map(|it| raw.indexes.extend(it)),
        "check" => whole(errors, |errors| constraint::check(word, input, site, errors))
            .map(|it| raw.checks.extend(it)),
        "foreign_key" => whole(errors, |errors| constraint::foreign_key(word, input, site, errors))
            .map(|it| raw.foreign_keys.extend(it)),
        other if OF_STRUCT.contains(&other) => Err(syn::Error::new(
            word.span(),
            format!(
                "`{other}` belongs to the whole table: write `#[model({other} …)]` above the struct"
            ),
        )),
        _ => Err(unknown(word, KNOWN)),
    }
}

/// A word of a view's field.
fn of_view(
    raw: &mut RawField,
    view: &mut RawView,
    place: usize,
    word: &Ident,
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<()> {
    match word.to_string().as_str() {
        "joins" => {
            view.joins.push((place, word.span()));
            let site = Site::Field(place);
            whole(errors, |errors| constraint::foreign_key(word, input, site, errors))
                .map(|it| raw.foreign_keys.extend(it))
        }
        known if view::OF_FIELD.contains(&known) => item(raw, place, word, input, errors),
        "foreign_key" => Err(syn::Error::new(
            word.span(),
            "a view holds no foreign key: write `joins(parent::column)`",
        )),
        known if KNOWN.contains(&known) => Err(syn::Error::new(
            word.span(),
            format!(
                "`{known}` is a property of a table's column: the query says what a view holds"
            ),
        )),
        _ => Err(unknown(word, view::OF_FIELD)),
    }
}

/// `embed`, `embed(prefix = "…")`, where the prefix may be empty
fn embed(word: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Option<Text>> {
    if !input.peek(syn::token::Paren) {
        let on = flag(word, input)?;
        return if on { Ok(None) } else { Err(syn::Error::new(word.span(), "leave it out")) };
    }
    within(word, input, "(prefix = \"billing_\")", |content| {
        let mut prefix = None;
        items(content, errors, |option, input, _| match option.to_string().as_str() {
            "prefix" => {
                let literal: LitStr = value(option, input, "\"billing_\"")?;
                once(&mut prefix, option, Text::from(&literal))
            }
            _ => Err(unknown_option(option, "embed", &["prefix"])),
        });
        Ok(prefix.map(|given| given.value))
    })
}

/// A word that stands alone.
fn mark(place: &mut Option<Given<()>>, word: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
    if flag(word, input)? { once(place, word, ()) } else { Ok(()) }
}

fn sql_type(word: &Ident, input: ParseStream<'_>) -> syn::Result<RawSqlType> {
    if input.peek(Token![=]) && input.peek2(LitStr) {
        return Ok(RawSqlType::Database(text(word, input, "\"VARCHAR(80)\"")?));
    }
    Ok(RawSqlType::Diesel(value(word, input, "diesel::sql_types::Text")?))
}

const DEFAULTS: &str = "write a literal, `now` or `sql(\"…\")` after `default =`";

fn default(word: &Ident, input: ParseStream<'_>) -> syn::Result<RawDefault> {
    if !input.peek(Token![=]) {
        return Err(syn::Error::new(word.span(), DEFAULTS));
    }
    input.parse::<Token![=]>()?;
    if input.is_empty() {
        return Err(syn::Error::new(word.span(), DEFAULTS));
    }
    if input.peek(Ident) {
        let ident: Ident = input.parse()?;
        return match ident.to_string().as_str() {
            "now" => Ok(RawDefault::Now(ident.span())),
            "sql" => within(&ident, input, "(\"…\")", |content| {
                let literal: LitStr = content.parse()?;
                Ok(RawDefault::Sql(Text::from(&literal)))
            }),
            _ => Err(syn::Error::new(ident.span(), DEFAULTS)),
        };
    }
    let minus = input.parse::<Option<Token![-]>>()?.map(|minus| minus.span);
    let span = input.span();
    let literal = input.parse().map_err(|_| syn::Error::new(span, DEFAULTS))?;
    Ok(RawDefault::Literal { minus, literal })
}

fn generated(
    word: &Ident,
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<(Text, bool)> {
    within(word, input, "(\"price * amount\", stored)", |content| {
        let expression: LitStr = content.parse().map_err(|_| {
            syn::Error::new(word.span(), "write the expression: `generated(\"price * amount\")`")
        })?;
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
        let mut stored = None;
        items(content, errors, |option, input, _| match option.to_string().as_str() {
            "stored" | "virtual" => {
                flag(option, input)?;
                once(&mut stored, option, option == "stored")
            }
            _ => Err(unknown_option(option, "generated", &["stored", "virtual"])),
        });
        let stored = stored.is_some_and(|given: Given<bool>| given.value);
        Ok((Text::from(&expression), stored))
    })
}
