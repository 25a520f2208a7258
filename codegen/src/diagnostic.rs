//! What the stages have to say about schemas: where, which rule, why, and how to fix it.
//!
//! Every stage collects [`Diagnostics`] instead of stopping at the first mistake, so that a user with five mistakes
//! sees five. They are ordered by place, never repeated, and are themselves the error of the pipeline.

mod collection;
mod fix;
mod mismatch;

use std::cmp::Ordering;
use std::fmt::{Display, Formatter, Result};
use std::ops::Range;

use crate::source::Source;
use crate::support::read::line_column;

pub use self::collection::Diagnostics;
pub use self::fix::{Edit, Fix};
pub use self::mismatch::Mismatch;

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing can be generated before this is mended.
    Error,
    /// Probably not what was meant.
    Warning,
    /// Good to know.
    Note,
}

/// One finding in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// The kebab-case name of the rule that was broken.
    pub rule: &'static str,
    /// What is wrong and why, in one sentence.
    pub message: String,
    /// A way out, where one is known.
    pub help: Option<String>,
    /// The file's name as the user gave it; empty if no file is to blame.
    pub file: String,
    /// The JSON Pointer of the value that is to blame.
    pub pointer: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The line of the first character behind what is to blame.
    pub end_line: usize,
    /// The column of that character.
    pub end_column: usize,
    /// The bytes of the file that are to blame.
    pub span: Range<usize>,
    /// How to mend it without thinking, if that is possible.
    pub fix: Option<Fix>,
    /// What was expected and what was found, if it is a document's value that breaks its schema.
    pub mismatch: Option<Box<Mismatch>>,
}

impl Diagnostic {
    /// An error, without a place so far.
    #[must_use]
    pub fn error(rule: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, rule, message.into())
    }

    /// A warning, without a place so far.
    #[must_use]
    pub fn warning(rule: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, rule, message.into())
    }

    /// A value of a document that breaks its schema, without a place so far.
    #[must_use]
    pub fn mismatch(mismatch: Mismatch) -> Self {
        let message = format!("expected {}, found {}", mismatch.expected, mismatch.found);
        Self::error("violation", message).with_mismatch(mismatch)
    }

    /// Adds what was expected and what was found.
    #[must_use]
    pub fn with_mismatch(self, mismatch: Mismatch) -> Self {
        Self { mismatch: Some(Box::new(mismatch)), ..self }
    }

    /// A note, without a place so far.
    #[must_use]
    pub fn note(rule: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Note, rule, message.into())
    }

    /// Adds a way out.
    #[must_use]
    pub fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// Adds the edits that mend it.
    #[must_use]
    pub fn with_fix(self, fix: Fix) -> Self {
        Self { fix: Some(fix), ..self }
    }

    /// Changes how much it matters.
    #[must_use]
    pub fn with_severity(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// Puts it at the value that `pointer` leads to, or at the nearest value that encloses that place.
    #[must_use]
    pub fn at_value(self, source: &Source, pointer: &str) -> Self {
        let span = source.nearest(pointer).span();
        self.at_source(source, pointer, span)
    }

    /// Puts it at the name of the member that `pointer` leads to, or at the value where there is no name.
    #[must_use]
    pub fn at_name(self, source: &Source, pointer: &str) -> Self {
        let value = source.nearest(pointer);
        let span = value.name_span().unwrap_or_else(|| value.span());
        self.at_source(source, pointer, span)
    }

    /// Puts it at some bytes of a text that may not be JSON.
    #[must_use]
    pub fn at_text(self, file: &str, text: &str, span: Range<usize>) -> Self {
        let (line, column) = line_column(text, span.start);
        let (end_line, end_column) = line_column(text, span.end);
        Self { file: file.to_owned(), line, column, end_line, end_column, span, ..self }
    }

    /// Moves a place in a text to where the text stands in a file: behind so many lines, and so many bytes.
    #[must_use]
    pub fn moved_into(self, file: &str, n_lines: usize, n_bytes: usize) -> Self {
        Self {
            file: file.to_owned(),
            line: self.line.saturating_add(n_lines),
            end_line: self.end_line.saturating_add(n_lines),
            span: self.span.start.saturating_add(n_bytes)..self.span.end.saturating_add(n_bytes),
            ..self
        }
    }

    /// Puts it at a place that is known by its line and column only.
    #[must_use]
    pub fn at_place(self, file: &str, line: usize, column: usize) -> Self {
        Self { file: file.to_owned(), line, column, end_line: line, end_column: column, ..self }
    }

    /// Says which value of the file encloses the bytes to blame.
    #[must_use]
    pub fn with_pointer(self, pointer: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), ..self }
    }

    fn new(severity: Severity, rule: &'static str, message: String) -> Self {
        Self {
            severity,
            rule,
            message,
            help: None,
            file: String::new(),
            pointer: String::new(),
            line: 1,
            column: 1,
            end_line: 1,
            end_column: 1,
            span: 0..0,
            fix: None,
            mismatch: None,
        }
    }

    fn at_source(self, source: &Source, pointer: &str, span: Range<usize>) -> Self {
        let (line, column) = source.line_column(span.start);
        let (end_line, end_column) = source.line_column(span.end);
        let (file, pointer) = (source.name().to_owned(), pointer.to_owned());
        Self { file, pointer, line, column, end_line, end_column, span, ..self }
    }

    /// What orders diagnostics: first where they are, then what they say.
    fn key(&self) -> impl Ord + '_ {
        let place = (&self.file, self.span.start, self.span.end, &self.pointer);
        (place, self.rule, self.severity, &self.message, &self.help, self.line, self.column)
    }
}

impl Ord for Diagnostic {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for Diagnostic {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Display for Severity {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        })
    }
}

impl Display for Diagnostic {
    /// `file:line:column: severity[rule] at /pointer: message`, and the help on a line of its own.
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        if !self.file.is_empty() {
            write!(formatter, "{}:{}:{}: ", self.file, self.line, self.column)?;
        }
        write!(formatter, "{}[{}]", self.severity, self.rule)?;
        if !self.pointer.is_empty() {
            write!(formatter, " at {}", self.pointer)?;
        }
        write!(formatter, ": {}", self.message)?;
        match &self.help {
            Some(help) => write!(formatter, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}
