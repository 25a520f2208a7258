//! Patterns that are character sets with counts, one after the other.

mod branch;
mod matching;
mod piece;

use regex_syntax::hir::{ClassUnicode, Hir};

use self::branch::{Branch, branches};
use super::{byte_set::ByteSet, charset};

/// Sets with counts, in order.
#[derive(Clone, Debug)]
pub(super) struct Sequence {
    /// Whether it begins where the text begins.
    pub(super) starts: bool,
    /// What it is made of; neighbours that are both fixed are one.
    pub(super) pieces: Vec<Piece>,
    /// Whether it ends where the text ends.
    pub(super) ends: bool,
}

/// A part of a [`Sequence`].
#[derive(Clone, Debug)]
pub(super) enum Piece {
    /// One byte of each set.
    Fixed(Vec<ByteSet>),
    /// A run of bytes of one set.
    Bytes(Run<ByteSet>),
    /// A run of characters of one set, where bytes cannot tell (a count of characters, or half of Unicode).
    Characters(Run<ClassUnicode>),
}

/// So many times a member of one set.
#[derive(Clone, Debug)]
pub(super) struct Run<S> {
    pub(super) set: S,
    pub(super) min: u32,
    pub(super) max: Option<u32>,
}

impl<S> Run<S> {
    pub(super) fn is_fixed(&self) -> bool {
        self.max == Some(self.min)
    }
}

impl Run<ClassUnicode> {
    /// Whether it is a single character.
    pub(super) fn is_one(&self) -> bool {
        self.is_fixed() && self.min == 1
    }
}

/// The sequences of which one must match for `hir` to match, if it is at most `limit` of them.
pub(super) fn sequences(hir: &Hir, limit: usize) -> Option<Vec<Sequence>> {
    let branches = branches(hir, limit)?;
    branches.into_iter().map(|branch| sequence(&branch)).collect()
}

fn sequence(branch: &Branch<'_>) -> Option<Sequence> {
    let (mut starts, mut runs, mut ends) = branch.runs()?;
    if runs.iter().any(|run| run.set.ranges().is_empty()) {
        return None;
    }
    if !ends {
        ends = close(&mut runs);
    }
    if !starts {
        runs.reverse();
        starts = close(&mut runs);
        runs.reverse();
    }
    Some(Sequence { starts, pieces: piece::pieces(runs), ends })
}

/// Where the text may go on, a run of n of whatever there is may as well be all there is, if that is n at least.
fn close(runs: &mut [Run<ClassUnicode>]) -> bool {
    let anything = runs.last_mut().filter(|last| last.set == charset::any());
    anything.map(|last| last.max = None).is_some()
}
