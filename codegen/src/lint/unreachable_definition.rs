//! `unreachable-definition`: A definition is used, if its document has a root that asserts something.

use crate::diagnostic::{Diagnostic, Severity};
use crate::pointer;
use crate::rules::{Group, Rule};
use crate::schema::{Keyword, SchemaId};

use super::Lint;
use super::site::Site;
use super::subject::Subject;

const ID: &str = "unreachable-definition";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Correctness,
        severity: Severity::Warning,
        summary: "A definition is used, if its document has a root that asserts something.",
        why: "What nothing refers to judges no document, however carefully it is written.",
        bad: r#"{ "type": "object", "$defs": { "Size": { "enum": [1, 2] } } }"#,
        good: r##"{ "type": "object", "properties": { "size": { "$ref": "#/$defs/Size" } }, "$defs": { "Size": { "enum": [1, 2] } } }"##,
    },
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let references = references(subject);
    let with_root: Vec<&str> = subject.roots().map(|root| root.source.name()).collect();
    for (name, site) in subject.definitions().filter(|(_, site)| with_root.contains(&site.source.name())) {
        let is_used =
            references.iter().any(|(from, to)| !is_within(subject, *from, site) && is_within(subject, *to, site));
        if !is_used {
            let message = format!("nothing refers to `{name}`");
            found.push(site.finding(ID, message).with_help("remove it, or refer to it"));
        }
    }
}

/// Every reference: where it stands, and where it leads.
fn references(subject: &Subject<'_>) -> Vec<(SchemaId, SchemaId)> {
    let graph = &subject.plan.graph;
    let subschemas = graph.subschemas.iter().enumerate();
    let pairs = subschemas.flat_map(|(index, subschema)| {
        subschema.keywords.iter().filter_map(Keyword::referred).map(move |target| (SchemaId(index), target))
    });
    pairs.chain(graph.settled_references.iter().copied()).collect()
}

/// Whether a subschema is a definition, or a part of it.
fn is_within(subject: &Subject<'_>, id: SchemaId, site: &Site<'_>) -> bool {
    let location = &subject.plan.graph.get(id).location;
    let is_same = subject.sources.get(location.source).is_some_and(|source| source.name() == site.source.name());
    is_same && pointer::is_within(&location.pointer, &site.pointer)
}
