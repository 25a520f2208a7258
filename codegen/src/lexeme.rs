//! Rust tokens with the spaces between them: what prettyplease does not do for macro calls.
//!
//! This is no general formatter. It knows what the generator writes into macro calls and tables: paths, literals,
//! types, closures, comparisons and nested groups of those.

use std::fmt::{Display, Write};
use std::ops::Range;

use proc_macro2::{Delimiter, Group, Spacing, TokenTree};

/// Code on one line, however long, and the lexemes that it consists of.
#[derive(Debug, Default)]
pub(crate) struct Line {
    /// The code.
    pub(crate) text: String,
    /// What it consists of.
    pub(crate) lexemes: Vec<Lexeme>,
}

/// A part of a line.
#[derive(Debug)]
pub(crate) struct Lexeme {
    /// Its bytes, without the space in front.
    pub(crate) span: Range<usize>,
    /// What it is.
    pub(crate) kind: Kind,
    /// Whether it asks for several lines, however short it is.
    pub(crate) is_tall: bool,
}

/// What a lexeme is.
#[derive(Debug)]
pub(crate) enum Kind {
    Word,
    Operator(&'static str),
    Group(Delimiter, Vec<Lexeme>),
}

/// Operators of several characters, longer ones first.
const OPERATORS: &[&str] = &["..=", "...", "::", "=>", "->", "==", "!=", "<=", ">=", "&&", "||", ".."];

/// Operators of one character, frequent ones first.
const SINGLE: &[&str] =
    &[",", "&", ":", "!", ";", "=", "|", "<", ">", ".", "#", "-", "+", "*", "/", "%", "^", "@", "$", "?", "~"];

/// Splits tokens into lexemes, which are written as they are found.
pub(crate) fn lex(tokens: impl IntoIterator<Item = TokenTree>) -> Line {
    let (mut lexer, mut level) = (Lexer::default(), Level::default());
    lexer.tokens(tokens, &mut level);
    Line { text: lexer.text, lexemes: level.lexemes }
}

#[derive(Default)]
struct Lexer {
    text: String,
    /// Punctuation that may turn out to be one operator.
    joint: String,
}

/// The lexemes within one pair of delimiters.
#[derive(Default)]
struct Level {
    spaces: Spaces,
    lexemes: Vec<Lexeme>,
}

impl Lexer {
    fn tokens(&mut self, tokens: impl IntoIterator<Item = TokenTree>, level: &mut Level) {
        for token in tokens {
            match token {
                TokenTree::Punct(punct) => {
                    self.joint.push(punct.as_char());
                    if punct.spacing() == Spacing::Alone {
                        self.operators(level);
                    }
                }
                TokenTree::Ident(ident) => self.word(&ident, level),
                TokenTree::Literal(literal) => self.word(&literal, level),
                TokenTree::Group(group) => self.group(group, level),
            }
        }
        self.operators(level);
    }

    /// Writes the punctuation that has come together.
    fn operators(&mut self, level: &mut Level) {
        let mut done = 0;
        while let Some(operator) = self.joint.get(done..).and_then(first_operator) {
            done += operator.len();
            let has_space = level.spaces.before_operator(operator);
            let start = self.start(has_space);
            self.text.push_str(operator);
            self.end(level, start, Kind::Operator(operator));
        }
        self.joint.clear();
    }

    fn word(&mut self, word: &dyn Display, level: &mut Level) {
        let is_lifetime = self.joint.ends_with('\'');
        if is_lifetime {
            self.joint.pop();
        }
        self.operators(level);
        let has_space = level.spaces.is_apart();
        let start = self.start(has_space);
        // Writing to a string cannot fail.
        let _ = if is_lifetime { write!(self.text, "'{word}") } else { write!(self.text, "{word}") };
        let is_name = self.text.as_bytes().get(start).is_some_and(u8::is_ascii_uppercase);
        level.spaces.last = if is_name { Last::Name } else { Last::Word };
        self.end(level, start, Kind::Word);
    }

    fn group(&mut self, group: Group, level: &mut Level) {
        self.operators(level);
        let (delimiter, content) = (group.delimiter(), group.stream());
        // Tokens that nobody else holds are taken rather than copied.
        drop(group);
        // A group without delimiters, as macros leave them, is just its content.
        let Some((open, close)) = delimiters(delimiter) else { return self.tokens(content, level) };
        let has_padding = delimiter == Delimiter::Brace && !content.is_empty();
        let has_space = level.spaces.before_group(delimiter);
        let start = self.start(has_space);
        self.text.push(open);
        self.text.extend(has_padding.then_some(' '));
        let content = content.into_iter();
        let mut inside = Level { lexemes: Vec::with_capacity(content.size_hint().0), ..Level::default() };
        self.tokens(content, &mut inside);
        self.text.extend(has_padding.then_some(' '));
        self.text.push(close);
        self.end(level, start, Kind::Group(delimiter, inside.lexemes));
    }

