//! Following all references, from the requested documents outwards.

use std::collections::{HashMap, VecDeque};

use crate::dialect::Dialect;
use crate::source::{Source, Value};

use super::reference::{Failure, Reference};
use super::{ResourceId, SiteId, Survey};

/// The keywords that refer to other schemas.
const KEYWORDS: [&str; 3] = ["$ref", "$dynamicRef", "$recursiveRef"];

/// The subschemas that matter, and what their references lead to.
#[derive(Debug, Default)]
pub(crate) struct Links {
    /// All subschemas of the requested documents, then what they refer to.
    pub(crate) reached: Vec<SiteId>,
    pub(crate) unresolved: Vec<Unresolved>,
    references: HashMap<(SiteId, &'static str), Reference>,
}

/// A reference that leads nowhere.
#[derive(Debug)]
pub(crate) struct Unresolved {
    pub(crate) site: SiteId,
    pub(crate) keyword: &'static str,
    pub(crate) failure: Failure,
}

/// A document that is referred to but not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The URIs that it may have, the likeliest first.
    pub(crate) uris: Vec<String>,
    /// The dialect of what refers to it.
    pub(crate) dialect: Option<Dialect>,
}

/// The subschemas that are found but not looked into yet.
#[derive(Default)]
struct Frontier {
    waiting: VecDeque<SiteId>,
    is_reached: Vec<bool>,
    is_entered: Vec<bool>,
}

/// Follows all references.
pub(crate) fn link(survey: &mut Survey<'_>) -> Links {
    let (mut links, mut frontier) = (Links::default(), Frontier::default());
    for index in 0..survey.sites.len() {
        if survey.is_requested(SiteId(index)) {
            frontier.reach(SiteId(index));
        }
    }
    frontier.reach_all(survey.documents.iter().flat_map(|document| document.named.iter().map(|(_, site)| *site)));
    while let Some(site) = frontier.waiting.pop_front() {
        links.reached.push(site);
        links.follow_all(survey, site, &mut frontier);
        survey.spread(site, &mut frontier);
    }
    links
}

impl Links {
    /// What the keyword of a subschema leads to.
    pub(crate) fn get(&self, site: SiteId, keyword: &'static str) -> Option<&Reference> {
        self.references.get(&(site, keyword))
    }

    /// The documents that would make more references lead somewhere.
    pub(crate) fn wanted(&self, survey: &Survey<'_>) -> Vec<Wanted> {
        let outside =
            survey.documents.iter().flat_map(|document| document.unresolved.iter().map(|(_, failure)| failure));
        let failures = self.unresolved.iter().map(|unresolved| &unresolved.failure).chain(outside);
        failures.filter_map(Failure::wanted).chain(survey.wanted_metaschemas()).collect()
    }

    fn follow_all(&mut self, survey: &mut Survey<'_>, site: SiteId, frontier: &mut Frontier) {
        for keyword in KEYWORDS {
            let Some((reference, scope)) = survey.reference(site, keyword) else { continue };
            match survey.follow(keyword, reference, scope) {
                Ok(reference) => {
                    frontier.reach(reference.target);
                    self.references.insert((site, keyword), reference);
                }
                Err(failure) => self.unresolved.push(Unresolved { site, keyword, failure }),
            }
        }
    }
}

impl<'s> Survey<'s> {
    fn is_requested(&self, site: SiteId) -> bool {
        let source = self.site(site).and_then(|site| self.sources.get(site.scope.source));
        source.is_some_and(Source::is_requested)
    }

    fn reference(&self, site: SiteId, keyword: &str) -> Option<(&'s str, super::Scope)> {
        let site = self.site(site)?;
        let reference = site.value.get(keyword)?.as_str()?;
        site.scope.dialect.keyword(keyword).map(|_| (reference, site.scope))
    }

    /// Reaches what a subschema applies, and what `$dynamicRef`s may find in its resource. Definitions of documents
    /// that nobody asked for wait until something refers to them.
    fn spread(&self, site: SiteId, frontier: &mut Frontier) {
        let Some(found) = self.site(site) else { return };
        frontier.reach_all(found.applied.iter().copied());
        if let Some(resource) = frontier.enter(found.scope.resource).and_then(|entered| self.resource(entered)) {
            frontier.reach_all(resource.dynamic_anchors.values().copied());
        }
    }

    /// The metaschemas that documents name and nobody knows.
    fn wanted_metaschemas(&self) -> impl Iterator<Item = Wanted> + '_ {
        self.sources.iter().filter_map(|source| {
            let name = source.root().get("$schema").and_then(Value::as_str)?;
            let is_known = Dialect::from_uri(name).is_some() || self.dialects.metaschema(source, name).is_some();
            let uris = vec![crate::uri::resolve(source.uri(), name)];
            (!is_known).then_some(Wanted { uris, dialect: None })
        })
    }
}

impl Failure {
    fn wanted(&self) -> Option<Wanted> {
        let Self::UnknownUri { uri, place, dialect } = self else { return None };
        let uris = std::iter::once(uri).chain(place).cloned().collect();
        Some(Wanted { uris, dialect: Some(*dialect) })
    }
}

impl Frontier {
    fn reach(&mut self, site: SiteId) {
        if mark(&mut self.is_reached, site.0) {
            self.waiting.push_back(site);
        }
    }

    fn reach_all(&mut self, sites: impl IntoIterator<Item = SiteId>) {
        for site in sites {
            self.reach(site);
        }
    }

    /// The resource, if it had not been entered before.
    fn enter(&mut self, resource: ResourceId) -> Option<ResourceId> {
        mark(&mut self.is_entered, resource.0).then_some(resource)
    }
}

/// Sets the mark at `index`; says whether it was not set before.
fn mark(marks: &mut Vec<bool>, index: usize) -> bool {
    if marks.len() <= index {
        marks.resize(index.saturating_add(1), false);
    }
    marks.get_mut(index).is_some_and(|mark| !std::mem::replace(mark, true))
}
