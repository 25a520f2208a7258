//! A type under test, as the crate that holds it is told of it.

use jsonschema::Draft;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::choices::Choices;
use crate::document;

/// A type and its schema.
#[derive(Serialize, Deserialize)]
pub struct Subject {
    /// The place of its module.
    pub module: usize,
    /// The URI of the metaschema of the draft in which the schema is written.
    pub dialect: String,
    /// The schema.
    pub schema: Value,
}

impl Subject {
    /// The draft in which the schema is written.
    #[must_use]
    pub fn draft(&self) -> Draft {
        Draft::default().detect(&json!({ "$schema": self.dialect }))
    }
}

/// The place of a subject, and a document for it: drawn from its schema, or text that a fuzzer made up.
#[must_use]
pub fn draw(subjects: &[Subject], bytes: &[u8]) -> (usize, String) {
    let mut choices = Choices::new(bytes);
    let place = choices.below(subjects.len());
    if choices.below(TEXT_IN) == 0 {
        return (place, String::from_utf8_lossy(choices.rest()).into_owned());
    }
    (place, document::draw(&mut choices, &subjects[place].schema).to_string())
}

/// One in how many documents is text.
const TEXT_IN: usize = 4;

/// The bytes that [`draw`] takes for a text.
///
/// # Errors
///
/// A place that does not fit into a byte, as [`draw`] reads it.
pub fn bytes(place: usize, text: &str) -> Result<Vec<u8>, std::num::TryFromIntError> {
    let mut bytes = vec![u8::try_from(place)?, 0];
    bytes.extend_from_slice(text.as_bytes());
    Ok(bytes)
}
