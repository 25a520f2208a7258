//! Keywords without subschemas: a verdict on one value (2020-12 Validation §6 and §7).

use super::super::constant::Constant;
use super::super::instance::{View, equal};
use super::super::number::NumberView;
use super::super::schema::{Keyword, Schema};
use super::place::Place;
use super::unique::{self, TooDeep};

/// Whether a value satisfies an assertion.
///
/// A keyword says nothing about values of a type that it does not speak of.
pub(super) fn holds(keyword: &Keyword, place: &Place<'_>) -> Result<bool, TooDeep> {
    Ok(match (keyword, place.view) {
        (Keyword::Never, _) => false,
        (Keyword::Type(types), view) => types.includes(view),
        (Keyword::Enum(values), _) => values.iter().any(|value| is_constant(place, value)),
        (Keyword::Const(value), _) => is_constant(place, value),
        (_, View::Number(number)) => number_holds(keyword, number),
        (_, View::String(text)) => string_holds(keyword, text),
        (Keyword::UniqueItems, View::Array(items)) => return unique::first_pair(items).map(|pair| pair.is_none()),
        (Keyword::MinItems(min), View::Array(items)) => count(items.len()) >= *min,
        (Keyword::MaxItems(max), View::Array(items)) => count(items.len()) <= *max,
        (Keyword::MinProperties(min), View::Object(members)) => count(members.len()) >= *min,
        (Keyword::MaxProperties(max), View::Object(members)) => count(members.len()) <= *max,
        (Keyword::Required(names), View::Object(members)) => names.iter().all(|name| members.get(name).is_some()),
        (Keyword::DependentRequired(dependencies), View::Object(members)) => dependencies
            .iter()
            .all(|(name, names)| members.get(name).is_none() || names.iter().all(|name| members.get(name).is_some())),
        _ => true,
    })
}

/// Whether a value satisfies a schema of assertions alone, perhaps behind a reference; `None` if the schema has others,
/// or if the value is too deep for a verdict.
///
/// It needs neither a scope nor a depth, which cost more than the assertions do.
pub(super) fn all_hold(schema: &'static Schema, place: &Place<'_>) -> Option<bool> {
    let keywords = match schema.keywords {
        [Keyword::Ref(target)] => target.keywords,
        keywords => keywords,
    };
    if !keywords.iter().all(is_assertion) {
        return None;
    }
    for keyword in keywords {
        if !holds(keyword, place).ok()? {
            return Some(false);
        }
    }
    Some(true)
}

/// Whether a keyword has no subschemas.
fn is_assertion(keyword: &Keyword) -> bool {
    !matches!(
        keyword,
        Keyword::Items { .. }
            | Keyword::Contains { .. }
            | Keyword::UnevaluatedItems(_)
            | Keyword::Properties { .. }
            | Keyword::PropertyNames(_)
            | Keyword::DependentSchemas(_)
            | Keyword::UnevaluatedProperties(_)
            | Keyword::AllOf(_)
            | Keyword::AnyOf(_)
            | Keyword::OneOf(_)
            | Keyword::Not(_)
            | Keyword::If { .. }
            | Keyword::Ref(_)
            | Keyword::DynamicRef { .. }
    )
}

/// Equality with a constant; texts, the usual case, are compared without asking the constant what it is.
pub(super) fn is_constant(place: &Place<'_>, value: &Constant) -> bool {
    match (place.view, value) {
        (View::String(text), Constant::String(constant)) => text == *constant,
        _ => equal(place.instance, value),
    }
}

fn number_holds(keyword: &Keyword, number: NumberView<'_>) -> bool {
    match keyword {
        Keyword::Minimum(limit) => number >= *limit,
        Keyword::Maximum(limit) => number <= *limit,
        Keyword::ExclusiveMinimum(limit) => number > *limit,
        Keyword::ExclusiveMaximum(limit) => number < *limit,
        Keyword::MultipleOf(divisor) => number.is_multiple_of(*divisor),
        Keyword::WrittenAsInteger => number.is_plain_integer(),
        _ => true,
    }
}

fn string_holds(keyword: &Keyword, text: &str) -> bool {
    match keyword {
        Keyword::MinLength(min) => has_at_least(text, *min),
        Keyword::MaxLength(max) => max.checked_add(1).is_none_or(|more| !has_at_least(text, more)),
        Keyword::Pattern(pattern) => (pattern.matches)(text),
        Keyword::Format(format) => (format.is_valid)(text),
        Keyword::Content(content) => content.is_in(text),
        _ => true,
    }
}

/// Whether a text has so many characters; often its length in bytes, which is up to four times that, tells.
fn has_at_least(text: &str, n_characters: u64) -> bool {
    let n_bytes = count(text.len());
    n_bytes >= n_characters && (n_bytes / 4 >= n_characters || count(text.chars().count()) >= n_characters)
}

pub(super) fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
