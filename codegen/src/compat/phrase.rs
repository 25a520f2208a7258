//! The sentence that says what happened at a place.

use crate::schema::Keyword;
use crate::support::Json;

use super::change::Direction;
use super::conjunction::Conjunction;
use super::keyword;
use super::pair::Pairs;
use super::question::{About, Question};
use super::same;
use super::versions::{Node, Versions};

/// What happened.
pub(super) fn phrase(versions: &Versions<'_>, pairs: &Pairs, question: &Question) -> String {
    let is_lost = question.direction == Direction::Lost;
    let given = Conjunction::of(versions, &question.given);
    match (&question.about, &question.keyword) {
        (About::Member(name), _) if is_lost => format!("`{name}` is a member now"),
        (About::Member(name), _) => match renamed(versions, pairs, question, name) {
            Some(other) => format!("`{name}` is called `{other}` now"),
            None => format!("`{name}` is no member any more"),
        },
        (About::Others, _) if is_lost => "members that are not named here are restricted".to_owned(),
        (About::Others, _) => "members that are not named here are less restricted".to_owned(),
        (About::Pattern(pattern), _) if is_lost => format!("members whose names match `{pattern}` are restricted"),
        (About::Pattern(pattern), _) => format!("members whose names match `{pattern}` are less restricted"),
        (About::Whole, Keyword::Required(names)) => {
            let names = names.iter().filter(|name| !given.requires(name)).map(|name| format!("`{name}`"));
            format!("{} is {}", list(names), if is_lost { "required" } else { "no longer required" })
        }
        (About::Whole, Keyword::Enum(values)) => values_phrase(&given, values, is_lost),
        (About::Whole, Keyword::Const(value)) => values_phrase(&given, std::slice::from_ref(value), is_lost),
        (About::Whole, Keyword::Never) => {
            (if is_lost { "nothing may stand here" } else { "something may stand here" }).to_owned()
        }
        (About::Whole, other) => {
            let name =
                if matches!(other, Keyword::AllOf(_)) { "unevaluated members or items" } else { keyword::name(other) };
            format!("`{name}` {} than before", if is_lost { "accepts less" } else { "accepted less" })
        }
    }
}

fn values_phrase(given: &Conjunction<'_>, values: &[Json], is_lost: bool) -> String {
    let stated = given.constants().unwrap_or_default();
    let others = stated.into_iter().filter(|value| !values.contains(value)).map(|value| format!("`{value}`"));
    let others = list(others);
    match (others.is_empty(), is_lost) {
        (true, true) => "only listed values are accepted".to_owned(),
        (true, false) => "other values than those listed before are accepted".to_owned(),
        (false, true) => format!("{others} is no longer accepted"),
        (false, false) => format!("{others} is accepted now"),
    }
}

/// The member that the accepting version has instead: one that the other does not know, and that says the same.
fn renamed(versions: &Versions<'_>, pairs: &Pairs, question: &Question, name: &str) -> Option<String> {
    let (old, new) = (Conjunction::of(versions, &[question.wanted]), Conjunction::of(versions, &question.given));
    let member = old.member(name);
    let is_it = |other: &&str| {
        let others = new.member(other);
        !old.knows(other) && member.iter().any(|one| others.iter().any(|other| is_alike(versions, pairs, *one, *other)))
    };
    new.declared().into_iter().find(is_it).map(str::to_owned)
}

fn is_alike(versions: &Versions<'_>, pairs: &Pairs, one: Node, other: Node) -> bool {
    let (left, right) = (versions.keywords(one), versions.keywords(other));
    left.len() == right.len() && left.iter().zip(right).all(|(a, b)| same::alike(versions, pairs, (one, a), (other, b)))
}

fn list(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(", ")
}
