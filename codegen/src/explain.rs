//! Explains a plan: what each type is in Rust, at which tier, and how each keyword of its schema is kept.
//!
//! It reads the plan and the documents, never generated code, so that what it says is what the generator decided.

mod form;
mod kept;
mod keyword;
mod members;
mod place;
mod rows;
mod tier;

use serde_json::{Value, json};

use crate::plan::{Plan, TypeId};
use crate::source::Source;

pub use self::form::{Forms, word};
pub use self::kept::Kept;
pub use self::place::Place;
pub use self::rows::Row;
pub use self::tier::{Tier, Tiers, tier};

/// What there is to say about one type.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The module that it is in.
    pub module: String,
    /// Its Rust name.
    pub name: String,
    /// How much of its schema the Rust type says.
    pub tier: Tier,
    /// What kind of Rust item it is, in one word.
    pub form: &'static str,
    /// Where its schema stands.
    pub place: Place,
    /// Markdown from `title` and `description`.
    pub docs: String,
    /// Every keyword of its schema, in document order, those of merged subschemas behind the one that merges them.
    pub keywords: Vec<Row>,
}

/// Explains the type that `id` names, if the plan has it.
#[must_use]
pub fn explain(plan: &Plan, sources: &[Source], id: TypeId) -> Option<Explanation> {
    let ty = plan.get(id)?;
    Some(Explanation {
        module: plan.modules.get(ty.module).map_or_else(String::new, |module| module.name.clone()),
        name: ty.name.clone(),
        tier: tier(plan, ty),
        form: word(&ty.shape),
        place: Place::of_schema(plan, sources, ty.schema),
        docs: ty.docs.clone(),
        keywords: rows::rows(plan, sources, ty),
    })
}

impl Explanation {
    /// The machine-readable form.
    #[must_use]
    pub fn to_value(&self) -> Value {
        json!({
            "module": self.module,
            "type": self.name,
            "tier": self.tier.name(),
            "form": self.form,
            "schema": self.place.to_value(),
            "keywords": self.keywords.iter().map(Row::to_value).collect::<Vec<_>>(),
        })
    }
}
