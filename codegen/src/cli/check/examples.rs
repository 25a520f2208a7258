//! Examples are what their folder says: `examples/orders/Order/first.json` is an `Order` of `orders`, and what is below
//! `invalid` is refused.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use jsonschema::Validator;
use serde_json::Value;

use codegen::diagnostic::Diagnostic;
use codegen::judge::Judge;
use codegen::plan::Plan;
use codegen::schema::SchemaId;
use codegen::support::{Json, read};
use codegen::{Diagnostics, Options, Planned};

use crate::cli::disk;
use crate::cli::exit::Failure;
use crate::cli::report::counted;

use super::part::Part;

const NAME: &str = "examples";

/// Looks at the examples, if there are any.
pub(super) fn part(planned: &Planned, options: &Options, folder: &Path) -> Result<Part, Failure> {
    let mut files = disk::documents_below(folder);
    files.retain(|file| !file.to_string_lossy().ends_with(".violation.json"));
    if files.is_empty() {
        return Ok(Part::missing(NAME, format!("no documents in the folder {}", folder.display())));
    }
    let judge = Judge::new(&planned.sources, options);
    let judge = judge.map_err(|error| Failure::usage("unusable-schema", error, "mend the schemas first"))?;
    let examples = Examples { plan: &planned.plan, judge, validators: RefCell::default(), folder };
    let mut findings = Diagnostics::new();
    for file in &files {
        findings.extend(examples.finding(file, &disk::text(file)?));
    }
    Ok(Part::checked(NAME, findings).noting(counted(files.len(), "document")))
}

struct Examples<'p> {
    plan: &'p Plan,
    judge: Judge,
    /// By the URI of the schema.
    validators: RefCell<BTreeMap<SchemaId, Option<Validator>>>,
    folder: &'p Path,
}

impl Examples<'_> {
    fn finding(&self, file: &Path, text: &str) -> Option<Diagnostic> {
        let path = file.strip_prefix(self.folder).unwrap_or(file);
        let mut names: Vec<&str> = path.iter().filter_map(|name| name.to_str()).collect();
        names.pop();
        let is_invalid = names.first() == Some(&"invalid");
        let names = if is_invalid { names.get(1..).unwrap_or_default() } else { &names };
        let accepted = self.is_accepted(names, text);
        let message = match (accepted, is_invalid) {
            (Some(true), false) | (Some(false), true) => return None,
            (Some(true), true) => "this example must be refused, and is accepted",
            (Some(false), false) => "this example must be accepted, and is refused",
            (None, _) => "no type claims this example",
        };
        let help = "`codegen validate` says what is wrong with a document";
        let place = file.display().to_string().replace('\\', "/");
        Some(Diagnostic::error("wrong-example", message).with_help(help).at_text(&place, text, 0..0))
    }

    /// The verdict of the type that the folders name, or of any root where they name none.
    fn is_accepted(&self, names: &[&str], text: &str) -> Option<bool> {
        let Ok(json) = read::from_str::<Json>(text) else { return Some(false) };
        let value = Value::from(json);
        let [module, name] = names else { return names.is_empty().then(|| self.is_of_a_root(&value)) };
        let is_it = |ty: &&codegen::plan::Type| {
            // A folder is called as the schema spells the type.
            ty.name.eq_ignore_ascii_case(name)
                && self.plan.modules.get(ty.module).is_some_and(|other| other.name == *module)
        };
        let ty = self.plan.types.iter().find(is_it)?;
        self.accepts(ty.schema, &value)
    }

    fn is_of_a_root(&self, value: &Value) -> bool {
        let roots = self.plan.graph.documents.iter().filter_map(|document| document.root);
        roots.into_iter().any(|root| self.accepts(root, value) == Some(true))
    }

    fn accepts(&self, schema: SchemaId, value: &Value) -> Option<bool> {
        let mut validators = self.validators.borrow_mut();
        let make = || self.judge.validator_of(&self.plan.graph, schema).ok();
        let validator = validators.entry(schema).or_insert_with(make);
        validator.as_ref().map(|validator| validator.is_valid(value))
    }
}
