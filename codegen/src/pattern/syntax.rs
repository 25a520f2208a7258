//! A parsed pattern, reduced to what decides whether a text matches: captures and laziness are gone.

use regex_syntax::hir::{ClassUnicode, Look};

/// A parsed pattern.
#[derive(Clone, Debug)]
pub(super) struct Syntax {
    /// What it matches.
    pub(super) root: Node,
    /// The pattern in a spelling that the `u` flag accepts, if it is written in one that only Annex B accepts.
    pub(super) strict: Option<String>,
    /// The offset of the first construct whose rules only a full engine knows: group names and back-references.
    pub(super) unchecked: Option<usize>,
}

/// A node of the syntax tree; no deeper than [`MAX_DEPTH`] groups.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// One character of a set.
    Class(ClassUnicode),
    /// `^`, `$`, `\b` or `\B`.
    Assertion(Look),
    /// One after the other.
    Concat(Vec<Node>),
    /// Either.
    Alternation(Vec<Node>),
    /// So many times.
    Repeat {
        /// What is repeated.
        node: Box<Node>,
        /// The least count.
        min: u32,
        /// The greatest count, if there is one.
        max: Option<u32>,
    },
    /// `(?=…)`, `(?!…)`, `(?<=…)` or `(?<!…)`.
    Look {
        /// Which of the four.
        around: Around,
        /// What is looked for.
        node: Box<Node>,
    },
    /// What no automaton can do: back-references, and assertions under the `i` and `m` flags.
    Irregular,
}

/// The kind of a look-around.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Around {
    /// Whether it looks behind.
    pub(super) behind: bool,
    /// Whether what it looks for must be absent.
    pub(super) negated: bool,
}

/// How deep groups may nest; nothing that walks a tree needs more stack than this allows.
pub(super) const MAX_DEPTH: usize = 200;

impl Node {
    /// The nodes in sequence, with sequences inside sequences made flat.
    pub(super) fn concat(nodes: Vec<Self>) -> Self {
        let mut flat = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Self::Concat(inner) => flat.extend(inner),
                node => flat.push(node),
            }
        }
        match <[Self; 1]>::try_from(flat) {
            Ok([node]) => node,
            Err(flat) => Self::Concat(flat),
        }
    }

    /// The nodes as alternatives; one alone is no alternation.
    pub(super) fn alternation(nodes: Vec<Self>) -> Self {
        match <[Self; 1]>::try_from(nodes) {
            Ok([node]) => node,
            Err(nodes) => Self::Alternation(nodes),
        }
    }
}
