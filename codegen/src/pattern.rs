//! JSON Schema's `pattern`s as Rust code: ECMA-262 regular expressions, turned into matchers when code is generated.
//!
//! Most patterns in schemas are a few character classes with counts, and become the lines that one would write by hand.
//! Other regular ones become an automaton in a table. Only look-around within a pattern and back-references are left to
//! a backtracking engine at run time. A pattern is searched for anywhere in a text (2020-12 Validation §6.3.3) and read
//! as with the `u` flag (2020-12 Core §6.4).

mod ambiguity;
mod automaton;
mod backtracking;
mod byte_set;
mod charset;
mod emit;
mod form;
pub mod language;
mod literal;
mod look_around;
mod lower;
mod open_end;
mod parse;
mod plan;
mod sequence;
mod syntax;

use std::{error::Error, fmt};

use proc_macro2::TokenStream;

pub use self::ambiguity::{anchors, is_ambiguous};

use self::{backtracking::Backtracking, plan::Plan};

/// Compiles a `pattern`.
///
/// ```
/// let pattern = codegen::pattern::compile("^v[0-9]+$")?;
/// assert!(pattern.is_match("v12"));
/// assert!(!pattern.is_match("v1.2"));
/// # Ok::<(), codegen::pattern::PatternError>(())
/// ```
///
/// # Errors
///
/// When `source` is no regular expression of ECMA-262.
pub fn compile(source: &str) -> Result<Compiled, PatternError> {
    let syntax = parse::parse(source)?;
    let strict = syntax.strict.as_deref().unwrap_or(source);
    if let Some(offset) = syntax.unchecked {
        backtracking::check(strict, offset)?;
    }
    let plan = match plan::plan(&syntax.root) {
        Some(plan) => plan,
        None => Plan::Backtracking(Backtracking::new(strict)?),
    };
    Ok(Compiled { source: source.to_owned(), strict: syntax.strict, plan })
}

/// A compiled pattern.
#[derive(Clone, Debug)]
pub struct Compiled {
    source: String,
    strict: Option<String>,
    plan: Plan,
}

/// What a matcher is made of, from the cheapest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Comparisons and loops that look at each byte once.
    StraightLine,
    /// A state machine: one step for each byte.
    Automaton,
    /// The `regress` crate, which the generated code then depends on.
    Backtracking,
}

impl Compiled {
    /// What the emitted matcher is made of.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.plan.engine()
    }

    /// The pattern in a spelling that the `u` flag accepts, if it is written in one that is only valid without.
    ///
    /// Annex B of ECMA-262 lets patterns without the `u` flag escape any punctuation, leave braces bare and put a set
    /// beside a dash, as in `[\w-.]`. JSON Schema recommends the flag, so other tools may refuse such a pattern.
    #[must_use]
    pub fn strict(&self) -> Option<&str> {
        self.strict.as_deref()
    }

    /// Whether the pattern matches somewhere in `text`: the verdict of the emitted matcher.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        self.plan.is_match(text)
    }

    /// All the texts that match, if there are only a handful.
    ///
    /// ```
    /// let methods = codegen::pattern::compile("^(get|put)$")?;
    /// assert_eq!(methods.texts(), Some(&["get".to_owned(), "put".to_owned()][..]));
    /// assert_eq!(codegen::pattern::compile("^x-")?.texts(), None);
    /// # Ok::<(), codegen::pattern::PatternError>(())
    /// ```
    #[must_use]
    pub fn texts(&self) -> Option<&[String]> {
        self.plan.texts()
    }

    /// The matcher: `fn name(text: &str) -> bool`, and the private items that it needs, whose names start with `name`.
    #[must_use]
    pub fn emit(&self, name: &syn::Ident) -> TokenStream {
        emit::emit(&self.plan, &self.source, name)
    }
}

/// Why a pattern is not one of ECMA-262.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    offset: usize,
    message: String,
}

impl PatternError {
    fn new(offset: usize, message: impl Into<String>) -> Self {
        Self { offset, message: message.into() }
    }

    /// The byte of the pattern at which the faulty construct starts.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// What is wrong, and how to write it.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} (byte {})", self.message, self.offset)
    }
}

impl Error for PatternError {}
