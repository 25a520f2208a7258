//! Decisions, made by bytes: those that a seed stands for, or those of a fuzzer, which changes some and sees what that
//! uncovers.

use arbitrary::Unstructured;

/// Bytes that decide; when they are used up, each decision is the first or the unlikely one, so that whatever is drawn
/// comes to an end.
pub struct Choices<'b>(Unstructured<'b>);

impl<'b> Choices<'b> {
    /// Decisions by these bytes.
    #[must_use]
    pub fn new(bytes: &'b [u8]) -> Self {
        Self(Unstructured::new(bytes))
    }

    /// A number from 0 to `count - 1`.
    pub fn below(&mut self, count: usize) -> usize {
        self.0.int_in_range(0..=count.saturating_sub(1)).unwrap_or_default()
    }

    /// Whether something happens that does in `percent` of all cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    /// One of some values, of which there is at least one.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// The bytes that nothing was decided by yet.
    #[must_use]
    pub fn rest(self) -> &'b [u8] {
        self.0.take_rest()
    }
}
