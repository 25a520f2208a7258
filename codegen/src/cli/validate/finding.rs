//! From an error of the judge to what it says in the words of this tool.

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as Kind;

use codegen::pointer;

use super::{branches, words};

/// A complaint about one value, before its place in the text is known.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) pointer: String,
    /// The member whose name is to blame.
    pub(super) name_at: Option<String>,
    pub(super) keyword: String,
    pub(super) schema: Option<String>,
    pub(super) expected: String,
    /// What was found, if that is not the value itself.
    pub(super) found: Option<String>,
}

/// Adds what an error of the judge says.
pub(super) fn add_useful(error: &ValidationError<'_>, findings: &mut Vec<Finding>) {
    let base = error.instance_path().as_str();
    match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => branches::add(error, context, findings),
        Kind::OneOfMultipleValid { context } => {
            let n_valid = context.iter().filter(|branch| branch.is_empty()).count();
            let n_branches = context.len();
            let expected = format!("a value that is valid against exactly one of {n_branches} schemas, not {n_valid}");
            findings.push(finding(error, expected));
        }
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            for name in unexpected {
                let member = pointer::join(base, &[name]);
                let refused = Finding { pointer: member.clone(), ..finding(error, format!("no member `{name}`")) };
                findings.push(Finding { name_at: Some(member), ..refused });
            }
        }
        Kind::PropertyNames { error: inner } => {
            let name = inner.instance();
            let wanted = words::expected(inner.kind()).unwrap_or_else(|| inner.to_string());
            let name_at = name.as_str().map(|name| pointer::join(base, &[name]));
            let found = Some(words::json(name));
            let expected = format!("names of members to be {wanted}");
            findings.push(Finding { name_at, found, ..finding(error, expected) });
        }
        Kind::FalseSchema => findings.push(never(error)),
        kind => {
            let expected = words::expected(kind).unwrap_or_else(|| other_words(error));
            findings.push(finding(error, expected));
        }
    }
}

fn other_words(error: &ValidationError<'_>) -> String {
    match error.kind() {
        Kind::Not { schema } => format!("anything but a value that is valid against {}", words::json(schema)),
        Kind::Contains => "items that `contains` asks for, as many as it asks for".to_owned(),
        Kind::UnevaluatedItems { unexpected } => {
            format!("none of the items {}", words::list(unexpected, "and"))
        }
        _ => error.to_string(),
    }
}

pub(super) fn finding(error: &ValidationError<'_>, expected: String) -> Finding {
    Finding {
        pointer: error.instance_path().as_str().to_owned(),
        name_at: None,
        keyword: keyword(error),
        schema: error.absolute_keyword_location().map(|location| location.as_str().to_owned()),
        expected,
        found: None,
    }
}

/// The keyword that failed. Some share a kind of error, and are told apart by where they stand in the schema.
fn keyword(error: &ValidationError<'_>) -> String {
    let usual = error.kind().keyword();
    let variants: &[&str] = match error.kind() {
        Kind::Required { .. } => &["dependentRequired", "dependencies"],
        Kind::Contains => &["minContains", "maxContains"],
        Kind::FalseSchema => &APPLICATORS,
        _ => return usual.to_owned(),
    };
    let tokens: Vec<_> = pointer::tokens(error.schema_path().as_str()).collect();
    let special = tokens.iter().rev().find(|token| variants.contains(&&***token) || **token == usual);
    special.map_or(usual, |token| token).to_owned()
}

/// The keywords that apply a schema, which may be `false`.
const APPLICATORS: [&str; 19] = [
    "$ref",
    "additionalItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "contains",
    "dependentSchemas",
    "else",
    "if",
    "items",
    "not",
    "oneOf",
    "patternProperties",
    "prefixItems",
    "properties",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// A value where the schema is `false`.
fn never(error: &ValidationError<'_>) -> Finding {
    let place = error.instance_path().as_str();
    let refused = finding(error, "nothing, because the schema is `false`".to_owned());
    match (refused.keyword.as_str(), pointer::parent(place)) {
        ("properties" | "patternProperties" | "additionalProperties" | "unevaluatedProperties", Some((_, name))) => {
            Finding { expected: format!("no member `{name}`"), name_at: Some(place.to_owned()), ..refused }
        }
        ("items" | "prefixItems" | "additionalItems" | "unevaluatedItems", Some((_, index))) => {
            Finding { expected: format!("no item at {index}"), ..refused }
        }
        _ => refused,
    }
}
