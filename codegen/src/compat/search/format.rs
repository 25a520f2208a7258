//! Texts of the formats that JSON Schema names (2020-12 Validation §7.3), and one text that is of none.

/// Texts of a format; none for one that is not known.
pub(super) fn samples(format: &str) -> &'static [&'static str] {
    match format {
        "date-time" => &["2025-01-14T09:30:00Z", "2025-01-14T09:30:00+00:00", "2025-01-14T09:30:00.5-08:30"],
        "date" => &["2025-01-14"],
        "time" => &["09:30:00Z", "09:30:00+01:00"],
        "duration" => &["P1D", "PT36H"],
        "email" | "idn-email" => &["a@example.org"],
        "hostname" | "idn-hostname" => &["example.org", "a"],
        "ipv4" => &["192.0.2.1"],
        "ipv6" => &["2001:db8::1", "::"],
        "uri" | "iri" => &["https://example.org/a", "urn:a:b", "s3://bucket/key"],
        "uri-reference" | "iri-reference" => &["a", "https://example.org/a", ""],
        "uri-template" => &["/a/{b}"],
        "uuid" => &["123e4567-e89b-12d3-a456-426614174000"],
        "json-pointer" => &["", "/a"],
        "relative-json-pointer" => &["0", "1/a"],
        "regex" => &["a*", "^[a-z]+$"],
        _ => &[],
    }
}
