//! What an object's members are read into and listed from, by their kinds: required, optional, nullable, or fixed.

use serde::de;

use super::object::missing;

/// A member that must be there.
///
/// # Errors
///
/// The member is missing.
#[inline]
pub fn required<T, E: de::Error>(name: &str, slot: Option<T>) -> Result<T, E> {
    slot.ok_or_else(|| missing(name))
}

/// A member that the schema fixes, and whether it came.
///
/// # Errors
///
/// The member is missing.
#[inline]
pub fn fixed<E: de::Error>(name: &str, is_there: bool) -> Result<(), E> {
    if is_there { Ok(()) } else { Err(missing(name)) }
}

/// What becomes of a member's slot when the object ends, and how the member's field is listed.
macro_rules! slot {
    (take required $name:literal $slot:ident) => {
        support::required($name, $slot)?
    };
    (take optional $name:literal $slot:ident) => {
        $slot
    };
    (take nullable $name:literal $slot:ident) => {
        support::Maybe::from($slot)
    };
    (list required $name:literal $field:expr, $sink:ident) => {
        $sink.member($name, &$field)?
    };
    (list optional $name:literal $field:expr, $sink:ident) => {
        $sink.optional($name, $field.as_ref())?
    };
    (list nullable $name:literal $field:expr, $sink:ident) => {
        $sink.maybe($name, &$field)?
    };
}
pub(crate) use slot;
