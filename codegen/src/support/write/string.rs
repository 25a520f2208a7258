//! Strings with the escapes that RFC 8259 §7 demands, and no others.

use super::super::read::{is_plain, plain_length};

/// Appends a string in quotes.
#[inline]
pub(super) fn push_string(text: &mut Vec<u8>, string: &str) {
    text.reserve(string.len() + 2);
    text.push(b'"');
    if is_plain(string.as_bytes()) {
        text.extend_from_slice(string.as_bytes());
    } else {
        push_escaped(text, string.as_bytes());
    }
    text.push(b'"');
}

#[cold]
fn push_escaped(text: &mut Vec<u8>, string: &[u8]) {
    let mut rest = string;
    while let Some((plain, special)) = rest.split_at_checked(plain_length(rest)) {
        text.extend_from_slice(plain);
        let Some((byte, after)) = special.split_first() else { return };
        push_escape(text, *byte);
        rest = after;
    }
}

fn push_escape(text: &mut Vec<u8>, byte: u8) {
    match byte {
        b'"' | b'\\' => text.extend_from_slice(&[b'\\', byte]),
        0x08 => text.extend_from_slice(b"\\b"),
        b'\t' => text.extend_from_slice(b"\\t"),
        b'\n' => text.extend_from_slice(b"\\n"),
        0x0c => text.extend_from_slice(b"\\f"),
        b'\r' => text.extend_from_slice(b"\\r"),
        control => {
            text.extend_from_slice(b"\\u00");
            text.extend([control >> 4, control & 15].map(|digit| digit + if digit < 10 { b'0' } else { b'a' - 10 }));
        }
    }
}
