//! Patterns that match a handful of texts: a text equals, starts with, ends with or contains one of them.

use std::collections::{BTreeMap, BTreeSet};

use regex_syntax::hir::{Class, Hir, HirKind, Look, Repetition};

/// Where a literal must stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// It is the text.
    Whole,
    /// The text starts with it.
    Start,
    /// The text ends with it.
    End,
    /// It is somewhere in the text.
    Anywhere,
}

/// Texts of which one must stand at a place: at least one, sorted, none of them empty unless it is the whole text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Literals {
    pub(super) place: Place,
    pub(super) texts: Vec<String>,
}

impl Literals {
    pub(super) fn is_match(&self, text: &str) -> bool {
        self.texts.iter().any(|literal| match self.place {
            Place::Whole => text == literal,
            Place::Start => text.starts_with(literal),
            Place::End => text.ends_with(literal),
            Place::Anywhere => text.contains(literal),
        })
    }
}

/// What a pattern of finitely many literals says.
pub(super) enum Finite {
    /// Every text matches.
    Everything,
    /// One of these must hold; with none of them, no text matches.
    Either(Vec<Literals>),
}

/// The literals that `hir` is short for, if there are at most `limit`.
pub(super) fn literals(hir: &Hir, limit: usize) -> Option<Finite> {
    let words = words(hir, limit)?;
    let mut places: BTreeMap<Place, BTreeSet<String>> = BTreeMap::new();
    for word in words {
        let place = word.place();
        if word.text.is_empty() && place != Place::Whole {
            return Some(Finite::Everything);
        }
        places.entry(place).or_default().insert(String::from_utf8(word.text).ok()?);
    }
    let groups = places.into_iter().map(|(place, texts)| Literals { place, texts: needed(place, &texts) });
    Some(Finite::Either(groups.collect()))
}

/// The texts without those that another of them makes superfluous: what starts with `ab` starts with `a`.
fn needed(place: Place, texts: &BTreeSet<String>) -> Vec<String> {
    let is_implied = |text: &str, by: &str| match place {
        Place::Whole => false,
        Place::Start => text.starts_with(by),
        Place::End => text.ends_with(by),
        Place::Anywhere => text.contains(by),
    };
    let is_needed = |text: &&String| !texts.iter().any(|other| other != *text && is_implied(text, other));
    texts.iter().filter(is_needed).cloned().collect()
}

/// A sequence of bytes that matches, and the ends of the text that it must touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Word {
    starts: bool,
    text: Vec<u8>,
    ends: bool,
}

impl Word {
    fn of(text: impl Into<Vec<u8>>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    fn place(&self) -> Place {
        match (self.starts, self.ends) {
            (true, true) => Place::Whole,
            (true, false) => Place::Start,
            (false, true) => Place::End,
            (false, false) => Place::Anywhere,
        }
    }

    /// This word and then `next`; nothing if an anchor would stand inside the text.
    fn then(&self, next: &Self) -> Option<Self> {
        if (next.starts && !self.text.is_empty()) || (self.ends && !next.text.is_empty()) {
            return None;
        }
        Some(Self {
            starts: self.starts || next.starts,
            text: [self.text.as_slice(), next.text.as_slice()].concat(),
            ends: self.ends || next.ends,
        })
    }
}

fn words(hir: &Hir, limit: usize) -> Option<Vec<Word>> {
    let words = match hir.kind() {
        HirKind::Empty => vec![Word::default()],
        HirKind::Literal(literal) => vec![Word::of(literal.0.to_vec())],
        HirKind::Look(Look::Start) => vec![Word { starts: true, ..Word::default() }],
        HirKind::Look(Look::End) => vec![Word { ends: true, ..Word::default() }],
        HirKind::Class(class) => characters(class, limit)?,
        HirKind::Concat(parts) => product(parts.iter(), limit)?,
        HirKind::Repetition(repetition) => repeated(repetition, limit)?,
        HirKind::Alternation(branches) => {
            let words: Option<Vec<_>> = branches.iter().map(|branch| words(branch, limit)).collect();
            words?.concat()
        }
        HirKind::Look(_) | HirKind::Capture(_) => return None,
    };
    (words.len() <= limit).then_some(words)
}

fn characters(class: &Class, limit: usize) -> Option<Vec<Word>> {
    let Class::Unicode(set) = class else {
        return None;
    };
    let characters = set.ranges().iter().flat_map(|range| range.start()..=range.end());
    let words: Vec<Word> = characters.take(limit + 1).map(|character| Word::of(character.to_string())).collect();
    Some(words)
}

fn repeated(repetition: &Repetition, limit: usize) -> Option<Vec<Word>> {
    let max = usize::try_from(repetition.max?).ok().filter(|max| *max <= limit)?;
    let min = usize::try_from(repetition.min).ok()?;
    let counts = (min..=max).map(|count| product(std::iter::repeat_n(&*repetition.sub, count), limit));
    let words: Option<Vec<_>> = counts.collect();
    Some(words?.concat())
}

fn product<'a>(parts: impl Iterator<Item = &'a Hir>, limit: usize) -> Option<Vec<Word>> {
    let mut heads = vec![Word::default()];
    for part in parts {
        let tails = words(part, limit)?;
        let joined = heads.iter().flat_map(|head| tails.iter().filter_map(|tail| head.then(tail)));
        heads = joined.take(limit + 1).collect();
        if heads.len() > limit {
            return None;
        }
    }
    Some(heads)
}
