//! Texts that are one character away from a valid one.

use codegen::schema::Keyword;

use super::super::demands::Demands;
use super::super::generate::format;
use super::super::tree::Tree;

/// How many broken texts are kept of the many that one pattern yields.
const SOME: usize = 6;

/// Characters that stand next to the usual ones in a table, or only look like them.
const STRANGERS: [char; 8] = ['A', 'z', '0', '_', ' ', '\n', 'é', '０'];

/// What breaks a keyword that speaks of strings.
pub(super) fn changes(demands: &Demands<'_>, keyword: &Keyword, text: &str) -> Vec<Tree> {
    match keyword {
        Keyword::MinLength(length) => of_length(text, length.checked_sub(1)),
        Keyword::MaxLength(length) => of_length(text, length.checked_add(1)),
        Keyword::Pattern(pattern) => {
            let breaks = |edited: &String| !demands.matches(pattern, edited);
            spread(edits(text).into_iter().filter(breaks).collect())
        }
        Keyword::Format(format) => format::near_misses(format).iter().map(|miss| Tree::text(miss)).collect(),
        _ => Vec::new(),
    }
}

fn of_length(text: &str, length: Option<u64>) -> Vec<Tree> {
    let Some(length) = length.and_then(|length| usize::try_from(length).ok()) else { return Vec::new() };
    vec![Tree::String(text.chars().chain(std::iter::repeat('𝒳')).take(length).collect())]
}

/// A few of many, from first to last.
fn spread(texts: Vec<String>) -> Vec<Tree> {
    let step = texts.len().div_ceil(SOME).max(1);
    texts.into_iter().step_by(step).map(Tree::String).collect()
}

/// The text with one character removed, doubled or replaced, at its ends and in its middle.
fn edits(text: &str) -> Vec<String> {
    let length = text.chars().count();
    let mut edited = Vec::new();
    for place in [0, 1, length / 2, length.saturating_sub(2), length.saturating_sub(1), length] {
        let head: String = text.chars().take(place).collect();
        let tail: String = text.chars().skip(place + 1).collect();
        let current: String = text.chars().skip(place).take(1).collect();
        edited.push(format!("{head}{tail}"));
        edited.push(format!("{head}{current}{current}{tail}"));
        edited.extend(STRANGERS.map(|stranger| format!("{head}{stranger}{tail}")));
        edited.extend(STRANGERS.map(|stranger| format!("{head}{stranger}{current}{tail}")));
    }
    edited
}
