//! `regex`: whether a text is a regular expression of ECMA-262 §22.2.1, by its grammar and its early errors.
//!
//! An expression is accepted with the flag `u` (which JSON Schema asks for, 2020-12 Core §6.4) or without it; the
//! lenient grammar of ECMA-262 Annex B, which lets typing mistakes pass as literals, is not. Groups are kept on a
//! stack of our own, so that no nesting exhausts the program's.

mod class;
mod escape;
mod name;
mod pattern;
mod properties;

use super::Format;
use std::collections::BTreeSet;

/// The format `regex`.
pub static REGEX: Format =
    Format { name: "regex", is_valid: regex, description: "a regular expression of ECMA-262 such as ^[a-z]+$" };

/// Whether a text is a regular expression.
///
/// ```
/// use codegen::support::format::regex;
///
/// assert!(regex(r"^(?<year>\d{4})-\p{Lu}[^a-z]*?$"));
/// assert!(!regex(r"(a"));
/// assert!(!regex(r"\Z"));
/// ```
#[must_use]
pub fn regex(text: &str) -> bool {
    [Mode::Unicode, Mode::Plain].into_iter().any(|mode| Parser::new(text, mode).parse_pattern().is_some())
}

/// With the flag `u` or without.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Unicode,
    Plain,
}

/// What has been read of an expression; parsing functions answer `None` where it is none.
struct Parser<'t> {
    rest: &'t str,
    mode: Mode,
    n_captures: u32,
    /// The greatest number that a back reference has used.
    max_reference: u32,
    group_names: BTreeSet<String>,
    referenced_names: BTreeSet<String>,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str, mode: Mode) -> Self {
        Self {
            rest: text,
            mode,
            n_captures: 0,
            max_reference: 0,
            group_names: BTreeSet::new(),
            referenced_names: BTreeSet::new(),
        }
    }

    fn next(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let character = characters.next();
        self.rest = characters.as_str();
        character
    }

    /// Passes over a text if it comes next.
    fn take(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Passes over as many characters as are fit.
    fn take_while(&mut self, is_fit: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest.trim_start_matches(is_fit);
        let taken = self.rest.strip_suffix(rest).unwrap_or_default();
        self.rest = rest;
        taken
    }
}
