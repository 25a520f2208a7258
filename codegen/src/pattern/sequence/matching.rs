//! What a sequence matches, by trying every way to divide a text: the definition that emitted code must agree with.

use std::collections::BTreeSet;

use super::{Piece, Run, Sequence};
use crate::pattern::charset;

impl Sequence {
    pub(in crate::pattern) fn is_match(&self, text: &str) -> bool {
        let mut positions: BTreeSet<usize> = if self.starts { BTreeSet::from([0]) } else { (0..=text.len()).collect() };
        for piece in &self.pieces {
            positions = positions.into_iter().flat_map(|from| piece.ends(text, from)).collect();
        }
        if self.ends { positions.contains(&text.len()) } else { !positions.is_empty() }
    }
}

impl Piece {
    /// The positions up to which it can match from `from` on.
    fn ends(&self, text: &str, from: usize) -> Vec<usize> {
        let bytes = text.as_bytes().get(from..).unwrap_or_default();
        match self {
            Self::Fixed(sets) => {
                let is_match =
                    bytes.len() >= sets.len() && sets.iter().zip(bytes).all(|(set, byte)| set.contains(*byte));
                is_match.then_some(from + sets.len()).into_iter().collect()
            }
            Self::Bytes(run) => {
                let members = bytes.iter().take_while(|byte| run.set.contains(**byte));
                run.ends(from, members.map(|_| 1))
            }
            Self::Characters(run) => {
                let characters = text.get(from..).unwrap_or_default().chars();
                let members = characters.take_while(|character| charset::contains(&run.set, *character));
                run.ends(from, members.map(char::len_utf8))
            }
        }
    }
}

impl<S> Run<S> {
    /// The positions after each allowed count of members, which have the given widths.
    fn ends(&self, from: usize, widths: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut position = from;
        let after = std::iter::once(0).chain(widths).map(|width| {
            position += width;
            position
        });
        let n_allowed = self.max.map_or(usize::MAX, |max| usize::try_from(max).unwrap_or(usize::MAX).saturating_add(1));
        after.take(n_allowed).skip(usize::try_from(self.min).unwrap_or(usize::MAX)).collect()
    }
}
