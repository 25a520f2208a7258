//! Decides how a pattern is matched: by straight-line code if that can be, else by an automaton, else by backtracking.

use regex_syntax::hir::Hir;

use super::{
    Engine,
    automaton::Automaton,
    backtracking::Backtracking,
    form,
    literal::{self, Finite, Literals, Place},
    look_around, lower, open_end, sequence,
    sequence::Sequence,
    syntax::Node,
};

/// How a pattern is matched.
#[derive(Clone, Debug)]
pub(super) enum Plan {
    /// Every text matches, or none.
    Constant(bool),
    /// The text has one of a few literals.
    Literals(Literals),
    /// The text is made of sets with counts; `form` knows how to write it.
    Sequence(Sequence),
    /// One of these matches.
    Any(Vec<Plan>),
    /// Each of these matches, or does not.
    All(Vec<Condition>),
    /// A state machine.
    Automaton(Automaton),
    /// A backtracking engine.
    Backtracking(Backtracking),
}

/// A plan and the verdict that it must give.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    pub(super) holds: bool,
    pub(super) plan: Plan,
}

/// So few literals read better than any other code.
const FEW_LITERALS: usize = 3;

/// The most literals to compare with one by one.
const MAX_LITERALS: usize = 24;

/// The most sequences to try one by one.
const MAX_SEQUENCES: usize = 4;

/// An automaton beyond this size is not the first choice.
const MAX_MODEST_TABLE: usize = 4 << 10;

/// How often a pattern may be divided: into conditions, which adds up, and into alternatives, which multiplies.
#[derive(Clone, Copy)]
struct Divisions {
    conditions: usize,
    alternatives: usize,
}

/// The plan for `node`, unless it takes a backtracking engine.
pub(super) fn plan(node: &Node) -> Option<Plan> {
    plan_within(node, Divisions { conditions: 16, alternatives: 2 })
}

fn plan_within(node: &Node, divisions: Divisions) -> Option<Plan> {
    let regular = lower::lower(node).and_then(|hir| regular(&open_end::least(&hir)));
    if regular.as_ref().is_some_and(|plan| plan.table_bytes() <= MAX_MODEST_TABLE) {
        return regular;
    }
    let Some(divided) = divided(node, divisions) else {
        return regular;
    };
    match regular {
        Some(regular) if regular.table_bytes() <= divided.table_bytes() => Some(regular),
        _ => Some(divided),
    }
}

fn regular(hir: &Hir) -> Option<Plan> {
    straight_line(hir).or_else(|| Automaton::new(hir).map(of_automaton))
}

/// The plan that consists of plans for simpler patterns.
fn divided(node: &Node, divisions: Divisions) -> Option<Plan> {
    if let Some(conditions) = look_around::conditions(node) {
        let rest = Divisions { conditions: divisions.conditions.checked_sub(1)?, ..divisions };
        let planned = |condition: look_around::Condition| {
            let plan = plan_within(&condition.node, rest)?;
            Some(Condition { holds: condition.holds, plan })
        };
        return conditions.into_iter().map(planned).collect::<Option<_>>().map(all);
    }
    let rest = Divisions { alternatives: divisions.alternatives.checked_sub(1)?, ..divisions };
    let alternatives = look_around::alternatives(node)?;
    alternatives.iter().map(|node| plan_within(node, rest)).collect::<Option<_>>().map(any)
}

fn straight_line(hir: &Hir) -> Option<Plan> {
    let finite = |limit| literal::literals(hir, limit).map(of_literals);
    finite(FEW_LITERALS)
        .or_else(|| of_sequences(hir, 1))
        .or_else(|| finite(MAX_LITERALS))
        .or_else(|| of_sequences(hir, MAX_SEQUENCES))
}

fn of_literals(literals: Finite) -> Plan {
    match literals {
        Finite::Everything => Plan::Constant(true),
        Finite::Either(literals) => any(literals.into_iter().map(Plan::Literals).collect()),
    }
}

