//! Lowers what is regular in a pattern to `regex-syntax`'s intermediate form, which simplifies it on the way.

use regex_syntax::hir::{Class, Hir, Repetition};

use super::syntax::Node;

/// The regular expression that `node` is, if it is one.
pub(super) fn lower(node: &Node) -> Option<Hir> {
    Some(match node {
        Node::Class(set) => Hir::class(Class::Unicode(set.clone())),
        Node::Assertion(look) => Hir::look(*look),
        Node::Concat(nodes) => Hir::concat(lower_all(nodes)?),
        Node::Alternation(nodes) => Hir::alternation(lower_all(nodes)?),
        Node::Repeat { node, min, max } => {
            Hir::repetition(Repetition { min: *min, max: *max, greedy: true, sub: Box::new(lower(node)?) })
        }
        Node::Look { .. } | Node::Irregular => return None,
    })
}

fn lower_all(nodes: &[Node]) -> Option<Vec<Hir>> {
    nodes.iter().map(lower).collect()
}
