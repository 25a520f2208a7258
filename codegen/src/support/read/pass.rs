//! Passing over what is not wanted, without checking its grammar and without recursion.

use super::cursor::Cursor;
use super::plain::plain_length;

impl Cursor<'_> {
    /// Passes over the next value; nothing if the text ends before it does.
    pub(super) fn pass_value(&mut self) -> Option<()> {
        let mut level = 0_usize;
        loop {
            match self.token() {
                b'"' => self.pass_string()?,
                b'{' | b'[' => {
                    self.advance();
                    level += 1;
                    continue;
                }
                b'}' | b']' => {
                    self.advance();
                    level = level.checked_sub(1)?;
                }
                b',' | b':' if level > 0 => {
                    self.advance();
                    continue;
                }
                _ => self.pass_scalar()?,
            }
            if level == 0 {
                return Some(());
            }
        }
    }

    /// Passes over a string whose opening quote has been peeked at.
    #[inline]
    fn pass_string(&mut self) -> Option<()> {
        let start = self.at + 1;
        let bytes = self.text.as_bytes();
        self.at = start + plain_length(bytes.get(start..)?) + 1;
        if bytes.get(self.at - 1) == Some(&b'"') { Some(()) } else { self.pass_string_after_escape() }
    }

    /// Passes over the rest of a string, where what stands behind the plain characters has been passed.
    #[cold]
    fn pass_string_after_escape(&mut self) -> Option<()> {
        self.at -= 1;
        while self.peek() == b'\\' {
            self.at += 2;
            self.at += plain_length(self.rest());
        }
        let is_closed = self.peek() == b'"';
        self.advance();
        is_closed.then_some(())
    }

    /// Passes over a string whose opening quote has been peeked at; whether it is `sought`.
    #[inline]
    fn pass_if_string(&mut self, sought: &str) -> Option<bool> {
        let mut start = *self;
        self.pass_string()?;
        let spelled = self.text.as_bytes().get(start.at + 1..self.at - 1)?;
        if spelled.len() <= sought.len() {
            return Some(spelled == sought.as_bytes());
        }
        // Longer, it is the same only if it has escapes.
        Some(spelled.contains(&b'\\') && start.string().ok()? == sought)
    }

    /// Passes over a number or a word, or what looks like one.
    pub(super) fn pass_scalar(&mut self) -> Option<()> {
        let is_inside = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'+' | b'-' | b'a'..=b'z' | b'E');
        let length = self.rest().iter().take_while(|byte| is_inside(byte)).count();
        self.at += length;
        (length > 0).then_some(())
    }

    /// Moves from an object's opening brace to the value of the member `sought`, and gives the offset of its name.
    pub(super) fn find_member(&mut self, sought: &str) -> Option<usize> {
        loop {
            // At the brace or at a comma.
            self.advance();
            if self.token() != b'"' {
                return None;
            }
            let name = self.at;
            let is_sought = self.pass_if_string(sought)?;
            if self.token() != b':' {
                return None;
            }
            self.advance();
            if is_sought {
                return Some(name);
            }
            self.pass_value()?;
            if self.token() != b',' {
                return None;
            }
        }
    }

    /// Moves from an array's opening bracket to the item at `index`.
    pub(super) fn find_item(&mut self, index: usize) -> Option<()> {
        for _ in 0..index {
            self.advance();
            self.pass_value()?;
            if self.token() != b',' {
                return None;
            }
        }
        self.advance();
        Some(())
    }
}
