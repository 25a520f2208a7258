//! The `type` that an author left out, taken from the keywords beside it, for those who ask for that.
//!
//! `{"properties": {…}}` accepts strings as well (2020-12 Validation §6.1.1), and few authors mean that.

use crate::diagnostic::Diagnostic;
use crate::plan::Kind;
use crate::schema::{Keyword, TypeSet};

use super::keyword::Assertions;

/// Keywords under which a narrower subschema makes a wider schema.
const OPPOSITES: [&str; 2] = ["not", "if"];

impl Assertions<'_, '_> {
    /// The keywords with the type that all that are about one type are about, if nothing else says a type.
    pub(super) fn with_type(&self, mut keywords: Vec<Keyword>) -> Vec<Keyword> {
        if let Some((types, _)) = self.inferred(&keywords) {
            keywords.insert(0, Keyword::Type(types));
        }
        keywords
    }

    /// Says that a type was inferred, because the schema itself accepts more.
    pub(super) fn inferred_type(&self) -> Option<Diagnostic> {
        let (_, name) = self.inferred(&self.asserted())?;
        let message = format!("`type` is missing and is taken for `{name}`, of which the keywords here speak");
        let help = format!("write `\"type\": \"{name}\"`, so that other tools read it as you mean it");
        let warning = Diagnostic::warning("inferred-type", message).with_help(help);
        Some(warning.at_value(self.site.value.source(), &self.site.pointer))
    }

    fn inferred(&self, keywords: &[Keyword]) -> Option<(TypeSet, &'static str)> {
        let is_opposite = || self.site.pointer.split('/').any(|token| OPPOSITES.contains(&token));
        if !self.resolution.infers_types || is_opposite() || keywords.iter().any(says_type) {
            return None;
        }
        let mut kinds = keywords.iter().filter_map(Kind::of);
        let first = kinds.next()?;
        let (types, name) = match first {
            Kind::Number => (TypeSet::NUMBER, "number"),
            Kind::String => (TypeSet::STRING, "string"),
            Kind::Array => (TypeSet::ARRAY, "array"),
            Kind::Object => (TypeSet::OBJECT, "object"),
            Kind::Null | Kind::Boolean => return None,
        };
        kinds.all(|kind| kind == first).then_some((types, name))
    }
}

/// Whether a keyword decides on types by itself, or leaves that to another schema.
fn says_type(keyword: &Keyword) -> bool {
    matches!(
        keyword,
        Keyword::Never
            | Keyword::Type(_)
            | Keyword::Enum(_)
            | Keyword::Const(_)
            | Keyword::Ref(_)
            | Keyword::DynamicRef { .. }
    )
}
