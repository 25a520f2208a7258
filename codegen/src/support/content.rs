//! What strings hold that `contentEncoding` and `contentMediaType` describe (draft 7 Validation §8), where they assert.

use serde::de::IgnoredAny;

/// What a string must hold.
///
/// ```
/// use codegen::support::Content;
///
/// assert!(Content::Json.is_in(r#"{"a": 1}"#));
/// assert!(Content::JsonInBase64.is_in("e30="));
/// assert!(!Content::Base64.is_in("e30"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Content {
    /// `contentEncoding: base64` (RFC 4648 §4).
    Base64,
    /// `contentMediaType: application/json` (RFC 8259).
    Json,
    /// Both.
    JsonInBase64,
}

impl Content {
    /// What the keywords ask for, if it can be told from a string whether it holds that.
    #[must_use]
    pub fn of(encoding: Option<&str>, media_type: Option<&str>) -> Option<Self> {
        let is_json = media_type.is_some_and(|name| name.eq_ignore_ascii_case("application/json"));
        match encoding {
            None => is_json.then_some(Self::Json),
            Some(name) if !name.eq_ignore_ascii_case("base64") => None,
            Some(_) => Some(if is_json { Self::JsonInBase64 } else { Self::Base64 }),
        }
    }

    /// Whether a text holds that.
    #[must_use]
    pub fn is_in(self, text: &str) -> bool {
        match self {
            Self::Base64 => decode(text).is_some(),
            Self::Json => is_json(text.as_bytes()),
            Self::JsonInBase64 => decode(text).is_some_and(|bytes| is_json(&bytes)),
        }
    }

    /// What a person should write.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Base64 => "bytes in base64 such as aGk=",
            Self::Json => "a JSON document in a string",
            Self::JsonInBase64 => "a JSON document in base64 such as e30=",
        }
    }
}

fn is_json(bytes: &[u8]) -> bool {
    serde_json::from_slice::<IgnoredAny>(bytes).is_ok()
}

/// The bytes that a text spells in base64, in whole groups of four.
fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = text.strip_suffix("==").or_else(|| text.strip_suffix('=')).unwrap_or(text);
    if !text.len().is_multiple_of(4) {
        return None;
    }
    let (mut bytes, mut bits, mut n_bits) = (Vec::with_capacity(text.len() / 4 * 3), 0_u32, 0_u32);
    for digit in digits.bytes() {
        bits = (bits << 6) | value(digit)?;
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            bytes.extend(u8::try_from((bits >> n_bits) & 0xff));
        }
    }
    Some(bytes)
}

/// The six bits that a digit stands for.
fn value(digit: u8) -> Option<u32> {
    let value = match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(value.into())
}

#[cfg(test)]
mod tests {
    use super::Content;

    #[test]
    fn base64_is_padded_to_groups_of_four() {
        for (text, is_valid) in [("", true), ("TQ==", true), ("TWE=", true), ("TWFu", true)] {
            assert_eq!(Content::Base64.is_in(text), is_valid, "{text}");
        }
        for text in ["T", "TQ", "TQ=", "TWE", "TWFu=", "====", "TQ==TWFu", "TW-u", "TWF "] {
            assert!(!Content::Base64.is_in(text), "{text}");
        }
    }

    #[test]
    fn an_encoding_that_is_not_decoded_leaves_the_media_type_open() {
        assert_eq!(Content::of(Some("quoted-printable"), Some("application/json")), None);
        assert_eq!(Content::of(Some("BASE64"), Some("image/png")), Some(Content::Base64));
    }
}
