//! A place in JSON text and the smallest steps from there.

use super::error::{Fault, ReadError};

/// A place in JSON text, between two characters outside of strings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'de> {
    pub(super) text: &'de str,
    pub(super) at: usize,
}

impl<'de> Cursor<'de> {
    pub(super) fn new(text: &'de str) -> Self {
        Self { text, at: 0 }
    }

    /// What is left of the text.
    #[inline]
    pub(super) fn rest(&self) -> &'de [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// The next byte; zero, which no JSON has outside of strings, at the end.
    #[inline]
    pub(super) fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The byte after the next.
    #[inline]
    pub(super) fn peek_second(&self) -> u8 {
        self.text.as_bytes().get(self.at + 1).copied().unwrap_or(0)
    }

    /// The next byte that is not white space; zero at the end.
    #[inline]
    pub(super) fn token(&mut self) -> u8 {
        let byte = self.peek();
        if byte > b' ' { byte } else { self.token_after_space() }
    }

    fn token_after_space(&mut self) -> u8 {
        let mut rest = self.rest();
        while let [b' ' | b'\n' | b'\r' | b'\t', after @ ..] = rest {
            rest = after.get(n_spaces(after)..).unwrap_or_default();
        }
        self.at = self.text.len() - rest.len();
        rest.first().copied().unwrap_or(0)
    }

    /// Passes the byte that has been peeked at.
    #[inline]
    pub(super) fn advance(&mut self) {
        self.at += 1;
    }

    /// Passes `byte` and the white space before it.
    #[inline]
    pub(super) fn expect(&mut self, byte: u8, fault: Fault) -> Result<(), ReadError> {
        if self.token() != byte {
            return Err(self.error(fault));
        }
        self.advance();
        Ok(())
    }

    /// Passes the word `null`, `true` or `false`.
    #[inline]
    pub(super) fn expect_word(&mut self, word: &str) -> Result<(), ReadError> {
        if !self.rest().starts_with(word.as_bytes()) {
            return Err(self.error(Fault::Value));
        }
        self.at += word.len();
        Ok(())
    }

    /// Makes sure that only white space is left.
    pub(super) fn expect_end(&mut self) -> Result<(), ReadError> {
        self.token();
        if self.at == self.text.len() { Ok(()) } else { Err(self.error(Fault::End)) }
    }

    #[cold]
    pub(super) fn error(&self, fault: Fault) -> ReadError {
        ReadError::new(self.at, fault)
    }
}

/// How many spaces come first, as far as the next eight bytes tell: lines are mostly indented by a few.
#[inline]
fn n_spaces(bytes: &[u8]) -> usize {
    let differences = bytes.first_chunk::<8>().map_or(1, |chunk| u64::from_le_bytes(*chunk) ^ 0x2020_2020_2020_2020);
    (differences.trailing_zeros() / 8) as usize
}
