//! Keys and checks, on the struct or on a field.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Path, Token};

use super::items::{
    at_element, empty, fields, flag, items, name, once, text, twice, unknown_option, value, within,
};
use super::{Given, Text};
use crate::errors::Errors;

/// The fields of a constraint: listed on the struct, or the one it is written on.
pub enum RawColumns {
    /// On the struct.
    Listed(Vec<Ident>),
    /// On a field: its place among the fields.
    Field(usize),
}

/// Where an attribute stands decides whether it lists its fields.
#[derive(Clone, Copy)]
pub enum Site {
    /// On the struct.
    Struct,
    /// On the field of this place.
    Field(usize),
}

/// `primary_key(a, b, name = "…")`
pub struct RawPrimaryKey {
    pub columns: Vec<Ident>,
    pub name: Option<Given<Text>>,
}

/// `unique(a, b, name = "…")`, or `unique` on a field
pub struct RawUnique {
    pub word: Span,
    pub columns: RawColumns,
    pub name: Option<Given<Text>>,
    pub include: Option<Given<Vec<Ident>>>,
    pub nulls_not_distinct: bool,
    pub deferrable: Option<Given<Ident>>,
    pub renamed_from: Option<Given<Text>>,
}

/// `check("…", name = "…")`
pub struct RawCheck {
    pub word: Span,
    pub expression: Text,
    /// The field it is written on, which names it by default.
    pub field: Option<usize>,
    pub name: Option<Given<Text>>,
    pub not_valid: bool,
    pub no_inherit: bool,
    pub renamed_from: Option<Given<Text>>,
}

/// `exclude("USING gist (…)", name = "…")`
pub struct RawExclusion {
    pub word: Span,
    pub definition: Text,
    pub name: Option<Given<Text>>,
}

/// `foreign_key(parent::column, name = "…", …)` on a field, or on the struct
/// `foreign_key(columns(a, b), references(parent::x, parent::y), name = "…", …)`
pub struct RawForeignKey {
    pub word: Span,
    pub columns: RawColumns,
    pub references: Vec<Path>,
    pub name: Option<Given<Text>>,
    pub on_delete: Option<Given<Ident>>,
    pub on_update: Option<Given<Ident>>,
    pub deferrable: Option<Given<Ident>>,
    pub match_full: bool,
    pub on_delete_columns: Option<Given<Vec<Ident>>>,
    pub not_valid: bool,
    /// Whether Diesel is told of the join here; where nothing is said, by whose `table!` it is.
    pub join: Option<bool>,
    /// What the row that it leads to is called here.
    pub relation: Option<Given<Text>>,
    /// What the rows that lead here are called there.
    pub reverse: Option<Given<Text>>,
    pub renamed_from: Option<Given<Text>>,
}

/// A name in an example.
pub const NAME: &str = "\"another_name\"";

