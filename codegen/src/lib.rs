//! Turns JSON Schemas into Rust types that accept exactly what the schemas accept.
//!
//! ```text
//! load → resolve → lower → typegen → harden → render → write
//! ```
//!
//! `load` reads documents, `resolve` joins them to one graph of subschemas, `lower` plans a Rust type for each that
//! deserves one, `typegen` has typify declare them, `harden` gives them implementations that accept exactly what the
//! schema accepts, `render` makes text, and `write` puts it on disk. Only `load` and `write` touch the disk.

#![warn(clippy::disallowed_methods)]

#[cfg(feature = "cli")]
pub mod config;
pub mod diagnostic;
pub mod options;
pub mod source;
pub mod stack;

mod lexeme;
pub mod pointer;
mod spelling;
#[cfg(feature = "sql")]
mod sql;
pub mod suggest;
mod survey;
mod uri;

#[cfg(feature = "compat")]
pub mod compat;
pub mod dialect;
#[cfg(feature = "cli")]
pub mod digest;
#[cfg(feature = "db")]
pub mod drift;
pub mod explain;
pub mod files;
#[cfg(feature = "cli")]
pub mod fmt;
pub mod harden;
pub mod judge;
pub mod layout;
#[cfg(feature = "cli")]
pub mod lint;
pub mod load;
pub mod lower;
mod metaschema;
#[cfg(feature = "sql")]
pub mod migrations;
#[cfg(feature = "sql")]
pub mod parity;
pub mod pattern;
pub mod plan;
pub mod render;
#[cfg(feature = "cli")]
pub mod report;
pub mod resolve;
#[cfg(feature = "cli")]
pub mod rules;
pub mod schema;
pub mod sensitive;
pub mod support;
pub mod typegen;
pub mod write;

use std::path::PathBuf;

pub use diagnostic::Diagnostics;
pub use files::Files;
pub use layout::{EmitOptions, Layout};
pub use options::Options;

use plan::Plan;
use source::Source;

/// The plan of the types, and the documents that it was made from.
#[derive(Debug)]
pub struct Planned {
    /// What will be generated.
    pub plan: Plan,
    /// The documents.
    pub sources: Vec<Source>,
    /// What is not wrong enough to stop.
    pub warnings: Diagnostics,
}

/// Generates the Rust types of the schemas in `paths`: files and folders.
///
/// # Errors
///
/// Everything that is wrong with the schemas, each with its file, line and column, and a way out.
pub fn generate(paths: &[PathBuf], options: &Options, layout: &EmitOptions) -> Result<Files, Diagnostics> {
    let planned = plan(paths, options)?;
    emit(&planned, layout)
}

/// Plans the types of the schemas in `paths`, up to and without any Rust code.
///
/// # Errors
///
/// Everything that is wrong with the schemas.
pub fn plan(paths: &[PathBuf], options: &Options) -> Result<Planned, Diagnostics> {
    stack::on_deep_stack(|| plan_sources(load::load(paths, options), options))
}

/// Plans the types of documents that are in memory.
///
/// # Errors
///
/// Everything that is wrong with the schemas.
pub fn plan_texts(texts: &[load::Text], options: &Options) -> Result<Planned, Diagnostics> {
    stack::on_deep_stack(|| plan_sources(load::load_texts(texts, options), options))
}

fn plan_sources((sources, mut found): (Vec<Source>, Diagnostics), options: &Options) -> Result<Planned, Diagnostics> {
    let (graph, more) = resolve::resolve(&sources, options);
    found.extend(more);
    let warnings = found.or_fatal()?;
    let plan = lower::lower(graph, &sources, options);
    Ok(Planned { plan, sources, warnings })
}

/// Writes the Rust code of planned types, without touching the disk.
///
/// # Errors
///
/// Bugs of this generator, each with the type that it concerns.
pub fn emit(planned: &Planned, options: &EmitOptions) -> Result<Files, Diagnostics> {
    stack::on_deep_stack(|| {
        let declarations = typegen::typegen(&planned.plan)?;
        let modules = harden::harden(declarations, &planned.plan, &planned.sources, options)?;
        Ok(render::render(modules, options))
    })
}

/// The README's snippets, as tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
