//! `hostname` and `idn-hostname`: names of the domain name system.

use super::Format;
use super::idna::{ascii_length, is_ascii_label, is_right_to_left, obeys_bidi_rule, to_unicode};

/// The format `hostname`.
pub static HOSTNAME: Format =
    Format { name: "hostname", is_valid: hostname, description: "a host name such as www.example.org" };

/// The format `idn-hostname`.
pub static IDN_HOSTNAME: Format =
    Format { name: "idn-hostname", is_valid: idn_hostname, description: "a host name such as bücher.example" };

/// The longest name in its ASCII form, without the root's dot (RFC 1034 §3.1).
const NAME_LIMIT: usize = 253;

/// Whether a text is a host name (RFC 1123 §2.1); labels behind `xn--` must be valid A-labels (RFC 5891 §4.4).
///
/// ```
/// use codegen::support::format::hostname;
///
/// assert!(hostname("www.xn--bcher-kva.example"));
/// assert!(!hostname("-a.example"));
/// assert!(!hostname("xn--X"));
/// ```
#[must_use]
pub fn hostname(text: &str) -> bool {
    text.len() <= NAME_LIMIT && text.split('.').all(is_ascii_label)
}

/// Whether a text is an internationalised host name (RFC 5890 §2.3.2.3): of LDH labels, A-labels and U-labels.
///
/// It is not checked whether U-labels are in Unicode normalisation form C.
///
/// ```
/// use codegen::support::format::idn_hostname;
///
/// assert!(idn_hostname("bücher.example"));
/// assert!(!idn_hostname("Bücher.example"));
/// ```
#[must_use]
pub fn idn_hostname(text: &str) -> bool {
    let labels = || text.split(['.', '\u{3002}', '\u{ff0e}', '\u{ff61}']);
    is_short_enough(labels().map(ascii_length)) && obeys_bidi_rule_throughout(labels)
}

/// Whether all labels have a length and fit into a name with dots between them.
fn is_short_enough(mut lengths: impl Iterator<Item = Option<usize>>) -> bool {
    lengths.try_fold(0, |total, length| Some(total + 1 + length?)).is_some_and(|total| total <= NAME_LIMIT + 1)
}

/// A name with a label that runs from right to left obliges all its labels (RFC 5893 §2).
fn obeys_bidi_rule_throughout<'a, I: Iterator<Item = &'a str>>(labels: impl Fn() -> I) -> bool {
    let mut decoded = labels().filter_map(to_unicode);
    !decoded.any(|label| is_right_to_left(&label))
        || labels().filter_map(to_unicode).all(|label| obeys_bidi_rule(&label))
}
