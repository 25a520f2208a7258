//! Which `default`s a type can offer: those that are valid, since the keyword promises nothing (Validation §9.2).

use crate::judge::Judge;
use crate::options::Options;
use crate::plan::{Member, Plan, Shape};
use crate::source::Source;

/// Drops the defaults that the member's own schema refuses.
pub(super) fn check(plan: &mut Plan, sources: &[Source], options: &Options) {
    let Plan { graph, types, .. } = plan;
    let mut offered: Vec<&mut Member> =
        types.iter_mut().flat_map(members).filter(|member| member.default.is_some()).collect();
    if offered.is_empty() {
        return;
    }
    let judge = Judge::new(sources, options);
    for member in &mut offered {
        let location = member.schema.map(|schema| graph.get(schema).uri.clone());
        let validator = judge.as_ref().ok().zip(location).and_then(|(judge, at)| judge.validator(&at).ok());
        let is_valid = |value| validator.as_ref().is_some_and(|validator| validator.is_valid(&value));
        member.default = member.default.take().filter(|default| is_valid(default.clone().into()));
    }
}

fn members(ty: &mut crate::plan::Type) -> impl Iterator<Item = &mut Member> {
    let object = match &mut ty.shape {
        Shape::Struct(object) => Some(object),
        _ => None,
    };
    object.into_iter().flat_map(|object| &mut object.members)
}
