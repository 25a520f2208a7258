//! Writes the table of tests: some for each generated type and one for each example file.
//!
//! `tests/contracts.rs` includes it, so that a new type or example is tested without anyone registering it. Files that
//! no type claims are listed as well, for a test that fails and says why.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::plan::{Module, Plan, Shape};
use codegen::schema::SchemaId;
use codegen::{EmitOptions, Options};

fn main() {
    for path in ["build.rs", "schemas", "examples", FINDINGS, DERIVED] {
        println!("cargo::rerun-if-changed={path}");
    }
    if let Err(message) =
        write_tests().and_then(|()| write_types(FINDINGS, "findings")).and_then(|()| write_types(DERIVED, "derived"))
    {
        message.lines().for_each(|line| println!("cargo::error={line}"));
    }
}

/// The schema of what `codegen` prints for programs.
const FINDINGS: &str = "codegen/schemas/findings.json";

/// A schema whose types are those of schemas that stand nowhere.
const DERIVED: &str = "codegen/tests/golden/derived/schema.json";

/// Writes the types of a schema, which the test of that name reads documents with.
fn write_types(schema: &str, name: &str) -> Result<(), String> {
    let files = codegen::generate(&[PathBuf::from(schema)], &Options::default(), &EmitOptions::default());
    let folder = std::env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?;
    let files = files.map_err(|errors| errors.to_string())?;
    let written = codegen::write::write(&files, &Path::new(&folder).join(name));
    written.map(drop).map_err(|errors| errors.to_string())
}

fn write_tests() -> Result<(), String> {
    let schemas = [PathBuf::from("schemas")];
    let planned = codegen::plan(&schemas, &Options::default()).map_err(|errors| errors.to_string())?;
    let files = claimed(&planned.plan)?;
    let mut table = Tests::default();
    add_types(&mut table, &planned.plan);
    for file in &files {
        add_example(&mut table, file);
    }
    write("tests.rs", &format!("{}\n{table}", strays(&files)))?;
    write("subjects.rs", &subjects(&planned.plan))?;
    write("examples.rs", &valid_examples(&files))
}

fn write(name: &str, text: &str) -> Result<(), String> {
    let out = std::env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?;
    let path = Path::new(&out).join(name);
    fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
}

fn add_types(table: &mut Tests, plan: &Plan) {
    for module in &plan.modules {
        for ty in module.types.iter().filter_map(|id| plan.get(*id)) {
            let path = format!("contracts::{}::{}", module.name, ty.name);
            let agrees = if matches!(ty.shape, Shape::Struct(_)) { "struct_agrees" } else { "type_agrees" };
            table.add(&["types", &module.name], &ty.name, |test| format!("{agrees}!({test}, {path});"));
        }
    }
}

/// The types by their paths, each with how its subject is made, as a constant.
fn subjects(plan: &Plan) -> String {
    let mut subjects = String::new();
    for module in &plan.modules {
        for ty in module.types.iter().filter_map(|id| plan.get(*id)) {
            let path = format!("{}::{}", module.name, ty.name);
            // A `String` takes all that is written to it.
            let _ = writeln!(subjects, "    ({path:?}, || Subject::of::<contracts::{path}>({path:?})),");
        }
    }
    format!("const SUBJECTS: &[(&str, Make)] = &[\n{subjects}];\n")
}

fn add_example(table: &mut Tests, (file, claim): &(String, Claim)) {
    if let Claim::Example { is_valid, module, name, case } = claim {
        let (kind, check) =
            if *is_valid { ("examples", "example_is_accepted") } else { ("invalid_examples", "example_is_refused") };
        let within = [kind, module, &test_name(name)];
        table.add(&within, case, |test| format!("{check}!({test}, contracts::{module}::{name}, {file:?});"));
    }
}

/// The valid examples with their types, as a constant.
fn valid_examples(files: &[(String, Claim)]) -> String {
    let examples = files.iter().filter_map(|(file, claim)| match claim {
        Claim::Example { is_valid: true, module, name, .. } => Some(format!("    ({file:?}, \"{module}::{name}\"),\n")),
        _ => None,
    });
    format!("const EXAMPLES: &[(&str, &str)] = &[\n{}];\n", examples.collect::<String>())
}

/// The files that no type claims and why, as a constant.
fn strays(files: &[(String, Claim)]) -> String {
    let strays = files.iter().filter_map(|(file, claim)| match claim {
        Claim::Stray(why) => Some(format!("    {:?},\n", format!("{file}: {why}"))),
        _ => None,
    });
    format!("const STRAYS: &[&str] = &[\n{}];\n", strays.collect::<String>())
}

/// All files in `examples`, and what each is.
fn claimed(plan: &Plan) -> Result<Vec<(String, Claim)>, String> {
    let claimants = Claimants::of(plan);
    let claim = |path: PathBuf| {
        let file = path.to_str().ok_or_else(|| format!("{}: its name is not UTF-8", path.display()))?;
        let file = file.replace('\\', "/");
        let claim = claimants.claim(&file).unwrap_or_else(Claim::Stray);
        Ok((file, claim))
    };
    files(Path::new("examples"))?.into_iter().map(claim).collect()
}

/// All files in a folder and the folders in it, in the order of their paths.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut folders = vec![folder.to_path_buf()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        for entry in entries.map_err(|error| format!("{}: {error}", folder.display()))? {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

/// What a file in `examples` is.
enum Claim {
    /// The reason why the example beside it is invalid.
    Sidecar,
    /// An example of a type.
    Example { is_valid: bool, module: String, name: String, case: String },
    /// Nothing that is tested, and why.
    Stray(String),
}

