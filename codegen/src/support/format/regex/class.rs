//! Character classes.

use super::Parser;

/// One end of a range, or a member of its own.
#[derive(Clone, Copy)]
enum ClassAtom {
    Character(u32),
    /// An escape such as `\d`, which cannot be the end of a range.
    Class,
}

impl Parser<'_> {
    /// What follows the opening bracket, the closing one included.
    pub(super) fn parse_class(&mut self) -> Option<()> {
        self.take("^");
        while !self.take("]") {
            let first = self.parse_class_atom()?;
            if !self.rest.starts_with('-') || self.rest.starts_with("-]") {
                continue;
            }
            self.take("-");
            let last = self.parse_class_atom()?;
            match (first, last) {
                (ClassAtom::Character(first), ClassAtom::Character(last)) if first <= last => {}
                _ => return None,
            }
        }
        Some(())
    }

    fn parse_class_atom(&mut self) -> Option<ClassAtom> {
        let character = self.next()?;
        if character != '\\' {
            return Some(ClassAtom::Character(u32::from(character)));
        }
        if self.take("b") {
            return Some(ClassAtom::Character(0x8));
        }
        if self.is_unicode() && self.take("-") {
            return Some(ClassAtom::Character(u32::from('-')));
        }
        if self.take_class_escape()? {
            Some(ClassAtom::Class)
        } else {
            self.parse_character_escape().map(ClassAtom::Character)
        }
    }
}
