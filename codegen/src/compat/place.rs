//! Where in both versions the keyword of a question stands.

use crate::pointer;
use crate::schema::Keyword;

use super::change::Place;
use super::conjunction::Conjunction;
use super::keyword;
use super::question::{About, Question};
use super::versions::{Node, Versions};

/// The places of a question: of what is given, and of the keyword.
pub(super) fn places(versions: &Versions<'_>, question: &Question, given: Node) -> (Option<Place>, Option<Place>) {
    let tokens = tokens(versions, question);
    let wanted = at(versions, question.wanted, &tokens);
    let nodes = question.given.iter().copied().chain([given]);
    let stated = nodes.clone().find(|node| has(versions, *node, &tokens));
    let given = match stated {
        Some(node) => at(versions, node, tokens.get(..1).unwrap_or_default()),
        None => nodes.into_iter().next().and_then(|node| at(versions, node, &[])),
    };
    (given, wanted)
}

/// The place of a subschema's value or of something in it.
pub(super) fn at(versions: &Versions<'_>, node: Node, tokens: &[String]) -> Option<Place> {
    let location = &versions.subschema(node).location;
    let source = versions.source(node.era, location.source)?;
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let pointer = pointer::join(&location.pointer, &tokens);
    let value = source.nearest(&pointer);
    let offset = value.name_span().unwrap_or_else(|| value.span()).start;
    let (line, column) = source.line_column(offset);
    Some(Place { file: source.name().to_owned(), line, column, pointer })
}

/// Whether a subschema has the keyword that the tokens begin with.
fn has(versions: &Versions<'_>, node: Node, tokens: &[String]) -> bool {
    let location = &versions.subschema(node).location;
    let value = versions.source(node.era, location.source).and_then(|source| source.at(&location.pointer));
    tokens.first().is_some_and(|name| value.is_some_and(|value| value.get(name).is_some()))
}

/// The way from the subschema to what the question is about.
fn tokens(versions: &Versions<'_>, question: &Question) -> Vec<String> {
    let owned = |tokens: &[&str]| tokens.iter().map(|token| (*token).to_owned()).collect();
    match (&question.about, &question.keyword) {
        (About::Member(name), _) => owned(&["properties", name]),
        (About::Pattern(pattern), _) => owned(&["patternProperties", pattern]),
        (About::Others, _) => owned(&["additionalProperties"]),
        (About::Whole, Keyword::Never) => Vec::new(),
        (About::Whole, Keyword::AllOf(_)) => unevaluated(versions, question),
        (About::Whole, Keyword::Required(names)) => {
            let given = Conjunction::of(versions, &question.given);
            let index = names.iter().position(|name| !given.requires(name)).unwrap_or(0);
            owned(&["required", &index.to_string()])
        }
        (About::Whole, other) => owned(&[keyword::name(other)]),
    }
}

/// The keyword for which a subschema was asked about as a whole.
fn unevaluated(versions: &Versions<'_>, question: &Question) -> Vec<String> {
    let keywords = versions.keywords(question.wanted).iter();
    let is_whole =
        |keyword: &&Keyword| matches!(keyword, Keyword::UnevaluatedProperties(_) | Keyword::UnevaluatedItems(_));
    keywords.filter(is_whole).map(|keyword| keyword::name(keyword).to_owned()).collect()
}
