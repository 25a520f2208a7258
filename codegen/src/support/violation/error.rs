//! The error of everything that reads or checks a value.

use std::convert::Infallible;
use std::fmt;
use std::str::Utf8Error;

use super::super::instance::Instance;
use super::super::read::{self, ReadError, Reason};
use super::super::schema::Schema;
use super::super::validate::{NOT_SHOWN, push_token, violations};
use super::Violation;

/// All violations of a value, of which there is at least one.
///
/// It is as wide as a pointer, so that a `Result` costs nothing where all goes well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Violations>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Violations {
    all: Vec<Violation>,
}

/// How much of the text is shown where its syntax is wrong, in characters.
const FOUND_LIMIT: usize = 20;

impl Error {
    /// The error with these violations.
    ///
    /// An empty list, which is a mistake of the caller, becomes one violation that says so.
    #[must_use]
    pub fn new(mut violations: Vec<Violation>) -> Self {
        if violations.is_empty() {
            violations.push(Violation {
                keyword: "internal",
                expected: "a violation of the schema".to_owned(),
                found: "none".to_owned(),
                ..Violation::default()
            });
        }
        Self(Box::new(Violations { all: violations }))
    }

    /// The error of a value that a schema does not accept.
    #[must_use]
    pub fn of(schema: &'static Schema, instance: &dyn Instance) -> Self {
        Self::new(violations(schema, instance))
    }

    /// The error of a text that is not JSON, or that repeats a member.
    #[must_use]
    pub fn syntax(text: &str, failure: &ReadError) -> Self {
        let (keyword, expected) = match failure.reason() {
            Reason::Syntax(expected) => ("syntax", expected),
            Reason::Depth => ("depth", "a value that is nested less deeply"),
            Reason::Repeated => ("repeated-member", "each member once (RFC 7493)"),
            Reason::Refused => ("internal", "a value that the type accepts"),
        };
        let repeated = match failure.reason() {
            Reason::Repeated => read::repeated_member(text),
            _ => None,
        };
        let (pointer, offset) =
            repeated.unwrap_or_else(|| (read::pointer_at(text, failure.offset()), failure.offset()));
        let (line, column) = read::line_column(text, offset);
        Self::from(Violation {
            pointer,
            line: Some(line),
            column: Some(column),
            keyword,
            expected: expected.to_owned(),
            found: text_at(text, offset),
            ..Violation::default()
        })
    }

    /// The same error, which does not show what was found.
    #[must_use]
    pub fn hiding_found(mut self) -> Self {
        for violation in &mut self.0.all {
            NOT_SHOWN.clone_into(&mut violation.found);
        }
        self
    }

    /// The error of an input that is not UTF-8 (RFC 8259 §8.1).
    #[must_use]
    pub fn utf8(input: &[u8], error: Utf8Error) -> Self {
        let valid = input.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok());
        let text = valid.unwrap_or_default();
        let (line, column) = read::line_column(text, text.len());
        let byte = input.get(text.len());
        Self::from(Violation {
            pointer: read::pointer_at(text, text.len()),
            line: Some(line),
            column: Some(column),
            keyword: "syntax",
            expected: "UTF-8".to_owned(),
            found: byte.map_or_else(|| "the end of the input".to_owned(), |byte| format!("the byte {byte:#04x}")),
            ..Violation::default()
        })
    }

    /// All violations.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.0.all
    }

    /// The violations, located in a member of that name instead of at the root.
    #[must_use]
    pub fn under(self, name: &str) -> Vec<Violation> {
        let mut prefix = String::new();
        push_token(&mut prefix, name);
        let moved = |violation: Violation| Violation {
            pointer: format!("{prefix}{}", violation.pointer),
            name_at: violation.name_at.map(|pointer| format!("{prefix}{pointer}")),
            ..violation
        };
        self.0.all.into_iter().map(moved).collect()
    }

    /// [`Violation::pointer`] of the first.
    #[must_use]
    pub fn pointer(&self) -> &str {
        self.first().map_or("", Violation::pointer)
    }

    /// [`Violation::line`] of the first.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.first().and_then(Violation::line)
    }

    /// [`Violation::column`] of the first.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.first().and_then(Violation::column)
    }

    /// [`Violation::keyword`] of the first.
    #[must_use]
    pub fn keyword(&self) -> &str {
        self.first().map_or("", Violation::keyword)
    }

    /// [`Violation::expected`] of the first.
    #[must_use]
    pub fn expected(&self) -> &str {
        self.first().map_or("", Violation::expected)
    }

    /// [`Violation::found`] of the first.
    #[must_use]
    pub fn found(&self) -> &str {
        self.first().map_or("", Violation::found)
    }

    fn first(&self) -> Option<&Violation> {
        self.0.all.first()
    }
}

/// What stands at an offset of a text, up to the end of its line.
fn text_at(text: &str, offset: usize) -> String {
    let rest = text.get(offset..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    match line.char_indices().nth(FOUND_LIMIT) {
        _ if rest.is_empty() => "the end of the text".to_owned(),
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or_default()),
        None if line.is_empty() => "the end of the line".to_owned(),
        None => line.to_owned(),
    }
}

impl From<Violation> for Error {
    fn from(violation: Violation) -> Self {
        Self::new(vec![violation])
    }
}

/// For conversions that cannot fail, where others can.
impl From<Infallible> for Error {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// The first violation, and how many more there are.
impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.violations() {
            [] => Ok(()),
            [only] => only.fmt(formatter),
            [first, others @ ..] => write!(formatter, "{first} (and {} more)", others.len()),
        }
    }
}

impl std::error::Error for Error {}
