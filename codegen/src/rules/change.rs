//! What changes of schemas are called, as `codegen compat` finds them: no mistakes, but each takes a version bump.

use crate::diagnostic::Severity::Note;

use super::Group::Change;
use super::Rule;

/// What is taken away from those who write documents.
const LOST: &str = "Who writes such documents, or has stored them, finds them refused.";

/// What is put upon those who read documents.
const GAINED: &str = "Who reads such documents meets what was never there before.";

/// What nobody loses.
const ADDED: &str = "Nobody used it so far; who has sent something else under its name finds it refused.";

/// One kind of change: what was asked before, and what is asked now.
const fn change(id: &'static str, summary: &'static str, why: &'static str, [bad, good]: [&'static str; 2]) -> Rule {
    Rule { id, group: Change, severity: Note, summary, why, bad, good }
}

/// All kinds of changes; the bad example is what has changed, the good one what would be no change.
pub(super) const RULES: &[Rule] = &[
    change("bound-loosened", "A bound accepts no more than before.", GAINED, ["maximum: 9 becomes 99", "maximum: 9"]),
    change("bound-tightened", "A bound accepts no less than before.", LOST, ["maximum: 99 becomes 9", "maximum: 99"]),
    change(
        "branch-narrowed",
        "The alternatives accept no less than before.",
        LOST,
        ["a branch of oneOf is gone", "the branch stays, marked as deprecated"],
    ),
    change(
        "branch-widened",
        "The alternatives accept no more than before.",
        GAINED,
        ["oneOf has another branch", "the branches that readers know"],
    ),
    change(
        "constraint-added",
        "No keyword is added that refuses documents.",
        LOST,
        ["if and then across members", "the members that are asked for from the beginning"],
    ),
    change("constraint-removed", "No keyword is removed that refused documents.", GAINED, ["not is gone", "not stays"]),
    change("member-added", "No member is added.", ADDED, ["properties has another name", "the same properties"]),
    change(
        "member-removed",
        "No member is removed or renamed.",
        "Who reads it does not find it, or finds anything at all under its name.",
        ["properties lacks a name", "the member stays, marked as deprecated"],
    ),
    change(
        "members-closed",
        "Members without a name in the schema are not refused now.",
        LOST,
        ["additionalProperties becomes false", "the object stays open"],
    ),
    change(
        "members-constrained",
        "Members that match a pattern are asked no more than before.",
        LOST,
        ["patternProperties asks for more", "the same patternProperties"],
    ),
    change(
        "members-opened",
        "Members without a name in the schema are not accepted now.",
        GAINED,
        ["additionalProperties: false is gone", "the object stays closed"],
    ),
    change(
        "members-released",
        "Members that match a pattern are asked no less than before.",
        GAINED,
        ["patternProperties asks for less", "the same patternProperties"],
    ),
    change(
        "place-closed",
        "No place is closed to every value.",
        LOST,
        ["a subschema becomes false", "the member stays, marked as deprecated"],
    ),
    change("place-opened", "No place is opened that was closed.", GAINED, ["false becomes a subschema", "false stays"]),
    change(
        "required-added",
        "No member is required that was not.",
        LOST,
        ["required has another name", "the member stays optional"],
    ),
    change(
        "required-removed",
        "No member becomes optional that was required.",
        "Who reads the member counts on it.",
        ["required lacks a name", "the member stays required"],
    ),
    change(
        "text-narrowed",
        "No text is refused that was accepted.",
        LOST,
        ["a pattern or format asks for more", "a member of its own for the new texts"],
    ),
    change(
        "text-replaced",
        "Texts are not of another kind than before.",
        "Neither side understands the other: old texts are refused, and new ones meet readers who do not know them.",
        ["a digest loses its prefix", "a member of its own for the new texts"],
    ),
    change(
        "text-widened",
        "No text is accepted that was refused.",
        GAINED,
        ["a pattern or format asks for less", "a member of its own for the new texts"],
    ),
    change(
        "type-added",
        "No definition is added.",
        "It is there to be used.",
        ["$defs has another name", "the same $defs"],
    ),
    change(
        "type-narrowed",
        "No type of values is refused that was accepted.",
        LOST,
        ["a number becomes a string", "a member of its own for the string"],
    ),
    change(
        "type-removed",
        "No definition is removed or renamed.",
        "Who refers to it, in schemas or in generated code, does not find it.",
        ["$defs lacks a name", "the definition stays, marked as deprecated"],
    ),
    change(
        "type-widened",
        "No type of values is accepted that was refused.",
        GAINED,
        ["a string may be null", "the member is absent instead"],
    ),
    change(
        "value-added",
        "No value is added to a list of values.",
        GAINED,
        ["enum has another value", "the same enum"],
    ),
    change(
        "value-removed",
        "No value is removed from a list of values.",
        LOST,
        ["enum lacks a value", "the value stays, described as deprecated"],
    ),
];
