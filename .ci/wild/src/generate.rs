//! The generator's work on one schema, and how long it takes.

use std::time::Instant;

use codegen::dialect::Dialect;
use codegen::explain::Tiers;
use codegen::source::Source;
use codegen::support::Json;
use codegen::{Diagnostics, EmitOptions, Files, Layout, Options, Planned};

use crate::corpus::Subject;
use crate::table::Row;

/// The crate of a schema's types, and what the table says of them.
pub struct Generated {
    /// The crate.
    pub files: Files,
    /// The row, not yet with what the compiler says.
    pub row: Row,
}

/// Generates a crate of a schema's types.
///
/// # Errors
///
/// What is wrong with the schema.
pub fn generate(subject: &Subject) -> Result<Generated, Diagnostics> {
    let start = Instant::now();
    let planned = codegen::plan(std::slice::from_ref(&subject.path), &Options::default())?;
    let layout = EmitOptions { layout: Layout::Crate { name: "wild".to_owned() }, ..EmitOptions::default() };
    let files = codegen::emit(&planned, &layout)?;
    let generate = start.elapsed();
    Ok(Generated { files, row: Row { generate, ..described(&planned) } })
}

fn described(planned: &Planned) -> Row {
    let plan = &planned.plan;
    let asked = plan.graph.subschemas.iter().filter(|subschema| !subschema.keywords.is_empty());
    Row {
        draft: planned.sources.first().map_or_else(String::new, draft),
        n_subschemas: asked.count(),
        types: Tiers::of(plan),
        members: Tiers::of_members(plan, &plan.types),
        stands_alone: planned.sources.len() == 1,
        ..Row::default()
    }
}

/// The draft that a document says it speaks.
fn draft(source: &Source) -> String {
    let uri = source.json().get("$schema").and_then(Json::as_str);
    let dialect = uri.and_then(Dialect::from_uri);
    dialect.map_or("-", |dialect| dialect.draft().name()).to_owned()
}
