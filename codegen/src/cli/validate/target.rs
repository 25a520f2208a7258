//! The schema that documents are validated against.

use std::path::PathBuf;

use jsonschema::Validator;

use codegen::diagnostic::Diagnostic;
use codegen::judge::Judge;
use codegen::pointer;
use codegen::schema::{Document, Graph, SchemaId};
use codegen::sensitive::Marks;
use codegen::source::{Source, Value};
use codegen::suggest;
use codegen::{Diagnostics, Planned};

use crate::cli::disk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::format::Format;
use crate::cli::options::SchemaOptions;

use super::words;

/// A schema, ready to validate.
pub(super) struct Target {
    pub(super) validator: Validator,
    /// What the user may have overlooked.
    pub(super) warnings: Diagnostics,
    /// All schemas, and the one that documents are validated against: they know what is sensitive.
    graph: Graph,
    schema: Option<SchemaId>,
}

impl Target {
    /// Loads the schema that an argument such as `order.json#/$defs/Item` names.
    pub(super) fn load(argument: &str, options: &SchemaOptions, format: Format) -> Result<Self, Failure> {
        let wrong_schema = Failure::schemas(format, Exit::Trouble);
        let (file, fragment) = split(argument);
        if disk::is_folder(file) {
            let message = format!("`{file}` is a folder, and documents are validated against one schema");
            return Err(Failure::usage("not-a-schema", message, "name one of the files in it"));
        }
        let options = options.to_options();
        let planned = codegen::plan(&[PathBuf::from(file)], &options).map_err(wrong_schema)?;
        let document = requested(&planned);
        let Some((document, source)) = document else {
            return Err(Failure::usage("not-a-schema", format!("`{file}` holds no schema"), "name a schema's file"));
        };
        check(&planned, document, source, fragment)?;
        let schema = schema(&planned.plan.graph, document, source, fragment);
        // What the document calls itself, and not its place on the disk, is what its references are relative to.
        let location = schema.map_or_else(
            || format!("{}#{fragment}", source.uri()),
            |schema| planned.plan.graph.get(schema).uri.clone(),
        );
        let judge = Judge::new(&planned.sources, &options);
        let validator = judge.and_then(|judge| judge.validator(&location));
        let validator = validator.map_err(|error| unusable(&planned, document, source, fragment, &error))?;
        let mut warnings = planned.warnings.clone();
        warnings.extend(empty_root(&planned, document, source, fragment));
        Ok(Self { validator, warnings, graph: planned.plan.graph, schema })
    }

    /// What must not be shown of documents.
    pub(super) fn marks(&self) -> Option<Marks<'_>> {
        self.schema.map(|schema| Marks { graph: &self.graph, schema })
    }
}

/// The subschema that a fragment names: by its place, or by its anchor.
fn schema(graph: &Graph, document: &Document, source: &Source, fragment: &str) -> Option<SchemaId> {
    let pointer = pointer::from_fragment(fragment);
    let is_meant = |place: &str| match &pointer {
        Some(pointer) => place == pointer,
        None => ["$anchor", "$dynamicAnchor"].iter().any(|keyword| {
            let anchor = source.at(place).and_then(|value| value.get(keyword));
            anchor.and_then(Value::as_str) == Some(fragment)
        }),
    };
    let mut locations = graph.subschemas.iter().map(|subschema| &subschema.location);
    locations.position(|location| location.source == document.source && is_meant(&location.pointer)).map(SchemaId)
}

/// Takes the fragment off, unless the whole is a file's name.
fn split(argument: &str) -> (&str, &str) {
    match argument.split_once('#') {
        Some((file, fragment)) if !disk::exists(argument) => (file, fragment),
        _ => (argument, ""),
    }
}

fn requested(planned: &Planned) -> Option<(&Document, &Source)> {
    let document = planned.plan.graph.documents.iter().find(|document| document.is_requested)?;
    Some((document, planned.sources.get(document.source)?))
}

/// Makes sure that the fragment leads to something, and to a schema.
fn check(planned: &Planned, document: &Document, source: &Source, fragment: &str) -> Result<(), Failure> {
    let name = source.name();
    if fragment.is_empty() && document.root.is_none() {
        let message = format!("`{name}` is no schema itself, it only has schemas within");
        return Err(Failure::usage("not-a-schema", message, which(planned, document, name, fragment)));
    }
    let Some(pointer) = pointer::from_fragment(fragment) else { return Ok(()) };
    match source.at(&pointer) {
        Some(value) if value.is_schema() => Ok(()),
        Some(_) => {
            let message = format!("what is at `{pointer}` in `{name}` is no schema");
            Err(Failure::usage("not-a-schema", message, which(planned, document, name, fragment)))
        }
        None => {
            let message = format!("`{name}` has nothing at `{pointer}`");
            Err(Failure::usage("unknown-pointer", message, which(planned, document, name, fragment)))
        }
    }
}

/// A root that only holds definitions accepts everything, which is hardly what validation is for.
fn empty_root(planned: &Planned, document: &Document, source: &Source, fragment: &str) -> Option<Diagnostic> {
    let is_empty = planned.plan.graph.get(document.root?).keywords.is_empty();
    let is_meant = !fragment.is_empty() || document.definitions.is_empty() || !is_empty;
    let message = format!("`{}` asserts nothing itself, so every document is valid", source.name());
    let warning = Diagnostic::warning("asserts-nothing", message);
    (!is_meant).then(|| warning.with_help(which(planned, document, source.name(), fragment)))
}

/// A schema that the judge does not take, most often for an anchor that is not there.
fn unusable(planned: &Planned, document: &Document, source: &Source, fragment: &str, error: &str) -> Failure {
    let message = format!("`{}#{fragment}` cannot be used: {error}", source.name());
    Failure::usage("unusable-schema", message, which(planned, document, source.name(), fragment))
}

/// What was probably meant, or all that there is.
fn which(planned: &Planned, document: &Document, file: &str, fragment: &str) -> String {
    let place = |id| pointer::to_fragment(&planned.plan.graph.get(id).location.pointer);
    let definitions: Vec<(&str, String)> =
        document.definitions.iter().map(|(name, id)| (name.as_str(), place(*id))).collect();
    let wanted = fragment.rsplit('/').next().unwrap_or_default();
    let nearest = suggest::nearest(wanted, definitions.iter().map(|(name, _)| *name));
    let nearest = definitions.iter().find(|(name, _)| Some(*name) == nearest && !wanted.is_empty());
    match (nearest, definitions.as_slice()) {
        (Some((_, place)), _) => format!("did you mean `{file}#{place}`?"),
        (None, []) => format!("the whole document is `{file}`"),
        (None, all) => {
            let places = all.iter().map(|(_, place)| format!("#{place}"));
            format!("its schemas are {}", words::list(places, "and"))
        }
    }
}
