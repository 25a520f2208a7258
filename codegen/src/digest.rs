//! Digests of documents: which member a schema marks with `x-digest`, and what belongs there.
//!
//! A digest is `sha256:` and the SHA-256 of the document's canonical form (RFC 8785) without the member that holds it.
//! Every other member counts, also those that no schema names.

use std::collections::BTreeSet;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::pointer;
use crate::schema::{Keyword, SchemaId};
use crate::source::Source;
use crate::support::{Json, NotCanonical};

/// The keyword of no vocabulary that marks a member which holds the digest of the object around it.
pub const MARK: &str = "x-digest";

/// The digest of a document, without one of its members.
///
/// ```
/// use codegen::digest::digest;
/// use codegen::support::Json;
///
/// let one: Json = r#"{"a": 1.0, "b": [], "hash": "sha256:…"}"#.parse().unwrap();
/// let other: Json = r#"{"b": [], "a": 1}"#.parse().unwrap();
/// assert_eq!(digest(&one, Some("hash")), digest(&other, None));
/// ```
///
/// # Errors
///
/// A number that has no canonical form.
pub fn digest(document: &Json, without: Option<&str>) -> Result<String, NotCanonical> {
    let canonical = match (document, without) {
        (Json::Object(members), Some(left_out)) => {
            let covered = members.iter().filter(|(name, _)| **name != *left_out);
            Json::Object(covered.map(|(name, value)| (name.to_owned(), value.clone())).collect()).canonical()?
        }
        _ => document.canonical()?,
    };
    let mut digest = "sha256:".to_owned();
    for byte in Sha256::digest(canonical) {
        // Writing to a text cannot fail.
        let _ = write!(digest, "{byte:02x}");
    }
    Ok(digest)
}

/// What is wrong with a document that has no digest, at the number to blame.
#[must_use]
pub fn not_canonical(source: &Source, error: &NotCanonical) -> Diagnostic {
    let finding = Diagnostic::error("not-canonical", error.to_string());
    finding.with_help("write the number as text, or round it to a double").at_value(source, &obstacle(source))
}

/// Where the first number without canonical form stands, as a JSON Pointer.
fn obstacle(source: &Source) -> String {
    let mut pending = vec![(source.root(), String::new())];
    while let Some((value, place)) = pending.pop() {
        if matches!(value.json(), Json::Number(_)) && value.json().canonical().is_err() {
            return place;
        }
        let at = |token: &str| pointer::join(&place, &[token]);
        let items = value.items().enumerate().map(|(index, item)| (item, at(&index.to_string())));
        let mut within: Vec<_> = value.members().map(|(name, member)| (member, at(&name))).chain(items).collect();
        within.reverse();
        pending.extend(within);
    }
    String::new()
}

/// The members that a schema marks, also those of the schemas that it applies to the same instance.
#[must_use]
pub fn marked_members(plan: &Plan, schema: SchemaId) -> BTreeSet<String> {
    let (mut marked, mut seen, mut pending) = (BTreeSet::new(), BTreeSet::new(), vec![schema]);
    while let Some(id) = pending.pop().filter(|_| seen.len() <= plan.graph.subschemas.len()) {
        if !seen.insert(id) {
            continue;
        }
        for keyword in &plan.graph.get(id).keywords {
            match keyword {
                Keyword::Properties { named, .. } => {
                    marked.extend(
                        named.iter().filter(|(_, member)| is_marked(plan, *member)).map(|(name, _)| name.clone()),
                    );
                }
                Keyword::AllOf(inner) | Keyword::AnyOf(inner) | Keyword::OneOf(inner) => pending.extend(inner),
                Keyword::Ref(inner) => pending.push(*inner),
                _ => {}
            }
        }
    }
    marked
}

fn is_marked(plan: &Plan, member: SchemaId) -> bool {
    let marks = &plan.graph.get(member).annotations.extensions;
    marks.iter().any(|(name, value)| name == MARK && value.as_str() == Some("sha256"))
}
