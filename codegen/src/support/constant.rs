//! JSON known at compile time: what `const`, `enum` and `default` hold, without anything to build at run time.

use std::fmt;
use std::ops::ControlFlow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::instance::{Instance, Members, View, Visit, write_compact};
use super::number::{Number, NumberView};

/// A JSON value in a `static`.
///
/// ```
/// use codegen::support::constant::Constant;
/// use codegen::support::number::NumberView;
///
/// static LIMITS: Constant =
///     Constant::Object(&[("max", Constant::Number(NumberView::Unsigned(3))), ("min", Constant::Null)]);
/// assert_eq!(LIMITS.to_string(), r#"{"max":3,"min":null}"#);
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Constant {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(NumberView<'static>),
    /// A string.
    String(&'static str),
    /// An array.
    Array(&'static [Constant]),
    /// An object, each name once.
    Object(&'static [(&'static str, Constant)]),
}

impl Instance for Constant {
    fn view(&self) -> View<'_> {
        match self {
            Self::Null => View::Null,
            Self::Bool(value) => View::Boolean(*value),
            Self::Number(number) => View::Number(*number),
            Self::String(text) => View::String(text),
            Self::Array(items) => View::Array(items),
            Self::Object(members) => View::Object(members),
        }
    }
}

impl Members for &'static [(&'static str, Constant)] {
    fn len(&self) -> usize {
        <[_]>::len(self)
    }

    fn get(&self, name: &str) -> Option<&dyn Instance> {
        self.iter().find(|(member, _)| *member == name).map(|(_, value)| value as &dyn Instance)
    }

    fn each<'a>(&'a self, visit: &mut Visit<'_, 'a>) -> ControlFlow<()> {
        for (name, value) in *self {
            visit(name, value)?;
        }
        ControlFlow::Continue(())
    }
}

/// Compact JSON.
impl fmt::Display for Constant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_compact(self, formatter)
    }
}

impl Serialize for Constant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => Number::from(*number).serialize(serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(*items),
            Self::Object(members) => serialize_members(members, serializer),
        }
    }
}

fn serialize_members<S: Serializer>(members: &[(&str, Constant)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(members.len()))?;
    for (name, value) in members {
        map.serialize_entry(name, value)?;
    }
    map.end()
}
