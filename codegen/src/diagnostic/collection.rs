//! Diagnostics in order.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::{Display, Formatter, Result};

use super::{Diagnostic, Severity};

/// What a stage found: ordered by file, position and rule, nothing twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "diagnostics are for the user to see"]
pub struct Diagnostics {
    ordered: BTreeSet<Diagnostic>,
}

impl Diagnostics {
    /// No diagnostics.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one, unless it is there already.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.ordered.insert(diagnostic);
    }

    /// Whether one of them is an error.
    #[must_use]
    pub fn is_fatal(&self) -> bool {
        self.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ordered.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ordered.len()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.ordered.iter()
    }

    /// Goes on with what is not wrong enough to stop.
    ///
    /// # Errors
    ///
    /// Fails with all of them if one [is fatal](Self::is_fatal).
    pub fn or_fatal(self) -> std::result::Result<Self, Self> {
        if self.is_fatal() { Err(self) } else { Ok(self) }
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self { ordered: BTreeSet::from([diagnostic]) }
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(diagnostics: I) -> Self {
        Self { ordered: diagnostics.into_iter().collect() }
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        self.ordered.extend(diagnostics);
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::collections::btree_set::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.ordered.into_iter()
    }
}

impl Display for Diagnostics {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        for (index, diagnostic) in self.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(formatter, "{separator}{diagnostic}")?;
        }
        Ok(())
    }
}

impl Error for Diagnostics {}
