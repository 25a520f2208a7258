//! From documents to one graph: every subschema a node, every reference an edge, every draft's keywords in one form.
//!
//! All that can be wrong with a schema as a schema is found here, and located: mistakes that its metaschema knows,
//! identifiers that clash, references that lead nowhere or in circles, patterns that are no regular expressions.

mod annotation;
mod array;
pub(crate) mod cycle;
mod definition;
mod failure;
mod inference;
mod keyword;
mod logic;
mod number;
mod object;
mod pattern;
mod string;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::diagnostic::Diagnostics;
use crate::dialect::Draft;
use crate::metaschema;
use crate::options::Options;
use crate::pointer;
use crate::schema::{Document, Graph, Location, Resource, SchemaId, Subschema};
use crate::source::Source;
use crate::survey::{self, Links, ResourceId, Site, SiteId, Survey};

use self::keyword::Assertions;

/// A survey with everything that makes nodes of its sites.
struct Resolution<'s> {
    survey: Survey<'s>,
    links: Links,
    /// The node of each site that has one.
    ids: Vec<Option<SchemaId>>,
    /// The resources that the graph has, in its order.
    resources: Vec<ResourceId>,
    /// The places of the survey's resources in that order.
    places: HashMap<ResourceId, usize>,
    format_assertion: bool,
    content_assertion: bool,
    infers_types: bool,
}

/// Resolves `sources`, which must hold everything that they refer to, as [`load`](crate::load::load) sees to.
///
/// The graph is whole unless the diagnostics are fatal.
///
/// ```
/// use codegen::{options::Options, resolve::resolve, source::Source};
///
/// let text = r##"{"properties": {"a": {"$ref": "#/$defs/b"}}, "$defs": {"c": true}}"##;
/// let sources = [Source::parse("a.json", "file:///a.json", text).unwrap()];
/// let (_, diagnostics) = resolve(&sources, &Options::default());
/// let dangling = "a.json:1:31: error[dangling-ref] at /properties/a/$ref: `/$defs` has no member `b`\n";
/// assert_eq!(diagnostics.to_string(), format!("{dangling}  help: did you mean `c`?"));
/// ```
pub fn resolve(sources: &[Source], options: &Options) -> (Graph, Diagnostics) {
    let mut survey = survey::survey(sources, options);
    let links = survey::link(&mut survey);
    let mut diagnostics = std::mem::take(&mut survey.diagnostics);
    let resolution = Resolution::of(survey, links, options);
    diagnostics.extend(resolution.failures());
    diagnostics.extend(resolution.check());
    diagnostics.extend(resolution.inferred_types());
    let graph = resolution.graph(&mut diagnostics);
    diagnostics.extend(cycle::find(&graph, sources));
    (graph, diagnostics)
}

impl<'s> Resolution<'s> {
    fn of(survey: Survey<'s>, links: Links, options: &Options) -> Self {
        let mut ids = vec![None; survey.sites.len()];
        let (mut resources, mut places) = (Vec::new(), HashMap::new());
        for (index, site) in links.reached.iter().enumerate() {
            if let Some(id) = ids.get_mut(site.0) {
                *id = Some(SchemaId(index));
            }
            if let Some(resource) = survey.site(*site).map(|site| site.scope.resource)
                && let Entry::Vacant(place) = places.entry(resource)
            {
                place.insert(resources.len());
                resources.push(resource);
            }
        }
        Self {
            survey,
            links,
            ids,
            resources,
            places,
            format_assertion: options.format_assertion,
            content_assertion: options.content_assertion,
            infers_types: options.infer_types,
        }
    }

    /// Holds every subschema that matters against its metaschema.
    fn check(&self) -> Diagnostics {
        let sites = self.links.reached.iter().filter_map(|id| self.survey.site(*id));
        let violations = sites.flat_map(|site| metaschema::check(site.value, &site.pointer, site.scope.dialect));
        violations.chain(metaschema::check_by_own(self.survey.sources)).collect()
    }

    /// Where a type is taken for granted that a schema does not say, if the options allow that.
    fn inferred_types(&self) -> Diagnostics {
        let reached = self.links.reached.iter().filter(|_| self.infers_types);
        let sites = reached.filter_map(|id| Some((*id, self.survey.site(*id)?)));
        sites.filter_map(|(id, site)| Assertions { resolution: self, id, site }.inferred_type()).collect()
    }

    fn graph(&self, diagnostics: &mut Diagnostics) -> Graph {
        let sites = self.links.reached.iter().filter_map(|id| Some((*id, self.survey.site(*id)?)));
        let subschemas: Vec<Subschema> = sites.map(|(id, site)| self.subschema(id, site)).collect();
        Graph {
            patterns: pattern::compile(&subschemas, self.survey.sources, diagnostics),
            n_written: subschemas.len(),
            subschemas,
            resources: self.graph_resources(),
            documents: (0..self.survey.sources.len()).filter_map(|index| self.document(index)).collect(),
            ..Graph::default()
        }
    }

    fn subschema(&self, id: SiteId, site: &Site<'s>) -> Subschema {
        let assertions = Assertions { resolution: self, id, site };
        Subschema {
            location: Location { source: site.scope.source, pointer: site.pointer.to_string() },
            resource: self.places.get(&site.scope.resource).copied().unwrap_or_default(),
            uri: self.uri(site),
            annotations: assertions.annotations(),
            keywords: assertions.keywords(),
        }
    }

    /// The absolute keyword location (2020-12 Core §12.3.3).
    fn uri(&self, site: &Site<'s>) -> String {
        let Some(resource) = self.survey.resource(site.scope.resource) else { return String::new() };
        let pointer = site.pointer.strip_prefix(&*resource.pointer).unwrap_or(&site.pointer);
        format!("{}#{}", resource.uri, pointer::to_fragment(pointer))
    }

    fn graph_resources(&self) -> Vec<Resource> {
        let resource = |id: &ResourceId| {
            let resource = self.survey.resource(*id)?;
            let anchors = resource.dynamic_anchors.iter();
            let dynamic_anchors = anchors.filter_map(|(name, site)| Some((name.clone(), self.id(*site)?))).collect();
            Some(Resource { uri: resource.uri.clone(), dynamic_anchors })
        };
        self.resources.iter().filter_map(resource).collect()
    }

    fn document(&self, source: usize) -> Option<Document> {
        let document = self.survey.documents.get(source)?;
        let is_requested = self.survey.sources.get(source)?.is_requested();
        let site = document.root.and_then(|root| self.survey.site(root));
        let draft = site.map_or(Draft::Draft202012, |site| site.scope.dialect.draft());
        let root = document.root.and_then(|root| self.id(root));
        Some(Document { source, is_requested, draft, root, definitions: self.definitions(source) })
    }

    /// The node of a site.
    fn id(&self, site: SiteId) -> Option<SchemaId> {
        self.ids.get(site.0).copied().flatten()
    }
}
