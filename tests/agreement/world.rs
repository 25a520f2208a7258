//! A folder of schemas, planned, with the judge of what is valid against them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use codegen::Options;
use codegen::judge::Judge;
use codegen::plan::{Plan, Type};
use codegen::schema::{Graph, SchemaId};
use jsonschema::Validator;
use serde_json::{Value, json};

/// The repository, which the tests find wherever they are started.
pub(crate) const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");

/// Some schemas, and validators for their subschemas.
pub(crate) struct World {
    plan: Plan,
    judge: Judge,
    validators: Mutex<BTreeMap<String, Arc<Validator>>>,
}

impl World {
    /// The repository's own schemas, planned once for all tests.
    pub(crate) fn own() -> Result<&'static Self, String> {
        static OWN: OnceLock<Result<World, String>> = OnceLock::new();
        OWN.get_or_init(|| Self::load(&Path::new(REPOSITORY).join("schemas"))).as_ref().map_err(Clone::clone)
    }

    /// The schemas of a folder.
    pub(crate) fn load(schemas: &Path) -> Result<Self, String> {
        let planned =
            codegen::plan(&[schemas.to_path_buf()], &Options::default()).map_err(|errors| errors.to_string())?;
        let judge = Judge::new(&planned.sources, &Options::default())?;
        Ok(Self { plan: planned.plan, judge, validators: Mutex::default() })
    }

    /// All subschemas.
    pub(crate) fn graph(&self) -> &Graph {
        &self.plan.graph
    }

    /// The planned type of a path such as `ml_schemas::Candidate`.
    pub(crate) fn planned(&self, path: &str) -> Option<&Type> {
        let (module, name) = path.split_once("::")?;
        let is_named =
            |ty: &&Type| ty.name == name && self.plan.modules.get(ty.module).is_some_and(|other| other.name == module);
        self.plan.types.iter().find(is_named)
    }

    /// The validator for a subschema.
    pub(crate) fn validator(&self, id: SchemaId) -> Result<Arc<Validator>, String> {
        self.cached(&self.graph().get(id).uri, || self.judge.validator_of(self.graph(), id))
    }

    /// Whether the judge accepts a text by one keyword alone.
    pub(crate) fn keyword_accepts(&self, keyword: &str, value: &Value, text: &str) -> bool {
        let schema = json!({ keyword: value });
        let build = || jsonschema::options().should_validate_formats(true).build(&schema);
        let validator = self.cached(&schema.to_string(), || build().map_err(|error| error.to_string()));
        validator.is_ok_and(|validator| validator.is_valid(&Value::from(text)))
    }

    fn cached(&self, key: &str, build: impl FnOnce() -> Result<Validator, String>) -> Result<Arc<Validator>, String> {
        let mut validators = self.validators.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(validator) = validators.get(key) {
            return Ok(Arc::clone(validator));
        }
        let validator = Arc::new(build()?);
        validators.insert(key.to_owned(), Arc::clone(&validator));
        Ok(validator)
    }
}
