//! Compiles every pattern once: to report those that are no regular expressions, and to match members' names later.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::pattern::{self, Compiled};
use crate::schema::{Keyword, Subschema};
use crate::source::Source;

/// The patterns by their text; those that are no regular expressions are reported where they stand.
pub(super) fn compile(
    subschemas: &[Subschema],
    sources: &[Source],
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, Compiled> {
    let mut compiled = BTreeMap::new();
    for subschema in subschemas {
        for keyword in &subschema.keywords {
            for (text, place) in patterns(keyword) {
                if compiled.contains_key(text) {
                    continue;
                }
                match pattern::compile(text) {
                    Ok(pattern) => drop(compiled.insert(text.clone(), pattern)),
                    Err(error) => diagnostics.push(invalid(subschema, place, error.message(), sources)),
                }
            }
        }
    }
    compiled
}

/// The patterns of a keyword, and the pointer from the subschema to each.
fn patterns(keyword: &Keyword) -> Vec<(&String, Place<'_>)> {
    match keyword {
        Keyword::Pattern(text) => vec![(text, Place::Value)],
        Keyword::Properties { patterns, .. } => patterns.iter().map(|(text, _)| (text, Place::Name(text))).collect(),
        _ => Vec::new(),
    }
}

#[derive(Clone, Copy)]
enum Place<'p> {
    /// The value of `pattern`.
    Value,
    /// A member's name in `patternProperties`.
    Name(&'p str),
}

fn invalid(subschema: &Subschema, place: Place<'_>, message: &str, sources: &[Source]) -> Diagnostic {
    let at = &subschema.location;
    let diagnostic = Diagnostic::error("invalid-pattern", format!("not a regular expression of ECMA-262: {message}"));
    let Some(source) = sources.get(at.source) else { return diagnostic };
    match place {
        Place::Value => diagnostic.at_value(source, &format!("{}/pattern", at.pointer)),
        Place::Name(name) => {
            let name = name.replace('~', "~0").replace('/', "~1");
            diagnostic.at_name(source, &format!("{}/patternProperties/{name}", at.pointer))
        }
    }
}
