//! Every rule that a finding can name: what it asks, why it matters, and what breaking and keeping it look like.
//!
//! The rules of [`lint`](crate::lint) stand in one file each; those that the other stages keep are listed here.

mod change;
mod command;
mod compatibility;
mod document;
mod schema;
mod suppression;

use std::fmt::{Display, Formatter, Result};

use crate::diagnostic::Severity;
use crate::lint::LINTS;

/// One rule.
///
/// ```
/// let rule = codegen::rules::find("dangling-ref").unwrap();
/// assert_eq!(rule.summary, "A reference leads to a schema.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its kebab-case name, which never changes its meaning.
    pub id: &'static str,
    /// What it is about.
    pub group: Group,
    /// How much it matters, unless the configuration says otherwise.
    pub severity: Severity,
    /// What it asks for, in one sentence.
    pub summary: &'static str,
    /// What happens to those who break it.
    pub why: &'static str,
    /// What breaks it.
    pub bad: &'static str,
    /// The same without the mistake.
    pub good: &'static str,
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Arguments, files and streams.
    Command,
    /// Documents that a schema judges.
    Document,
    /// What changes of schemas do to those who use them.
    Compatibility,
    /// What changes of schemas are called.
    Change,
    /// What makes a schema unusable.
    Schema,
    /// Schemas that mean something else than what they seem to say.
    Correctness,
    /// Descriptions of APIs that other tools refuse, or that say something else than their service.
    Api,
    /// Schemas that invite data which harms people.
    Privacy,
    /// Schemas that other tools or languages understand differently.
    Interoperability,
    /// Schemas that people understand less easily than they could.
    Clarity,
    /// What a house may ask of its contracts; nobody is held to it who did not ask for it.
    Convention,
}

impl Group {
    /// All groups, in the order in which they are listed.
    pub const ALL: [Self; 11] = [
        Self::Correctness,
        Self::Api,
        Self::Privacy,
        Self::Interoperability,
        Self::Clarity,
        Self::Convention,
        Self::Schema,
        Self::Document,
        Self::Compatibility,
        Self::Change,
        Self::Command,
    ];

    /// What the configuration calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Command => "command",
            Self::Document => "document",
            Self::Compatibility => "compatibility",
            Self::Change => "change",
            Self::Schema => "schema",
            Self::Correctness => "correctness",
            Self::Api => "api",
            Self::Privacy => "privacy",
            Self::Interoperability => "interoperability",
            Self::Clarity => "clarity",
            Self::Convention => "convention",
        }
    }
}

impl Display for Group {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(self.name())
    }
}

/// All rules, group by group.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let lints = LINTS.iter().map(|lint| &lint.rule);
    let others = suppression::RULES.iter().chain(schema::RULES).chain(document::RULES);
    let others = others.chain(compatibility::RULES).chain(change::RULES).chain(command::RULES);
    lints.chain(others)
}

/// The rule called `id`.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}
