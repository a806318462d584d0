//! Reads the rows of an answer into structs: a value a field, in their order. What has several values is JSON.

use serde::de::value::{SeqDeserializer, StringDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Error;

use crate::database::{DatabaseError, Row};

/// The rows, as structs.
pub fn read<T: DeserializeOwned>(rows: Vec<Row>) -> Result<Vec<T>, DatabaseError> {
    let read = |row: Row| T::deserialize(SeqDeserializer::new(row.into_iter().map(Value)));
    let rows: Result<Vec<T>, Error> = rows.into_iter().map(read).collect();
    rows.map_err(|e| DatabaseError::Answer(format!("{e} in {}", std::any::type_name::<T>())))
}

/// A value as the server prints it, `None` for NULL.
struct Value(Option<String>);

impl Value {
    fn text(self) -> Result<String, Error> {
        self.0.ok_or_else(|| Error::custom("NULL where a value has to be"))
    }

    fn number(self) -> Result<i64, Error> {
        let text = self.text()?;
        text.parse().map_err(|_| Error::custom(format!("`{text}` is no number")))
    }
}

impl IntoDeserializer<'_, Error> for Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let value: serde_json::Value = serde_json::from_str(&self.text()?)?;
        value.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            None => visitor.visit_none(),
            Some(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.text()?.as_str() {
            "t" => visitor.visit_bool(true),
            "f" => visitor.visit_bool(false),
            other => Err(Error::custom(format!("`{other}` is neither true nor false"))),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_i16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_i64(self.number()?)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_i64(self.number()?)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_i64(self.number()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_i64(self.number()?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let text: StringDeserializer<Error> = self.text()?.into_deserializer();
        text.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        i8 i128 u8 u16 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct newtype_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::read;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Answer {
        name: String,
        number: Option<i32>,
        is: bool,
        list: Option<Vec<String>>,
    }

    fn row(values: &[Option<&str>]) -> Vec<Option<String>> {
        values.iter().map(|value| value.map(str::to_owned)).collect()
    }

    #[test]
    fn a_value_a_field() {
        let rows = vec![
            row(&[Some("a"), Some("-1"), Some("t"), Some("[\"x\", \"y\"]")]),
            row(&[Some(""), None, Some("f"), None]),
        ];
        let wanted = [
            Answer {
                name: "a".into(),
                number: Some(-1),
                is: true,
                list: Some(vec!["x".into(), "y".into()]),
            },
            Answer { name: String::new(), number: None, is: false, list: None },
        ];
        assert_eq!(read::<Answer>(rows).expect("they are as they should be"), wanted);
    }

    #[test]
    fn what_is_missing_is_told() {
        let null = read::<Answer>(vec![row(&[None, None, Some("t"), None])]);
        assert!(null.expect_err("there has to be a name").to_string().contains("NULL"));
        assert!(read::<Answer>(vec![row(&[Some("a")])]).is_err());
        assert!(read::<Answer>(vec![row(&[Some("a"), Some("x"), Some("t"), None])]).is_err());
    }
}
