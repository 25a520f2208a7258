//! Automata over bytes: prepares an expression so that it searches anywhere, and takes characters by the byte where
//! UTF-8 allows.

use regex_syntax::hir::{Class, ClassBytes, ClassBytesRange, ClassUnicode, Hir, HirKind, Look, Repetition};

use crate::pattern::charset;

/// `hir` with anything before it and anything after it.
pub(super) fn anywhere(hir: &Hir) -> Hir {
    // Between the bytes of a character `\B` would hold where there is no place for it, so then characters stay whole.
    let is_whole = hir.properties().look_set().contains(Look::WordAsciiNegate);
    let before = if is_whole { Class::Unicode(charset::any()) } else { Class::Bytes(bytes([(0, u8::MAX)])) };
    let body = if is_whole { hir.clone() } else { by_the_byte(hir) };
    let after = Class::Bytes(bytes([(0, u8::MAX)]));
    Hir::concat(vec![star(before), body, star(after)])
}

fn by_the_byte(hir: &Hir) -> Hir {
    match hir.kind() {
        HirKind::Class(Class::Unicode(set)) if !set.is_ascii() => one_character(set),
        HirKind::Repetition(repetition) => {
            Hir::repetition(Repetition { sub: Box::new(by_the_byte(&repetition.sub)), ..repetition.clone() })
        }
        HirKind::Concat(parts) => Hir::concat(parts.iter().map(by_the_byte).collect()),
        HirKind::Alternation(branches) => Hir::alternation(branches.iter().map(by_the_byte).collect()),
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) | HirKind::Look(_) | HirKind::Capture(_) => {
            hir.clone()
        }
    }
}

/// A character of `set`. Texts are valid UTF-8, so when the set has every character with a certain first byte, the
/// bytes that continue it need no look: they may or may not be taken, and nothing but them can come next. An automaton
/// that does not check again what is known is a fraction in size.
fn one_character(set: &ClassUnicode) -> Hir {
    let mut first = ClassBytes::empty();
    let mut rest = set.clone();
    for lead in (0xc2..=0xf4).filter(|lead| charset::covers(set, &led_by(*lead))) {
        first.push(ClassBytesRange::new(lead, lead));
        rest.difference(&led_by(lead));
    }
    let continuation = star(Class::Bytes(bytes([(0x80, 0xbf)])));
    let free = Hir::concat(vec![Hir::class(Class::Bytes(first)), continuation]);
    Hir::alternation(vec![free, Hir::class(Class::Unicode(rest))])
}

/// The characters beyond ASCII whose first byte is `lead` (RFC 3629 §3).
fn led_by(lead: u8) -> ClassUnicode {
    let lead = u32::from(lead);
    let (first, last) = match lead {
        0xe0 => (0x800, 0xfff),
        0xe1..=0xef => ((lead & 0xf) << 12, ((lead & 0xf) << 12) | 0xfff),
        0xf0 => (0x1_0000, 0x3_ffff),
        0xf1..=0xf3 => ((lead & 7) << 18, ((lead & 7) << 18) | 0x3_ffff),
        0xf4 => (0x10_0000, 0x10_ffff),
        _ => ((lead & 0x1f) << 6, ((lead & 0x1f) << 6) | 0x3f),
    };
    charset::range(first, last)
}

fn bytes<const N: usize>(ranges: [(u8, u8); N]) -> ClassBytes {
    ClassBytes::new(ranges.map(|(first, last)| ClassBytesRange::new(first, last)))
}

fn star(class: Class) -> Hir {
    Hir::repetition(Repetition { min: 0, max: None, greedy: true, sub: Box::new(Hir::class(class)) })
}
