//! A generated type as a table of functions, so that the checks are compiled once and not for each type.

use contracts::support::{Builder, Contract, Json, ObjectType, validate};
use contracts::{Error, Violation};
use serde_json::Value;

/// A value that a type has accepted.
pub(crate) trait Accepted {
    /// Writes it by the type's own writer.
    fn to_json(&self) -> String;

    /// Writes it by `serde_json`.
    fn to_text(&self) -> Result<String, String>;

    /// Makes it a `serde_json` value.
    fn to_value(&self) -> Result<Value, String>;

    /// Checks it again.
    fn validate(&self) -> Result<(), Error>;
}

impl<T: Contract> Accepted for T {
    fn to_json(&self) -> String {
        Contract::to_json(self)
    }

    fn to_text(&self) -> Result<String, String> {
        serde_json::to_string(self).map_err(|error| error.to_string())
    }

    fn to_value(&self) -> Result<Value, String> {
        serde_json::to_value(self).map_err(|error| error.to_string())
    }

    fn validate(&self) -> Result<(), Error> {
        Contract::validate(self)
    }
}

/// What became of a document.
type Reading<E> = Result<Box<dyn Accepted>, E>;

/// Builds a value from members, each given by its name and JSON text.
type Build = fn(&[(String, String)]) -> Reading<String>;

/// A generated type.
#[derive(Clone, Copy)]
pub(crate) struct Subject {
    /// Its module and name, such as `ml_schemas::Candidate`.
    pub(crate) path: &'static str,
    pub(crate) schema_id: &'static str,
    pub(crate) schema_text: fn() -> String,
    /// Reads by the type's own reader.
    pub(crate) from_json: fn(&str) -> Reading<Error>,
    /// Reads by `serde_json`.
    pub(crate) from_text: fn(&str) -> Reading<String>,
    /// Reads from a `serde_json` value.
    pub(crate) from_value: fn(&Value) -> Reading<String>,
    /// Builds; only a struct can be built.
    pub(crate) build: Option<Build>,
    /// What the compiled schema has against a document.
    pub(crate) violations: fn(&str) -> Result<Vec<Violation>, String>,
}

impl Subject {
    /// The table of `T`, whose Rust path in the crate `contracts` is `path`.
    pub(crate) fn of<T: Contract + 'static>(path: &'static str) -> Self {
        Self {
            path: path.strip_prefix("contracts::").unwrap_or(path),
            schema_id: T::SCHEMA_ID,
            schema_text: T::schema_text,
            from_json: |text| T::from_json(text).map(boxed),
            from_text: |text| serde_json::from_str::<T>(text).map(boxed).map_err(|error| error.to_string()),
            from_value: |value| {
                serde_json::from_value::<T>(value.clone()).map(boxed).map_err(|error| error.to_string())
            },
            build: None,
            violations: |text| Ok(validate::violations(T::schema(), &json(text)?)),
        }
    }

    /// The table of a struct.
    pub(crate) fn of_struct<T: ObjectType + 'static>(path: &'static str) -> Self {
        Self { build: Some(build::<T>), ..Self::of::<T>(path) }
    }
}

fn boxed<T: Contract + 'static>(value: T) -> Box<dyn Accepted> {
    Box::new(value)
}

fn json(text: &str) -> Result<Json, String> {
    text.parse().map_err(|error| format!("{text}: {error}"))
}

fn build<T: ObjectType + 'static>(members: &[(String, String)]) -> Reading<String> {
    let mut builder = Builder::<T>::new();
    for (name, text) in members {
        builder = builder.extra(name, json(text)?);
    }
    builder.build().map(boxed).map_err(|error| error.to_string())
}
