//! What assertions ask of scalars, and what every keyword asks of values of a known type.

use crate::dialect::known_format;
use crate::plan::{Kind, NumberCheck, Plan, TypeId, Variant};
use crate::schema::{Keyword, TypeSet};
use crate::support::Json;

use super::{Condition, Form};

/// A keyword about a text that is at hand.
pub(super) fn of_text(keyword: &Keyword) -> Option<Condition> {
    let one_of = |values: &[Json]| {
        let texts: Vec<String> = values.iter().filter_map(Json::as_str).map(str::to_owned).collect();
        if texts.is_empty() { Condition::Never } else { Condition::IsText(texts) }
    };
    match keyword {
        Keyword::Enum(values) => Some(one_of(values)),
        Keyword::Const(value) => Some(one_of(std::slice::from_ref(value))),
        Keyword::MinLength(min) => Some(Condition::within(*min, u64::MAX, Condition::HasLength)),
        Keyword::MaxLength(max) => Some(Condition::within(0, *max, Condition::HasLength)),
        Keyword::Pattern(source) => Some(Condition::Matches(source.clone())),
        // What nobody defined asserts nothing (2020-12 Validation §7.2.3).
        Keyword::Format(name) if known_format(name).is_none() => Some(Condition::Always),
        Keyword::Format(name) => Some(Condition::IsFormat(name.clone())),
        other => of_kind(other, TypeSet::STRING, Kind::String),
    }
}

/// A keyword about a string that has been read.
pub(super) fn of_string(keyword: &Keyword) -> Option<Condition> {
    of_text(keyword).map(|condition| match condition {
        Condition::Always | Condition::Never => condition,
        condition => Condition::Text(Box::new(condition)),
    })
}

/// A keyword about one of an enum's strings.
pub(super) fn of_variants(keyword: &Keyword, ty: TypeId, variants: &[Variant<String>]) -> Option<Condition> {
    let one_of = |values: &[Json]| {
        let is_one = |variant: &&Variant<String>| values.iter().any(|value| value.as_str() == Some(&variant.value));
        let chosen: Vec<String> = variants.iter().filter(is_one).map(|variant| variant.name.clone()).collect();
        match chosen.len() {
            0 => Condition::Never,
            length if length == variants.len() => Condition::Always,
            _ => Condition::IsVariant(ty, chosen),
        }
    };
    match keyword {
        Keyword::Enum(values) => Some(one_of(values)),
        Keyword::Const(value) => Some(one_of(std::slice::from_ref(value))),
        other => of_kind(other, TypeSet::STRING, Kind::String),
    }
}

/// A keyword about `null`.
pub(super) fn of_null(keyword: &Keyword) -> Option<Condition> {
    of_kind(keyword, TypeSet::NULL, Kind::Null)
}

/// A keyword about `true` or `false`.
pub(super) fn of_boolean(keyword: &Keyword) -> Option<Condition> {
    let one_of = |values: &[Json]| {
        let has = |value| if values.contains(&Json::Bool(value)) { Condition::Always } else { Condition::Never };
        Condition::choice(Condition::IsTrue, has(true), has(false))
    };
    match keyword {
        Keyword::Enum(values) => Some(one_of(values)),
        Keyword::Const(value) => Some(one_of(std::slice::from_ref(value))),
        other => of_kind(other, TypeSet::BOOLEAN, Kind::Boolean),
    }
}

/// A keyword about a number of these types.
pub(super) fn of_number(keyword: &Keyword, types: TypeSet, form: Form) -> Option<Condition> {
    let check = match keyword {
        Keyword::Minimum(bound) => NumberCheck::Minimum(bound.clone()),
        Keyword::Maximum(bound) => NumberCheck::Maximum(bound.clone()),
        Keyword::ExclusiveMinimum(bound) => NumberCheck::ExclusiveMinimum(bound.clone()),
        Keyword::ExclusiveMaximum(bound) => NumberCheck::ExclusiveMaximum(bound.clone()),
        Keyword::MultipleOf(bound) => NumberCheck::MultipleOf(bound.clone()),
        other => return of_kind(other, types, Kind::Number),
    };
    Some(Condition::Keeps(form, check))
}

/// A keyword about an array, whatever its items are.
pub(super) fn of_array(keyword: &Keyword) -> Option<Condition> {
    of_kind(keyword, TypeSet::ARRAY, Kind::Array)
}

/// A keyword about an object, whatever its members are.
pub(super) fn of_object(keyword: &Keyword) -> Option<Condition> {
    of_kind(keyword, TypeSet::OBJECT, Kind::Object)
}

/// What a value's type alone tells of a keyword.
fn of_kind(keyword: &Keyword, own: TypeSet, kind: Kind) -> Option<Condition> {
    match keyword {
        Keyword::Type(types) if types.contains(own) => Some(Condition::Always),
        Keyword::Type(types) if types.intersection(own).is_empty() => Some(Condition::Never),
        other if Kind::of(other).is_some_and(|other| other != kind) => Some(Condition::Always),
        _ => None,
    }
}

/// A keyword about a value that is known.
pub(super) fn of_constant(plan: &Plan, keyword: &Keyword, json: &Json) -> Option<Condition> {
    let holds = match (keyword, json) {
        (Keyword::Enum(values), _) => values.contains(json),
        (Keyword::Const(value), _) => value == json,
        (Keyword::Type(types), Json::String(_)) => types.contains(TypeSet::STRING),
        (Keyword::MinLength(min), Json::String(text)) => text.chars().count() as u64 >= *min,
        (Keyword::MaxLength(max), Json::String(text)) => text.chars().count() as u64 <= *max,
        (Keyword::Pattern(source), Json::String(text)) => plan.graph.patterns.get(source)?.is_match(text),
        (Keyword::Format(name), Json::String(text)) => known_format(name).is_none_or(|format| (format.is_valid)(text)),
        (other, Json::String(_)) if Kind::of(other).is_some_and(|kind| kind != Kind::String) => true,
        _ => return None,
    };
    Some(if holds { Condition::Always } else { Condition::Never })
}
