//! Which `default`s a type can offer: those that are valid, since the keyword promises nothing (Validation §9.2).

use crate::judge::Judge;
use crate::options::Options;
use crate::plan::{Content, Member, Plan, Shape, Use};
use crate::source::Source;
use crate::support::Json;

/// Drops the defaults that the member's own schema refuses.
pub(super) fn check(plan: &mut Plan, sources: &[Source], options: &Options) {
    let Plan { graph, types, .. } = plan;
    let mut offered: Vec<&mut Member> =
        types.iter_mut().flat_map(members).filter(|member| member.default.is_some()).collect();
    offered.retain_mut(|member| !is_plainly_valid(member));
    if offered.is_empty() {
        return;
    }
    let judge = Judge::new(sources, options);
    for member in &mut offered {
        let validator = judge.as_ref().ok().zip(member.schema);
        let validator = validator.and_then(|(judge, schema)| judge.validator_of(graph, schema).ok());
        let is_valid = |value| validator.as_ref().is_some_and(|validator| validator.is_valid(&value));
        member.default = member.default.take().filter(|default| is_valid(default.clone().into()));
    }
}

/// Whether a member holds any value of its default's type, as most do: that takes no judge, who reads all documents anew.
fn is_plainly_valid(member: &Member) -> bool {
    let Content::Use(content) = &member.content else { return false };
    let content = if let Use::Nullable(content) = content { content } else { content };
    match &member.default {
        Some(Json::Bool(_)) => matches!(content, Use::Boolean | Use::Json),
        Some(Json::String(_)) => matches!(content, Use::String | Use::Json),
        Some(Json::Number(number)) => match content {
            Use::Integer => number.is_integer(),
            Use::PlainInteger => number.view().is_plain_integer(),
            content => matches!(content, Use::Number | Use::Json),
        },
        Some(_) => matches!(content, Use::Json),
        None => false,
    }
}

fn members(ty: &mut crate::plan::Type) -> impl Iterator<Item = &mut Member> {
    let object = match &mut ty.shape {
        Shape::Struct(object) => Some(object),
        _ => None,
    };
    object.into_iter().flat_map(|object| &mut object.members)
}
