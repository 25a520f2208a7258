//! Turning failures into violations; nothing here runs to its end unless violations are asked for.

use super::super::instance::{Instance, Items, Members, View, excerpt};
use super::super::schema::{Keyword, Schema};
use super::super::violation::Violation;
use super::place::{At, Place, Step, push_token};
use super::{Run, phrase, unique};

/// The longest value shown as found, in characters.
const FOUND_LIMIT: usize = 80;

/// The violation of a value that is nested too deeply to be judged.
pub(super) fn exceeded(pointer: String, schema: &'static Schema) -> Violation {
    Violation {
        pointer,
        keyword: "depth",
        schema_location: schema.location.to_owned(),
        expected: "a value that is nested less deeply".to_owned(),
        found: "more levels than can be validated".to_owned(),
        ..Violation::default()
    }
}

/// A violation of a schema's keyword by the value at a place.
pub(super) fn violation(schema: &Schema, keyword: &'static str, place: &Place<'_>, expected: String) -> Violation {
    Violation {
        pointer: place.pointer(),
        keyword,
        schema_location: format!("{}/{keyword}", schema.location),
        expected,
        found: shown(place.instance),
        ..Violation::default()
    }
}

fn shown(instance: &dyn Instance) -> String {
    excerpt(instance, FOUND_LIMIT)
}

impl Run {
    /// Adds a violation, unless validation has given up and nothing that fails means anything.
    pub(super) fn push(&mut self, violation: Violation) {
        if let (Some(report), None) = (&mut self.report, &self.exceeded_at) {
            report.push(violation);
        }
    }

    #[cold]
    pub(super) fn report_assertion(&mut self, schema: &'static Schema, keyword: &'static Keyword, at: &At<'_>) {
        if self.report.is_none() {
            return;
        }
        match (keyword, at.place.view) {
            (Keyword::Never, _) => self.push(never(schema, at)),
            (Keyword::Required(names), View::Object(members)) => {
                for name in missing(names, members) {
                    self.push(violation(schema, "required", at.place, format!("the member `{name}`")));
                }
            }
            (Keyword::DependentRequired(dependencies), View::Object(members)) => {
                for (present, names) in dependencies.iter().filter(|(name, _)| members.get(name).is_some()) {
                    for name in missing(names, members) {
                        let expected = format!("the member `{name}`, because `{present}` is present");
                        self.push(violation(schema, "dependentRequired", at.place, expected));
                    }
                }
            }
            (_, view) => {
                let expected = phrase::expected(keyword).unwrap_or_default();
                let violation = violation(schema, phrase::name(keyword), at.place, expected);
                let found = match (keyword, view) {
                    (Keyword::UniqueItems, View::Array(items)) => equal_items(items),
                    _ => None,
                };
                self.push(Violation { found: found.unwrap_or(violation.found), ..violation });
            }
        }
    }

    /// A member that `additionalProperties: false` refuses, with the names that are known, for it may be misspelled.
    #[cold]
    pub(super) fn report_additional(
        &mut self,
        schema: &'static Schema,
        known: &'static [(&'static str, &'static Schema)],
        (name, value): (&str, &dyn Instance),
        at: &At<'_>,
    ) {
        if self.report.is_none() {
            return;
        }
        let place = at.place.child(Step::Member(name), value);
        let refused = never(schema, &at.inside(&place, "additionalProperties"));
        let names = phrase::list(known.iter().map(|(name, _)| phrase::quoted(name)), "and");
        let expected =
            if known.is_empty() { refused.expected } else { format!("{} (known: {names})", refused.expected) };
        self.push(Violation { expected, ..refused });
    }

    /// A member's name that `propertyNames` refuses; it has no location, so the object's is reported.
    #[cold]
    pub(super) fn report_name(&mut self, schema: &'static Schema, names: &'static Schema, name: &str, at: &At<'_>) {
        if self.report.is_none() {
            return;
        }
        let place = at.place.child(Step::Name, &name);
        let reason = self.collect(names, &at.inside(&place, "propertyNames")).into_iter().next();
        let expected = reason.map_or_else(|| phrase::described(names), |violation| violation.expected);
        let violation = violation(schema, "propertyNames", &place, format!("names of members to be {expected}"));
        let name_at = Some(member_pointer(&violation.pointer, name));
        self.push(Violation { name_at, ..violation });
    }

    #[cold]
    pub(super) fn report_contains(
        &mut self,
        schema: &'static Schema,
        keyword: &'static Keyword,
        n_matching: u64,
        at: &At<'_>,
    ) {
        let Keyword::Contains { schema: wanted, min, max, .. } = keyword else { return };
        if self.report.is_none() {
            return;
        }
        let (name, limit, count) = match max {
            Some(max) if n_matching > *max => ("maxContains", "at most", *max),
            _ if *min == 1 => ("contains", "at least", 1),
            _ => ("minContains", "at least", *min),
        };
        let are = if count == 1 { "that is" } else { "that are each" };
        let items = phrase::counted(count, "item");
        let expected = format!("{limit} {items} {are} {}", phrase::described(wanted));
        self.push(violation(schema, name, at.place, expected));
    }

    #[cold]
    pub(super) fn report_not(&mut self, schema: &'static Schema, negated: &'static Schema, at: &At<'_>) {
        if self.report.is_some() {
            let expected = format!("anything but {}", phrase::described(negated));
            self.push(violation(schema, "not", at.place, expected));
        }
    }

    /// `oneOf` with more than one valid branch.
    #[cold]
    pub(super) fn report_ambiguity(&mut self, schema: &'static Schema, counts: (usize, usize), at: &At<'_>) {
        if self.report.is_some() {
            let (n_branches, n_valid) = counts;
            let expected = format!("a value that is valid against exactly one of {n_branches} schemas, not {n_valid}");
            self.push(violation(schema, "oneOf", at.place, expected));
        }
    }
}

/// A value where the schema is `false`: the keyword that applies the schema answers for it.
fn never(schema: &'static Schema, at: &At<'_>) -> Violation {
    let pointer = at.place.pointer();
    let (expected, name_at) = match (at.place.step, at.applicator) {
        (Step::Member(name), "properties" | "patternProperties" | "additionalProperties" | "unevaluatedProperties") => {
            (format!("no member `{name}`"), Some(pointer.clone()))
        }
        (Step::Item(index), "prefixItems" | "items" | "unevaluatedItems") => (format!("no item at {index}"), None),
        _ => (phrase::expected(&Keyword::Never).unwrap_or_default(), None),
    };
    Violation {
        pointer,
        keyword: at.applicator,
        schema_location: schema.location.to_owned(),
        expected,
        found: shown(at.place.instance),
        name_at,
        ..Violation::default()
    }
}

fn missing<'a>(names: &'a [&'static str], members: &'a dyn Members) -> impl Iterator<Item = &'static str> + 'a {
    names.iter().copied().filter(|name| members.get(name).is_none())
}

/// Which items are equal.
fn equal_items(items: &dyn Items) -> Option<String> {
    let (first, second) = unique::first_pair(items).ok()??;
    Some(format!("{} at both {first} and {second}", shown(items.item(second)?)))
}

fn member_pointer(object: &str, name: &str) -> String {
    let mut pointer = object.to_owned();
    push_token(&mut pointer, name);
    pointer
}
