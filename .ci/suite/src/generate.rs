//! The generator's work: the files of the type of each group, and how much of the schema the types say.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::thread;

use codegen::explain::{Tier, tier};
use codegen::{EmitOptions, Planned};

use crate::Result;
use crate::suite::Group;

/// The types of all groups.
pub struct Types {
    /// For each group, what became of it.
    pub groups: Vec<Outcome>,
    /// What was generated, once for all groups for which it is the same to the byte.
    pub modules: Vec<Module>,
}

/// What became of a group.
pub enum Outcome {
    /// Its types.
    Generated {
        /// Its place among the modules.
        module: usize,
        /// The farthest tier of its types.
        tier: Tier,
    },
    /// Why there is no type.
    Refused(String),
}

/// The files of one group without the support module.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Module {
    /// Their paths and texts.
    pub files: Vec<(String, String)>,
    /// The path to the type of the schema.
    pub root: String,
    /// Whether `serde_json` must hand on numbers exactly, which it only does when it is asked for.
    pub is_exact: bool,
}

/// A module, and the tier of its types.
struct Generated {
    module: Module,
    tier: Tier,
}

/// Generates the types of all groups.
///
/// # Errors
///
/// What the disk or the programs that it starts refuse.
pub fn generate(groups: &[Group], schemas: &Path) -> Result<Types> {
    let mut types = Types { groups: Vec::new(), modules: Vec::new() };
    let mut places = HashMap::new();
    for generated in all(groups, schemas)? {
        types.groups.push(match generated {
            Err(message) => Outcome::Refused(message),
            Ok(Generated { module, tier }) => {
                let place = *places.entry(module.clone()).or_insert(types.modules.len());
                if place == types.modules.len() {
                    types.modules.push(module);
                }
                Outcome::Generated { module: place, tier }
            }
        });
    }
    Ok(types)
}

/// What the generator makes of each group, on all processors.
fn all(groups: &[Group], schemas: &Path) -> Result<Vec<std::result::Result<Generated, String>>> {
    let processors = thread::available_parallelism()?.get();
    let each = groups.len().div_ceil(processors).max(1);
    thread::scope(|scope| {
        let chunks = groups.chunks(each).enumerate().map(|(chunk, groups)| {
            scope.spawn(move || {
                let numbered = groups.iter().enumerate();
                numbered
                    .map(|(place, group)| one(group, &schemas.join((chunk * each + place).to_string())))
                    .collect::<Vec<_>>()
            })
        });
        let started: Vec<_> = chunks.collect();
        let finished = started.into_iter().map(|chunk| chunk.join().map_err(|_| "the generator panicked"));
        Ok(finished.collect::<std::result::Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    })
}

fn one(group: &Group, folder: &Path) -> std::result::Result<Generated, String> {
    let path = folder.join("schema.json");
    fs::create_dir_all(folder).and_then(|()| fs::write(&path, &group.schema)).map_err(|error| error.to_string())?;
    let planned = codegen::plan(&[path], &group.options).map_err(|diagnostics| diagnostics.to_string())?;
    let files = codegen::emit(&planned, &EmitOptions::default()).map_err(|diagnostics| diagnostics.to_string())?;
    let files = files.iter().map(|(path, text)| (path.to_owned(), text.to_owned()));
    let files = files.filter(|(path, _)| !path.starts_with("support/")).collect();
    let root = root(&planned).ok_or("no type for the root")?;
    let tiers = planned.plan.types.iter().map(|ty| tier(&planned.plan, ty));
    Ok(Generated {
        module: Module { files, root, is_exact: !group.is_required },
        tier: tiers.max().unwrap_or(Tier::Typed),
    })
}

/// The path to the type of the document's root.
fn root(planned: &Planned) -> Option<String> {
    let document = planned.plan.graph.documents.iter().find(|document| document.is_requested)?;
    let ty = planned.plan.types.iter().find(|ty| Some(ty.schema) == document.root)?;
    let module = planned.plan.modules.get(ty.module)?;
    Some(format!("{}::{}", module.name, ty.name))
}
