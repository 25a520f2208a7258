//! Explanations for people.

use std::io::{self, Write};

use anstyle::{AnsiColor, Effects, Style};

use codegen::explain::{Explanation, Kept, Row, Tier, Tiers, explain};
use codegen::plan::Plan;
use codegen::source::Source;

use crate::cli::table::aligned;

const NAME: Style = Style::new().effects(Effects::BOLD);
const FAINT: Style = Style::new().effects(Effects::DIMMED);

/// Lists all types of a plan, module by module.
pub(super) fn print_modules(plan: &Plan, sources: &[Source], out: &mut impl Write) -> io::Result<()> {
    for module in &plan.modules {
        writeln!(out, "{NAME}{}{NAME:#}", module.name)?;
        let explanations: Vec<Explanation> = module.types.iter().filter_map(|id| explain(plan, sources, *id)).collect();
        let rows: Vec<_> = explanations
            .iter()
            .map(|ty| [ty.name.clone(), ty.form.to_owned(), ty.tier.to_string(), ty.place.to_string()])
            .collect();
        for (line, explanation) in aligned(&rows).iter().zip(&explanations) {
            let style = tier_style(explanation.tier);
            writeln!(out, "  {style}{line}{style:#}")?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{}\n{}", Tiers::of(plan), Tiers::of_members(plan, &plan.types).count("member"))
}

/// Explains one type.
pub(super) fn print_type(explanation: &Explanation, rust: &str, out: &mut impl Write) -> io::Result<()> {
    let Explanation { module, name, form, tier, place, .. } = explanation;
    let style = tier_style(*tier);
    writeln!(out, "{NAME}{module}::{name}{NAME:#}: {form}, {style}{tier}{style:#}")?;
    let location = format!("{place} {}", place.pointer);
    writeln!(out, "  {FAINT}{}{FAINT:#}", location.trim_end())?;
    writeln!(out)?;
    for line in rust.lines() {
        writeln!(out, "{}", format!("    {line}").trim_end())?;
    }
    writeln!(out)?;
    print_keywords(&explanation.keywords, out)
}

fn print_keywords(rows: &[Row], out: &mut impl Write) -> io::Result<()> {
    let (silent, kept): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.kept == Kept::AssertsNothing);
    let cells: Vec<_> = kept.iter().map(|row| [keyword(row), row.kept.to_string(), row.place.to_string()]).collect();
    for line in aligned(&cells) {
        writeln!(out, "  {line}")?;
    }
    if kept.is_empty() {
        writeln!(out, "  no keyword asserts anything: every value is valid")?;
    }
    if silent.is_empty() {
        return Ok(());
    }
    let mut names: Vec<&str> = silent.iter().map(|row| row.keyword.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    writeln!(out, "  {FAINT}without assertion: {}{FAINT:#}", names.join(", "))
}

/// The keyword and, if it is short, its value.
fn keyword(row: &Row) -> String {
    match &row.value {
        Some(value) => format!("{}: {value}", row.keyword),
        None => row.keyword.clone(),
    }
}

/// What is not typed stands out.
fn tier_style(tier: Tier) -> Style {
    match tier {
        Tier::Typed => Style::new(),
        Tier::Checked => AnsiColor::Yellow.on_default(),
        Tier::Opaque => AnsiColor::BrightRed.on_default(),
    }
}
