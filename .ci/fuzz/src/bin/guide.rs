//! Writes the crate in which libFuzzer looks for documents that a type and its schema judge differently: the types of
//! random schemas and of the contracts, and a first corpus.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::dialect::Draft;
use fuzz::subject::Subject;
use fuzz::{draw, subject};
use suite::Result;
use suite::generate::{self, Outcome, Types};
use suite::part::{self, Template};
use suite::suite::{Group, files};

/// How many random schemas there are: more of them mean more code that is reached, and a longer compilation.
const SCHEMAS: usize = 40;

/// The repository.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let work = PathBuf::from(arguments.next().ok_or("usage: guide WORK-FOLDER [SEED]")?);
    let seed = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    let mut groups = vec![contracts()?];
    groups.extend(draw::groups(seed, SCHEMAS).groups);
    let types = generate::generate(&groups, &work.join("schemas"))?;
    let manifest = include_str!("../../guided/types.toml.in").replace("FUZZ", env!("CARGO_MANIFEST_DIR"));
    let template = Template {
        manifest: &manifest,
        sources: &[
            ("main.rs", include_str!("../../guided/types.rs")),
            ("subjects.json", &serde_json::to_string(&subjects(&groups, &types)?)?),
            ("verdict.rs", include_str!("../../guided/verdict.rs")),
        ],
        lock: include_str!("../../Cargo.lock"),
    };
    match part::write(&types, &work.join("parts"), &template)?.len() {
        1 => seed_corpus(&work.join("corpus")),
        _ => Err("the types do not fit into one crate".into()),
    }
}

/// The contracts, whose document accepts a document of any of them.
fn contracts() -> Result<Group> {
    let text = fs::read_to_string(Path::new(ROOT).join("schemas/ml_schemas.json"))?;
    Ok(draw::group(Draft::Draft202012, &serde_json::from_str(&text)?, Vec::new()))
}

/// The types that there are, each with its schema.
fn subjects(groups: &[Group], types: &Types) -> Result<Vec<Subject>> {
    let all = groups.iter().zip(&types.groups);
    all.map(|(group, outcome)| match outcome {
        Outcome::Generated { module, .. } => Ok(subject(*module, group)?),
        Outcome::Refused(message) => Err(format!("no type: {message}\n{}", group.schema).into()),
    })
    .collect()
}

fn subject(module: usize, group: &Group) -> serde_json::Result<Subject> {
    let dialect = group.draft.uri().to_owned();
    Ok(Subject { module, dialect, schema: serde_json::from_str(&group.schema)? })
}

/// The examples of the contracts, as bytes that decide for them.
fn seed_corpus(corpus: &Path) -> Result<()> {
    fs::create_dir_all(corpus)?;
    for (index, file) in files(&Path::new(ROOT).join("examples/ml_schemas"))?.iter().enumerate() {
        fs::write(corpus.join(format!("example-{index}")), subject::bytes(0, &fs::read_to_string(file)?)?)?;
    }
    Ok(())
}
