//! `ipv4` and `ipv6`: addresses as text.

use super::Format;
use std::net::{Ipv4Addr, Ipv6Addr};

/// The format `ipv4`.
pub static IPV4: Format = Format { name: "ipv4", is_valid: ipv4, description: "an IPv4 address such as 192.0.2.1" };

/// The format `ipv6`.
pub static IPV6: Format = Format { name: "ipv6", is_valid: ipv6, description: "an IPv6 address such as 2001:db8::1" };

/// Whether a text is an IPv4 address in dotted-quad form (RFC 2673 §3.2), without leading zeros.
///
/// ```
/// use codegen::support::format::ipv4;
///
/// assert!(ipv4("192.168.0.1"));
/// assert!(!ipv4("192.168.0.01"));
/// ```
#[must_use]
pub fn ipv4(text: &str) -> bool {
    text.parse::<Ipv4Addr>().is_ok()
}

/// Whether a text is an IPv6 address (RFC 4291 §2.2), without zone.
///
/// ```
/// use codegen::support::format::ipv6;
///
/// assert!(ipv6("::ffff:192.168.0.1"));
/// assert!(!ipv6("fe80::1%eth0"));
/// ```
#[must_use]
pub fn ipv6(text: &str) -> bool {
    text.parse::<Ipv6Addr>().is_ok()
}
