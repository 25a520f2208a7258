//! Reads the earlier version: out of a folder, or out of git.

use std::path::{Path, PathBuf};
use std::process::Command;

use codegen::load::Text;
use codegen::{Options, Planned};

use crate::cli::disk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::format::Format;

/// An earlier version.
pub(crate) struct Baseline {
    /// What people call it.
    pub(crate) name: String,
    /// A revision that git knows, or a folder.
    pub(crate) revision: String,
}

impl Baseline {
    /// The version that somebody has named.
    pub(crate) fn named(name: &str) -> Self {
        Self { name: name.to_owned(), revision: name.to_owned() }
    }
}

/// The version that a change is made to, if nobody names one: the newest tag, else where `origin/main` was left.
pub(crate) fn usual(paths: &[PathBuf]) -> Option<Baseline> {
    let ask = |arguments: &[&str]| git(arguments, "").ok().map(|answer| answer.trim().to_owned());
    let tag = ask(&["describe", "--tags", "--abbrev=0"]).map(|tag| Baseline::named(&tag));
    let main =
        || Some(Baseline { name: "origin/main".to_owned(), revision: ask(&["merge-base", "HEAD", "origin/main"])? });
    let usual = tag.or_else(main)?;
    names(&usual.revision, paths).is_ok_and(|names| !names.is_empty()).then_some(usual)
}

/// Plans the schemas of an earlier version.
pub(crate) fn plan(against: &str, paths: &[PathBuf], options: &Options) -> Result<Planned, Failure> {
    let wrong = Failure::schemas(Format::Text, Exit::Trouble);
    let folder = Path::new(against);
    if disk::is_folder(against) {
        let inside = paths.iter().map(|path| folder.join(path));
        let inside: Vec<PathBuf> = inside.filter(|path| disk::exists(&path.to_string_lossy())).collect();
        let paths = if inside.is_empty() { vec![folder.to_owned()] } else { inside };
        return codegen::plan(&paths, options).map_err(wrong);
    }
    let texts = texts(against, paths)?;
    codegen::plan_texts(&texts, options).map_err(wrong)
}

/// The schemas of a revision.
fn texts(revision: &str, paths: &[PathBuf]) -> Result<Vec<Text>, Failure> {
    let texts: Vec<Text> = names(revision, paths)?.iter().map(|path| text(revision, path)).collect::<Result<_, _>>()?;
    if texts.is_empty() {
        let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        let message = format!("`{revision}` has no schemas in {}", paths.join(", "));
        return Err(Failure::usage("no-schemas", message, "name a revision that has them, or a folder"));
    }
    Ok(texts)
}

/// The paths of the schemas of a revision.
fn names(revision: &str, paths: &[PathBuf]) -> Result<Vec<String>, Failure> {
    let mut arguments = vec!["ls-tree", "-r", "-z", "--name-only", revision, "--"];
    let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    arguments.extend(paths.iter().map(String::as_str));
    let listed = git(&arguments, revision)?;
    let names = listed.split('\0').filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "json"));
    Ok(names.map(str::to_owned).collect())
}

fn text(revision: &str, path: &str) -> Result<Text, Failure> {
    let name = format!("{revision}:{path}");
    let text = git(&["show", &format!("{revision}:./{path}")], revision)?;
    Ok(Text { name, path: path.to_owned(), text })
}

/// What git answers.
fn git(arguments: &[&str], revision: &str) -> Result<String, Failure> {
    let unknown = || {
        let message = format!("`{revision}` is neither a folder nor a revision that git knows here");
        Failure::usage("unknown-baseline", message, "name a revision, a tag or a folder")
    };
    let output = Command::new("git").args(arguments).output().map_err(|_| unknown())?;
    if !output.status.success() {
        return Err(unknown());
    }
    String::from_utf8(output.stdout).map_err(|_| unknown())
}
