//! What may follow a backslash.

use super::Parser;
use super::name::is_identifier_part;
use super::properties::is_property;

/// The characters that mean something outside classes.
const SYNTAX_CHARACTERS: &str = "^$\\.*+?()[]{}|";

impl Parser<'_> {
    /// `AtomEscape`.
    pub(super) fn parse_atom_escape(&mut self) -> Option<()> {
        if self.take("k") {
            let name = self.parse_group_name()?;
            self.referenced_names.insert(name);
            return Some(());
        }
        if self.rest.starts_with(|first| matches!(first, '1'..='9')) {
            let digits = self.take_while(|character| character.is_ascii_digit());
            self.max_reference = self.max_reference.max(digits.parse().unwrap_or(u32::MAX));
            return Some(());
        }
        if self.take_class_escape()? { Some(()) } else { self.parse_character_escape().map(|_| ()) }
    }

    /// `CharacterClassEscape`, if it comes next.
    pub(super) fn take_class_escape(&mut self) -> Option<bool> {
        if ["d", "D", "s", "S", "w", "W"].iter().any(|class| self.take(class)) {
            return Some(true);
        }
        if !self.is_unicode() || !(self.take("p{") || self.take("P{")) {
            return Some(false);
        }
        let property = self.take_while(|character| character != '}');
        (self.take("}") && is_property(property)).then_some(true)
    }

    /// `CharacterEscape`, as the code point it stands for.
    pub(super) fn parse_character_escape(&mut self) -> Option<u32> {
        match self.next()? {
            'f' => Some(0xc),
            'n' => Some(0xa),
            'r' => Some(0xd),
            't' => Some(0x9),
            'v' => Some(0xb),
            'c' => self.next().filter(char::is_ascii_alphabetic).map(|letter| u32::from(letter) % 32),
            '0' => (!self.rest.starts_with(|next: char| next.is_ascii_digit())).then_some(0),
            'x' => self.parse_hex_digits(2),
            'u' if self.is_unicode() => self.parse_unicode_escape(),
            'u' => self.parse_hex_digits(4),
            character => self.is_identity_escape(character).then(|| u32::from(character)),
        }
    }

    fn is_identity_escape(&self, character: char) -> bool {
        if self.is_unicode() {
            SYNTAX_CHARACTERS.contains(character) || character == '/'
        } else {
            character == '$' || !is_identifier_part(character)
        }
    }

    /// What follows `\u`: four digits, a pair of surrogates, or digits in braces.
    pub(super) fn parse_unicode_escape(&mut self) -> Option<u32> {
        if self.take("{") {
            let digits = self.take_while(|character| character.is_ascii_hexdigit());
            let value = u32::from_str_radix(digits.trim_start_matches('0'), 16);
            let value = if digits.contains(|digit| digit != '0') { value.ok()? } else { 0 };
            return (!digits.is_empty() && value <= 0x0010_ffff && self.take("}")).then_some(value);
        }
        let unit = self.parse_hex_digits(4)?;
        Some(self.take_low_surrogate(unit).unwrap_or(unit))
    }

    /// The code point of a pair, if `high` is one half and the other follows.
    fn take_low_surrogate(&mut self, high: u32) -> Option<u32> {
        let digits = self.rest.strip_prefix("\\u")?.get(..4)?;
        let low = u32::from_str_radix(digits, 16).ok().filter(|low| (0xdc00..0xe000).contains(low))?;
        if !(0xd800..0xdc00).contains(&high) {
            return None;
        }
        self.rest = self.rest.get(6..)?;
        Some(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))
    }

    fn parse_hex_digits(&mut self, count: usize) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(count)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        self.rest = rest;
        u32::from_str_radix(digits, 16).ok()
    }
}
