//! Validation of any instance against a compiled schema (2020-12 Core and Validation; older drafts come normalised).
//!
//! One evaluator gives both answers: a verdict that stops at the first failure and allocates nothing on ordinary
//! paths, or every violation. They cannot disagree, because what is reported is what failed.

mod array;
mod assertion;
mod branch;
mod combination;
mod evaluated;
mod object;
mod phrase;
mod place;
mod report;
mod sensitive;
mod unique;
mod verdicts;

use super::instance::{Instance, View};
use super::schema::{Keyword, Schema};
use super::violation::Violation;

pub(super) use place::push_token;
pub(super) use sensitive::{NOT_SHOWN, marks_anything, redact_member};

use evaluated::Evaluated;
use place::{At, Place, Scope, Step};
use unique::TooDeep;
use verdicts::{Question, Verdicts, question};

/// How many subschemas may be applied within each other.
///
/// Readers bound the depth of what they read, but a value can be built by hand, and a schema can refer to itself.
/// Six for each of the 128 levels that a reader allows; without optimisation they take most of a thread's two megabytes.
const DEPTH_LIMIT: u32 = 768;

/// How many times within each other the branches of alternatives are all asked what they complain of.
const COLLECTIONS_LIMIT: u32 = 3;

/// Whether an instance is valid.
///
/// ```
/// use codegen::support::schema::{Keyword, Resource, Schema};
/// use codegen::support::validate::is_valid;
///
/// static RESOURCE: Resource = Resource { uri: "https://example.org/name", dynamic_anchors: &[] };
/// static NAME: Schema =
///     Schema { location: "https://example.org/name#", resource: &RESOURCE, keywords: &[Keyword::MinLength(2)] };
/// assert!(is_valid(&NAME, &"Jo"));
/// assert!(!is_valid(&NAME, &"J"));
/// ```
#[must_use]
pub fn is_valid(schema: &'static Schema, instance: &dyn Instance) -> bool {
    let mut run = Run::default();
    run.evaluate_root(schema, instance) && run.exceeded_at.is_none()
}

/// All violations, in the order of the instance's members and the schema's keywords; none if the instance is valid.
///
/// A value nested too deeply to be judged is not valid, and its last violation says so with the keyword `depth`.
///
/// ```
/// use codegen::support::schema::{Keyword, Resource, Schema, Types};
/// use codegen::support::validate::violations;
///
/// static RESOURCE: Resource = Resource { uri: "https://example.org/id", dynamic_anchors: &[] };
/// static ID: Schema =
///     Schema { location: "https://example.org/id#", resource: &RESOURCE, keywords: &[Keyword::Type(Types::STRING)] };
/// let found = violations(&ID, &7);
/// assert_eq!(found[0].to_string(), "(root): type: expected a string, found 7");
/// ```
#[must_use]
pub fn violations(schema: &'static Schema, instance: &dyn Instance) -> Vec<Violation> {
    let mut run = Run { report: Some(Vec::new()), ..Run::default() };
    run.evaluate_root(schema, instance);
    let mut violations = run.report.unwrap_or_default();
    violations.extend(run.exceeded_at.map(|pointer| report::exceeded(pointer, schema)));
    sensitive::redact(&mut violations, schema, instance);
    violations
}

/// One validation.
#[derive(Default)]
struct Run {
    /// What failed, when that is asked for.
    report: Option<Vec<Violation>>,
    /// The instance location at which [`DEPTH_LIMIT`] was met; nothing is evaluated after that.
    exceeded_at: Option<String>,
    verdicts: Verdicts,
    /// How many collections are going on within each other.
    n_collections: u32,
}

/// What has been evaluated of an instance, when a keyword will ask.
type Record<'r> = Option<&'r mut Evaluated>;

impl Run {
    fn evaluate_root(&mut self, schema: &'static Schema, instance: &dyn Instance) -> bool {
        let place = Place { instance, view: instance.view(), step: Step::Root, outer: None, level: 0 };
        let scope =
            Scope { resource: schema.resource, outer: None, is_static: schema.resource.dynamic_anchors.is_empty() };
        self.evaluate(schema, &At { place: &place, scope: &scope, applicator: "false", depth: 0 }, None)
    }

    /// Applies a schema at a place, and records there what it evaluated.
    fn evaluate(&mut self, schema: &'static Schema, at: &At<'_>, record: Record<'_>) -> bool {
        if self.is_exceeded(at) {
            return false;
        }
        let Some(schema) = followed(schema) else { return self.exceed(at) };
        let is_static = at.scope.is_static && schema.resource.dynamic_anchors.is_empty();
        let inner = Scope { resource: schema.resource, outer: Some(at.scope), is_static };
        let is_same_resource = std::ptr::eq(schema.resource, at.scope.resource);
        let at = &At { scope: if is_same_resource { at.scope } else { &inner }, ..*at };
        match question(schema, at).filter(|_| record.is_none()) {
            Some(question) => self.evaluate_once(question, schema, at),
            None => self.evaluate_again(schema, at, record),
        }
    }

