//! The values that a column is tried with: valid ones, those that miss being valid by one thing, and those at the edges
//! of what the column's type can hold.

use std::collections::BTreeMap;
use std::fmt;

use super::super::agreement::document::Document;
use super::super::agreement::tree::Tree;
use super::super::agreement::{near_miss, spelling};
use super::cell::Cell;
use super::column::Column;
use super::extreme;
use super::member::{Member, made};

/// How many near misses of one keyword at one kind of place are tried, and how many inside a document.
const OF_A_KIND: [usize; 2] = [24, 2];

/// A value, or none at all.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) value: Option<Tree>,
    /// What is sent to the database, where that is not as the value says.
    sent: Option<Vec<u8>>,
}

impl Candidate {
    pub(super) fn of(value: Option<Tree>) -> Self {
        Self { value, sent: None }
    }

    /// A value that is no JSON, by what stands for it in a document and in the database.
    pub(super) fn strange(json: &str, sent: &[u8]) -> Self {
        Self { value: Some(Tree::number(json)), sent: Some(sent.to_vec()) }
    }

    /// What is sent to a column as it is.
    pub(super) fn cell(&self, data_type: &str) -> Cell {
        match (&self.value, &self.sent) {
            (_, Some(sent)) => Cell::Value(sent.clone()),
            (None, _) => Cell::Omitted,
            (Some(Tree::Null), _) if data_type != "jsonb" => Cell::Null,
            (Some(Tree::String(text)), _) if data_type != "jsonb" => Cell::Value(text.clone().into_bytes()),
            (Some(value), _) => Cell::Value(spelling::plain(value).into_bytes()),
        }
    }
}

impl fmt::Display for Candidate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.value.as_ref().map_or("nothing".to_owned(), spelling::plain);
        formatter.write_str(&shortened(&text))
    }
}

/// The beginning of a long text.
pub(super) fn shortened(text: &str) -> String {
    let start: String = text.chars().take(120).collect();
    if start.len() < text.len() { format!("{start}… ({} bytes)", text.len()) } else { start }
}

/// All values for a column, each once.
pub(super) fn all(column: &Column) -> Result<Vec<Candidate>, String> {
    let mut trees = Vec::new();
    for member in &column.members {
        let valid: Vec<Tree> = member.values().chain(made(member.world, member.schema)?).collect();
        trees.extend(valid.iter().flat_map(edges));
        trees.extend(near_misses(member, &valid));
        trees.extend(valid);
    }
    let mut seen = BTreeMap::new();
    for tree in trees {
        seen.entry(spelling::plain(&tree)).or_insert(tree);
    }
    let derived = seen.into_values().map(|tree| Candidate::of(Some(tree)));
    let absent = [Candidate::of(None), Candidate::of(Some(Tree::Null))];
    Ok(absent.into_iter().chain(derived).chain(extreme::all(&column.data_type)).collect())
}

fn near_misses(member: &Member, valid: &[Tree]) -> Vec<Tree> {
    let mut tried: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let mut missed = Vec::new();
    for tree in valid {
        let [outside, inside] = OF_A_KIND;
        let most = if matches!(tree, Tree::Object(_) | Tree::Array(_)) { inside } else { outside };
        let document = Document::of_tree("", tree.clone());
        for near_miss in near_miss::all(member.world, member.schema, &document) {
            let count = tried.entry((near_miss.kind_of_place(), near_miss.keyword)).or_default();
            *count += 1;
            if *count <= most {
                missed.push(near_miss.of(&document).tree);
            }
        }
    }
    missed
}

/// A text with a character less, one more, and one of those that readers trip over.
fn edges(tree: &Tree) -> Vec<Tree> {
    let Tree::String(text) = tree else { return Vec::new() };
    let mut shorter = text.clone();
    let last = shorter.pop().map(String::from).unwrap_or_default();
    let edited = [shorter, format!("{text}{last}"), format!("{text}\n"), format!(" {text}"), format!("{text}\0")];
    edited.into_iter().map(Tree::String).collect()
}
