//! Names that typed reading passes through serde to the readers of this module, which then do more than serde asks.
//!
//! Each is given as the name of a newtype or a struct, which other deserializers ignore.

/// `deserialize_newtype_struct(NUMBER_TOKEN, visitor)`: any value, with numbers handed over exactly.
///
/// Numbers that a machine integer or a float says exactly are visited as such. Any other number is visited as a map
/// whose `size_hint` is `usize::MAX` (no document has so many members) with one value: the number's spelling.
/// All other values are visited as by `deserialize_any`.
///
/// As the name of `serialize_newtype_struct` it announces such a number: the first serialization of the value gives
/// the nearest number that the format has, every further one the exact spelling as a string.
pub const NUMBER_TOKEN: &str = "$number";

/// `deserialize_struct(TAG_TOKEN, &[tag], visitor)`: any value; an object that has the member `tag` is visited with
/// that member first, wherever it stands, and then the others in document order.
pub const TAG_TOKEN: &str = "$tag";

/// `deserialize_newtype_struct(ATTEMPTS_TOKEN, visitor)`: visited as a sequence whose `size_hint` is `usize::MAX` and
/// whose every element is the same value, read again from its start.
///
/// A failed element does not end the sequence. What no attempt has read is passed over when the visitor returns.
pub const ATTEMPTS_TOKEN: &str = "$attempts";

/// `deserialize_newtype_struct(TEXT_TOKEN, visitor)` of a member's value: visited as a sequence whose `size_hint` is
/// `usize::MAX` and whose one element is the text of the member, name and all, of which is known that
/// [`Json`](super::super::json::Json) reads it; or, where that is not known, as any newtype.
pub const TEXT_TOKEN: &str = "$text";

/// `deserialize_newtype_struct(PLACE_TOKEN, visitor)` of such an element: visited as the integer that is the address of
/// the value, which is not read.
pub const PLACE_TOKEN: &str = "$place";

/// `deserialize_newtype_struct(NAME_TOKEN, visitor)` of a member's name: visited as a sequence of one element, which is
/// the name again and knows `deserialize_struct(NAME_TOKEN, names, visitor)`.
///
/// That visits the integer 0 if the name is the first of `names`, which is found out without reading it, and otherwise
/// the name.
pub const NAME_TOKEN: &str = "$name";
