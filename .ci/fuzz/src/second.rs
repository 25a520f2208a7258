//! The validators that are not ours, behind one question.

use boon::{Compiler, Schemas};
use codegen::dialect::Draft;
use jsonschema::Validator;
use serde_json::Value;

/// Two validators of one schema.
pub(crate) struct Judges {
    first: Validator,
    schemas: Schemas,
    second: boon::SchemaIndex,
    settled: Settled,
}

impl Judges {
    /// Validators of a schema of a draft; `None` if one of them does not take it.
    pub(crate) fn of(draft: Draft, schema: &Value) -> Option<Self> {
        let first = jsonschema::options().with_draft(first_draft(draft)).should_validate_formats(false);
        let first = first.build(schema).ok()?;
        let (mut compiler, mut schemas) = (Compiler::new(), Schemas::new());
        compiler.set_default_draft(second_draft(draft));
        compiler.add_resource("schema.json", schema.clone()).ok()?;
        let second = compiler.compile("schema.json", &mut schemas).ok()?;
        Some(Self { first, schemas, second, settled: settled(draft, schema) })
    }

    /// What both say of a document; the error is what each says where they disagree.
    pub(crate) fn verdict(&self, document: &Value) -> Result<bool, [bool; 2]> {
        let first = self.first.is_valid(document);
        let second = self.schemas.validate(document, self.second).is_ok();
        match self.settled {
            Settled::First => Ok(first),
            Settled::Second => Ok(second),
            Settled::Neither if first == second => Ok(first),
            Settled::Neither => Err([first, second]),
        }
    }
}

/// Which of them is known to be right where they disagree.
#[derive(Clone, Copy)]
enum Settled {
    First,
    Second,
    Neither,
}

fn settled(draft: Draft, schema: &Value) -> Settled {
    let text = schema.to_string();
    let has = |keyword: &str| text.contains(&format!("\"{keyword}\""));
    match draft {
        // A number with a fraction is no integer there, whatever its value (draft 4 Core §3.5).
        Draft::Draft4 if has("integer") => Settled::First,
        // `contains` leaves no annotation there, so no item is evaluated by it (2019-09 Core §9.3.1.4).
        Draft::Draft201909 if has("contains") && has("unevaluatedItems") => Settled::Second,
        _ => Settled::Neither,
    }
}

fn first_draft(draft: Draft) -> jsonschema::Draft {
    match draft {
        Draft::Draft4 => jsonschema::Draft::Draft4,
        Draft::Draft6 => jsonschema::Draft::Draft6,
        Draft::Draft7 => jsonschema::Draft::Draft7,
        Draft::Draft201909 => jsonschema::Draft::Draft201909,
        Draft::Draft202012 => jsonschema::Draft::Draft202012,
    }
}

fn second_draft(draft: Draft) -> boon::Draft {
    match draft {
        Draft::Draft4 => boon::Draft::V4,
        Draft::Draft6 => boon::Draft::V6,
        Draft::Draft7 => boon::Draft::V7,
        Draft::Draft201909 => boon::Draft::V2019_09,
        Draft::Draft202012 => boon::Draft::V2020_12,
    }
}
