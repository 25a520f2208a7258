//! Annotations: what a subschema says without asserting anything.

use crate::metaschema::depth_exceeds;
use crate::schema::Annotations;
use crate::stack::ORDINARY_DEPTH;
use crate::support::Json;

use super::keyword::Assertions;

impl Assertions<'_, '_> {
    /// The annotations. Drafts that do not define one of them are not held to it: what it means is clear. Values that
    /// are nested deeper than any document are left out.
    pub(super) fn annotations(&self) -> Annotations {
        let mut annotations = Annotations::default();
        for (name, value) in self.site.value.members() {
            let json = value.json();
            if depth_exceeds(json, ORDINARY_DEPTH) {
                continue;
            }
            match (&*name, json) {
                ("title", Json::String(text)) => annotations.title = Some(text.clone()),
                ("description", Json::String(text)) => annotations.description = Some(text.clone()),
                ("default", default) => annotations.default = Some(default.clone()),
                ("examples", Json::Array(examples)) => annotations.examples.clone_from(examples),
                ("deprecated", Json::Bool(flag)) => annotations.is_deprecated = *flag,
                ("readOnly", Json::Bool(flag)) => annotations.is_read_only = *flag,
                ("writeOnly", Json::Bool(flag)) => annotations.is_write_only = *flag,
                ("contentEncoding", Json::String(text)) => annotations.content_encoding = Some(text.clone()),
                ("contentMediaType", Json::String(text)) => annotations.content_media_type = Some(text.clone()),
                _ if self.is_extension(&name) => annotations.extensions.push((name.into_owned(), json.clone())),
                _ => {}
            }
        }
        annotations
    }

    /// Whether no keyword of the dialect is called that (2020-12 Core §6.5).
    fn is_extension(&self, name: &str) -> bool {
        self.site.scope.dialect.keyword(name).is_none()
    }
}
