//! Reads the earlier version: out of a folder, or out of git.

use std::path::{Path, PathBuf};
use std::process::Command;

use codegen::load::Text;
use codegen::{Options, Planned};

use crate::cli::disk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::format::Format;

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
    let mut arguments = vec!["ls-tree", "-r", "-z", "--name-only", revision, "--"];
    let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    arguments.extend(paths.iter().map(String::as_str));
    let listed = git(&arguments, revision)?;
    let names = listed.split('\0').filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "json"));
    let texts: Vec<Text> = names.map(|path| text(revision, path)).collect::<Result<_, _>>()?;
    if texts.is_empty() {
        let message = format!("`{revision}` has no schemas in {}", paths.join(", "));
        return Err(Failure::usage("no-schemas", message, "name a revision that has them, or a folder"));
    }
    Ok(texts)
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
