//! What a pattern's syntax says about those who match it by trying: whether repetitions compete, and where it is
//! anchored.

use regex_syntax::hir::{ClassUnicode, Look};

use super::parse;
use super::syntax::Node;

/// Whether two repetitions can take the same characters in more than one way, so that a backtracking engine may try
/// exponentially many of them, as with `(a+)+`.
///
/// ```
/// use codegen::pattern::is_ambiguous;
///
/// assert!(is_ambiguous("^(a+)+$") && is_ambiguous("^([a-z]+_?)*$"));
/// assert!(!is_ambiguous("^[a-z]+(_[a-z]+)*$"));
/// ```
#[must_use]
pub fn is_ambiguous(source: &str) -> bool {
    parse::parse(source).is_ok_and(|syntax| competes(&syntax.root))
}

/// Whether every match begins where the text begins, and ends where it ends; nothing if it is no pattern.
///
/// ```
/// assert_eq!(codegen::pattern::anchors("^a|^b$"), Some((true, false)));
/// assert_eq!(codegen::pattern::anchors("^a.*"), Some((true, true)));
/// ```
#[must_use]
pub fn anchors(source: &str) -> Option<(bool, bool)> {
    let syntax = parse::parse(source).ok()?;
    Some((
        is_anchored(&syntax.root, Look::Start, <[Node]>::first),
        is_anchored(&syntax.root, Look::End, <[Node]>::last),
    ))
}

/// Whether all that the node matches is held at one end, by an assertion or by taking everything up to there.
fn is_anchored(node: &Node, look: Look, outermost: fn(&[Node]) -> Option<&Node>) -> bool {
    match node {
        Node::Assertion(found) => *found == look,
        Node::Concat(nodes) => outermost(nodes).is_some_and(|node| is_anchored(node, look, outermost)),
        Node::Alternation(nodes) => nodes.iter().all(|node| is_anchored(node, look, outermost)),
        Node::Repeat { node, min: 0, max: None } => matches!(&**node, Node::Class(class) if is_wide(class)),
        _ => false,
    }
}

/// Whether a class is `.`, `[^]` or nearly so.
fn is_wide(class: &ClassUnicode) -> bool {
    class.ranges().iter().map(|range| u32::from(range.end()).saturating_sub(u32::from(range.start()))).sum::<u32>()
        > 1_000_000
}

fn competes(node: &Node) -> bool {
    match node {
        Node::Concat(nodes) | Node::Alternation(nodes) => nodes.iter().any(competes),
        Node::Repeat { node, max, .. } => (is_endless(*max) && loops_within(node)) || competes(node),
        Node::Look { node, .. } => competes(node),
        Node::Class(_) | Node::Assertion(_) | Node::Irregular => false,
    }
}

/// So many repetitions are as good as endless.
fn is_endless(max: Option<u32>) -> bool {
    max.is_none_or(|max| max > 24)
}

/// Whether what is repeated repeats something itself that can also take what would come in the next round.
fn loops_within(node: &Node) -> bool {
    match node {
        Node::Repeat { node, max, .. } => is_endless(*max) || loops_within(node),
        Node::Alternation(nodes) => nodes.iter().any(loops_within),
        Node::Concat(nodes) => nodes.iter().enumerate().any(|(place, inner)| {
            let rest = nodes.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, node)| node);
            loops_within(inner) && rest.into_iter().all(|other| is_nullable(other) || is_within(other, inner))
        }),
        Node::Class(_) | Node::Assertion(_) | Node::Look { .. } | Node::Irregular => false,
    }
}

fn is_nullable(node: &Node) -> bool {
    match node {
        Node::Repeat { node, min, .. } => *min == 0 || is_nullable(node),
        Node::Concat(nodes) => nodes.iter().all(is_nullable),
        Node::Alternation(nodes) => nodes.iter().any(is_nullable),
        Node::Assertion(_) | Node::Look { .. } => true,
        Node::Class(_) | Node::Irregular => false,
    }
}

/// Whether a node matches one character of those that the other repeats.
fn is_within(node: &Node, repeated: &Node) -> bool {
    match (node, repeated) {
        (Node::Class(class), Node::Repeat { node: inner, .. }) => match &**inner {
            Node::Class(wide) => {
                let mut outside = class.clone();
                outside.difference(wide);
                outside.ranges().is_empty()
            }
            _ => false,
        },
        _ => false,
    }
}
