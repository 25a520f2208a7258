//! Reads ECMA-262 patterns with the `u` flag (§22.2.1), and what Annex B adds where its meaning is beyond doubt.
//!
//! Schemas in the field escape more than the `u` flag allows (`\-`), leave braces bare and put `\w` beside a dash. Such
//! spellings are read as Annex B reads them, and repaired in [`Syntax::strict`]. Everything else is an error that says
//! how to write it. Nothing here recurses: groups are a stack of frames.

mod class;
mod cursor;
mod escape;
mod group;
mod repair;

use std::mem;

use regex_syntax::hir::{ClassUnicode, Look};

use self::{cursor::Cursor, group::Frame, repair::Repair};
use super::{
    PatternError, charset,
    syntax::{Node, Syntax},
};

/// Reads `source`.
///
/// # Errors
///
/// When `source` is no pattern of ECMA-262.
pub(super) fn parse(source: &str) -> Result<Syntax, PatternError> {
    let mut parser = Parser {
        cursor: Cursor::new(source),
        enclosing: Vec::new(),
        frame: Frame::default(),
        repairs: Vec::new(),
        unchecked: None,
    };
    parser.pattern()?;
    Ok(Syntax {
        strict: repair::apply(source, &parser.repairs),
        unchecked: parser.unchecked,
        root: parser.frame.finish(),
    })
}

struct Parser<'a> {
    cursor: Cursor<'a>,
    /// The open groups around the innermost one.
    enclosing: Vec<Frame>,
    /// The innermost open group, or the pattern itself.
    frame: Frame,
    repairs: Vec<Repair>,
    unchecked: Option<usize>,
}

/// A term that was read, before its quantifier.
struct Term {
    node: Node,
    /// Whether a quantifier may follow: assertions take none under the `u` flag.
    is_repeatable: bool,
}

impl Term {
    fn atom(node: Node) -> Self {
        Self { node, is_repeatable: true }
    }

    fn assertion(node: Node) -> Self {
        Self { node, is_repeatable: false }
    }
}

impl Parser<'_> {
    fn pattern(&mut self) -> Result<(), PatternError> {
        while let Some(next) = self.cursor.peek() {
            match next {
                '(' => self.open_group()?,
                '|' => {
                    self.cursor.bump();
                    self.frame.finish_alternative();
                }
                ')' => {
                    let term = self.close_group()?;
                    self.push(term)?;
                }
                _ => {
                    let term = self.term(next)?;
                    self.push(term)?;
                }
            }
        }
        match self.frame.opened_at {
            Some(offset) => Err(PatternError::new(offset, "this group is never closed")),
            None => Ok(()),
        }
    }

    fn term(&mut self, next: char) -> Result<Term, PatternError> {
        match next {
            '\\' => self.escape(),
            '[' => self.class().map(Term::atom),
            '*' | '+' | '?' => Err(self.cursor.error("there is nothing here to repeat")),
            '{' => self.brace(),
            '^' => Ok(self.line_assertion(Look::Start)),
            '$' => Ok(self.line_assertion(Look::End)),
            '.' => {
                self.cursor.bump();
                let is_any = self.frame.flags.dot_matches_all;
                Ok(Term::atom(Node::Class(if is_any { charset::any() } else { charset::dot() })))
            }
            _ => {
                let at = self.cursor.position();
                self.cursor.bump();
                if matches!(next, '}' | ']') {
                    self.repairs.push(Repair::escape(at));
                }
                Ok(Term::atom(self.character(u32::from(next))))
            }
        }
    }

    fn push(&mut self, term: Term) -> Result<(), PatternError> {
        let at = self.cursor.position();
        let Some((min, max)) = self.quantifier()? else {
            self.frame.terms.push(term.node);
            return Ok(());
        };
        if !term.is_repeatable {
            return Err(PatternError::new(at, "an assertion cannot be repeated"));
        }
        if max.is_some_and(|max| max < min) {
            return Err(PatternError::new(at, "the least count is greater than the greatest"));
        }
        self.frame.terms.push(Node::Repeat { node: Box::new(term.node), min, max });
        Ok(())
    }

    fn quantifier(&mut self) -> Result<Option<(u32, Option<u32>)>, PatternError> {
        let counts = match self.cursor.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => return self.counts(),
            _ => return Ok(None),
        };
        self.cursor.bump();
        self.cursor.eat("?");
        Ok(Some(counts))
    }

    /// `{n}`, `{n,}` or `{n,m}`; the cursor stays where it is if the brace is none of them.
    fn counts(&mut self) -> Result<Option<(u32, Option<u32>)>, PatternError> {
        let start = self.cursor.position();
        self.cursor.eat("{");
        let min = self.cursor.decimal();
        let has_comma = self.cursor.eat(",");
        let max = if has_comma { self.cursor.decimal() } else { min };
        let is_closed = self.cursor.eat("}");
        match (min, max) {
            (Some(min), max) if is_closed => {
                self.cursor.eat("?");
                Ok(Some((min, max)))
            }
            // Annex B reads these as characters, while whoever writes them means "at most".
            (None, Some(max)) if is_closed && has_comma => {
                Err(PatternError::new(start, format!("a count needs its lower bound; write `{{0,{max}}}`")))
            }
            _ => {
                self.cursor.seek(start);
                Ok(None)
            }
        }
    }

    /// A brace that follows nothing it could repeat, or is no quantifier (Annex B's `ExtendedPatternCharacter`).
    fn brace(&mut self) -> Result<Term, PatternError> {
        let at = self.cursor.position();
        if self.counts()?.is_some() {
            return Err(PatternError::new(at, "there is nothing here to repeat"));
        }
        self.cursor.bump();
        self.repairs.push(Repair::escape(at));
        Ok(Term::atom(self.character(u32::from('{'))))
    }

    fn line_assertion(&mut self, look: Look) -> Term {
        self.cursor.bump();
        Term::assertion(if self.frame.flags.multi_line { Node::Irregular } else { Node::Assertion(look) })
    }

    /// The set of one code point; a lone surrogate is in no text.
    fn character(&self, point: u32) -> Node {
        Node::Class(self.folded(charset::range(point, point)))
    }

    fn folded(&self, mut set: ClassUnicode) -> ClassUnicode {
        if self.frame.flags.ignore_case {
            set.case_fold_simple();
        }
        set
    }

    fn enter(&mut self, frame: Frame) {
        self.enclosing.push(mem::replace(&mut self.frame, frame));
    }
}
