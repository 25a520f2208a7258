//! What the generated types are made of: one file for each of their forms.

pub mod array;
pub mod buffer;
pub mod builder;
pub(super) mod choices;
pub mod constants;
pub mod contract;
pub mod extra;
pub mod further;
pub mod key;
pub mod kinds;
pub mod maybe;
pub mod members;
pub mod never;
pub mod newtype;
pub mod null;
pub mod number;
pub mod object;
pub mod plain_integer;
pub mod slot;
pub mod string;
pub mod strings;
pub mod tagged;
pub mod tuple;
pub mod union;
pub(super) mod unread;
pub mod variants;
