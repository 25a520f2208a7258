//! Which keywords a schema document speaks, and what each of them holds.
//!
//! A draft fixes the meaning of keywords; since 2019-09 a metaschema's `$vocabulary` says which of them apply
//! (2020-12 Core §8.1). A [`Dialect`] is both, and nobody but this module knows the drafts' differences in syntax.

mod format;
mod keyword;
mod vocabulary;

use std::fmt::{Display, Formatter};
use std::str::FromStr;

pub use self::format::{FORMATS, defines_format, known_format};
pub use self::keyword::{Holds, Keyword, Role, keywords};
pub use self::vocabulary::{Vocabularies, Vocabulary};

/// A published draft of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Draft {
    /// Draft 4.
    Draft4,
    /// Draft 6.
    Draft6,
    /// Draft 7.
    Draft7,
    /// Draft 2019-09.
    Draft201909,
    /// Draft 2020-12.
    Draft202012,
}

/// A draft and the vocabularies of it that are in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dialect {
    draft: Draft,
    vocabularies: Vocabularies,
}

/// A name that is no known dialect's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownDialect {
    name: String,
}

impl Draft {
    /// All drafts, the oldest first.
    pub const ALL: [Self; 5] = [Self::Draft4, Self::Draft6, Self::Draft7, Self::Draft201909, Self::Draft202012];

    /// The URI of its metaschema.
    #[must_use]
    pub fn uri(self) -> &'static str {
        match self {
            Self::Draft4 => "http://json-schema.org/draft-04/schema",
            Self::Draft6 => "http://json-schema.org/draft-06/schema",
            Self::Draft7 => "http://json-schema.org/draft-07/schema",
            Self::Draft201909 => "https://json-schema.org/draft/2019-09/schema",
            Self::Draft202012 => "https://json-schema.org/draft/2020-12/schema",
        }
    }

    /// The name that people and the command line use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft4 => "draft-04",
            Self::Draft6 => "draft-06",
            Self::Draft7 => "draft-07",
            Self::Draft201909 => "2019-09",
            Self::Draft202012 => "2020-12",
        }
    }

    /// The keyword that identifies a schema resource.
    #[must_use]
    pub fn id_keyword(self) -> &'static str {
        if self == Self::Draft4 { "id" } else { "$id" }
    }

    /// Whether everything beside a `$ref` is ignored (draft-07 Core §8.3, gone since 2019-09).
    #[must_use]
    pub fn ignores_ref_siblings(self) -> bool {
        self <= Self::Draft7
    }
}

impl Dialect {
    /// A draft with all its vocabularies, where `format` is an annotation unless someone asks for more.
    #[must_use]
    pub const fn of(draft: Draft) -> Self {
        Self { draft, vocabularies: Vocabularies::STANDARD }
    }

    /// A draft with some vocabularies only.
    #[must_use]
    pub const fn with_vocabularies(draft: Draft, vocabularies: Vocabularies) -> Self {
        Self { draft, vocabularies }
    }

    /// The dialect that a `$schema` URI names, if it is one of the drafts or OpenAPI 3.1's.
    ///
    /// Schemas in the wild write `http` for `https` and the other way round, leave out or add an empty fragment, name
    /// the hyper-schema of their draft, or no draft at all, which is the current one: what is meant is clear.
    ///
    /// ```
    /// use codegen::dialect::{Dialect, Draft};
    ///
    /// let dialect = Dialect::from_uri("https://json-schema.org/draft-07/schema#").unwrap();
    /// assert_eq!(dialect.draft(), Draft::Draft7);
    /// assert_eq!(Dialect::from_uri("https://example.com/own"), None);
    /// ```
    #[must_use]
    pub fn from_uri(uri: &str) -> Option<Self> {
        let uri = uri.trim_end_matches('#');
        let rest = uri.strip_prefix("https://").or_else(|| uri.strip_prefix("http://"))?;
        if rest.starts_with("spec.openapis.org/oas/3.1/dialect/") {
            return Some(Self::default());
        }
        let name = rest.strip_prefix("json-schema.org/")?;
        if name == "schema" {
            return Some(Self::default());
        }
        let name = name.strip_suffix("/schema").or_else(|| name.strip_suffix("/hyper-schema"))?;
        let is_named = |draft: &&Draft| name.strip_prefix("draft/").unwrap_or(name) == draft.name();
        Draft::ALL.iter().find(is_named).copied().map(Self::of)
    }

