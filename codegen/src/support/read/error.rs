//! Why reading failed: small and free to make, because typed reading tries alternatives and drops their errors.

use std::fmt;

use serde::de::{self, Expected, Unexpected};

/// Where and why reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadError {
    offset: usize,
    fault: Fault,
}

/// Why reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The text is not JSON (RFC 8259); what was expected instead.
    Syntax(&'static str),
    /// Arrays and objects are nested too deeply.
    Depth,
    /// An object has two members of one name (RFC 7493 §2.3).
    Repeated,
    /// The value is not one that the type accepts.
    Refused,
}

/// [`Reason`] in one byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Value,
    Name,
    Colon,
    CommaOrBracket,
    CommaOrBrace,
    Digit,
    NoLeadingZero,
    Escape,
    HexDigits,
    LowSurrogate,
    ControlCharacter,
    Quote,
    End,
    Depth,
    Repeated,
    Refused,
}

/// What stands where another member of the same name was expected, in words that [`ReadError`] recognises.
const REPEATED_MEMBER: &str = "a repeated member";

impl ReadError {
    #[cold]
    pub(super) fn new(offset: usize, fault: Fault) -> Self {
        Self { offset, fault }
    }

    /// The byte offset in the text; zero for a value that was not read from text.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// Why reading stopped.
    #[must_use]
    pub fn reason(&self) -> Reason {
        Reason::Syntax(match self.fault {
            Fault::Value => "a value",
            Fault::Name => "a member's name in quotes",
            Fault::Colon => "`:`",
            Fault::CommaOrBracket => "`,` or `]`",
            Fault::CommaOrBrace => "`,` or `}`",
            Fault::Digit => "a digit",
            Fault::NoLeadingZero => "a number without leading zeros",
            Fault::Escape => "a valid escape",
            Fault::HexDigits => "four hexadecimal digits",
            Fault::LowSurrogate => "a pair of surrogates",
            Fault::ControlCharacter => "an escaped control character",
            Fault::Quote => "the string's closing `\"`",
            Fault::End => "the end of the text",
            Fault::Depth => return Reason::Depth,
            Fault::Repeated => return Reason::Repeated,
            Fault::Refused => return Reason::Refused,
        })
    }

    /// The error with the place where a refusal, which does not know its place, came about.
    pub(super) fn refused_at(self, offset: usize) -> Self {
        match self.fault {
            Fault::Repeated | Fault::Refused => Self { offset, ..self },
            _ => self,
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.reason() {
            Reason::Syntax(expected) => write!(formatter, "expected {expected}")?,
            Reason::Depth => formatter.write_str("nested too deeply")?,
            Reason::Repeated => formatter.write_str("repeated member")?,
            Reason::Refused => formatter.write_str("a value that the type does not accept")?,
        }
        write!(formatter, " at offset {}", self.offset)
    }
}

impl std::error::Error for ReadError {}

impl de::Error for ReadError {
    /// Drops the message: the slow path says precisely what is wrong, and most errors are never shown.
    #[cold]
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::new(0, Fault::Refused)
    }

    #[cold]
    fn invalid_value(unexpected: Unexpected<'_>, _: &dyn Expected) -> Self {
        let is_repeated = unexpected == Unexpected::Other(REPEATED_MEMBER);
        Self::new(0, if is_repeated { Fault::Repeated } else { Fault::Refused })
    }

    #[cold]
    fn duplicate_field(_: &'static str) -> Self {
        Self::new(0, Fault::Repeated)
    }
}

/// The error for a second member called `name`, in any format.
#[cold]
#[must_use]
pub fn repeated_member_error<E: de::Error>(name: &str) -> E {
    struct Once<'a>(&'a str);

    impl Expected for Once<'_> {
        fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(formatter, "the member `{}` once", self.0)
        }
    }

    E::invalid_value(Unexpected::Other(REPEATED_MEMBER), &Once(name))
}
