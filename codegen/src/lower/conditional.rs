//! `if` with `then` and `else` as two alternatives, where nothing else makes a type.

use crate::schema::Keyword;

use super::Lowering;
use super::conjunction::{Alternatives, Conjunction};

/// What an instance is: what `if` and `then` say together, or what `else` says. The condition itself is judged on the
/// finished value, so that one that holds does not lead to `else`.
pub(super) fn alternatives(lowering: &mut Lowering<'_>, conjunction: &Conjunction) -> Option<Alternatives> {
    let mut conditions = conjunction.keywords.iter().filter(|keyword| !is_base(keyword));
    let (Some(Keyword::If { condition, then: Some(then), otherwise: Some(otherwise) }), None) =
        (conditions.next(), conditions.next())
    else {
        return None;
    };
    let met = lowering.all_of(&[*then, *condition]);
    Some(Alternatives { branches: vec![met, *otherwise], is_exclusive: false })
}

/// Whether the keyword is joined with each alternative.
fn is_base(keyword: &Keyword) -> bool {
    matches!(keyword, Keyword::Type(_) | Keyword::Properties { .. } | Keyword::Required(_))
}
