//! `uri-template`: RFC 6570 §2, all levels.

use super::Format;
use super::unicode::{is_encoded_text, is_iprivate, is_ucschar};

/// The format `uri-template`.
pub static URI_TEMPLATE: Format =
    Format { name: "uri-template", is_valid: uri_template, description: "a URI Template such as /items/{id}" };

/// Whether a text is a URI Template.
///
/// ```
/// use codegen::support::format::uri_template;
///
/// assert!(uri_template("/items/{id}{?fields*,q:20}"));
/// assert!(!uri_template("/items/{id"));
/// ```
#[must_use]
pub fn uri_template(text: &str) -> bool {
    let mut rest = text;
    while let Some((literals, after)) = rest.split_once('{') {
        let Some((expression, after)) = after.split_once('}') else { return false };
        if !is_encoded_text(literals, is_literal) || !is_expression(expression) {
            return false;
        }
        rest = after;
    }
    is_encoded_text(rest, is_literal)
}

/// §2.1, with erratum 6937, which allows the apostrophe.
fn is_literal(character: char) -> bool {
    match character {
        '"' | '%' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => false,
        '!'..='~' => true,
        _ => is_ucschar(character) || is_iprivate(character),
    }
}

/// §2.2; the operators reserved for extensions are part of the grammar.
fn is_expression(text: &str) -> bool {
    let variables = text.strip_prefix(['+', '#', '.', '/', ';', '?', '&', '=', ',', '!', '@', '|']).unwrap_or(text);
    variables.split(',').all(is_variable)
}

/// §2.3 and §2.4: a name with an optional explode or prefix modifier.
fn is_variable(text: &str) -> bool {
    let name = match text.split_once(':') {
        Some((name, length)) if is_prefix_length(length) => name,
        Some(_) => return false,
        None => text.strip_suffix('*').unwrap_or(text),
    };
    name.split('.').all(|part| !part.is_empty() && is_encoded_text(part, is_name_character))
}

/// `max-length`: 1 to 9999 without leading zero.
fn is_prefix_length(text: &str) -> bool {
    (1..=4).contains(&text.len()) && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_name_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}
