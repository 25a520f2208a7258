//! What a user can ask of the generator.

use std::path::PathBuf;

use crate::dialect::Dialect;

/// The options of all stages; the default is what most users want.
///
/// ```
/// use codegen::options::Options;
///
/// let options = Options::default().format_assertion(false).resolve("https://example.com/", "vendor/schemas");
/// assert_eq!(options.resolve.len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Folders that stand for URI prefixes; the first prefix that fits counts.
    pub resolve: Vec<(String, PathBuf)>,
    /// Whether `format` asserts. Plain 2020-12 says no, most authors mean yes.
    pub format_assertion: bool,
    /// Whether `contentEncoding` and `contentMediaType` assert in draft 7, which leaves that open.
    pub content_assertion: bool,
    /// Whether a schema without `type` has that of which its keywords speak. The types then accept less than the schema.
    pub infer_types: bool,
    /// The dialect of documents without `$schema`.
    pub default_dialect: Dialect,
    /// The name of the root type, instead of what the document suggests.
    pub root_name: Option<String>,
}

impl Options {
    /// Looks for URIs that begin with `prefix` in `folder`.
    #[must_use]
    pub fn resolve(mut self, prefix: impl Into<String>, folder: impl Into<PathBuf>) -> Self {
        self.resolve.push((prefix.into(), folder.into()));
        self
    }

    /// Says whether `format` asserts.
    #[must_use]
    pub fn format_assertion(self, format_assertion: bool) -> Self {
        Self { format_assertion, ..self }
    }

    /// Says whether `contentEncoding` and `contentMediaType` assert in draft 7.
    #[must_use]
    pub fn content_assertion(self, content_assertion: bool) -> Self {
        Self { content_assertion, ..self }
    }

    /// Says whether a schema without `type` has that of which its keywords speak; each is reported as a warning.
    #[must_use]
    pub fn infer_types(self, infer_types: bool) -> Self {
        Self { infer_types, ..self }
    }

    /// Sets the dialect of documents without `$schema`.
    #[must_use]
    pub fn default_dialect(self, default_dialect: Dialect) -> Self {
        Self { default_dialect, ..self }
    }

    /// Names the root type.
    #[must_use]
    pub fn root_name(self, name: impl Into<String>) -> Self {
        Self { root_name: Some(name.into()), ..self }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            resolve: Vec::new(),
            format_assertion: true,
            content_assertion: false,
            infer_types: false,
            default_dialect: Dialect::default(),
            root_name: None,
        }
    }
}