pub fn primary_key(
    word: &Ident,
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<RawPrimaryKey> {
    within(word, input, "(first, second)", |content| {
        let mut key = RawPrimaryKey { columns: leading_fields(content, &[])?, name: None };
        if key.columns.is_empty() {
            return Err(empty(word.span(), word));
        }
        items(content, errors, |option, input, _| match option.to_string().as_str() {
            "name" => once(&mut key.name, option, text(option, input, NAME)?),
            _ => Err(unknown_option(option, "primary_key", &["name"])),
        });
        Ok(key)
    })
}

pub fn unique(
    word: &Ident,
    input: ParseStream<'_>,
    site: Site,
    errors: &mut Errors,
) -> syn::Result<RawUnique> {
    const KNOWN: &[&str] = &["name", "include", "nulls_not_distinct", "deferrable", "renamed_from"];
    let mut unique = RawUnique {
        word: word.span(),
        columns: RawColumns::Listed(Vec::new()),
        name: None,
        include: None,
        nulls_not_distinct: false,
        deferrable: None,
        renamed_from: None,
    };
    if let Site::Field(place) = site {
        unique.columns = RawColumns::Field(place);
        if !input.peek(syn::token::Paren) {
            flag_alone(word, input)?;
            return Ok(unique);
        }
    }
    within(word, input, "(first, second)", |content| {
        if let RawColumns::Listed(columns) = &mut unique.columns {
            *columns = leading_fields(content, &["nulls_not_distinct", "deferrable"])?;
            if columns.is_empty() {
                return Err(empty(word.span(), word));
            }
        }
        items(content, errors, |option, input, _| match option.to_string().as_str() {
            "name" => once(&mut unique.name, option, text(option, input, NAME)?),
            "include" => once(&mut unique.include, option, fields(option, input)?),
            "nulls_not_distinct" => set(&mut unique.nulls_not_distinct, option, input),
            "deferrable" => once(&mut unique.deferrable, option, deferrable(option, input)?),
            "renamed_from" => once(&mut unique.renamed_from, option, text(option, input, NAME)?),
            _ => Err(unknown_option(option, "unique", KNOWN)),
        });
        Ok(())
    })?;
    Ok(unique)
}

pub fn check(
    word: &Ident,
    input: ParseStream<'_>,
    site: Site,
    errors: &mut Errors,
) -> syn::Result<RawCheck> {
    const KNOWN: &[&str] = &["name", "not_valid", "no_inherit", "renamed_from"];
    within(word, input, "(\"price > 0\")", |content| {
        let expression: LitStr = content.parse().map_err(|_| {
            syn::Error::new(word.span(), "write the condition first: `check(\"price > 0\")`")
        })?;
        if expression.value().trim().is_empty() {
            return Err(syn::Error::new(expression.span(), "this condition is empty"));
        }
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
        let mut check = RawCheck {
            word: word.span(),
            expression: Text::from(&expression),
            field: match site {
                Site::Struct => None,
                Site::Field(place) => Some(place),
            },
            name: None,
            not_valid: false,
            no_inherit: false,
            renamed_from: None,
        };
        items(content, errors, |option, input, _| match option.to_string().as_str() {
            "name" => once(&mut check.name, option, text(option, input, NAME)?),
            "not_valid" => set(&mut check.not_valid, option, input),
            "no_inherit" => set(&mut check.no_inherit, option, input),
            "renamed_from" => once(&mut check.renamed_from, option, text(option, input, NAME)?),
            _ => Err(unknown_option(option, "check", KNOWN)),
        });
        Ok(check)
    })
}

pub fn exclusion(
    word: &Ident,
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<RawExclusion> {
    const EXAMPLE: &str = "(\"USING gist (room WITH =, during WITH &&)\")";
    within(word, input, EXAMPLE, |content| {
        let definition: LitStr = content.parse().map_err(|_| {
            syn::Error::new(word.span(), format!("say what excludes what: `{word}{EXAMPLE}`"))
        })?;
        let starts = definition.value().trim_start().to_ascii_uppercase();
        if !starts.starts_with("USING ") && !starts.starts_with('(') {
            let message = format!("write what follows `EXCLUDE`: `{word}{EXAMPLE}`");
            return Err(syn::Error::new(definition.span(), message));
        }
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
        let mut exclusion =
            RawExclusion { word: word.span(), definition: Text::from(&definition), name: None };
        items(content, errors, |option, input, _| match option.to_string().as_str() {
            "name" => once(&mut exclusion.name, option, text(option, input, NAME)?),
            _ => Err(unknown_option(option, "exclude", &["name"])),
        });
        Ok(exclusion)
    })
}

pub fn foreign_key(
    word: &Ident,
    input: ParseStream<'_>,
    site: Site,
    errors: &mut Errors,
) -> syn::Result<RawForeignKey> {
    const OPTIONS: &[&str] = &[
        "name",
        "on_delete",
        "on_update",
        "on_delete_columns",
        "deferrable",
        "match_full",
        "not_valid",
        "join",
        "relation",
        "reverse",
        "renamed_from",
    ];
    let mut key = RawForeignKey {
        word: word.span(),
        columns: RawColumns::Listed(Vec::new()),
        references: Vec::new(),
        name: None,
        on_delete: None,
        on_update: None,
        deferrable: None,
        match_full: false,
        on_delete_columns: None,
        not_valid: false,
        join: None,
        relation: None,
        reverse: None,
        renamed_from: None,
    };
    let example = match site {
        Site::Struct => "(columns(a, b), references(parent::a, parent::b), name = \"…\")",
        Site::Field(_) => "(parent::id, name = \"…\")",
    };
    within(word, input, example, |content| {
        if let Site::Field(place) = site {
            key.columns = RawColumns::Field(place);
            if !content.peek(Ident::peek_any) && !content.peek(Token![::])
                || content.peek2(Token![=])
            {
                let message = format!("say where the key leads to first: `{word}{example}`");
                return Err(syn::Error::new(content.span(), message));
            }
            key.references.push(target(content)?);
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
        items(content, errors, |option, input, _| match option.to_string().as_str() {
            "columns" if matches!(site, Site::Struct) => {
                key.columns = RawColumns::Listed(fields(option, input)?);
                Ok(())
            }
            "references" if matches!(site, Site::Struct) => {
                key.references = within(option, input, "(parent::a, parent::b)", |content| {
                    content.parse_terminated(target, Token![,])
                })?
                .into_iter()
                .collect();
                Ok(())
            }
            "name" => once(&mut key.name, option, text(option, input, NAME)?),
            "on_delete" => once(&mut key.on_delete, option, action(option, input)?),
            "on_update" => once(&mut key.on_update, option, action(option, input)?),
            "deferrable" => once(&mut key.deferrable, option, deferrable(option, input)?),
            "on_delete_columns" => once(&mut key.on_delete_columns, option, fields(option, input)?),
            "match_full" => set(&mut key.match_full, option, input),
            "not_valid" => set(&mut key.not_valid, option, input),
            "join" => flag(option, input).map(|join| key.join = Some(join)),
            "relation" => once(&mut key.relation, option, name(option, input, "parent")?),
            "reverse" => once(&mut key.reverse, option, name(option, input, "children")?),
            "renamed_from" => once(&mut key.renamed_from, option, text(option, input, NAME)?),
            _ => {
                let mut known = OPTIONS.to_vec();
                if matches!(site, Site::Struct) {
                    known.extend(["columns", "references"]);
                }
                Err(unknown_option(option, "foreign_key", &known))
            }
        });
        Ok(())
    })?;
    Ok(key)
}

/// `parent::column`, with as many modules before it as it takes
fn target(input: ParseStream<'_>) -> syn::Result<Path> {
    let path = input.call(Path::parse_mod_style)?;
    if path.segments.len() < 2 {
        let message = "name the table and its column: `parent::id`";
        return Err(syn::Error::new(path.segments[0].ident.span(), message));
    }
    Ok(path)
}

/// `= cascade` and the like; which there are is known by the check
fn action(word: &Ident, input: ParseStream<'_>) -> syn::Result<Ident> {
    value(word, input, "cascade")
}

/// Nothing, or `= deferred` or `= immediate`
fn deferrable(word: &Ident, input: ParseStream<'_>) -> syn::Result<Ident> {
    if input.peek(Token![=]) {
        return value(word, input, "deferred");
    }
    Ok(Ident::new("immediate", word.span()))
}

/// The names before the first option; some options may stand alone as a name does.
fn leading_fields(content: ParseStream<'_>, options: &[&str]) -> syn::Result<Vec<Ident>> {
    let is_option = |word: Ident| options.iter().any(|option| word == option);
    let mut columns = Vec::new();
    while at_element(content) && !content.fork().call(Ident::parse_any).is_ok_and(is_option) {
        columns.push(content.call(Ident::parse_any)?);
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
    }
    Ok(columns)
}

pub fn set(place: &mut bool, word: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
    if *place {
        return Err(twice(word));
    }
    *place = flag(word, input)?;
    Ok(())
}

pub fn flag_alone(word: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
    if input.peek(Token![=]) {
        let message = format!("write `{word}` alone, or `{word}(name = {NAME})`");
        return Err(syn::Error::new(input.span(), message));
    }
    Ok(())
}
