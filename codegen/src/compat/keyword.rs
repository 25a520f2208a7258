//! One keyword by itself: which types it speaks of, what it is called, and which values it accepts.

use jsonschema::Validator;
use serde_json::Value;

use crate::plan::Kind;
use crate::schema::{Keyword, TypeSet};
use crate::support::Json;

use super::spell;
use super::versions::{Era, Versions};

/// A keyword as a schema of its own.
pub(super) struct Exam {
    validator: Validator,
}

impl Exam {
    /// `None` for what no 2020-12 schema can say.
    pub(super) fn new(versions: &Versions<'_>, era: Era, keyword: &Keyword) -> Option<Self> {
        let schema = spell::keyword(versions, era, keyword)?;
        let options = jsonschema::options().should_validate_formats(versions.asserts_format);
        options.build(&schema).ok().map(|validator| Self { validator })
    }

    pub(super) fn accepts(&self, value: &Value) -> bool {
        self.validator.is_valid(value)
    }
}

/// Whether a keyword accepts a value, where that takes no validator.
pub(super) fn verdict(versions: &Versions<'_>, keyword: &Keyword, value: &Json) -> Option<bool> {
    Some(match (keyword, value) {
        (Keyword::Never, _) => false,
        (Keyword::Enum(values), value) => values.contains(value),
        (Keyword::Const(other), value) => value == other,
        (Keyword::Type(types), value) => types.contains(TypeSet::of(value)),
        (Keyword::Minimum(bound), Json::Number(number)) => number >= bound,
        (Keyword::Maximum(bound), Json::Number(number)) => number <= bound,
        (Keyword::ExclusiveMinimum(bound), Json::Number(number)) => number > bound,
        (Keyword::ExclusiveMaximum(bound), Json::Number(number)) => number < bound,
        (Keyword::Pattern(pattern), Json::String(text)) => versions.matches(pattern, text)?,
        (Keyword::MinLength(least), Json::String(text)) => length(text) >= *least,
        (Keyword::MaxLength(most), Json::String(text)) => length(text) <= *most,
        (keyword, value) if types(keyword).intersection(TypeSet::of(value)).is_empty() => true,
        _ => return None,
    })
}

fn length(text: &str) -> u64 {
    u64::try_from(text.chars().count()).unwrap_or(u64::MAX)
}

/// The types of the values that a keyword can refuse.
pub(super) fn types(keyword: &Keyword) -> TypeSet {
    Kind::of(keyword).map_or(TypeSet::ALL, TypeSet::from)
}

/// The member of a schema that a keyword stands under.
pub(crate) fn name(keyword: &Keyword) -> &'static str {
    match keyword {
        Keyword::Never | Keyword::Not(_) => "not",
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
        Keyword::Format(_) => "format",
        Keyword::Content(_) => "contentMediaType",
        Keyword::Items { prefix, .. } if prefix.is_empty() => "items",
        Keyword::Items { .. } => "prefixItems",
        Keyword::MinItems(_) => "minItems",
        Keyword::MaxItems(_) => "maxItems",
        Keyword::UniqueItems => "uniqueItems",
        Keyword::Contains { .. } => "contains",
        Keyword::Properties { additional: Some(_), named, patterns } if named.is_empty() && patterns.is_empty() => {
            "additionalProperties"
        }
        Keyword::Properties { named, patterns, .. } if named.is_empty() && !patterns.is_empty() => "patternProperties",
        Keyword::Properties { .. } => "properties",
        Keyword::PropertyNames(_) => "propertyNames",
        Keyword::Required(_) => "required",
        Keyword::MinProperties(_) => "minProperties",
        Keyword::MaxProperties(_) => "maxProperties",
        Keyword::DependentRequired(_) => "dependentRequired",
        Keyword::DependentSchemas(_) => "dependentSchemas",
        Keyword::AllOf(_) => "allOf",
        Keyword::AnyOf(_) => "anyOf",
        Keyword::OneOf(_) => "oneOf",
        Keyword::If { .. } => "if",
        Keyword::Ref(_) => "$ref",
        Keyword::DynamicRef { .. } => "$dynamicRef",
        Keyword::UnevaluatedProperties(_) => "unevaluatedProperties",
        Keyword::UnevaluatedItems(_) => "unevaluatedItems",
    }
}
