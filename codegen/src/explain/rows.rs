//! The keywords of a type's schema as the author wrote them, with the means by which each is kept.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::plan::{Plan, Shape, Type};
use crate::pointer;
use crate::schema::{Keyword, SchemaId, Subschema};
use crate::source::{self, Source};

use super::{Kept, Place, keyword};

/// One keyword of a type's schema.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Row {
    /// The keyword, as the document spells it.
    pub keyword: String,
    /// Its value as JSON, if it is short.
    pub value: Option<String>,
    /// By what means it is kept.
    pub kept: Kept,
    /// Where it stands.
    pub place: Place,
}

impl Row {
    /// The machine-readable form.
    #[must_use]
    pub fn to_value(&self) -> Value {
        json!({ "keyword": self.keyword, "kept": self.kept.name(), "schema": self.place.to_value() })
    }
}

/// Longer values than this many bytes are for the reader of the schema.
const SHORT: usize = 48;

/// All keywords of a type's schema, and of the subschemas that were merged into the type.
pub(super) fn rows(plan: &Plan, sources: &[Source], ty: &Type) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut seen = BTreeSet::from([ty.schema]);
    let mut pending = vec![ty.schema];
    while let Some(schema) = pending.pop() {
        let subschema = plan.graph.get(schema);
        if let Some(source) = sources.get(subschema.location.source) {
            add_rows(plan, source, ty, subschema, &mut rows);
        }
        let merged = subschema.keywords.iter().flat_map(|keyword| merged(ty, keyword));
        let mut new: Vec<SchemaId> = merged.filter(|id| seen.insert(*id)).collect();
        new.reverse();
        pending.extend(new);
    }
    rows
}

/// The subschemas that a keyword merges into the type itself.
fn merged(ty: &Type, keyword: &Keyword) -> Vec<SchemaId> {
    match keyword {
        _ if matches!(ty.shape, Shape::Alias(_)) => Vec::new(),
        Keyword::AllOf(branches) => branches.clone(),
        Keyword::Ref(target) => vec![*target],
        _ => Vec::new(),
    }
}

fn add_rows(plan: &Plan, source: &Source, ty: &Type, subschema: &Subschema, rows: &mut Vec<Row>) {
    let at = subschema.location.pointer.as_str();
    let Some(schema) = source.at(at) else { return };
    if schema.json().as_bool().is_some() {
        rows.push(Row {
            keyword: schema.text().to_owned(),
            value: None,
            kept: Kept::ByType,
            place: Place::of_name(source, at),
        });
    }
    for (name, value) in schema.members() {
        let mut means = subschema.keywords.iter().filter(|keyword| keyword::is_said_by(keyword, &name));
        let first = means.next().map_or(Kept::AssertsNothing, |keyword| Kept::of(plan, ty, keyword, &name));
        // Some, such as `dependencies`, became two keywords, of which the costlier counts.
        let kept = means.map(|keyword| Kept::of(plan, ty, keyword, &name)).fold(first, Ord::max);
        let place = Place::of_name(source, &pointer::join(at, &[&name]));
        rows.push(Row { keyword: name.into_owned(), value: short(value), kept, place });
    }
}

/// The value on one line, if it fits there.
fn short(value: source::Value<'_>) -> Option<String> {
    let text = value.text();
    let is_flat = text.len() <= SHORT.saturating_mul(2) && !text.contains('{');
    let line = is_flat.then(|| value.json().to_string())?;
    (line.len() <= SHORT).then_some(line)
}
