//! Has typify write its types for the schemas as they are, but for the place of the definitions, and codegen its own for
//! those that only this benchmark has.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use codegen::{EmitOptions, Options};
use schemars::schema::RootSchema;
use serde_json::Value;
use typify::{TypeSpace, TypeSpaceSettings};

const CONTRACTS: &str = "../../../schemas/ml_schemas.json";
const SHAPES: &str = "shapes.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={CONTRACTS}");
    println!("cargo::rerun-if-changed={SHAPES}");
    let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    fs::write(folder.join("typify.rs"), typify(CONTRACTS)?)?;
    fs::write(folder.join("typify_shapes.rs"), typify(SHAPES)?)?;
    generate(&folder.join("shapes"))
}

fn generate(folder: &Path) -> Result<(), Box<dyn Error>> {
    let files = codegen::generate(&[PathBuf::from(SHAPES)], &Options::default(), &EmitOptions::default());
    let files = files.map_err(|diagnostics| diagnostics.to_string())?;
    codegen::write::write(&files, folder).map_err(|diagnostics| diagnostics.to_string())?;
    Ok(())
}

/// What typify writes for a document.
fn typify(path: &str) -> Result<String, Box<dyn Error>> {
    // typify knows `definitions` only, the keyword of draft 7.
    let text = fs::read_to_string(path)?.replace("$defs", "definitions");
    let mut schema: Value = serde_json::from_str(&text)?;
    remove_conditions(&mut schema);
    let schema: RootSchema = serde_json::from_value(schema)?;
    let mut space = TypeSpace::new(&TypeSpaceSettings::default());
    space.add_root_schema(schema)?;
    Ok(prettyplease::unparse(&syn::parse2(space.to_stream())?))
}

/// typify panics on `if`.
fn remove_conditions(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|keyword, value| keyword != "allOf" || !value.to_string().contains("\"if\":"));
            members.values_mut().for_each(remove_conditions);
        }
        Value::Array(items) => items.iter_mut().for_each(remove_conditions),
        _ => {}
    }
}
