//! `auto` above a field: whether and how the database counts.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitBool, LitInt, Token};

use super::constraint::set;
use super::items::{flag, items, twice, unknown_option, value, within};
use crate::errors::Errors;

/// `auto`, `auto = false`, `auto = strict`, `auto(always, start = 1000)`
#[derive(Clone, Copy, PartialEq, Default)]
pub struct RawAuto {
    /// It counts at all.
    pub on: bool,
    pub strict: bool,
    pub always: bool,
    pub start: Option<i64>,
    pub increment: Option<i64>,
    pub min: Option<i64>,
    pub max: Option<i64>,
    pub cycle: bool,
}

const KNOWN: &[&str] = &["strict", "always", "start", "increment", "min", "max", "cycle"];

pub fn auto(word: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<RawAuto> {
    let mut auto = RawAuto { on: true, ..RawAuto::default() };
    if input.peek(syn::token::Paren) {
        within(word, input, "(always, start = 1000)", |content| {
            items(content, errors, |option, input, _| match option.to_string().as_str() {
                "strict" => set(&mut auto.strict, option, input),
                "always" => set(&mut auto.always, option, input),
                "cycle" => set(&mut auto.cycle, option, input),
                "start" => number(&mut auto.start, option, input),
                "increment" => number(&mut auto.increment, option, input),
                "min" => number(&mut auto.min, option, input),
                "max" => number(&mut auto.max, option, input),
                _ => Err(unknown_option(option, "auto", KNOWN)),
            });
            Ok(())
        })?;
        return Ok(auto);
    }
    if input.peek(Token![=]) && input.peek2(Ident::peek_any) && !input.peek2(LitBool) {
        input.parse::<Token![=]>()?;
        let how = input.call(Ident::parse_any)?;
        match how.to_string().as_str() {
            "strict" => auto.strict = true,
            "always" => auto.always = true,
            _ => {
                let message = "write `auto`, `auto = false`, `auto = strict` or `auto = always`";
                return Err(syn::Error::new(how.span(), message));
            }
        }
        return Ok(auto);
    }
    auto.on = flag(word, input)?;
    Ok(auto)
}

fn number(place: &mut Option<i64>, word: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
    if place.is_some() {
        return Err(twice(word));
    }
    let negative = input.peek(Token![=]) && input.peek2(Token![-]);
    let literal: LitInt = if negative {
        input.parse::<Token![=]>()?;
        input.parse::<Token![-]>()?;
        input.parse()?
    } else {
        value(word, input, "1000")?
    };
    let digits = format!("{}{}", if negative { "-" } else { "" }, literal.base10_digits());
    let number: i64 = digits.parse().map_err(|_| {
        syn::Error::new(literal.span(), format!("write a whole number: `{word} = 1000`"))
    })?;
    if word == "increment" && number == 0 {
        return Err(syn::Error::new(literal.span(), "it has to count by something: not by 0"));
    }
    *place = Some(number);
    Ok(())
}
