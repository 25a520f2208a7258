//! Residual keywords as conditions on the typed value, where Rust says them as well as a schema does.
//!
//! Most of what a shape leaves over speaks of what the shape knows: `if` a member has one of an enum's values `then` the
//! names in a map are such and such. As Rust that is a `match`, which a person can read and a machine need not
//! interpret. What is not as plain as that is judged by validation instead.

mod arms;
mod assertion;
mod choice;
mod compile;
mod emit;
mod members;

use crate::plan::{NumberCheck, Plan, Residual, Type, TypeId};
use crate::schema::SchemaId;

pub(super) use emit::{conjunct, emit};

/// Longer conditions than this are better read as a schema.
const LONGEST: usize = 64;

/// What must be true of a value; each says what it asks of the value that the one around it leads to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Condition {
    Always,
    Never,
    All(Vec<Self>),
    Any(Vec<Self>),
    /// Only of conditions that have no better opposite.
    Not(Box<Self>),
    Choice {
        condition: Box<Self>,
        then: Box<Self>,
        otherwise: Box<Self>,
    },
    /// An enum of strings is one of these variants.
    IsVariant(TypeId, Vec<String>),
    /// An enum of alternatives is one of these variants or, in another, valid against this schema.
    IsAlternative(TypeId, Vec<String>, Option<SchemaId>),
    /// A text is one of these.
    IsText(Vec<String>),
    IsTrue,
    /// A number of this form keeps a bound.
    Keeps(Form, NumberCheck),
    /// How many characters a text has.
    HasLength(u64, Option<u64>),
    Matches(String),
    IsFormat(String),
    /// How many items or members there are.
    HasSize(u64, Option<u64>),
    /// An optional field holds something.
    HasField(String),
    /// A map, here or in a field, has a member of this name.
    HasMember(Option<String>, String),
    /// The text of a string, or of a newtype over one.
    Text(Box<Self>),
    Field(String, Held, Box<Self>),
    EachItem(Box<Self>),
    SomeItem(Box<Self>),
    /// Every name of a map, here or in a field.
    EachName(Option<String>, Box<Self>),
    SomeName(Option<String>, Box<Self>),
    /// Every member of a map, here or in a field, whose name satisfies the first has a value that satisfies the second.
    EachMember(Option<String>, Box<Self>, Box<Self>),
}

/// How the exact value of a number is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Form {
    /// `Number` and `Integer`.
    Exact,
    /// A newtype over one of them.
    Newtype,
    /// A newtype over one of Rust's integers.
    Machine,
}

/// What a condition on a field says of fields that hold nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Held {
    /// The field always holds something.
    Always,
    /// They satisfy it.
    IfThere,
    /// They do not.
    Surely,
}

/// The residual keywords of a type as a condition, if they are plain enough.
pub(super) fn of(plan: &Plan, ty: &Type) -> Option<Condition> {
    let Residual::Schema(residual) = ty.residual else { return None };
    let condition = compile::residual(plan, ty, residual)?;
    let source = |schema: SchemaId| plan.graph.get(schema).location.source;
    // A module's code has only the names of its own schemas.
    let is_at_hand = condition.judges().into_iter().all(|schema| source(schema) == source(ty.schema));
    // Code that refuses every value would not look at it, which compilers take for a slip.
    let looks = condition != Condition::Never;
    (condition.length() <= LONGEST && is_at_hand && looks).then_some(condition)
}

impl Condition {
    /// All of them, without what adds nothing.
    fn all(conditions: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Vec::new();
        for condition in conditions {
            match condition {
                Self::Always => {}
                Self::Never => return Self::Never,
                Self::All(more) => all.extend(more),
                condition if all.contains(&condition) => {}
                condition => all.push(condition),
            }
        }
        members::join(&mut all);
        match all.len() {
            0 => Self::Always,
            1 => all.pop().unwrap_or(Self::Always),
            _ => Self::All(all),
        }
    }

    /// One of them.
    fn any(conditions: impl IntoIterator<Item = Self>) -> Self {
        Self::all(conditions.into_iter().map(Self::not)).not()
    }

    /// Exactly one of them.
    fn one(conditions: &[Self]) -> Self {
        let Some((first, others)) = conditions.split_first() else { return Self::Never };
        let none = Self::all(others.iter().cloned().map(Self::not));
        Self::choice(first.clone(), none, Self::one(others))
    }

