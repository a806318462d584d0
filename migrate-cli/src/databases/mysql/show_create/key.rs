use super::reader::{Reader, items, text};
use crate::databases::mysql::options::{EngineAttributes, IndexOptions};
use crate::sql::Token;

/// One index, as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShownIndex {
    pub name: String,
    /// Its parts in order: the expression, without parentheses; none is a column or the beginning of
    /// one.
    pub parts: Vec<Option<String>>,
    /// The parser of a full-text index.
    pub parser: Option<String>,
    pub key_block_size: Option<u32>,
    /// `ENGINE_ATTRIBUTE`, without quotes (MySQL)
    pub engine_attribute: Option<String>,
    /// `SECONDARY_ENGINE_ATTRIBUTE`, without quotes (MySQL)
    pub secondary_engine_attribute: Option<String>,
}

impl ShownIndex {
    /// What only the statement tells of its options.
    pub fn options(&self) -> IndexOptions {
        IndexOptions {
            hidden: None,
            parser: self.parser.clone(),
            key_block_size: self.key_block_size,
            attributes: EngineAttributes {
                primary: self.engine_attribute.clone(),
                secondary: self.secondary_engine_attribute.clone(),
            },
        }
    }
}

/// One check of the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShownCheck {
    pub name: String,
    pub condition: String,
}

/// Reads what stands between two commas and begins with a word for an index.
pub fn index(item: &[Token<'_>]) -> Option<ShownIndex> {
    let mut rest = Reader::new(item);
    while !rest.peek()?.is("KEY") {
        rest.next();
    }
    rest.next();
    let name = rest.next()?.name()?;
    let parts = items(rest.parentheses()?);
    let mut index =
        ShownIndex { name, parts: parts.into_iter().map(part).collect(), ..ShownIndex::default() };
    while let Some(word) = rest.next() {
        match word.text.to_ascii_uppercase().as_str() {
            "KEY_BLOCK_SIZE" => {
                rest.eat_symbol("=");
                index.key_block_size = rest.next()?.text.parse().ok();
            }
            "PARSER" => index.parser = rest.next()?.name(),
            "ENGINE_ATTRIBUTE" => index.engine_attribute = rest.next()?.value(),
            "SECONDARY_ENGINE_ATTRIBUTE" => {
                index.secondary_engine_attribute = rest.next()?.value();
            }
            _ => {}
        }
    }
    Some(index)
}

fn part(item: &[Token<'_>]) -> Option<String> {
    Reader::new(item).parentheses().map(text)
}

/// Reads what stands between two commas and begins with `CONSTRAINT`.
pub fn check(item: &[Token<'_>]) -> Option<ShownCheck> {
    let mut rest = Reader::new(item);
    rest.eat("CONSTRAINT");
    let name = rest.next()?.name()?;
    let condition = rest.eat("CHECK").then(|| rest.parentheses()).flatten().map(text)?;
    Some(ShownCheck { name, condition })
}
