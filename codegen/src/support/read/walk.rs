//! A walk from token to token that knows its JSON Pointer, also through text that is broken.

use std::borrow::Cow;

use super::super::json::escaped;
use super::cursor::Cursor;

/// A walk through a text.
pub(super) struct Walk<'de> {
    cursor: Cursor<'de>,
    levels: Vec<Level<'de>>,
    /// Whether the last token has ended a value.
    has_ended_value: bool,
}

/// An array or an object that is open.
struct Level<'de> {
    place: Place<'de>,
    /// Whether the place is inside of the item or the member, not between two of them.
    is_inside: bool,
}

/// An item or a member.
enum Place<'de> {
    Item(usize),
    Member(Cow<'de, str>),
}

/// What a step has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// An opening bracket or brace.
    Open,
    /// A closing bracket or brace.
    Close,
    /// A member's name.
    Name,
    /// Anything else.
    Other,
}

impl<'de> Walk<'de> {
    pub(super) fn new(text: &'de str) -> Self {
        Self { cursor: Cursor::new(text), levels: Vec::new(), has_ended_value: false }
    }

    /// The offset behind the last token.
    pub(super) fn offset(&self) -> usize {
        self.cursor.at
    }

    /// Moves to the next token and gives its offset.
    pub(super) fn approach(&mut self) -> usize {
        let next = self.cursor.token();
        if self.has_ended_value || next == b']' {
            self.set_inside(false);
        }
        self.has_ended_value = false;
        self.cursor.at
    }

    /// Passes the next token, if there is one that can be passed.
    pub(super) fn step(&mut self) -> Option<Step> {
        self.approach();
        match self.cursor.token() {
            b'"' => self.step_string(),
            b'{' => Some(self.open(Place::Member(Cow::Borrowed("")), false)),
            b'[' => Some(self.open(Place::Item(0), true)),
            b'}' | b']' => {
                self.cursor.advance();
                self.levels.pop();
                self.has_ended_value = true;
                Some(Step::Close)
            }
            b',' => Some(self.step_comma()),
            b':' => {
                self.cursor.advance();
                Some(Step::Other)
            }
            _ => {
                self.cursor.pass_scalar()?;
                self.has_ended_value = true;
                Some(Step::Other)
            }
        }
    }

    fn open(&mut self, place: Place<'de>, is_inside: bool) -> Step {
        self.cursor.advance();
        self.levels.push(Level { place, is_inside });
        Step::Open
    }

    fn step_comma(&mut self) -> Step {
        self.cursor.advance();
        if let Some(Level { place: Place::Item(index), is_inside }) = self.levels.last_mut() {
            *index += 1;
            *is_inside = true;
        }
        Step::Other
    }

    fn step_string(&mut self) -> Option<Step> {
        let text = self.cursor.string().ok()?;
        if let Some(Level { place: Place::Member(name), is_inside: is_inside @ false }) = self.levels.last_mut() {
            *name = text;
            *is_inside = true;
            return Some(Step::Name);
        }
        self.has_ended_value = true;
        Some(Step::Other)
    }

    fn set_inside(&mut self, is_inside: bool) {
        if let Some(level) = self.levels.last_mut() {
            level.is_inside = is_inside;
        }
    }

    /// The name of the member that the walk is inside of.
    pub(super) fn name(&self) -> Option<Cow<'de, str>> {
        match self.levels.last() {
            Some(Level { place: Place::Member(name), is_inside: true }) => Some(name.clone()),
            _ => None,
        }
    }

    /// The JSON Pointer of the innermost value around the place where the walk is.
    pub(super) fn pointer(&self) -> String {
        let mut pointer = String::new();
        for level in self.levels.iter().filter(|level| level.is_inside) {
            pointer.push('/');
            match &level.place {
                Place::Item(index) => pointer.push_str(&index.to_string()),
                Place::Member(name) => pointer.push_str(&escaped(name)),
            }
        }
        pointer
    }
}
