//! Looks for schemas on which the generator panics or does not end, that it refuses though they are valid, takes though
//! they are not, or makes different types of when it is asked twice.

#![no_main]

use codegen::dialect::Draft;
use codegen::load::Text;
use codegen::{EmitOptions, Files};
use fuzz::choices::Choices;
use fuzz::{draw, schema};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut choices = Choices::new(bytes);
    let draft = *choices.pick(&Draft::ALL);
    let is_text = choices.below(2) == 0;
    let text = if is_text {
        String::from_utf8_lossy(choices.rest()).into_owned()
    } else {
        schema::draw(&mut choices, draft).to_string()
    };
    let files = generate(draft, &text);
    assert!(is_text || files.is_some(), "{}: no type for {text}", draft.name());
    assert!(!is_text || files.is_none() || is_schema(draft, &text), "{}: a type for {text}", draft.name());
    assert!(files == generate(draft, &text), "{}: two outputs of {text}", draft.name());
});

/// The files of the type of a schema, unless the generator refuses it.
fn generate(draft: Draft, text: &str) -> Option<Files> {
    let text = Text { name: "schema.json".into(), path: "schema.json".into(), text: text.into() };
    let planned = codegen::plan_texts(std::slice::from_ref(&text), &draw::options(draft)).ok()?;
    let files = codegen::emit(&planned, &EmitOptions::default());
    assert!(files.is_ok(), "what is planned for {} cannot be written", text.text);
    files.ok()
}

/// Whether the metaschema of a draft accepts a document, as far as the document leaves the choice of it to us.
fn is_schema(draft: Draft, text: &str) -> bool {
    let Ok(schema) = serde_json::from_str::<serde_json::Value>(text) else { return false };
    let meta = match draft {
        Draft::Draft4 => jsonschema::draft4::meta::is_valid,
        Draft::Draft6 => jsonschema::draft6::meta::is_valid,
        Draft::Draft7 => jsonschema::draft7::meta::is_valid,
        Draft::Draft201909 => jsonschema::draft201909::meta::is_valid,
        Draft::Draft202012 => jsonschema::draft202012::meta::is_valid,
    };
    text.contains("$schema") || meta(&schema)
}
