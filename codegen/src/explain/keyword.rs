//! Which keyword of the graph a member of a schema object became.

use crate::schema::Keyword;

/// Whether a member called `name` says (a part of) `keyword`, in whatever draft.
pub(super) fn is_said_by(keyword: &Keyword, name: &str) -> bool {
    names(keyword).contains(&name)
}

fn names(keyword: &Keyword) -> &'static [&'static str] {
    use Keyword as K;
    match keyword {
        K::Never => &[],
        K::Type(_) | K::WrittenAsInteger => &["type"],
        K::Enum(_) => &["enum"],
        K::Const(_) => &["const"],
        K::Minimum(_) => &["minimum"],
        K::Maximum(_) => &["maximum"],
        // In draft 4 a boolean beside the limit says that the limit is exclusive.
        K::ExclusiveMinimum(_) => &["exclusiveMinimum", "minimum"],
        K::ExclusiveMaximum(_) => &["exclusiveMaximum", "maximum"],
        K::MultipleOf(_) => &["multipleOf", "divisibleBy"],
        K::MinLength(_) => &["minLength"],
        K::MaxLength(_) => &["maxLength"],
        K::Pattern(_) => &["pattern"],
        K::Format(_) => &["format"],
        K::Content(_) => &["contentEncoding", "contentMediaType"],
        K::Items { .. } => &["items", "prefixItems", "additionalItems"],
        K::MinItems(_) => &["minItems"],
        K::MaxItems(_) => &["maxItems"],
        K::UniqueItems => &["uniqueItems"],
        K::Contains { .. } => &["contains", "minContains", "maxContains"],
        K::Properties { .. } => &["properties", "patternProperties", "additionalProperties"],
        K::PropertyNames(_) => &["propertyNames"],
        K::Required(_) => &["required"],
        K::MinProperties(_) => &["minProperties"],
        K::MaxProperties(_) => &["maxProperties"],
        K::DependentRequired(_) => &["dependentRequired", "dependencies"],
        K::DependentSchemas(_) => &["dependentSchemas", "dependencies"],
        K::AllOf(_) => &["allOf"],
        K::AnyOf(_) => &["anyOf"],
        K::OneOf(_) => &["oneOf"],
        K::Not(_) => &["not"],
        K::If { .. } => &["if", "then", "else"],
        // A dynamic reference that leads to one place only became a plain one.
        K::Ref(_) => &["$ref", "$dynamicRef", "$recursiveRef"],
        K::DynamicRef { .. } => &["$dynamicRef", "$recursiveRef"],
        K::UnevaluatedProperties(_) => &["unevaluatedProperties"],
        K::UnevaluatedItems(_) => &["unevaluatedItems"],
    }
}
