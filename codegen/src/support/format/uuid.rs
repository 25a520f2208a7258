//! `uuid`: RFC 4122 §3.

use super::Format;

/// The format `uuid`.
pub static UUID: Format =
    Format { name: "uuid", is_valid: uuid, description: "a UUID such as 123e4567-e89b-12d3-a456-426614174000" };

/// Whether a text is a UUID: hexadecimal digits in groups of 8, 4, 4, 4 and 12, whatever version they say.
///
/// ```
/// use codegen::support::format::uuid;
///
/// assert!(uuid("2EB8AA08-aa98-11ea-b4aa-73b441d16380"));
/// assert!(!uuid("2eb8aa08aa9811eab4aa73b441d16380"));
/// ```
#[must_use]
pub fn uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}
