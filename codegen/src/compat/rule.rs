//! The rules of versions: what each kind of change is called, and which bump it takes.
//!
//! PATCH is for compatible additions, MINOR for additions that break validation, MAJOR for structural changes and for
//! members that are removed or renamed.

use crate::schema::Keyword;

use super::Policy;
use super::change::{Bump, Direction};
use super::question::{About, Question};
use super::usage::Use;

/// What a change is called, and what it takes.
pub(super) struct Rule {
    pub(super) name: &'static str,
    pub(super) bump: Bump,
}

/// The rule for the change that a question has found.
pub(super) fn rule(question: &Question, policy: Policy, uses: &[Use]) -> Rule {
    match question.direction {
        Direction::Lost => lost(question, policy),
        Direction::Gained => gained(question, uses),
    }
}

fn lost(question: &Question, policy: Policy) -> Rule {
    let (name, bump) = match (&question.about, &question.keyword) {
        // What the old version did not know was nobody's to use.
        (About::Member(_), _) if policy == Policy::Open => ("member-added", Bump::Patch),
        (About::Member(_), _) => ("member-added", Bump::Minor),
        (About::Others, _) | (About::Whole, Keyword::AllOf(_)) => ("members-closed", Bump::Major),
        (About::Pattern(_), _) => ("members-constrained", Bump::Minor),
        (About::Whole, Keyword::Required(_)) => ("required-added", Bump::Minor),
        (About::Whole, Keyword::Enum(_) | Keyword::Const(_)) => ("value-removed", Bump::Major),
        (About::Whole, Keyword::Type(_)) => ("type-narrowed", Bump::Major),
        (About::Whole, Keyword::Never) => ("place-closed", Bump::Major),
        (About::Whole, Keyword::AnyOf(_) | Keyword::OneOf(_)) => ("branch-narrowed", Bump::Major),
        (About::Whole, Keyword::Pattern(_) | Keyword::Format(_)) => ("text-narrowed", Bump::Minor),
        (About::Whole, keyword) if is_bound(keyword) => ("bound-tightened", Bump::Minor),
        (About::Whole, _) => ("constraint-added", Bump::Minor),
    };
    Rule { name, bump }
}

fn gained(question: &Question, uses: &[Use]) -> Rule {
    // Who only writes such documents to a service is not hurt by what else the service takes.
    let is_read = uses.is_empty() || uses.iter().any(|one| !one.is_request());
    let widening = if is_read { Bump::Minor } else { Bump::Patch };
    let (name, bump) = match (&question.about, &question.keyword) {
        (About::Member(_), _) => ("member-removed", Bump::Major),
        (About::Others, _) | (About::Whole, Keyword::AllOf(_)) => ("members-opened", widening),
        (About::Pattern(_), _) => ("members-released", widening),
        (About::Whole, Keyword::Required(_)) => ("required-removed", widening),
        (About::Whole, Keyword::Enum(_) | Keyword::Const(_)) => ("value-added", widening),
        (About::Whole, Keyword::Type(_)) => ("type-widened", widening),
        (About::Whole, Keyword::Never) => ("place-opened", widening),
        (About::Whole, Keyword::AnyOf(_) | Keyword::OneOf(_)) => ("branch-widened", widening),
        (About::Whole, Keyword::Pattern(_) | Keyword::Format(_)) => ("text-widened", widening),
        (About::Whole, keyword) if is_bound(keyword) => ("bound-loosened", widening),
        (About::Whole, _) => ("constraint-removed", widening),
    };
    Rule { name, bump }
}

fn is_bound(keyword: &Keyword) -> bool {
    matches!(
        keyword,
        Keyword::Minimum(_)
            | Keyword::Maximum(_)
            | Keyword::ExclusiveMinimum(_)
            | Keyword::ExclusiveMaximum(_)
            | Keyword::MultipleOf(_)
            | Keyword::MinLength(_)
            | Keyword::MaxLength(_)
            | Keyword::MinItems(_)
            | Keyword::MaxItems(_)
            | Keyword::UniqueItems
            | Keyword::MinProperties(_)
            | Keyword::MaxProperties(_)
    )
}
