//! Escapes, outside and inside of classes.

use regex_syntax::hir::{ClassUnicode, Look};

use super::{Parser, Term, cursor, repair::Repair};
use crate::pattern::{PatternError, charset, syntax::Node};

impl Parser<'_> {
    /// An escape outside of a class.
    pub(super) fn escape(&mut self) -> Result<Term, PatternError> {
        let start = self.cursor.position();
        self.cursor.bump();
        match self.cursor.peek() {
            Some('b') => Ok(self.word_assertion(Look::WordAscii)),
            Some('B') => Ok(self.word_assertion(Look::WordAsciiNegate)),
            Some('k' | '1'..='9') => self.back_reference(start),
            _ => match self.class_escape(start)? {
                Some(set) => Ok(Term::atom(Node::Class(self.folded(set)))),
                None => self.character_escape(start).map(|point| Term::atom(self.character(point))),
            },
        }
    }

    fn word_assertion(&mut self, look: Look) -> Term {
        self.cursor.bump();
        // With `i`, ECMA-262 counts two characters beyond ASCII as word characters, which no look of ours does.
        let is_regular = !self.frame.flags.ignore_case;
        Term::assertion(if is_regular { Node::Assertion(look) } else { Node::Irregular })
    }

    fn back_reference(&mut self, start: usize) -> Result<Term, PatternError> {
        self.unchecked.get_or_insert(start);
        if self.cursor.decimal().is_none() && !(self.cursor.eat("k<") && self.cursor.until('>').is_some()) {
            return Err(PatternError::new(start, "a back-reference by name is written `\\k<name>`"));
        }
        Ok(Term::atom(Node::Irregular))
    }

    /// `\d`, `\w`, `\s`, `\p{…}` and their complements, with the backslash read.
    pub(super) fn class_escape(&mut self, start: usize) -> Result<Option<ClassUnicode>, PatternError> {
        let Some(letter) = self.cursor.peek() else {
            return Err(PatternError::new(start, "a backslash at the end escapes nothing"));
        };
        let set = match letter.to_ascii_lowercase() {
            'd' => charset::digit(),
            'w' => self.folded(charset::word()),
            's' => charset::space(),
            'p' => return self.property(start).map(Some),
            _ => return Ok(None),
        };
        self.cursor.bump();
        Ok(Some(if letter.is_ascii_uppercase() { charset::complement(set) } else { set }))
    }

    fn property(&mut self, start: usize) -> Result<ClassUnicode, PatternError> {
        let is_negated = self.cursor.bump() == Some('P');
        let is_word =
            |name: &&str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'='));
        let braced = if self.cursor.eat("{") { self.cursor.until('}') } else { None };
        let Some(name) = braced.filter(is_word) else {
            return Err(PatternError::new(start, "a Unicode property is written `\\p{Name}` or `\\p{Name=Value}`"));
        };
        let Some(set) = charset::property(name) else {
            return Err(PatternError::new(start, format!("Unicode has no property `{name}` of characters")));
        };
        let set = if is_negated { charset::complement(set) } else { set };
        // ECMA-262 has one spelling for each property; the looser ones that other engines take have one meaning, too.
        if regress::Regex::with_flags(&format!("\\p{{{name}}}"), "u").is_err() {
            self.repairs.push(Repair::explicit(start..self.cursor.position(), &set));
        }
        Ok(set)
    }

    /// An escape for one code point, with the backslash at `start` read.
    pub(super) fn character_escape(&mut self, start: usize) -> Result<u32, PatternError> {
        let letter = self.cursor.bump().unwrap_or('\\');
        let point = match letter {
            't' => Some(0x9),
            'n' => Some(0xa),
            'v' => Some(0xb),
            'f' => Some(0xc),
            'r' => Some(0xd),
            '0' if !self.cursor.peek().is_some_and(|next| next.is_ascii_digit()) => Some(0),
            'c' => self.control(),
            'x' => self.cursor.hex(2),
            'u' => self.unicode(),
            letter => self.identity(start, letter),
        };
        point.ok_or_else(|| PatternError::new(start, unknown_escape(letter)))
    }

    fn control(&mut self) -> Option<u32> {
        let letter = self.cursor.bump().filter(char::is_ascii_alphabetic)?;
        Some(u32::from(letter) % 32)
    }

    /// `uXXXX`, a pair of them for a character beyond the basic plane, or `u{X…}`.
    fn unicode(&mut self) -> Option<u32> {
        if self.cursor.eat("{") {
            let digits = self.cursor.until('}')?;
            let significant = digits.trim_start_matches('0');
            let value =
                if significant.is_empty() { (!digits.is_empty()).then_some(0) } else { cursor::hex_value(significant) };
            return value.filter(|point| *point <= u32::from(char::MAX));
        }
        let lead = self.cursor.hex(4)?;
        let after = self.cursor.position();
        if (0xd800..0xdc00).contains(&lead) && self.cursor.eat("\\u") {
            if let Some(trail @ 0xdc00..0xe000) = self.cursor.hex(4) {
                return Some(0x10000 + ((lead - 0xd800) << 10) + (trail - 0xdc00));
            }
            self.cursor.seek(after);
        }
        Some(lead)
    }

    /// A character that stands for itself: with the `u` flag only syntax may, without it all but letters and digits.
    fn identity(&mut self, start: usize, character: char) -> Option<u32> {
        if !matches!(
            character,
            '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/'
        ) {
            if character.is_alphanumeric() {
                return None;
            }
            self.repairs.push(Repair::unescape(start));
        }
        Some(u32::from(character))
    }
}

fn unknown_escape(letter: char) -> String {
    let hint = match letter {
        'A' => "; ECMAScript writes the start of the text `^`",
        'Z' | 'z' => "; ECMAScript writes the end of the text `$`",
        'h' => "; write `[\\t ]`",
        'a' => "; write `\\x07`",
        'e' => "; write `\\x1b`",
        '0' => "; an octal escape is written `\\xHH`",
        'c' => "; it needs a letter, as in `\\cJ`",
        'x' => "; it needs two hexadecimal digits",
        'u' => "; it is written `\\uHHHH` or `\\u{H…}`",
        _ => "",
    };
    format!("ECMAScript has no such escape `\\{letter}`{hint}")
}
