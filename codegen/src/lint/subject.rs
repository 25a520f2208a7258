//! What rules look at: the subschemas of the requested documents, as they were written and as they were resolved.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use jsonschema::Validator;

use crate::Planned;
use crate::judge::Judge;
use crate::options::Options;
use crate::plan::Plan;
use crate::schema::{Keyword, SchemaId};
use crate::sensitive::{self, Marks};
use crate::source::Source;
use crate::support::Json;
use crate::survey;

use super::site::Site;

/// Schemas to be held against the rules.
pub(super) struct Subject<'s> {
    pub(super) plan: &'s Plan,
    pub(super) sources: &'s [Source],
    /// The validator that has the last word, if it takes the documents.
    pub(super) judge: Option<Judge>,
    /// The subschemas of the requested documents, in document order.
    pub(super) sites: Vec<Site<'s>>,
    places: BTreeMap<SchemaId, usize>,
    /// The validators that were asked for; several rules ask for the same ones.
    validators: RefCell<BTreeMap<SchemaId, Option<Rc<Validator>>>>,
    /// The subschemas that apply a subschema to the same instance.
    appliers: BTreeMap<SchemaId, BTreeSet<SchemaId>>,
}

impl<'s> Subject<'s> {
    /// The schemas of a plan.
    pub(super) fn of(planned: &'s Planned, options: &Options) -> Self {
        let sources = &planned.sources;
        let sites = sites(sources, options);
        let places = sites.iter().enumerate().map(|(place, site)| (site.id, place)).collect();
        let judge = Judge::new(sources, options).ok();
        let plan = &planned.plan;
        Self { plan, sources, judge, sites, places, validators: RefCell::default(), appliers: appliers(plan) }
    }

    /// The place of a resolved subschema, if a requested document holds it.
    pub(super) fn site(&self, id: SchemaId) -> Option<&Site<'s>> {
        self.places.get(&id).and_then(|place| self.sites.get(*place))
    }

    /// The keywords of a subschema, resolved.
    pub(super) fn keywords(&self, id: SchemaId) -> &'s [Keyword] {
        &self.plan.graph.get(id).keywords
    }

    /// The named types that the requested documents define: what the definition is called, and its schema.
    pub(super) fn definitions(&self) -> impl Iterator<Item = (&'s str, &Site<'s>)> {
        let documents = self.plan.graph.documents.iter().filter(|document| document.is_requested);
        let named = documents.flat_map(|document| &document.definitions);
        named.filter_map(|(name, id)| Some((name.as_str(), self.site(*id).filter(|site| site.is_definition())?)))
    }

    /// The roots of the requested documents that assert something.
    pub(super) fn roots(&self) -> impl Iterator<Item = &Site<'s>> {
        let documents = self.plan.graph.documents.iter().filter(|document| document.is_requested);
        let roots = documents.filter_map(|document| document.root);
        roots.filter(|root| !self.keywords(*root).is_empty()).filter_map(|root| self.site(root))
    }

    /// The validator of a subschema, if the judge takes it.
    pub(super) fn validator(&self, id: SchemaId) -> Option<Rc<Validator>> {
        let make = || self.judge.as_ref()?.validator_of(&self.plan.graph, id).ok().map(Rc::new);
        self.validators.borrow_mut().entry(id).or_insert_with(make).clone()
    }

    /// Why a subschema refuses a value, if it does; what is sensitive is not shown.
    pub(super) fn refusal(&self, id: SchemaId, value: &Json) -> Option<String> {
        let instance = value.clone().into();
        let validator = self.validator(id)?;
        validator.iter_errors(&instance).next().map(|error| {
            let place = error.instance_path().as_str();
            let is_hidden = sensitive::is_hidden(place, &Marks { graph: &self.plan.graph, schema: id }.places(value));
            let error = if is_hidden { error.masked_with(sensitive::NOT_SHOWN).to_string() } else { error.to_string() };
            if place.is_empty() { error } else { format!("{error} (at {place})") }
        })
    }

    /// Whether a subschema, or one that it applies to the same instance, has such a keyword.
    pub(super) fn says(&self, id: SchemaId, is_meant: impl Fn(&Keyword) -> bool) -> bool {
        let mut applied = BTreeSet::from([id]);
        spread(&mut applied, |id| self.keywords(id).iter().flat_map(Keyword::in_place_subschemas).collect());
        applied.iter().any(|id| self.keywords(*id).iter().any(&is_meant))
    }

    /// A subschema and all that apply to the same instance because of it or around it.
    pub(super) fn applied_with(&self, id: SchemaId) -> BTreeSet<SchemaId> {
        let mut above = BTreeSet::from([id]);
        spread(&mut above, |id| self.appliers.get(&id).into_iter().flatten().copied().collect());
        spread(&mut above, |id| self.keywords(id).iter().flat_map(Keyword::in_place_subschemas).collect());
        above
    }
}

/// Adds what follows from what is there, until nothing new does.
fn spread(reached: &mut BTreeSet<SchemaId>, next: impl Fn(SchemaId) -> Vec<SchemaId>) {
    let mut pending: Vec<SchemaId> = reached.iter().copied().collect();
    while let Some(id) = pending.pop() {
        pending.extend(next(id).into_iter().filter(|found| reached.insert(*found)));
    }
}

fn sites<'s>(sources: &'s [Source], options: &Options) -> Vec<Site<'s>> {
    let mut survey = survey::survey(sources, options);
    let links = survey::link(&mut survey);
    let reached = links.reached.iter().enumerate();
    let sites = reached.filter_map(|(index, site)| {
        let site = survey.site(*site)?;
        let source = sources.get(site.scope.source).filter(|source| source.is_requested())?;
        let pointer = site.pointer.to_string();
        Some(Site { value: site.value, pointer, dialect: site.scope.dialect, id: SchemaId(index), source })
    });
    sites.collect()
}

fn appliers(plan: &Plan) -> BTreeMap<SchemaId, BTreeSet<SchemaId>> {
    let mut appliers: BTreeMap<SchemaId, BTreeSet<SchemaId>> = BTreeMap::new();
    for (index, subschema) in plan.graph.subschemas.iter().enumerate() {
        for applied in
            subschema.keywords.iter().filter(|keyword| !is_reference(keyword)).flat_map(Keyword::in_place_subschemas)
        {
            appliers.entry(applied).or_default().insert(SchemaId(index));
        }
    }
    appliers
}

fn is_reference(keyword: &Keyword) -> bool {
    matches!(keyword, Keyword::Ref(_) | Keyword::DynamicRef { .. })
}
