//! The tiers: how much of a schema its Rust type says.

use std::fmt::{Display, Formatter, Result};

use serde_json::{Value, json};

use crate::plan::{Plan, Residual, Shape, Struct, Type, Use};
use crate::schema::{Keyword, SchemaId};

/// How much of a schema its Rust type says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Read in one pass into Rust values; what those cannot say is judged on them without another copy.
    Typed,
    /// Typed, but members that only patterns of names or `unevaluatedProperties` speak of are kept as JSON and judged
    /// there.
    Checked,
    /// Any JSON behind a check.
    Opaque,
}

/// The tier of a planned type.
///
/// A type for the schema `true` is typed: any JSON is all that there is to say.
#[must_use]
pub fn tier(plan: &Plan, ty: &Type) -> Tier {
    let Residual::Schema(residual) = ty.residual else { return Tier::Typed };
    match &ty.shape {
        Shape::Opaque | Shape::Newtype(Use::Json) => Tier::Opaque,
        Shape::Struct(Struct { extra: Some(Use::Json), .. }) => {
            let keywords = &plan.graph.get(residual).keywords;
            let is_never = |schema: SchemaId| plan.graph.get(schema).keywords.contains(&Keyword::Never);
            let says_something = |schema: SchemaId| !plan.graph.accepts_all(schema) && !is_never(schema);
            let is_open = |(pattern, _): &&(String, SchemaId)| plan.graph.spelled_names(pattern).is_none();
            let is_mixed = |keyword: &Keyword| match keyword {
                Keyword::Properties { patterns, .. } => {
                    patterns.iter().filter(is_open).any(|(_, schema)| says_something(*schema))
                }
                Keyword::UnevaluatedProperties(rest) => says_something(*rest),
                _ => false,
            };
            if keywords.iter().any(is_mixed) { Tier::Checked } else { Tier::Typed }
        }
        _ => Tier::Typed,
    }
}

impl Tier {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Typed => "typed",
            Self::Checked => "checked",
            Self::Opaque => "opaque",
        }
    }
}

impl Display for Tier {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.pad(self.name())
    }
}

/// How many types, or members, there are at each tier.
///
/// ```
/// use codegen::explain::{Tier, Tiers};
///
/// let tiers: Tiers = [Tier::Typed, Tier::Opaque, Tier::Typed].into_iter().collect();
/// assert_eq!(tiers.to_string(), "3 types: 2 typed, 1 opaque");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tiers {
    /// How many are typed.
    pub typed: usize,
    /// How many are checked.
    pub checked: usize,
    /// How many are opaque.
    pub opaque: usize,
}

impl Tiers {
    /// The tiers of all types of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        plan.types.iter().map(|ty| tier(plan, ty)).collect()
    }

    /// How many types there are.
    #[must_use]
    pub fn total(self) -> usize {
        self.typed.saturating_add(self.checked).saturating_add(self.opaque)
    }

    /// The machine-readable form, with the total under a name of its own.
    #[must_use]
    pub fn to_value(self, total: &str) -> Value {
        json!({ total: self.total(), "typed": self.typed, "checked": self.checked, "opaque": self.opaque })
    }

    /// `41 types: 40 typed, 1 opaque`, without the tiers that nothing is at; `one` is what is counted.
    #[must_use]
    pub fn count(self, one: &str) -> String {
        let total = self.total();
        let counts = [(self.typed, Tier::Typed), (self.checked, Tier::Checked), (self.opaque, Tier::Opaque)];
        let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, tier)| format!("{count} {tier}"));
        let plural = if total == 1 { "" } else { "s" };
        let separator = if total == 0 { "" } else { ": " };
        format!("{total} {one}{plural}{separator}{}", counts.collect::<Vec<_>>().join(", "))
    }
}

impl FromIterator<Tier> for Tiers {
    fn from_iter<I: IntoIterator<Item = Tier>>(tiers: I) -> Self {
        tiers.into_iter().fold(Self::default(), |mut tiers, tier| {
            let count = match tier {
                Tier::Typed => &mut tiers.typed,
                Tier::Checked => &mut tiers.checked,
                Tier::Opaque => &mut tiers.opaque,
            };
            *count = count.saturating_add(1);
            tiers
        })
    }
}

impl Display for Tiers {
    /// Counts types.
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(&self.count("type"))
    }
}
