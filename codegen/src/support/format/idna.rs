//! Labels of internationalised host names: RFC 5890 to 5893, over tables of Unicode.
//!
//! All rules for U-labels are here but one: that a label be in normalisation form C, which would take tables larger
//! than all others together.

mod bidi;
mod context;
mod punycode;
mod tables;

use tables::{NONSPACING, SPACING, VALID};

pub(super) use bidi::{is_right_to_left, obeys_bidi_rule};

/// The longest label in its ASCII form (RFC 1034 §3.1).
const LABEL_LIMIT: usize = 63;

/// The prefix of an A-label.
const PREFIX: &str = "xn--";

/// Whether a text is an LDH label: letters, digits and inner hyphens, and behind `xn--` the Punycode of a U-label.
pub(super) fn is_ascii_label(text: &str) -> bool {
    let is_plain = (1..=LABEL_LIMIT).contains(&text.len())
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_plain && is_punycode_of_label(text)
}

/// The text that an A-label stands for, and any other label itself.
pub(super) fn to_unicode(label: &str) -> Option<String> {
    let Some((prefix, encoded)) = label.split_at_checked(PREFIX.len()) else { return Some(label.to_owned()) };
    if !prefix.eq_ignore_ascii_case(PREFIX) {
        return Some(label.to_owned());
    }
    punycode::decode(&encoded.to_ascii_lowercase())
}

/// The length of a label in its ASCII form, if it is an LDH label or a U-label (RFC 5891 §4.2).
pub(super) fn ascii_length(label: &str) -> Option<usize> {
    if is_ascii_label(label) {
        return Some(label.len());
    }
    let is_short = label.chars().nth(LABEL_LIMIT).is_none();
    if label.is_ascii() || !is_short || !is_ruled_label(label) {
        return None;
    }
    let length = PREFIX.len() + punycode::encoded_length(label)?;
    (length <= LABEL_LIMIT).then_some(length)
}

fn is_punycode_of_label(text: &str) -> bool {
    let is_encoded = text.split_at_checked(PREFIX.len()).is_some_and(|(prefix, _)| prefix.eq_ignore_ascii_case(PREFIX));
    !is_encoded || to_unicode(text).is_some_and(|decoded| !decoded.is_ascii() && is_ruled_label(&decoded))
}

/// RFC 5891 §4.2.3.
fn is_ruled_label(text: &str) -> bool {
    let has_hyphens = text.starts_with('-') || text.ends_with('-') || text.chars().skip(2).take(2).eq("--".chars());
    let is_mark = |first: char| NONSPACING.contains(first) || SPACING.contains(first);
    !has_hyphens
        && !text.starts_with(is_mark)
        && context::are_allowed(text)
        && (!is_right_to_left(text) || obeys_bidi_rule(text))
}

/// RFC 5892's PVALID. Of all capital letters only those of Cherokee are: there case folding leads to capitals.
fn is_valid(character: char) -> bool {
    VALID.contains(character) && (!character.is_uppercase() || matches!(character, '\u{13a0}'..='\u{13f5}'))
}
