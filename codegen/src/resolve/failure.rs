//! References that lead nowhere, each at its token and with a way out.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::pointer;
use crate::source::{Source, Value};
use crate::suggest::nearest;
use crate::support::{Json, Map};
use crate::survey::{Failure, Resource, ResourceId};
use crate::uri;

use super::Resolution;

/// How many names a help lists.
const LISTED: usize = 6;

/// Suggestions compare a name with all others, so only this many failures get one.
const SUGGESTED: usize = 100;

impl Resolution<'_> {
    /// A diagnostic for every reference that leads nowhere, as far as is known.
    pub(super) fn failures(&self) -> Vec<Diagnostic> {
        let in_schemas = self.links.unresolved.iter().filter_map(|unresolved| {
            let site = self.survey.site(unresolved.site)?;
            let pointer = pointer::join(&site.pointer, &[unresolved.keyword]);
            Some((site.scope.source, pointer, &unresolved.failure))
        });
        let documents = self.survey.documents.iter().enumerate();
        let elsewhere = documents.flat_map(|(source, document)| {
            document.unresolved.iter().map(move |(pointer, failure)| (source, pointer.to_string(), failure))
        });
        let is_known = |(_, _, failure): &(usize, String, &Failure)| !self.may_be_broken(failure);
        let all = in_schemas.chain(elsewhere).filter(is_known).enumerate();
        all.filter_map(|(index, (source, pointer, failure))| {
            let source = self.survey.sources.get(source)?;
            let reference = source.at(&pointer)?.as_str().unwrap_or_default();
            let (diagnostic, names) = self.describe(failure, reference, source);
            let diagnostic = if index < SUGGESTED { names.help(diagnostic) } else { diagnostic };
            Some(diagnostic.at_value(source, &pointer))
        })
        .collect()
    }

    /// Whether the reference may mean something in a document that cannot be read, so that the fault is there.
    fn may_be_broken(&self, failure: &Failure) -> bool {
        let sources = self.survey.sources;
        let is_broken = |source: usize| sources.get(source).is_some_and(Source::is_broken);
        match failure {
            Failure::UnknownPointer { source, .. } => is_broken(*source),
            Failure::UnknownAnchor { resource, .. } => {
                self.survey.resource(*resource).is_some_and(|resource| is_broken(resource.source))
            }
            Failure::UnknownUri { uri, .. } => !uri.starts_with("file:") && sources.iter().any(Source::is_broken),
            Failure::NoSchema { .. } | Failure::NamedSchemas { .. } => false,
        }
    }

    /// What is wrong, and what could have been meant.
    fn describe<'r>(&'r self, failure: &'r Failure, reference: &'r str, source: &Source) -> (Diagnostic, Names<'r>) {
        match failure {
            Failure::UnknownUri { uri, place, .. } => self.describe_uri(uri, place.as_deref(), reference, source),
            Failure::UnknownAnchor { resource, anchor } => self.describe_anchor(*resource, anchor),
            Failure::UnknownPointer { source, pointer } => self.describe_pointer(*source, pointer),
            Failure::NoSchema { kind } => {
                let message = format!("`{reference}` leads to {kind}, and a schema is an object or a boolean");
                (Diagnostic::error("dangling-ref", message), Names::none("refer to a schema"))
            }
            Failure::NamedSchemas { source, pointer } => {
                let message = format!("`{reference}` leads to schemas by their names, and not to one of them");
                let value = self.survey.sources.get(*source).and_then(|source| source.at(pointer));
                let names = value.and_then(|value| value.json().as_object()).into_iter().flat_map(Map::keys);
                (Diagnostic::error("dangling-ref", message), Names::of("", names, "it has no members"))
            }
        }
    }

    fn describe_uri<'r>(
        &'r self,
        uri: &str,
        place: Option<&str>,
        reference: &'r str,
        source: &Source,
    ) -> (Diagnostic, Names<'r>) {
        let (named, _) = uri::split_fragment(reference);
        if place.is_some() || uri.starts_with("file:") {
            let message = format!("there is no file `{named}` beside `{}`", source.name());
            let files = self.survey.sources.iter().map(|source| file_name(source.uri()));
            let none = "relative references start from the folder of the file that they stand in";
            return (
                Diagnostic::error("unknown-file", message),
                Names { is_listed: false, ..Names::of(file_name(named), files, none) },
            );
        }
        let message = format!("no document has the URI `{uri}`, and nothing is fetched from the network");
        let help = match uri.rsplit_once('/') {
            Some((folder, _)) => format!("save the document and say where: `--resolve {folder}/=DIR`"),
            None => "name the file that has this URI as its `$id` too".to_owned(),
        };
        (Diagnostic::error("unknown-uri", message).with_help(help), Names::default())
    }

    fn describe_anchor<'r>(&'r self, resource: ResourceId, anchor: &'r str) -> (Diagnostic, Names<'r>) {
        let resource = self.survey.resource(resource);
        let place = resource.map(|resource| self.name_of(resource)).unwrap_or_default();
        let anchors = resource.into_iter().flat_map(|resource| resource.anchors.keys().map(String::as_str));
        let dangling = Diagnostic::error("dangling-ref", format!("`{place}` has no anchor `{anchor}`"));
        (dangling, Names::of(anchor, anchors, "it has no anchors; a JSON Pointer begins with `#/`"))
    }

    /// What to call a resource: its `$id`, or the file that it is.
    fn name_of<'r>(&'r self, resource: &'r Resource) -> &'r str {
        match self.survey.sources.get(resource.source) {
            Some(source) if source.uri() == resource.uri => source.name(),
            _ => &resource.uri,
        }
    }

    /// Names the last value that exists on the way, and what it has instead of the next token.
    fn describe_pointer<'r>(&'r self, source: usize, pointer: &'r str) -> (Diagnostic, Names<'r>) {
        let (mut at, mut value) = (String::new(), self.survey.sources.get(source).map(Source::root));
        for token in pointer::tokens(pointer) {
            let Some(child) = value.and_then(|value| value.child(&token)) else {
                return missing(value.map(Value::json), &at, token);
            };
            pointer::push(&mut at, &token);
            value = Some(child);
        }
        missing(value.map(Value::json), &at, Cow::Borrowed(""))
    }
}

