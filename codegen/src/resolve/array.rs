//! Keywords for arrays (2020-12 Core §10.3.1, Validation §6.4).

use crate::dialect::Draft;
use crate::schema::{Keyword, SchemaId};

use super::keyword::Assertions;

impl Assertions<'_, '_> {
    pub(super) fn push_array_keywords(&self, keywords: &mut Vec<Keyword>) {
        let (prefix, rest) = self.items();
        if !prefix.is_empty() || rest.is_some() {
            keywords.push(Keyword::Items { prefix, rest });
        }
        keywords.extend(self.count("minItems").map(Keyword::MinItems));
        keywords.extend(self.count("maxItems").map(Keyword::MaxItems));
        keywords.extend(self.flag("uniqueItems").then_some(Keyword::UniqueItems));
        keywords.extend(self.contains());
    }

    /// What applies to the first items and what to the rest. Until 2019-09 an array in `items` is what is now
    /// `prefixItems`, and `additionalItems` means something beside such an array only (2019-09 Core §9.3.1.2).
    fn items(&self) -> (Vec<SchemaId>, Option<SchemaId>) {
        if self.site.scope.dialect.draft() == Draft::Draft202012 {
            return (self.schemas("prefixItems").unwrap_or_default(), self.schema("items"));
        }
        match self.schemas("items") {
            Some(prefix) => (prefix, self.schema("additionalItems")),
            None => (Vec::new(), self.schema("items")),
        }
    }

    /// `minContains` and `maxContains` mean nothing without `contains` (2020-12 Validation §6.4.4). Items that match
    /// count as evaluated since 2020-12.
    fn contains(&self) -> Option<Keyword> {
        Some(Keyword::Contains {
            schema: self.schema("contains")?,
            min: self.count("minContains").unwrap_or(1),
            max: self.count("maxContains"),
            evaluates: self.site.scope.dialect.draft() == Draft::Draft202012,
        })
    }
}
