//! Values of a wrong type, other values than the listed ones, numbers just beyond a bound.

use codegen::schema::{Keyword, TypeSet};
use codegen::support::{Json, Number};

use super::super::generate::decimal::Decimal;
use super::super::tree::Tree;

/// What breaks a keyword that can speak of any value, or of a number.
pub(super) fn changes(keyword: &Keyword, tree: &Tree) -> Vec<Tree> {
    match keyword {
        Keyword::Type(types) => of_other_types(*types),
        Keyword::Const(constant) => others(std::slice::from_ref(constant)),
        Keyword::Enum(constants) => others(constants),
        Keyword::Minimum(bound) => beside(bound, -1),
        Keyword::Maximum(bound) => beside(bound, 1),
        Keyword::ExclusiveMinimum(bound) | Keyword::ExclusiveMaximum(bound) => {
            vec![Tree::Number(bound.to_string())]
        }
        Keyword::MultipleOf(_) => between_multiples(tree),
        _ => Vec::new(),
    }
}

fn of_other_types(types: TypeSet) -> Vec<Tree> {
    let samples = [
        (TypeSet::NULL, Tree::Null),
        (TypeSet::BOOLEAN, Tree::Boolean(true)),
        (TypeSet::NUMBER, Tree::number("0.5")),
        (TypeSet::INTEGER, Tree::number("1")),
        (TypeSet::STRING, Tree::text("1")),
        (TypeSet::ARRAY, Tree::Array(Vec::new())),
        (TypeSet::OBJECT, Tree::Object(Vec::new())),
    ];
    samples.into_iter().filter(|(of_type, _)| !types.contains(*of_type)).map(|(_, value)| value).collect()
}

fn others(constants: &[Json]) -> Vec<Tree> {
    let changed = constants.iter().filter_map(|constant| match constant {
        Json::String(text) => Some([
            Tree::String(format!("{text} ")),
            Tree::String(text.chars().map(swap_case).collect()),
            Tree::String(text.chars().skip(1).collect()),
        ]),
        _ => None,
    });
    changed.take(2).flatten().chain([Tree::Null, Tree::text(""), Tree::number("17")]).collect()
}

fn swap_case(character: char) -> char {
    if character.is_ascii_lowercase() { character.to_ascii_uppercase() } else { character.to_ascii_lowercase() }
}

/// The whole number beyond a bound, and the number that exceeds it by a little.
fn beside(bound: &Number, direction: i128) -> Vec<Tree> {
    let Some(bound) = Decimal::parse(&bound.to_string()) else { return Vec::new() };
    let numbers = [bound, bound.finer(), bound.finer().finer().finer()];
    numbers.into_iter().map(|decimal| Tree::Number(decimal.plus(direction).to_string())).collect()
}

fn between_multiples(tree: &Tree) -> Vec<Tree> {
    let Tree::Number(text) = tree else { return Vec::new() };
    let Some(multiple) = Decimal::parse(text) else { return Vec::new() };
    [multiple.plus(1), multiple.finer().plus(1)].into_iter().map(|decimal| Tree::Number(decimal.to_string())).collect()
}
