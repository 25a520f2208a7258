//! `json-pointer` (RFC 6901) and `relative-json-pointer`.

use super::Format;

/// The format `json-pointer`.
pub static JSON_POINTER: Format =
    Format { name: "json-pointer", is_valid: json_pointer, description: "a JSON Pointer such as /items/0" };

/// The format `relative-json-pointer`.
pub static RELATIVE_JSON_POINTER: Format = Format {
    name: "relative-json-pointer",
    is_valid: relative_json_pointer,
    description: "a relative JSON Pointer such as 1/name",
};

/// Whether a text is a JSON Pointer (RFC 6901 §3).
///
/// ```
/// use codegen::support::format::json_pointer;
///
/// assert!(json_pointer("/a~1b/0"));
/// assert!(!json_pointer("a"));
/// assert!(!json_pointer("/a~2"));
/// ```
#[must_use]
pub fn json_pointer(text: &str) -> bool {
    text.is_empty() || (text.starts_with('/') && text.split('~').skip(1).all(|after| after.starts_with(['0', '1'])))
}

/// Whether a text is a relative JSON Pointer (draft-bhutton-relative-json-pointer-00 §3).
///
/// The index manipulation (`0+1`) is new in the text that draft 2020-12 refers to. It is accepted in every draft, as
/// the official test suite does.
///
/// ```
/// use codegen::support::format::relative_json_pointer;
///
/// assert!(relative_json_pointer("1/foo"));
/// assert!(relative_json_pointer("0-1#"));
/// assert!(!relative_json_pointer("01/foo"));
/// ```
#[must_use]
pub fn relative_json_pointer(text: &str) -> bool {
    after_integer(text).and_then(after_manipulation).is_some_and(|rest| rest == "#" || json_pointer(rest))
}

/// What follows a sign and an integer, if there is a sign.
fn after_manipulation(text: &str) -> Option<&str> {
    text.strip_prefix(['+', '-']).map_or(Some(text), after_integer)
}

/// What follows a non-negative integer without leading zeros.
fn after_integer(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|character: char| character.is_ascii_digit());
    let digits = text.len() - rest.len();
    (digits == 1 || digits > 1 && !text.starts_with('0')).then_some(rest)
}
