//! Small automata as a `match` on the state and the next byte, which reads better than a table and takes as long.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Binding, Body, byte_test};
use crate::pattern::{
    automaton::{Alphabet, Automaton},
    byte_set::ByteSet,
};

/// The most states and the most alternatives over all arms.
const MAX_STATES: usize = 12;
const MAX_ALTERNATIVES: usize = 20;

/// ```ignore
/// let mut state = 1_u8;
/// for byte in text.bytes() {
///     state = match (state, byte) {
///         (1 | 2, b'a'..=b'z') => 2,
///         _ => return false,
///     };
/// }
/// state == 2
/// ```
///
/// Nothing if the automaton is too large for this.
pub(super) fn body(automaton: &Automaton) -> Option<Body> {
    let Alphabet::Bytes(classes) = &automaton.alphabet else {
        return None;
    };
    if automaton.next.len() > MAX_STATES {
        return None;
    }
    let mut moves = moves(automaton, classes);
    let longest = moves.iter().max_by_key(|(_, alternatives)| alternatives.len());
    let otherwise = if automaton.is_trap(0) { 0 } else { *longest?.0 };
    moves.remove(&otherwise);
    let alternatives: Vec<&Alternative> = moves.values().flatten().collect();
    if alternatives.len() > MAX_ALTERNATIVES || !alternatives.iter().all(|(bytes, _)| bytes.is_ascii()) {
        return None;
    }
    let arms = moves.iter().map(|(target, alternatives)| arm(automaton, *target, alternatives));
    let otherwise = automaton.outcome(otherwise);
    let start = Literal::u16_unsuffixed(automaton.start);
    let statements = quote! {
        let mut state = #start;
        for byte in text.bytes() {
            state = match (state, byte) {
                #(#arms)*
                _ => #otherwise,
            };
        }
    };
    Some(Body { statements, verdict: automaton.verdict(), binding: Binding::And })
}

/// Bytes, and the states from which they lead to the same state.
type Alternative = (ByteSet, Vec<u16>);

/// What leads to each state. States that no text leaves are no origins.
fn moves(automaton: &Automaton, classes: &[ByteSet]) -> BTreeMap<u16, Vec<Alternative>> {
    let mut moves: BTreeMap<u16, BTreeMap<ByteSet, Vec<u16>>> = BTreeMap::new();
    for (state, row) in (0..).zip(&automaton.next) {
        if automaton.is_trap(state) {
            continue;
        }
        let mut bytes: BTreeMap<u16, ByteSet> = BTreeMap::new();
        for (target, class) in row.iter().zip(classes) {
            let bytes = bytes.entry(*target).or_default();
            *bytes = bytes.union(*class);
        }
        for (target, bytes) in bytes {
            moves.entry(target).or_default().entry(bytes).or_default().push(state);
        }
    }
    moves.into_iter().map(|(target, origins)| (target, origins.into_iter().collect())).collect()
}

/// `(1 | 2, b'0'..=b'9') => 2,`
fn arm(automaton: &Automaton, target: u16, alternatives: &[Alternative]) -> TokenStream {
    let patterns = alternatives.iter().map(|(bytes, states)| {
        let bytes = byte_test::pattern(*bytes);
        let states = any_of(states);
        quote!((#states, #bytes))
    });
    let outcome = automaton.outcome(target);
    quote!(#(#patterns)|* => #outcome,)
}

impl Automaton {
    /// Whether no text leads out of `state`.
    fn is_trap(&self, state: u16) -> bool {
        self.next.get(usize::from(state)).is_some_and(|row| row.iter().all(|next| *next == state))
    }

    /// What entering `state` means: its number, or the verdict if nothing can change it.
    fn outcome(&self, state: u16) -> TokenStream {
        let accepts = state >= self.accepting;
        let number = Literal::u16_unsuffixed(state);
        if self.is_trap(state) { quote!(return #accepts) } else { quote!(#number) }
    }

    fn verdict(&self) -> TokenStream {
        let n_states = u16::try_from(self.next.len()).unwrap_or(u16::MAX);
        let accepting = (self.accepting..n_states).filter(|state| !self.is_trap(*state));
        let accepting: Vec<u16> = accepting.collect();
        let states = any_of(&accepting);
        match accepting.as_slice() {
            [] => quote!(false),
            [_] => quote!(state == #states),
            _ => quote!(matches!(state, #states)),
        }
    }
}

/// The pattern of ascending states: three and more in a row are a range.
fn any_of(states: &[u16]) -> TokenStream {
    let runs = states.chunk_by(|left, right| left.checked_add(1) == Some(*right));
    let patterns = runs.flat_map(|run| match run {
        [first, _, .., last] => {
            let (first, last) = (Literal::u16_unsuffixed(*first), Literal::u16_unsuffixed(*last));
            vec![quote!(#first..=#last)]
        }
        run => run.iter().map(|state| Literal::u16_unsuffixed(*state)).map(|state| quote!(#state)).collect(),
    });
    quote!(#(#patterns)|*)
}
