//! The rule for labels with letters that run from right to left: RFC 5893 §2.

use super::tables::{ARABIC_NUMBER, EUROPEAN_NUMBER, NEUTRAL, NONSPACING, RIGHT_TO_LEFT};

/// Nonspacing marks that are of class L nevertheless.
const LEFT_TO_RIGHT_MARKS: [char; 8] =
    ['\u{cbf}', '\u{cc6}', '\u{1b3a}', '\u{1b3c}', '\u{1b42}', '\u{11a07}', '\u{11a08}', '\u{11c3f}'];

/// The bidi classes that the rule tells apart.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    Left,
    Right,
    ArabicNumber,
    EuropeanNumber,
    Mark,
    Neutral,
}

/// Whether a label makes its domain name a Bidi domain name.
pub(in super::super) fn is_right_to_left(label: &str) -> bool {
    label.chars().any(|character| matches!(class(character), Class::Right | Class::ArabicNumber))
}

/// Whether a label obeys the six conditions.
pub(in super::super) fn obeys_bidi_rule(label: &str) -> bool {
    let has = |wanted| label.chars().any(|character| class(character) == wanted);
    let last = label.chars().rev().map(class).find(|class| *class != Class::Mark);
    let (has_arabic, has_european) = (has(Class::ArabicNumber), has(Class::EuropeanNumber));
    match label.chars().next().map(class) {
        Some(Class::Right) => {
            let ends_well = matches!(last, Some(Class::Right | Class::ArabicNumber | Class::EuropeanNumber));
            ends_well && !(has(Class::Left) || has_arabic && has_european)
        }
        Some(Class::Left) => {
            let ends_well = matches!(last, Some(Class::Left | Class::EuropeanNumber));
            ends_well && !(has(Class::Right) || has_arabic)
        }
        _ => false,
    }
}

fn class(character: char) -> Class {
    if character.is_ascii_digit() || EUROPEAN_NUMBER.contains(character) {
        Class::EuropeanNumber
    } else if character == '-' || NEUTRAL.contains(character) {
        Class::Neutral
    } else if RIGHT_TO_LEFT.contains(character) {
        Class::Right
    } else if ARABIC_NUMBER.contains(character) {
        Class::ArabicNumber
    } else if NONSPACING.contains(character) && !LEFT_TO_RIGHT_MARKS.contains(&character) {
        Class::Mark
    } else {
        Class::Left
    }
}
