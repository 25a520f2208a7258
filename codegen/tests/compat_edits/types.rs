//! The generated types of all versions in one crate, which is compiled once and judges all documents.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use codegen::load::Text;
use codegen::{EmitOptions, Layout, Options, Planned};
use serde_json::Value;

use crate::contracts::Contracts;

/// Documents for types to judge.
#[derive(Default)]
pub(crate) struct Types {
    /// Each version of a definition with all that it refers to, and the place in this list.
    schemas: BTreeMap<String, usize>,
    /// A schema, the definition in it, and the document.
    questions: Vec<(usize, String, String)>,
}

impl Types {
    /// Has the type of a definition judge a document.
    pub(crate) fn ask(&mut self, contracts: &Contracts, definition: &str, document: &Value) {
        let schema = contracts.extract(&BTreeSet::from([definition.to_owned()])).to_string();
        let next = self.schemas.len();
        let schema = *self.schemas.entry(schema).or_insert(next);
        self.questions.push((schema, definition.to_owned(), document.to_string()));
    }

    /// What the types say, in the order of the questions.
    pub(crate) fn answers(&self) -> Vec<bool> {
        let folder = self.write();
        let mut command = Command::new(env!("CARGO"));
        command.args(["run", "--offline", "--quiet"]).current_dir(&folder);
        command.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile-target"));
        let mut judges = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let documents: Vec<&str> = self.questions.iter().map(|(_, _, document)| document.as_str()).collect();
        judges.stdin.take().unwrap().write_all(&serde_json::to_vec(&documents).unwrap()).unwrap();
        let output = judges.wait_with_output().unwrap();
        assert!(output.status.success());
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Writes the crate: the types, and a program with one reader for each question.
    fn write(&self) -> PathBuf {
        let planned = self.planned();
        let layout = Layout::Crate { name: "versions".to_owned() };
        let files = codegen::emit(&planned, &EmitOptions { layout, jiff: false }).unwrap();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("versions");
        let _ = fs::remove_dir_all(&folder);
        for (path, text) in files.iter() {
            fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
            let is_manifest = path == "Cargo.toml";
            fs::write(folder.join(path), if is_manifest { format!("{text}\n[workspace]\n") } else { text.to_owned() })
                .unwrap();
        }
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        let readers = self.questions.iter().map(|(schema, definition, _)| reader(&planned, *schema, definition));
        let program = PROGRAM.replace("READERS", &readers.collect::<Vec<_>>().join(", "));
        fs::write(folder.join("src/main.rs"), program).unwrap();
        folder
    }

    fn planned(&self) -> Planned {
        let text = |(text, place): (&String, &usize)| {
            let name = format!("{}.json", module(*place));
            Text { name: name.clone(), path: name, text: text.clone() }
        };
        let texts: Vec<Text> = self.schemas.iter().map(text).collect();
        codegen::plan_texts(&texts, &Options::default()).unwrap()
    }
}

const PROGRAM: &str = "\
//! Judges each document on standard input by the reader at its place.

fn accepts<T: versions::support::Contract>(text: &str) -> bool {
    T::from_json(text).is_ok_and(|value| value.validate().is_ok())
}

fn main() {
    let readers: Vec<fn(&str) -> bool> = vec![READERS];
    let documents: Vec<String> = serde_json::from_reader(std::io::stdin()).unwrap();
    let answers: Vec<bool> = readers.iter().zip(&documents).map(|(reader, document)| reader(document)).collect();
    println!(\"{}\", serde_json::to_string(&answers).unwrap());
}
";

fn module(schema: usize) -> String {
    format!("version_{schema}")
}

/// The reader of the type that a definition has become.
fn reader(planned: &Planned, schema: usize, definition: &str) -> String {
    let (module, pointer) = (module(schema), format!("/$defs/{definition}"));
    let plan = &planned.plan;
    let is_it = |ty: &&codegen::plan::Type| {
        plan.modules[ty.module].name == module && plan.graph.get(ty.schema).location.pointer == pointer
    };
    let ty = plan.types.iter().find(is_it).unwrap_or_else(|| panic!("no type of {definition}"));
    format!("accepts::<versions::{module}::{}>", ty.name)
}