    /// Its draft.
    #[must_use]
    pub fn draft(self) -> Draft {
        self.draft
    }

    /// Its vocabularies.
    #[must_use]
    pub fn vocabularies(self) -> Vocabularies {
        self.vocabularies
    }

    /// Whether the metaschema itself asks for `format` to assert.
    #[must_use]
    pub fn asserts_format(self) -> bool {
        self.vocabularies.has(Vocabulary::FormatAssertion)
    }

    /// What `name` means as a keyword, if this dialect gives it a meaning.
    #[must_use]
    pub fn keyword(self, name: &str) -> Option<&'static Keyword> {
        keyword::find(self.draft, name).filter(|keyword| self.vocabularies.has(keyword.vocabulary))
    }
}

impl Dialect {
    /// The names of all its keywords.
    pub fn keywords(self) -> impl Iterator<Item = &'static str> {
        keyword::names().filter(move |name| self.keyword(name).is_some())
    }
}

impl Default for Dialect {
    fn default() -> Self {
        Self::of(Draft::Draft202012)
    }
}

impl Display for Dialect {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.draft.name())
    }
}

impl FromStr for Dialect {
    type Err = UnknownDialect;

    /// Reads a draft's name, such as `2020-12`, `draft-07` or `7`, or the URI of its metaschema.
    fn from_str(name: &str) -> Result<Self, UnknownDialect> {
        let number = |draft: &Draft| draft.name().trim_start_matches("draft-0").to_owned();
        let short = name.trim_start_matches("draft").trim_start_matches(['-', '0']);
        let named = Draft::ALL.into_iter().find(|draft| number(draft) == short).map(Self::of);
        named.or_else(|| Self::from_uri(name)).ok_or_else(|| UnknownDialect { name: name.to_owned() })
    }
}

impl Display for UnknownDialect {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        let known = Draft::ALL.map(Draft::name).join(", ");
        write!(formatter, "`{}` is not a known dialect; known are {known}", self.name)
    }
}

impl std::error::Error for UnknownDialect {}

#[cfg(test)]
mod tests {
    use super::{Dialect, Draft};

    #[test]
    fn dialects_are_known_by_name_and_by_uri() {
        for draft in Draft::ALL {
            assert_eq!(draft.name().parse(), Ok(Dialect::of(draft)));
            assert_eq!(Dialect::from_uri(draft.uri()), Some(Dialect::of(draft)));
        }
        assert_eq!("7".parse(), Ok(Dialect::of(Draft::Draft7)));
        assert_eq!("draft4".parse(), Ok(Dialect::of(Draft::Draft4)));
        let error = "3".parse::<Dialect>().unwrap_err();
        let known = "draft-04, draft-06, draft-07, 2019-09, 2020-12";
        assert_eq!(error.to_string(), format!("`3` is not a known dialect; known are {known}"));
    }

    #[test]
    fn keywords_have_the_meaning_of_their_draft() {
        let is_keyword = |draft, name| Dialect::of(draft).keyword(name).is_some();
        assert!(is_keyword(Draft::Draft4, "id") && !is_keyword(Draft::Draft6, "id"));
        assert!(!is_keyword(Draft::Draft4, "const") && is_keyword(Draft::Draft6, "const"));
        assert!(
            is_keyword(Draft::Draft201909, "additionalItems") && !is_keyword(Draft::Draft202012, "additionalItems")
        );
        assert!(is_keyword(Draft::Draft202012, "unevaluatedItems") && !is_keyword(Draft::Draft7, "unevaluatedItems"));
    }
}
