//! Making JSON values from Rust values, and to and from `serde_json`'s.

use super::super::map::{Map, Object};
use super::super::number::{Integer, Number, NumberView};
use super::Json;

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<Object> for Json {
    fn from(members: Object) -> Self {
        Self::Object(members)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(items: Vec<T>) -> Self {
        Self::Array(items.into_iter().map(Into::into).collect())
    }
}

macro_rules! from_numbers {
    ($($number:ty)*) => {$(
        impl From<$number> for Json {
            fn from(number: $number) -> Self {
                Self::Number(number.into())
            }
        }
    )*};
}

from_numbers!(Number Integer NumberView<'_> u8 u16 u32 u64 i8 i16 i32 i64);

impl TryFrom<f64> for Json {
    type Error = super::super::number::NotFinite;

    fn try_from(value: f64) -> Result<Self, Self::Error> {
        Number::try_from(value).map(Self::Number)
    }
}

impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        match value {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(value) => Self::Bool(value),
            // A number of `serde_json` spells itself as JSON, whichever its features are.
            serde_json::Value::Number(number) => Self::Number(Number::parse(&number.to_string()).unwrap_or_default()),
            serde_json::Value::String(text) => Self::String(text),
            serde_json::Value::Array(items) => Self::from(items),
            serde_json::Value::Object(members) => {
                Self::Object(members.into_iter().map(|(name, value)| (name, Self::from(value))).collect::<Map<_>>())
            }
        }
    }
}

impl From<Json> for serde_json::Value {
    /// Numbers that `serde_json` does not have become the nearest that it has.
    fn from(json: Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(value),
            Json::Number(number) => Self::Number(nearest(&number)),
            Json::String(text) => Self::String(text),
            Json::Array(items) => Self::Array(items.into_iter().map(Self::from).collect()),
            Json::Object(members) => {
                Self::Object(members.into_iter().map(|(name, value)| (name, Self::from(value))).collect())
            }
        }
    }
}

fn nearest(number: &Number) -> serde_json::Number {
    let finite = |value: f64| serde_json::Number::from_f64(value.clamp(f64::MIN, f64::MAX));
    match number.view() {
        NumberView::Unsigned(value) => value.into(),
        NumberView::Negative(value) => value.into(),
        NumberView::Float(value) => finite(value).unwrap_or_else(|| 0.into()),
        NumberView::Text(text) => {
            let exact = serde_json::from_str(text).ok();
            exact.or_else(|| finite(number.as_f64())).unwrap_or_else(|| 0.into())
        }
    }
}
