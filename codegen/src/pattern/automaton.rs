//! Deterministic automata: one step per byte, or one per character where sets of characters are intricate.

mod bytes;
mod characters;
mod determinize;
mod minimize;
mod partition;

use regex_syntax::hir::Hir;

pub(super) use self::characters::Intervals;
use super::byte_set::ByteSet;

/// A minimal automaton: of its states the rejecting ones come first, and state 0 is the one with no way out if there is
/// such a state.
#[derive(Clone, Debug)]
pub(super) struct Automaton {
    pub(super) alphabet: Alphabet,
    /// The state after each state and class.
    pub(super) next: Vec<Vec<u16>>,
    pub(super) start: u16,
    /// The first accepting state.
    pub(super) accepting: u16,
}

/// What an automaton reads, and which class each of it is in: what the states treat alike.
#[derive(Clone, Debug)]
pub(super) enum Alphabet {
    /// Bytes; the classes in order.
    Bytes(Vec<ByteSet>),
    /// Characters.
    Characters(Intervals),
}

const MAX_TABLE_BYTES: usize = 64 << 10;

impl Automaton {
    /// The automaton for an unanchored search for `hir`, if it is of a reasonable size.
    pub(super) fn new(hir: &Hir) -> Option<Self> {
        let over_bytes = || minimize::minimize(&determinize::determinize(&bytes::anywhere(hir))?);
        let over_characters = || characters::automaton(hir);
        let automaton = if characters::is_intricate(hir) {
            over_characters().or_else(over_bytes)
        } else {
            over_bytes().or_else(over_characters)
        };
        automaton.filter(|automaton| automaton.table_bytes() <= MAX_TABLE_BYTES)
    }

    /// The verdict, if it is the same for every text.
    pub(super) fn constant(&self) -> Option<bool> {
        (self.next.len() == 1).then_some(self.accepting == 0)
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        let state = match &self.alphabet {
            Alphabet::Bytes(classes) => text.bytes().fold(self.start, |state, byte| {
                self.step(state, classes.iter().position(|class| class.contains(byte)))
            }),
            Alphabet::Characters(intervals) => {
                text.chars().fold(self.start, |state, character| self.step(state, intervals.class(character)))
            }
        };
        state >= self.accepting
    }

    fn step(&self, state: u16, class: Option<usize>) -> u16 {
        let row = self.next.get(usize::from(state));
        row.zip(class).and_then(|(row, class)| row.get(class)).copied().unwrap_or_default()
    }

    pub(super) fn n_classes(&self) -> usize {
        self.next.first().map_or(0, Vec::len)
    }

    /// Whether each entry of the table fits into a byte.
    pub(super) fn is_narrow(&self) -> bool {
        self.next.len() <= 1 << u8::BITS
    }

    /// The size of its tables.
    pub(super) fn table_bytes(&self) -> usize {
        let alphabet = match &self.alphabet {
            Alphabet::Bytes(_) => 1 << u8::BITS,
            Alphabet::Characters(intervals) => 5 * intervals.classes.len(),
        };
        let entry = if self.is_narrow() { 1 } else { 2 };
        alphabet + entry * self.next.len() * self.n_classes()
    }
}
