//! Character classes that the URI family shares: RFC 3986 §2 and RFC 3987 §2.2.

use std::str::Chars;

/// `ucschar`: what an IRI allows beyond ASCII.
pub(super) fn is_ucschar(character: char) -> bool {
    match character {
        '\u{a0}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{ffef}' => true,
        '\u{e0000}'..='\u{e0fff}' => false,
        '\u{10000}'..='\u{effff}' => !is_noncharacter(character),
        _ => false,
    }
}

/// `iprivate`: what an IRI allows in its query alone.
pub(super) fn is_iprivate(character: char) -> bool {
    match character {
        '\u{e000}'..='\u{f8ff}' => true,
        '\u{f0000}'..='\u{10ffff}' => !is_noncharacter(character),
        _ => false,
    }
}

/// The last two code points of each plane.
fn is_noncharacter(character: char) -> bool {
    u32::from(character) & 0xfffe == 0xfffe
}

/// Whether two hexadecimal digits, which this takes, follow a percent sign.
pub(super) fn is_encoded(characters: &mut Chars<'_>) -> bool {
    let mut is_digit = || characters.next().is_some_and(|character| character.is_ascii_hexdigit());
    is_digit() && is_digit()
}

/// Whether a text consists of percent-encoded octets and characters that `is_allowed` allows.
pub(super) fn is_encoded_text(text: &str, is_allowed: impl Fn(char) -> bool) -> bool {
    after_encoded_text(text, is_allowed) == Some("")
}

/// What follows the percent-encoded octets and allowed characters; `None` if a percent sign is no octet's.
pub(super) fn after_encoded_text(text: &str, is_allowed: impl Fn(char) -> bool) -> Option<&str> {
    let mut characters = text.chars();
    loop {
        let rest = characters.as_str();
        match characters.next() {
            Some('%') if !is_encoded(&mut characters) => return None,
            Some(character) if character == '%' || is_allowed(character) => {}
            _ => return Some(rest),
        }
    }
}
