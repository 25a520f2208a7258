//! Automata over characters, for sets such as `\p{L}`, of which UTF-8 would make hundreds of states.
//!
//! All characters that the sets of a pattern treat alike become one symbol. Symbols are bytes, so the same automata can
//! read them; for `\b`, word characters become bytes that are word characters.

use std::collections::{BTreeMap, BTreeSet};

use regex_syntax::hir::{
    Class, ClassBytes, ClassBytesRange, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Repetition,
};

use super::{Alphabet, Automaton, determinize::determinize, minimize::minimize};
use crate::pattern::{byte_set::ByteSet, charset};

/// The class of every character: as many bounds as there are changes of class, and one class more.
#[derive(Clone, Debug)]
pub(in crate::pattern) struct Intervals {
    /// Where the class changes, ascending.
    pub(in crate::pattern) bounds: Vec<u32>,
    /// The class before each bound, and after the last.
    pub(in crate::pattern) classes: Vec<usize>,
}

impl Intervals {
    pub(super) fn class(&self, character: char) -> Option<usize> {
        let index = self.bounds.partition_point(|bound| *bound <= u32::from(character));
        self.classes.get(index).copied()
    }
}

/// The most ranges beyond which a set is intricate.
const MAX_PLAIN: usize = 16;

/// Whether sets in `hir` are such that bytes would make a large automaton.
pub(super) fn is_intricate(hir: &Hir) -> bool {
    sets(hir).iter().any(|set| !set.is_ascii() && set.ranges().len() > MAX_PLAIN)
}

/// The automaton for an unanchored search for `hir`, if any of its sets goes beyond ASCII.
pub(super) fn automaton(hir: &Hir) -> Option<Automaton> {
    let mut sets = sets(hir);
    if sets.iter().all(ClassUnicode::is_ascii) {
        return None;
    }
    if hir.properties().look_set().contains_word() {
        sets.push(charset::word());
    }
    let symbols = Symbols::new(&sets)?;
    let anything = star(Hir::class(Class::Bytes(symbols.all())));
    let searched = Hir::concat(vec![anything.clone(), symbols.spell(hir), anything]);
    let automaton = minimize(&determinize(&searched)?)?;
    let Alphabet::Bytes(classes) = automaton.alphabet else {
        return None;
    };
    Some(Automaton { alphabet: Alphabet::Characters(symbols.intervals(&classes)?), ..automaton })
}

/// The distinct sets of characters in `hir`.
fn sets(hir: &Hir) -> Vec<ClassUnicode> {
    fn collect(hir: &Hir, sets: &mut Vec<ClassUnicode>) {
        match hir.kind() {
            HirKind::Class(Class::Unicode(set)) if !sets.contains(set) => sets.push(set.clone()),
            HirKind::Literal(literal) => {
                let characters = String::from_utf8_lossy(&literal.0).chars().collect::<BTreeSet<char>>();
                let new = characters.into_iter().map(just).filter(|set| !sets.contains(set));
                let new: Vec<ClassUnicode> = new.collect();
                sets.extend(new);
            }
            _ => hir.kind().subs().iter().for_each(|sub| collect(sub, sets)),
        }
    }
    let mut found = Vec::new();
    collect(hir, &mut found);
    found
}

/// Which symbol each character is.
struct Symbols {
    /// The first character of each interval, and its symbol.
    starts: Vec<(char, u8)>,
}

impl Symbols {
    fn new(sets: &[ClassUnicode]) -> Option<Self> {
        let mut symbols: BTreeMap<Vec<bool>, u8> = BTreeMap::new();
        let mut word = (0..=u8::MAX).filter(|byte| is_word(char::from(*byte)));
        let mut other = (0x80..=u8::MAX).rev();
        let mut starts = Vec::new();
        for start in starts_of_intervals(sets) {
            let members: Vec<bool> = sets.iter().map(|set| charset::contains(set, start)).collect();
            let symbol = match symbols.get(&members) {
                Some(symbol) => *symbol,
                None => if is_word(start) { word.next() } else { other.next() }?,
            };
            symbols.insert(members, symbol);
            starts.push((start, symbol));
        }
        Some(Self { starts })
    }

    fn all(&self) -> ClassBytes {
        ClassBytes::new(self.starts.iter().map(|(_, symbol)| ClassBytesRange::new(*symbol, *symbol)))
    }

    /// The symbols of the characters of `set`, which is one that the symbols tell apart.
    fn of(&self, set: &ClassUnicode) -> Hir {
        let members = self.starts.iter().filter(|(start, _)| charset::contains(set, *start));
        let ranges = members.map(|(_, symbol)| ClassBytesRange::new(*symbol, *symbol));
        Hir::class(Class::Bytes(ClassBytes::new(ranges)))
    }

    /// `hir` in symbols.
    fn spell(&self, hir: &Hir) -> Hir {
        match hir.kind() {
            HirKind::Class(Class::Unicode(set)) => self.of(set),
            HirKind::Literal(literal) => {
                let text = String::from_utf8_lossy(&literal.0);
                Hir::concat(text.chars().map(|character| self.of(&just(character))).collect())
            }
            HirKind::Repetition(repetition) => {
                Hir::repetition(Repetition { sub: Box::new(self.spell(&repetition.sub)), ..repetition.clone() })
            }
            HirKind::Concat(parts) => Hir::concat(parts.iter().map(|part| self.spell(part)).collect()),
            HirKind::Alternation(branches) => {
                Hir::alternation(branches.iter().map(|branch| self.spell(branch)).collect())
            }
            HirKind::Empty | HirKind::Class(_) | HirKind::Look(_) | HirKind::Capture(_) => hir.clone(),
        }
    }

    /// The class of every character, for classes of symbols.
    fn intervals(&self, classes: &[ByteSet]) -> Option<Intervals> {
        let mut intervals = Intervals { bounds: Vec::new(), classes: Vec::new() };
        for (start, symbol) in &self.starts {
            let class = classes.iter().position(|class| class.contains(*symbol))?;
            if intervals.classes.last() == Some(&class) {
                continue;
            }
            if !intervals.classes.is_empty() {
                intervals.bounds.push(u32::from(*start));
            }
            intervals.classes.push(class);
        }
        Some(intervals)
    }
}

/// The first characters of the intervals in which no set starts or ends.
fn starts_of_intervals(sets: &[ClassUnicode]) -> BTreeSet<char> {
    let ranges = sets.iter().flat_map(ClassUnicode::ranges);
    let after = |last: char| match last {
        '\u{d7ff}' => Some('\u{e000}'),
        last => char::from_u32(u32::from(last) + 1),
    };
    let bounds = ranges.flat_map(|range| [Some(range.start()), after(range.end())]);
    bounds.flatten().chain(['\0']).collect()
}

fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

fn just(character: char) -> ClassUnicode {
    ClassUnicode::new([ClassUnicodeRange::new(character, character)])
}

fn star(hir: Hir) -> Hir {
    Hir::repetition(Repetition { min: 0, max: None, greedy: true, sub: Box::new(hir) })
}
