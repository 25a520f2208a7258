//! `codegen rules`: what findings are about.

use std::io::{self, Write};

use anstyle::{AnsiColor, Effects, Style};
use clap::Args;
use serde_json::{Value, json};

use codegen::rules::{self, Group, Rule};
use codegen::{report, suggest};

use super::exit::{Exit, Failure};
use super::format::Form;
use super::streams::Streams;
use super::table::aligned;

/// List the rules that findings name, or explain one
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Rules {
    /// The rule to explain, with an example that breaks it and one that keeps it
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// How to print rules
    #[arg(long, value_enum, default_value_t)]
    format: Form,
    /// Print the JSON Schema of what other commands print with `--format json`
    #[arg(long, conflicts_with = "id")]
    json_schema: bool,
}

const AFTER: &str = "\
Examples:
  codegen rules                       all rules, by group
  codegen rules unbounded-integer     one rule";

const NAME: Style = Style::new().effects(Effects::BOLD);
const WRONG: Style = AnsiColor::BrightRed.on_default();
const RIGHT: Style = AnsiColor::Green.on_default();

pub(crate) fn run(arguments: &Rules, streams: &mut Streams) -> Result<Exit, Failure> {
    let out = &mut streams.out;
    match (&arguments.id, arguments.format) {
        (None, _) if arguments.json_schema => write!(out, "{}", report::SCHEMA)?,
        (None, Form::Text) => list(out)?,
        (None, Form::Json) => writeln!(out, "{:#}", rules::all().map(value).collect::<Value>())?,
        (Some(id), Form::Text) => explain(find(id)?, out)?,
        (Some(id), Form::Json) => writeln!(out, "{:#}", value(find(id)?))?,
    }
    Ok(Exit::Fine)
}

fn find(id: &str) -> Result<&'static Rule, Failure> {
    rules::find(id).ok_or_else(|| {
        let nearest = suggest::nearest(id, rules::all().map(|rule| rule.id));
        let help = nearest.map_or("`codegen rules` lists them".to_owned(), |id| format!("did you mean `{id}`?"));
        Failure::usage("unknown-rule", format!("there is no rule `{id}`"), help)
    })
}

fn list(out: &mut impl Write) -> io::Result<()> {
    for (place, group) in Group::ALL.into_iter().enumerate() {
        let separator = if place == 0 { "" } else { "\n" };
        let usual = if group == Group::Convention { ", off unless `codegen.json` names them" } else { "" };
        writeln!(out, "{separator}{NAME}{group}{NAME:#}{usual}")?;
        let rules: Vec<&Rule> = rules::all().filter(|rule| rule.group == group).collect();
        let row = |rule: &&Rule| [rule.id.to_owned(), rule.severity.to_string(), rule.summary.to_owned()];
        for line in aligned(&rules.iter().map(row).collect::<Vec<_>>()) {
            writeln!(out, "  {line}")?;
        }
    }
    Ok(())
}

fn explain(rule: &Rule, out: &mut impl Write) -> io::Result<()> {
    let Rule { id, group, severity, summary, why, bad, good } = rule;
    writeln!(out, "{NAME}{id}{NAME:#}: {severity}, {group}")?;
    writeln!(out, "\n{summary}\n\n{why}")?;
    writeln!(out, "\n{WRONG}wrong{WRONG:#}  {bad}\n{RIGHT}right{RIGHT:#}  {good}")
}

fn value(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "group": rule.group.name(),
        "severity": rule.severity.to_string(),
        "summary": rule.summary,
        "why": rule.why,
        "bad": rule.bad,
        "good": rule.good,
    })
}
