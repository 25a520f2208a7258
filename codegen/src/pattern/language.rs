//! Patterns as sets of texts: which texts some patterns take that another refuses, by walking their automata at once.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::automaton::{Alphabet, Automaton};
use super::{lower, open_end, parse};

/// More states than this are not walked.
const MAX_STATES: usize = 60_000;

/// The texts that one pattern takes.
#[derive(Clone, Debug)]
pub struct Language {
    automaton: Automaton,
}

impl Language {
    /// The language of a pattern; `None` where no automaton over bytes of a reasonable size tells its texts.
    #[must_use]
    pub fn of(pattern: &str) -> Option<Self> {
        let hir = lower::lower(&parse::parse(pattern).ok()?.root)?;
        let automaton = Automaton::new(&open_end::least(&hir))?;
        matches!(automaton.alphabet, Alphabet::Bytes(_)).then_some(Self { automaton })
    }

    /// The texts of a length in characters between two bounds.
    #[must_use]
    pub fn of_length(least: u64, most: Option<u64>) -> Option<Self> {
        let most = most.map_or_else(String::new, |most| most.to_string());
        Self::of(&format!("^[\\s\\S]{{{least},{most}}}$"))
    }

    fn classes(&self) -> &[super::byte_set::ByteSet] {
        match &self.automaton.alphabet {
            Alphabet::Bytes(classes) => classes,
            Alphabet::Characters(_) => &[],
        }
    }

    fn class(&self, byte: u8) -> usize {
        self.classes().iter().position(|class| class.contains(byte)).unwrap_or_default()
    }

    fn step(&self, state: u16, class: usize) -> u16 {
        let row = self.automaton.next.get(usize::from(state));
        row.and_then(|row| row.get(class)).copied().unwrap_or_default()
    }

    fn accepts(&self, state: u16) -> bool {
        state >= self.automaton.accepting
    }
}

/// Some texts that all of `taken` take and `refused` does not, the shortest first, at most `count`.
///
/// None are found only if there are none. `None` says that there are too many states to tell.
///
/// ```
/// use codegen::pattern::language::{Language, texts};
///
/// let (word, short) = (Language::of("^[a-z]{1,5}$").unwrap(), Language::of("^[a-z]{1,3}$").unwrap());
/// assert_eq!(texts(&[&word], Some(&short), 1), Some(vec!["aaaa".to_owned()]));
/// assert_eq!(texts(&[&short], Some(&word), 1), Some(vec![]));
/// ```
#[must_use]
pub fn texts(taken: &[&Language], refused: Option<&Language>, count: usize) -> Option<Vec<String>> {
    Walk::new(taken, refused).texts(count)
}

/// A state of each automaton, and how far into a character the bytes are.
type States = (Vec<u16>, Partial);

/// All automata side by side.
struct Walk<'l> {
    languages: Vec<&'l Language>,
    n_taken: usize,
    /// Bytes that no automaton tells apart are walked once: each byte to try, with its class in every automaton.
    bytes: Vec<(u8, Vec<usize>)>,
    /// Each state that was reached, and the step that led there first.
    reached: Vec<(States, Option<(usize, u8)>)>,
    known: BTreeMap<States, usize>,
}