fn of_sequences(hir: &Hir, limit: usize) -> Option<Plan> {
    let sequences = sequence::sequences(hir, limit)?;
    // Several long tests would read the text again and again, an automaton once.
    let is_plain = |sequence: &Sequence| form::form(sequence).is_some_and(|form| limit == 1 || form.is_short());
    let plan = |sequence: Sequence| {
        if sequence.pieces.is_empty() && !(sequence.starts && sequence.ends) {
            Plan::Constant(true)
        } else {
            Plan::Sequence(sequence)
        }
    };
    sequences.iter().all(is_plain).then(|| any(sequences.into_iter().map(plan).collect()))
}

fn of_automaton(automaton: Automaton) -> Plan {
    match automaton.constant() {
        Some(verdict) => Plan::Constant(verdict),
        None => Plan::Automaton(automaton),
    }
}

fn any(plans: Vec<Plan>) -> Plan {
    let mut needed = Vec::new();
    for plan in plans {
        match plan {
            Plan::Constant(true) => return Plan::Constant(true),
            Plan::Constant(false) => {}
            Plan::Any(plans) => needed.extend(plans),
            plan => needed.push(plan),
        }
    }
    match <[Plan; 1]>::try_from(needed) {
        Ok([plan]) => plan,
        Err(none) if none.is_empty() => Plan::Constant(false),
        Err(several) => Plan::Any(several),
    }
}

fn all(conditions: Vec<Condition>) -> Plan {
    let mut needed = Vec::new();
    for condition in conditions {
        match condition.plan {
            Plan::Constant(verdict) if verdict == condition.holds => {}
            Plan::Constant(_) => return Plan::Constant(false),
            Plan::All(conditions) if condition.holds => needed.extend(conditions),
            plan => needed.push(Condition { plan, ..condition }),
        }
    }
    match <[Condition; 1]>::try_from(needed) {
        Ok([Condition { holds: true, plan }]) => plan,
        Ok(negated) => Plan::All(Vec::from(negated)),
        Err(none) if none.is_empty() => Plan::Constant(true),
        Err(several) => Plan::All(several),
    }
}

impl Plan {
    pub(super) fn engine(&self) -> Engine {
        match self {
            Self::Constant(_) | Self::Literals(_) | Self::Sequence(_) => Engine::StraightLine,
            Self::Any(plans) => strongest(plans.iter()),
            Self::All(conditions) => strongest(conditions.iter().map(|condition| &condition.plan)),
            Self::Automaton(_) => Engine::Automaton,
            Self::Backtracking(_) => Engine::Backtracking,
        }
    }

    /// All the texts that match, if the plan is to compare with each.
    pub(super) fn texts(&self) -> Option<&[String]> {
        match self {
            Self::Literals(Literals { place: Place::Whole, texts }) => Some(texts),
            _ => None,
        }
    }

    /// The size of all its tables.
    fn table_bytes(&self) -> usize {
        match self {
            Self::Any(plans) => plans.iter().map(Self::table_bytes).sum(),
            Self::All(conditions) => conditions.iter().map(|condition| condition.plan.table_bytes()).sum(),
            Self::Automaton(automaton) => automaton.table_bytes(),
            Self::Constant(_) | Self::Literals(_) | Self::Sequence(_) | Self::Backtracking(_) => 0,
        }
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        match self {
            Self::Constant(verdict) => *verdict,
            Self::Literals(literals) => literals.is_match(text),
            Self::Sequence(sequence) => sequence.is_match(text),
            Self::Any(plans) => plans.iter().any(|plan| plan.is_match(text)),
            Self::All(conditions) => {
                conditions.iter().all(|condition| condition.plan.is_match(text) == condition.holds)
            }
            Self::Automaton(automaton) => automaton.is_match(text),
            Self::Backtracking(backtracking) => backtracking.is_match(text),
        }
    }
}

fn strongest<'a>(plans: impl Iterator<Item = &'a Plan>) -> Engine {
    plans.map(Plan::engine).max().unwrap_or(Engine::StraightLine)
}
