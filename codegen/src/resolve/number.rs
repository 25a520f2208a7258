//! Keywords for numbers (2020-12 Validation §6.2).

use crate::dialect::Draft;
use crate::schema::Keyword;

use super::keyword::Assertions;

impl Assertions<'_, '_> {
    pub(super) fn push_number_keywords(&self, keywords: &mut Vec<Keyword>) {
        let is_flag = self.site.scope.dialect.draft() == Draft::Draft4;
        let is_exclusive = |keyword| is_flag && self.flag(keyword);
        let minimum = self.number("minimum").cloned();
        let maximum = self.number("maximum").cloned();
        // Draft 4's boolean says that the bound beside it is itself not allowed.
        if is_exclusive("exclusiveMinimum") {
            keywords.extend(minimum.map(Keyword::ExclusiveMinimum));
        } else {
            keywords.extend(minimum.map(Keyword::Minimum));
        }
        if is_exclusive("exclusiveMaximum") {
            keywords.extend(maximum.map(Keyword::ExclusiveMaximum));
        } else {
            keywords.extend(maximum.map(Keyword::Maximum));
        }
        if !is_flag {
            keywords.extend(self.number("exclusiveMinimum").cloned().map(Keyword::ExclusiveMinimum));
            keywords.extend(self.number("exclusiveMaximum").cloned().map(Keyword::ExclusiveMaximum));
        }
        keywords.extend(self.number("multipleOf").cloned().map(Keyword::MultipleOf));
    }
}
