//! Subschemas as self-contained JSON Schema 2020-12, whatever draft and file they come from.
//!
//! References become members of `$defs` that are named after their version, so that subschemas of both versions can
//! stand in one document.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::pointer;
use crate::schema::{Keyword, spell};

use super::versions::{Era, Node, Versions};

/// The schema of what satisfies all of `nodes`, if 2020-12 can say it.
pub(super) fn conjunction(versions: &Versions<'_>, nodes: &[Node]) -> Option<Value> {
    let mut spelling = Spelling { versions, definitions: BTreeMap::new() };
    let branches: Option<Vec<Value>> = nodes.iter().map(|node| spelling.node(*node)).collect();
    Some(spelling.finish(Map::from_iter([("allOf".to_owned(), Value::from(branches?))])))
}

/// The schema that consists of one keyword.
pub(super) fn keyword(versions: &Versions<'_>, era: Era, keyword: &Keyword) -> Option<Value> {
    let mut spelling = Spelling { versions, definitions: BTreeMap::new() };
    let members = spelling.keyword(era, keyword)?;
    Some(spelling.finish(members))
}

struct Spelling<'v> {
    versions: &'v Versions<'v>,
    /// What is referred to; nothing while it is being spelled.
    definitions: BTreeMap<Node, Value>,
}

impl Spelling<'_> {
    fn finish(self, mut members: Map<String, Value>) -> Value {
        let definitions: Map<String, Value> =
            self.definitions.into_iter().map(|(node, schema)| (name(node), schema)).collect();
        members.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        members.insert("$defs".to_owned(), Value::Object(definitions));
        Value::Object(members)
    }

    fn node(&mut self, node: Node) -> Option<Value> {
        let keywords = self.versions.keywords(node);
        spell::object(keywords, &mut |keyword| self.keyword(node.era, keyword)).map(Value::Object)
    }

    fn keyword(&mut self, era: Era, keyword: &Keyword) -> Option<Map<String, Value>> {
        match keyword {
            Keyword::Ref(target) => self.reference(Node { era, id: *target }),
            keyword => spell::members(keyword, &mut |id| self.node(Node { era, id })),
        }
    }

    fn reference(&mut self, target: Node) -> Option<Map<String, Value>> {
        if !self.definitions.contains_key(&target) {
            self.definitions.insert(target, Value::Null);
            let schema = self.node(target)?;
            self.definitions.insert(target, schema);
        }
        let place = pointer::join("", &["$defs", &name(target)]);
        let reference = Value::from(format!("#{}", pointer::to_fragment(&place)));
        Some(Map::from_iter([("$ref".to_owned(), reference)]))
    }
}

fn name(node: Node) -> String {
    let era = match node.era {
        Era::Old => "old",
        Era::New => "new",
    };
    format!("{era}-{}", node.id.0)
}
