//! Following one reference to the subschema that it means (2020-12 Core §8.2).

use percent_encoding::percent_decode_str;

use crate::dialect::{Dialect, Holds};
use crate::pointer;
use crate::support::Json;
use crate::uri;

use super::{ResourceId, Scope, SiteId, Survey};

/// What a reference leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// The subschema that it means, unless the dynamic scope says otherwise.
    pub(crate) target: SiteId,
    /// The anchor to look for in the dynamic scope.
    pub(crate) dynamic_anchor: Option<String>,
}

/// Why a reference leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// No document has this URI; `place` is where a file would be if a relative reference meant one.
    UnknownUri { uri: String, place: Option<String>, dialect: Dialect },
    /// The resource has no such anchor.
    UnknownAnchor { resource: ResourceId, anchor: String },
    /// The document has nothing at this pointer.
    UnknownPointer { source: usize, pointer: String },
    /// There is something, but neither an object nor a boolean.
    NoSchema { kind: &'static str },
    /// There is an object that holds schemas by name, as `properties` does.
    NamedSchemas { source: usize, pointer: String },
}

impl Survey<'_> {
    /// Follows a reference that stands in `scope`.
    pub(super) fn follow(&mut self, keyword: &str, reference: &str, scope: Scope) -> Result<Reference, Failure> {
        let resource = self.find_resource(reference, scope)?;
        if resource != scope.resource {
            let duplicate = self.resources.get(resource.0).and_then(|found| self.ambiguous.remove(&found.uri));
            self.diagnostics.extend(duplicate);
        }
        let (_, fragment) = uri::split_fragment(reference);
        let target = self.find_target(resource, fragment.unwrap_or_default())?;
        Ok(Reference { target, dynamic_anchor: self.dynamic_anchor(keyword, reference, target) })
    }

    /// The resource that a reference's URI names. A relative reference may also mean a file near the document, when its
    /// `$id` puts the document elsewhere.
    pub(super) fn find_resource(&self, reference: &str, scope: Scope) -> Result<ResourceId, Failure> {
        let base = self.resource(scope.resource).map(|resource| resource.uri.as_str()).unwrap_or_default();
        let uri = uri::resolve(base, reference);
        if uri == base {
            return Ok(scope.resource);
        }
        let place = self.place_beside(reference, scope).filter(|place| *place != uri);
        let known = |uri: &str| self.by_id.get(uri).or_else(|| self.by_place.get(uri)).copied();
        let found = known(&uri).or_else(|| place.as_deref().and_then(known));
        found.ok_or(Failure::UnknownUri { uri, place, dialect: scope.dialect })
    }

    fn place_beside(&self, reference: &str, scope: Scope) -> Option<String> {
        let source = self.sources.get(scope.source)?;
        uri::is_relative(reference).then(|| uri::resolve(source.uri(), reference))
    }

    /// The subschema that a fragment names within a resource: the root, an anchor or a JSON Pointer.
    fn find_target(&mut self, resource: ResourceId, fragment: &str) -> Result<SiteId, Failure> {
        let Some(found) = self.resource(resource) else { return Err(Failure::NoSchema { kind: "nothing" }) };
        if let Some(pointer) = pointer::from_fragment(fragment) {
            let (source, pointer) = (found.source, format!("{}{pointer}", found.pointer));
            return self.find_site(source, pointer);
        }
        let anchor = percent_decode_str(fragment).decode_utf8_lossy().into_owned();
        let target = found.anchors.get(&anchor).copied();
        target.ok_or(Failure::UnknownAnchor { resource, anchor })
    }

    /// The subschema at a JSON Pointer; what stands at no keyword for schemas becomes one by being referred to.
    pub(super) fn find_site(&mut self, source: usize, pointer: String) -> Result<SiteId, Failure> {
        if let Some(site) = self.site_at(source, &pointer) {
            return Ok(site);
        }
        let Some(value) = self.sources.get(source).and_then(|document| document.at(&pointer)) else {
            return Err(Failure::UnknownPointer { source, pointer });
        };
        if !value.is_schema() {
            return Err(Failure::NoSchema { kind: kind(value.json()) });
        }
        if self.holds_named_schemas(source, &pointer) {
            return Err(Failure::NamedSchemas { source, pointer });
        }
        let scope = self.enclosing_scope(source, &pointer);
        let adopted = scope.and_then(|scope| self.walk(value, &pointer, Scope { is_adopted: true, ..scope }));
        adopted.ok_or(Failure::UnknownPointer { source, pointer })
    }

    /// Whether `pointer` leads to the value of a keyword whose members are schemas.
    fn holds_named_schemas(&self, source: usize, pointer: &str) -> bool {
        let Some((enclosing, name)) = pointer::parent(pointer) else { return false };
        let enclosing = self.site_at(source, enclosing).and_then(|site| self.site(site));
        let keyword = enclosing.and_then(|site| site.scope.dialect.keyword(&name));
        keyword.is_some_and(|keyword| matches!(keyword.holds, Holds::NamedSchemas | Holds::NamedSchemasOrNames))
    }

    /// The scope of the nearest subschema around `pointer`, or of the document.
    fn enclosing_scope(&self, source: usize, pointer: &str) -> Option<Scope> {
        let mut at = pointer;
        while let Some((enclosing, _)) = pointer::parent(at) {
            if let Some(site) = self.site_at(source, enclosing).and_then(|site| self.site(site)) {
                return Some(site.scope);
            }
            at = enclosing;
        }
        let document = self.documents.get(source)?;
        Some(Scope { source, resource: document.resource, dialect: document.dialect, is_adopted: false })
    }

    /// The anchor that makes a reference dynamic: the one it names, if the initial target has it as a dynamic one
    /// (2020-12 Core §8.2.3.2), or in 2019-09 the root's `$recursiveAnchor` (2019-09 Core §8.2.4.2).
    fn dynamic_anchor(&self, keyword: &str, reference: &str, target: SiteId) -> Option<String> {
        let anchor = match keyword {
            "$dynamicRef" => uri::split_fragment(reference).1.filter(|fragment| !fragment.is_empty())?,
            "$recursiveRef" => "",
            _ => return None,
        };
        let resource = self.resource(self.site(target)?.scope.resource)?;
        (resource.dynamic_anchors.get(anchor) == Some(&target)).then(|| anchor.to_owned())
    }
}

/// What JSON calls a value's type.
pub(crate) fn kind(json: &Json) -> &'static str {
    match json {
        Json::Null => "null",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "a string",
        Json::Array(_) => "an array",
        Json::Object(_) => "an object",
    }
}
