//! The white space of the text: none, or a line for each item.

/// What stands between the tokens.
pub(super) trait Layout {
    /// Begins an array or an object.
    fn open(&mut self, text: &mut Vec<u8>, bracket: u8);

    /// Begins an item or a member.
    fn item(&mut self, text: &mut Vec<u8>, is_first: bool);

    /// Separates a name from its value.
    fn colon(&mut self, text: &mut Vec<u8>);

    /// Ends an array or an object.
    fn close(&mut self, text: &mut Vec<u8>, bracket: u8, is_empty: bool);
}

/// No white space.
pub(super) struct Compact;

impl Layout for Compact {
    #[inline]
    fn open(&mut self, text: &mut Vec<u8>, bracket: u8) {
        text.push(bracket);
    }

    #[inline]
    fn item(&mut self, text: &mut Vec<u8>, is_first: bool) {
        if !is_first {
            text.push(b',');
        }
    }

    #[inline]
    fn colon(&mut self, text: &mut Vec<u8>) {
        text.push(b':');
    }

    #[inline]
    fn close(&mut self, text: &mut Vec<u8>, bracket: u8, _: bool) {
        text.push(bracket);
    }
}

/// A line for each item, indented by two spaces for each level.
#[derive(Default)]
pub(super) struct Indented {
    level: usize,
}

impl Indented {
    fn line(&self, text: &mut Vec<u8>) {
        text.push(b'\n');
        text.extend(std::iter::repeat_n(*b"  ", self.level).flatten());
    }
}

impl Layout for Indented {
    fn open(&mut self, text: &mut Vec<u8>, bracket: u8) {
        text.push(bracket);
        self.level += 1;
    }

    fn item(&mut self, text: &mut Vec<u8>, is_first: bool) {
        if !is_first {
            text.push(b',');
        }
        self.line(text);
    }

    fn colon(&mut self, text: &mut Vec<u8>) {
        text.extend_from_slice(b": ");
    }

    fn close(&mut self, text: &mut Vec<u8>, bracket: u8, is_empty: bool) {
        self.level -= 1;
        if !is_empty {
            self.line(text);
        }
        text.push(bracket);
    }
}
