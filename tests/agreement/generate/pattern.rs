//! Texts that match a regular expression.

use regex_syntax::hir::{Class, Hir, HirKind, Repetition};

use super::super::choices::Choices;

/// How often an unbounded repetition repeats at most, beyond its least.
const SOME: u32 = 4;

/// A text that mostly matches; `None` for an expression that is not of Rust's dialect.
pub(super) fn text(pattern: &str, choices: &mut Choices<'_>) -> Option<String> {
    let expression = regex_syntax::parse(pattern).ok()?;
    let mut text = String::new();
    write(&mut text, &expression, choices);
    Some(text)
}

fn write(text: &mut String, expression: &Hir, choices: &mut Choices<'_>) {
    match expression.kind() {
        // What an assertion asks of its surroundings is left to luck: the text is checked afterwards.
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => text.extend(character(class, choices)),
        HirKind::Repetition(repetition) => repeat(text, repetition, choices),
        HirKind::Capture(capture) => write(text, &capture.sub, choices),
        HirKind::Concat(parts) => parts.iter().for_each(|part| write(text, part, choices)),
        HirKind::Alternation(branches) => {
            if let Some(branch) = choices.pick(branches) {
                write(text, branch, choices);
            }
        }
    }
}

fn repeat(text: &mut String, repetition: &Repetition, choices: &mut Choices<'_>) {
    let least = repetition.min;
    let most = repetition.max.unwrap_or(least.saturating_add(SOME));
    // The least and the greatest count are where a reader errs.
    let count = match choices.below(4) {
        0 => least,
        1 => most.min(least.saturating_add(1000)),
        _ => least + u32::try_from(choices.below(usize::try_from(most - least).unwrap_or(0) + 1)).unwrap_or(0),
    };
    for _ in 0..count {
        write(text, &repetition.sub, choices);
    }
}

fn character(class: &Class, choices: &mut Choices<'_>) -> Option<char> {
    match class {
        Class::Unicode(class) => {
            let range = choices.pick(class.ranges())?;
            let span = u32::from(range.end()) - u32::from(range.start());
            let offset = u32::try_from(choices.below(usize::try_from(span).ok()? + 1)).ok()?;
            // The surrogates in the middle of a wide range are no characters.
            char::from_u32(u32::from(range.start()) + offset).or(Some(range.start()))
        }
        Class::Bytes(class) => choices.pick(class.ranges()).map(|range| char::from(range.start())),
    }
}
