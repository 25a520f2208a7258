//! The suite's files: groups of cases, each about one schema, with the options that its folder asks for.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::Options;
use codegen::dialect::{Dialect, Draft};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::Result;

/// A schema and the documents that it must accept or refuse.
pub struct Group {
    /// The draft whose rules apply.
    pub draft: Draft,
    /// The file below the draft's folder.
    pub file: String,
    /// What it is about.
    pub description: String,
    /// The schema as the file spells it.
    pub schema: String,
    /// What the group asks of the generator.
    pub options: Options,
    /// Whether all implementations must do as its cases say.
    pub is_required: bool,
    /// The documents.
    pub cases: Vec<Case>,
}

/// A document and what the specification says of it.
pub struct Case {
    /// What it is about.
    pub description: String,
    /// The document as the file spells it, so that `1.0` stays what it is.
    pub document: String,
    /// Whether the schema accepts the document.
    pub is_valid: bool,
}

#[derive(Deserialize)]
struct WrittenGroup {
    description: String,
    schema: Box<RawValue>,
    tests: Vec<WrittenCase>,
}

#[derive(Deserialize)]
struct WrittenCase {
    description: String,
    data: Box<RawValue>,
    valid: bool,
}

/// Reads the groups whose draft and file begin with `filter`.
///
/// # Errors
///
/// What the disk or the programs that it starts refuse.
pub fn read(suite: &Path, filter: &str) -> Result<Vec<Group>> {
    let mut groups = Vec::new();
    for draft in Draft::ALL.into_iter().rev() {
        let folder = suite.join("tests").join(folder(draft));
        for path in files(&folder)? {
            let file = path.strip_prefix(&folder)?.to_string_lossy().replace('\\', "/");
            if format!("{}/{file}", draft.name()).starts_with(filter) {
                let text = fs::read_to_string(&path)?;
                let written: Vec<WrittenGroup> = serde_json::from_str(&text)?;
                let options = options(draft, &file, &suite.join("remotes"));
                groups.extend(written.into_iter().map(|group| Group::of(draft, &file, options.clone(), group)));
            }
        }
    }
    Ok(groups)
}

impl Group {
    fn of(draft: Draft, file: &str, options: Options, written: WrittenGroup) -> Self {
        let case = |case: WrittenCase| Case {
            description: case.description,
            document: case.data.get().to_owned(),
            is_valid: case.valid,
        };
        Self {
            draft,
            file: file.to_owned(),
            description: written.description,
            schema: written.schema.get().to_owned(),
            options,
            is_required: !file.starts_with("optional/"),
            cases: written.tests.into_iter().map(case).collect(),
        }
    }

    /// Where a person finds it.
    #[must_use]
    pub fn place(&self) -> String {
        format!("{}/{}: {}", self.draft.name(), self.file, self.description)
    }
}

/// What a file asks of the generator: all that is optional in a draft is an option.
fn options(draft: Draft, file: &str, remotes: &Path) -> Options {
    Options::default()
        .default_dialect(Dialect::of(draft))
        .format_assertion(file.starts_with("optional/format/"))
        .content_assertion(file == "optional/content.json")
        .resolve("http://localhost:1234", remotes)
        .root_name("Root")
}

/// What the suite calls the folder of a draft.
fn folder(draft: Draft) -> &'static str {
    match draft {
        Draft::Draft4 => "draft4",
        Draft::Draft6 => "draft6",
        Draft::Draft7 => "draft7",
        Draft::Draft201909 => "draft2019-09",
        Draft::Draft202012 => "draft2020-12",
    }
}

/// All files below `folder`, sorted.
///
/// # Errors
///
/// What the disk refuses.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut waiting, mut files) = (vec![folder.to_owned()], Vec::new());
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = path.read_dir()?.collect::<std::io::Result<Vec<_>>>()?;
            waiting.extend(entries.into_iter().map(|entry| entry.path()));
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
