//! Runs of characters as bytes, wherever bytes say the same.

use regex_syntax::hir::ClassUnicode;

use super::{Piece, Run};
use crate::pattern::{byte_set::ByteSet, charset};

/// The most ranges that a fixed run takes when it is written byte by byte.
const MAX_FIXED: usize = 3;

/// The most that one character is written byte by byte.
const MAX_REPEATED_CHARACTER: u32 = 32;

pub(super) fn pieces(runs: Vec<Run<ClassUnicode>>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for run in runs {
        match (piece(run), pieces.last_mut()) {
            (Piece::Fixed(sets), Some(Piece::Fixed(last))) => last.extend(sets),
            (piece, _) => pieces.push(piece),
        }
    }
    pieces
}

fn piece(run: Run<ClassUnicode>) -> Piece {
    let Run { min, max, .. } = run;
    if let Some(bytes) = single_character(&run.set).filter(|_| run.is_fixed() && min <= MAX_REPEATED_CHARACTER) {
        return Piece::Fixed((0..min).flat_map(|_| bytes.bytes().map(ByteSet::of)).collect());
    }
    let ascii = ascii_part(&run.set);
    if run.set.is_ascii() {
        let n_ranges = usize::try_from(min).unwrap_or(usize::MAX).saturating_mul(ascii.ranges().len());
        return if run.is_fixed() && (min <= 1 || n_ranges <= MAX_FIXED) {
            Piece::Fixed((0..min).map(|_| ascii).collect())
        } else {
            Piece::Bytes(Run { set: ascii, min, max })
        };
    }
    // A run that takes every character beyond ASCII takes their bytes; only a count would see the difference.
    if charset::covers(&run.set, &charset::beyond_ascii()) && min <= 1 && max.is_none() {
        return Piece::Bytes(Run { set: ascii.union(ByteSet::NOT_ASCII), min, max });
    }
    Piece::Characters(run)
}

fn single_character(set: &ClassUnicode) -> Option<String> {
    match set.ranges() {
        [range] if range.start() == range.end() => Some(range.start().to_string()),
        _ => None,
    }
}

fn ascii_part(set: &ClassUnicode) -> ByteSet {
    (0..128).filter(|byte| charset::contains(set, char::from(*byte))).collect()
}
