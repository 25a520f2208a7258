//! The subschemas of a document that their author has given a name.

use std::collections::BTreeSet;

use crate::pointer;
use crate::schema::SchemaId;
use crate::survey::SiteId;

use super::Resolution;

impl Resolution<'_> {
    /// The members of `$defs` and `definitions` at the root and in embedded resources, and the components and inline
    /// schemas of an OpenAPI description; of documents that nobody asked for, those that are referred to.
    pub(super) fn definitions(&self, source: usize) -> Vec<(String, SchemaId)> {
        let Some(document) = self.survey.documents.get(source) else { return Vec::new() };
        let described = document.named.iter().filter_map(|(name, site)| Some((name.clone(), self.id(*site)?)));
        let resources = self.survey.resources.iter().filter(|resource| resource.source == source);
        let roots: BTreeSet<SiteId> = resources.filter_map(|resource| resource.root).chain(document.root).collect();
        described.chain(roots.into_iter().flat_map(|root| self.defined_by(root))).collect()
    }

    fn defined_by(&self, root: SiteId) -> Vec<(String, SchemaId)> {
        let Some(site) = self.survey.site(root) else { return Vec::new() };
        let mut defined = Vec::new();
        for (keyword, definitions) in site.value.members() {
            if keyword != "$defs" && keyword != "definitions" {
                continue;
            }
            for (name, _) in definitions.members() {
                let pointer = pointer::join(&site.pointer, &[&keyword, &name]);
                let id = self.survey.site_at(site.scope.source, &pointer).and_then(|site| self.id(site));
                defined.extend(id.map(|id| (name.into_owned(), id)));
            }
        }
        defined
    }
}
