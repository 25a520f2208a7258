//! Writing a tree as JSON text, in one of the many ways that all mean the same.

use std::fmt::Write;

use super::choices::Choices;
use super::tree::Tree;

/// How a document is written.
#[derive(Clone, Copy)]
struct Style {
    /// What stands between tokens.
    gap: &'static str,
    escapes: Escapes,
}

/// Which characters of a string are escaped.
#[derive(Clone, Copy, PartialEq)]
enum Escapes {
    /// Those that must be (RFC 8259 §7).
    Needed,
    /// All beyond ASCII as well, as many serializers do.
    BeyondAscii,
    /// Every character.
    All,
}

const STYLES: [Style; 5] = [
    Style { gap: "", escapes: Escapes::Needed },
    Style { gap: " ", escapes: Escapes::Needed },
    Style { gap: "\r\n\t", escapes: Escapes::BeyondAscii },
    Style { gap: "", escapes: Escapes::All },
    Style { gap: "\n  ", escapes: Escapes::Needed },
];

/// Writes a document in a chosen style.
pub(crate) fn write(tree: &Tree, choices: &mut Choices<'_>) -> String {
    let style = choices.pick(&STYLES).copied().unwrap_or(PLAIN);
    let mut text = String::from(style.gap);
    value(&mut text, tree, style);
    text.push_str(style.gap);
    text
}

/// Writes a document without a needless character.
pub(crate) fn plain(tree: &Tree) -> String {
    let mut text = String::new();
    value(&mut text, tree, PLAIN);
    text
}

/// An object's members, each written without a needless character.
pub(crate) fn members(tree: &Tree) -> Vec<(String, String)> {
    tree.members().iter().map(|(name, value)| (name.clone(), plain(value))).collect()
}

const PLAIN: Style = Style { gap: "", escapes: Escapes::Needed };

fn value(text: &mut String, tree: &Tree, style: Style) {
    match tree {
        Tree::Null => text.push_str("null"),
        Tree::Boolean(true) => text.push_str("true"),
        Tree::Boolean(false) => text.push_str("false"),
        Tree::Number(number) => text.push_str(number),
        Tree::String(content) => string(text, content, style.escapes),
        Tree::Array(items) => list(text, ['[', ']'], items, style, |text, item| value(text, item, style)),
        Tree::Object(members) => list(text, ['{', '}'], members, style, |text, (name, content)| {
            string(text, name, style.escapes);
            text.push_str(style.gap);
            text.push(':');
            text.push_str(style.gap);
            value(text, content, style);
        }),
    }
}

fn list<T>(text: &mut String, [open, close]: [char; 2], parts: &[T], style: Style, write: impl Fn(&mut String, &T)) {
    text.push(open);
    for (index, part) in parts.iter().enumerate() {
        text.push_str(if index > 0 { "," } else { "" });
        text.push_str(style.gap);
        write(text, part);
        text.push_str(style.gap);
    }
    text.push(close);
}

fn string(text: &mut String, content: &str, escapes: Escapes) {
    text.push('"');
    for character in content.chars() {
        let must = matches!(character, '"' | '\\' | '\0'..='\x1f');
        let may = escapes == Escapes::All || (escapes == Escapes::BeyondAscii && !character.is_ascii());
        if must || may { escape(text, character) } else { text.push(character) }
    }
    text.push('"');
}

fn escape(text: &mut String, character: char) {
    match character {
        '"' => text.push_str("\\\""),
        '\\' => text.push_str("\\\\"),
        '\n' => text.push_str("\\n"),
        '/' => text.push_str("\\/"),
        other => {
            for unit in other.encode_utf16(&mut [0; 2]) {
                // A `String` takes all that is written to it.
                let _ = write!(text, "\\u{unit:04X}");
            }
        }
    }
}
