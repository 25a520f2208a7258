//! The documents: the repository's examples, as services send them, without white space.

use std::error::Error;
use std::{fs, io};

const EXAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../examples");

/// A document for each task of the benchmark.
#[derive(Clone)]
pub struct Documents {
    pub experience: &'static [u8],
    /// The tag of each action comes first.
    pub plan_tag_first: &'static [u8],
    /// The same with the tags last.
    pub plan_tag_last: &'static [u8],
    pub report: &'static [u8],
}

/// Reads the documents.
pub fn all() -> Result<Documents, Box<dyn Error>> {
    let plan = compact("ml_schemas/AdaptationPlan/full-with-every-action.json")?;
    Ok(Documents {
        experience: kept(compact("ml_schemas/Experience/full.json")?),
        plan_tag_last: kept(tags_last(&plan).ok_or("an action without its tag first")?),
        plan_tag_first: kept(plan),
        report: kept(compact("ml_schemas/SpecialistReport/full-classification.json")?),
    })
}

fn kept(text: String) -> &'static [u8] {
    text.leak().as_bytes()
}

/// A document without the white space between its tokens, its members in their order.
fn compact(path: &str) -> io::Result<String> {
    let mut compact = String::new();
    let (mut is_string, mut is_escaped) = (false, false);
    for character in fs::read_to_string(format!("{EXAMPLES}/{path}"))?.chars() {
        if is_string || !character.is_ascii_whitespace() {
            compact.push(character);
        }
        is_string ^= character == '"' && !is_escaped;
        is_escaped = character == '\\' && !is_escaped;
    }
    Ok(compact)
}

/// The plan with each action's first member, its tag, behind the others.
fn tags_last(plan: &str) -> Option<String> {
    const TAG: &str = "{\"type\":";
    let mut parts = plan.split(TAG);
    let mut moved = parts.next()?.to_owned();
    for part in parts {
        let (tag, rest) = part.split_once(',')?;
        let (members, behind) = rest.split_at(end_of_object(rest)?);
        moved.extend(["{", members, ",\"type\":", tag, behind]);
    }
    Some(moved)
}

/// Where the brace stands that closes the object around `text`; the examples have no braces in strings.
fn end_of_object(text: &str) -> Option<usize> {
    let mut level = 0_i32;
    text.find(|character| {
        level += i32::from(character == '{') - i32::from(character == '}');
        level < 0
    })
}
