//! Ways out of the mistakes that people make most: keywords of another draft, and types of other languages.

use crate::dialect::{Draft, Keyword};
use crate::suggest::nearest;
use crate::support::Json;

const TYPES: [&str; 7] = ["array", "boolean", "integer", "null", "number", "object", "string"];

/// What to do about `found` as the value of a keyword, or within it.
pub(super) fn advice(keyword: &Keyword, found: &Json, draft: Draft) -> Option<String> {
    let is_number = |text: &str| keyword.expects.contains("number") && text.parse::<f64>().is_ok();
    let is_count = |text: &str| keyword.expects.contains("integer") && text.parse::<u64>().is_ok();
    let name = keyword.name;
    let text = match (name, found) {
        ("exclusiveMinimum" | "exclusiveMaximum", Json::Bool(_)) => {
            let bound = name.replace("exclusiveM", "m");
            format!("since draft 6 `{name}` is the bound itself: give it the number of `{bound}`, and remove `{bound}`")
        }
        ("exclusiveMinimum" | "exclusiveMaximum", Json::Number(_)) => {
            "draft 4 knows it as a flag only: name a newer draft in `$schema`".to_owned()
        }
        ("items", Json::Array(_)) if draft == Draft::Draft202012 => {
            "2020-12 calls the array form `prefixItems`, and what was `additionalItems` is now `items`".to_owned()
        }
        ("required", Json::Bool(_)) => "name the member in `required` of the object that it is a member of".to_owned(),
        ("$id", Json::String(id)) if id.contains('#') => "name parts of a document with `$anchor`".to_owned(),
        ("type", Json::String(name)) => return advice_on_type(name),
        (_, Json::String(text)) if is_number(text) || is_count(text) => "write the number without quotes".to_owned(),
        _ => return None,
    };
    Some(text)
}

fn advice_on_type(name: &str) -> Option<String> {
    let meant = match name {
        "any" => return Some("leave `type` out to accept every type".to_owned()),
        "int" | "long" | "int32" | "int64" => "integer",
        "float" | "double" | "decimal" => "number",
        "bool" => "boolean",
        "str" | "text" | "char" => "string",
        "list" | "tuple" | "set" => "array",
        "dict" | "map" | "struct" => "object",
        "nil" | "none" | "None" | "undefined" => "null",
        "date" | "datetime" | "date-time" | "time" | "uuid" | "uri" | "email" => {
            return Some(format!(
                "write `\"type\": \"string\", \"format\": \"{}\"`",
                name.replace("datetime", "date-time")
            ));
        }
        other => nearest(other, TYPES)?,
    };
    Some(format!("did you mean `{meant}`?"))
}
