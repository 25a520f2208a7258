//! A type against the judge: one document after the other, the first disagreement ends it.

use std::fmt;
use std::sync::Arc;

use codegen::schema::SchemaId;
use jsonschema::Validator;
use serde_json::Value;

use super::document::Document;
use super::exactness::stand_in;
use super::subject::Subject;
use super::world::World;
use super::{accepted, finding, refused};

/// A type, and the validators that it must agree with.
pub(crate) struct Trial<'w> {
    pub(crate) subject: Subject,
    pub(crate) world: &'w World,
    /// The type's schema.
    pub(crate) schema: SchemaId,
    /// The validator for that schema, made from the schema files.
    pub(crate) validator: Arc<Validator>,
    /// The validator for the schema text that the type carries.
    pub(crate) carried: Validator,
}

/// A type and its schema are not of one mind about a document.
#[derive(Debug)]
pub(crate) struct Disagreement {
    path: &'static str,
    what: String,
    origin: String,
    text: String,
}

impl fmt::Display for Disagreement {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, what, origin, text } = self;
        write!(formatter, "{path}: {what}\n  document: {origin}\n  {text}")
    }
}

impl<'w> Trial<'w> {
    /// Prepares the validators.
    pub(crate) fn new(subject: Subject, world: &'w World) -> Result<Self, String> {
        let path = subject.path;
        let schema = world.planned(path).ok_or_else(|| format!("{path} is not planned for these schemas"))?.schema;
        let validator = world.validator(schema)?;
        Ok(Self { subject, world, schema, validator, carried: carried(subject)? })
    }

    /// Prepares the validators for the repository's own schemas.
    pub(crate) fn own(subject: Subject) -> Result<Trial<'static>, String> {
        let trial = Trial::new(subject, World::own()?)?;
        let planned = &trial.world.graph().get(trial.schema).uri;
        if planned != subject.schema_id {
            return Err(format!("{}: its schema ID is {}, not {planned}", subject.path, subject.schema_id));
        }
        Ok(trial)
    }

    /// Whether the judge accepts a document.
    pub(crate) fn is_valid(&self, document: &Document) -> bool {
        self.validator.is_valid(&stand_in(&document.tree))
    }

    /// Whether type and judge are of one mind about a document, in every way to read and to write it.
    pub(crate) fn agree(&self, document: &Document) -> Result<(), Disagreement> {
        let judged = stand_in(&document.tree);
        let is_valid = self.validator.is_valid(&judged);
        match (is_valid, (self.subject.from_json)(&document.text)) {
            (true, Ok(value)) => accepted::check(self, document, value.as_ref())?,
            (false, Err(error)) => refused::check(self, document, &judged, &error)?,
            (true, Err(error)) => {
                return Err(self.disagreement(document, format!("it refuses what its schema accepts: {error}")));
            }
            (false, Ok(_)) => {
                let found = refused::listed(&finding::judged(&self.validator, &judged));
                return Err(self.disagreement(document, format!("it accepts what its schema refuses: {found}")));
            }
        }
        if self.carried.is_valid(&judged) == is_valid {
            return Ok(());
        }
        Err(self.disagreement(document, "the schema text that it carries judges otherwise than the schema file"))
    }

    pub(crate) fn disagreement(&self, document: &Document, what: impl Into<String>) -> Disagreement {
        Disagreement {
            path: self.subject.path,
            what: what.into(),
            origin: document.origin.clone(),
            text: document.text.clone(),
        }
    }
}

fn carried(subject: Subject) -> Result<Validator, String> {
    let place = |error: &dyn fmt::Display| format!("{}: its schema text: {error}", subject.path);
    let schema: Value = serde_json::from_str(&(subject.schema_text)()).map_err(|error| place(&error))?;
    jsonschema::options().should_validate_formats(true).build(&schema).map_err(|error| place(&error))
}
