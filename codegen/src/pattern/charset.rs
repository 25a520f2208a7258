//! The character sets that ECMA-262 names: `\d`, `\w`, `\s`, `.` and the Unicode properties.

use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, HirKind};

/// `\d` (ECMA-262 §22.2.2.9): ASCII, whatever the flags.
pub(super) fn digit() -> ClassUnicode {
    of([('0', '9')])
}

/// `\w` (ECMA-262 §22.2.2.9.3 `WordCharacters`), before case folding.
pub(super) fn word() -> ClassUnicode {
    of([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')])
}

/// `\s`: ECMA-262's `WhiteSpace` and `LineTerminator`, which differ from Unicode's `White_Space` in U+FEFF and U+0085.
pub(super) fn space() -> ClassUnicode {
    of([
        ('\t', '\r'),
        (' ', ' '),
        ('\u{a0}', '\u{a0}'),
        ('\u{1680}', '\u{1680}'),
        ('\u{2000}', '\u{200a}'),
        ('\u{2028}', '\u{2029}'),
        ('\u{202f}', '\u{202f}'),
        ('\u{205f}', '\u{205f}'),
        ('\u{3000}', '\u{3000}'),
        ('\u{feff}', '\u{feff}'),
    ])
}

/// `.`: everything but the four line terminators.
pub(super) fn dot() -> ClassUnicode {
    complement(of([('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')]))
}

/// Every character.
pub(super) fn any() -> ClassUnicode {
    of([('\0', char::MAX)])
}

/// Everything beyond ASCII.
pub(super) fn beyond_ascii() -> ClassUnicode {
    of([('\u{80}', char::MAX)])
}

/// The code points from `first` to `last`, of which a text holds all but the surrogates.
pub(super) fn range(first: u32, last: u32) -> ClassUnicode {
    let is_surrogate = |point: &u32| (0xd800..0xe000).contains(point);
    let first = if is_surrogate(&first) { 0xe000 } else { first };
    let last = if is_surrogate(&last) { 0xd7ff } else { last };
    match (char::from_u32(first), char::from_u32(last)) {
        (Some(first), Some(last)) if first <= last => of([(first, last)]),
        _ => ClassUnicode::empty(),
    }
}

/// The complement of `set`.
pub(super) fn complement(mut set: ClassUnicode) -> ClassUnicode {
    set.negate();
    set
}

/// Whether `set` has every character of `other`.
pub(super) fn covers(set: &ClassUnicode, other: &ClassUnicode) -> bool {
    let mut missing = other.clone();
    missing.difference(set);
    missing.ranges().is_empty()
}

/// Whether `character` is in `set`.
pub(super) fn contains(set: &ClassUnicode, character: char) -> bool {
    let index = set.ranges().partition_point(|range| range.end() < character);
    set.ranges().get(index).is_some_and(|range| range.start() <= character)
}

/// The characters with a Unicode property, `Name` or `Name=Value`, if the Unicode tables at hand know it.
pub(super) fn property(expression: &str) -> Option<ClassUnicode> {
    let hir = regex_syntax::parse(&format!(r"\p{{{expression}}}")).ok()?;
    match hir.kind() {
        HirKind::Class(Class::Unicode(set)) => Some(set.clone()),
        // A property of a single character parses to a literal.
        HirKind::Literal(literal) => {
            let character = std::str::from_utf8(&literal.0).ok()?.chars().next()?;
            Some(of([(character, character)]))
        }
        _ => None,
    }
}

fn of<const N: usize>(ranges: [(char, char); N]) -> ClassUnicode {
    ClassUnicode::new(ranges.map(|(first, last)| ClassUnicodeRange::new(first, last)))
}
