//! By what means a keyword is kept.

use std::fmt::{Display, Formatter, Result};

use crate::plan::{Plan, Residual, Shape, Type, Use};
use crate::schema::Keyword;

use super::{Tier, tier};

/// By what means a keyword is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kept {
    /// The Rust type has no value that breaks it.
    ByType,
    /// Each value is checked as it is read or built.
    WhileReading,
    /// It is judged on the finished value, without a copy.
    OnTypedValue,
    /// It is judged on JSON that is kept as it is.
    OnJson,
    /// It asserts nothing here: an annotation, an identifier, or about a JSON type that the type does not hold.
    AssertsNothing,
}

impl Kept {
    /// Its name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ByType => "by-type",
            Self::WhileReading => "while-reading",
            Self::OnTypedValue => "on-typed-value",
            Self::OnJson => "on-json",
            Self::AssertsNothing => "asserts-nothing",
        }
    }

    /// The words for it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::ByType => "by the type itself",
            Self::WhileReading => "checked while reading",
            Self::OnTypedValue => "judged on the typed value",
            Self::OnJson => "judged on buffered JSON",
            Self::AssertsNothing => "asserts nothing",
        }
    }

    /// How `ty` keeps one of its keywords, the part of it that a member called `name` says.
    pub(super) fn of(plan: &Plan, ty: &Type, keyword: &Keyword, name: &str) -> Self {
        match (&ty.residual, &ty.shape) {
            (Residual::None, _) => by_shape(&ty.shape, keyword),
            // Fields hold the named members; what the others must be may depend on their names.
            (Residual::Schema(residual), Shape::Struct(members)) if matches!(keyword, Keyword::Properties { .. }) => {
                let is_left = plan.graph.get(*residual).keywords.contains(keyword);
                match &members.extra {
                    _ if name == "properties" => Self::ByType,
                    Some(Use::Json) if tier(plan, ty) != Tier::Typed => Self::OnJson,
                    Some(Use::Json) | None => Self::ByType,
                    Some(_) => {
                        if is_left {
                            Self::OnTypedValue
                        } else {
                            Self::ByType
                        }
                    }
                }
            }
            (Residual::Schema(_), Shape::Opaque | Shape::Newtype(Use::Json)) => Self::OnJson,
            // The residual of a schema with `unevaluated…` is all of it, of which the shape keeps some already.
            (Residual::Schema(residual), shape) if *residual == ty.schema => {
                if is_beyond_shapes(keyword) {
                    Self::OnTypedValue
                } else {
                    by_shape(shape, keyword)
                }
            }
            (Residual::Schema(residual), shape) => {
                let is_left = plan.graph.get(*residual).keywords.contains(keyword);
                if is_left { Self::OnTypedValue } else { by_shape(shape, keyword) }
            }
        }
    }
}

impl Display for Kept {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.pad(self.words())
    }
}

/// How a shape keeps a keyword that it leaves to nobody.
fn by_shape(shape: &Shape, keyword: &Keyword) -> Kept {
    use Keyword as K;
    match keyword {
        K::MinLength(_)
        | K::MaxLength(_)
        | K::Pattern(_)
        | K::Format(_)
        | K::Content(_)
        | K::Minimum(_)
        | K::Maximum(_)
        | K::ExclusiveMinimum(_)
        | K::ExclusiveMaximum(_)
        | K::MultipleOf(_)
        | K::MinItems(_)
        | K::MaxItems(_)
        | K::UniqueItems
        | K::MinProperties(_)
        | K::MaxProperties(_) => Kept::WhileReading,
        // Alternatives that nothing tells apart are tried one after another.
        K::OneOf(_) | K::AnyOf(_) if matches!(shape, Shape::Union { .. }) => Kept::WhileReading,
        _ => Kept::ByType,
    }
}

/// Whether no shape says such a keyword.
fn is_beyond_shapes(keyword: &Keyword) -> bool {
    use Keyword as K;
    matches!(
        keyword,
        K::PropertyNames(_)
            | K::DependentRequired(_)
            | K::DependentSchemas(_)
            | K::Contains { .. }
            | K::Not(_)
            | K::If { .. }
            | K::DynamicRef { .. }
            | K::UnevaluatedItems(_)
            | K::UnevaluatedProperties(_)
    )
}