impl<'l> Walk<'l> {
    fn new(taken: &[&'l Language], refused: Option<&'l Language>) -> Self {
        let languages: Vec<&Language> = taken.iter().copied().chain(refused).collect();
        let bytes = representatives(&languages);
        Self { languages, n_taken: taken.len(), bytes, reached: Vec::new(), known: BTreeMap::new() }
    }

    fn texts(mut self, count: usize) -> Option<Vec<String>> {
        let start = self.languages.iter().map(|language| language.automaton.start).collect();
        self.reach((start, Partial::default()), None);
        let (mut found, mut pending) = (Vec::new(), VecDeque::from([0]));
        while let Some(index) = pending.pop_front() {
            if self.is_wanted(index) {
                found.extend(self.text(index));
            }
            if found.len() >= count {
                break;
            }
            pending.extend(self.next(index));
            if self.reached.len() > MAX_STATES {
                return if found.is_empty() { None } else { Some(found) };
            }
        }
        Some(found)
    }

    fn reach(&mut self, states: States, from: Option<(usize, u8)>) -> Option<usize> {
        if self.known.contains_key(&states) {
            return None;
        }
        let index = self.reached.len();
        self.known.insert(states.clone(), index);
        self.reached.push((states, from));
        Some(index)
    }

    /// The states that one more byte leads to and that were not reached before.
    fn next(&mut self, index: usize) -> Vec<usize> {
        let Some(((states, partial), _)) = self.reached.get(index).cloned() else { return Vec::new() };
        let steps: Vec<(States, u8)> = self
            .bytes
            .iter()
            .filter_map(|(byte, classes)| {
                let partial = partial.then(*byte)?;
                let step = |((language, state), class): ((&&Language, &u16), &usize)| language.step(*state, *class);
                let next = self.languages.iter().zip(&states).zip(classes).map(step).collect();
                Some(((next, partial), *byte))
            })
            .collect();
        steps.into_iter().filter_map(|(states, byte)| self.reach(states, Some((index, byte)))).collect()
    }

    fn is_wanted(&self, index: usize) -> bool {
        let Some(((states, partial), _)) = self.reached.get(index) else { return false };
        let mut verdicts = self.languages.iter().zip(states).enumerate();
        *partial == Partial::default()
            && verdicts.all(|(place, (language, state))| language.accepts(*state) == (place < self.n_taken))
    }

    fn text(&self, mut index: usize) -> Option<String> {
        let mut bytes = Vec::new();
        while let Some((_, Some((from, byte)))) = self.reached.get(index) {
            bytes.push(*byte);
            index = *from;
        }
        bytes.reverse();
        String::from_utf8(bytes).ok()
    }
}

/// One byte of each kind that some automaton or UTF-8 tells from others, the most readable.
fn representatives(languages: &[&Language]) -> Vec<(u8, Vec<usize>)> {
    let readable = (b'a'..=b'z').chain(b'0'..=b'9').chain(b'A'..=b'Z').chain(b' '..=b'~');
    let mut seen = BTreeSet::new();
    let mut bytes = Vec::new();
    for byte in readable.chain(0..=u8::MAX) {
        let classes: Vec<usize> = languages.iter().map(|language| language.class(byte)).collect();
        if seen.insert((Partial::kind(byte), classes.clone())) {
            bytes.push((byte, classes));
        }
    }
    bytes
}

/// The rest of a character of UTF-8 (RFC 3629 §4): how many bytes are missing, and the bounds of the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Partial {
    missing: u8,
    low: u8,
    high: u8,
}

impl Partial {
    fn then(self, byte: u8) -> Option<Self> {
        if self.missing == 0 {
            return Self::lead(byte);
        }
        let rest = |missing| if missing == 0 { Self::default() } else { Self { missing, low: 0x80, high: 0xbf } };
        (self.low..=self.high).contains(&byte).then(|| rest(self.missing.saturating_sub(1)))
    }

    fn lead(byte: u8) -> Option<Self> {
        let (missing, low, high) = match byte {
            0..=0x7f => return Some(Self::default()),
            0xc2..=0xdf => (1, 0x80, 0xbf),
            0xe0 => (2, 0xa0, 0xbf),
            0xed => (2, 0x80, 0x9f),
            0xe1..=0xef => (2, 0x80, 0xbf),
            0xf0 => (3, 0x90, 0xbf),
            0xf1..=0xf3 => (3, 0x80, 0xbf),
            0xf4 => (3, 0x80, 0x8f),
            _ => return None,
        };
        Some(Self { missing, low, high })
    }

    /// Bytes of the same kind may follow the same bytes and be followed by the same.
    fn kind(byte: u8) -> (Option<Self>, u8) {
        let continuation = match byte {
            0x80..=0x8f => 1,
            0x90..=0x9f => 2,
            0xa0..=0xbf => 3,
            _ => 0,
        };
        (Self::lead(byte), continuation)
    }
}
