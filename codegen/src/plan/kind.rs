//! The JSON types as a reader sees them, and which of them each keyword is about.

use crate::schema::{Keyword, TypeSet};

/// The JSON types that a reader can tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is the JSON type of its name")]
pub enum Kind {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

impl From<Kind> for TypeSet {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Null => Self::NULL,
            Kind::Boolean => Self::BOOLEAN,
            Kind::Number => Self::NUMBER,
            Kind::String => Self::STRING,
            Kind::Array => Self::ARRAY,
            Kind::Object => Self::OBJECT,
        }
    }
}

impl Kind {
    /// The type of instance that a keyword is about; `None` if it is about all.
    #[must_use]
    pub fn of(keyword: &Keyword) -> Option<Self> {
        use Keyword as K;
        match keyword {
            K::MinLength(_) | K::MaxLength(_) | K::Pattern(_) | K::Format(_) | K::Content(_) => Some(Self::String),
            K::Minimum(_)
            | K::Maximum(_)
            | K::ExclusiveMinimum(_)
            | K::ExclusiveMaximum(_)
            | K::MultipleOf(_)
            | K::WrittenAsInteger => Some(Self::Number),
            K::Items { .. }
            | K::MinItems(_)
            | K::MaxItems(_)
            | K::UniqueItems
            | K::Contains { .. }
            | K::UnevaluatedItems(_) => Some(Self::Array),
            K::Properties { .. }
            | K::PropertyNames(_)
            | K::Required(_)
            | K::MinProperties(_)
            | K::MaxProperties(_)
            | K::DependentRequired(_)
            | K::DependentSchemas(_)
            | K::UnevaluatedProperties(_) => Some(Self::Object),
            K::Never
            | K::Type(_)
            | K::Enum(_)
            | K::Const(_)
            | K::AllOf(_)
            | K::AnyOf(_)
            | K::OneOf(_)
            | K::Not(_)
            | K::If { .. }
            | K::Ref(_)
            | K::DynamicRef { .. } => None,
        }
    }
}
