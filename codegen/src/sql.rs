//! The statements of a script for `PostgreSQL`, each with its place.

use std::ops::Range;

use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::tokenizer::{Location, Token, TokenWithSpan, Tokenizer, TokenizerError};

/// A statement without its semicolon.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    /// Its tokens, neither blanks nor remarks among them.
    pub(crate) tokens: Vec<Token>,
    /// Where it stands, its semicolon included.
    pub(crate) span: Range<usize>,
}

impl Statement {
    /// Whether it begins or ends a transaction.
    pub(crate) fn is_of_transactions(&self) -> bool {
        self.tokens.first().is_some_and(|first| ["BEGIN", "COMMIT", "START"].iter().any(|word| is_word(first, word)))
    }
}

/// Whether a token is a word, in whatever case.
pub(crate) fn is_word(token: &Token, wanted: &str) -> bool {
    matches!(token, Token::Word(word) if word.value.eq_ignore_ascii_case(wanted))
}

/// The statements of a script.
///
/// # Errors
///
/// Characters that are no token, such as a quote without end.
pub(crate) fn statements(text: &str) -> Result<Vec<Statement>, TokenizerError> {
    let dialect = PostgreSqlDialect {};
    let tokens = Tokenizer::new(&dialect, text).tokenize_with_location()?;
    Ok(tokens
        .split_inclusive(|token| token.token == Token::SemiColon)
        .filter_map(|part| statement(text, part))
        .collect())
}

fn statement(text: &str, part: &[TokenWithSpan]) -> Option<Statement> {
    let is_said = |token: &&TokenWithSpan| !matches!(token.token, Token::Whitespace(_) | Token::EOF);
    let first = part.iter().find(is_said)?;
    let last = part.iter().rfind(is_said)?;
    let span = offset(text, first.span.start)..offset(text, last.span.end);
    let tokens = part.iter().filter(is_said).map(|token| token.token.clone());
    let tokens: Vec<Token> = tokens.filter(|token| *token != Token::SemiColon).collect();
    (!tokens.is_empty()).then_some(Statement { tokens, span })
}

/// The byte of a place; the tokenizer counts lines, and characters in them, from 1.
pub(crate) fn offset(text: &str, place: Location) -> usize {
    let [line, column] = [place.line, place.column].map(|count| usize::try_from(count).unwrap_or(1).saturating_sub(1));
    let before: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let rest = text.get(before..).unwrap_or_default();
    before.saturating_add(rest.chars().take(column).map(char::len_utf8).sum())
}
