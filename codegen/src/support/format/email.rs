//! `email` and `idn-email`: the Mailbox of RFC 5321 §4.1.2, and its extension by RFC 6531 §3.3.

use super::Format;
use super::hostname::{hostname, idn_hostname};
use super::ip::ipv6;

/// The format `email`.
pub static EMAIL: Format =
    Format { name: "email", is_valid: email, description: "an e-mail address such as jo@example.org" };

/// The format `idn-email`.
pub static IDN_EMAIL: Format =
    Format { name: "idn-email", is_valid: idn_email, description: "an e-mail address such as jo@bücher.example" };

/// The longest local part (RFC 5321 §4.5.3.1.1), in octets.
const LOCAL_PART_LIMIT: usize = 64;

/// Whether a text is a Mailbox.
///
/// ```
/// use codegen::support::format::email;
///
/// assert!(email("joe.bloggs@example.com"));
/// assert!(email(r#""joe bloggs"@[127.0.0.1]"#));
/// assert!(!email("joe..bloggs@example.com"));
/// ```
#[must_use]
pub fn email(text: &str) -> bool {
    text.is_ascii() && is_mailbox(text, hostname)
}

/// Whether a text is a Mailbox, with any characters of Unicode beyond ASCII.
///
/// ```
/// use codegen::support::format::idn_email;
///
/// assert!(idn_email("jürgen@bücher.example"));
/// ```
#[must_use]
pub fn idn_email(text: &str) -> bool {
    is_mailbox(text, idn_hostname)
}

fn is_mailbox(text: &str, is_domain: fn(&str) -> bool) -> bool {
    let Some((local_part, domain)) = text.rsplit_once('@') else { return false };
    let is_domain = match domain.strip_prefix('[') {
        Some(literal) => literal.strip_suffix(']').is_some_and(is_address),
        None => is_domain(domain),
    };
    is_domain && local_part.len() <= LOCAL_PART_LIMIT && is_local_part(local_part)
}

fn is_local_part(text: &str) -> bool {
    match text.strip_prefix('"') {
        Some(quoted) => quoted.strip_suffix('"').is_some_and(is_quoted_content),
        None => text.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atom_character)),
    }
}

/// `atext` of RFC 5322 §3.2.3.
fn is_atom_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(character) || !character.is_ascii()
}

/// `*QcontentSMTP`.
fn is_quoted_content(text: &str) -> bool {
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let is_valid = match character {
            '\\' => matches!(characters.next(), Some(' '..='~')),
            '"' => false,
            _ => matches!(character, ' '..='~') || !character.is_ascii(),
        };
        if !is_valid {
            return false;
        }
    }
    true
}

/// `address-literal`; no tag but `IPv6` is registered for the general form.
fn is_address(text: &str) -> bool {
    match text.split_once(':') {
        Some((tag, address)) => tag.eq_ignore_ascii_case("IPv6") && ipv6(address),
        None => text.split('.').count() == 4 && text.split('.').all(is_octet),
    }
}

/// `Snum`, which may have leading zeros.
fn is_octet(text: &str) -> bool {
    (1..=3).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && text.parse::<u16>().is_ok_and(|octet| octet <= 255)
}
