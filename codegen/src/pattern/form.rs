//! The shapes of sequence that code can match without ever trying twice.

mod model;

use regex_syntax::hir::ClassUnicode;

pub(super) use self::model::Model;
use super::{
    byte_set::ByteSet,
    sequence::{Piece, Run, Sequence},
};

/// How a sequence is written as code; what it leaves out, the text decides freely.
pub(super) enum Form<'a> {
    /// These bytes, anywhere.
    Window(&'a [ByteSet]),
    /// A character of this set, anywhere.
    AnyCharacter(&'a ClassUnicode),
    /// First `head`, last `tail`, and all between them is `middle`.
    Around { head: &'a [ByteSet], middle: Middle<'a>, tail: &'a [ByteSet] },
    /// The literal `head` and then a character of a set.
    FirstCharacter { head: String, set: &'a ClassUnicode },
    /// A character of a set and then the literal `tail`, at the end.
    LastCharacter { set: &'a ClassUnicode, tail: String },
    /// As many bytes as a model has, each equal to the model's or, where that has a placeholder, of a set.
    Model(Model),
    /// One piece after the other, each decided by the next byte.
    Scan { pieces: &'a [Piece], ends: bool },
}

/// What may stand between head and tail.
#[derive(Clone, Copy)]
pub(super) enum Middle<'a> {
    Nothing,
    Anything,
    Bytes(&'a Run<ByteSet>),
    Characters(&'a Run<ClassUnicode>),
}

impl Form<'_> {
    /// Whether it is written as a short expression.
    pub(super) fn is_short(&self) -> bool {
        match self {
            Self::Around { middle, .. } => matches!(middle, Middle::Nothing | Middle::Anything),
            Self::Window(_) => true,
            _ => false,
        }
    }
}

/// The most bytes that are compared one by one.
const MAX_BYTES: usize = 6;

/// The most lines of a scan; beyond, a table is shorter.
const MAX_LINES: usize = 80;

/// The form of `sequence`, if it has one.
pub(super) fn form(sequence: &Sequence) -> Option<Form<'_>> {
    let pieces = sequence.pieces.as_slice();
    match (sequence.starts, sequence.ends) {
        (false, false) => anywhere(pieces),
        (true, false) => at_start(pieces),
        (false, true) => at_end(pieces),
        (true, true) => whole(pieces),
    }
}

/// The text that the sets are, if each is a single byte.
pub(super) fn literal(sets: &[ByteSet]) -> Option<String> {
    let bytes: Option<Vec<u8>> = sets.iter().map(|set| set.single()).collect();
    String::from_utf8(bytes?).ok()
}

fn anywhere(pieces: &[Piece]) -> Option<Form<'_>> {
    match pieces {
        [Piece::Fixed(sets)] if sets.len() <= MAX_BYTES => Some(Form::Window(sets)),
        [Piece::Characters(run)] if run.is_one() => Some(Form::AnyCharacter(&run.set)),
        _ => None,
    }
}

fn at_start(pieces: &[Piece]) -> Option<Form<'_>> {
    let (head, rest) = split_head(pieces);
    match rest {
        [] if head.len() <= MAX_BYTES => Some(Form::Around { head, middle: Middle::Anything, tail: &[] }),
        [Piece::Characters(run)] if run.is_one() => Some(Form::FirstCharacter { head: literal(head)?, set: &run.set }),
        [Piece::Bytes(_)] => scan(pieces, false),
        _ => model(pieces, false).or_else(|| scan(pieces, false)),
    }
}

fn at_end(pieces: &[Piece]) -> Option<Form<'_>> {
    let (rest, tail) = split_tail(pieces);
    match rest {
        [] if tail.len() <= MAX_BYTES => Some(Form::Around { head: &[], middle: Middle::Anything, tail }),
        [Piece::Characters(run)] if run.is_one() => Some(Form::LastCharacter { set: &run.set, tail: literal(tail)? }),
        _ => None,
    }
}

fn whole(pieces: &[Piece]) -> Option<Form<'_>> {
    let (head, rest) = split_head(pieces);
    let (rest, tail) = split_tail(rest);
    let is_short = head.len() + tail.len() <= MAX_BYTES;
    let is_literal = literal(head).is_some() && literal(tail).is_some();
    match rest {
        [] if is_short => Some(Form::Around { head, middle: Middle::Nothing, tail }),
        [Piece::Bytes(run)] if is_literal => Some(Form::Around { head, middle: Middle::Bytes(run), tail }),
        [Piece::Characters(run)] if is_literal => Some(Form::Around { head, middle: Middle::Characters(run), tail }),
        [Piece::Bytes(run)] if is_short => {
            model(pieces, true).or(Some(Form::Around { head, middle: Middle::Bytes(run), tail }))
        }
        _ => model(pieces, true).or_else(|| scan(pieces, true)),
    }
}

fn model(pieces: &[Piece], ends: bool) -> Option<Form<'_>> {
    model::of(pieces, ends).map(Form::Model)
}

fn split_head(pieces: &[Piece]) -> (&[ByteSet], &[Piece]) {
    match pieces {
        [Piece::Fixed(head), rest @ ..] => (head, rest),
        pieces => (&[], pieces),
    }
}

fn split_tail(pieces: &[Piece]) -> (&[Piece], &[ByteSet]) {
    match pieces {
        [rest @ .., Piece::Fixed(tail)] => (rest, tail),
        pieces => (pieces, &[]),
    }
}

/// A scan, if no run can take a byte that something after it needs.
fn scan(pieces: &[Piece], ends: bool) -> Option<Form<'_>> {
    let is_decided = |(index, piece): (usize, &Piece)| match piece {
        Piece::Fixed(_) => true,
        Piece::Bytes(run) => run.is_fixed() || run.set.is_disjoint(first(pieces.get(index + 1..).unwrap_or_default())),
        Piece::Characters(_) => false,
    };
    let n_lines: usize = pieces.iter().map(n_lines).sum();
    let is_scan = n_lines <= MAX_LINES && pieces.iter().enumerate().all(is_decided);
    is_scan.then_some(Form::Scan { pieces, ends })
}

/// How many lines of code a piece takes, about.
fn n_lines(piece: &Piece) -> usize {
    match piece {
        Piece::Bytes(run) if run.is_fixed() => 8,
        Piece::Bytes(run) if run.min > 1 || run.max.is_some_and(|max| max > 1) => 7,
        Piece::Fixed(_) | Piece::Bytes(_) | Piece::Characters(_) => 4,
    }
}

/// The bytes with which `pieces` can begin.
fn first(pieces: &[Piece]) -> ByteSet {
    let mut first = ByteSet::default();
    for piece in pieces {
        match piece {
            Piece::Fixed(sets) => {
                return sets.iter().take(1).fold(first, |first, set| first.union(*set));
            }
            Piece::Bytes(run) => first = first.union(run.set),
            Piece::Characters(_) => return first.complement().union(first),
        }
        if matches!(piece, Piece::Bytes(run) if run.min > 0) {
            return first;
        }
    }
    first
}
