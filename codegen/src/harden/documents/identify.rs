//! A document's text as one that can stand within another: with what identifies it, and says how to read it, in itself.

use crate::dialect::{Dialect, Draft, Role};
use crate::source::{Source, Value};
use crate::support::{Json, Object};

/// The document's text with `uri` as what identifies it, by the rules of its draft; `refers` says whether a reference leads
/// into a member of it.
pub(super) fn identified(document: &Source, draft: Draft, uri: &str, refers: impl Fn(&str) -> bool) -> String {
    let (text, id) = (document.text(), Json::from(uri).to_string());
    let keyword = draft.id_keyword();
    let Some(members) = document.json().as_object() else {
        return format!("{{{}\"{keyword}\":{id},\"allOf\":[{text}]}}", dialect(draft));
    };
    // What a reference leads into must stay, though a validator may then not know what the document is called.
    let is_free = || !members.iter().any(|(name, _)| is_ignored(name, draft) && refers(name));
    if draft.ignores_ref_siblings() && members.contains_key("$ref") && is_free() {
        return referring(members, draft, uri);
    }
    let known = document.at(&format!("/{keyword}")).map(Value::span);
    let brace = text.find('{').map_or(0, |brace| brace + 1);
    let comma = if members.is_empty() { "" } else { "," };
    let begin = if members.contains_key("$schema") { String::new() } else { dialect(draft) };
    let (start, end, member) = match known {
        Some(span) => (span.start, span.end, id),
        None => (brace, brace, format!("\"{keyword}\":{id}{comma}")),
    };
    let parts = [text.get(..brace), Some(&begin), text.get(brace..start), Some(&member), text.get(end..)];
    parts.into_iter().flatten().collect()
}

/// The `$schema` that a document does not have, where the draft is not that of what it will stand in.
fn dialect(draft: Draft) -> String {
    if draft == Draft::Draft202012 { String::new() } else { format!("\"$schema\":\"{}\",", draft.uri()) }
}

/// A document that is a reference. Beside `$ref` its draft ignores everything (draft-07 Core §8.3), and so what identifies
/// it; behind `allOf` the reference ignores nothing, so what it would have must go.
fn referring(members: &Object, draft: Draft, uri: &str) -> String {
    let mut document = Object::new();
    document.insert("$schema", members.get("$schema").cloned().unwrap_or_else(|| Json::from(draft.uri())));
    document.insert(draft.id_keyword(), Json::from(uri));
    for (name, value) in members {
        if name == "$ref" {
            let reference: Object = std::iter::once(("$ref", value.clone())).collect();
            document.insert("allOf", Json::Array(vec![Json::Object(reference)]));
        } else if !is_ignored(name, draft) {
            document.insert(name, value.clone());
        }
    }
    Json::Object(document).to_string()
}

/// Whether a keyword means something to a schema that has it, but not beside `$ref`.
fn is_ignored(name: &str, draft: Draft) -> bool {
    Dialect::of(draft).keyword(name).is_some_and(|keyword| keyword.role != Role::Definitions)
}
