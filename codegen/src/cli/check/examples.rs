//! Examples are what their folder says: `examples/orders/Order/first.json` is an `Order` of `orders`, and what is below
//! `invalid` is refused.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use jsonschema::Validator;

use codegen::diagnostic::Diagnostic;
use codegen::judge::Judge;
use codegen::plan::{Plan, Type};
use codegen::schema::SchemaId;
use codegen::sensitive::Marks;
use codegen::{Diagnostics, Options, Planned};

use crate::cli::disk;
use crate::cli::exit::Failure;
use crate::cli::report::counted;
use crate::cli::validate::{self, Document};

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
        findings.extend(examples.findings(file, &disk::text(file)?));
    }
    Ok(Part::checked(NAME, findings).noting(counted(files.len(), "document")))
}

struct Examples<'p> {
    plan: &'p Plan,
    judge: Judge,
    validators: RefCell<BTreeMap<SchemaId, Option<Validator>>>,
    folder: &'p Path,
}

impl Examples<'_> {
    fn findings(&self, file: &Path, text: &str) -> Vec<Diagnostic> {
        let path = file.strip_prefix(self.folder).unwrap_or(file);
        let mut names: Vec<&str> = path.iter().filter_map(|name| name.to_str()).collect();
        names.pop();
        let is_invalid = names.first() == Some(&"invalid");
        let names = if is_invalid { names.get(1..).unwrap_or_default() } else { &names };
        let place = file.display().to_string().replace('\\', "/");
        let wrong = |message| Diagnostic::error("wrong-example", message).at_text(&place, text, 0..0);
        let document = Document::whole(&place, text);
        let Some(violations) = self.schemas(names).and_then(|schemas| self.violations(&schemas, &document)) else {
            let help = "put it into a folder of a schema and of a type in it, such as `orders/Order`";
            return vec![wrong("no type claims this example").with_help(help)];
        };
        match (is_invalid, violations.is_empty()) {
            (false, _) => violations.into_iter().map(refused).collect(),
            (true, false) => Vec::new(),
            (true, true) => {
                let help = "break a rule in it, or move it to the examples that are valid";
                vec![wrong("this example must be refused, and is accepted").with_help(help)]
            }
        }
    }

    /// The schemas of which an example may be: that of the type that the folders name, or any root where they name none.
    fn schemas(&self, names: &[&str]) -> Option<Vec<SchemaId>> {
        let [module, name] = names else {
            let roots = self.plan.graph.documents.iter().filter_map(|document| document.root);
            return names.is_empty().then(|| roots.collect());
        };
        let is_it = |ty: &&Type| {
            // A folder is called as the schema spells the type.
            ty.name.eq_ignore_ascii_case(name)
                && self.plan.modules.get(ty.module).is_some_and(|other| other.name == *module)
        };
        Some(vec![self.plan.types.iter().find(is_it)?.schema])
    }

    /// What is wrong with a document, by the schema that it comes closest to.
    fn violations(&self, schemas: &[SchemaId], document: &Document<'_>) -> Option<Vec<Diagnostic>> {
        let by_each = schemas.iter().map(|schema| {
            let mut validators = self.validators.borrow_mut();
            let make = || self.judge.validator_of(&self.plan.graph, *schema).ok();
            let validator = validators.entry(*schema).or_insert_with(make).as_ref()?;
            let marks = Marks { graph: &self.plan.graph, schema: *schema };
            Some(validate::violations(document, validator, Some(marks)))
        });
        let at_root = |violation: &&Diagnostic| violation.pointer.is_empty();
        by_each.flatten().min_by_key(|violations| (violations.iter().filter(at_root).count(), violations.len()))
    }
}

/// A violation as what is wrong with an example.
fn refused(violation: Diagnostic) -> Diagnostic {
    let keyword = violation.mismatch.as_ref().map_or_else(String::new, |mismatch| format!("{}: ", mismatch.keyword));
    let message = format!("this example must be accepted, and is refused: {keyword}{}", violation.message);
    let mut refused = violation.with_help("mend it, or move it below `invalid`");
    refused.rule = "wrong-example";
    refused.message = message;
    refused
}
