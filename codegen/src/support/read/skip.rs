//! Passing over values without reading them, their grammar checked all the same.

use super::Reader;
use super::error::{Fault, ReadError};

impl Reader<'_> {
    /// Passes over the next value.
    ///
    /// # Errors
    ///
    /// It is not JSON, or nested too deeply.
    pub fn skip(&mut self) -> Result<(), ReadError> {
        match self.cursor.token() {
            b'"' => self.cursor.string().map(drop),
            b'{' => self.nested(b'}', Fault::CommaOrBrace, Self::skip_members),
            b'[' => self.nested(b']', Fault::CommaOrBracket, Self::skip_items),
            b'-' | b'0'..=b'9' => self.cursor.pass_number(),
            b't' => self.cursor.expect_word("true"),
            b'f' => self.cursor.expect_word("false"),
            b'n' => self.cursor.expect_word("null"),
            _ => Err(self.cursor.error(Fault::Value)),
        }
    }

    fn skip_members(&mut self) -> Result<(), ReadError> {
        let mut has_member = self.has_first(b'}');
        while has_member {
            self.skip_name()?;
            self.skip()?;
            has_member = self.has_next(b'}', Fault::CommaOrBrace)?;
        }
        Ok(())
    }

    fn skip_items(&mut self) -> Result<(), ReadError> {
        let mut has_item = self.has_first(b']');
        while has_item {
            self.skip()?;
            has_item = self.has_next(b']', Fault::CommaOrBracket)?;
        }
        Ok(())
    }

    /// Passes over a member's name and the colon behind it.
    fn skip_name(&mut self) -> Result<(), ReadError> {
        if self.cursor.token() != b'"' {
            return Err(self.cursor.error(Fault::Name));
        }
        self.cursor.string()?;
        self.cursor.expect(b':', Fault::Colon)
    }
}
