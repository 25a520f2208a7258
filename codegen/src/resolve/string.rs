//! Keywords for strings (2020-12 Validation §6.3 and §7).

use crate::dialect::{Draft, defines_format};
use crate::schema::Keyword;
use crate::support::Content;

use super::keyword::Assertions;

impl Assertions<'_, '_> {
    pub(super) fn push_string_keywords(&self, keywords: &mut Vec<Keyword>) {
        keywords.extend(self.count("minLength").map(Keyword::MinLength));
        keywords.extend(self.count("maxLength").map(Keyword::MaxLength));
        keywords.extend(self.text("pattern").map(|pattern| Keyword::Pattern(pattern.to_owned())));
        keywords.extend(self.format());
        keywords.extend(self.content().map(Keyword::Content));
    }

    /// `format` asserts if the options or the metaschema say so, and only formats that the draft defines.
    fn format(&self) -> Option<Keyword> {
        let dialect = self.site.scope.dialect;
        let asserts = self.resolution.format_assertion || dialect.asserts_format();
        let format = self.text("format").filter(|name| asserts && defines_format(dialect.draft(), name))?;
        Some(Keyword::Format(format.to_owned()))
    }

    /// Draft 7 lets `contentEncoding` and `contentMediaType` assert; later drafts say that they do not.
    fn content(&self) -> Option<Content> {
        let asserts = self.resolution.content_assertion && self.site.scope.dialect.draft() == Draft::Draft7;
        asserts.then(|| Content::of(self.text("contentEncoding"), self.text("contentMediaType"))).flatten()
    }
}
