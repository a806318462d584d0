use super::reader::{Reader, text};
use crate::databases::mysql::charset::has_charset;
use crate::databases::mysql::options::{ColumnOptions, EngineAttributes};
use crate::databases::mysql::quote::literal;
use crate::databases::mysql::session::LEXIS;
use crate::sql::{Token, TokenKind};

/// One column, as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShownColumn {
    pub name: String,
    pub ty: String,
    pub charset: Option<String>,
    pub collation: Option<String>,
    /// None where it is NULL, too.
    pub default: Option<String>,
    pub on_update: Option<String>,
    pub computed: Option<String>,
    pub check: Option<String>,
    /// The spatial reference system (MySQL).
    pub srid: Option<u32>,
    /// `COLUMN_FORMAT` (MySQL)
    pub column_format: Option<String>,
    /// `STORAGE` (MySQL)
    pub storage: Option<String>,
    /// `NOT SECONDARY` (MySQL)
    pub not_secondary: bool,
    /// `ENGINE_ATTRIBUTE`, without quotes (MySQL)
    pub engine_attribute: Option<String>,
    /// `SECONDARY_ENGINE_ATTRIBUTE`, without quotes (MySQL)
    pub secondary_engine_attribute: Option<String>,
}

impl ShownColumn {
    /// What only the statement tells of its options.
    pub fn options(&self) -> ColumnOptions {
        ColumnOptions {
            srid: self.srid,
            column_format: self.column_format.clone(),
            storage: self.storage.clone(),
            not_secondary: self.not_secondary,
            attributes: EngineAttributes {
                primary: self.engine_attribute.clone(),
                secondary: self.secondary_engine_attribute.clone(),
            },
            ..ColumnOptions::default()
        }
    }

    /// The default where it is a value and no expression, in one spelling: MySQL puts quotes around
    /// numbers, and writes texts in bytes where they have characters beyond the first plane.
    pub fn literal_default(&self) -> Option<String> {
        let default = self.default.as_deref()?;
        let tokens = LEXIS.tokens(default);
        let [token] = tokens.as_slice() else { return Some(default.to_owned()) };
        let text = match token.kind {
            TokenKind::Text => token.value(),
            _ if has_charset(&self.ty) && self.is_unicode() => text_of_bytes(token.text),
            _ => None,
        };
        let text = text.map(|text| if is_number(&self.ty) { text } else { literal(&text) });
        Some(text.unwrap_or_else(|| default.to_owned()))
    }

    fn is_unicode(&self) -> bool {
        self.charset.as_deref().is_none_or(|charset| charset.starts_with("utf8"))
    }
}

/// `0xF09F9880` as the text that it is in UTF-8.
fn text_of_bytes(number: &str) -> Option<String> {
    let digits = number.strip_prefix("0x")?;
    let pairs = (0..digits.len()).step_by(2).map(|at| digits.get(at..at + 2));
    let bytes = pairs.map(|pair| u8::from_str_radix(pair?, 16).ok());
    String::from_utf8(bytes.collect::<Option<_>>()?).ok()
}

fn is_number(ty: &str) -> bool {
    let name: String = ty.chars().take_while(char::is_ascii_alphabetic).collect();
    matches!(
        name.to_ascii_lowercase().as_str(),
        "tinyint"
            | "smallint"
            | "mediumint"
            | "int"
            | "bigint"
            | "decimal"
            | "float"
            | "double"
            | "year"
    )
}

/// The words at which one property of a column ends and the next begins.
const WORDS: [&str; 20] = [
    "CHARACTER",
    "COLLATE",
    "GENERATED",
    "VIRTUAL",
    "STORED",
    "PERSISTENT",
    "NOT",
    "NULL",
    "DEFAULT",
    "ON",
    "AUTO_INCREMENT",
    "INVISIBLE",
    "COMMENT",
    "CHECK",
    "WITHOUT",
    "COLUMN_FORMAT",
    "STORAGE",
    "SRID",
    "ENGINE_ATTRIBUTE",
    "SECONDARY_ENGINE_ATTRIBUTE",
];

/// Reads what stands between two commas and begins with a column's name.
pub fn column(item: &[Token<'_>]) -> Option<ShownColumn> {
    let mut rest = Reader::new(item);
    let name = rest.next()?.name()?;
    let mut column = ShownColumn { name, ty: until_word(&mut rest), ..ShownColumn::default() };
    while let Some(word) = rest.next() {
        match word.text.to_ascii_uppercase().as_str() {
            "CHARACTER" => {
                rest.eat("SET");
                column.charset = next_word(&mut rest);
            }
            "COLLATE" => column.collation = next_word(&mut rest),
            "GENERATED" => {
                rest.eat("ALWAYS");
                rest.eat("AS");
                column.computed = rest.parentheses().map(text);
            }
            "DEFAULT" if rest.eat("NULL") => {}
            "DEFAULT" => column.default = Some(until_word(&mut rest)),
            "ON" => {
                rest.eat("UPDATE");
                column.on_update = Some(until_word(&mut rest));
            }
            "NOT" => column.not_secondary |= rest.eat("SECONDARY"),
            "CHECK" => column.check = rest.parentheses().map(text),
            "SRID" => column.srid = next_word(&mut rest).and_then(|srid| srid.parse().ok()),
            "COLUMN_FORMAT" => column.column_format = next_word(&mut rest),
            "STORAGE" => column.storage = next_word(&mut rest),
            "ENGINE_ATTRIBUTE" => column.engine_attribute = rest.next()?.value(),
            "SECONDARY_ENGINE_ATTRIBUTE" => {
                column.secondary_engine_attribute = rest.next()?.value();
            }
            _ => {}
        }
    }
    Some(column)
}

fn next_word(rest: &mut Reader<'_, '_>) -> Option<String> {
    rest.next().map(|token| token.text.to_owned())
}

fn until_word(rest: &mut Reader<'_, '_>) -> String {
    rest.text_until(|token| WORDS.iter().any(|word| token.is(word)))
}
