//! The characters of a URI's components, one test of a bit for each byte: every character of an address is looked at.

use super::super::unicode::{is_iprivate, is_ucschar};

/// The characters that need no percent-encoding: the one difference between URIs and IRIs.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Alphabet {
    Ascii,
    Unicode,
}

/// A part of a URI: the set of ASCII that it may hold as it is.
#[derive(Clone, Copy)]
pub(super) struct Component {
    ascii: u128,
    /// Whether it may hold private characters (RFC 3987 §2.2).
    has_private: bool,
}

impl Component {
    /// A host's name (RFC 3986 §3.2.2): `unreserved` and `sub-delims`.
    pub(super) const NAME: Self = Self::of(
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=",
        Self { ascii: 0, has_private: false },
    );
    /// User information (§3.2.1), and an address of the future.
    pub(super) const USER: Self = Self::of(b":", Self::NAME);
    /// A path (§3.3), slashes included.
    pub(super) const PATH: Self = Self::of(b":@/", Self::NAME);
    /// A fragment (§3.5).
    pub(super) const FRAGMENT: Self = Self::of(b"?", Self::PATH);
    /// A query (§3.4).
    pub(super) const QUERY: Self = Self { has_private: true, ..Self::FRAGMENT };

    /// These characters, and those of another component.
    const fn of(characters: &[u8], other: Self) -> Self {
        let (mut set, mut rest) = (other.ascii, characters);
        while let [character, after @ ..] = rest {
            set |= 1 << *character;
            rest = after;
        }
        Self { ascii: set, ..other }
    }

    #[inline]
    fn has(self, byte: u8) -> bool {
        byte.is_ascii() && self.ascii >> byte & 1 == 1
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
                byte if component.has(byte) => 1,
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
        let is_private = || component.has_private && is_iprivate(character);
        self == Self::Unicode && (is_ucschar(character) || is_private())
    }
}

/// The length of the percent-encoded octet that begins there, if it is one.
fn encoded_length(text: &str, at: usize) -> Option<usize> {
    let digits = text.as_bytes().get(at + 1..at + 3)?;
    digits.iter().all(u8::is_ascii_hexdigit).then_some(3)
}
