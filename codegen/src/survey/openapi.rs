//! The subschemas of an OpenAPI description, and the names that its operations suggest for them.
//!
//! A description is no schema but holds many: in its components, and inline in parameters, bodies and headers. Since
//! 3.1 they are plain 2020-12 unless `jsonSchemaDialect` says otherwise (OpenAPI 3.1.1 §4.8.24).

mod object;

use std::collections::{BTreeSet, VecDeque};

use crate::diagnostic::Diagnostic;
use crate::pointer;
use crate::source::{Source, Value};
use crate::uri;

use super::reference::{Failure, kind};
use super::{Scope, SiteId, Survey};

use self::object::{Object, Part};

/// An OpenAPI object that is still to be visited.
struct Pending<'s> {
    part: Part<'s>,
    pointer: String,
    scope: Scope,
}

/// What a walk through a description gathers.
struct Gathered<'s> {
    pending: VecDeque<Pending<'s>>,
    visited: BTreeSet<(usize, String)>,
    named: Vec<(String, SiteId)>,
    unresolved: Vec<(std::sync::Arc<str>, Failure)>,
}

/// Whether a document says that it is an OpenAPI description.
pub(crate) fn is_description(source: &Source) -> bool {
    version(source).is_some()
}

fn version(source: &Source) -> Option<(&'static str, &str)> {
    let stated = |member| source.root().get(member).and_then(Value::as_str).map(|version| (member, version));
    stated("openapi").or_else(|| stated("swagger"))
}

impl<'s> Survey<'s> {
    /// Surveys a description in the scope of its document.
    pub(super) fn survey_openapi(&mut self, scope: Scope) {
        let Some(source) = self.sources.get(scope.source) else { return };
        if let Some(unsupported) = unsupported(source) {
            self.diagnostics.push(unsupported);
            return;
        }
        let root = Part::of(Object::Description, source.root());
        let pending = VecDeque::from([Pending { part: root, pointer: String::new(), scope }]);
        let mut gathered = Gathered { pending, visited: BTreeSet::new(), named: Vec::new(), unresolved: Vec::new() };
        while let Some(next) = gathered.pending.pop_front() {
            if gathered.visited.insert((next.scope.source, next.pointer.clone())) {
                self.visit_object(next, &mut gathered);
            }
        }
        if let Some(document) = self.documents.get_mut(scope.source) {
            document.named = gathered.named;
            document.unresolved = gathered.unresolved;
        }
    }

    fn visit_object(&mut self, next: Pending<'s>, gathered: &mut Gathered<'s>) {
        let Pending { part, pointer, scope } = next;
        if part.object == Object::Schema {
            self.visit_schema(&part, pointer, scope, gathered);
            return;
        }
        if let Some(reference) = part.value.get("$ref").and_then(Value::as_str) {
            match self.referenced_object(reference, scope) {
                Ok((value, target, scope)) => {
                    gathered.pending.push_back(Pending { part: Part { value, ..part }, pointer: target, scope });
                }
                Err(failure) => gathered.unresolved.push((pointer::join(&pointer, &["$ref"]).into(), failure)),
            }
            return;
        }
        for (tokens, part) in part.parts() {
            let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
            gathered.pending.push_back(Pending { part, pointer: pointer::join(&pointer, &tokens), scope });
        }
    }

    fn visit_schema(&mut self, part: &Part<'s>, pointer: String, scope: Scope, gathered: &mut Gathered<'s>) {
        if !part.value.is_schema() {
            let failure = Failure::NoSchema { kind: kind(part.value.json()) };
            gathered.unresolved.push((pointer.into(), failure));
            return;
        }
        let is_own = self.documents.get(scope.source).is_some_and(|document| document.root.is_none());
        let site =
            if is_own { self.walk(part.value, &pointer, scope) } else { self.find_site(scope.source, pointer).ok() };
        if let (Some(name), Some(site)) = (&part.name, site) {
            gathered.named.push((name.clone(), site));
        }
    }

    /// What a Reference Object leads to.
    fn referenced_object(&self, reference: &str, scope: Scope) -> Result<(Value<'s>, String, Scope), Failure> {
        let resource = self.find_resource(reference, scope)?;
        let fragment = uri::split_fragment(reference).1.unwrap_or_default();
        let Some(found) = self.resource(resource) else { return Err(Failure::NoSchema { kind: "nothing" }) };
        let Some(pointer) = pointer::from_fragment(fragment) else {
            return Err(Failure::UnknownAnchor { resource, anchor: fragment.to_owned() });
        };
        let (source, pointer) = (found.source, format!("{}{pointer}", found.pointer));
        let scope = Scope { source, resource, ..scope };
        match self.sources.get(source).and_then(|source| source.at(&pointer)) {
            Some(value) => Ok((value, pointer, scope)),
            None => Err(Failure::UnknownPointer { source, pointer }),
        }
    }
}

fn unsupported(source: &Source) -> Option<Diagnostic> {
    let (member, version) = version(source)?;
    if member == "openapi" && ["3.1", "3.2"].iter().any(|known| version.starts_with(known)) {
        return None;
    }
    let message = format!(
        "OpenAPI {version} describes data in a schema language of its own; 3.1 is the first to use JSON Schema"
    );
    let unsupported = Diagnostic::error("unsupported-openapi", message)
        .with_help("convert the description to OpenAPI 3.1, or generate from JSON Schemas");
    Some(unsupported.at_value(source, &pointer::join("", &[member])))
}
