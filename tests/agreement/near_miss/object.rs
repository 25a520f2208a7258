//! Objects with a member too few, too many, of a wrong name, or `null` where it should be left out.

use codegen::schema::{Keyword, SchemaId};

use super::super::demands::Demands;
use super::super::tree::Tree;
use super::{EveryFork, string};

type Members = [(String, Tree)];

/// What breaks a keyword that speaks of objects.
pub(super) fn changes(demands: &Demands<'_>, keyword: &Keyword, members: &Members) -> Vec<Tree> {
    match keyword {
        Keyword::Required(names) => names.iter().map(|name| without(members, name)).collect(),
        Keyword::Properties { named, additional, .. } => {
            let absent = named.iter().map(|(name, _)| name).filter(|name| !has(members, name));
            let nulls = absent.map(|name| with(members, name, Tree::Null));
            nulls.chain(additional.iter().flat_map(|_| unknown(members))).collect()
        }
        Keyword::UnevaluatedProperties(_) => unknown(members),
        Keyword::PropertyNames(schema) => misnamed(demands, *schema, members),
        Keyword::MinProperties(count) => shortened(members, *count),
        Keyword::MaxProperties(count) => lengthened(members, *count),
        Keyword::DependentRequired(dependents) => {
            let needed = dependents.iter().flat_map(|(_, needed)| needed);
            let dropped = needed.map(|name| without(members, name));
            let triggers = dependents.iter().map(|(trigger, _)| trigger).filter(|trigger| !has(members, trigger));
            dropped.chain(triggers.map(|trigger| with(members, trigger, Tree::Null))).collect()
        }
        _ => Vec::new(),
    }
}

fn has(members: &Members, name: &str) -> bool {
    members.iter().any(|(other, _)| other == name)
}

fn with(members: &Members, name: &str, value: Tree) -> Tree {
    Tree::Object(members.iter().cloned().chain([(name.to_owned(), value)]).collect())
}

fn without(members: &Members, name: &str) -> Tree {
    Tree::Object(members.iter().filter(|(other, _)| other != name).cloned().collect())
}

/// One more member, whose value is of hardly any schema.
fn unknown(members: &Members) -> Vec<Tree> {
    let name = "unknown member";
    let values = [Tree::Null, Tree::text("0"), Tree::Array(vec![Tree::Boolean(false)])];
    values.into_iter().filter(|_| !has(members, name)).map(|value| with(members, name, value)).collect()
}

/// Names that are one character off, with the values of the right ones.
fn misnamed(demands: &Demands<'_>, names: SchemaId, members: &Members) -> Vec<Tree> {
    let rules = demands.at(&[names], &mut EveryFork);
    let mut changed = Vec::new();
    for (name, value) in members.iter().take(2) {
        let misspelt = rules.keywords().flat_map(|keyword| {
            let of_text = string::changes(&rules, keyword, name);
            of_text.into_iter().chain(super::scalar::changes(keyword, &Tree::text(name)))
        });
        for other in misspelt {
            if let Tree::String(other) = other
                && !has(members, &other)
            {
                let rest: Vec<_> = members.iter().filter(|(kept, _)| kept != name).cloned().collect();
                changed.push(with(&rest, &other, value.clone()));
            }
        }
    }
    changed
}

fn shortened(members: &Members, count: u64) -> Vec<Tree> {
    let Some(count) = count.checked_sub(1).and_then(|count| usize::try_from(count).ok()) else { return Vec::new() };
    vec![Tree::Object(members.iter().take(count).cloned().collect())]
}

fn lengthened(members: &Members, count: u64) -> Vec<Tree> {
    let Ok(count) = usize::try_from(count) else { return Vec::new() };
    let more = (0..=count.min(2000)).map(|index| (format!("member {index}"), Tree::Null));
    vec![Tree::Object(members.iter().cloned().chain(more).take(count.saturating_add(1)).collect())]
}
