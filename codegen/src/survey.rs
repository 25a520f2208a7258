//! Where the subschemas of all documents are, what identifies them, and what they refer to.
//!
//! `load` asks a survey which documents are missing, `resolve` builds the graph from it. Documents are walked by their
//! dialect's table of keywords with an explicit stack, so depth and size cost nothing but their share of time.

mod dialects;
mod identify;
mod link;
mod openapi;
mod reference;
mod walk;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::dialect::Dialect;
use crate::options::Options;
use crate::source::{Source, Value};

use self::dialects::Dialects;

pub(crate) use self::link::{Links, Wanted, link};
pub(crate) use self::openapi::is_description;
pub(crate) use self::reference::Failure;

/// A subschema's place in [`Survey::sites`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SiteId(pub(crate) usize);

/// A resource's place in [`Survey::resources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ResourceId(pub(crate) usize);

/// Every subschema of every document.
pub(crate) struct Survey<'s> {
    pub(crate) sources: &'s [Source],
    pub(crate) sites: Vec<Site<'s>>,
    pub(crate) resources: Vec<Resource>,
    pub(crate) documents: Vec<Document>,
    pub(crate) diagnostics: Diagnostics,
    dialects: Dialects<'s>,
    /// Resources by `$id`.
    by_id: HashMap<String, ResourceId>,
    /// What is wrong with an `$id` that two resources have, as soon as a reference means it.
    ambiguous: HashMap<String, Diagnostic>,
    /// Documents' resources by the URI that they were retrieved from.
    by_place: HashMap<&'s str, ResourceId>,
}

/// A subschema.
#[derive(Debug)]
pub(crate) struct Site<'s> {
    pub(crate) value: Value<'s>,
    pub(crate) pointer: Arc<str>,
    pub(crate) scope: Scope,
    /// The subschemas in its keywords.
    pub(crate) applied: Vec<SiteId>,
    /// The subschemas that it keeps in `$defs` or `definitions`.
    pub(crate) defined: Vec<SiteId>,
}

/// What a subschema inherits from what encloses it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scope {
    pub(crate) source: usize,
    pub(crate) resource: ResourceId,
    pub(crate) dialect: Dialect,
    /// Whether it stands where no keyword has a schema, so that its identifiers are not real.
    is_adopted: bool,
}

/// A schema resource.
#[derive(Debug)]
pub(crate) struct Resource {
    pub(crate) uri: String,
    pub(crate) source: usize,
    pub(crate) pointer: Arc<str>,
    pub(crate) root: Option<SiteId>,
    pub(crate) anchors: BTreeMap<String, SiteId>,
    pub(crate) dynamic_anchors: BTreeMap<String, SiteId>,
}

/// What is known of a source as a whole.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) resource: ResourceId,
    pub(crate) dialect: Dialect,
    /// The root schema, if the document is one.
    pub(crate) root: Option<SiteId>,
    /// Subschemas of an OpenAPI document that deserve a name.
    pub(crate) named: Vec<(String, SiteId)>,
    /// References from places of an OpenAPI document that are not schemas.
    pub(crate) unresolved: Vec<(Arc<str>, Failure)>,
    by_pointer: HashMap<Arc<str>, SiteId>,
}

/// Surveys `sources`.
pub(crate) fn survey<'s>(sources: &'s [Source], options: &Options) -> Survey<'s> {
    let mut survey = Survey {
        sources,
        sites: Vec::new(),
        resources: Vec::new(),
        documents: Vec::new(),
        diagnostics: Diagnostics::new(),
        dialects: Dialects::of(sources, options.default_dialect),
        by_id: HashMap::new(),
        ambiguous: HashMap::new(),
        by_place: HashMap::new(),
    };
    survey.place_documents();
    // A description may refer to parts of other documents, so it comes after them.
    let (descriptions, schemas): (Vec<usize>, _) =
        (0..sources.len()).partition(|index| sources.get(*index).is_some_and(openapi::is_description));
    for index in schemas.into_iter().chain(descriptions) {
        survey.survey_document(index);
    }
    survey
}

impl<'s> Survey<'s> {
    /// The subschema that `id` names.
    pub(crate) fn site(&self, id: SiteId) -> Option<&Site<'s>> {
        self.sites.get(id.0)
    }

    /// The resource that `id` names.
    pub(crate) fn resource(&self, id: ResourceId) -> Option<&Resource> {
        self.resources.get(id.0)
    }

    /// The subschema at `pointer` in the source with the index `source`, if there is one.
    pub(crate) fn site_at(&self, source: usize, pointer: &str) -> Option<SiteId> {
        self.documents.get(source)?.by_pointer.get(pointer).copied()
    }

    /// Gives each document its base URI before any of them is walked, so that they can refer to each other.
    fn place_documents(&mut self) {
        for (index, source) in self.sources.iter().enumerate() {
            let resource = self.add_resource(source.uri().to_owned(), index, "".into());
            for place in std::iter::once(source.uri()).chain(source.aliases().iter().map(String::as_str)) {
                self.by_place.entry(place).or_insert(resource);
            }
            self.documents.push(Document {
                resource,
                dialect: Dialect::default(),
                root: None,
                named: Vec::new(),
                unresolved: Vec::new(),
                by_pointer: HashMap::new(),
            });
        }
    }

    fn survey_document(&mut self, index: usize) {
        let (Some(source), Some(document)) = (self.sources.get(index), self.documents.get(index)) else { return };
        let resource = document.resource;
        let (dialect, unknown) = self.dialects.of_document(source);
        self.diagnostics.extend(unknown);
        if let Some(document) = self.documents.get_mut(index) {
            document.dialect = dialect;
        }
        let scope = Scope { source: index, resource, dialect, is_adopted: false };
        if openapi::is_description(source) {
            self.survey_openapi(scope);
        } else {
            let root = self.walk(source.root(), "", scope);
            if let Some(document) = self.documents.get_mut(index) {
                document.root = root;
            }
        }
    }

    fn add_resource(&mut self, uri: String, source: usize, pointer: Arc<str>) -> ResourceId {
        let id = ResourceId(self.resources.len());
        let (anchors, dynamic_anchors) = (BTreeMap::new(), BTreeMap::new());
        self.resources.push(Resource { uri, source, pointer, root: None, anchors, dynamic_anchors });
        id
    }
}
