//! Disjunctions, terms, groups and quantifiers.

use super::{Mode, Parser};

/// Whether a quantifier may follow what was read.
#[derive(Clone, Copy, PartialEq)]
enum Term {
    Atom,
    Assertion,
}

impl<'t> Parser<'t> {
    /// `Pattern`, and the early errors that only its end reveals.
    pub(super) fn parse_pattern(mut self) -> Option<()> {
        let mut open_groups = Vec::new();
        while let Some(character) = self.next() {
            let term = match character {
                '(' => {
                    open_groups.push(self.parse_group_head()?);
                    continue;
                }
                ')' => open_groups.pop()?,
                '|' => continue,
                '^' | '$' => Term::Assertion,
                '*' | '+' | '?' | '{' | '}' | ']' => return None,
                '[' => self.parse_class().map(|()| Term::Atom)?,
                '\\' if self.take("b") || self.take("B") => Term::Assertion,
                '\\' => self.parse_atom_escape().map(|()| Term::Atom)?,
                _ => Term::Atom,
            };
            if term == Term::Atom {
                self.parse_quantifier()?;
            }
        }
        let is_resolved = self.max_reference <= self.n_captures && self.referenced_names.is_subset(&self.group_names);
        (open_groups.is_empty() && is_resolved).then_some(())
    }

    /// What the group will be when it is closed.
    fn parse_group_head(&mut self) -> Option<Term> {
        if !self.take("?") {
            self.n_captures = self.n_captures.checked_add(1)?;
            return Some(Term::Atom);
        }
        if self.take(":") {
            return Some(Term::Atom);
        }
        if ["=", "!", "<=", "<!"].iter().any(|mark| self.take(mark)) {
            return Some(Term::Assertion);
        }
        self.n_captures = self.n_captures.checked_add(1)?;
        let name = self.parse_group_name()?;
        self.group_names.insert(name).then_some(Term::Atom)
    }

    /// A quantifier, if one comes next.
    fn parse_quantifier(&mut self) -> Option<()> {
        let is_simple = ["*", "+", "?"].iter().any(|quantifier| self.take(quantifier));
        if !is_simple && !self.take("{") {
            return Some(());
        }
        if !is_simple {
            self.parse_bounds()?;
        }
        self.take("?");
        Some(())
    }

    /// What follows the brace; the bounds must be in order.
    fn parse_bounds(&mut self) -> Option<()> {
        let min = self.parse_digits()?;
        if self.take(",") && !self.rest.starts_with('}') {
            let max = self.parse_digits()?;
            if (min.len(), min) > (max.len(), max) {
                return None;
            }
        }
        self.take("}").then_some(())
    }

    /// At least one decimal digit, without the leading zeros, so that longer is greater.
    fn parse_digits(&mut self) -> Option<&'t str> {
        let digits = self.take_while(|character| character.is_ascii_digit());
        (!digits.is_empty()).then(|| digits.trim_start_matches('0'))
    }

    pub(super) fn is_unicode(&self) -> bool {
        self.mode == Mode::Unicode
    }
}
