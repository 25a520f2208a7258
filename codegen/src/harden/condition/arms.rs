//! Choices by one enum's variants, which together are one `match`.

use crate::plan::TypeId;

use super::{Condition, Held};

/// What each variant of the enum in a field asks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Arms {
    pub(super) field: String,
    pub(super) ty: TypeId,
    /// Whether the field may hold nothing, which then asks for what the other variants do.
    pub(super) is_optional: bool,
    /// Variants that ask for the same, in order; each variant occurs once.
    pub(super) ways: Vec<(Vec<String>, Condition)>,
    /// What the other variants ask for.
    pub(super) otherwise: Condition,
}

impl Arms {
    /// A choice as arms, if variants decide it.
    fn of(condition: &Condition) -> Option<Self> {
        let Condition::Choice { condition, then, otherwise } = condition else { return None };
        let Condition::Field(field, held @ (Held::Always | Held::Surely), variant) = &**condition else { return None };
        let Condition::IsVariant(ty, variants) = &**variant else { return None };
        let (field, ways) = (field.clone(), vec![(variants.clone(), (**then).clone())]);
        let arms = Self { field, ty: *ty, is_optional: *held == Held::Surely, ways, otherwise: Condition::Always };
        match Self::of(otherwise).filter(|others| others.is_about(&arms)) {
            Some(others) => Some(arms.followed_by(others)),
            None => Some(Self { otherwise: (**otherwise).clone(), ..arms }),
        }
    }

    fn is_about(&self, other: &Self) -> bool {
        self.field == other.field && self.ty == other.ty && self.is_optional == other.is_optional
    }

    fn followed_by(mut self, others: Self) -> Self {
        for (variants, condition) in others.ways {
            let is_new = |variant: &String| self.ways.iter().all(|(known, _)| !known.contains(variant));
            let new: Vec<String> = variants.into_iter().filter(is_new).collect();
            match self.ways.iter_mut().find(|(_, known)| *known == condition) {
                _ if new.is_empty() => {}
                Some((variants, _)) => variants.extend(new),
                None => self.ways.push((new, condition)),
            }
        }
        Self { otherwise: others.otherwise, ..self }
    }

    fn is_disjoint(&self, other: &Self) -> bool {
        let variants = |arms: &Self| arms.ways.iter().flat_map(|(variants, _)| variants.clone()).collect::<Vec<_>>();
        let own = variants(self);
        variants(other).iter().all(|variant| !own.contains(variant))
    }

    /// The only arm, as a condition and what it asks for.
    pub(super) fn only(&self) -> Option<(Condition, &Condition)> {
        let [(variants, then)] = self.ways.as_slice() else { return None };
        let held = if self.is_optional { Held::Surely } else { Held::Always };
        let variant = Box::new(Condition::IsVariant(self.ty, variants.clone()));
        Some((Condition::Field(self.field.clone(), held, variant), then))
    }
}

/// A condition among those that hold together.
pub(super) enum Part<'c> {
    Arms(Arms),
    Plain(&'c Condition),
}

/// The conditions, with those that ask the same enum gathered where the first of them stands.
pub(super) fn gathered(conditions: &[Condition]) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    for condition in conditions {
        let Some(arms) = Arms::of(condition) else {
            parts.push(Part::Plain(condition));
            continue;
        };
        let joined = parts.iter_mut().find_map(|part| match part {
            Part::Arms(former) if former.is_about(&arms) && former.is_disjoint(&arms) => Some(former),
            _ => None,
        });
        match joined {
            Some(former) if former.otherwise == Condition::Always && arms.otherwise == Condition::Always => {
                *former = former.clone().followed_by(arms);
            }
            _ => parts.push(Part::Arms(arms)),
        }
    }
    parts
}
