//! Strings (RFC 8259 §7): slices of the text unless they have escapes.

use std::borrow::Cow;

use super::cursor::Cursor;
use super::error::{Fault, ReadError};
use super::plain::{plain_length, unquoted_length};

impl<'de> Cursor<'de> {
    /// Reads a string whose opening quote has been peeked at.
    #[inline]
    pub(super) fn string(&mut self) -> Result<Cow<'de, str>, ReadError> {
        match self.plain_string() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.escaped_string().map(Cow::Owned),
        }
    }

    /// Reads a string without escapes, or stays at its opening quote.
    #[inline]
    pub(super) fn plain_string(&mut self) -> Option<&'de str> {
        let bytes = self.text.as_bytes();
        let start = self.at + 1;
        let end = start + plain_length(bytes.get(start..)?);
        if *bytes.get(end)? != b'"' {
            return None;
        }
        self.at = end + 1;
        self.text.get(start..end)
    }

    #[cold]
    fn escaped_string(&mut self) -> Result<String, ReadError> {
        self.advance();
        let mut text = String::with_capacity(self.room());
        loop {
            let end = self.at + plain_length(self.rest());
            text.push_str(self.text.get(self.at..end).unwrap_or_default());
            self.at = end;
            match self.peek() {
                b'"' => break self.advance(),
                b'\\' => text.push(self.escape()?),
                _ if end == self.text.len() => return Err(self.error(Fault::Quote)),
                _ => return Err(self.error(Fault::ControlCharacter)),
            }
        }
        Ok(text)
    }

    /// How many bytes the rest of a string takes at most once it is read: no escape is shorter than what it stands for.
    fn room(&self) -> usize {
        let rest = self.rest();
        let mut room = unquoted_length(rest);
        while room > 0 && rest.get(room - 1) == Some(&b'\\') {
            room += 1 + unquoted_length(rest.get(room + 1..).unwrap_or_default());
        }
        room
    }

    /// Reads an escape whose backslash has been peeked at.
    fn escape(&mut self) -> Result<char, ReadError> {
        let character = match self.peek_second() {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            character @ (b'"' | b'\\' | b'/') => char::from(character),
            b'u' => return self.unicode_escape(),
            _ => return Err(self.error(Fault::Escape)),
        };
        self.at += 2;
        Ok(character)
    }

    /// Reads `\uXXXX`, or two of them that are a pair of surrogates.
    fn unicode_escape(&mut self) -> Result<char, ReadError> {
        let start = *self;
        let first = self.code_unit()?;
        let character = if matches!(first, 0xd800..0xdc00) && self.rest().starts_with(b"\\u") {
            let second = self.code_unit()?;
            char::decode_utf16([first, second]).next().and_then(Result::ok)
        } else {
            char::from_u32(first.into())
        };
        character.ok_or_else(|| start.error(Fault::LowSurrogate))
    }

    fn code_unit(&mut self) -> Result<u16, ReadError> {
        let [b'\\', b'u', digits @ ..] = self.rest() else {
            return Err(self.error(Fault::Escape));
        };
        let digits = digits.first_chunk::<4>().ok_or_else(|| self.error(Fault::HexDigits))?;
        let unit = digits.iter().try_fold(0_u32, |unit, digit| Some(unit << 4 | char::from(*digit).to_digit(16)?));
        self.at += 6;
        unit.and_then(|unit| u16::try_from(unit).ok()).ok_or_else(|| ReadError::new(self.at - 6, Fault::HexDigits))
    }
}
