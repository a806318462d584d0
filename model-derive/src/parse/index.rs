//! Indexes and their parts, on the struct or on a field.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token};

use super::constraint::{NAME, RawColumns, Site, flag_alone, set};
use super::items::{
    at_element, empty, fields, items, name, number, once, pairs, text, twice, unknown_option,
    within,
};
use super::{Given, Text};
use crate::errors::Errors;

/// `index(a, b(desc), expression("lower(c)"), …)`, or `index` on a field
pub struct RawIndex {
    pub word: Span,
    pub columns: RawColumns,
    pub parts: Vec<RawPart>,
    pub name: Option<Given<Text>>,
    pub unique: bool,
    pub nulls_not_distinct: bool,
    pub method: Option<Given<Text>>,
    pub predicate: Option<Given<Text>>,
    pub include: Option<Given<Vec<Ident>>>,
    pub options: Vec<(Text, String)>,
    pub renamed_from: Option<Given<Text>>,
}

/// One part of an index.
pub struct RawPart {
    pub target: RawPartTarget,
    pub order: RawPartOrder,
}

/// What a part of an index orders.
pub enum RawPartTarget {
    Field(Ident),
    Expression(Text),
    /// The field that the index is written on.
    This,
}

/// How a part of an index orders it.
#[derive(Default)]
pub struct RawPartOrder {
    pub descending: bool,
    /// `true` is `NULLS FIRST`.
    pub nulls_first: Option<bool>,
    pub collation: Option<Given<Text>>,
    pub operator_class: Option<Given<Text>>,
    pub prefix: Option<Given<u32>>,
}

pub fn index(
    word: &Ident,
    input: ParseStream<'_>,
    site: Site,
    errors: &mut Errors,
) -> syn::Result<RawIndex> {
    const KNOWN: &[&str] = &[
        "name",
        "unique",
        "nulls_not_distinct",
        "method",
        "where",
        "include",
        "option",
        "expression",
        "renamed_from",
    ];
    let mut index = RawIndex {
        word: word.span(),
        columns: RawColumns::Listed(Vec::new()),
        parts: Vec::new(),
        name: None,
        unique: false,
        nulls_not_distinct: false,
        method: None,
        predicate: None,
        include: None,
        options: Vec::new(),
        renamed_from: None,
    };
    let mut own = RawPartOrder::default();
    let on_field = matches!(site, Site::Field(_));
    if let Site::Field(place) = site {
        index.columns = RawColumns::Field(place);
        if !input.peek(syn::token::Paren) {
            flag_alone(word, input)?;
            index.parts.push(RawPart { target: RawPartTarget::This, order: own });
            return Ok(index);
        }
    }
    within(word, input, "(first, second)", |content| {
        // Parts and options may stand in any order: `unique` alone is always the option.
        while !on_field && at_part(content) {
            index.parts.push(part(content, errors)?);
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
        items(content, errors, |option, input, errors| match option.to_string().as_str() {
            "name" => once(&mut index.name, option, text(option, input, NAME)?),
            "unique" => set(&mut index.unique, option, input),
            "nulls_not_distinct" => set(&mut index.nulls_not_distinct, option, input),
            "method" => once(&mut index.method, option, name(option, input, "gin")?),
            "where" => once(&mut index.predicate, option, text(option, input, "\"a > 0\"")?),
            "include" => once(&mut index.include, option, fields(option, input)?),
            "option" => pairs(option, input).map(|found| index.options.extend(found)),
            "renamed_from" => once(&mut index.renamed_from, option, text(option, input, NAME)?),
            "expression" if !on_field => {
                index.parts.push(expression_part(option, input, errors)?);
                Ok(())
            }
            _ if on_field && PART_OPTIONS.contains(&option.to_string().as_str()) => {
                part_option(&mut own, option, input)
            }
            _ => Err(unknown_option(option, "index", KNOWN)),
        });
        if !on_field && index.parts.is_empty() {
            return Err(empty(word.span(), word));
        }
        Ok(())
    })?;
    if on_field {
        index.parts.push(RawPart { target: RawPartTarget::This, order: own });
    }
    Ok(index)
}

/// Names that stand alone or with their own options, before any option of the index.
fn at_part(input: ParseStream<'_>) -> bool {
    let fork = input.fork();
    let Ok(word) = fork.call(Ident::parse_any) else { return false };
    match word.to_string().as_str() {
        "unique" | "nulls_not_distinct" => false,
        "include" | "option" => !fork.peek(syn::token::Paren) && at_element(input),
        "expression" => true,
        _ => fork.peek(syn::token::Paren) || at_element(input),
    }
}

fn part(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<RawPart> {
    let word = input.call(Ident::parse_any)?;
    if word == "expression" && input.peek(syn::token::Paren) {
        return expression_part(&word, input, errors);
    }
    let mut order = RawPartOrder::default();
    if input.peek(syn::token::Paren) {
        within(&word, input, "(desc)", |content| {
            items(content, errors, |option, input, _| part_option(&mut order, option, input));
            Ok(())
        })?;
    }
    Ok(RawPart { target: RawPartTarget::Field(word), order })
}

fn expression_part(
    word: &Ident,
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<RawPart> {
    within(word, input, "(\"lower(name)\")", |content| {
        let literal: LitStr = content.parse()?;
        let mut order = RawPartOrder::default();
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
        items(content, errors, |option, input, _| part_option(&mut order, option, input));
        Ok(RawPart { target: RawPartTarget::Expression(Text::from(&literal)), order })
    })
}

const PART_OPTIONS: &[&str] =
    &["asc", "desc", "nulls_first", "nulls_last", "collation", "operator_class", "prefix"];

fn part_option(part: &mut RawPartOrder, word: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
    match word.to_string().as_str() {
        "asc" => Ok(()),
        "desc" => set(&mut part.descending, word, input),
        "nulls_first" | "nulls_last" => {
            if part.nulls_first.is_some() {
                return Err(twice(word));
            }
            part.nulls_first = Some(word == "nulls_first");
            Ok(())
        }
        "collation" => once(&mut part.collation, word, text(word, input, "\"C\"")?),
        "operator_class" => {
            once(&mut part.operator_class, word, name(word, input, "text_pattern_ops")?)
        }
        "prefix" => once(&mut part.prefix, word, number(word, input, "20")?.value),
        _ => Err(unknown_option(word, "index", PART_OPTIONS)),
    }
}
