//! The decisions that a generated document is made of.
//!
//! A document is a function of a list of numbers, so proptest shrinks a document by shrinking the list: smaller
//! numbers and fewer of them mean a plainer document, and where the list has run out each choice is the plainest.

/// A list of decisions, taken one by one.
pub(crate) struct Choices<'a> {
    left: std::slice::Iter<'a, u32>,
}

impl<'a> Choices<'a> {
    pub(crate) fn new(decisions: &'a [u32]) -> Self {
        Self { left: decisions.iter() }
    }

    /// A number below `bound`; 0 is the plainest.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let decision = self.left.next().copied().unwrap_or(0);
        // Scaled rather than reduced modulo: a smaller decision must never mean a larger number.
        let scaled = (u128::from(decision) * bound as u128) >> u32::BITS;
        usize::try_from(scaled).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// Yes in half of the cases.
    pub(crate) fn flip(&mut self) -> bool {
        self.below(2) == 1
    }

    /// Yes once in `times` cases.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) + 1 == times
    }

    /// One of some things; the first is the plainest.
    pub(crate) fn pick<'s, T>(&mut self, things: &'s [T]) -> Option<&'s T> {
        things.get(self.below(things.len()))
    }
}
