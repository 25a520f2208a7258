//! What identifies a subschema: its dialect, its `$id` and its anchors.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::dialect::Draft;
use crate::pointer;
use crate::source::Value;
use crate::uri;

use super::{ResourceId, Scope, SiteId, Survey};

impl<'s> Survey<'s> {
    /// The scope that `value`, about to become `site`, opens or inherits; registers its identifiers.
    pub(super) fn identify(&mut self, value: Value<'s>, pointer: &Arc<str>, scope: Scope, site: SiteId) -> Scope {
        let mut scope = Scope { dialect: self.dialect_of(value, pointer, scope), ..scope };
        let draft = scope.dialect.draft();
        let id = value.get(draft.id_keyword()).and_then(Value::as_str).unwrap_or_default();
        let is_ignored = draft.ignores_ref_siblings() && value.get("$ref").and_then(Value::as_str).is_some();
        let (uri, fragment) = uri::split_fragment(id);
        // Strictly, an `$id` beside a `$ref` is ignored too; at the root nothing else could be meant by it.
        if !uri.is_empty() && (!is_ignored || pointer.is_empty()) {
            scope.resource = self.identify_resource(uri, pointer, scope);
        }
        if self.is_root(scope.resource, scope.source, pointer)
            && let Some(resource) = self.resources.get_mut(scope.resource.0)
        {
            resource.root = Some(site);
        }
        if draft.ignores_ref_siblings() && !is_ignored {
            self.add_anchor(fragment.unwrap_or_default(), draft.id_keyword(), pointer, scope, site);
        }
        self.identify_anchors(value, pointer, scope, site);
        scope
    }

    /// A `$schema` counts where a resource begins (2020-12 Core §8.1.1).
    fn dialect_of(&mut self, value: Value<'s>, pointer: &str, scope: Scope) -> crate::dialect::Dialect {
        let Some(schema) = value.get("$schema").and_then(Value::as_str) else { return scope.dialect };
        if pointer.is_empty() || (value.get("$id").is_none() && value.get("id").is_none()) {
            return scope.dialect;
        }
        let (dialect, unknown) = self.dialects.named(value.source(), &pointer::join(pointer, &["$schema"]), schema);
        self.diagnostics.extend(unknown);
        dialect.unwrap_or(scope.dialect)
    }

    /// The resource that an `$id` begins. One URI for two schemas is an error since draft 6; in draft 4, whose schemas
    /// repeat the `id`s that a tool wrote into every member, it is one only where a reference means it.
    fn identify_resource(&mut self, id: &str, pointer: &Arc<str>, scope: Scope) -> ResourceId {
        let base = self.resource(scope.resource).map(|resource| resource.uri.as_str()).unwrap_or_default();
        let uri = uri::resolve(base, id);
        if scope.is_adopted {
            return self.add_resource(uri, scope.source, Arc::clone(pointer));
        }
        if let Some(first) = self.by_id.get(&uri).copied() {
            let duplicate = self.duplicate_id(&uri, first, pointer, scope);
            if scope.dialect.draft() == Draft::Draft4 {
                self.ambiguous.entry(uri.clone()).or_insert(duplicate);
            } else {
                self.diagnostics.push(duplicate);
            }
        }
        let resource = if pointer.is_empty() {
            if let Some(resource) = self.resources.get_mut(scope.resource.0) {
                resource.uri.clone_from(&uri);
            }
            scope.resource
        } else {
            self.add_resource(uri.clone(), scope.source, Arc::clone(pointer))
        };
        self.by_id.entry(uri).or_insert(resource);
        resource
    }

    fn identify_anchors(&mut self, value: Value<'s>, pointer: &Arc<str>, scope: Scope, site: SiteId) {
        for keyword in ["$anchor", "$dynamicAnchor"] {
            let is_keyword = scope.dialect.keyword(keyword).is_some();
            if let Some(name) = value.get(keyword).and_then(Value::as_str).filter(|_| is_keyword) {
                self.add_anchor(name, keyword, pointer, scope, site);
            }
        }
        let is_recursive = value.get("$recursiveAnchor").is_some_and(|flag| flag.json().as_bool() == Some(true));
        if is_recursive
            && scope.dialect.keyword("$recursiveAnchor").is_some()
            && self.is_root(scope.resource, scope.source, pointer)
            && let Some(resource) = self.resources.get_mut(scope.resource.0)
        {
            resource.dynamic_anchors.insert(String::new(), site);
        }
    }

    fn add_anchor(&mut self, name: &str, keyword: &str, pointer: &Arc<str>, scope: Scope, site: SiteId) {
        let Some(resource) = self.resources.get_mut(scope.resource.0) else { return };
        // No reference finds an anchor by what reads as a JSON Pointer, such as draft-07's `"$id": "#/properties/a"`.
        if scope.is_adopted || pointer::from_fragment(name).is_some() {
            return;
        }
        let first = *resource.anchors.entry(name.to_owned()).or_insert(site);
        if keyword == "$dynamicAnchor" {
            resource.dynamic_anchors.entry(name.to_owned()).or_insert(site);
        }
        if first != site {
            self.report_duplicate_anchor(name, keyword, first, pointer, scope);
        }
    }

    fn is_root(&self, resource: ResourceId, source: usize, pointer: &str) -> bool {
        self.resource(resource).is_some_and(|resource| resource.source == source && *resource.pointer == *pointer)
    }

    fn duplicate_id(&self, uri: &str, first: ResourceId, pointer: &str, scope: Scope) -> Diagnostic {
        let place = self.resource(first).map(|first| self.place(first.source, &first.pointer)).unwrap_or_default();
        let token = pointer::join(pointer, &[scope.dialect.draft().id_keyword()]);
        let message = format!("`{uri}` already identifies {place}, so references to it would be ambiguous");
        let duplicate =
            Diagnostic::error("duplicate-id", message).with_help("give each schema resource a URI of its own");
        match self.sources.get(scope.source) {
            Some(source) => duplicate.at_value(source, &token),
            None => duplicate,
        }
    }

    fn report_duplicate_anchor(&mut self, name: &str, keyword: &str, first: SiteId, pointer: &str, scope: Scope) {
        let Some(source) = self.sources.get(scope.source) else { return };
        let place = self.site(first).map(|first| self.place(first.scope.source, &first.pointer)).unwrap_or_default();
        let message = format!("the anchor `{name}` already names {place}, so references to it would be ambiguous");
        let duplicate = Diagnostic::error("duplicate-anchor", message)
            .with_help("anchors are unique within a schema resource: rename one, or give its schema an `$id`");
        self.diagnostics.push(duplicate.at_value(source, &pointer::join(pointer, &[keyword])));
    }

    /// A place in words: `file.json#/pointer`.
    pub(crate) fn place(&self, source: usize, pointer: &str) -> String {
        let name = self.sources.get(source).map(crate::source::Source::name).unwrap_or_default();
        format!("{name}#{pointer}")
    }
}
