//! Vocabularies: groups of keywords that a metaschema turns on together (2020-12 Core §4.2.1).

/// One of the vocabularies of 2019-09 and 2020-12; the keywords of older drafts are sorted into them too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u16)]
pub enum Vocabulary {
    /// Identifiers and references, always on.
    Core = 1,
    /// Keywords that apply subschemas.
    Applicator = 1 << 1,
    /// `unevaluatedItems` and `unevaluatedProperties`; 2019-09 counts them as applicators.
    Unevaluated = 1 << 2,
    /// Assertions.
    Validation = 1 << 3,
    /// Annotations such as `title`.
    MetaData = 1 << 4,
    /// `format`, as an annotation.
    FormatAnnotation = 1 << 5,
    /// `format`, as an assertion.
    FormatAssertion = 1 << 6,
    /// `contentEncoding`, `contentMediaType` and `contentSchema`.
    Content = 1 << 7,
}

/// A set of vocabularies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Vocabularies(u16);

impl Vocabulary {
    /// The vocabulary that `uri` names in a `$vocabulary` of 2019-09 or 2020-12.
    ///
    /// 2019-09 has one vocabulary for `format`; a metaschema that requires it asks for assertion (2019-09 Validation
    /// §7.2), which is for the caller to know.
    #[must_use]
    pub fn from_uri(uri: &str) -> Option<Self> {
        let name = uri
            .strip_prefix("https://json-schema.org/draft/2020-12/vocab/")
            .or_else(|| uri.strip_prefix("https://json-schema.org/draft/2019-09/vocab/"))?;
        Some(match name {
            "core" => Self::Core,
            "applicator" => Self::Applicator,
            "unevaluated" => Self::Unevaluated,
            "validation" => Self::Validation,
            "meta-data" => Self::MetaData,
            "format" | "format-annotation" => Self::FormatAnnotation,
            "format-assertion" => Self::FormatAssertion,
            "content" => Self::Content,
            _ => return None,
        })
    }
}

impl Vocabularies {
    /// What a draft's own metaschema turns on: everything, with `format` as an annotation.
    pub const STANDARD: Self = Self(0xff & !(Vocabulary::FormatAssertion as u16));

    /// What no metaschema can turn off.
    pub const CORE: Self = Self(Vocabulary::Core as u16);

    /// The set and one more.
    #[must_use]
    pub const fn with(self, vocabulary: Vocabulary) -> Self {
        Self(self.0 | vocabulary as u16)
    }

    /// Whether the vocabulary is in the set. Either way to understand `format` is enough to know the keyword.
    #[must_use]
    pub const fn has(self, vocabulary: Vocabulary) -> bool {
        let asked = match vocabulary {
            Vocabulary::FormatAnnotation => vocabulary as u16 | Vocabulary::FormatAssertion as u16,
            other => other as u16,
        };
        self.0 & asked != 0
    }
}
