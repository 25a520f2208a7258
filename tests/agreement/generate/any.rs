//! Any JSON, for places about which a schema says nothing, and for those where its word is ignored on purpose.

use super::super::choices::Choices;
use super::super::tree::Tree;

/// Texts that have tripped readers: empty, escaped, beyond the basic plane, without a visible character, long.
const TEXTS: [&str; 16] = [
    "",
    "a",
    "plain text",
    "true",
    "0",
    "\"quoted\\\"",
    "line\nbreak\ttab\r\u{8}\u{c}",
    "\u{0}",
    "\u{1f}\u{7f}",
    "/slash/~tilde",
    "naïve Äpfel ǅ",
    "日本語",
    "👩‍🔬 𝒳",
    "\u{feff}\u{2028}\u{2029}",
    "e\u{301} \u{202e}right to left",
    "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789",
];

const NUMBERS: [&str; 14] = [
    "0",
    "1",
    "-1",
    "1.0",
    "0.1",
    "-0",
    "1e3",
    "2.5E-3",
    "9007199254740993",
    "-9223372036854775808",
    "18446744073709551615",
    "123456789012345678901234567890",
    "0.1234567890123456789012345678901234567890",
    "1e400",
];

/// Any text.
pub(super) fn text(choices: &mut Choices<'_>) -> &'static str {
    choices.pick(&TEXTS).copied().unwrap_or_default()
}

/// Any value, at most three levels deep.
pub(crate) fn value(choices: &mut Choices<'_>) -> Tree {
    value_within(choices, 3)
}

fn value_within(choices: &mut Choices<'_>, levels: usize) -> Tree {
    match choices.below(if levels > 0 { 6 } else { 4 }) {
        0 => Tree::Null,
        1 => Tree::Boolean(choices.flip()),
        2 => Tree::number(choices.pick(&NUMBERS).copied().unwrap_or("0")),
        3 => Tree::text(text(choices)),
        4 => Tree::Array((0..choices.below(3)).map(|_| value_within(choices, levels - 1)).collect()),
        _ => object(choices, levels),
    }
}

fn object(choices: &mut Choices<'_>, levels: usize) -> Tree {
    let mut members: Vec<(String, Tree)> = Vec::new();
    for _ in 0..choices.below(4) {
        let name = text(choices);
        if members.iter().all(|(other, _)| other != name) {
            members.push((name.to_owned(), value_within(choices, levels - 1)));
        }
    }
    Tree::Object(members)
}
