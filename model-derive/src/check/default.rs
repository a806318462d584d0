//! Whether a default fits its column.

use proc_macro2::Span;
use quote::ToTokens;
use syn::Lit;

use super::types::Type;
use crate::errors::Errors;
use crate::parse::RawDefault;

/// A default that fits.
#[derive(Clone)]
pub enum Default {
    Bool(bool),
    Integer(i128),
    Float(String),
    Text(String),
    Bytes(Vec<u8>),
    Now,
    Sql(String),
}

/// The default for a column of this type; `rust` is how the field's type was written.
pub fn default(
    raw: &RawDefault,
    ty: &Type,
    rust: &syn::Type,
    errors: &mut Errors,
) -> Option<Default> {
    let written = rust.to_token_stream().to_string().replace(' ', "");
    match raw {
        RawDefault::Sql(text) => {
            if text.value.trim().is_empty() {
                errors.at(text.span, "this expression is empty");
            }
            Some(Default::Sql(text.value.clone()))
        }
        RawDefault::Now(span) => {
            let fits = matches!(
                ty,
                Type::Date | Type::Time | Type::Timestamp | Type::TimestampTz | Type::Native(_)
            );
            if !fits {
                let message = format!("`now` is no value of `{written}`: write {}", example(ty));
                errors.at(*span, message);
            }
            Some(Default::Now)
        }
        RawDefault::Literal { minus, literal } => match value(*minus, literal, ty, &written) {
            Ok(value) => Some(value),
            Err(message) => {
                errors.at(literal.span(), message);
                None
            }
        },
    }
}

fn value(minus: Option<Span>, literal: &Lit, ty: &Type, written: &str) -> Result<Default, String> {
    let sign = if minus.is_some() { "-" } else { "" };
    let unfit = || {
        Err(format!(
            "`{sign}{}` is no value of `{written}`: write {}",
            literal.to_token_stream(),
            example(ty)
        ))
    };
    if minus.is_some() && !matches!(literal, Lit::Int(_) | Lit::Float(_)) {
        return unfit();
    }
    match (literal, ty) {
        (Lit::Bool(value), Type::Bool | Type::Native(_)) => Ok(Default::Bool(value.value)),
        (Lit::Int(number), _) => {
            let Ok(digits) = number.base10_parse::<i128>() else { return unfit() };
            let value = if minus.is_some() { -digits } else { digits };
            match ty {
                Type::Native(_) => Ok(Default::Integer(value)),
                Type::Integer(width) => {
                    let bits = u32::from(*width) * 8 - 1;
                    let range = -(1i128 << bits)..=(1i128 << bits) - 1;
                    in_range(value, range, written)
                }
                Type::Unsigned(width) => {
                    let bits = u32::from(*width) * 8;
                    in_range(value, 0..=(1i128 << bits) - 1, written)
                }
                Type::Float | Type::Double | Type::Decimal { .. } | Type::Units { .. } => {
                    decimal(&format!("{sign}{digits}"), ty)
                }
                _ => unfit(),
            }
        }
        (
            Lit::Float(number),
            Type::Float
            | Type::Double
            | Type::Decimal { .. }
            | Type::Units { .. }
            | Type::Native(_),
        ) => decimal(&format!("{sign}{}", number.base10_digits()), ty),
        (Lit::Str(text), Type::Text { max_length }) => {
            let value = text.value();
            let length = value.chars().count();
            match max_length {
                Some(limit) if length > *limit as usize => Err(format!(
                    "this text has {length} characters and the column holds {limit}: shorten it"
                )),
                _ => Ok(Default::Text(value)),
            }
        }
        (
            Lit::Str(text),
            Type::Native(_)
            | Type::Enum(_)
            | Type::Date
            | Type::Time
            | Type::Timestamp
            | Type::TimestampTz
            | Type::Uuid
            | Type::Json
            | Type::Jsonb,
        ) => quoted(text.value(), ty, written),
        (Lit::ByteStr(bytes), Type::Binary { max_length }) => {
            let value = bytes.value();
            match max_length {
                Some(limit) if value.len() > *limit as usize => Err(format!(
                    "these are {} bytes and the column holds {limit}: shorten it",
                    value.len()
                )),
                _ => Ok(Default::Bytes(value)),
            }
        }
        (Lit::ByteStr(bytes), Type::Native(_)) => Ok(Default::Bytes(bytes.value())),
        _ => unfit(),
    }
}

