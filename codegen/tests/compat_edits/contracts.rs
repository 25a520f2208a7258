//! The contracts as values that edits change.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use codegen::load::Text;
use codegen::{Options, Planned};
use serde_json::{Map, Value, json};

/// The contracts, by file name.
pub(crate) struct Contracts {
    pub(crate) documents: Vec<(String, Value)>,
}

impl Contracts {
    /// As they are.
    pub(crate) fn own() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("schemas");
        let read = |name: &str| {
            let text = fs::read_to_string(folder.join(name)).unwrap();
            (name.to_owned(), serde_json::from_str(&text).unwrap())
        };
        Self { documents: ["ml_api.json", "ml_events.json", "ml_schemas.json"].map(read).to_vec() }
    }

    /// As they are after an edit.
    pub(crate) fn edited(edit: fn(&mut Self)) -> Self {
        let mut contracts = Self::own();
        edit(&mut contracts);
        contracts
    }

    pub(crate) fn definition(&mut self, name: &str) -> &mut Value {
        let found = self.documents.iter_mut().find_map(|(_, document)| {
            let place = place(document, name)?;
            document.pointer_mut(&place)
        });
        found.unwrap()
    }

    pub(crate) fn planned(&self, revision: &str) -> Planned {
        let text = |(name, document): &(String, Value)| Text {
            name: format!("{revision}:{name}"),
            path: name.clone(),
            text: serde_json::to_string_pretty(document).unwrap(),
        };
        let texts: Vec<Text> = self.documents.iter().map(text).collect();
        codegen::plan_texts(&texts, &Options::default()).unwrap()
    }

    /// A document that stands alone, with some definitions and all that they refer to.
    pub(crate) fn extract(&self, names: &BTreeSet<String>) -> Value {
        let mut definitions = Map::new();
        let mut pending: Vec<String> = names.iter().cloned().collect();
        while let Some(name) = pending.pop() {
            if !definitions.contains_key(&name) {
                let found = self.documents.iter().find_map(|(_, document)| document.pointer(&place(document, &name)?));
                let mut definition = found.unwrap_or_else(|| panic!("no definition {name}")).clone();
                point_to_neighbours(&mut definition, &mut pending);
                definitions.insert(name, definition);
            }
        }
        json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": definitions })
    }
}

/// Where a document has a definition, if it has it.
fn place(document: &Value, name: &str) -> Option<String> {
    let places = ["/$defs/", "/components/schemas/"].map(|folder| format!("{folder}{name}"));
    places.into_iter().find(|place| document.pointer(place).is_some())
}

/// Makes every reference lead to a definition of the same document; notes which ones.
fn point_to_neighbours(value: &mut Value, names: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get_mut("$ref") {
                let name = reference.rsplit('/').next().unwrap().to_owned();
                *reference = format!("#/$defs/{name}");
                names.push(name);
            }
            members.values_mut().for_each(|value| point_to_neighbours(value, names));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| point_to_neighbours(value, names)),
        _ => {}
    }
}
