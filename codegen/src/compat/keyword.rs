//! One keyword by itself: which types it speaks of, what it is called, and which values it accepts.

use jsonschema::Validator;
use serde_json::Value;

use crate::schema::{Keyword, TypeSet};

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

/// The types of the values that a keyword can refuse.
pub(super) fn types(keyword: &Keyword) -> TypeSet {
    match keyword {
        Keyword::Minimum(_)
        | Keyword::Maximum(_)
        | Keyword::ExclusiveMinimum(_)
        | Keyword::ExclusiveMaximum(_)
        | Keyword::MultipleOf(_)
        | Keyword::WrittenAsInteger => TypeSet::NUMBER,
        Keyword::MinLength(_)
        | Keyword::MaxLength(_)
        | Keyword::Pattern(_)
        | Keyword::Format(_)
        | Keyword::Content(_) => TypeSet::STRING,
        Keyword::Items { .. }
        | Keyword::MinItems(_)
        | Keyword::MaxItems(_)
        | Keyword::UniqueItems
        | Keyword::Contains { .. }
        | Keyword::UnevaluatedItems(_) => TypeSet::ARRAY,
        Keyword::Properties { .. }
        | Keyword::PropertyNames(_)
        | Keyword::Required(_)
        | Keyword::MinProperties(_)
        | Keyword::MaxProperties(_)
        | Keyword::DependentRequired(_)
        | Keyword::DependentSchemas(_)
        | Keyword::UnevaluatedProperties(_) => TypeSet::OBJECT,
        _ => TypeSet::ALL,
    }
}

/// The member of a schema that a keyword stands under.
pub(super) fn name(keyword: &Keyword) -> &'static str {
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
