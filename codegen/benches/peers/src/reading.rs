//! Reading documents from bytes: (a) is the measure, (b) to (e) check more, only (c) to (e) all that the schema says.

use std::error::Error;
use std::rc::Rc;

use jsonschema::Validator;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::cell::Cell;
use crate::documents::Documents;
use crate::{plain, typify};

const TASK: &str = "reading";

/// All ways with all documents.
pub fn cells(documents: &Documents) -> Result<Vec<Cell>, Box<dyn Error>> {
    let mut cells = Vec::new();
    macro_rules! subject {
        ($name:literal, $document:expr, $ty:ident) => {
            let document: &'static [u8] = $document;
            peers::<plain::$ty, typify::$ty>(&mut cells, $name, document, validator(stringify!($ty))?)?;
            ours::<contracts::$ty>(&mut cells, $name, document, |bytes| contracts::$ty::from_json(bytes).ok())?;
        };
    }
    subject!("Experience", documents.experience, Experience);
    subject!("Plan, tag first", documents.plan_tag_first, AdaptationPlan);
    subject!("Plan, tag last", documents.plan_tag_last, AdaptationPlan);
    subject!("SpecialistReport", documents.report, SpecialistReport);
    Ok(cells)
}

fn validator(definition: &str) -> Result<Rc<Validator>, Box<dyn Error>> {
    let mut schema: Value = serde_json::from_slice(include_bytes!("../../../../schemas/ml_schemas.json"))?;
    let root = schema.as_object_mut().ok_or("the schema is an object")?;
    root.retain(|keyword, _| matches!(keyword.as_str(), "$schema" | "$id" | "$defs"));
    root.insert("$ref".to_owned(), format!("#/$defs/{definition}").into());
    Ok(Rc::new(jsonschema::options().should_validate_formats(true).build(&schema)?))
}

fn peers<P: DeserializeOwned + 'static, T: DeserializeOwned + 'static>(
    cells: &mut Vec<Cell>,
    subject: &'static str,
    document: &'static [u8],
    validator: Rc<Validator>,
) -> Result<(), Box<dyn Error>> {
    serde_json::from_slice::<P>(document)?;
    serde_json::from_slice::<T>(document)?;
    validator.validate(&serde_json::from_slice(document)?).map_err(|error| error.to_string())?;
    let mut add = |cell| cells.push(cell);
    add(Cell::new(TASK, subject, "a plain derive, no checks", move || serde_json::from_slice::<P>(document)));
    add(Cell::new(TASK, subject, "b typify", move || serde_json::from_slice::<T>(document)));
    add(Cell::new(TASK, subject, "c Value + jsonschema + from_value", move || {
        let value: Value = serde_json::from_slice(document).ok()?;
        if validator.is_valid(&value) { serde_json::from_value::<P>(value).ok() } else { None }
    }));
    Ok(())
}

fn ours<T: DeserializeOwned + 'static>(
    cells: &mut Vec<Cell>,
    subject: &'static str,
    document: &'static [u8],
    from_json: fn(&[u8]) -> Option<T>,
) -> Result<(), Box<dyn Error>> {
    serde_json::from_slice::<T>(document)?;
    from_json(document).ok_or("from_json refuses an example")?;
    cells.push(Cell::new(TASK, subject, "d ours, serde_json::from_slice", move || serde_json::from_slice::<T>(document)));
    cells.push(Cell::new(TASK, subject, "e ours, from_json", move || from_json(document)));
    Ok(())
}
