//! Names of groups.

use super::Parser;

impl Parser<'_> {
    /// `GroupName`, as the text it stands for.
    pub(super) fn parse_group_name(&mut self) -> Option<String> {
        if !self.take("<") {
            return None;
        }
        let mut name = String::new();
        while !self.take(">") {
            let character = match self.next()? {
                '\\' if self.take("u") => char::from_u32(self.parse_unicode_escape()?)?,
                character => character,
            };
            if !is_identifier_part(character) || name.is_empty() && !is_identifier_start(character) {
                return None;
            }
            name.push(character);
        }
        (!name.is_empty()).then_some(name)
    }
}

/// `IdentifierStartChar`, with the standard library's idea of letters for `ID_Start`.
fn is_identifier_start(character: char) -> bool {
    character.is_alphabetic() || matches!(character, '$' | '_')
}

/// `IdentifierPartChar`, with the standard library's idea of letters and digits for `ID_Continue`.
pub(super) fn is_identifier_part(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '$' | '_' | '\u{200c}' | '\u{200d}')
}
