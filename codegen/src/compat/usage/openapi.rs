//! The bodies and parameters of an OpenAPI description's operations (OpenAPI 3.1.1 §4.8).

use std::collections::BTreeMap;

use crate::pointer;
use crate::schema::SchemaId;
use crate::source::{Source, Value};

use super::super::versions::{Era, Node, Versions};
use super::{Exchange, Use};

/// The operations that a path item may have.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// The schemas that operations name, each with its use.
pub(super) fn uses(versions: &Versions<'_>, era: Era) -> Vec<(Node, Use)> {
    let graph = versions.graph(era);
    let places = graph.subschemas.iter().enumerate();
    let places: BTreeMap<(usize, &str), SchemaId> =
        places.map(|(index, one)| ((one.location.source, one.location.pointer.as_str()), SchemaId(index))).collect();
    let mut found = Vec::new();
    for document in graph.documents.iter().filter(|document| document.root.is_none()) {
        let Some(source) = versions.source(era, document.source) else { continue };
        for (pointer, usage) in operations(source) {
            let id = places.get(&(document.source, pointer.as_str()));
            found.extend(id.map(|id| (Node { era, id: *id }, usage)));
        }
    }
    found
}

/// The pointers of the schemas of all operations.
fn operations(source: &Source) -> Vec<(String, Use)> {
    let mut found = Vec::new();
    for (path, item) in source.at("/paths").into_iter().flat_map(Value::members) {
        for method in METHODS {
            if let Some(operation) = item.get(method) {
                let place = pointer::join("", &["paths", &path, method]);
                let name = format!("{} {path}", method.to_uppercase());
                add_operation(source, &place, operation, &name, &mut found);
            }
        }
    }
    found
}

fn add_operation(source: &Source, place: &str, operation: Value<'_>, name: &str, found: &mut Vec<(String, Use)>) {
    let request = Use { exchange: Exchange::Request, name: name.to_owned() };
    let body = pointer::join(place, &["requestBody"]);
    found.extend(contents(source, &body).into_iter().map(|pointer| (pointer, request.clone())));
    let parameters = operation.get("parameters").into_iter().flat_map(Value::items).count();
    for index in 0..parameters {
        let parameter = resolved(source, &pointer::join(place, &["parameters", &index.to_string()]));
        found.push((pointer::join(&parameter, &["schema"]), request.clone()));
    }
    for (status, _) in operation.get("responses").into_iter().flat_map(Value::members) {
        let response = Use { exchange: Exchange::Response, name: format!("{name} {status}") };
        let place = pointer::join(place, &["responses", &status]);
        found.extend(contents(source, &place).into_iter().map(|pointer| (pointer, response.clone())));
    }
}

/// The schemas of the media types of a body or response.
fn contents(source: &Source, place: &str) -> Vec<String> {
    let content = pointer::join(&resolved(source, place), &["content"]);
    let types = source.at(&content).into_iter().flat_map(Value::members);
    types.map(|(media_type, _)| pointer::join(&content, &[&media_type, "schema"])).collect()
}

/// The place itself, or the one in the same document that it refers to.
fn resolved(source: &Source, place: &str) -> String {
    let reference = source.at(place).and_then(|value| value.get("$ref")?.as_str());
    let target = reference.and_then(|reference| pointer::from_fragment(reference.strip_prefix('#')?));
    target.unwrap_or_else(|| place.to_owned())
}