/// What could have been meant by a name that is not there.
#[derive(Default)]
struct Names<'r> {
    wanted: Cow<'r, str>,
    /// Collected only if they are needed: there may be many, for many failures.
    known: Option<Box<dyn Iterator<Item = &'r str> + 'r>>,
    /// What to say when there are none.
    none: &'static str,
    is_listed: bool,
}

impl<'r> Names<'r> {
    fn of(wanted: impl Into<Cow<'r, str>>, known: impl Iterator<Item = &'r str> + 'r, none: &'static str) -> Self {
        Self { wanted: wanted.into(), known: Some(Box::new(known)), none, is_listed: true }
    }

    fn none(none: &'static str) -> Self {
        Self { none, ..Self::default() }
    }

    /// Adds the nearest name to a diagnostic, or a list of names.
    fn help(self, diagnostic: Diagnostic) -> Diagnostic {
        let known: Vec<&str> = self.known.into_iter().flatten().collect();
        if let Some(name) = nearest(&self.wanted, known.iter().copied()) {
            return diagnostic.with_help(format!("did you mean `{name}`?"));
        }
        if self.is_listed && !known.is_empty() {
            let listed: Vec<String> = known.iter().take(LISTED).map(|name| format!("`{name}`")).collect();
            let more = known.len().saturating_sub(LISTED);
            let more = if more == 0 { String::new() } else { format!(" and {more} more") };
            return diagnostic.with_help(format!("known here: {}{more}", listed.join(", ")));
        }
        if self.none.is_empty() { diagnostic } else { diagnostic.with_help(self.none) }
    }
}

fn missing<'r>(json: Option<&'r Json>, at: &str, token: Cow<'r, str>) -> (Diagnostic, Names<'r>) {
    let place = if at.is_empty() { "the document".to_owned() } else { format!("`{at}`") };
    let (message, names) = match json {
        Some(Json::Array(items)) => {
            let message = format!("{place} has no item `{token}`, because its length is {}", items.len());
            (message, Names::none("items are counted from 0"))
        }
        Some(Json::Object(members)) => {
            let message = format!("{place} has no member `{token}`");
            (message, Names::of(token, members.keys(), "it has no members"))
        }
        _ => (format!("{place} holds a single value, so `{token}` is not in it"), Names::default()),
    };
    (Diagnostic::error("dangling-ref", message), names)
}

fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}
