//! `if` with `then` and `else` as two alternatives, where nothing else makes a type.

use crate::schema::Keyword;

use super::conjunction::{Alternatives, Conjunction};
use super::{Lowering, residual};

/// What an instance is: what `if` and `then` say together, or what `else` says. The condition itself is judged on the
/// finished value, so that one that holds does not lead to `else`. One that is about some of the types has its place in
/// their variants.
pub(super) fn alternatives(lowering: &mut Lowering<'_>, conjunction: &Conjunction) -> Option<Alternatives> {
    let mut conditions = conjunction.keywords.iter().filter(|keyword| !is_base(keyword));
    let keyword = conditions.next().filter(|_| conditions.next().is_none())?;
    let Keyword::If { condition, then: Some(then), otherwise: Some(otherwise) } = keyword else { return None };
    if residual::is_partial(&lowering.plan.graph, conjunction, keyword) {
        return None;
    }
    let met = lowering.all_of(&[*then, *condition]);
    Some(Alternatives { branches: vec![met, *otherwise], is_exclusive: false })
}

/// Whether the keyword is joined with each alternative.
fn is_base(keyword: &Keyword) -> bool {
    matches!(keyword, Keyword::Type(_) | Keyword::Properties { .. } | Keyword::Required(_))
}
