//! `codegen generate`: from schemas to files.

mod check;
mod summary;

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use codegen::layout::{EmitOptions, Layout};
use codegen::write::{Difference, compare, write};
use codegen::{Diagnostics, Files, Options};

use super::exit::{Exit, Failure};
use super::format::Format;
use super::options::{SCHEMAS, SchemaOptions, expect_schemas};
use super::report;
use super::streams::Streams;

/// The folder of what is made from the schemas, unless something else is said.
const MODELS: &str = "models";

/// Turn schemas into Rust types
///
/// Each schema file becomes a module that is named after it. Its root becomes a type that is named by its `title`, its
/// definitions become types of their own names. What is written depends on `serde` and `serde_json` alone, unless a
/// pattern looks around or back, which takes `regress`.
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Generate {
    /// Schema files, and folders with schema files
    #[arg(value_name = "PATH", default_value = SCHEMAS)]
    pub(crate) paths: Vec<PathBuf>,
    /// The folder to write to; files in it that an earlier run wrote and no schema asks for any more are removed
    #[arg(long, value_name = "DIR", default_value = MODELS)]
    out: PathBuf,
    /// Write a complete crate called NAME, instead of modules for a crate of yours
    #[arg(long = "crate", value_name = "NAME", value_parser = crate_name)]
    crate_name: Option<String>,
    /// Call the type of a document's root NAME
    #[arg(long, value_name = "NAME")]
    root_name: Option<String>,
    /// Write nothing, but compare with what is there: exit code 1 and a diff if it is out of date
    #[arg(long)]
    check: bool,
    /// Print one file that stands alone, instead of writing several
    #[arg(long, conflicts_with_all = ["check", "crate_name", "out"])]
    stdout: bool,
    /// How to print what is wrong with schemas
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    options: SchemaOptions,
}

const AFTER: &str = "\
Examples:
  codegen generate                                     schemas/ becomes the modules in models/
  codegen generate api.json --out src/api --check      is src/api up to date?
  codegen generate schemas --out ../api --crate api    a crate of its own
  codegen generate order.json --stdout > order.rs      one file that stands alone

Exit codes:
  0  done, or up to date
  1  a schema is wrong, or --check found differences
  2  a file cannot be read or written";

impl Generate {
    fn options(&self) -> Options {
        let options = self.options.to_options();
        match &self.root_name {
            Some(name) => options.root_name(name),
            None => options,
        }
    }

    fn layout(&self) -> Layout {
        match &self.crate_name {
            _ if self.stdout => Layout::SingleFile,
            Some(name) => Layout::Crate { name: name.clone() },
            None => Layout::Modules,
        }
    }
}

impl Default for Generate {
    /// What a command line without arguments means.
    fn default() -> Self {
        Self {
            paths: vec![SCHEMAS.into()],
            out: MODELS.into(),
            crate_name: None,
            root_name: None,
            check: false,
            stdout: false,
            format: Format::Text,
            options: SchemaOptions::default(),
        }
    }
}

pub(crate) fn run(arguments: &Generate, streams: &mut Streams) -> Result<Exit, Failure> {
    expect_schemas(&arguments.paths)?;
    let wrong = Failure::schemas(arguments.format, Exit::Findings);
    let planned = codegen::plan(&arguments.paths, &arguments.options()).map_err(wrong)?;
    // Only of a crate that is generated too is it known that it has the feature.
    let emit = EmitOptions { layout: arguments.layout(), jiff: arguments.crate_name.is_some() };
    let files = codegen::emit(&planned, &emit).map_err(wrong)?;
    if arguments.check {
        let differences = compare(&files, &arguments.out).map_err(wrong)?;
        return check(arguments, &planned.warnings, &differences, &files, streams);
    }
    report_warnings(arguments, &planned.warnings, streams)?;
    if arguments.stdout {
        print_text(&files, streams)
    } else {
        let written = write(&files, &arguments.out).map_err(wrong)?;
        summary::print(&planned.plan, &files, &written, &arguments.out, arguments.said(streams))?;
        Ok(Exit::Fine)
    }
}

impl Generate {
    /// Where to say what was done: not where a program expects diagnostics.
    fn said<'s>(&self, streams: &'s mut Streams) -> &'s mut dyn Write {
        match self.format {
            Format::Text => &mut streams.out,
            _ => &mut streams.err,
        }
    }
}

/// Says what is out of date, and shows the differences to people.
fn check(
    arguments: &Generate,
    warnings: &Diagnostics,
    differences: &[Difference],
    files: &Files,
    streams: &mut Streams,
) -> Result<Exit, Failure> {
    let findings: Vec<_> = warnings.iter().cloned().chain(check::findings(differences, &arguments.out)).collect();
    match arguments.format {
        Format::Text => {
            report::print(warnings.iter(), Format::Text, streams)?;
            check::print(differences, files, &arguments.out, &mut streams.out)?;
        }
        format => report::print(&findings, format, streams)?,
    }
    Ok(if differences.is_empty() { Exit::Fine } else { Exit::Findings })
}

/// Programs get their array also where there is nothing to warn of.
fn report_warnings(arguments: &Generate, warnings: &Diagnostics, streams: &mut Streams) -> Result<(), Failure> {
    match arguments.format {
        Format::Text => report::print(warnings.iter(), Format::Text, streams),
        format if arguments.stdout => Ok(report::write(warnings.iter(), format, &mut streams.err)?),
        format => report::print(warnings.iter(), format, streams),
    }
}

fn print_text(files: &Files, streams: &mut Streams) -> Result<Exit, Failure> {
    for (_, text) in files.iter() {
        streams.out.write_all(text.as_bytes())?;
    }
    summary::crates(files, &mut streams.err)?;
    Ok(Exit::Fine)
}

/// Crates that generated code may depend on or that Rust has, as which no other can be called.
const CRATES: &[&str] = &["alloc", "core", "jiff", "regress", "serde", "serde_json", "std"];

/// A name that Cargo takes for a package, and code for a crate.
fn crate_name(name: &str) -> Result<String, String> {
    let is_start = |first: char| first.is_ascii_alphabetic() || first == '_';
    let is_part = |part: char| part.is_ascii_alphanumeric() || part == '_' || part == '-';
    let ident = name.replace('-', "_");
    if !name.starts_with(is_start) || !name.chars().all(is_part) {
        return Err(
            "a crate's name consists of ASCII letters, digits, `-` and `_`, and begins with no digit".to_owned()
        );
    }
    if syn::parse_str::<syn::Ident>(&ident).is_err() {
        return Err("this is a word of Rust, which no crate can be called".to_owned());
    }
    if CRATES.contains(&ident.as_str()) {
        return Err("the types may use a crate of this name".to_owned());
    }
    Ok(name.to_owned())
}
