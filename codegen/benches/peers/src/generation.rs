//! Generating the types of the repository's schemas, beside typify alone.

use std::error::Error;
use std::path::PathBuf;

use codegen::load::Text;
use codegen::{Diagnostics, EmitOptions, Options, Planned};

use crate::cell::Cell;

const TASK: &str = "generating";
const GROWTH: &str = "generating more and more";
const TYPIFY: &str = "typify alone on the lowered input";
const ALL: &str = "everything, from documents to text";
const SUBJECT: &str = "schemas/";
const SCHEMAS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../schemas");

/// How many definitions the growing schemas have.
const GROWING: [(&str, usize); 3] = [("50 definitions", 50), ("100 definitions", 100), ("200 definitions", 200)];

/// typify alone, then the stages and all of them; and what becomes of both as a schema grows.
pub fn cells() -> Result<Vec<Cell>, Box<dyn Error>> {
    let planned: &'static Planned = Box::leak(Box::new(plan().map_err(|found| found.to_string())?));
    let mut cells = vec![
        Cell::new(TASK, SUBJECT, TYPIFY, move || codegen::typegen::typify_alone(&planned.plan)),
        Cell::new(TASK, SUBJECT, "load, resolve and lower", plan),
        Cell::new(TASK, SUBJECT, "typegen", move || codegen::typegen::typegen(&planned.plan)),
        Cell::new(TASK, SUBJECT, "typegen, harden and render", move || codegen::emit(planned, &EmitOptions::default())),
        Cell::new(TASK, SUBJECT, ALL, || plan().and_then(|planned| codegen::emit(&planned, &EmitOptions::default()))),
    ];
    for (subject, n_definitions) in GROWING {
        let texts = [Text { name: "many.json".into(), path: "many.json".into(), text: many(n_definitions) }];
        let planned = codegen::plan_texts(&texts, &Options::default()).map_err(|found| found.to_string())?;
        cells.push(Cell::new(GROWTH, subject, TYPIFY, move || codegen::typegen::typify_alone(&planned.plan)));
        cells.push(Cell::new(GROWTH, subject, ALL, move || {
            let planned = codegen::plan_texts(&texts, &Options::default());
            planned.and_then(|planned| codegen::emit(&planned, &EmitOptions::default()))
        }));
    }
    Ok(cells)
}

fn plan() -> Result<Planned, Diagnostics> {
    codegen::plan(&[PathBuf::from(SCHEMAS)], &Options::default())
}

/// A schema of so many definitions that refer to each other.
pub fn many(n_definitions: usize) -> String {
    let definition = |index: usize| {
        let (next, part) = ((index * 7 + 1) % n_definitions, index * 3 % n_definitions);
        format!(
            r##""Definition{index}": {{
                "description": "The thing with the number {index}.",
                "type": "object",
                "properties": {{
                    "id": {{"type": "string", "minLength": 1}},
                    "count": {{"type": "integer", "minimum": 0, "maximum": {index}}},
                    "mode": {{"enum": ["fast", "slow{index}"]}},
                    "next": {{"$ref": "#/$defs/Definition{next}"}},
                    "parts": {{"type": "array", "items": {{"$ref": "#/$defs/Definition{part}"}}}}
                }},
                "required": ["id"]
            }}"##
        )
    };
    let definitions: Vec<String> = (0..n_definitions).map(definition).collect();
    format!(r#"{{"$id": "https://example.org/many.json", "$defs": {{{}}}}}"#, definitions.join(","))
}
