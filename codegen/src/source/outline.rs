//! Where every value of a JSON text begins and ends, in document order.
//!
//! The JSON itself keeps its members sorted and without positions; diagnostics need positions, and generated structs
//! the order in which the author wrote the members. The scan uses no recursion, and only looks for structure: whether
//! numbers and escapes are well formed is the reader's to say.

mod scan;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

pub(super) use self::scan::Malformed;

/// Objects with more members than this are searched by bisection.
const WIDE: usize = 16;

/// The values of a text, each followed by what it encloses.
#[derive(Debug, Default)]
pub(super) struct Outline {
    entries: Vec<Entry>,
    /// The members of wide objects, sorted by name.
    wide: HashMap<usize, Vec<usize>>,
    /// Members whose name occurred before in the same object.
    repeated: Vec<usize>,
    depth: usize,
    /// Where the first of the most deeply nested values begins.
    deepest: usize,
}

#[derive(Clone, Debug)]
struct Entry {
    /// The name's token, quotes included; empty if it is not a member.
    name: Range<usize>,
    value: Range<usize>,
    /// The entry that follows the value and all it encloses.
    end: usize,
}

impl Outline {
    /// Scans `text`.
    pub(super) fn of(text: &str) -> Result<Self, Malformed> {
        scan::scan(text)
    }

    /// How many levels of arrays and objects there are.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// Where the first of the most deeply nested values begins.
    pub(super) fn deepest(&self) -> usize {
        self.deepest
    }

    /// The members whose name occurred before in the same object.
    pub(super) fn repeated(&self) -> &[usize] {
        &self.repeated
    }

    /// The bytes of a value.
    pub(super) fn span(&self, entry: usize) -> Range<usize> {
        self.entries.get(entry).map_or(0..0, |entry| entry.value.clone())
    }

    /// The bytes of a member's name.
    pub(super) fn name_span(&self, entry: usize) -> Option<Range<usize>> {
        self.entries.get(entry).map(|entry| entry.name.clone()).filter(|name| !name.is_empty())
    }

    /// A member's name, unescaped.
    pub(super) fn name<'t>(&self, text: &'t str, entry: usize) -> Option<Cow<'t, str>> {
        unquote(text.get(self.name_span(entry)?)?)
    }

    /// The first value that `entry` may enclose, for [`sibling`](Self::sibling) to say whether it does.
    pub(super) fn first_child(&self, entry: usize) -> Option<usize> {
        let end = self.entries.get(entry)?.end;
        let first = entry.checked_add(1)?;
        (first < end).then_some(first)
    }

    /// The value after `entry` within `parent`.
    pub(super) fn sibling(&self, parent: usize, entry: usize) -> Option<usize> {
        let next = self.entries.get(entry)?.end;
        (next < self.entries.get(parent)?.end).then_some(next)
    }

    /// The values directly within `parent`.
    pub(super) fn children(&self, parent: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.first_child(parent), move |entry| self.sibling(parent, *entry))
    }

    /// The member of `parent` that is called `name`.
    pub(super) fn member(&self, text: &str, parent: usize, name: &str) -> Option<usize> {
        let Some(sorted) = self.wide.get(&parent) else {
            return self.children(parent).find(|entry| self.name(text, *entry).is_some_and(|found| found == name));
        };
        let found = sorted.binary_search_by(|entry| self.name(text, *entry).as_deref().cmp(&Some(name))).ok()?;
        sorted.get(found).copied()
    }
}

/// The string that a JSON token without errors spells.
fn unquote(token: &str) -> Option<Cow<'_, str>> {
    if token.contains('\\') {
        return serde_json::from_str(token).ok().map(Cow::Owned);
    }
    token.strip_prefix('"')?.strip_suffix('"').map(Cow::Borrowed)
}
