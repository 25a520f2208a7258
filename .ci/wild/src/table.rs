//! The table: a row for each schema as soon as it is known, the sums, and what is wrong.

use std::time::Duration;

use codegen::Diagnostics;
use codegen::explain::Tiers;

use crate::corpus::Subject;

/// What became of a schema.
#[derive(Default)]
pub struct Row {
    /// The draft that it says it speaks.
    pub draft: String,
    /// How many of its subschemas say something.
    pub n_subschemas: usize,
    /// Its types by tier.
    pub types: Tiers,
    /// The members of its structs by tier.
    pub members: Tiers,
    /// How long the generator took.
    pub generate: Duration,
    /// How long the compiler took.
    pub check: Duration,
    /// Whether it refers to no other document.
    pub stands_alone: bool,
    /// What there is to say of it.
    pub verdict: Verdict,
}

/// What there is to say of a schema.
#[derive(Default)]
pub enum Verdict {
    /// It has types, which compile without a warning.
    #[default]
    Fine,
    /// It breaks a rule, as the list says.
    RightlyRefused(String),
    /// It is refused, which the list does not say.
    Refused(Diagnostics),
    /// Its types do not compile without a warning.
    DoesNotCompile,
}

impl Row {
    /// The row of a schema without types.
    pub fn refused(subject: &Subject, found: Diagnostics) -> Self {
        let breaks = subject.breaks.as_ref().filter(|rule| found.iter().any(|finding| finding.rule == rule.as_str()));
        let verdict = match breaks {
            Some(rule) => Verdict::RightlyRefused(rule.clone()),
            None => Verdict::Refused(found),
        };
        Self { verdict, ..Self::default() }
    }
}

impl Verdict {
    /// Whether it is as it must be.
    pub fn is_right(&self) -> bool {
        matches!(self, Self::Fine | Self::RightlyRefused(_))
    }
}

/// Prints what the columns are.
pub fn print_head() {
    println!("subschemas  types typed%  members typed%  generate   check  draft    verdict  schema");
}

/// Prints a row.
pub fn print_row(subject: &Subject, row: &Row) {
    let Row { draft, n_subschemas, types, members, generate, check, verdict, .. } = row;
    let (generate, check) = (generate.as_secs_f64(), check.as_secs_f64());
    let verdict = match verdict {
        Verdict::Fine => "fine".to_owned(),
        Verdict::RightlyRefused(rule) => rule.clone(),
        Verdict::Refused(found) => format!("REFUSED: {found}"),
        Verdict::DoesNotCompile => "DOES NOT COMPILE".to_owned(),
    };
    println!(
        "{n_subschemas:>10}  {:>5} {:>6}  {:>7} {:>6}  {generate:>7.2}s {check:>6.1}s  {draft:<7}  {verdict:<7}  {}",
        types.total(),
        share(*types),
        members.total(),
        share(*members),
        subject.name,
    );
}

/// Prints what all rows come to.
pub fn print_sums(rows: &[Row]) {
    let sum = |tiers: fn(&Row) -> Tiers| {
        rows.iter().map(tiers).fold((0, 0), |(typed, all), tiers| (typed + tiers.typed, all + tiers.total()))
    };
    for (what, (typed, all)) in [("types", sum(|row| row.types)), ("members", sum(|row| row.members))] {
        println!("{all} {what}, {typed} typed: {}%", percent(typed, all));
    }
    let refused = rows.iter().filter(|row| matches!(row.verdict, Verdict::RightlyRefused(_))).count();
    println!(
        "{} schemas, {refused} refused as they must be, {} wrong",
        rows.len(),
        rows.iter().filter(|row| !row.verdict.is_right()).count()
    );
}

fn share(tiers: Tiers) -> String {
    if tiers.total() == 0 { "-".to_owned() } else { percent(tiers.typed, tiers.total()) }
}

/// A share in percent with one digit, never rounded up to all.
fn percent(part: usize, all: usize) -> String {
    let tenths = part * 1000 / all.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}
