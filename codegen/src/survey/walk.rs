//! The walk through a document's subschemas, in document order.

use std::sync::Arc;

use crate::dialect::{Holds, Role};
use crate::pointer;
use crate::source::Value;
use crate::support::Json;

use super::{Scope, Site, SiteId, Survey};

/// A subschema that is still to be visited.
struct Pending<'s> {
    value: Value<'s>,
    pointer: String,
    scope: Scope,
    parent: Option<SiteId>,
    role: Role,
}

impl<'s> Survey<'s> {
    /// Finds the subschemas from `value` on, which stands at `pointer`; gives the one of `value` itself.
    pub(super) fn walk(&mut self, value: Value<'s>, pointer: &str, scope: Scope) -> Option<SiteId> {
        let mut root = None;
        let pointer = pointer.to_owned();
        let mut pending = vec![Pending { value, pointer, scope, parent: None, role: Role::Applicator }];
        while let Some(next) = pending.pop() {
            let (parent, role) = (next.parent, next.role);
            let site = self.visit(next, &mut pending);
            root = root.or(Some(site));
            if let Some(parent) = parent.and_then(|parent| self.sites.get_mut(parent.0)) {
                let children = if role == Role::Definitions { &mut parent.defined } else { &mut parent.applied };
                children.push(site);
            }
        }
        root
    }

    fn visit(&mut self, next: Pending<'s>, pending: &mut Vec<Pending<'s>>) -> SiteId {
        let Pending { value, pointer, scope, .. } = next;
        if let Some(known) = self.site_at(scope.source, &pointer) {
            return known;
        }
        let (pointer, site): (Arc<str>, _) = (pointer.into(), SiteId(self.sites.len()));
        let scope = self.identify(value, &pointer, scope, site);
        let first = pending.len();
        push_subschemas(value, &pointer, scope, site, pending);
        if let Some(children) = pending.get_mut(first..) {
            children.reverse();
        }
        if let Some(document) = self.documents.get_mut(scope.source) {
            document.by_pointer.insert(Arc::clone(&pointer), site);
        }
        self.sites.push(Site { value, pointer, scope, applied: Vec::new(), defined: Vec::new() });
        site
    }
}

/// Pushes the subschemas directly within `value`, in document order.
fn push_subschemas<'s>(value: Value<'s>, pointer: &str, scope: Scope, parent: SiteId, pending: &mut Vec<Pending<'s>>) {
    let is_reference = scope.dialect.draft().ignores_ref_siblings() && value.get("$ref").is_some_and(is_string);
    for (name, member) in value.members() {
        let Some(keyword) = scope.dialect.keyword(&name) else { continue };
        if is_reference && keyword.role != Role::Definitions {
            continue;
        }
        let mut push = |value: Value<'s>, tokens: &[&str]| {
            if value.is_schema() {
                let pointer = pointer::join(pointer, tokens);
                pending.push(Pending { value, pointer, scope, parent: Some(parent), role: keyword.role });
            }
        };
        match (keyword.holds, member.json()) {
            (Holds::Schema | Holds::SchemaOrArray, Json::Object(_) | Json::Bool(_)) => push(member, &[&name]),
            (Holds::SchemaArray | Holds::SchemaOrArray, Json::Array(_)) => {
                for (index, item) in member.items().enumerate() {
                    push(item, &[&name, &index.to_string()]);
                }
            }
            (Holds::NamedSchemas | Holds::NamedSchemasOrNames, Json::Object(_)) => {
                for (key, subschema) in member.members() {
                    push(subschema, &[&name, &key]);
                }
            }
            _ => {}
        }
    }
}

fn is_string(value: Value<'_>) -> bool {
    value.as_str().is_some()
}
