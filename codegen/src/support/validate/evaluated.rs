//! Which items or members of one value have been evaluated, for `unevaluatedItems` and `unevaluatedProperties`.

/// A set of places in an array or an object, of which the first 64 take no allocation.
#[derive(Default)]
pub(super) struct Evaluated {
    is_all: bool,
    first: u64,
    others: Vec<u64>,
}

impl Evaluated {
    pub(super) fn insert_all(&mut self) {
        self.is_all = true;
    }

    pub(super) fn insert(&mut self, place: usize) {
        let (word, bit) = split(place);
        let Some(word) = word else {
            self.first |= bit;
            return;
        };
        if self.others.len() <= word {
            self.others.resize(word + 1, 0);
        }
        if let Some(bits) = self.others.get_mut(word) {
            *bits |= bit;
        }
    }

    pub(super) fn contains(&self, place: usize) -> bool {
        let (word, bit) = split(place);
        let bits = word.map_or(self.first, |word| self.others.get(word).copied().unwrap_or_default());
        self.is_all || bits & bit != 0
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.is_all |= other.is_all;
        self.first |= other.first;
        if self.others.len() < other.others.len() {
            self.others.resize(other.others.len(), 0);
        }
        for (bits, more) in self.others.iter_mut().zip(&other.others) {
            *bits |= more;
        }
    }
}

/// The index into `others`, if it is not the first word that counts, and the bit.
fn split(place: usize) -> (Option<usize>, u64) {
    ((place / 64).checked_sub(1), 1 << (place % 64))
}
