//! Which dialect a document speaks: a published draft, or one that a metaschema among the documents defines.

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::dialect::{Dialect, Draft, Vocabularies, Vocabulary};
use crate::source::{Source, Value};
use crate::uri;

use super::openapi;

/// How many metaschemas may stand between a document and a published draft.
const LONGEST_CHAIN: usize = 16;

/// The dialects that documents can name.
pub(super) struct Dialects<'s> {
    default: Dialect,
    /// The documents by retrieval URI and by the `$id` of their root.
    metaschemas: HashMap<String, &'s Source>,
}

impl<'s> Dialects<'s> {
    /// All of `sources` can serve as metaschemas; documents that name none speak `default`.
    pub(super) fn of(sources: &'s [Source], default: Dialect) -> Self {
        let mut metaschemas = HashMap::new();
        for source in sources {
            metaschemas.insert(source.uri().to_owned(), source);
            if let Some(id) = source.root().get("$id").and_then(Value::as_str) {
                metaschemas.insert(uri::resolve(source.uri(), id), source);
            }
        }
        Self { default, metaschemas }
    }

    /// The dialect of a whole document, and what is wrong with how it says so.
    pub(super) fn of_document(&self, source: &Source) -> (Dialect, Vec<Diagnostic>) {
        let is_openapi = openapi::is_description(source);
        let keyword = if is_openapi { "jsonSchemaDialect" } else { "$schema" };
        let fallback = if is_openapi { Dialect::default() } else { source.assumed_dialect().unwrap_or(self.default) };
        let Some(name) = source.root().get(keyword).and_then(Value::as_str) else { return (fallback, Vec::new()) };
        let (dialect, diagnostics) = self.named(source, &format!("/{keyword}"), name);
        (dialect.unwrap_or(fallback), diagnostics)
    }

    /// The dialect that a `$schema` at `pointer` of `source` names.
    pub(super) fn named(&self, source: &Source, pointer: &str, name: &str) -> (Option<Dialect>, Vec<Diagnostic>) {
        if let Some(dialect) = Dialect::from_uri(name) {
            return (Some(dialect), Vec::new());
        }
        let Some(metaschema) = self.metaschema(source, name) else {
            return (None, vec![unknown_dialect(name).at_value(source, pointer)]);
        };
        let (dialect, unknown) = self.defined_by(metaschema);
        (Some(dialect), unknown)
    }

    /// The document that `name` means where `source` names its dialect.
    pub(super) fn metaschema(&self, source: &Source, name: &str) -> Option<&'s Source> {
        self.metaschemas.get(&uri::resolve(source.uri(), name)).copied()
    }

    /// The dialect that `metaschema` defines by its own `$schema` and `$vocabulary`.
    fn defined_by(&self, metaschema: &Source) -> (Dialect, Vec<Diagnostic>) {
        let draft = self.draft_of(metaschema);
        let Some(listed) = metaschema.root().get("$vocabulary").filter(|_| draft >= Draft::Draft201909) else {
            return (Dialect::of(draft), Vec::new());
        };
        let mut vocabularies = Vocabularies::CORE;
        let mut unknown = Vec::new();
        for (name, value) in listed.members() {
            let is_required = value.json().as_bool() == Some(true);
            match Vocabulary::from_uri(&name) {
                Some(vocabulary) => vocabularies = extended(vocabularies, vocabulary, draft, is_required),
                None if is_required => unknown.push(unknown_vocabulary(&name, metaschema)),
                None => {}
            }
        }
        (Dialect::with_vocabularies(draft, vocabularies), unknown)
    }

    /// The published draft at the end of the chain of `$schema`s.
    fn draft_of(&self, metaschema: &Source) -> Draft {
        let mut at = metaschema;
        for _ in 0..LONGEST_CHAIN {
            let Some(name) = at.root().get("$schema").and_then(Value::as_str) else { break };
            if let Some(dialect) = Dialect::from_uri(name) {
                return dialect.draft();
            }
            let Some(next) = self.metaschema(at, name) else { break };
            at = next;
        }
        self.default.draft()
    }
}

/// In 2019-09 a metaschema that requires the vocabulary of `format` asks for assertion (Validation §7.2.1).
fn extended(known: Vocabularies, vocabulary: Vocabulary, draft: Draft, is_required: bool) -> Vocabularies {
    let known = known.with(vocabulary);
    match (vocabulary, draft) {
        (Vocabulary::FormatAnnotation, Draft::Draft201909) if is_required => known.with(Vocabulary::FormatAssertion),
        _ => known,
    }
}

fn unknown_dialect(name: &str) -> Diagnostic {
    let known = Draft::ALL.map(Draft::name).join(", ");
    let example = Draft::Draft202012.uri();
    let help = format!(
        "known are {known}, the last as `{example}`; a metaschema of your own is found with `--resolve PREFIX=DIR`, \
         and documents without `$schema` speak `--default-dialect`"
    );
    Diagnostic::error("unknown-dialect", format!("`{name}` is no dialect of JSON Schema that is known here"))
        .with_help(help)
}

fn unknown_vocabulary(name: &str, metaschema: &Source) -> Diagnostic {
    let pointer = crate::pointer::join("/$vocabulary", &[name]);
    Diagnostic::error(
        "unknown-vocabulary",
        format!("the metaschema requires the vocabulary `{name}`, which is unknown"),
    )
    .with_help("with `false` instead of `true` its keywords are annotations (2020-12 Core §8.1.2)")
    .at_name(metaschema, &pointer)
}
