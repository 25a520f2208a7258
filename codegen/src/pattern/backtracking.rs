//! What only a backtracking engine can match: look-arounds in the midst of a pattern, back-references, huge automata.

use super::PatternError;

/// A pattern for the `regress` crate, which implements ECMA-262.
#[derive(Clone, Debug)]
pub(super) struct Backtracking {
    source: String,
    regex: regress::Regex,
}

impl Backtracking {
    /// # Errors
    ///
    /// When the engine refuses the pattern.
    pub(super) fn new(source: &str) -> Result<Self, PatternError> {
        let regex = check(source, 0)?;
        Ok(Self { source: source.to_owned(), regex })
    }

    /// The pattern as the `u` flag accepts it.
    pub(super) fn source(&self) -> &str {
        &self.source
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        self.regex.find(text).is_some()
    }
}

/// Checks what the parser leaves to the engine, and blames the construct at `offset` for it.
///
/// # Errors
///
/// When the engine refuses the pattern.
pub(super) fn check(source: &str, offset: usize) -> Result<regress::Regex, PatternError> {
    regress::Regex::with_flags(source, "u").map_err(|error| PatternError::new(offset, error.text))
}
