//! How a model says a default.

use model_core::schema::{DefaultValue, Literal, LogicalType};

use crate::rust_type::{FieldType, RustType};
use crate::sql::{Lexis, Token, TokenKind};

/// The ways to say a default that is there as SQL, the best first; the last is the SQL itself.
pub fn defaults(sql: &str, ty: &FieldType, lexis: &Lexis) -> Vec<DefaultValue> {
    let mut ways: Vec<DefaultValue> = literal(sql, ty, lexis).into_iter().collect();
    if is_moment(ty) {
        ways.push(DefaultValue::Now);
    }
    ways.push(DefaultValue::Sql(sql.to_owned()));
    ways
}

fn is_moment(ty: &FieldType) -> bool {
    let named = matches!(&ty.rust, RustType::Named(name) if matches!(
        name.as_str(),
        "NaiveDate" | "NaiveTime" | "NaiveDateTime" | "DateTime<Utc>"
    ));
    named && !ty.words.iter().any(|word| matches!(word, crate::rust_type::TypeWord::Diesel(_)))
}

fn literal(sql: &str, ty: &FieldType, lexis: &Lexis) -> Option<DefaultValue> {
    let all = lexis.tokens(sql);
    let mut tokens: &[Token<'_>] = &all;
    while let [open, inner @ .., close] = tokens
        && open.is_symbol("(")
        && close.is_symbol(")")
    {
        tokens = inner;
    }
    let (minus, tokens) = match tokens {
        [sign, rest @ ..] if sign.is_symbol("-") => (true, rest),
        all => (false, all),
    };
    let (first, rest) = tokens.split_first()?;
    // `'a'::text`; a cast to another type than the column's would show in the comparison.
    if rest.first().is_some_and(|next| !next.text.starts_with(':')) {
        return None;
    }
    let text = match first.kind {
        TokenKind::Number | TokenKind::Word => first.text.to_owned(),
        TokenKind::Text => first.value()?,
        _ => return None,
    };
    let signed = if minus { format!("-{text}") } else { text };
    let quoted = first.kind == TokenKind::Text;
    value(&signed, quoted, ty).map(DefaultValue::Literal)
}

fn value(text: &str, quoted: bool, ty: &FieldType) -> Option<Literal> {
    let number = |text: &str| -> Option<Literal> {
        let parsed: f64 = text.parse().ok()?;
        let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.'));
        let whole = text.trim_start_matches('-');
        let is_written = plain && whole.starts_with(|c: char| c.is_ascii_digit());
        (is_written && parsed.is_finite()).then(|| Literal::Float(text.to_owned()))
    };
    let (least, most) = match &ty.logical {
        LogicalType::Bool => {
            return match text.to_ascii_lowercase().as_str() {
                "true" | "t" | "1" => Some(Literal::Bool(true)),
                "false" | "f" | "0" => Some(Literal::Bool(false)),
                _ => None,
            };
        }
        LogicalType::TinyInt => (i128::from(i8::MIN), i128::from(i8::MAX)),
        LogicalType::SmallInt => (i128::from(i16::MIN), i128::from(i16::MAX)),
        LogicalType::Integer => (i128::from(i32::MIN), i128::from(i32::MAX)),
        LogicalType::BigInt => (i128::from(i64::MIN), i128::from(i64::MAX)),
        LogicalType::UnsignedTinyInt => (0, i128::from(u8::MAX)),
        LogicalType::UnsignedSmallInt => (0, i128::from(u16::MAX)),
        LogicalType::UnsignedInteger => (0, i128::from(u32::MAX)),
        LogicalType::UnsignedBigInt => (0, i128::from(u64::MAX)),
        LogicalType::Float | LogicalType::Double => return number(text),
        LogicalType::Decimal { precision, scale } => {
            let (whole, after) = text.trim_start_matches('-').split_once('.').unwrap_or((text, ""));
            let whole = whole.trim_start_matches(['-', '0']).len();
            let places = scale.unwrap_or(0) as usize;
            let fits = precision.is_none_or(|all| {
                whole + places <= all as usize && after.trim_end_matches('0').len() <= places
            });
            return number(text).filter(|_| fits);
        }
        LogicalType::Text { max_length } => {
            let fits = max_length.is_none_or(|most| text.chars().count() <= most as usize);
            return (quoted && fits).then(|| Literal::Text(text.to_owned()));
        }
        LogicalType::Enum(_) => {
            return quoted.then(|| Literal::Text(text.to_owned()));
        }
        LogicalType::Native(_) => {
            return match &ty.rust {
                RustType::Named(name) if name == "String" && quoted => {
                    Some(Literal::Text(text.to_owned()))
                }
                RustType::Named(name) if name.starts_with(['i', 'u']) => {
                    text.parse().ok().map(Literal::Integer)
                }
                RustType::Named(name) if matches!(name.as_str(), "f32" | "f64" | "BigDecimal") => {
                    number(text)
                }
                _ => None,
            };
        }
        _ => return None,
    };
    let parsed: i128 = text.parse().ok()?;
    (least..=most).contains(&parsed).then_some(Literal::Integer(parsed))
}