    /// Where the next lexeme starts, behind a space if it has one.
    fn start(&mut self, has_space: bool) -> usize {
        if has_space {
            self.text.push(' ');
        }
        self.text.len()
    }

    fn end(&mut self, level: &mut Level, start: usize, kind: Kind) {
        let is_tall = match &kind {
            Kind::Group(delimiter, content) => {
                // A comma behind the last entry of a macro's braces asks for a line for each.
                let is_list = *delimiter == Delimiter::Brace && content.last().is_some_and(|last| last.is(","));
                is_list || content.iter().any(|lexeme| lexeme.is_tall)
            }
            Kind::Word | Kind::Operator(_) => false,
        };
        level.lexemes.push(Lexeme { span: start..self.text.len(), kind, is_tall });
    }
}

/// The characters around a group that has some.
pub(crate) fn delimiters(delimiter: Delimiter) -> Option<(char, char)> {
    match delimiter {
        Delimiter::Parenthesis => Some(('(', ')')),
        Delimiter::Bracket => Some(('[', ']')),
        Delimiter::Brace => Some(('{', '}')),
        Delimiter::None => None,
    }
}

/// The longest operator that the text starts with; nearly all texts are one of a single character.
fn first_operator(joint: &str) -> Option<&'static str> {
    let several = if joint.len() > 1 { OPERATORS } else { &[] };
    several.iter().chain(SINGLE).find(|operator| joint.starts_with(**operator)).copied()
}

impl Lexeme {
    pub(crate) fn is(&self, operator: &str) -> bool {
        matches!(self.kind, Kind::Operator(found) if found == operator)
    }
}

/// Where spaces go, one lexeme after the other.
#[derive(Default)]
struct Spaces {
    last: Last,
    /// How many `<` of generic arguments are open.
    generics: usize,
    is_in_closure_head: bool,
}

/// What came before, as far as spaces depend on it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Last {
    #[default]
    Start,
    /// A word that begins with a capital, which may have generic arguments.
    Name,
    Word,
    Group,
    /// Something that sticks to what follows.
    Prefix,
    /// The exclamation mark of a macro call, which sticks to a group that follows.
    Bang,
    /// Something that parts.
    Separator,
}

impl Spaces {
    /// Whether a space stands in front of a word.
    fn is_apart(&self) -> bool {
        !matches!(self.last, Last::Start | Last::Prefix)
    }

    /// Whether a space stands in front of the group that comes next.
    fn before_group(&mut self, delimiter: Delimiter) -> bool {
        let is_call = delimiter == Delimiter::Parenthesis && matches!(self.last, Last::Name | Last::Word | Last::Group);
        let has_space = self.is_apart() && !is_call && self.last != Last::Bang;
        self.last = Last::Group;
        has_space
    }

    /// Whether a space stands in front of the operator that comes next.
    fn before_operator(&mut self, operator: &str) -> bool {
        let (has_space, last) = self.operator(operator);
        self.last = last;
        has_space
    }

    fn operator(&mut self, operator: &str) -> (bool, Last) {
        let last = self.last;
        let is_operand = matches!(last, Last::Name | Last::Word | Last::Group);
        match operator {
            "::" => (last == Last::Separator, Last::Prefix),
            "." | ".." | "..=" => (false, Last::Prefix),
            "," | ";" | ":" => (false, Last::Separator),
            "?" => (false, Last::Word),
            "!" if is_operand => (false, Last::Bang),
            "&" | "!" | "-" | "*" | "$" | "#" => (!matches!(last, Last::Start | Last::Prefix), Last::Prefix),
            "<" if last == Last::Name => {
                self.generics += 1;
                (false, Last::Prefix)
            }
            ">" if self.generics > 0 => {
                self.generics -= 1;
                (false, Last::Name)
            }
            "|" if self.is_in_closure_head => {
                self.is_in_closure_head = false;
                (false, Last::Separator)
            }
            "|" if !is_operand => {
                self.is_in_closure_head = true;
                (last != Last::Start, Last::Prefix)
            }
            _ => (true, Last::Separator),
        }
    }
}
