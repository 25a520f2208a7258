//! Reads documents by generated types, and writes back what the types made of them.

#![deny(warnings)]

mod groups;
mod support;

use std::error::Error;
use std::io;

use serde::Serialize;
use serde::de::DeserializeOwned;

use support::Contract;

/// The document again, or why it was refused.
type Answer = Result<String, String>;

/// What the reader of a type itself says, and what `serde_json` says.
pub type Ways = [fn(&str) -> Answer; 2];

/// Both ways to read a type.
#[must_use]
pub const fn ways<T: Contract>() -> Ways {
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

fn main() -> Result<(), Box<dyn Error>> {
    let documents: Vec<(usize, String)> = serde_json::from_reader(io::stdin())?;
    let mut answers = Vec::new();
    for (group, text) in &documents {
        let found = groups::TYPES.binary_search_by_key(group, |(group, _)| *group).map_err(|_| "no such type")?;
        answers.push(groups::TYPES[found].1.map(|way| way(text)));
    }
    Ok(serde_json::to_writer(io::stdout(), &answers)?)
}
