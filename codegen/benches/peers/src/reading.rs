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
            peers::<plain::$ty, typify::$ty>(&mut cells, (TASK, $name), document)?;
            judged::<plain::$ty>(&mut cells, (TASK, $name), document, validator(stringify!($ty))?)?;
            ours::<contracts::$ty>(&mut cells, (TASK, $name), document, |bytes| contracts::$ty::from_json(bytes).ok())?;
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

/// What others make of the document.
pub fn peers<P: DeserializeOwned + 'static, T: DeserializeOwned + 'static>(
    cells: &mut Vec<Cell>,
    (task, subject): (&'static str, &'static str),
    document: &'static [u8],
) -> Result<(), Box<dyn Error>> {
    serde_json::from_slice::<P>(document)?;
    serde_json::from_slice::<T>(document)?;
    let mut add = |cell| cells.push(cell);
    add(Cell::new(task, subject, "a plain derive, no checks", move || serde_json::from_slice::<P>(document)));
    add(Cell::new(task, subject, "b typify", move || serde_json::from_slice::<T>(document)));
    Ok(())
}

/// Reading it after judging it.
fn judged<P: DeserializeOwned + 'static>(
    cells: &mut Vec<Cell>,
    (task, subject): (&'static str, &'static str),
    document: &'static [u8],
    validator: Rc<Validator>,
) -> Result<(), Box<dyn Error>> {
    validator.validate(&serde_json::from_slice(document)?).map_err(|error| error.to_string())?;
    cells.push(Cell::new(task, subject, "c Value + jsonschema + from_value", move || {
        let value: Value = serde_json::from_slice(document).ok()?;
        if validator.is_valid(&value) { serde_json::from_value::<P>(value).ok() } else { None }
    }));
    Ok(())
}

/// What the generated types make of it.
pub fn ours<T: DeserializeOwned + 'static>(
    cells: &mut Vec<Cell>,
    (task, subject): (&'static str, &'static str),
    document: &'static [u8],
    from_json: fn(&[u8]) -> Option<T>,
) -> Result<(), Box<dyn Error>> {
    serde_json::from_slice::<T>(document)?;
    from_json(document).ok_or("from_json refuses an example")?;
    let mut add = |cell| cells.push(cell);
    add(Cell::new(task, subject, "d ours, serde_json::from_slice", move || serde_json::from_slice::<T>(document)));
    add(Cell::new(task, subject, "e ours, from_json", move || from_json(document)));
    Ok(())
}
