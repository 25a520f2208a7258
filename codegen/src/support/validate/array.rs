//! `prefixItems`, `items`, `contains` and `unevaluatedItems` (2020-12 Core §10.3.1 and §11.2).

use super::super::instance::View;
use super::super::schema::{Keyword, Schema};
use super::place::{At, Step};
use super::{Record, Run};

impl Run {
    pub(super) fn items(
        &mut self,
        prefix: &'static [&'static Schema],
        rest: Option<&'static Schema>,
        at: &At<'_>,
        record: Record<'_>,
    ) -> bool {
        let View::Array(items) = at.place.view else { return true };
        let n_evaluated = if rest.is_some() { items.len() } else { prefix.len().min(items.len()) };
        let mut is_valid = true;
        for index in 0..n_evaluated {
            let (schema, applicator) = match (prefix.get(index), rest) {
                (Some(schema), _) => (*schema, "prefixItems"),
                (None, Some(schema)) => (schema, "items"),
                (None, None) => break,
            };
            is_valid &= self.item(schema, index, at, applicator);
            if !is_valid && self.report.is_none() {
                return false;
            }
        }
        if let Some(record) = record {
            if rest.is_some() { record.insert_all() } else { (0..n_evaluated).for_each(|index| record.insert(index)) }
        }
        is_valid
    }

    /// Counts all matching items where they must be recorded, and else as few as decide.
    pub(super) fn contains(
        &mut self,
        schema: &'static Schema,
        keyword: &'static Keyword,
        at: &At<'_>,
        record: Record<'_>,
    ) -> bool {
        let View::Array(items) = at.place.view else { return true };
        let Keyword::Contains { schema: wanted, min, max, evaluates } = keyword else { return true };
        let mut record = record.filter(|_| *evaluates);
        let mut n_matching = 0;
        for index in 0..items.len() {
            let is_decided = n_matching >= *min && max.is_none_or(|max| n_matching > max);
            if is_decided && record.is_none() {
                break;
            }
            if self.item_matches(wanted, index, at) {
                n_matching += 1;
                if let Some(record) = record.as_deref_mut() {
                    record.insert(index);
                }
            }
        }
        let is_valid = n_matching >= *min && max.is_none_or(|max| n_matching <= max);
        if !is_valid {
            self.report_contains(schema, keyword, n_matching, at);
        }
        is_valid
    }

    pub(super) fn unevaluated_items(&mut self, rest: &'static Schema, at: &At<'_>, record: Record<'_>) -> bool {
        let View::Array(items) = at.place.view else { return true };
        let mut is_valid = true;
        for index in 0..items.len() {
            if record.as_deref().is_some_and(|record| record.contains(index)) {
                continue;
            }
            is_valid &= self.item(rest, index, at, "unevaluatedItems");
            if !is_valid && self.report.is_none() {
                return false;
            }
        }
        if let Some(record) = record {
            record.insert_all();
        }
        is_valid
    }

    fn item(&mut self, schema: &'static Schema, index: usize, at: &At<'_>, applicator: &'static str) -> bool {
        let View::Array(items) = at.place.view else { return true };
        let Some(item) = items.item(index) else { return true };
        self.evaluate(schema, &at.inside(&at.place.child(Step::Item(index), item), applicator), None)
    }

    fn item_matches(&mut self, schema: &'static Schema, index: usize, at: &At<'_>) -> bool {
        let report = self.report.take();
        let is_match = self.item(schema, index, at, "contains");
        self.report = report;
        is_match
    }
}
