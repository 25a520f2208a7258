//! The rules about changes of schemas, as `codegen compat` finds them.

use crate::diagnostic::Severity::Error;

use super::Group::Compatibility;
use super::Rule;

/// Rules that a change breaks.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "breaking-change",
        group: Compatibility,
        severity: Error,
        summary: "A change that hurts somebody comes with the version bump that it takes.",
        why: "Who upgrades within a version range counts on documents staying valid.",
        bad: "a member that becomes required, in a patch release",
        good: "the same in a minor release",
    },
    Rule {
        id: "changelog-silent",
        group: Compatibility,
        severity: Error,
        summary: "The changelog has an entry for the version and speaks of its changes.",
        why: "Who upgrades has no other way to learn what is different.",
        bad: "a release of which CHANGELOG.md says nothing",
        good: "the entry that `codegen changelog` drafts",
    },
    Rule {
        id: "outdated-code",
        group: Compatibility,
        severity: Error,
        summary: "Generated code is what the schemas make.",
        why: "Code of other schemas accepts other documents.",
        bad: "a schema that was edited after `codegen generate`",
        good: "the same after `codegen generate`",
    },
    Rule {
        id: "sql-gap",
        group: Compatibility,
        severity: Error,
        summary: "An exception from the parity of columns and contracts is needed, and says why.",
        why: "An exception that nobody needs hides the next difference.",
        bad: "text ! leap-second = texts hold any time",
        good: "timestamptz ! leap-second = PostgreSQL takes it as the second after it",
    },
    Rule {
        id: "sql-parity",
        group: Compatibility,
        severity: Error,
        summary: "A column asks what the contracts ask of the member that it holds.",
        why: "A row that the contracts refuse is a document that nobody can read.",
        bad: "CHECK (confidence BETWEEN 0 AND 100)",
        good: "CHECK (confidence BETWEEN 0 AND 1)",
    },
    Rule {
        id: "sql-unmapped",
        group: Compatibility,
        severity: Error,
        summary: "It is said of every column which member of the contracts it holds.",
        why: "A column of which nobody says so drifts.",
        bad: "a column without a line in ml_database_columns.txt",
        good: "mlt_insights.scope = Insight.scope",
    },
    Rule {
        id: "sql-unreadable",
        group: Compatibility,
        severity: Error,
        summary: "The tables of the database schema can be read.",
        why: "What cannot be read cannot be compared.",
        bad: "CREATE TABLE plans ((id text);",
        good: "CREATE TABLE plans (id text);",
    },
    Rule {
        id: "undecided-change",
        group: Compatibility,
        severity: Error,
        summary: "It is known what a change does to documents.",
        why: "A change of which nobody knows whether it breaks something must not pass for compatible.",
        bad: "a pattern for another one, neither of which anybody can compare",
        good: "the same, and a major release",
    },
    Rule {
        id: "unknown-baseline",
        group: Compatibility,
        severity: Error,
        summary: "The earlier version is a revision, a tag or a folder that there is.",
        why: "There is nothing to compare with.",
        bad: "codegen compat --against v1.O.0",
        good: "codegen compat --against v1.0.0",
    },
    Rule {
        id: "version-too-low",
        group: Compatibility,
        severity: Error,
        summary: "The declared version is as high as the changes take.",
        why: "Who upgrades within a version range counts on documents staying valid.",
        bad: "1.0.1 behind 1.0.0, with a member removed",
        good: "2.0.0 behind 1.0.0, with a member removed",
    },
    Rule {
        id: "wrong-example",
        group: Compatibility,
        severity: Error,
        summary: "An example is what its folder says.",
        why: "People copy examples.",
        bad: "an example below `invalid` that is valid",
        good: "an example below `invalid` that is refused",
    },
];
