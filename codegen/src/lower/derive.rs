//! Subschemas that no document holds, made of ones that do: what several say together, or what one says of some types.
//!
//! One that becomes a type is called by the URI of the resource that it belongs to, with a query that names its parts, so
//! that its name is as stable as theirs, and no other schema has it.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, utf8_percent_encode};

use crate::pointer::NOT_IN_FRAGMENT;
use crate::schema::{Annotations, Graph, Keyword, SchemaId, TypeSet};

use super::{Lowering, form};

/// What a URI cannot hold as it is where it is a part of another's query.
const URI_IN_QUERY: &AsciiSet = &NOT_IN_FRAGMENT.add(b'&').add(b'+');

/// The same for the fragment of a URI, in which the rest is percent-encoded already.
const FRAGMENT_IN_QUERY: &AsciiSet = &URI_IN_QUERY.remove(b'%');

impl Lowering<'_> {
    /// Some of the keywords that `schema` asserts, by which it is still called.
    pub(super) fn part(&mut self, schema: SchemaId, keywords: Vec<Keyword>) -> SchemaId {
        let uri = self.plan.graph.get(schema).uri.clone();
        self.derive(schema, uri, keywords)
    }

    /// One subschema that says what all of these say; the same ones always give the same, so that recursion ends.
    pub(super) fn joined(&mut self, schemas: &[SchemaId]) -> Option<SchemaId> {
        let (first, others) = schemas.split_first()?;
        if others.iter().all(|other| self.referred(*other) == self.referred(*first)) {
            return Some(*first);
        }
        let set: BTreeSet<SchemaId> = schemas.iter().copied().collect();
        if let Some(id) = self.conjunctions.get(&set) {
            return Some(*id);
        }
        let id = self.all_of(schemas);
        self.conjunctions.insert(set, id);
        Some(id)
    }

    /// What all of these say, like the first of them.
    pub(super) fn all_of(&mut self, schemas: &[SchemaId]) -> SchemaId {
        let first = schemas.first().copied().unwrap_or(SchemaId(usize::MAX));
        let query: Vec<(&str, SchemaId)> = schemas.iter().map(|schema| ("allOf", *schema)).collect();
        let uri = uri(&self.plan.graph, first, "", &query);
        self.derive(first, uri, vec![Keyword::AllOf(schemas.to_vec())])
    }

    /// One subschema that accepts what any of these accepts, and everything else if it is open; `None` without any. The
    /// same ones always give the same.
    pub(super) fn any_of(&mut self, schemas: &[SchemaId], is_open: bool) -> Option<SchemaId> {
        let mut seen = BTreeSet::new();
        let branches = schemas.iter().filter(|schema| seen.insert(self.referred(**schema)));
        let branches: Vec<SchemaId> = branches.copied().collect();
        let first = *branches.first()?;
        if branches.len() == 1 && !is_open {
            return Some(first);
        }
        let choice = (branches, is_open);
        if let Some(id) = self.disjunctions.get(&choice) {
            return Some(*id);
        }
        let id = self.alternatives(first, &choice.0, is_open);
        self.disjunctions.insert(choice, id);
        Some(id)
    }

    fn alternatives(&mut self, like: SchemaId, branches: &[SchemaId], is_open: bool) -> SchemaId {
        let graph = &self.plan.graph;
        let query: Vec<(&str, SchemaId)> = branches.iter().map(|schema| ("anyOf", *schema)).collect();
        let uri = uri(graph, like, if is_open { "anyOf=true" } else { "" }, &query);
        let mut branches = branches.to_vec();
        if is_open {
            let anything = self::uri(graph, like, "true", &[]);
            branches.push(self.described(like, anything, Vec::new(), "Anything else."));
        }
        let docs = "What a member holds that the schema does not name.";
        self.described(like, uri, vec![Keyword::AnyOf(branches)], docs)
    }

    /// A subschema that has only its place from another, not what people call that.
    fn described(&mut self, like: SchemaId, uri: String, keywords: Vec<Keyword>, docs: &str) -> SchemaId {
        let id = self.derive(like, uri, keywords);
        if let Some(subschema) = self.plan.graph.subschemas.get_mut(id.0) {
            subschema.annotations = Annotations { description: Some(docs.to_owned()), ..Annotations::default() };
        }
        id
    }

    /// A branch with the keywords `base` that stand beside it.
    pub(super) fn beside(&mut self, branch: SchemaId, base: SchemaId) -> SchemaId {
        let uri = uri(&self.plan.graph, branch, "", &[("allOf", branch), ("beside", base)]);
        self.derive(branch, uri, vec![Keyword::AllOf(vec![branch, base])])
    }

    /// A subschema, of these types only; asked for again, it is the same.
    pub(super) fn narrowed(&mut self, schema: SchemaId, types: TypeSet) -> SchemaId {
        if let Some(id) = self.narrowings.get(&(schema, types)) {
            return *id;
        }
        let names = types.names().join(",");
        let uri = uri(&self.plan.graph, schema, &format!("type={names}"), &[("allOf", schema)]);
        let id = self.derive(schema, uri, vec![Keyword::Type(types), Keyword::Ref(schema)]);
        self.narrowings.insert((schema, types), id);
        id
    }

    fn derive(&mut self, like: SchemaId, uri: String, keywords: Vec<Keyword>) -> SchemaId {
        let mut subschema = self.plan.graph.get(like).clone();
        subschema.keywords = keywords;
        subschema.uri = uri;
        subschema.annotations.default = None;
        let id = SchemaId(self.plan.graph.subschemas.len());
        self.plan.graph.subschemas.push(subschema);
        id
    }

    /// What a subschema stands for that is nothing but a reference.
    fn referred(&self, schema: SchemaId) -> SchemaId {
        let mut schema = schema;
        for _ in 0..self.plan.graph.subschemas.len() {
            let Some(target) = form::referred(self, schema) else { break };
            schema = target;
        }
        schema
    }
}

/// The name of a subschema like another, made of some parts: those of its own resource by their JSON Pointers.
pub(super) fn uri(graph: &Graph, like: SchemaId, query: &str, parts: &[(&str, SchemaId)]) -> String {
    let resource = graph.resources.get(graph.get(like).resource).map_or("", |resource| &resource.uri);
    let mark = if resource.contains('?') { "&" } else { "?" };
    let mut uri = format!("{resource}{mark}{query}");
    for (role, part) in parts {
        let part = &graph.get(*part).uri;
        let place = part.strip_prefix(resource).and_then(|place| place.strip_prefix('#'));
        let separator = if uri.ends_with(mark) { "" } else { "&" };
        uri.extend([separator, role, "="]);
        uri.extend(place.map_or_else(
            || utf8_percent_encode(part, URI_IN_QUERY),
            |place| utf8_percent_encode(place, FRAGMENT_IN_QUERY),
        ));
    }
    uri.push('#');
    uri
}
