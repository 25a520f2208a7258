//! What tells the variants of an enum apart before any is read: the members that objects of each must have.

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

use super::super::constant::Constant;
use super::super::instance::equal;
use super::super::json::Json;

/// What an object must have to be read as a variant. What is no object has no sign.
#[derive(Clone, Copy, Debug)]
pub enum Sign {
    /// A member of that name.
    Has(&'static str),
    /// A member of that name and one of these values.
    Is(&'static str, &'static [Constant]),
}

impl Sign {
    const fn name(&self) -> &'static str {
        match self {
            Self::Has(name) | Self::Is(name, _) => name,
        }
    }

    /// Whether a member of the sign's name and this value is the sign; no value is given for names alone.
    fn is_given(&self, value: Option<&Json>) -> bool {
        match (self, value) {
            (Self::Has(_), _) => true,
            (Self::Is(_, constants), Some(value)) => constants.iter().any(|constant| equal(constant, value)),
            (Self::Is(..), None) => false,
        }
    }
}

/// Attempts at a value's variants, those left out whose signs it does not have.
pub(super) struct Signed<A> {
    access: A,
    /// Whether each variant that is left may be the one, from the lowest bit on; those beyond the bits may all be.
    candidates: u64,
}

impl<'de, A: SeqAccess<'de>> Signed<A> {
    /// Looks for the signs of the variants, if they have any.
    pub(super) fn look(mut access: A, signs: &'static [&'static [Sign]]) -> Self {
        let is_signed = signs.iter().any(|signs| !signs.is_empty());
        let candidates = if is_signed { candidates(&mut access, signs) } else { u64::MAX };
        Self { access, candidates }
    }
}

/// The variants whose signs are all there.
fn candidates<'de, A: SeqAccess<'de>>(access: &mut A, signs: &'static [&'static [Sign]]) -> u64 {
    let found = access.next_element_seed(Look(signs)).ok().flatten().unwrap_or_default();
    let mut place = 0;
    signs.iter().enumerate().fold(u64::MAX, |candidates, (variant, signs)| {
        let all = (place..place + signs.len()).map(bit).fold(0, |all, bit| all | bit);
        place += signs.len();
        if found & all == all { candidates } else { candidates & !bit(variant) }
    })
}

/// The bit of a place; none of a place beyond them.
fn bit(place: usize) -> u64 {
    u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or_default()
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Signed<A> {
    type Error = A::Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, A::Error> {
        let is_candidate = self.candidates & 1 == 1;
        self.candidates = self.candidates >> 1 | bit(63);
        if is_candidate { self.access.next_element_seed(seed) } else { Ok(None) }
    }
}

/// Finds the signs that an object has: a bit for each, in the order of the variants.
struct Look(&'static [&'static [Sign]]);

impl Look {
    /// The places of the signs of that name.
    fn places(&self, name: &str) -> u64 {
        self.given(|sign| sign.name() == name)
    }

    fn given(&self, is_given: impl Fn(&Sign) -> bool) -> u64 {
        let signs = self.0.iter().copied().flatten().enumerate();
        signs.filter(|(_, sign)| is_given(sign)).fold(0, |places, (place, _)| places | bit(place))
    }
}

impl<'de> DeserializeSeed<'de> for Look {
    type Value = u64;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<u64, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Look {
    type Value = u64;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<u64, A::Error> {
        let mut found = 0;
        while let Some(places) = access.next_key_seed(Name(&self))? {
            let is_asked = places != 0 && places & self.given(|sign| sign.is_given(None)) != places;
            let value = if is_asked { Some(access.next_value::<Json>()?) } else { None };
            if value.is_none() {
                access.next_value::<IgnoredAny>()?;
            }
            found |= places & self.given(|sign| sign.is_given(value.as_ref()));
        }
        Ok(found)
    }
}

/// Reads a name as the places of its signs.
struct Name<'l>(&'l Look);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = u64;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<u64, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = u64;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a member's name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<u64, E> {
        Ok(self.0.places(name))
    }
}
