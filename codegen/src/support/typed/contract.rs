//! What every generated type offers: its schema, reading that accepts nothing else, and re-checking.

use serde::Serialize;
use serde::de::{self, DeserializeOwned};
use std::fmt;

use super::super::instance::{self, Instance};
use super::super::schema::{Keyword, Schema};
use super::super::validate;
use super::super::violation::{self, Error};
use super::super::{read, write};

/// A type generated from a schema: its values are the instances that the schema accepts, and no others.
///
/// The generated types have these methods as their own as well; the trait is for code that is generic over them.
pub trait Contract: Instance + Serialize + DeserializeOwned {
    /// The absolute URI of the schema.
    const SCHEMA_ID: &'static str;

    /// The schema, compiled.
    fn schema() -> &'static Schema;

    /// The schema as a document that needs no other, for any validator of its dialect.
    fn schema_text() -> String;

    /// Reads a JSON document.
    ///
    /// # Errors
    ///
    /// [`Error`] lists every violation of the schema, each with its JSON Pointer, line and column; or the place where
    /// the text stops being JSON (RFC 8259) or repeats a member (RFC 7493).
    fn from_json<T: AsRef<[u8]> + ?Sized>(input: &T) -> Result<Self, Error> {
        let text = std::str::from_utf8(input.as_ref()).map_err(|error| Error::utf8(input.as_ref(), error))?;
        read::from_str(text).map_err(|failure| violation::diagnose(text, Self::schema(), &failure))
    }

    /// Writes the value as compact JSON, numbers exactly as they are.
    fn to_json(&self) -> String
    where
        Self: Sized,
    {
        // Only a map whose keys are no strings cannot be written, and no generated type has one.
        write::to_string(self).unwrap_or_else(|_| instance::to_json(self).to_string())
    }

    /// Checks the value against its schema again, after its members were changed.
    ///
    /// # Errors
    ///
    /// [`Error`] lists every violation.
    fn validate(&self) -> Result<(), Error>
    where
        Self: Sized,
    {
        check(Self::schema(), self)
    }
}

/// Validates a finished value and gives all its violations as one error.
///
/// # Errors
///
/// [`Error`] lists every violation.
pub fn check(schema: &'static Schema, instance: &dyn Instance) -> Result<(), Error> {
    if validate::is_valid(schema, instance) {
        return Ok(());
    }
    Err(Error::new(validate::violations(schema, instance)))
}

/// The error of a deserializer for a value that its schema refuses.
///
/// The message is only made when the deserializer asks for it.
#[cold]
pub fn refuse<E: de::Error>(schema: &'static Schema, instance: &dyn Instance) -> E {
    E::custom(Refusal { schema, instance })
}

struct Refusal<'a> {
    schema: &'static Schema,
    instance: &'a dyn Instance,
}

impl fmt::Display for Refusal<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match check(self.schema, self.instance) {
            Err(error) => error.fmt(formatter),
            Ok(()) => write!(formatter, "refused by {}", self.schema.location),
        }
    }
}

/// A self-contained schema document: a reference to `schema`, or what it says if no document holds it, and the documents
/// that it needs.
#[must_use]
pub fn bundle(schema: &Schema, documents: &[(&str, &str)]) -> String {
    let derived = schema.keywords.iter().find_map(|keyword| match keyword {
        Keyword::Derived(members) => Some(*members),
        _ => None,
    });
    let mut text = String::from(r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","#);
    match derived {
        Some(members) => text.extend([r#""$id":""#, schema.location.trim_end_matches('#'), "\",", members]),
        None => text.extend([r#""$ref":""#, schema.location, "\""]),
    }
    text.push_str(r#","$defs":{"#);
    for (index, (uri, document)) in documents.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push('"');
        text.push_str(uri);
        text.push_str("\":");
        text.push_str(document);
    }
    text.push_str("}}");
    text
}

/// Implements [`Contract`] for a type, and gives it the same methods as its own.
///
/// As all macros here it names this module `support`, which each module of generated types imports.
macro_rules! contract {
    ($name:ident, $schema:ident) => {
        impl support::Contract for $name {
            const SCHEMA_ID: &'static str = schemas::$schema.location;

            fn schema() -> &'static support::Schema {
                &schemas::$schema
            }

            fn schema_text() -> String {
                support::bundle(&schemas::$schema, schemas::DOCUMENTS)
            }
        }

        impl $name {
            /// The absolute URI of the schema.
            pub const SCHEMA_ID: &'static str = schemas::$schema.location;

            /// The schema as a document that needs no other.
            #[must_use]
            pub fn schema_text() -> String {
                <Self as support::Contract>::schema_text()
            }

            /// Reads a JSON document.
            ///
            /// # Errors
            ///
            /// Every violation of the schema, each with its JSON Pointer, line and column.
            pub fn from_json<T: AsRef<[u8]> + ?Sized>(input: &T) -> Result<Self, support::Error> {
                support::Contract::from_json(input)
            }

            /// Writes compact JSON.
            #[allow(clippy::wrong_self_convention, reason = "types that are copied have it like all others")]
            #[must_use]
            pub fn to_json(&self) -> String {
                support::Contract::to_json(self)
            }

            /// Checks the value against its schema again, after it was changed.
            ///
            /// # Errors
            ///
            /// Every violation of the schema.
            pub fn validate(&self) -> Result<(), support::Error> {
                support::Contract::validate(self)
            }
        }
    };
}
pub(crate) use contract;
