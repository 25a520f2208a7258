//! A subschema's keywords, each read only where its dialect gives it a meaning.
//!
//! Values that the metaschema refuses are passed over in silence here: the check has reported them.

use crate::pointer;
use crate::schema::{Keyword, SchemaId};
use crate::source::Value;
use crate::support::{Json, Number};
use crate::survey::{Site, SiteId};

use super::Resolution;

/// What one subschema asserts.
pub(super) struct Assertions<'r, 's> {
    pub(super) resolution: &'r Resolution<'s>,
    pub(super) id: SiteId,
    pub(super) site: &'r Site<'s>,
}

impl<'s> Assertions<'_, 's> {
    /// What the subschema asserts, with the type that it leaves to be understood, where that is asked for.
    pub(super) fn keywords(&self) -> Vec<Keyword> {
        self.with_type(self.asserted())
    }

    /// All keywords in the order of [`Keyword`]'s variants; where `$ref` silences its siblings, only that.
    pub(super) fn asserted(&self) -> Vec<Keyword> {
        match self.site.value.json() {
            Json::Bool(true) => return Vec::new(),
            Json::Bool(false) => return vec![Keyword::Never],
            _ => {}
        }
        if self.site.scope.dialect.draft().ignores_ref_siblings() && self.text("$ref").is_some() {
            return self.references();
        }
        let mut keywords = Vec::new();
        self.push_types(&mut keywords);
        self.push_number_keywords(&mut keywords);
        self.push_string_keywords(&mut keywords);
        self.push_array_keywords(&mut keywords);
        self.push_object_keywords(&mut keywords);
        self.push_logic(&mut keywords);
        keywords.extend(self.references());
        self.push_unevaluated(&mut keywords);
        keywords
    }

    /// The keyword's value, if the dialect knows the keyword and the subschema has it.
    pub(super) fn value(&self, keyword: &str) -> Option<Value<'s>> {
        let value = self.site.value.get(keyword)?;
        self.site.scope.dialect.keyword(keyword).map(|_| value)
    }

    pub(super) fn text(&self, keyword: &str) -> Option<&'s str> {
        self.value(keyword)?.as_str()
    }

    pub(super) fn flag(&self, keyword: &str) -> bool {
        self.value(keyword).is_some_and(|value| value.json().as_bool() == Some(true))
    }

    pub(super) fn number(&self, keyword: &str) -> Option<&'s Number> {
        self.value(keyword)?.json().as_number()
    }

    /// A non-negative integer, however it is written. What exceeds 64 bits exceeds every document as well.
    pub(super) fn count(&self, keyword: &str) -> Option<u64> {
        let number = self.number(keyword)?;
        Some(number.as_u64().unwrap_or(u64::MAX))
    }

    /// The node of the subschema that `tokens` lead to from here.
    pub(super) fn child(&self, tokens: &[&str]) -> Option<SchemaId> {
        let pointer = pointer::join(&self.site.pointer, tokens);
        let site = self.resolution.survey.site_at(self.site.scope.source, &pointer)?;
        self.resolution.id(site)
    }

    /// The node of the keyword's value.
    pub(super) fn schema(&self, keyword: &str) -> Option<SchemaId> {
        self.value(keyword).and_then(|_| self.child(&[keyword]))
    }

    /// The nodes of the items of the keyword's value.
    pub(super) fn schemas(&self, keyword: &str) -> Option<Vec<SchemaId>> {
        let items = self.value(keyword)?.json().as_array()?;
        Some((0..items.len()).filter_map(|index| self.child(&[keyword, &index.to_string()])).collect())
    }

    /// The nodes of the members of the keyword's value, in document order.
    pub(super) fn named_schemas(&self, keyword: &str) -> Option<Vec<(String, SchemaId)>> {
        let members = self.value(keyword).filter(|value| value.json().as_object().is_some())?.members();
        let named = members.filter_map(|(name, _)| Some((name.to_string(), self.child(&[keyword, &name])?)));
        Some(named.collect())
    }
}

/// The strings in an array.
pub(super) fn strings(json: &Json) -> Option<Vec<String>> {
    Some(json.as_array()?.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect())
}
