//! Keywords that apply schemas to the same value: `allOf`, `anyOf`, `oneOf`, `not`, `if` and `$dynamicRef`
//! (2020-12 Core §10.2 and §8.2.3.2).

use super::super::schema::{Keyword, Schema};
use super::place::At;
use super::{Record, Run};

impl Run {
    pub(super) fn all_of(&mut self, branches: &'static [&'static Schema], at: &At<'_>, mut record: Record<'_>) -> bool {
        let mut is_valid = true;
        for branch in branches {
            is_valid &= self.evaluate(branch, &at.within("allOf"), record.as_deref_mut());
            if !is_valid && self.report.is_none() {
                return false;
            }
        }
        is_valid
    }

    /// All branches are evaluated where they must be recorded.
    pub(super) fn any_of(
        &mut self,
        schema: &'static Schema,
        branches: &'static [&'static Schema],
        at: &At<'_>,
        mut record: Record<'_>,
    ) -> bool {
        let at = &at.within("anyOf");
        let mut is_valid = false;
        for branch in branches {
            is_valid |= self.evaluate_tentatively(branch, at, record.as_deref_mut());
            if is_valid && record.is_none() {
                return true;
            }
        }
        if !is_valid {
            self.report_branches(schema, branches, at, record);
        }
        is_valid
    }

    pub(super) fn one_of(
        &mut self,
        schema: &'static Schema,
        branches: &'static [&'static Schema],
        at: &At<'_>,
        mut record: Record<'_>,
    ) -> bool {
        let at = &at.within("oneOf");
        let mut n_valid = 0;
        for branch in branches {
            n_valid += usize::from(self.evaluate_tentatively(branch, at, record.as_deref_mut()));
            if n_valid > 1 && self.report.is_none() {
                return false;
            }
        }
        match n_valid {
            0 => self.report_branches(schema, branches, at, record),
            1 => {}
            _ => self.report_ambiguity(schema, (branches.len(), n_valid), at),
        }
        n_valid == 1
    }

    pub(super) fn not(&mut self, schema: &'static Schema, negated: &'static Schema, at: &At<'_>) -> bool {
        let is_valid = !self.evaluate_tentatively(negated, &at.within("not"), None);
        if !is_valid {
            self.report_not(schema, negated, at);
        }
        is_valid
    }

    pub(super) fn if_(&mut self, keyword: &'static Keyword, at: &At<'_>, mut record: Record<'_>) -> bool {
        let Keyword::If { condition, then, otherwise } = keyword else { return true };
        let is_met = self.evaluate_tentatively(condition, &at.within("if"), record.as_deref_mut());
        let (schema, applicator) = if is_met { (then, "then") } else { (otherwise, "else") };
        schema.is_none_or(|schema| self.evaluate(schema, &at.within(applicator), record))
    }

    /// The outermost resource of the dynamic scope that has the anchor decides.
    pub(super) fn dynamic_ref(
        &mut self,
        anchor: &'static str,
        fallback: &'static Schema,
        at: &At<'_>,
        record: Record<'_>,
    ) -> bool {
        let scopes = std::iter::successors(Some(at.scope), |scope| scope.outer);
        let target = scopes.filter_map(|scope| scope.resource.dynamic_anchor(anchor)).last().unwrap_or(fallback);
        self.evaluate(target, &at.within(at.applicator), record)
    }
}
