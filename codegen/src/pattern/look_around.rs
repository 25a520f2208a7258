//! Look-arounds that are conditions on the whole text: `^(?!a)b` is "not `^a`, and `^b`", with nothing to backtrack.
//!
//! That holds for look-aheads after `^` and look-behinds before `$`, which is where nearly all of them stand, and for
//! `^(?:(?!a).)*$`, which says that the text nowhere holds `a`.

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

/// The conditions that together are `node`, each simpler than `node`; nothing if it has no such look-around.
pub(super) fn conditions(node: &Node) -> Option<Vec<Condition>> {
    let nodes = match node {
        Node::Concat(nodes) => nodes.as_slice(),
        node => std::slice::from_ref(node),
    };
    ahead(nodes)
        .or_else(|| behind(nodes))
        .or_else(|| nowhere(nodes))
}

/// `^(?=a)(?!b)c` as `^a`, not `^b`, `^c`.
fn ahead(nodes: &[Node]) -> Option<Vec<Condition>> {
    let [Node::Assertion(Look::Start), rest @ ..] = nodes else {
        return None;
    };
    let is_ahead = |node: &&Node| {
        matches!(
            node,
            Node::Look {
                around: Around { behind: false, .. },
                ..
            }
        )
    };
    let n_looks = rest.iter().take_while(is_ahead).count();
    let (looks, rest) = rest.split_at_checked(n_looks)?;
    let from_start = |node: Node| Node::concat(vec![Node::Assertion(Look::Start), node]);
    assemble(looks, from_start(Node::concat(rest.to_vec())), from_start)
}

/// `a(?<=b)(?<!c)$` as `b$`, not `c$`, `a$`.
fn behind(nodes: &[Node]) -> Option<Vec<Condition>> {
    let [rest @ .., Node::Assertion(Look::End)] = nodes else {
        return None;
    };
    let is_behind = |node: &&Node| {
        matches!(
            node,
            Node::Look {
                around: Around { behind: true, .. },
                ..
            }
        )
    };
    let n_looks = rest.iter().rev().take_while(is_behind).count();
    let (rest, looks) = rest.split_at_checked(rest.len() - n_looks)?;
    let to_end = |node: Node| Node::concat(vec![node, Node::Assertion(Look::End)]);
    assemble(looks, to_end(Node::concat(rest.to_vec())), to_end)
}

fn assemble(looks: &[Node], rest: Node, anchored: impl Fn(Node) -> Node) -> Option<Vec<Condition>> {
    if looks.is_empty() {
        return None;
    }
    let condition = |look: &Node| match look {
        Node::Look { around, node } => Some(Condition {
            holds: !around.negated,
            node: anchored(node.as_ref().clone()),
        }),
        _ => None,
    };
    let mut conditions: Vec<Condition> = looks.iter().map(condition).collect::<Option<_>>()?;
    conditions.push(Condition {
        holds: true,
        node: rest,
    });
    Some(conditions)
}

/// `^(?:(?!a)c)*$` as not `a`, `^c*$`, for a set `c` of characters and an `a` that takes at least one.
fn nowhere(nodes: &[Node]) -> Option<Vec<Condition>> {
    let [
        Node::Assertion(Look::Start),
        Node::Repeat {
            node,
            min,
            max: None,
        },
        Node::Assertion(Look::End),
    ] = nodes
    else {
        return None;
    };
    let (absent, set) = tempered(node)?;
    let takes_some = lower::lower(absent)?.properties().minimum_len() > Some(0);
    if !takes_some {
        return None;
    }
    let each = Node::Repeat {
        node: Box::new(Node::Class(set.clone())),
        min: *min,
        max: None,
    };
    Some(vec![
        Condition {
            holds: false,
            node: absent.clone(),
        },
        Condition {
            holds: true,
            node: Node::Concat(vec![
                Node::Assertion(Look::Start),
                each,
                Node::Assertion(Look::End),
            ]),
        },
    ])
}

fn tempered(node: &Node) -> Option<(&Node, &ClassUnicode)> {
    let Node::Concat(nodes) = node else {
        return None;
    };
    match nodes.as_slice() {
        [
            Node::Look {
                around:
                    Around {
                        behind: false,
                        negated: true,
                    },
                node,
            },
            Node::Class(set),
        ] => Some((node, set)),
        _ => None,
    }
}
