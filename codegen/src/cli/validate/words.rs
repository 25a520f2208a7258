//! What a keyword asks for, in the words that the generated types use too.

use std::fmt::Display;

use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value;

use codegen::dialect::known_format;
use codegen::support::Json;
use codegen::support::instance::excerpt;

/// The longest value shown as expected, in characters.
const VALUE_LIMIT: usize = 60;

/// The most alternatives that are listed.
const LIST_LIMIT: usize = 12;

/// What a keyword asks for that is about one value and has no subschemas.
pub(super) fn expected(kind: &Kind) -> Option<String> {
    Some(match kind {
        Kind::Type { kind } => types(kind),
        Kind::Enum { options } => list(options.as_array().into_iter().flatten().map(json), "or"),
        Kind::Constant { expected_value } => json(expected_value),
        Kind::Minimum { limit } => format!("at least {limit}"),
        Kind::Maximum { limit } => format!("at most {limit}"),
        Kind::ExclusiveMinimum { limit } => format!("more than {limit}"),
        Kind::ExclusiveMaximum { limit } => format!("less than {limit}"),
        Kind::MultipleOf { multiple_of } => format!("a multiple of {multiple_of}"),
        Kind::MinLength { limit } => format!("at least {}", counted(*limit, "character")),
        Kind::MaxLength { limit } => format!("at most {}", counted(*limit, "character")),
        Kind::Pattern { pattern } => format!("a string that matches {pattern}"),
        Kind::Format { format: name } => known_format(name)
            .map_or_else(|| format!("a string of the format {name}"), |format| format.description.to_owned()),
        Kind::MinItems { limit } => format!("at least {}", counted(*limit, "item")),
        Kind::MaxItems { limit } => format!("at most {}", counted(*limit, "item")),
        Kind::UniqueItems => "items that are all different".to_owned(),
        Kind::MinProperties { limit } => format!("at least {}", counted(*limit, "member")),
        Kind::MaxProperties { limit } => format!("at most {}", counted(*limit, "member")),
        Kind::Required { property } => member(property),
        Kind::AdditionalItems { limit } => {
            let limit = u64::try_from(*limit).unwrap_or(u64::MAX);
            format!("at most {}", counted(limit, "item"))
        }
        _ => return None,
    })
}

/// A value as JSON, cut where it is long.
pub(super) fn json(value: &Value) -> String {
    excerpt(&Json::from(value.clone()), VALUE_LIMIT)
}

/// Things with commas between them, the last behind a conjunction, and no more than a person reads.
pub(super) fn list(things: impl IntoIterator<Item = impl Display>, conjunction: &str) -> String {
    let mut things = things.into_iter().map(|thing| thing.to_string());
    let mut shown: Vec<String> = things.by_ref().take(LIST_LIMIT).collect();
    match things.count() {
        0 => {}
        n_others => shown.push(format!("{n_others} others")),
    }
    match (shown.pop(), shown.is_empty()) {
        (None, _) => "nothing".to_owned(),
        (Some(only), true) => only,
        (Some(last), false) => format!("{} {conjunction} {last}", shown.join(", ")),
    }
}

fn member(name: &Value) -> String {
    format!("the member `{}`", name.as_str().unwrap_or_default())
}

fn counted(count: u64, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn types(kind: &TypeKind) -> String {
    let names: Vec<String> = match kind {
        TypeKind::Single(only) => vec![only.to_string()],
        TypeKind::Multiple(several) => several.iter().map(|one| one.to_string()).collect(),
    };
    list(names.iter().map(|name| with_article(name)), "or")
}

fn with_article(name: &str) -> String {
    match name {
        "null" => name.to_owned(),
        "integer" | "array" | "object" => format!("an {name}"),
        _ => format!("a {name}"),
    }
}