    fn choice(condition: Self, then: Self, otherwise: Self) -> Self {
        match (condition, then, otherwise) {
            (Self::Always, then, _) => then,
            (Self::Never, _, otherwise) => otherwise,
            (_, then, otherwise) if then == otherwise => then,
            (condition, Self::Always, otherwise) => Self::any([condition, otherwise]),
            (condition, Self::Never, otherwise) => Self::all([condition.not(), otherwise]),
            (condition, then, Self::Never) => Self::all([condition, then]),
            (condition, then, otherwise) => {
                Self::Choice { condition: Box::new(condition), then: Box::new(then), otherwise: Box::new(otherwise) }
            }
        }
    }

    /// The opposite, as close to the value as it can be said.
    fn not(self) -> Self {
        let negated = |condition: Box<Self>| Box::new(condition.not());
        match self {
            Self::Always => Self::Never,
            Self::Never => Self::Always,
            Self::All(conditions) => Self::Any(conditions.into_iter().map(Self::not).collect()),
            Self::Any(conditions) => Self::all(conditions.into_iter().map(Self::not)),
            Self::Not(condition) => *condition,
            Self::Choice { condition, then, otherwise } => Self::choice(*condition, then.not(), otherwise.not()),
            Self::HasLength(min, max) => Self::outside(min, max, Self::HasLength),
            Self::HasSize(min, max) => Self::outside(min, max, Self::HasSize),
            Self::Keeps(form, NumberCheck::Minimum(bound)) => Self::Keeps(form, NumberCheck::ExclusiveMaximum(bound)),
            Self::Keeps(form, NumberCheck::Maximum(bound)) => Self::Keeps(form, NumberCheck::ExclusiveMinimum(bound)),
            Self::Keeps(form, NumberCheck::ExclusiveMinimum(bound)) => Self::Keeps(form, NumberCheck::Maximum(bound)),
            Self::Keeps(form, NumberCheck::ExclusiveMaximum(bound)) => Self::Keeps(form, NumberCheck::Minimum(bound)),
            Self::Text(condition) => Self::Text(negated(condition)),
            Self::Field(field, held, condition) => Self::Field(field, held.opposite(), negated(condition)),
            Self::EachItem(condition) => Self::SomeItem(negated(condition)),
            Self::SomeItem(condition) => Self::EachItem(negated(condition)),
            Self::EachName(map, condition) => Self::SomeName(map, negated(condition)),
            Self::SomeName(map, condition) => Self::EachName(map, negated(condition)),
            plain => Self::Not(Box::new(plain)),
        }
    }

    /// What is of such a size: the largest number is none that a size could exceed.
    fn within(min: u64, max: u64, condition: fn(u64, Option<u64>) -> Self) -> Self {
        match (min, max) {
            (0, u64::MAX) => Self::Always,
            _ => condition(min, Some(max).filter(|max| *max < u64::MAX)),
        }
    }

    /// What is neither that small nor that large.
    fn outside(min: u64, max: Option<u64>, condition: fn(u64, Option<u64>) -> Self) -> Self {
        let below = min.checked_sub(1).map(|most| condition(0, Some(most)));
        let above = max.and_then(|max| max.checked_add(1)).map(|least| condition(least, None));
        match (below, above) {
            (Some(below), Some(above)) => Self::Any(vec![below, above]),
            (below, above) => below.or(above).unwrap_or(Self::Never),
        }
    }

    /// The schemas that values are judged against.
    pub(super) fn judges(&self) -> Vec<SchemaId> {
        match self {
            Self::IsAlternative(_, _, schema) => schema.iter().copied().collect(),
            condition => condition.parts().into_iter().flat_map(Self::judges).collect(),
        }
    }

    /// The conditions that it is made of.
    fn parts(&self) -> Vec<&Self> {
        match self {
            Self::All(conditions) | Self::Any(conditions) => conditions.iter().collect(),
            Self::Choice { condition, then, otherwise } => vec![condition, then, otherwise],
            Self::EachMember(_, name, value) => vec![name, value],
            Self::Not(condition)
            | Self::Text(condition)
            | Self::Field(_, _, condition)
            | Self::EachItem(condition)
            | Self::SomeItem(condition)
            | Self::EachName(_, condition)
            | Self::SomeName(_, condition) => vec![condition],
            _ => Vec::new(),
        }
    }

    /// How much there is to read.
    fn length(&self) -> usize {
        let own = match self {
            Self::IsText(texts) => 1 + texts.len() / 2,
            Self::IsVariant(_, variants) => 1 + variants.len() / 4,
            _ => 1,
        };
        self.parts().into_iter().map(Self::length).fold(own, usize::saturating_add)
    }
}

impl Held {
    fn opposite(self) -> Self {
        match self {
            Self::Always => Self::Always,
            Self::IfThere => Self::Surely,
            Self::Surely => Self::IfThere,
        }
    }
}
