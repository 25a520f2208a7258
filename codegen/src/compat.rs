//! What a change of schemas does to those who use them: which documents are lost, which are gained, and which version
//! bump that takes.
//!
//! Two versions are compared by what they accept. `pair` finds the two versions of each definition, `question` asks
//! keyword by keyword whether one accepts what the other accepts, `prove`, `search` and `canonical` answer, `rule` says
//! which bump the answer takes, and `usage` whom it hurts. What nothing answers is undecided, and never taken for
//! compatible.

mod canonical;
mod change;
pub mod changelog;
mod conjunction;
mod findings;
pub(crate) mod keyword;
mod pair;
mod phrase;
mod place;
mod prove;
mod question;
pub mod release;
mod rule;
mod same;
mod search;
mod spell;
mod usage;
mod verdict;
mod versions;

use crate::Planned;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::options::Options;
use crate::stack;

pub use self::change::{Bump, Change, Comparison, Direction, Place};
pub use self::findings::findings;
pub use self::usage::{Exchange, Use};
pub use self::versions::Era;

use self::pair::Pairs;
use self::verdict::Verdicts;
use self::versions::Versions;

/// How readers treat members that they do not know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Policy {
    /// They pass over them, so that a new optional member hurts nobody.
    #[default]
    Open,
    /// They refuse them, so that a new optional member breaks them.
    Closed,
}

/// What a comparison takes into account beside the schemas.
#[derive(Clone, Debug, Default)]
pub struct CompatOptions {
    /// How readers treat members that they do not know.
    pub policy: Policy,
    /// How the schemas are read.
    pub reading: Options,
    /// The tables that documents of a definition are stored in: the definition's name, and the table's.
    pub rows: Vec<(String, String)>,
}

/// Compares two versions of some schemas.
///
/// # Errors
///
/// What keeps the `jsonschema` crate from judging documents.
pub fn compare(old: &Planned, new: &Planned, options: &CompatOptions) -> Result<Comparison, Diagnostics> {
    stack::on_deep_stack(|| {
        let unusable = |error| Diagnostic::error("unusable-schema", format!("documents cannot be judged: {error}"));
        let versions = Versions::new(old, new, &options.reading).map_err(unusable)?;
        if versions.are_identical() {
            return Ok(Comparison::default());
        }
        let pairs = Pairs::of(&versions);
        let uses = usage::uses(&versions, &options.rows);
        Ok(Verdicts { versions: &versions, pairs: &pairs, uses: &uses, policy: options.policy }.comparison())
    })
}
