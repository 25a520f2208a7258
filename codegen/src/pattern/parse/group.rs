//! Groups: capturing, named, plain, look-around and with flags of their own.

use std::mem;

use regex_syntax::hir::Look;

use super::{Parser, Term};
use crate::pattern::{
    PatternError, charset,
    syntax::{Around, MAX_DEPTH, Node},
};

/// An open group.
#[derive(Default)]
pub(super) struct Frame {
    /// Where its parenthesis is; the pattern itself has none.
    pub(super) opened_at: Option<usize>,
    /// The flags in force inside it.
    pub(super) flags: Flags,
    /// The terms of the alternative being read.
    pub(super) terms: Vec<Node>,
    around: Option<Around>,
    alternatives: Vec<Node>,
}

/// The flags that a group can set (ES2025 `RegularExpressionModifiers`).
#[derive(Clone, Copy, Default)]
pub(super) struct Flags {
    /// `i`
    pub(super) ignore_case: bool,
    /// `m`
    pub(super) multi_line: bool,
    /// `s`
    pub(super) dot_matches_all: bool,
}

impl Frame {
    pub(super) fn finish_alternative(&mut self) {
        self.alternatives.push(Node::concat(mem::take(&mut self.terms)));
    }

    pub(super) fn finish(mut self) -> Node {
        self.finish_alternative();
        Node::alternation(self.alternatives)
    }
}

impl Parser<'_> {
    pub(super) fn open_group(&mut self) -> Result<(), PatternError> {
        let opened_at = self.cursor.position();
        if self.enclosing.len() >= MAX_DEPTH {
            return Err(self.cursor.error(format!("groups nest more than {MAX_DEPTH} deep")));
        }
        self.cursor.bump();
        let mut flags = self.frame.flags;
        let mut around = None;
        if self.cursor.eat("?") {
            around = look_around(self);
            if around.is_none() {
                flags = self.group_head(opened_at)?;
            }
        }
        let opened_at = Some(opened_at);
        self.enter(Frame { opened_at, flags, around, ..Frame::default() });
        Ok(())
    }

    pub(super) fn close_group(&mut self) -> Result<Term, PatternError> {
        let Some(parent) = self.enclosing.pop() else {
            return Err(self.cursor.error("this parenthesis closes no group; write `\\)` for the character"));
        };
        self.cursor.bump();
        let frame = mem::replace(&mut self.frame, parent);
        Ok(match frame.around {
            Some(around) => Term::assertion(looked_for(around, frame.finish())),
            None => Term::atom(frame.finish()),
        })
    }

    /// `:`, `<name>` or flags, after `(?`; gives the flags in force inside the group.
    fn group_head(&mut self, opened_at: usize) -> Result<Flags, PatternError> {
        if self.cursor.eat("<") {
            self.unchecked.get_or_insert(opened_at);
            let name = self.cursor.until('>').filter(|name| !name.is_empty());
            return match name {
                Some(_) => Ok(self.frame.flags),
                None => Err(PatternError::new(opened_at, "this group's name is missing or has no end")),
            };
        }
        let rest = self.cursor.rest();
        let flags = rest.split_once(':').and_then(|(changes, _)| changed(self.frame.flags, changes));
        match flags {
            Some(flags) => {
                self.cursor.until(':');
                Ok(flags)
            }
            None => Err(PatternError::new(opened_at, unknown_group(rest))),
        }
    }
}

fn look_around(parser: &mut Parser<'_>) -> Option<Around> {
    let kinds = [("=", false, false), ("!", false, true), ("<=", true, false), ("<!", true, true)];
    kinds.into_iter().find(|(mark, ..)| parser.cursor.eat(mark)).map(|(_, behind, negated)| Around { behind, negated })
}

/// A look-around; that there is no character is what `$` and `^` say.
fn looked_for(around: Around, node: Node) -> Node {
    match node {
        Node::Class(set) if around.negated && set == charset::any() => {
            Node::Assertion(if around.behind { Look::Start } else { Look::End })
        }
        node => Node::Look { around, node: Box::new(node) },
    }
}

/// `flags` after the changes that are written between `(?` and `:`, each flag at most once.
fn changed(flags: Flags, changes: &str) -> Option<Flags> {
    let mut flags = flags;
    let (added, removed) = changes.split_once('-').unwrap_or((changes, ""));
    if changes == "-" {
        return None;
    }
    let mut seen = String::new();
    for (names, is_set) in [(added, true), (removed, false)] {
        for name in names.chars() {
            let flag = match name {
                'i' => &mut flags.ignore_case,
                'm' => &mut flags.multi_line,
                's' => &mut flags.dot_matches_all,
                _ => return None,
            };
            if seen.contains(name) {
                return None;
            }
            seen.push(name);
            *flag = is_set;
        }
    }
    Some(flags)
}

fn unknown_group(rest: &str) -> String {
    let hint = if rest.starts_with("P<") {
        "; ECMAScript names a group with `(?<name>…)`"
    } else if rest.starts_with('#') {
        "; ECMAScript has no comments in patterns"
    } else if rest.starts_with('>') {
        "; ECMAScript has no atomic groups"
    } else if rest.starts_with(|next: char| next.is_ascii_lowercase()) {
        "; ECMAScript has no flags for the rest of a pattern, write `(?i:…)` around what they are for"
    } else {
        ""
    };
    format!("ECMAScript has no such group{hint}")
}
