//! Which variant of a union fitted at a place that is read again, so that alternatives within alternatives take no
//! exponential time.
//!
//! A union inside an attempt at another union is read again by the next attempt, which starts over. A deserializer has
//! no room for what was found out the first time, so a thread remembers it until its outermost attempt ends.

use serde::de::{Deserialize, DeserializeSeed, Deserializer, SeqAccess, Visitor};
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;

use super::super::read::PLACE_TOKEN;
use super::signs::Signed;
use super::union::UnionType;

thread_local! {
    static CHOICES: RefCell<Choices> = RefCell::default();
}

/// What is known of the values that are being read.
#[derive(Default)]
struct Choices {
    /// How many unions are being read within each other.
    depth: usize,
    /// The variant of a schema that fits at a place; none if the schema refuses what is there.
    known: HashMap<Question, Option<usize>>,
}

/// A schema and a place, by their addresses: both stay where they are until the outermost attempt ends.
type Question = (usize, usize);

/// Reads a union by attempts, those that are known to fail left out.
pub(super) fn read<'de, T: UnionType, A: SeqAccess<'de>>(mut access: A) -> Option<T> {
    let attempt = Attempt::begin();
    if attempt.is_outermost {
        return T::read(Signed::look(access, T::SIGNS));
    }
    let place = access.next_element::<Place>().ok().flatten()?;
    let question = (std::ptr::from_ref(T::schema()).addr(), place.0);
    let known = CHOICES.with_borrow(|choices| choices.known.get(&question).copied());
    match known {
        Some(None) => None,
        Some(only) => T::read(Selected { access, only, tried: 0, fitting: None }),
        None => {
            let access = Signed::look(access, T::SIGNS);
            let mut attempts = Selected { access, only: None, tried: 0, fitting: None };
            let value = T::read(&mut attempts);
            let choice = attempts.fitting.filter(|_| value.is_some());
            CHOICES.with_borrow_mut(|choices| choices.known.insert(question, choice));
            value
        }
    }
}

/// Reads a value that is not part of what the thread is reading, so that nothing known of that is about it.
pub(in super::super) fn apart<T>(read: impl FnOnce() -> T) -> T {
    let _restored = Restored(CHOICES.take());
    read()
}

/// Puts back what was known before.
struct Restored(Choices);

impl Drop for Restored {
    fn drop(&mut self) {
        CHOICES.set(std::mem::take(&mut self.0));
    }
}

/// An attempt that has begun.
struct Attempt {
    /// Nobody reads the same value again.
    is_outermost: bool,
}

impl Attempt {
    fn begin() -> Self {
        CHOICES.with_borrow_mut(|choices| {
            choices.depth += 1;
            Self { is_outermost: choices.depth == 1 }
        })
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        CHOICES.with_borrow_mut(|choices| {
            choices.depth -= 1;
            if choices.depth == 0 {
                choices.known.clear();
            }
        });
    }
}

/// Attempts of which only one may be known to be worth it.
struct Selected<A> {
    access: A,
    only: Option<usize>,
    tried: usize,
    /// The last attempt that read the value.
    fitting: Option<usize>,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Selected<A> {
    type Error = A::Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, A::Error> {
        let attempt = self.tried;
        self.tried += 1;
        if self.only.is_some_and(|only| only != attempt) {
            return Ok(None);
        }
        let value = self.access.next_element_seed(seed)?;
        if value.is_some() {
            self.fitting = Some(attempt);
        }
        Ok(value)
    }
}

/// The address of what is read.
struct Place(usize);

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(PLACE_TOKEN, PlaceVisitor)
    }
}

struct PlaceVisitor;

impl Visitor<'_> for PlaceVisitor {
    type Value = Place;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a place")
    }

    fn visit_u64<E>(self, address: u64) -> Result<Place, E> {
        // It was made of one.
        Ok(Place(usize::try_from(address).unwrap_or_default()))
    }
}
