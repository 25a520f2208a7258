//! The ways to read a document by a type, and to write back what the type made of it.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::support::Contract;

/// The document again, or why it was refused.
pub type Answer = Result<String, String>;

/// What the reader of a type itself says, and what `serde_json` says.
pub type Ways = [fn(&str) -> Answer; 2];

/// Both ways to read a type.
#[must_use]
pub const fn of<T: Contract>() -> Ways {
    [own::<T>, serde::<T>]
}

fn own<T: Contract>(text: &str) -> Answer {
    let value = T::from_json(text).map_err(|error| error.to_string())?;
    // What was accepted must be valid: else it is told as a document that came back as something else.
    Ok(value.validate().map_or_else(|error| error.to_string(), |()| value.to_json()))
}

fn serde<T: Serialize + DeserializeOwned>(text: &str) -> Answer {
    let value: T = serde_json::from_str(text).map_err(|error| error.to_string())?;
    serde_json::to_string(&value).map_err(|error| error.to_string())
}
