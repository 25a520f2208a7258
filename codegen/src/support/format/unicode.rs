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

/// Whether a text consists of percent-encoded octets and characters that `is_allowed` allows.
pub(super) fn is_encoded_text(text: &str, is_allowed: impl Fn(char) -> bool) -> bool {
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let is_part = if character == '%' { is_encoded(&mut characters) } else { is_allowed(character) };
        if !is_part {
            return false;
        }
    }
    true
}

/// Whether two hexadecimal digits, which this takes, follow a percent sign.
fn is_encoded(characters: &mut Chars<'_>) -> bool {
    let mut is_digit = || characters.next().is_some_and(|character| character.is_ascii_hexdigit());
    is_digit() && is_digit()
}
