//! `uuid`: RFC 4122 §3.

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
