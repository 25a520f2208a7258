//! The validators that are not ours, behind one question.

use boon::{Compiler, Schemas};
use jsonschema::{Draft, Validator};
use serde_json::Value;

/// Two validators of one schema.
pub struct Judges {
    first: Validator,
    schemas: Schemas,
    second: boon::SchemaIndex,
    settled: Settled,
}

impl Judges {
    /// Validators of a schema of a draft; `None` if one of them does not take it.
    #[must_use]
    pub fn of(draft: Draft, schema: &Value) -> Option<Self> {
        let first = jsonschema::options().with_draft(draft).should_validate_formats(false);
        let first = first.build(schema).ok()?;
        let (mut compiler, mut schemas) = (Compiler::new(), Schemas::new());
        compiler.set_default_draft(boon_draft(draft));
        compiler.add_resource("schema.json", schema.clone()).ok()?;
        let second = compiler.compile("schema.json", &mut schemas).ok()?;
        Some(Self { first, schemas, second, settled: settled(draft, schema) })
    }

    /// What both say of a document.
    ///
    /// # Errors
    ///
    /// What each says, if they do not agree and it is not known why.
    pub fn verdict(&self, document: &Value) -> Result<bool, [bool; 2]> {
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

fn boon_draft(draft: Draft) -> boon::Draft {
    match draft {
        Draft::Draft4 => boon::Draft::V4,
        Draft::Draft6 => boon::Draft::V6,
        Draft::Draft7 => boon::Draft::V7,
        Draft::Draft201909 => boon::Draft::V2019_09,
        _ => boon::Draft::V2020_12,
    }
}
