//! Has typify write its types for the schemas as they are, but for the place of the definitions.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use schemars::schema::RootSchema;
use serde_json::Value;
use typify::{TypeSpace, TypeSpaceSettings};

const SCHEMAS: &str = "../../../schemas/ml_schemas.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SCHEMAS}");
    // typify knows `definitions` only, the keyword of draft 7.
    let text = fs::read_to_string(SCHEMAS)?.replace("$defs", "definitions");
    let mut schema: Value = serde_json::from_str(&text)?;
    remove_conditions(&mut schema);
    let schema: RootSchema = serde_json::from_value(schema)?;
    let mut space = TypeSpace::new(&TypeSpaceSettings::default());
    space.add_root_schema(schema)?;
    let code = prettyplease::unparse(&syn::parse2(space.to_stream())?);
    let folder = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    Ok(fs::write(Path::new(&folder).join("typify.rs"), code)?)
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
