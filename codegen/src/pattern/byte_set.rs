//! Sets of bytes: the alphabet of straight-line matchers and automata.

/// A set of bytes, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ByteSet {
    ascii: u128,
    high: u128,
}

impl ByteSet {
    /// The bytes of ASCII.
    pub(super) const ASCII: Self = Self { ascii: u128::MAX, high: 0 };
    /// The bytes of which UTF-8 makes everything else.
    pub(super) const NOT_ASCII: Self = Self { ascii: 0, high: u128::MAX };

    /// The set of one byte.
    pub(super) fn of(byte: u8) -> Self {
        let bit = 1 << (byte & 0x7f);
        if byte.is_ascii() { Self { ascii: bit, high: 0 } } else { Self { ascii: 0, high: bit } }
    }

    pub(super) fn union(self, other: Self) -> Self {
        Self { ascii: self.ascii | other.ascii, high: self.high | other.high }
    }

    pub(super) fn complement(self) -> Self {
        Self { ascii: !self.ascii, high: !self.high }
    }

    pub(super) fn contains(self, byte: u8) -> bool {
        !self.is_disjoint(Self::of(byte))
    }

    pub(super) fn is_disjoint(self, other: Self) -> bool {
        self.ascii & other.ascii == 0 && self.high & other.high == 0
    }

    pub(super) fn is_ascii(self) -> bool {
        self.high == 0
    }

    pub(super) fn is_full(self) -> bool {
        self.complement() == Self::default()
    }

    /// The byte of a set of one.
    pub(super) fn single(self) -> Option<u8> {
        let mut bytes = self.bytes();
        bytes.next().filter(|_| bytes.next().is_none())
    }

    pub(super) fn bytes(self) -> impl Iterator<Item = u8> {
        (0..=u8::MAX).filter(move |byte| self.contains(*byte))
    }

    /// The set as maximal ranges, in ascending order.
    pub(super) fn ranges(self) -> Vec<(u8, u8)> {
        let mut ranges: Vec<(u8, u8)> = Vec::new();
        for byte in self.bytes() {
            match ranges.last_mut() {
                Some((_, last)) if last.checked_add(1) == Some(byte) => *last = byte,
                _ => ranges.push((byte, byte)),
            }
        }
        ranges
    }
}

impl FromIterator<u8> for ByteSet {
    fn from_iter<I: IntoIterator<Item = u8>>(bytes: I) -> Self {
        bytes.into_iter().fold(Self::default(), |set, byte| set.union(Self::of(byte)))
    }
}