/// The types that examples can be of: by module and by the name of their definition, or the title of the root.
struct Claimants {
    types: BTreeMap<(String, String), String>,
}

impl Claimants {
    fn of(plan: &Plan) -> Self {
        let mut types = BTreeMap::new();
        for module in &plan.modules {
            for (name, schema) in named_schemas(plan, module) {
                let of_schema = |id| plan.get(id).filter(|ty| ty.schema == schema);
                if let Some(ty) = module.types.iter().find_map(|id| of_schema(*id)) {
                    types.insert((module.name.clone(), name), ty.name.clone());
                }
            }
        }
        Self { types }
    }

    /// What a file is; the error says why it is nothing.
    fn claim(&self, file: &str) -> Result<Claim, String> {
        let stem = file.strip_suffix(".json").ok_or("it is no JSON file")?;
        if let Some(example) = stem.strip_suffix(".violation") {
            return sidecar(&format!("{example}.json"));
        }
        match stem.split('/').skip(1).collect::<Vec<_>>().as_slice() {
            [name] => self.at_the_top(name),
            ["invalid", module, definition, case] => {
                reason(&format!("{stem}.violation.json"))?;
                self.example(false, module, definition, case)
            }
            [module, definition, case] => self.example(true, module, definition, case),
            _ => Err("examples stand in examples/MODULE/TYPE or examples/invalid/MODULE/TYPE".to_owned()),
        }
    }

    /// An example at the top is named after its type alone, `adaptation_plan` after `AdaptationPlan`.
    fn at_the_top(&self, name: &str) -> Result<Claim, String> {
        let plain = name.replace('_', "");
        let mut named = self.types.keys().filter(|(_, definition)| definition.to_lowercase() == plain);
        match (named.next(), named.next()) {
            (Some((module, definition)), None) => self.example(true, module, definition, name),
            (None, _) => Err("no type has the name of this file".to_owned()),
            (Some(_), Some(_)) => Err("several types have the name of this file".to_owned()),
        }
    }

    fn example(&self, is_valid: bool, module: &str, definition: &str, case: &str) -> Result<Claim, String> {
        let name = self.types.get(&(module.to_owned(), definition.to_owned()));
        let name = name.ok_or_else(|| format!("schemas/{module}.json has no type {definition}"))?.clone();
        Ok(Claim::Example { is_valid, module: module.to_owned(), name, case: case.to_owned() })
    }
}

fn reason(sidecar: &str) -> Result<(), String> {
    if Path::new(sidecar).is_file() {
        return Ok(());
    }
    Err(format!("there is no {sidecar} to say what is invalid about it"))
}

fn sidecar(example: &str) -> Result<Claim, String> {
    if Path::new(example).is_file() {
        return Ok(Claim::Sidecar);
    }
    Err(format!("there is no {example} that it could be about"))
}

/// The subschemas of a document that have a name: its definitions, and its root by its title.
fn named_schemas(plan: &Plan, module: &Module) -> Vec<(String, SchemaId)> {
    let Some(document) = plan.graph.documents.get(module.document) else { return Vec::new() };
    let title = |root| plan.graph.get(root).annotations.title.clone();
    let root = document.root.and_then(|root| Some((title(root)?, root)));
    root.into_iter().chain(document.definitions.iter().cloned()).collect()
}

/// Tests in modules.
#[derive(Default)]
struct Tests {
    tests: BTreeMap<String, String>,
    modules: BTreeMap<String, Tests>,
}

impl Tests {
    /// Adds a test to the module that `within` leads to, under a name that is free there.
    fn add(&mut self, within: &[&str], name: &str, test: impl FnOnce(&str) -> String) {
        if let Some((module, rest)) = within.split_first() {
            return self.modules.entry((*module).to_owned()).or_default().add(rest, name, test);
        }
        let mut free = test_name(name);
        while self.tests.contains_key(&free) {
            free.push_str("_too");
        }
        let call = test(&free);
        self.tests.insert(free, call);
    }

    fn write(&self, text: &mut String, indent: usize) {
        let gap = " ".repeat(indent);
        for test in self.tests.values() {
            // A `String` takes all that is written to it.
            let _ = writeln!(text, "{gap}{test}");
        }
        for (name, module) in &self.modules {
            let _ = writeln!(text, "{gap}mod {name} {{");
            module.write(text, indent + 4);
            let _ = writeln!(text, "{gap}}}");
        }
    }
}

impl std::fmt::Display for Tests {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = String::new();
        self.write(&mut text, 0);
        formatter.write_str(&text)
    }
}

/// A name as an identifier in snake case: `MltSnapshot` and `mlt-snapshot` are `mlt_snapshot`.
///
/// One that is a word of the language, or begins as no identifier does, gets a prefix.
fn test_name(name: &str) -> String {
    let mut snake = String::new();
    let mut previous = '_';
    for character in name.chars() {
        if character.is_uppercase() && previous.is_alphanumeric() && !previous.is_uppercase() {
            snake.push('_');
        }
        let kept = if character.is_ascii_alphanumeric() { character.to_ascii_lowercase() } else { '_' };
        if kept != '_' || !snake.ends_with('_') {
            snake.push(kept);
        }
        previous = character;
    }
    let is_bare = !snake.starts_with(|first: char| first.is_ascii_alphabetic()) || is_word(&snake);
    if is_bare { format!("the_{snake}") } else { snake }
}

fn is_word(name: &str) -> bool {
    const WORDS: &str = " abstract as async await become box break const continue crate do dyn else enum extern false \
                         final fn for gen if impl in let loop macro match mod move mut override priv pub ref return \
                         self static struct super trait true try type typeof unsafe unsized use virtual where while \
                         yield ";
    WORDS.contains(&format!(" {name} "))
}