    /// Looks the verdict up, and evaluates only what is not known or must be reported.
    fn evaluate_once(&mut self, question: Question, schema: &'static Schema, at: &At<'_>) -> bool {
        let report = self.report.take();
        let is_valid = self.verdicts.get(question).unwrap_or_else(|| {
            let is_valid = self.evaluate_again(schema, at, None);
            self.verdicts.insert(question, is_valid);
            is_valid
        });
        self.report = report;
        is_valid || (self.report.is_some() && self.evaluate_again(schema, at, None))
    }

    fn evaluate_again(&mut self, schema: &'static Schema, at: &At<'_>, record: Record<'_>) -> bool {
        if schema.has_unevaluated() && matches!(at.place.view, View::Array(_) | View::Object(_)) {
            return self.evaluate_recording(schema, at, record);
        }
        self.evaluate_keywords(schema, at, record)
    }

    /// A schema that asks what was evaluated sees its own subschemas alone (Core §11.2, §11.3).
    fn evaluate_recording(&mut self, schema: &'static Schema, at: &At<'_>, record: Record<'_>) -> bool {
        let mut own = Evaluated::default();
        let is_valid = self.evaluate_keywords(schema, at, Some(&mut own));
        if let Some(record) = record {
            record.merge(&own);
        }
        is_valid
    }

    fn evaluate_keywords(&mut self, schema: &'static Schema, at: &At<'_>, mut record: Record<'_>) -> bool {
        let mut is_valid = true;
        for keyword in schema.keywords {
            is_valid &= self.evaluate_keyword(schema, keyword, at, record.as_deref_mut());
            if !is_valid && self.report.is_none() {
                return false;
            }
        }
        is_valid
    }

    fn evaluate_keyword(
        &mut self,
        schema: &'static Schema,
        keyword: &'static Keyword,
        at: &At<'_>,
        record: Record<'_>,
    ) -> bool {
        match keyword {
            Keyword::Items { prefix, rest } => self.items(prefix, *rest, at, record),
            Keyword::Contains { .. } => self.contains(schema, keyword, at, record),
            Keyword::UnevaluatedItems(rest) => self.unevaluated_items(rest, at, record),
            Keyword::Properties { .. } => self.properties(keyword, at, record),
            Keyword::PropertyNames(names) => self.property_names(schema, names, at),
            Keyword::DependentSchemas(schemas) => self.dependent_schemas(schemas, at, record),
            Keyword::UnevaluatedProperties(rest) => self.unevaluated_properties(rest, at, record),
            Keyword::AllOf(branches) => self.all_of(branches, at, record),
            Keyword::AnyOf(branches) => self.any_of(schema, branches, at, record),
            Keyword::OneOf(branches) => self.one_of(schema, branches, at, record),
            Keyword::Not(negated) => self.not(schema, negated, at),
            Keyword::If { .. } => self.if_(keyword, at, record),
            Keyword::Ref(target) => self.evaluate(target, &at.within(at.applicator), record),
            Keyword::DynamicRef { anchor, fallback } => self.dynamic_ref(anchor, fallback, at, record),
            _ => self.assert(schema, keyword, at),
        }
    }

    /// An assertion: a keyword without subschemas.
    fn assert(&mut self, schema: &'static Schema, keyword: &'static Keyword, at: &At<'_>) -> bool {
        match assertion::holds(keyword, at.place) {
            Ok(true) => true,
            Ok(false) => {
                self.report_assertion(schema, keyword, at);
                false
            }
            Err(TooDeep) => self.exceed(at),
        }
    }

    /// Evaluates without reporting, for schemas that may fail in a valid instance; records only success.
    fn evaluate_tentatively(&mut self, schema: &'static Schema, at: &At<'_>, record: Record<'_>) -> bool {
        let report = self.report.take();
        let is_valid = match record {
            None => self.evaluate(schema, at, None),
            Some(record) => {
                let mut own = Evaluated::default();
                let is_valid = self.evaluate(schema, at, Some(&mut own));
                if is_valid {
                    record.merge(&own);
                }
                is_valid
            }
        };
        self.report = report;
        is_valid
    }

    /// What a schema would report at a place; nothing if too much is being collected already.
    fn collect(&mut self, schema: &'static Schema, at: &At<'_>) -> Vec<Violation> {
        if self.n_collections >= COLLECTIONS_LIMIT {
            return Vec::new();
        }
        let report = self.report.replace(Vec::new());
        self.n_collections += 1;
        self.evaluate(schema, at, None);
        self.n_collections -= 1;
        std::mem::replace(&mut self.report, report).unwrap_or_default()
    }

    fn is_exceeded(&mut self, at: &At<'_>) -> bool {
        if self.exceeded_at.is_none() && at.depth >= DEPTH_LIMIT {
            self.exceed(at);
        }
        self.exceeded_at.is_some()
    }

    /// Gives up: the answer lies too deep.
    #[cold]
    fn exceed(&mut self, at: &At<'_>) -> bool {
        self.exceeded_at.get_or_insert_with(|| at.place.pointer());
        false
    }
}

/// The schema at the end of a chain of bare references, which take no stack; `None` if the chain has no end.
fn followed(schema: &'static Schema) -> Option<&'static Schema> {
    let mut schema = schema;
    for _ in 0..DEPTH_LIMIT {
        match schema.keywords {
            [Keyword::Ref(target)] if std::ptr::eq(target.resource, schema.resource) => schema = target,
            _ => return Some(schema),
        }
    }
    None
}
