//! Rust tokens with the spaces between them: what prettyplease does not do for macro calls.
//!
//! This is no general formatter. It knows what the generator writes into macro calls and tables: paths, literals,
//! types, closures, comparisons and nested groups of those.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// A word, an operator or a group.
#[derive(Debug)]
pub(crate) enum Lexeme {
    Word(String),
    Operator(&'static str),
    Group { delimiter: Delimiter, content: Vec<Lexeme>, width: usize },
}

/// Operators of several characters, longer ones first.
const OPERATORS: &[&str] = &["..=", "...", "::", "=>", "->", "==", "!=", "<=", ">=", "&&", "||", ".."];

/// Operators of one character, frequent ones first.
const SINGLE: &[&str] =
    &[",", "&", ":", "!", ";", "=", "|", "<", ">", ".", "#", "-", "+", "*", "/", "%", "^", "@", "$", "?", "~"];

/// Splits tokens into lexemes.
pub(crate) fn lex(tokens: TokenStream) -> Vec<Lexeme> {
    let mut lexemes = Vec::new();
    let mut joint = String::new();
    for token in tokens {
        match token {
            TokenTree::Punct(punct) => {
                joint.push(punct.as_char());
                if punct.spacing() == Spacing::Alone {
                    operators(&std::mem::take(&mut joint), &mut lexemes);
                }
            }
            TokenTree::Ident(ident) => {
                let is_lifetime = joint.ends_with('\'');
                operators(std::mem::take(&mut joint).trim_end_matches('\''), &mut lexemes);
                lexemes.push(Lexeme::Word(if is_lifetime { format!("'{ident}") } else { ident.to_string() }));
            }
            TokenTree::Literal(literal) => {
                operators(&std::mem::take(&mut joint), &mut lexemes);
                lexemes.push(Lexeme::Word(literal.to_string()));
            }
            TokenTree::Group(group) => {
                operators(&std::mem::take(&mut joint), &mut lexemes);
                push_group(group.delimiter(), lex(group.stream()), &mut lexemes);
            }
        }
    }
    operators(&joint, &mut lexemes);
    lexemes
}

/// Adds a group; one without delimiters, as macros leave them, is just its content.
fn push_group(delimiter: Delimiter, content: Vec<Lexeme>, lexemes: &mut Vec<Lexeme>) {
    if delimiter == Delimiter::None {
        lexemes.extend(content);
        return;
    }
    let padding = if delimiter == Delimiter::Brace && !content.is_empty() { 4 } else { 2 };
    // A comma behind the last entry of a macro's braces asks for a line for each.
    let is_list = delimiter == Delimiter::Brace && content.last().is_some_and(|last| last.is(","));
    let width = if is_list { usize::MAX } else { width(&content).saturating_add(padding) };
    lexemes.push(Lexeme::Group { delimiter, content, width });
}

fn operators(mut joint: &str, lexemes: &mut Vec<Lexeme>) {
    while let Some(operator) = first_operator(joint) {
        lexemes.push(Lexeme::Operator(operator));
        joint = joint.get(operator.len()..).unwrap_or_default();
    }
}

/// The longest operator that the text starts with; nearly all texts are one of a single character.
fn first_operator(joint: &str) -> Option<&'static str> {
    let several = if joint.len() > 1 { OPERATORS } else { &[] };
    several.iter().chain(SINGLE).find(|operator| joint.starts_with(**operator)).copied()
}

/// How many bytes the lexemes take on one line.
pub(crate) fn width(lexemes: &[Lexeme]) -> usize {
    let mut spaces = Spaces::default();
    lexemes.iter().fold(0, |width, lexeme| {
        width.saturating_add(lexeme.width().saturating_add(usize::from(spaces.before(lexeme))))
    })
}

impl Lexeme {
    fn width(&self) -> usize {
        match self {
            Self::Word(word) => word.len(),
            Self::Operator(operator) => operator.len(),
            Self::Group { width, .. } => *width,
        }
    }

    pub(crate) fn is(&self, operator: &str) -> bool {
        matches!(self, Self::Operator(found) if *found == operator)
    }
}

/// Where spaces go, one lexeme after the other.
#[derive(Default)]
pub(crate) struct Spaces {
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
    /// Whether a space stands in front of the next lexeme.
    pub(crate) fn before(&mut self, next: &Lexeme) -> bool {
        let last = self.last;
        let is_apart = !matches!(last, Last::Start | Last::Prefix);
        let (has_space, becomes) = match next {
            Lexeme::Word(word) => {
                let is_name = word.starts_with(|first: char| first.is_ascii_uppercase());
                (is_apart, if is_name { Last::Name } else { Last::Word })
            }
            Lexeme::Group { delimiter, .. } => {
                let is_call =
                    *delimiter == Delimiter::Parenthesis && matches!(last, Last::Name | Last::Word | Last::Group);
                (is_apart && !is_call && last != Last::Bang, Last::Group)
            }
            Lexeme::Operator(operator) => self.operator(operator),
        };
        self.last = becomes;
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
