//! The characters of a URI's components, by one table look-up for each byte: addresses are long, and every character of
//! one is looked at.

use super::super::unicode::{is_iprivate, is_ucschar};

/// The characters that need no percent-encoding: the one difference between URIs and IRIs.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Alphabet {
    Ascii,
    Unicode,
}

/// A part of a URI, as the bit that it has in a set of them.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Component(u8);

impl Component {
    /// A host's name.
    pub(super) const NAME: Self = Self(1);
    /// User information, and an address of the future.
    pub(super) const USER: Self = Self(2);
    /// A path, slashes included.
    pub(super) const PATH: Self = Self(4);
    /// A query, which alone may have private characters (RFC 3987 §2.2).
    pub(super) const QUERY: Self = Self(8);
    /// A fragment.
    pub(super) const FRAGMENT: Self = Self(16);

    /// The components that may hold a character of ASCII as it is (RFC 3986 §2.2 to §3.5).
    #[inline]
    fn holding(byte: u8) -> u8 {
        let (in_query, in_path) = (Self::QUERY.0 | Self::FRAGMENT.0, Self::PATH.0 | Self::QUERY.0 | Self::FRAGMENT.0);
        match byte {
            // What stands between `&` and `.` are the other delimiters.
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'~' | b'!' | b'$' | b'&'..=b'.' | b';' | b'=' => {
                in_path | Self::USER.0 | Self::NAME.0
            }
            b':' => in_path | Self::USER.0,
            b'@' | b'/' => in_path,
            b'?' => in_query,
            _ => 0,
        }
    }
}

impl Alphabet {
    /// Whether a text consists of what the component may hold, and percent-encoded octets.
    pub(super) fn fills(self, component: Component, text: &str) -> bool {
        self.after(component, text) == Some("")
    }

    /// What follows the characters that the component may hold; `None` if a percent sign is no octet's.
    pub(super) fn after(self, component: Component, text: &str) -> Option<&str> {
        let mut at = 0;
        while let Some(byte) = text.as_bytes().get(at) {
            at += match *byte {
                byte if Component::holding(byte) & component.0 != 0 => 1,
                b'%' => encoded_length(text, at)?,
                0x80.. => match text.get(at..)?.chars().next() {
                    Some(character) if self.has_beyond_ascii(component, character) => character.len_utf8(),
                    _ => break,
                },
                _ => break,
            };
        }
        text.get(at..)
    }

    fn has_beyond_ascii(self, component: Component, character: char) -> bool {
        self == Self::Unicode && (is_ucschar(character) || component == Component::QUERY && is_iprivate(character))
    }
}

/// The length of the percent-encoded octet that begins there, if it is one.
fn encoded_length(text: &str, at: usize) -> Option<usize> {
    let digits = text.as_bytes().get(at + 1..at + 3)?;
    digits.iter().all(u8::is_ascii_hexdigit).then_some(3)
}
