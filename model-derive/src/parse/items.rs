//! The grammar that all attributes share: `word`, `word = value` and `word(items)`, between commas.

use proc_macro2::{Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitBool, LitInt, LitStr, Token, parenthesized};

use super::{Given, Text};
use crate::errors::Errors;

/// Reads items until the end, giving each with its first word to `item`. A mistake in one is
/// recorded and the next one is read all the same.
pub fn items(
    input: ParseStream<'_>,
    errors: &mut Errors,
    mut item: impl FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) {
    while !input.is_empty() {
        let result = input.call(Ident::parse_any).and_then(|word| item(&word, input, errors));
        end_item(input, errors, result);
    }
}

/// After an item: its error, or what should not follow it, and then the comma.
fn end_item(input: ParseStream<'_>, errors: &mut Errors, result: syn::Result<()>) {
    match result {
        Err(error) => {
            errors.push(error);
            skip_to_comma(input);
        }
        Ok(()) if !input.is_empty() && !input.peek(Token![,]) => {
            errors.at(input.span(), "a comma should stand here");
            skip_to_comma(input);
        }
        Ok(()) => {}
    }
    // Either there is one, or the input is at its end.
    let _ = input.parse::<Token![,]>();
}

fn skip_to_comma(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        let _ = input.parse::<TokenTree>();
    }
}

/// The mistake of a word that is none of those known in an attribute.
pub fn unknown(word: &Ident, known: &[&str]) -> syn::Error {
    unknown_word(word, "attribute", "", known)
}

/// The mistake of a word that is none of those known between the parentheses of another.
pub fn unknown_option(word: &Ident, of: &str, known: &[&str]) -> syn::Error {
    unknown_word(word, "option", &format!(" of `{of}`"), known)
}

/// The mistake of a word in Diesel's attribute that is none of those a model honours.
pub fn unknown_of_diesel(word: &Ident, known: &[&str]) -> syn::Error {
    unknown_word(word, "attribute", " of Diesel's that models honour", known)
}

