//! Collecting the members that a struct does not declare.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::super::json::{Json, JsonVisitor};
use super::super::map::{MapBuilder, Object};
use super::super::read::{self, Reader, TEXT_TOKEN};
use super::extra::Extra;
use super::object::repeated;

/// Collects members beyond the declared ones.
pub trait Further<'de>: Sized {
    /// What such a member holds.
    type Value;

    /// Reads the value of a member, whose name may be taken.
    ///
    /// # Errors
    ///
    /// The deserializer's, or the value's refusal.
    fn read<A: MapAccess<'de>>(&mut self, name: &mut Cow<'de, str>, access: &mut A) -> Result<(), A::Error>;

    /// All that have been read.
    ///
    /// # Errors
    ///
    /// A repeated member.
    fn finish<T, E: Error>(self) -> Result<Extra<T, Self::Value>, E>;
}

impl<'de, V: Deserialize<'de>> Further<'de> for MapBuilder<V> {
    type Value = V;

    #[inline]
    fn read<A: MapAccess<'de>>(&mut self, name: &mut Cow<'de, str>, access: &mut A) -> Result<(), A::Error> {
        self.push(std::mem::take(name).into_owned(), access.next_value()?);
        Ok(())
    }

    #[inline]
    fn finish<T, E: Error>(self) -> Result<Extra<T, V>, E> {
        self.finish().map(Extra::of).map_err(|name| repeated(&name))
    }
}

/// Collects members of any value: as text, as far as they come from a text that says them plainly.
#[derive(Default)]
pub struct AnyFurther {
    /// An object that is not closed yet, or nothing.
    text: String,
    /// The marks of the names in the text.
    marks: u64,
    /// Whether two names have the same mark, as equal names have.
    is_in_doubt: bool,
    /// What is not in the text.
    values: MapBuilder<Json>,
}

/// Room for so much text is made at once: growing costs more than the memory is worth.
const ROOM: usize = 128;

impl AnyFurther {
    /// No members, which take no memory.
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self { text: String::new(), marks: 0, is_in_doubt: false, values: MapBuilder::new() }
    }

    #[inline]
    fn push_text(&mut self, name: &str, member: &str) {
        let mark = mark(name.as_bytes());
        self.is_in_doubt |= self.marks & mark != 0;
        self.marks |= mark;
        if self.text.is_empty() {
            self.text = String::with_capacity(ROOM);
            self.text.push('{');
        } else {
            self.text.push(',');
        }
        self.text.push_str(member);
    }
}

/// One of 64 bits, which equal names share and others mostly do not.
#[inline]
fn mark(name: &[u8]) -> u64 {
    let ends = match (name.first_chunk::<4>(), name.last_chunk::<4>()) {
        (Some(first), Some(last)) => u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)),
        _ => name.iter().fold(0, |ends, byte| ends << 8 | u64::from(*byte)),
    };
    // The golden ratio spreads what differs over the highest bits (Knuth, TAOCP 6.4).
    1 << ((ends ^ name.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58)
}

impl<'de> Further<'de> for AnyFurther {
    type Value = Json;

    #[inline]
    fn read<A: MapAccess<'de>>(&mut self, name: &mut Cow<'de, str>, access: &mut A) -> Result<(), A::Error> {
        access.next_value_seed(AnyValue { name, members: self })
    }

    #[inline]
    fn finish<T, E: Error>(mut self) -> Result<Extra<T>, E> {
        if self.text.is_empty() {
            return Further::finish(self.values);
        }
        self.text.push('}');
        if self.values.is_empty() && (!self.is_in_doubt || Reader::is_plain_object(&self.text)) {
            return Ok(Extra::unread(self.text));
        }
        let members: Object = read::from_str_with_depth(&self.text, usize::MAX).map_err(E::custom)?;
        for (name, value) in members {
            self.values.push(name, value);
        }
        Further::finish(self.values)
    }
}

/// Takes a value of any type, or the text of its member.
struct AnyValue<'f, 'de> {
    name: &'f mut Cow<'de, str>,
    members: &'f mut AnyFurther,
}

impl AnyValue<'_, '_> {
    fn push(self, value: Json) {
        self.members.values.push(std::mem::take(self.name).into_owned(), value);
    }
}

impl<'de> DeserializeSeed<'de> for AnyValue<'_, 'de> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_newtype_struct(TEXT_TOKEN, self)
    }
}

/// Methods that take a value as [`Json`] does.
macro_rules! visit_values {
    ($($method:ident: $type:ty,)*) => {$(
        fn $method<E: Error>(self, value: $type) -> Result<(), E> {
            JsonVisitor.$method(value).map(|value| self.push(value))
        }
    )*};
}

impl<'de> Visitor<'de> for AnyValue<'_, 'de> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        JsonVisitor.expecting(formatter)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        Json::deserialize(deserializer).map(|value| self.push(value))
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        if access.size_hint() != Some(usize::MAX) {
            return JsonVisitor.visit_seq(access).map(|value| self.push(value));
        }
        match access.next_element()? {
            Some(member) => self.members.push_text(self.name, member),
            None => return Err(A::Error::invalid_length(0, &"one text")),
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        JsonVisitor.visit_map(access).map(|value| self.push(value))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        JsonVisitor.visit_some(deserializer).map(|value| self.push(value))
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.push(Json::Null);
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    visit_values! {
        visit_bool: bool,
        visit_u64: u64,
        visit_i64: i64,
        visit_u128: u128,
        visit_i128: i128,
        visit_f64: f64,
        visit_str: &str,
        visit_string: String,
    }
}
