//! The tiers of members: a member is at that of the type that it holds, be it in a list, a map or an `Option`.

use crate::plan::{Content, Plan, Shape, Type, Use};

use super::tier::{Tier, Tiers, tier};

/// How many names for one another are followed; more of them only come in a circle, which no plan has.
const NAMES: usize = 64;

impl Tiers {
    /// The tiers of the members that these types declare.
    pub fn of_members<'t>(plan: &Plan, types: impl IntoIterator<Item = &'t Type>) -> Self {
        let structs = types.into_iter().filter_map(|ty| match &ty.shape {
            Shape::Struct(members) => Some(&members.members),
            _ => None,
        });
        let tiers = structs.flatten().map(|member| match &member.content {
            Content::Use(content) => held(plan, content),
            Content::Constant(_) => Tier::Typed,
        });
        tiers.collect()
    }
}

/// The tier of what a place holds.
fn held(plan: &Plan, content: &Use) -> Tier {
    let (mut content, mut found) = (content, Tier::Typed);
    for _ in 0..NAMES {
        content = match content {
            Use::Nullable(inner) | Use::Vec(inner) | Use::Map(inner) => inner,
            Use::Type(id) | Use::Boxed(id) => {
                let Some(ty) = plan.get(*id) else { return found };
                found = found.max(tier(plan, ty));
                match &ty.shape {
                    Shape::Alias(inner) | Shape::Newtype(inner) => inner,
                    Shape::Array { item, .. } => item,
                    Shape::Map { value, .. } => value,
                    _ => return found,
                }
            }
            Use::Json | Use::Null | Use::Boolean | Use::String | Use::Integer | Use::PlainInteger | Use::Number => {
                return found;
            }
        };
    }
    found
}
