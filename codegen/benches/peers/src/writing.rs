//! Writing what was read.

use std::error::Error;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cell::Cell;
use crate::documents::Documents;
use crate::plain;

const TASK: &str = "writing";

/// All ways with all documents.
pub fn cells(documents: &Documents) -> Result<Vec<Cell>, Box<dyn Error>> {
    let mut cells = Vec::new();
    macro_rules! subject {
        ($name:literal, $document:expr, $ty:ident) => {
            add::<plain::$ty>(&mut cells, $name, $document, "a plain derive, serde_json::to_string")?;
            add::<contracts::$ty>(&mut cells, $name, $document, "d ours, serde_json::to_string")?;
            let value = contracts::$ty::from_json($document)?;
            cells.push(Cell::new(TASK, $name, "e ours, to_json", move || value.to_json()));
        };
    }
    subject!("Experience", documents.experience, Experience);
    subject!("AdaptationPlan", documents.plan_tag_first, AdaptationPlan);
    subject!("SpecialistReport", documents.report, SpecialistReport);
    Ok(cells)
}

fn add<T: DeserializeOwned + Serialize + 'static>(
    cells: &mut Vec<Cell>,
    subject: &'static str,
    document: &'static [u8],
    way: &'static str,
) -> Result<(), Box<dyn Error>> {
    let value: T = serde_json::from_slice(document)?;
    cells.push(Cell::new(TASK, subject, way, move || serde_json::to_string(&value)));
    Ok(())
}
