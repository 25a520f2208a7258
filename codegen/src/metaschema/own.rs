//! Documents that name a metaschema of their own are also checked against that one, as a whole.

use std::collections::BTreeMap;
use std::error::Error;

use jsonschema::{Retrieve, Uri, Validator};
use serde_json::Value as Instance;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::dialect::Dialect;
use crate::source::{Source, Value};
use crate::stack::on_deep_stack;
use crate::uri;

/// The documents, for a metaschema that refers to others.
struct Documents {
    texts: BTreeMap<String, String>,
}

/// Checks each of `sources` whose `$schema` is another of them.
pub(crate) fn check_by_own(sources: &[Source]) -> Diagnostics {
    let mut by_metaschema: BTreeMap<String, Vec<&Source>> = BTreeMap::new();
    for source in sources {
        if let Some(name) = own_metaschema(source) {
            by_metaschema.entry(name).or_default().push(source);
        }
    }
    if by_metaschema.is_empty() {
        return Diagnostics::new();
    }
    on_deep_stack(|| by_metaschema.iter().flat_map(|(name, checked)| check(name, checked, sources)).collect())
}

/// The URI of a document's metaschema, unless it is a published one.
fn own_metaschema(source: &Source) -> Option<String> {
    let name = source.root().get("$schema").and_then(Value::as_str)?;
    Dialect::from_uri(name).is_none().then(|| uri::resolve(source.uri(), name))
}

fn check(name: &str, checked: &[&Source], sources: &[Source]) -> Vec<Diagnostic> {
    let is_named = |source: &&Source| source.uri() == name || identifier(source).as_deref() == Some(name);
    let Some(metaschema) = sources.iter().find(is_named) else { return Vec::new() };
    let validator = match compile(name, metaschema, sources) {
        Ok(validator) => validator,
        Err(message) => return vec![Diagnostic::error("invalid-metaschema", message).at_value(metaschema, "")],
    };
    checked.iter().flat_map(|source| violations(name, &validator, source)).collect()
}

fn compile(name: &str, metaschema: &Source, sources: &[Source]) -> Result<Validator, String> {
    let mut texts = BTreeMap::new();
    for source in sources {
        texts.insert(source.uri().to_owned(), source.text().to_owned());
        texts.extend(identifier(source).map(|id| (id, source.text().to_owned())));
    }
    jsonschema::options()
        .with_retriever(Documents { texts })
        .with_base_uri(name)
        .build(&Instance::from(metaschema.json().clone()))
        .map_err(|error| format!("cannot serve as a metaschema: {error}"))
}

fn violations(name: &str, validator: &Validator, source: &Source) -> Vec<Diagnostic> {
    let document = Instance::from(source.json().clone());
    let violation = |error: jsonschema::ValidationError<'_>| {
        Diagnostic::error("invalid-schema", format!("the metaschema `{name}` does not allow this: {error}"))
            .at_value(source, error.instance_path().as_str())
    };
    validator.iter_errors(&document).map(violation).collect()
}

fn identifier(source: &Source) -> Option<String> {
    source.root().get("$id").and_then(Value::as_str).map(|id| uri::resolve(source.uri(), id))
}

impl Retrieve for Documents {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Instance, Box<dyn Error + Send + Sync>> {
        let (uri, _) = uri::split_fragment(uri.as_str());
        let text = self.texts.get(uri).ok_or_else(|| format!("`{uri}` is not among the documents"))?;
        Ok(serde_json::from_str(text)?)
    }
}
