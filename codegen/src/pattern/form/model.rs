//! Models: patterns whose texts are all of one length and differ in the bytes of one set only, such as dates and UUIDs.

use std::iter;

use crate::pattern::{byte_set::ByteSet, sequence::Piece};

/// A sample of such texts, such as `0000-00-00`.
pub(in crate::pattern) struct Model {
    pub(in crate::pattern) sample: Vec<u8>,
    /// The byte of the sample that stands for any of `set`.
    pub(in crate::pattern) placeholder: u8,
    pub(in crate::pattern) set: ByteSet,
    /// Whether the text ends with the sample.
    pub(in crate::pattern) ends: bool,
}

/// The longest sample.
const MAX_LENGTH: usize = 64;

/// The model of what `pieces` match, if there is one.
pub(super) fn of(pieces: &[Piece], ends: bool) -> Option<Model> {
    let sets = sets(pieces)?;
    let mut variable = sets.iter().filter(|set| set.single().is_none());
    let set = *variable.next()?;
    if variable.any(|other| *other != set) || sets.len() > MAX_LENGTH {
        return None;
    }
    let fixed: ByteSet = sets.iter().filter_map(|set| set.single()).collect();
    let placeholder = placeholder(set, fixed)?;
    let sample = sets.iter().map(|set| set.single().unwrap_or(placeholder)).collect();
    Some(Model { sample, placeholder, set, ends })
}

/// The set of each byte, if the length is fixed.
fn sets(pieces: &[Piece]) -> Option<Vec<ByteSet>> {
    let mut sets = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Fixed(bytes) => sets.extend(bytes),
            Piece::Bytes(run) if run.is_fixed() => {
                let count = usize::try_from(run.min).ok().filter(|count| *count <= MAX_LENGTH)?;
                sets.extend(iter::repeat_n(run.set, count));
            }
            Piece::Bytes(_) | Piece::Characters(_) => return None,
        }
    }
    Some(sets)
}

/// A byte that does not occur in the sample otherwise, preferably one of the set.
fn placeholder(set: ByteSet, fixed: ByteSet) -> Option<u8> {
    let usual = *b"0aAx";
    let free = |byte: &u8| !fixed.contains(*byte);
    let members = usual.into_iter().filter(|byte| set.contains(*byte));
    members.chain(*b"?#*_0aAx").find(free)
}
