//! Look-arounds that are conditions on the whole text: `^(?!a)b` is "not `^a`, and `^b`", with nothing to backtrack.
//!
//! That holds for look-aheads at a fixed distance from `^` and for look-behinds before `$`, which is where nearly all
//! of them stand, and for `^(?:(?!a).)*$`, which says that the text nowhere holds `a`.

use std::slice;

use regex_syntax::hir::{ClassUnicode, Look};

use super::{
    lower,
    syntax::{Around, Node},
};

/// A pattern of its own that a text must match, or must not.
pub(super) struct Condition {
    /// Whether it must match.
    pub(super) holds: bool,
    /// The pattern.
    pub(super) node: Node,
}

/// The most alternatives that are made of one pattern.
const MAX_ALTERNATIVES: usize = 8;

/// The conditions that together are `node`, each simpler than `node`; nothing if it has no such look-around.
pub(super) fn conditions(node: &Node) -> Option<Vec<Condition>> {
    let nodes = sequence(node);
    ahead(nodes).or_else(|| behind(nodes)).or_else(|| nowhere(nodes))
}

/// The alternatives of which one must match: `node`'s own, or those of a part that is no regular expression.
pub(super) fn alternatives(node: &Node) -> Option<Vec<Node>> {
    let nodes = sequence(node);
    let is_choice = |node: &&Node| matches!(node, Node::Alternation(_));
    let is_irregular = |node: &Node| lower::lower(node).is_none();
    let choice = nodes.iter().position(|node| is_choice(&node) && (nodes.len() == 1 || is_irregular(node)))?;
    let (before, rest) = nodes.split_at_checked(choice)?;
    let [Node::Alternation(choices), after @ ..] = rest else {
        return None;
    };
    let alternative = |choice: &Node| Node::concat([before, slice::from_ref(choice), after].concat());
    (choices.len() <= MAX_ALTERNATIVES).then(|| choices.iter().map(alternative).collect())
}

fn sequence(node: &Node) -> &[Node] {
    match node {
        Node::Concat(nodes) => nodes,
        node => slice::from_ref(node),
    }
}

/// `^x(?=a)(?!b)c` as `^xa`, not `^xb`, `^xc`, for an `x` that has one length.
fn ahead(nodes: &[Node]) -> Option<Vec<Condition>> {
    let first = nodes.iter().position(|node| is_look(node, false))?;
    let (before, rest) = nodes.split_at_checked(first)?;
    let n_looks = rest.iter().take_while(|node| is_look(node, false)).count();
    let (looks, rest) = rest.split_at_checked(n_looks)?;
    let is_start = |node: &Node| matches!(node, Node::Assertion(Look::Start));
    let is_placed = match before {
        [] => rest.first().is_some_and(is_start),
        [start, before @ ..] => is_start(start) && before.iter().all(has_one_length),
    };
    let placed = |node: Node| Node::concat([before, &[node]].concat());
    let from_start = |node: Node| {
        if before.is_empty() { Node::concat(vec![Node::Assertion(Look::Start), node]) } else { placed(node) }
    };
    if is_placed { assemble(looks, placed(Node::concat(rest.to_vec())), from_start) } else { None }
}

/// `a(?<=b)(?<!c)$` as `b$`, not `c$`, `a$`.
fn behind(nodes: &[Node]) -> Option<Vec<Condition>> {
    let [rest @ .., Node::Assertion(Look::End)] = nodes else {
        return None;
    };
    let n_looks = rest.iter().rev().take_while(|node| is_look(node, true)).count();
    let (rest, looks) = rest.split_at_checked(rest.len() - n_looks)?;
    let to_end = |node: Node| Node::concat(vec![node, Node::Assertion(Look::End)]);
    if looks.is_empty() { None } else { assemble(looks, to_end(Node::concat(rest.to_vec())), to_end) }
}

fn is_look(node: &Node, is_behind: bool) -> bool {
    matches!(node, Node::Look { around: Around { behind, .. }, .. } if *behind == is_behind)
}

/// Whether it is so many characters and asserts nothing, so that it can match from a place in one way only.
fn has_one_length(node: &Node) -> bool {
    match node {
        Node::Class(_) => true,
        Node::Repeat { node, min, max } => *max == Some(*min) && has_one_length(node),
        Node::Concat(nodes) => nodes.iter().all(has_one_length),
        Node::Alternation(_) | Node::Assertion(_) | Node::Look { .. } | Node::Irregular => false,
    }
}

fn assemble(looks: &[Node], rest: Node, placed: impl Fn(Node) -> Node) -> Option<Vec<Condition>> {
    let condition = |look: &Node| match look {
        Node::Look { around, node } => Some(Condition { holds: !around.negated, node: placed(node.as_ref().clone()) }),
        _ => None,
    };
    let mut conditions: Vec<Condition> = looks.iter().map(condition).collect::<Option<_>>()?;
    conditions.push(Condition { holds: true, node: rest });
    Some(conditions)
}

/// `^(?:(?!a)c)*$` as not `a`, `^c*$`, for a set `c` of characters and an `a` that takes at least one.
fn nowhere(nodes: &[Node]) -> Option<Vec<Condition>> {
    let [Node::Assertion(Look::Start), Node::Repeat { node, min, max: None }, Node::Assertion(Look::End)] = nodes
    else {
        return None;
    };
    let (absent, set) = tempered(node)?;
    let takes_some = lower::lower(absent)?.properties().minimum_len() > Some(0);
    let each = Node::Repeat { node: Box::new(Node::Class(set.clone())), min: *min, max: None };
    let all = Node::Concat(vec![Node::Assertion(Look::Start), each, Node::Assertion(Look::End)]);
    let conditions = vec![Condition { holds: false, node: absent.clone() }, Condition { holds: true, node: all }];
    takes_some.then_some(conditions)
}

fn tempered(node: &Node) -> Option<(&Node, &ClassUnicode)> {
    match sequence(node) {
        [Node::Look { around: Around { behind: false, negated: true }, node }, Node::Class(set)] => Some((node, set)),
        _ => None,
    }
}
