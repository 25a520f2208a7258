//! What a schema asks for, in the words of someone who has to write the document.

use std::fmt::Display;

use super::super::constant::Constant;
use super::super::content::Content;
use super::super::instance::excerpt;
use super::super::schema::{Keyword, Schema, Types};

/// The longest value shown as expected, in characters.
const VALUE_LIMIT: usize = 60;

/// The most alternatives that are listed.
const LIST_LIMIT: usize = 12;

/// The keyword as schemas spell it.
pub(super) fn name(keyword: &Keyword) -> &'static str {
    match keyword {
        Keyword::Type(_) | Keyword::WrittenAsInteger => "type",
        Keyword::Enum(_) => "enum",
        Keyword::Const(_) => "const",
        Keyword::Minimum(_) => "minimum",
        Keyword::Maximum(_) => "maximum",
        Keyword::ExclusiveMinimum(_) => "exclusiveMinimum",
        Keyword::ExclusiveMaximum(_) => "exclusiveMaximum",
        Keyword::MultipleOf(_) => "multipleOf",
        Keyword::MinLength(_) => "minLength",
        Keyword::MaxLength(_) => "maxLength",
        Keyword::Pattern(_) => "pattern",
        Keyword::Format(..) => "format",
        Keyword::Content(Content::Base64) => "contentEncoding",
        Keyword::Content(Content::Json | Content::JsonInBase64) => "contentMediaType",
        Keyword::MinItems(_) => "minItems",
        Keyword::MaxItems(_) => "maxItems",
        Keyword::UniqueItems => "uniqueItems",
        Keyword::Required(_) => "required",
        Keyword::MinProperties(_) => "minProperties",
        Keyword::MaxProperties(_) => "maxProperties",
        Keyword::DependentRequired(_) => "dependentRequired",
        _ => "schema",
    }
}

/// What an assertion asks for; `None` for applicators, which leave that to their subschemas.
pub(super) fn expected(keyword: &Keyword) -> Option<String> {
    Some(match keyword {
        Keyword::Never => "nothing, because the schema is `false`".to_owned(),
        Keyword::Type(types) => one_of_types(*types),
        Keyword::WrittenAsInteger => "an integer, written without fraction and exponent".to_owned(),
        Keyword::Enum(values) => one_of_values(*values),
        Keyword::Const(value) => one_of_values(std::slice::from_ref(value)),
        Keyword::Minimum(limit) => format!("at least {limit}"),
        Keyword::Maximum(limit) => format!("at most {limit}"),
        Keyword::ExclusiveMinimum(limit) => format!("more than {limit}"),
        Keyword::ExclusiveMaximum(limit) => format!("less than {limit}"),
        Keyword::MultipleOf(divisor) => format!("a multiple of {divisor}"),
        Keyword::MinLength(min) => format!("at least {}", counted(*min, "character")),
        Keyword::MaxLength(max) => format!("at most {}", counted(*max, "character")),
        Keyword::Pattern(pattern) => format!("a string that matches {}", pattern.source),
        Keyword::Format(format) => format.description.to_owned(),
        Keyword::Content(content) => content.description().to_owned(),
        Keyword::MinItems(min) => format!("at least {}", counted(*min, "item")),
        Keyword::MaxItems(max) => format!("at most {}", counted(*max, "item")),
        Keyword::UniqueItems => "items that are all different".to_owned(),
        Keyword::MinProperties(min) => format!("at least {}", counted(*min, "member")),
        Keyword::MaxProperties(max) => format!("at most {}", counted(*max, "member")),
        _ => return None,
    })
}

/// What a schema asks for, in a few words: its only assertion or its location.
pub(super) fn described(schema: &Schema) -> String {
    let only = match schema.keywords {
        [keyword] => expected(keyword),
        _ => None,
    };
    only.unwrap_or_else(|| format!("valid against {}", schema.location))
}

/// A count of things: `1 item`, `2 items`.
pub(super) fn counted(count: u64, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

/// `` `name` ``.
pub(super) fn quoted(name: &str) -> String {
    format!("`{name}`")
}

/// Constants, as JSON.
pub(super) fn one_of_values<'a>(values: impl IntoIterator<Item = &'a Constant>) -> String {
    list(values.into_iter().map(|value| excerpt(value, VALUE_LIMIT)), "or")
}

fn one_of_types(types: Types) -> String {
    let names = types.names().map(|name| match name {
        "null" => name.to_owned(),
        "integer" | "array" | "object" => format!("an {name}"),
        _ => format!("a {name}"),
    });
    list(names, "or")
}

/// Different things with commas between them, the last behind a conjunction, and no more than a person reads.
pub(super) fn list(things: impl IntoIterator<Item = impl Display>, conjunction: &str) -> String {
    let mut shown: Vec<String> = Vec::new();
    let mut n_others = 0;
    for thing in things.into_iter().map(|thing| thing.to_string()) {
        if shown.contains(&thing) {
            continue;
        }
        if shown.len() < LIST_LIMIT { shown.push(thing) } else { n_others += 1 }
    }
    if n_others > 0 {
        shown.push(format!("{n_others} more"));
    }
    match (shown.pop(), shown.is_empty()) {
        (None, _) => "nothing".to_owned(),
        (Some(only), true) => only,
        (Some(last), false) => format!("{} {conjunction} {last}", shown.join(", ")),
    }
}
