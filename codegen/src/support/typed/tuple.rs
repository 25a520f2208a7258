//! Arrays whose first items have schemas of their own.

use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeSeq, Serializer};
use std::convert::Infallible;
use std::fmt;
use std::marker::PhantomData;

use super::super::instance::Instance;
use super::contract::{Contract, refuse};
use super::null::Null;

/// A struct of an array's items.
pub trait TupleType: Contract {
    /// Reads the items.
    ///
    /// # Errors
    ///
    /// The deserializer's, or an item's refusal.
    fn read<'de, A: SeqAccess<'de>>(access: A) -> Result<Self, A::Error>;

    /// Lists the items up to the last that is there.
    ///
    /// # Errors
    ///
    /// The sink's.
    fn items<'a, S: ItemSink<'a>>(&'a self, sink: &mut S) -> Result<(), S::Error>;

    /// Whether the keywords hold that the items' types do not keep by themselves.
    fn accepts(&self) -> bool {
        true
    }
}

/// What goes through a tuple's items.
pub trait ItemSink<'a> {
    /// What stops it.
    type Error;

    /// Takes an item.
    ///
    /// # Errors
    ///
    /// The sink's.
    fn item<T: Instance + Serialize>(&mut self, item: &'a T) -> Result<(), Self::Error>;
}

/// Stands `null` in for items that are not there where later ones are: no item is lost for being behind them, and
/// `validate` says whether the schema takes it.
pub struct WithoutGaps<'s, S> {
    sink: &'s mut S,
    n_absent: usize,
}

impl<'s, S> WithoutGaps<'s, S> {
    /// A sink that has taken nothing.
    pub fn new(sink: &'s mut S) -> Self {
        Self { sink, n_absent: 0 }
    }

    /// Takes an item, if it is there.
    ///
    /// # Errors
    ///
    /// The sink's.
    pub fn optional<'a, T: Instance + Serialize>(&mut self, item: Option<&'a T>) -> Result<(), S::Error>
    where
        S: ItemSink<'a>,
    {
        self.n_absent += usize::from(item.is_none());
        item.map_or(Ok(()), |item| self.item(item))
    }
}

impl<'a, S: ItemSink<'a>> ItemSink<'a> for WithoutGaps<'_, S> {
    type Error = S::Error;

    fn item<T: Instance + Serialize>(&mut self, item: &'a T) -> Result<(), S::Error> {
        for _ in 0..std::mem::take(&mut self.n_absent) {
            self.sink.item(&Null)?;
        }
        self.sink.item(item)
    }
}

/// Reads a tuple.
///
/// # Errors
///
/// The deserializer's, or the schema's refusal.
pub fn read_tuple<'de, T: TupleType, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value: T = deserializer.deserialize_seq(TupleVisitor(PhantomData))?;
    if value.accepts() { Ok(value) } else { Err(refuse(T::schema(), &value)) }
}

/// An item that every array has.
///
/// # Errors
///
/// The deserializer's, the item's refusal, or too short an array.
pub fn required_item<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(access: &mut A) -> Result<T, A::Error> {
    access.next_element()?.ok_or_else(|| de::Error::custom("minItems: the array is too short"))
}

/// The items behind the positions.
///
/// # Errors
///
/// The deserializer's, or an item's refusal.
pub fn rest<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(access: &mut A) -> Result<Vec<T>, A::Error> {
    let mut items = Vec::new();
    while let Some(item) = access.next_element()? {
        items.push(item);
    }
    Ok(items)
}

/// Nothing follows the positions.
///
/// # Errors
///
/// The deserializer's, or a further item.
pub fn end<'de, A: SeqAccess<'de>>(access: &mut A) -> Result<(), A::Error> {
    match access.next_element::<de::IgnoredAny>()? {
        None => Ok(()),
        Some(_) => Err(de::Error::custom("items: no further item is allowed")),
    }
}

/// Writes a tuple as an array.
///
/// # Errors
///
/// The serializer's.
pub fn write_tuple<T: TupleType, S: Serializer>(tuple: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut writer = Writer(serializer.serialize_seq(Some(count_items(tuple)))?);
    tuple.items(&mut writer)?;
    writer.0.end()
}

/// How many items a tuple has.
pub fn count_items<T: TupleType>(tuple: &T) -> usize {
    let mut counter = Counter(0);
    match tuple.items(&mut counter) {
        Ok(()) => counter.0,
        Err(never) => match never {},
    }
}

/// One of a tuple's items.
pub fn find_item<T: TupleType>(tuple: &T, index: usize) -> Option<&dyn Instance> {
    let mut finder = Finder { left: index, found: None };
    let _ = tuple.items(&mut finder);
    finder.found
}

struct Writer<W>(W);

impl<'a, W: SerializeSeq> ItemSink<'a> for Writer<W> {
    type Error = W::Error;

    fn item<T: Instance + Serialize>(&mut self, item: &'a T) -> Result<(), W::Error> {
        self.0.serialize_element(item)
    }
}

struct Counter(usize);

impl<'a> ItemSink<'a> for Counter {
    type Error = Infallible;

    fn item<T: Instance + Serialize>(&mut self, _: &'a T) -> Result<(), Infallible> {
        self.0 += 1;
        Ok(())
    }
}

struct Finder<'a> {
    left: usize,
    found: Option<&'a dyn Instance>,
}

impl<'a> ItemSink<'a> for Finder<'a> {
    type Error = ();

    fn item<T: Instance + Serialize>(&mut self, item: &'a T) -> Result<(), ()> {
        if self.left == 0 {
            self.found = Some(item);
            return Err(());
        }
        self.left -= 1;
        Ok(())
    }
}

struct TupleVisitor<T>(PhantomData<T>);

impl<'de, T: TupleType> Visitor<'de> for TupleVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        T::read(access)
    }
}

/// Implements what a struct of items has besides its items.
macro_rules! tuple_type {
    ($name:ident, $schema:ident) => {
        impl support::Instance for $name {
            fn view(&self) -> support::View<'_> {
                support::View::Array(self)
            }
        }

        impl support::Items for $name {
            fn len(&self) -> usize {
                support::count_items(self)
            }

            fn item(&self, index: usize) -> Option<&dyn support::Instance> {
                support::find_item(self, index)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                support::write_tuple(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                support::read_tuple(deserializer)
            }
        }

        support::contract!($name, $schema);
    };
}
pub(crate) use tuple_type;
