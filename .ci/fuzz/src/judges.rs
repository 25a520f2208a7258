//! The validators that are not ours, behind one question.
//!
//! Each is known to be wrong in one situation. There it is asked in other words, which by the specification mean the
//! same; whatever they disagree about besides is open.

use boon::{Compiler, SchemaIndex, Schemas};
use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

/// Two validators of one schema.
pub struct Judges {
    draft: Draft,
    first: Validator,
    schemas: Schemas,
    second: SchemaIndex,
}

impl Judges {
    /// Validators of a schema of a draft; `None` if one of them does not take it.
    #[must_use]
    pub fn of(draft: Draft, schema: &Value) -> Option<Self> {
        let first = jsonschema::options().with_draft(draft).should_validate_formats(false);
        let first = match draft {
            Draft::Draft201909 => first.build(&without_evaluation(schema)),
            _ => first.build(schema),
        };
        let (mut compiler, mut schemas) = (Compiler::new(), Schemas::new());
        compiler.set_default_draft(second_draft(draft)?);
        compiler.add_resource("schema.json", schema.clone()).ok()?;
        let second = compiler.compile("schema.json", &mut schemas).ok()?;
        Some(Self { draft, first: first.ok()?, schemas, second })
    }

    /// What both say of a document; the error is what each says where they disagree.
    ///
    /// # Errors
    ///
    /// The verdicts of both, if they are not the same.
    pub fn verdict(&self, document: &Value) -> Result<bool, [bool; 2]> {
        let first = self.first.is_valid(document);
        let second = self.schemas.validate(document, self.second).is_ok();
        if first == second || self.reads_integers(document, second) { Ok(first) } else { Err([first, second]) }
    }

    /// Whether the second says of a document what holds of it with its numbers written as integers.
    ///
    /// In draft 4 a number with a fraction or an exponent is no integer, whatever its value (Core §3.5). The second
    /// takes each for one that later drafts take, so that it judges another document.
    fn reads_integers(&self, document: &Value, second: bool) -> bool {
        let other = with_integers(document);
        self.draft == Draft::Draft4 && other != *document && self.first.is_valid(&other) == second
    }
}

/// A document with each number as an integer that is one by its value.
fn with_integers(value: &Value) -> Value {
    match value {
        Value::Number(number) => integer(number).map_or_else(|| value.clone(), Value::from),
        Value::Array(items) => items.iter().map(with_integers).collect(),
        Value::Object(members) => members.iter().map(|(name, member)| (name.clone(), with_integers(member))).collect(),
        _ => value.clone(),
    }
}

/// The integer that a float is by its value.
fn integer(number: &serde_json::Number) -> Option<i64> {
    let value = number.as_f64().filter(|value| value.fract() == 0.0)?;
    format!("{value:.0}").parse().ok()
}

/// A schema of draft 2019-09 in which each `contains` stands within `not` of `not`, which hands on no annotation (Core
/// §7.7.1.2).
///
/// `contains` has no annotation there that `unevaluatedItems` hears of (2019-09 Core §9.3.1.3, §9.3.1.4); the first
/// validator has it evaluate items, as 2020-12 does.
fn without_evaluation(schema: &Value) -> Value {
    match schema {
        Value::Array(schemas) => schemas.iter().map(without_evaluation).collect(),
        Value::Object(keywords) => {
            let keywords: Map<_, _> =
                keywords.iter().map(|(name, value)| (name.clone(), without_evaluation(value))).collect();
            apart(keywords).into()
        }
        _ => schema.clone(),
    }
}

/// The keywords with those about `contains` in a subschema of their own.
fn apart(mut keywords: Map<String, Value>) -> Map<String, Value> {
    let contains = ["contains", "minContains", "maxContains"];
    let moved: Map<_, _> = contains.iter().filter_map(|name| keywords.shift_remove_entry(*name)).collect();
    if moved.contains_key("contains") {
        let all = keywords.entry("allOf").or_insert_with(|| json!([]));
        if let Some(all) = all.as_array_mut() {
            all.push(json!({ "not": { "not": moved } }));
        }
    }
    keywords
}

fn second_draft(draft: Draft) -> Option<boon::Draft> {
    match draft {
        Draft::Draft4 => Some(boon::Draft::V4),
        Draft::Draft6 => Some(boon::Draft::V6),
        Draft::Draft7 => Some(boon::Draft::V7),
        Draft::Draft201909 => Some(boon::Draft::V2019_09),
        Draft::Draft202012 => Some(boon::Draft::V2020_12),
        _ => None,
    }
}
