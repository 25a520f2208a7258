//! Edits that mend what a diagnostic complains about.

use std::ops::Range;

/// Edits of one file that mend a finding, none overlapping another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fix {
    /// What they do, in the imperative.
    pub title: String,
    /// Whether the schema accepts the same documents afterwards, so that nobody has to look.
    pub is_safe: bool,
    /// The edits.
    pub edits: Vec<Edit>,
}

/// A piece of text in the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that go.
    pub span: Range<usize>,
    /// The text that comes in their place.
    pub text: String,
}

impl Ord for Edit {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |edit: &Self| (edit.span.start, edit.span.end);
        key(self).cmp(&key(other)).then_with(|| self.text.cmp(&other.text))
    }
}

impl PartialOrd for Edit {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
