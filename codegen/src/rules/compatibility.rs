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
];
