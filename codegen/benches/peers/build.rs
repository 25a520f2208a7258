//! Has typify write its types for the schemas as they are, but for the place of the definitions, and codegen its own for
//! those that only this benchmark has. The schema of a wide struct, and the struct with serde's derive, are made here.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use codegen::{EmitOptions, Options};
use quote::{format_ident, quote};
use schemars::schema::RootSchema;
use serde_json::{Map, Value, json};
use typify::{TypeSpace, TypeSpaceSettings};

const CONTRACTS: &str = "../../../schemas/ml_schemas.json";
const SHAPES: &str = "shapes.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={CONTRACTS}");
    println!("cargo::rerun-if-changed={SHAPES}");
    let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let wide = folder.join("wide.json");
    fs::write(&wide, wide_schema().to_string())?;
    fs::write(folder.join("plain_wide.rs"), plain_wide()?)?;
    fs::write(folder.join("typify.rs"), typify(Path::new(CONTRACTS))?)?;
    fs::write(folder.join("typify_shapes.rs"), typify(Path::new(SHAPES))?)?;
    fs::write(folder.join("typify_wide.rs"), typify(&wide)?)?;
    generate(&[SHAPES.into(), wide], &folder.join("shapes"))
}

/// How many members the wide struct has: of three types in turn, the first of each three required.
const WIDTH: usize = 200;

fn wide_schema() -> Value {
    let types = ["string", "number", "boolean"].into_iter().cycle();
    let members: Map<String, Value> =
        types.zip(0..WIDTH).map(|(ty, index)| (format!("member_{index}"), json!({ "type": ty }))).collect();
    let required: Vec<String> = (0..WIDTH).step_by(3).map(|index| format!("member_{index}")).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Wide",
        "type": "object",
        "properties": members,
        "required": required,
    })
}

/// The wide struct as one writes it by hand.
fn plain_wide() -> Result<String, syn::Error> {
    let members = (0..WIDTH).map(|index| {
        let (name, types) =
            (format_ident!("member_{index}"), [quote!(String), quote!(Option<f64>), quote!(Option<bool>)]);
        let ty = &types[index % types.len()];
        quote! { pub #name: #ty, }
    });
    let plain = quote! {
        #[derive(serde::Deserialize)]
        pub struct Wide { #(#members)* }
    };
    Ok(prettyplease::unparse(&syn::parse2(plain)?))
}

fn generate(schemas: &[PathBuf], folder: &Path) -> Result<(), Box<dyn Error>> {
    let files = codegen::generate(schemas, &Options::default(), &EmitOptions::default());
    let files = files.map_err(|diagnostics| diagnostics.to_string())?;
    codegen::write::write(&files, folder).map_err(|diagnostics| diagnostics.to_string())?;
    Ok(())
}

/// What typify writes for a document.
fn typify(path: &Path) -> Result<String, Box<dyn Error>> {
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
