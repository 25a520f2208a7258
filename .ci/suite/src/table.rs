//! The table that the run ends with: a row for each draft, and what is wrong above it.

use codegen::dialect::Draft;
use codegen::explain::Tier;

use crate::generate::{Outcome, Types};
use crate::suite::Group;
use crate::verdict::{Failure, Kind};

/// Prints everything that is wrong, and the figures; says whether nothing is wrong.
#[must_use]
pub fn print(groups: &[Group], types: &Types, failures: &[Failure]) -> bool {
    let refused = groups.iter().zip(&types.groups).filter_map(|(group, outcome)| match outcome {
        Outcome::Refused(message) => Some(format!("{}: no type: {message}", group.place())),
        Outcome::Generated { .. } => None,
    });
    let wrong: Vec<String> = refused.chain(failures.iter().map(|failure| failure.words.clone())).collect();
    for words in &wrong {
        println!("{words}");
    }
    println!("draft      cases     groups  cases  refused  false accepts  false rejects  lossy   typed checked opaque");
    for draft in Draft::ALL.into_iter().rev() {
        for is_required in [true, false] {
            let is_row = |group: &Group| group.draft == draft && group.is_required == is_required;
            print_row(draft, is_required, &Row::of(groups, types, failures, is_row));
        }
    }
    wrong.is_empty()
}

/// The figures of some groups.
#[derive(Default)]
struct Row {
    groups: usize,
    cases: usize,
    refused: usize,
    failed: [usize; 3],
    tiers: [usize; 3],
}

impl Row {
    fn of(groups: &[Group], types: &Types, failures: &[Failure], is_row: impl Fn(&Group) -> bool) -> Self {
        let mut row = Self::default();
        for (group, outcome) in groups.iter().zip(&types.groups).filter(|(group, _)| is_row(group)) {
            row.groups += 1;
            row.cases += group.cases.len();
            match outcome {
                Outcome::Refused(_) => row.refused += 1,
                Outcome::Generated { tier: Tier::Typed, .. } => row.tiers[0] += 1,
                Outcome::Generated { tier: Tier::Checked, .. } => row.tiers[1] += 1,
                Outcome::Generated { tier: Tier::Opaque, .. } => row.tiers[2] += 1,
            }
        }
        let failures = failures.iter().filter(|failure| groups.get(failure.group).is_some_and(&is_row));
        for failure in failures {
            row.failed[failure.kind as usize] += 1;
        }
        row
    }

    /// The share of groups at a tier, in percent.
    fn share(&self, tier: Tier) -> String {
        let count = self.tiers[tier as usize];
        let tenths = (count * 1000).checked_div(self.groups).unwrap_or_default();
        format!("{}.{}%", tenths / 10, tenths % 10)
    }
}

fn print_row(draft: Draft, is_required: bool, row: &Row) {
    if row.groups == 0 {
        return;
    }
    println!(
        "{:<10} {:<8} {:>7} {:>6} {:>8} {:>14} {:>14} {:>6}  {:>6} {:>7} {:>6}",
        draft.name(),
        if is_required { "required" } else { "optional" },
        row.groups,
        row.cases,
        row.refused,
        row.failed[Kind::FalseAccept as usize],
        row.failed[Kind::FalseReject as usize],
        row.failed[Kind::Lossy as usize],
        row.share(Tier::Typed),
        row.share(Tier::Checked),
        row.share(Tier::Opaque),
    );
}
