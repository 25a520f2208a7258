//! `properties` and its kin, `propertyNames`, `dependentSchemas` and `unevaluatedProperties` (2020-12 Core §10.3.2,
//! §10.2.2.4 and §11.3).

use std::ops::ControlFlow;

use super::super::instance::{Instance, Members, View};
use super::super::schema::{Keyword, Pattern, Schema};
use super::assertion;
use super::place::{At, Step};
use super::{DEPTH_LIMIT, Record, Run};

/// A member's name and value.
type Member<'a> = (&'a str, &'a dyn Instance);

/// The parts of [`Keyword::Properties`].
#[derive(Clone, Copy)]
struct Properties {
    named: &'static [(&'static str, &'static Schema)],
    patterns: &'static [(Pattern, &'static Schema)],
    additional: Option<&'static Schema>,
}

impl Properties {
    fn named_schema(self, name: &str) -> Option<&'static Schema> {
        let place = self.named.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
        self.named.get(place).map(|(_, schema)| *schema)
    }
}

impl Run {
    pub(super) fn properties(&mut self, keyword: &'static Keyword, at: &At<'_>, mut record: Record<'_>) -> bool {
        let View::Object(members) = at.place.view else { return true };
        let Keyword::Properties { named, patterns, additional } = keyword else { return true };
        let parts = Properties { named, patterns, additional: *additional };
        if patterns.is_empty() && additional.is_none() && record.is_none() {
            return self.named_properties(named, members, at);
        }
        self.each_member(members, |run, index, member| {
            let Some(is_valid) = run.property(parts, member, at) else { return true };
            if let Some(record) = record.as_deref_mut() {
                record.insert(index);
            }
            is_valid
        })
    }

    /// Without other parts, asking for the names is cheaper than looking at all members.
    fn named_properties(
        &mut self,
        named: &'static [(&'static str, &'static Schema)],
        members: &dyn Members,
        at: &At<'_>,
    ) -> bool {
        let mut is_valid = true;
        for (name, schema) in named {
            let Some(value) = members.get(name) else { continue };
            is_valid &= self.member(schema, (name, value), at, "properties");
            if !is_valid && self.report.is_none() {
                return false;
            }
        }
        is_valid
    }

    /// Whether a member is valid; `None` if no part covers it.
    fn property(&mut self, parts: Properties, member: Member<'_>, at: &At<'_>) -> Option<bool> {
        let mut verdict = parts.named_schema(member.0).map(|schema| self.member(schema, member, at, "properties"));
        for (pattern, schema) in parts.patterns {
            if (pattern.matches)(member.0) {
                let is_valid = self.member(schema, member, at, "patternProperties");
                verdict = Some(verdict.unwrap_or(true) && is_valid);
            }
        }
        match (verdict, parts.additional) {
            (None, Some(schema)) => Some(self.additional_property(schema, parts, member, at)),
            _ => verdict,
        }
    }

    fn additional_property(
        &mut self,
        schema: &'static Schema,
        parts: Properties,
        member: Member<'_>,
        at: &At<'_>,
    ) -> bool {
        if matches!(schema.keywords, [Keyword::Never]) {
            self.report_additional(schema, parts.named, member, at);
            return false;
        }
        self.member(schema, member, at, "additionalProperties")
    }

    pub(super) fn property_names(&mut self, schema: &'static Schema, names: &'static Schema, at: &At<'_>) -> bool {
        let View::Object(members) = at.place.view else { return true };
        self.each_member(members, |run, _, (name, _)| {
            let place = at.place.child(Step::Name, &name);
            let is_valid = assertion::all_hold(names, &place)
                .unwrap_or_else(|| run.evaluate_tentatively(names, &at.inside(&place, "propertyNames"), None));
            if !is_valid {
                run.report_name(schema, names, name, at);
            }
            is_valid
        })
    }

    pub(super) fn dependent_schemas(
        &mut self,
        schemas: &'static [(&'static str, &'static Schema)],
        at: &At<'_>,
        mut record: Record<'_>,
    ) -> bool {
        let View::Object(members) = at.place.view else { return true };
        let mut is_valid = true;
        for (_, schema) in schemas.iter().filter(|(name, _)| members.get(name).is_some()) {
            is_valid &= self.evaluate(schema, &at.within("dependentSchemas"), record.as_deref_mut());
            if !is_valid && self.report.is_none() {
                return false;
            }
        }
        is_valid
    }

    pub(super) fn unevaluated_properties(&mut self, rest: &'static Schema, at: &At<'_>, record: Record<'_>) -> bool {
        let View::Object(members) = at.place.view else { return true };
        let is_valid = self.each_member(members, |run, index, member| {
            record.as_deref().is_some_and(|record| record.contains(index))
                || run.member(rest, member, at, "unevaluatedProperties")
        });
        if let Some(record) = record {
            record.insert_all();
        }
        is_valid
    }

    fn member(
        &mut self,
        schema: &'static Schema,
        (name, value): Member<'_>,
        at: &At<'_>,
        applicator: &'static str,
    ) -> bool {
        let place = at.place.child(Step::Member(name), value);
        if self.report.is_none()
            && at.depth + 1 < DEPTH_LIMIT
            && let Some(is_valid) = assertion::all_hold(schema, &place)
        {
            return is_valid;
        }
        self.evaluate(schema, &at.inside(&place, applicator), None)
    }

    /// Asks about each member and its place among the others, until one fails if nobody wants to know about the others.
    fn each_member(
        &mut self,
        members: &dyn Members,
        mut is_valid: impl for<'m> FnMut(&mut Self, usize, Member<'m>) -> bool,
    ) -> bool {
        let (mut index, mut are_valid) = (0, true);
        let _ = members.each(&mut |name, value| {
            are_valid &= is_valid(self, index, (name, value));
            index += 1;
            if are_valid || self.report.is_some() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        are_valid
    }
}
