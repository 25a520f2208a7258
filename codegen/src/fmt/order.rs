//! The order of keywords: what a schema is, what people should know, what it asserts, what it shows, what it keeps.

/// The keywords in their order; what is not among them stands in the place of `None`, as its author put it.
const ORDER: [Option<&str>; 62] = [
    Some("$schema"),
    Some("$vocabulary"),
    Some("id"),
    Some("$id"),
    Some("$anchor"),
    Some("$dynamicAnchor"),
    Some("$recursiveAnchor"),
    Some("$ref"),
    Some("$dynamicRef"),
    Some("$recursiveRef"),
    Some("title"),
    Some("description"),
    Some("$comment"),
    Some("deprecated"),
    Some("readOnly"),
    Some("writeOnly"),
    // Marks such as `x-sensitive`, and what other specifications add.
    None,
    Some("type"),
    Some("const"),
    Some("enum"),
    Some("format"),
    Some("contentEncoding"),
    Some("contentMediaType"),
    Some("contentSchema"),
    Some("pattern"),
    Some("minLength"),
    Some("maxLength"),
    Some("minimum"),
    Some("exclusiveMinimum"),
    Some("maximum"),
    Some("exclusiveMaximum"),
    Some("multipleOf"),
    Some("allOf"),
    Some("anyOf"),
    Some("oneOf"),
    Some("not"),
    Some("if"),
    Some("then"),
    Some("else"),
    Some("properties"),
    Some("required"),
    Some("patternProperties"),
    Some("additionalProperties"),
    Some("unevaluatedProperties"),
    Some("propertyNames"),
    Some("dependentRequired"),
    Some("dependentSchemas"),
    Some("dependencies"),
    Some("minProperties"),
    Some("maxProperties"),
    Some("prefixItems"),
    Some("items"),
    Some("additionalItems"),
    Some("unevaluatedItems"),
    Some("contains"),
    Some("minContains"),
    Some("maxContains"),
    Some("minItems"),
    Some("maxItems"),
    Some("uniqueItems"),
    Some("default"),
    Some("examples"),
];

/// Where a member of a schema stands; the definitions come last of all.
pub(super) fn rank(name: &str) -> usize {
    if matches!(name, "$defs" | "definitions") {
        return ORDER.len();
    }
    let place = |wanted| ORDER.iter().position(|keyword| *keyword == wanted);
    place(Some(name)).or_else(|| place(None)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::dialect::{Dialect, Draft};

    use super::ORDER;

    #[test]
    fn every_keyword_has_its_place() {
        for name in Draft::ALL.into_iter().flat_map(|draft| Dialect::of(draft).keywords()) {
            let is_definitions = matches!(name, "$defs" | "definitions");
            assert!(is_definitions || ORDER.contains(&Some(name)), "{name}");
        }
    }
}
