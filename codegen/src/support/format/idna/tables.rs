//! What IDNA needs to know of Unicode beyond the standard library, as sets of code points.

mod direction;
mod letters;
mod marks;

pub(super) use direction::{ARABIC_NUMBER, EUROPEAN_NUMBER, JOINS_NEXT, JOINS_PREVIOUS, NEUTRAL, RIGHT_TO_LEFT};
pub(super) use letters::{GREEK, HEBREW, JAPANESE, VALID};
pub(super) use marks::{NONSPACING, SPACING, VIRAMA};

/// A set of code points: the sorted places where membership begins and ends, in turn.
pub(super) struct Set(&'static [u32]);

impl Set {
    /// Whether the set holds a character.
    pub(super) fn contains(&self, character: char) -> bool {
        self.0.partition_point(|boundary| *boundary <= u32::from(character)) % 2 == 1
    }
}
