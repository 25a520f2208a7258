//! Character classes in brackets.

use regex_syntax::hir::ClassUnicode;

use super::{Parser, repair::Repair};
use crate::pattern::{PatternError, charset, syntax::Node};

/// A member of a class.
enum Member {
    Point(u32),
    Set(ClassUnicode),
}

impl Member {
    fn into_set(self) -> ClassUnicode {
        match self {
            Self::Point(point) => charset::range(point, point),
            Self::Set(set) => set,
        }
    }
}

impl Parser<'_> {
    /// `[…]`, with the cursor at the bracket.
    pub(super) fn class(&mut self) -> Result<Node, PatternError> {
        let start = self.cursor.position();
        let n_repairs = self.repairs.len();
        self.cursor.bump();
        let is_negated = self.cursor.eat("^");
        let mut set = ClassUnicode::empty();
        while !self.cursor.eat("]") {
            set.union(&self.class_item(start)?);
        }
        // A repaired member could form a range with its neighbours, so the class is spelled anew as a whole.
        if self.repairs.len() > n_repairs {
            self.repairs.truncate(n_repairs);
            let bracket = if is_negated { "[^" } else { "[" };
            self.repairs.push(Repair::class(start..self.cursor.position(), bracket, &set));
        }
        let set = self.folded(set);
        Ok(Node::Class(if is_negated { charset::complement(set) } else { set }))
    }

    /// A member, or a range of two.
    fn class_item(&mut self, class_start: usize) -> Result<ClassUnicode, PatternError> {
        let at = self.cursor.position();
        let first = self.class_member(class_start)?;
        if !self.cursor.rest().starts_with('-') || self.cursor.rest().starts_with("-]") {
            return Ok(first.into_set());
        }
        self.cursor.bump();
        match (first, self.class_member(class_start)?) {
            (Member::Point(first), Member::Point(last)) if first <= last => Ok(charset::range(first, last)),
            (Member::Point(_), Member::Point(_)) => Err(PatternError::new(at, "this range ends before it starts")),
            // A range cannot start or end with a set: Annex B takes the dash for a member (§B.1.2.8).
            (first, last) => {
                self.repairs.push(Repair::escape(at));
                let mut set = charset::range(u32::from('-'), u32::from('-'));
                set.union(&first.into_set());
                set.union(&last.into_set());
                Ok(set)
            }
        }
    }

    fn class_member(&mut self, class_start: usize) -> Result<Member, PatternError> {
        let at = self.cursor.position();
        match self.cursor.bump() {
            None => Err(PatternError::new(class_start, "this class is never closed")),
            Some('\\') => self.class_member_escape(at),
            Some(character) => Ok(Member::Point(u32::from(character))),
        }
    }

    fn class_member_escape(&mut self, start: usize) -> Result<Member, PatternError> {
        if self.cursor.eat("-") {
            return Ok(Member::Point(u32::from('-')));
        }
        if self.cursor.eat("b") {
            return Ok(Member::Point(0x8));
        }
        match self.class_escape(start)? {
            Some(set) => Ok(Member::Set(set)),
            None => self.character_escape(start).map(Member::Point),
        }
    }
}
