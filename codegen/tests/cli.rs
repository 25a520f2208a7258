//! The command line as its users see it: each file in `tests/cli` is a session of commands and what they print.
//!
//! A line that begins with `-- ` is a remark, one that begins with `$ ` a command; what follows is its standard output,
//! its standard error behind `err: `, and its exit code if that is not 0. Each session runs in a fresh copy of
//! `tests/cli/fixtures`. `UPDATE_GOLDEN=1` rewrites the sessions.

#![cfg(test)]
#![cfg(feature = "cli")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

#[test]
fn checks_of_everything() {
    session("check");
}

#[test]
fn compatibility_of_versions() {
    session("compat");
}

#[test]
fn completions_for_each_shell() {
    session("completions");
}

#[test]
fn drift_of_databases() {
    session("db");
}

#[test]
fn explanations_of_types_and_folders() {
    session("explain");
}

#[test]
fn generation_of_files_and_checks_of_them() {
    session("generate");
}

#[test]
fn formatting_of_schemas() {
    session("fmt");
}

#[test]
fn hashes_of_documents() {
    session("hash");
}

#[test]
fn help_of_every_command() {
    session("help");
}

#[test]
fn lint_of_schemas_and_the_rules() {
    session("lint");
}

#[test]
fn mistakes_in_schemas_and_arguments() {
    session("mistakes");
}

#[test]
fn validation_of_documents() {
    session("validate");
}

/// Runs the commands of a session and compares what they print.
fn session(name: &str) {
    let golden = here().join(format!("{name}.txt"));
    let expected = fs::read_to_string(&golden).unwrap();
    let folder = fresh_copy(name);
    let commands = expected.lines().filter(|line| line.starts_with("$ ") || line.starts_with("-- "));
    let actual: Vec<String> =
        commands.map(|line| if line.starts_with("-- ") { format!("{line}\n") } else { run(line, &folder) }).collect();
    let actual = actual.join("\n");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&golden, actual).unwrap();
    } else {
        assert!(actual == expected, "tests/cli/{name}.txt is out of date; UPDATE_GOLDEN=1 rewrites it\n{actual}");
    }
}

/// Runs one command line, and writes down what came of it.
fn run(line: &str, folder: &Path) -> String {
    let (line, input) = line.split_once(" < ").map_or((line, None), |(line, input)| (line, Some(input)));
    let mut words = line.trim_start_matches("$ ").split_whitespace().map(|word| word.trim_matches('\''));
    let program = words.next().unwrap();
    let mut command =
        if program == "codegen" { Command::new(env!("CARGO_BIN_EXE_codegen")) } else { Command::new(program) };
    command
        .args(words)
        .current_dir(folder)
        .env_remove("COLUMNS")
        .env_remove("DATABASE_URL")
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE");
    let output = feed(command, input.map(|input| fs::read(folder.join(input)).unwrap()));
    let input = input.map_or_else(String::new, |input| format!(" < {input}"));
    format!("{line}{input}\n{}", transcript(&output))
}

fn feed(mut command: Command, input: Option<Vec<u8>>) -> Output {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(&input.unwrap_or_default()).unwrap();
    child.wait_with_output().unwrap()
}

fn transcript(output: &Output) -> String {
    let mut transcript = String::new();
    for line in String::from_utf8(output.stdout.clone()).unwrap().lines() {
        transcript.push_str(&without_large_counts(line.trim_end()));
        transcript.push('\n');
    }
    for line in String::from_utf8(output.stderr.clone()).unwrap().lines() {
        transcript.push_str(without_large_counts(&format!("err: {line}")).trim_end());
        transcript.push('\n');
    }
    match output.status.code() {
        Some(0) => transcript,
        code => format!("{transcript}exit code: {}\n", code.unwrap_or(-1)),
    }
}

/// How many files the support module has is no business of the command line.
fn without_large_counts(line: &str) -> String {
    let is_large = |word: &&str| word.len() > 1 && word.chars().all(|character| character.is_ascii_digit());
    if !line.contains(" files") {
        return line.to_owned();
    }
    line.split(' ').map(|word| if is_large(&word) { "many" } else { word }).collect::<Vec<_>>().join(" ")
}

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli")
}

/// A folder of the session's own with the files that commands speak of.
fn fresh_copy(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    let mut pending = vec![(here().join("fixtures"), folder.clone())];
    while let Some((from, to)) = pending.pop() {
        fs::create_dir_all(&to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
            let target = to.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                pending.push((entry.path(), target));
            } else {
                fs::copy(entry.path(), target).unwrap();
            }
        }
    }
    folder
}
