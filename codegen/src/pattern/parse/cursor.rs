//! The place in a pattern up to which it is read.

use crate::pattern::PatternError;

/// A position in a pattern, always between two characters.
pub(super) struct Cursor<'a> {
    source: &'a str,
    position: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, position: 0 }
    }

    pub(super) fn position(&self) -> usize {
        self.position
    }

    /// Goes back to a position it has been at.
    pub(super) fn seek(&mut self, position: usize) {
        self.position = position;
    }

    /// What is not yet read.
    pub(super) fn rest(&self) -> &'a str {
        self.source.get(self.position..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.position += next.len_utf8();
        Some(next)
    }

    pub(super) fn eat(&mut self, expected: &str) -> bool {
        let is_next = self.rest().starts_with(expected);
        if is_next {
            self.position += expected.len();
        }
        is_next
    }

    /// Reads up to `end` and past it.
    pub(super) fn until(&mut self, end: char) -> Option<&'a str> {
        let (read, _) = self.rest().split_once(end)?;
        self.position += read.len() + end.len_utf8();
        Some(read)
    }

    /// Reads decimal digits; a number too large for any text to reach is as good as the largest.
    pub(super) fn decimal(&mut self) -> Option<u32> {
        let rest = self.rest();
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        self.position += length;
        let digits = rest.get(..length).filter(|digits| !digits.is_empty())?;
        Some(digits.parse().unwrap_or(u32::MAX))
    }

    /// Reads exactly `count` hexadecimal digits.
    pub(super) fn hex(&mut self, count: usize) -> Option<u32> {
        let digits = self.rest().get(..count)?;
        let value = hex_value(digits)?;
        self.position += count;
        Some(value)
    }

    /// An error at this position.
    pub(super) fn error(&self, message: impl Into<String>) -> PatternError {
        PatternError::new(self.position, message)
    }
}

/// The value of hexadecimal digits; `from_str_radix` alone would take a sign.
pub(super) fn hex_value(digits: &str) -> Option<u32> {
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)
}
