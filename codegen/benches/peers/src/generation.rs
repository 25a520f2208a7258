//! Generating the types of the repository's schemas, beside typify alone.

use std::error::Error;
use std::path::PathBuf;

use codegen::{EmitOptions, Options};

use crate::cell::Cell;

const TASK: &str = "generating";
const SUBJECT: &str = "schemas/";
const SCHEMAS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../schemas");

/// typify alone, then emission and all.
pub fn cells() -> Result<Vec<Cell>, Box<dyn Error>> {
    let planned: &'static codegen::Planned = Box::leak(Box::new(plan().map_err(|found| found.to_string())?));
    Ok(vec![
        Cell::new(TASK, SUBJECT, "typify alone on the lowered input", move || codegen::typegen::typify_alone(&planned.plan)),
        Cell::new(TASK, SUBJECT, "load, resolve and lower", plan),
        Cell::new(TASK, SUBJECT, "typegen", move || codegen::typegen::typegen(&planned.plan)),
        Cell::new(TASK, SUBJECT, "typegen, harden and render", move || codegen::emit(planned, &EmitOptions::default())),
    ])
}

fn plan() -> Result<codegen::Planned, codegen::Diagnostics> {
    codegen::plan(&[PathBuf::from(SCHEMAS)], &Options::default())
}
