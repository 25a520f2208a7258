//! The objects of OpenAPI that lead to schemas (OpenAPI 3.1.1 §4.8), and what each of them holds.

use std::borrow::Cow;

use heck::ToUpperCamelCase;

use crate::source::Value;

/// The members of a Path Item that are operations.
const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// A kind of OpenAPI object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Object {
    Description,
    Components,
    PathItem,
    Operation,
    Callback,
    /// A Parameter or a Header.
    Parameter,
    /// A Request Body or a Response.
    Body,
    MediaType,
    Encoding,
    Schema,
}

/// An object with the name that its surroundings suggest for what it holds.
#[derive(Clone, Debug)]
pub(super) struct Part<'s> {
    pub(super) object: Object,
    pub(super) value: Value<'s>,
    pub(super) name: Option<String>,
}

/// A part and the reference tokens that lead to it.
type Placed<'s> = (Vec<Cow<'s, str>>, Part<'s>);

impl<'s> Part<'s> {
    /// A part that nothing suggests a name for.
    pub(super) fn of(object: Object, value: Value<'s>) -> Self {
        Self { object, value, name: None }
    }

    /// The parts directly within, in the order in which names are given.
    pub(super) fn parts(&self) -> Vec<Placed<'s>> {
        match self.object {
            Object::Description => self.of_description(),
            Object::Components => self.of_components(),
            Object::PathItem => self.of_path_item(),
            Object::Operation => self.of_operation(),
            Object::Callback => self.each(Object::PathItem, |_| self.name.clone()),
            Object::Parameter => [self.schema(), self.within("content", Object::MediaType)].concat(),
            Object::Body => [self.content(), self.unnamed("headers", Object::Parameter)].concat(),
            Object::MediaType => [self.schema(), self.unnamed("encoding", Object::Encoding)].concat(),
            Object::Encoding => self.unnamed("headers", Object::Parameter),
            Object::Schema => Vec::new(),
        }
    }

    /// Components come first, so that their names go before those that operations suggest.
    fn of_description(&self) -> Vec<Placed<'s>> {
        let mut parts = self.member("components", Object::Components, None);
        for member in ["paths", "webhooks"] {
            parts.extend(self.each_in(member, Object::PathItem, |name| Some(camel(&[name]))));
        }
        parts
    }

    fn of_components(&self) -> Vec<Placed<'s>> {
        let kept = |key: &str| Some(key.to_owned());
        [
            self.each_in("schemas", Object::Schema, kept),
            self.each_in("parameters", Object::Parameter, kept),
            self.each_in("requestBodies", Object::Body, |key| Some(camel(&[key, "request"]))),
            self.each_in("responses", Object::Body, |key| Some(camel(&[key, "response"]))),
            self.each_in("headers", Object::Parameter, |_| None),
            self.each_in("pathItems", Object::PathItem, kept),
            self.each_in("callbacks", Object::Callback, kept),
            self.each_in("mediaTypes", Object::MediaType, kept),
        ]
        .concat()
    }

    fn of_path_item(&self) -> Vec<Placed<'s>> {
        let mut parts = self.parameters();
        for method in METHODS {
            parts.extend(self.operation(&[method], self.value.get(method), method));
        }
        if let Some(others) = self.value.get("additionalOperations") {
            for (method, operation) in others.members() {
                parts.extend(self.operation(&["additionalOperations", &method], Some(operation), &method));
            }
        }
        parts
    }

    fn operation(&self, tokens: &[&str], value: Option<Value<'s>>, method: &str) -> Option<Placed<'s>> {
        let value = value?;
        let id = value.get("operationId").and_then(Value::as_str).map(|id| camel(&[id]));
        let name = id.or_else(|| Some(camel(&[method, self.name.as_deref()?])));
        let tokens = tokens.iter().map(|token| Cow::Owned((*token).to_owned())).collect();
        Some((tokens, Self { object: Object::Operation, value, name }))
    }

    fn of_operation(&self) -> Vec<Placed<'s>> {
        let mut parts = self.parameters();
        parts.extend(self.member("requestBody", Object::Body, Some(self.named("request"))));
        let responses = self.value.get("responses");
        let is_inline = |(_, response): &(Cow<'_, str>, Value<'_>)| response.get("$ref").is_none();
        let has_several = responses.is_some_and(|all| all.members().filter(is_inline).filter(has_content).count() > 1);
        let name = |status: &str| {
            Some(if has_several { self.named(&format!("response {status}")) } else { self.named("response") })
        };
        parts.extend(self.each_in("responses", Object::Body, name));
        parts.extend(self.each_in("callbacks", Object::Callback, |key| Some(self.named(key))));
        parts
    }

    fn parameters(&self) -> Vec<Placed<'s>> {
        let Some(parameters) = self.value.get("parameters") else { return Vec::new() };
        let part = |(index, value): (usize, Value<'s>)| {
            let name = value.get("name").and_then(Value::as_str).map(|name| self.named(name));
            let tokens = vec![Cow::Borrowed("parameters"), Cow::Owned(index.to_string())];
            (tokens, Self { object: Object::Parameter, value, name })
        };
        parameters.items().enumerate().map(part).collect()
    }

    /// Media types by their place: only JSON ones hold schemas of documents, so only those deserve a name.
    fn content(&self) -> Vec<Placed<'s>> {
        let Some(content) = self.value.get("content") else { return Vec::new() };
        let has_several = content.members().filter(|(key, _)| is_json(key)).count() > 1;
        self.each_in("content", Object::MediaType, |key| match (is_json(key), has_several) {
            (false, _) => None,
            (true, false) => self.name.clone(),
            (true, true) => Some(self.named(key)),
        })
    }

    /// The schema itself; one that only refers to another needs no name.
    fn schema(&self) -> Vec<Placed<'s>> {
        let is_reference = |value: Value<'_>| value.get("$ref").is_some() && value.members().count() == 1;
        let name =
            |value: Value<'_>| self.name.clone().filter(|_| value.json().as_object().is_some() && !is_reference(value));
        let schema = |member: &'static str| {
            let name = self.value.get(member).and_then(name);
            self.member(member, Object::Schema, name)
        };
        [schema("schema"), schema("itemSchema")].concat()
    }

    fn within(&self, member: &'static str, object: Object) -> Vec<Placed<'s>> {
        self.each_in(member, object, |_| self.name.clone())
    }

    fn unnamed(&self, member: &'static str, object: Object) -> Vec<Placed<'s>> {
        self.each_in(member, object, |_| None)
    }

    fn member(&self, member: &'static str, object: Object, name: Option<String>) -> Vec<Placed<'s>> {
        let part = |value| (vec![Cow::Borrowed(member)], Self { object, value, name });
        self.value.get(member).map(part).into_iter().collect()
    }

    fn each_in(&self, member: &'static str, object: Object, name: impl Fn(&str) -> Option<String>) -> Vec<Placed<'s>> {
        let Some(value) = self.value.get(member) else { return Vec::new() };
        let mut parts = Self { value, ..self.clone() }.each(object, name);
        for (tokens, _) in &mut parts {
            tokens.insert(0, Cow::Borrowed(member));
        }
        parts
    }

    fn each(&self, object: Object, name: impl Fn(&str) -> Option<String>) -> Vec<Placed<'s>> {
        let part = |(key, value): (Cow<'s, str>, Value<'s>)| {
            let name = name(&key);
            (vec![key], Self { object, value, name })
        };
        self.value.members().map(part).collect()
    }

    /// The part's name and `more`, as one name.
    fn named(&self, more: &str) -> String {
        camel(&[self.name.as_deref().unwrap_or_default(), more])
    }
}

fn camel(words: &[&str]) -> String {
    words.join(" ").to_upper_camel_case()
}

fn has_content((_, response): &(Cow<'_, str>, Value<'_>)) -> bool {
    response.get("content").is_some()
}

fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.ends_with("/json") || essence.ends_with("+json") || essence == "*/*"
}