fn in_range(
    value: i128,
    range: std::ops::RangeInclusive<i128>,
    written: &str,
) -> Result<Default, String> {
    if range.contains(&value) {
        return Ok(Default::Integer(value));
    }
    Err(format!(
        "`{value}` is no value of `{written}`: write one from {} to {}",
        range.start(),
        range.end()
    ))
}

/// A number with a point, within the digits that the column has.
fn decimal(text: &str, ty: &Type) -> Result<Default, String> {
    if matches!(ty, Type::Units { .. }) && text.contains(['e', 'E']) {
        return Err(format!("write `{text}` without an exponent"));
    }
    let digits = match ty {
        Type::Decimal { precision: Some(precision), scale } => {
            Some((*precision, scale.unwrap_or(0)))
        }
        Type::Units { precision, scale } => Some((*precision, *scale)),
        _ => None,
    };
    if let Some((precision, scale)) = digits
        && !text.contains(['e', 'E'])
    {
        let (whole, after) = text.trim_start_matches('-').split_once('.').unwrap_or((text, ""));
        let whole = whole.trim_start_matches(['-', '0']).len();
        let scale = scale as usize;
        if whole + scale > precision as usize || after.trim_end_matches('0').len() > scale {
            return Err(format!(
                "`{text}` does not fit the {precision} digits of the column, {scale} of them after \
                 the point"
            ));
        }
    }
    Ok(Default::Float(text.to_owned()))
}

/// A text that stands for a value of another type: only its outline is looked at, since the
/// databases accept more spellings than a macro should know.
fn quoted(text: String, ty: &Type, written: &str) -> Result<Default, String> {
    let fits = match ty {
        Type::Date => digits_at(&text, "dddd-dd-dd"),
        Type::Time => digits_at(&text, "dd:dd"),
        Type::Timestamp | Type::TimestampTz => digits_at(&text, "dddd-dd-dd"),
        Type::Uuid => text.len() == 36 && text.chars().all(|c| c == '-' || c.is_ascii_hexdigit()),
        Type::Json | Type::Jsonb => !text.trim().is_empty(),
        _ => true,
    };
    if fits {
        return Ok(Default::Text(text));
    }
    Err(format!("`{text:?}` is no value of `{written}`: write {}", example(ty)))
}

/// Whether the text begins as the pattern does, `d` being a digit.
fn digits_at(text: &str, pattern: &str) -> bool {
    let mut characters = text.chars();
    pattern.chars().all(|wanted| {
        characters.next().is_some_and(|found| match wanted {
            'd' => found.is_ascii_digit(),
            _ => found == wanted,
        })
    })
}

fn example(ty: &Type) -> &'static str {
    match ty {
        Type::Bool => "`true` or `false`",
        Type::Integer(_) | Type::Unsigned(_) => "a whole number, or `sql(\"…\")`",
        Type::Float | Type::Double | Type::Decimal { .. } | Type::Units { .. } => {
            "a number, or `sql(\"…\")`"
        }
        Type::Text { .. } | Type::Enum(_) => "a text in quotes, or `sql(\"…\")`",
        Type::Binary { .. } => "bytes such as `b\"\\x00\"`, or `sql(\"…\")`",
        Type::Date => "`now` or a date such as `\"2026-01-31\"`",
        Type::Time => "`now` or a time such as `\"12:30:00\"`",
        Type::Timestamp | Type::TimestampTz => "`now` or a time such as `\"2026-01-31 12:30:00\"`",
        Type::Uuid => "one such as `\"00000000-0000-0000-0000-000000000000\"`, or `sql(\"…\")`",
        Type::Json | Type::Jsonb => "JSON in quotes such as `\"{}\"`, or `sql(\"…\")`",
        Type::Array(_) | Type::Native(_) => "`sql(\"…\")`",
    }
}
