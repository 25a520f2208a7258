//! The `jsonschema` crate as judge: what a document is worth against a schema, independent of anything generated.

mod references;

use jsonschema::canonical::{self, Satisfiability};
use jsonschema::{Draft, Registry, Resource, Validator};
use serde_json::{Value, json};

use crate::dialect::{self, Dialect};
use crate::options::Options;
use crate::schema::{Graph, SchemaId};
use crate::source::{self, Source};
use crate::survey::is_description;

/// Validators for every subschema of some documents.
pub struct Judge {
    registry: Registry<'static>,
    asserts_format: bool,
    asserts_content: bool,
}

impl Judge {
    /// Takes the documents as they are, each in the dialect in which the generator reads it.
    ///
    /// # Errors
    ///
    /// What the `jsonschema` crate says of documents that it cannot index.
    pub fn new(sources: &[Source], options: &Options) -> Result<Self, String> {
        let documents = sources.iter().map(|source| (source.uri(), resource(source, options)));
        let builder = Registry::new().extend(documents).map_err(|error| error.to_string())?;
        let registry = builder.prepare().map_err(|error| error.to_string())?;
        Ok(Self { registry, asserts_format: options.format_assertion, asserts_content: options.content_assertion })
    }

    /// A validator for the subschema at an absolute keyword location.
    ///
    /// # Errors
    ///
    /// What the `jsonschema` crate says of a schema that it cannot compile.
    pub fn validator(&self, location: &str) -> Result<Validator, String> {
        self.compile(&json!({ "$ref": location }))
    }

    /// A validator for a subschema of the documents' graph, also for one that no document holds.
    ///
    /// # Errors
    ///
    /// What the `jsonschema` crate says of a schema that it cannot compile.
    pub fn validator_of(&self, graph: &Graph, id: SchemaId) -> Result<Validator, String> {
        self.compile(&graph.spelled(id))
    }

    fn compile(&self, schema: &Value) -> Result<Validator, String> {
        let mut options =
            jsonschema::options().with_registry(&self.registry).should_validate_formats(self.asserts_format);
        if !self.asserts_content {
            let quiet = options.without_content_encoding_support("base64");
            options = quiet.without_content_media_type_support("application/json");
        }
        options.build(schema).map_err(|error| error.to_string())
    }

    /// Whether the subschema at an absolute keyword location provably accepts nothing; one of which that cannot be
    /// proved may accept nothing all the same.
    #[must_use]
    pub fn is_unsatisfiable(&self, location: &str) -> bool {
        let options = canonical::options().with_registry(&self.registry).should_validate_formats(self.asserts_format);
        let canonical = options.canonicalize(&json!({ "$ref": location }));
        canonical.is_ok_and(|schema| schema.satisfiability() == Satisfiability::No)
    }
}

fn resource(source: &Source, options: &Options) -> Resource {
    let (mut document, dialect) = (Value::from(source.json().clone()), dialect(source, options));
    references::respell(&mut document, dialect.unwrap_or_default());
    dialect.map_or(Draft::Unknown, draft).create_resource(document)
}

/// The dialect of a document; one with a metaschema of its own says by that what it speaks.
fn dialect(source: &Source, options: &Options) -> Option<Dialect> {
    match source.root().get("$schema").and_then(source::Value::as_str) {
        Some(name) => Dialect::from_uri(name),
        None if is_description(source) => Some(Dialect::default()),
        None => Some(source.assumed_dialect().unwrap_or(options.default_dialect)),
    }
}

fn draft(dialect: Dialect) -> Draft {
    match dialect.draft() {
        dialect::Draft::Draft4 => Draft::Draft4,
        dialect::Draft::Draft6 => Draft::Draft6,
        dialect::Draft::Draft7 => Draft::Draft7,
        dialect::Draft::Draft201909 => Draft::Draft201909,
        dialect::Draft::Draft202012 => Draft::Draft202012,
    }
}