fn unknown_word(word: &Ident, what: &str, of: &str, known: &[&str]) -> syn::Error {
    let written = word.unraw().to_string();
    let near = known
        .iter()
        .map(|name| (strsim::osa_distance(&written, name), name))
        .filter(|(distance, name)| *distance <= (name.len().max(written.len()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance);
    let message = match near {
        Some((_, name)) => format!("there is no {what} `{written}`{of}: did you mean `{name}`?"),
        None => format!("there is no {what} `{written}`{of}, only {}", list(known)),
    };
    syn::Error::new(word.span(), message)
}

fn list(known: &[&str]) -> String {
    let quoted: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.join(""),
    }
}

/// Puts a value where none may be yet.
pub fn once<T>(place: &mut Option<Given<T>>, word: &Ident, value: T) -> syn::Result<()> {
    if place.is_some() {
        return Err(twice(word));
    }
    *place = Some(Given { word: word.span(), value });
    Ok(())
}

/// The mistake of a word that was there before.
pub fn twice(word: &Ident) -> syn::Error {
    syn::Error::new(word.span(), format!("`{word}` is given twice: leave one of them out"))
}

/// `= value`
pub fn value<T: Parse>(word: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<T> {
    let wrong = |span| syn::Error::new(span, format!("write `{word} = {example}`"));
    if !input.peek(Token![=]) {
        return Err(wrong(word.span()));
    }
    input.parse::<Token![=]>()?;
    let span = if input.is_empty() { word.span() } else { input.span() };
    input.parse().map_err(|_| wrong(span))
}

/// `= "text"`
pub fn text(word: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<Text> {
    let literal: LitStr = value(word, input, example)?;
    if literal.value().is_empty() {
        let message = format!("`{word}` is empty: write `{word} = {example}`");
        return Err(syn::Error::new(literal.span(), message));
    }
    Ok(Text::from(&literal))
}

/// `= "name"` or `= name`
pub fn name(word: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<Text> {
    if input.peek(Token![=]) && input.peek2(Ident::peek_any) {
        input.parse::<Token![=]>()?;
        return Ok(Text::from(&input.call(Ident::parse_any)?));
    }
    text(word, input, example)
}

/// `= 80`
pub fn number(word: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<Given<u32>> {
    let literal: LitInt = value(word, input, example)?;
    match literal.base10_parse() {
        Ok(value) => Ok(Given { word: literal.span(), value }),
        Err(_) => {
            let message = format!("write a whole number: `{word} = {example}`");
            Err(syn::Error::new(literal.span(), message))
        }
    }
}

/// Nothing, or `= true` or `= false`
pub fn flag(word: &Ident, input: ParseStream<'_>) -> syn::Result<bool> {
    if input.peek(Token![=]) {
        let literal: LitBool = value(word, input, "false")?;
        return Ok(literal.value);
    }
    if input.peek(syn::token::Paren) {
        return Err(syn::Error::new(input.span(), format!("write `{word}` alone")));
    }
    Ok(true)
}

/// `(…)`: what is between, and the span of it all.
pub fn within<T>(
    word: &Ident,
    input: ParseStream<'_>,
    example: &str,
    read: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    if !input.peek(syn::token::Paren) {
        return Err(syn::Error::new(word.span(), format!("write `{word}{example}`")));
    }
    let content;
    parenthesized!(content in input);
    let value = read(&content);
    if value.is_err() {
        // One mistake is enough: what is left over would be another.
        while !content.is_empty() {
            content.parse::<TokenTree>()?;
        }
    }
    value
}

/// What `read` reads, unless it found a mistake on the way: what it misses may be meant, and
/// would only be complained about again.
pub fn whole<T>(
    errors: &mut Errors,
    read: impl FnOnce(&mut Errors) -> syn::Result<T>,
) -> syn::Result<Option<T>> {
    let before = errors.count();
    let value = read(errors)?;
    Ok((errors.count() == before).then_some(value))
}

/// Whether the next is a name that stands alone, so an element of a list and no option.
pub fn at_element(input: ParseStream<'_>) -> bool {
    input.peek(Ident::peek_any)
        && (input.peek2(Token![,]) || {
            let fork = input.fork();
            fork.call(Ident::parse_any).is_ok() && fork.is_empty()
        })
}

/// `(a, b)`: names of fields
pub fn fields(word: &Ident, input: ParseStream<'_>) -> syn::Result<Vec<Ident>> {
    within(word, input, "(first, second)", |content| {
        let list = content.parse_terminated(Ident::parse_any, Token![,])?;
        if list.is_empty() {
            return Err(empty(word.span(), word));
        }
        Ok(list.into_iter().collect())
    })
}

/// The mistake of a list of nothing.
pub fn empty(span: Span, word: &Ident) -> syn::Error {
    syn::Error::new(span, format!("`{word}` names no field: write `{word}(first, second)`"))
}

/// `("key" = "value")` or `(key = "value")` or `(key = 70)`, each by comma
pub fn pairs(word: &Ident, input: ParseStream<'_>) -> syn::Result<Vec<(Text, String)>> {
    within(word, input, "(engine = \"InnoDB\")", |content| {
        let mut pairs = Vec::new();
        while !content.is_empty() {
            let key = if content.peek(LitStr) {
                Text::from(&content.parse::<LitStr>()?)
            } else {
                Text::from(&content.call(Ident::parse_any)?)
            };
            content.parse::<Token![=]>()?;
            let value = match content.parse::<syn::Lit>()? {
                syn::Lit::Str(text) => text.value(),
                syn::Lit::Int(number) => number.base10_digits().to_owned(),
                syn::Lit::Float(number) => number.base10_digits().to_owned(),
                syn::Lit::Bool(value) => value.value.to_string(),
                other => return Err(syn::Error::new(other.span(), "write a text or a number")),
            };
            pairs.push((key, value));
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
        Ok(pairs)
    })
}
