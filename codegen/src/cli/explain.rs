//! `codegen explain`: what becomes of each type, at which tier, and how each keyword is kept.

mod text;

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use codegen::Planned;
use codegen::explain::{Explanation, Forms, Tiers, explain, tier};
use codegen::plan::{Plan, TypeId};
use codegen::suggest;

use super::disk;
use super::exit::{Exit, Failure};
use super::format::{Form, Format};
use super::options::SchemaOptions;
use super::report;
use super::streams::Streams;

/// Explain how schemas are kept: the Rust form and tier of types, and by what means each keyword is kept
///
/// A typed type is read in one pass into Rust values. A checked one is typed, but some of its members are kept as JSON
/// and judged there. An opaque one is any JSON behind a check. All three accept exactly what the schema accepts.
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Explain {
    /// A type, such as `Order` or `orders::Order`, or a schema file or folder, of which all types are listed
    #[arg(value_name = "TYPE|PATH")]
    subject: String,
    /// A schema file or folder in which to look for a type; may be repeated
    #[arg(long, value_name = "PATH", default_value = "schemas")]
    schemas: Vec<PathBuf>,
    /// How to print the explanation
    #[arg(long, value_enum, default_value_t)]
    format: Form,
    #[command(flatten)]
    options: SchemaOptions,
}

const AFTER: &str = "\
Examples:
  codegen explain schemas                           all types, by module, and how many are at which tier
  codegen explain Candidate                         one type: its Rust form and its keywords
  codegen explain orders::Order --schemas api.json --format json";

/// What is to be explained.
enum Subject {
    Paths,
    Types(Vec<TypeId>),
}

pub(crate) fn run(arguments: &Explain, streams: &mut Streams) -> Result<Exit, Failure> {
    let is_path = is_path(&arguments.subject);
    let paths = if is_path { vec![PathBuf::from(&arguments.subject)] } else { arguments.schemas.clone() };
    let wrong = Failure::schemas(arguments.format.into(), Exit::Findings);
    let planned = codegen::plan(&paths, &arguments.options.to_options()).map_err(wrong)?;
    let subject = if is_path { Subject::Paths } else { Subject::Types(named(&planned.plan, &arguments.subject)?) };
    report::print(planned.warnings.iter(), Format::Text, streams)?;
    match arguments.format {
        Form::Text => print_text(&planned, &subject, streams),
        Form::Json => print_json(&planned, &subject, streams),
    }
}

/// Whether the subject is a file or folder: one that is there, or what no type could be called.
fn is_path(subject: &str) -> bool {
    subject.contains(['/', '\\', '.']) || disk::exists(subject)
}

/// The types called `name`, with or without their module.
fn named(plan: &Plan, name: &str) -> Result<Vec<TypeId>, Failure> {
    let (module, wanted) = name.rsplit_once("::").map_or((None, name), |(module, ty)| (Some(module), ty));
    let is_wanted = |id: &TypeId| {
        let ty = plan.get(*id);
        let in_module = ty.and_then(|ty| plan.modules.get(ty.module)).map(|module| module.name.as_str());
        ty.is_some_and(|ty| ty.name == wanted) && (module.is_none() || module == in_module)
    };
    let found: Vec<TypeId> = (0..plan.types.len()).map(TypeId).filter(is_wanted).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let help = nearest(plan, wanted, module.is_some());
    let help = help.map_or_else(
        || "`codegen explain PATH` lists all types".to_owned(),
        |nearest| format!("did you mean `{nearest}`?"),
    );
    Err(Failure::usage("unknown-type", format!("there is no type `{name}`"), help))
}

/// The type that was probably meant.
fn nearest(plan: &Plan, wanted: &str, with_module: bool) -> Option<String> {
    let nearest = suggest::nearest(wanted, plan.types.iter().map(|ty| ty.name.as_str()))?;
    let ty = plan.types.iter().find(|ty| ty.name == nearest)?;
    let module = plan.modules.get(ty.module).filter(|_| with_module);
    Some(module.map_or_else(|| nearest.to_owned(), |module| format!("{}::{nearest}", module.name)))
}

fn print_text(planned: &Planned, subject: &Subject, streams: &mut Streams) -> Result<Exit, Failure> {
    let Planned { plan, sources, .. } = planned;
    match subject {
        Subject::Paths => text::print_modules(plan, sources, &mut streams.out)?,
        Subject::Types(ids) => {
            let forms = forms(plan, Format::Text)?;
            for (place, id) in ids.iter().enumerate() {
                let Some(explanation) = explain(plan, sources, *id) else { continue };
                let separator = if place == 0 { "" } else { "\n" };
                write!(streams.out, "{separator}")?;
                text::print_type(&explanation, &forms.text(*id), &mut streams.out)?;
            }
        }
    }
    Ok(Exit::Fine)
}

fn print_json(planned: &Planned, subject: &Subject, streams: &mut Streams) -> Result<Exit, Failure> {
    let plan = &planned.plan;
    let forms = forms(plan, Format::Json)?;
    let ids = match subject {
        Subject::Paths => plan.modules.iter().flat_map(|module| module.types.iter().copied()).collect(),
        Subject::Types(ids) => ids.clone(),
    };
    let explanations =
        ids.iter().filter_map(|id| Some(value(&explain(plan, &planned.sources, *id)?, &forms.text(*id))));
    let types: Vec<Value> = explanations.collect();
    let planned = || ids.iter().filter_map(|id| plan.get(*id));
    let tiers: Tiers = planned().map(|ty| tier(plan, ty)).collect();
    let members = Tiers::of_members(plan, planned());
    let (tiers, members) = (tiers.to_value("types"), members.to_value("members"));
    writeln!(streams.out, "{:#}", json!({ "tiers": tiers, "members": members, "types": types }))?;
    Ok(Exit::Fine)
}

fn forms(plan: &Plan, format: Format) -> Result<Forms<'_>, Failure> {
    Forms::of(plan).map_err(Failure::schemas(format, Exit::Trouble))
}

fn value(explanation: &Explanation, rust: &str) -> Value {
    let mut value = explanation.to_value();
    if let Some(members) = value.as_object_mut() {
        members.insert("rust".to_owned(), rust.into());
    }
    value
}
