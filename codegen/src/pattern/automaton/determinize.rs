//! Builds deterministic automata with `regex-automata`, and takes from them what a table needs.

use std::collections::BTreeMap;

use regex_automata::{
    Anchored, MatchKind,
    dfa::{Automaton as _, StartKind, dense},
    nfa::thompson,
    util::{primitives::StateID, start},
};
use regex_syntax::hir::Hir;

use crate::pattern::byte_set::ByteSet;

/// An automaton as it was built: a state's number is its place, and the first state is the start.
pub(super) struct Explored {
    pub(super) classes: Vec<ByteSet>,
    pub(super) states: Vec<State>,
}

pub(super) struct State {
    pub(super) accepts: bool,
    /// The state after each class.
    pub(super) next: Vec<usize>,
}

/// Sizes beyond which an automaton is given up.
const MAX_NFA_BYTES: usize = 1 << 20;
const MAX_DFA_BYTES: usize = 1 << 19;
const MAX_STATES: usize = 1 << 12;

/// The automaton that accepts what `hir` matches from end to end.
pub(super) fn determinize(hir: &Hir) -> Option<Explored> {
    let config = thompson::Config::new().utf8(false).nfa_size_limit(Some(MAX_NFA_BYTES));
    let nfa = thompson::Compiler::new().configure(config).build_from_hir(hir).ok()?;
    let config = dense::Config::new()
        .start_kind(StartKind::Anchored)
        .match_kind(MatchKind::All)
        .accelerate(false)
        .dfa_size_limit(Some(MAX_DFA_BYTES))
        .determinize_size_limit(Some(MAX_DFA_BYTES));
    let dfa = dense::Builder::new().configure(config).build_from_nfa(&nfa).ok()?;
    explore(&dfa)
}

/// Follows every transition; matches, which the library delays by a step, become properties of states.
fn explore(dfa: &dense::DFA<Vec<u32>>) -> Option<Explored> {
    let classes = classes(dfa);
    let start = dfa.start_state(&start::Config::new().anchored(Anchored::Yes)).ok()?;
    let mut numbers: BTreeMap<StateID, usize> = BTreeMap::from([(start, 0)]);
    let mut queue = vec![start];
    let mut states = Vec::new();
    while let Some(id) = queue.get(states.len()).copied() {
        let mut next = Vec::with_capacity(classes.len());
        for class in &classes {
            let target = dfa.next_state(id, class.bytes().next()?);
            let fresh = numbers.len();
            next.push(*numbers.entry(target).or_insert_with(|| {
                queue.push(target);
                fresh
            }));
        }
        if numbers.len() > MAX_STATES {
            return None;
        }
        states.push(State { accepts: dfa.is_match_state(dfa.next_eoi_state(id)), next });
    }
    Some(Explored { classes, states })
}

fn classes(dfa: &dense::DFA<Vec<u32>>) -> Vec<ByteSet> {
    let mut classes: BTreeMap<u8, ByteSet> = BTreeMap::new();
    for byte in 0..=u8::MAX {
        let class = classes.entry(dfa.byte_classes().get(byte)).or_default();
        *class = class.union(ByteSet::of(byte));
    }
    classes.into_values().collect()
}
