//! What generated types share: exact numbers and JSON, a reader and a writer, and schemas as data to validate against.
//!
//! The generator copies these files beside the types it writes, so they depend on the standard library, `serde`
//! and `serde_json` alone and refer to each other by relative paths.

#![allow(dead_code, unused_imports, unused_macros, reason = "not every set of schemas needs all of it")]

pub mod constant;
pub mod content;
pub mod format;
pub mod instance;
pub mod json;
pub mod map;
pub mod number;
pub mod read;
pub mod schema;
pub mod typed;
pub mod validate;
pub mod violation;
pub mod write;

pub use constant::Constant;
pub use content::Content;
pub use instance::{Instance, Items, Members, View, Visit, to_json};
pub use json::{Json, NotCanonical};
pub use map::{Map, MapBuilder, Object};
pub use number::{Integer, Number, NumberView};
pub use read::{ReadError, from_str};
pub use schema::{Keyword, Pattern, Resource, Schema, Types};
pub use typed::array::all_unique;
pub use typed::builder::{Becomes, Builder};
pub use typed::constants::{ConstantType, read_constant};
pub use typed::contract::{Contract, bundle, check, refuse};
pub use typed::extra::{DeclaredMember, Extra};
pub use typed::further::{AnyFurther, Further};
pub use typed::kinds::{Kind, KindsType, read_kinds, unexpected_kind};
pub use typed::maybe::Maybe;
pub use typed::members::{MemberSink, count, each, find, write_object};
pub use typed::newtype::{CheckedNewtype, read_newtype};
pub use typed::null::Null;
pub use typed::number::{CheckedNumber, fit, read_number};
pub use typed::object::{ObjectReader, ObjectType, first_missing, missing, read_members, read_object};
pub use typed::plain_integer::PlainInteger;
pub use typed::signs::Sign;
pub use typed::string::{CheckedString, Text, has_length, read_string};
pub use typed::strings::{StringsType, read_strings};
pub use typed::tagged::{TaggedContent, TaggedType, read_tagged, read_variant, unknown_tag};
pub use typed::tuple::{
    ItemSink, TupleType, WithoutGaps, count_items, end, find_item, read_tuple, required_item, rest, write_tuple,
};
pub use typed::union::{UnionType, attempt, read_union};
pub use validate::{is_valid, violations};
pub use violation::{Error, Violation};
pub use write::{WriteError, to_string, to_string_pretty};

pub(crate) use typed::constants::constants_type;
pub(crate) use typed::contract::contract;
pub(crate) use typed::kinds::kinds_type;
pub(crate) use typed::members::object_members;
pub(crate) use typed::never::never_type;
pub(crate) use typed::newtype::newtype;
pub(crate) use typed::number::{checked_number, integer_type, number_type};
pub(crate) use typed::object::object_type;
pub(crate) use typed::slot::slot;
pub(crate) use typed::string::string_type;
pub(crate) use typed::strings::strings_type;
pub(crate) use typed::tagged::tagged_type;
pub(crate) use typed::tuple::tuple_type;
pub(crate) use typed::union::union_type;
pub(crate) use typed::variants::{conversions, variants};
