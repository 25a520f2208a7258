//! `codegen check` on the repository: nothing is found, and each part finds what is broken on purpose.

#![cfg(test)]
#![cfg(feature = "cli")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A copy of what is checked, for one test.
fn copy(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check").join(name);
    let _ = fs::remove_dir_all(&folder);
    let mut pending = ["schemas", "examples"].map(|part| (root().join(part), folder.join(part))).to_vec();
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
    fs::copy(root().join("CHANGELOG.md"), folder.join("CHANGELOG.md")).unwrap();
    folder
}

/// Replaces something in a file of a copy.
fn replace(folder: &Path, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.join(file)).unwrap();
    assert!(text.contains(from), "{file}: {from}");
    fs::write(folder.join(file), text.replacen(from, to, 1)).unwrap();
}

/// What the command says, and whether it is content.
fn check(folder: &Path) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
    let schemas = root().join("schemas");
    let output = command.args(["check", "--against"]).arg(schemas).current_dir(folder).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), said)
}

#[test]
fn the_repository_is_as_it_should_be() {
    let (is_fine, said) = check(&copy("fine"));
    assert!(is_fine, "{said}");
    let missing: Vec<&str> = said.lines().filter(|line| line.ends_with("not there")).collect();
    assert_eq!(missing, ["generated code  not there"], "{said}");
}

#[test]
fn each_part_finds_what_is_broken() {
    let schemas = "schemas/ml_schemas.json";
    let edits = [
        ("schemas", schemas, "#/$defs/InsightType", "#/$defs/InsightTyp", "dangling-ref"),
        ("layout", schemas, "  \"$schema\"", " \"$schema\"", "not-formatted"),
        ("examples", "examples/insight.json", "\"confidence\": 0", "\"confidence\": 7", "wrong-example"),
        ("database", "schemas/ml_database_schema.sql", "'ops')", "'dev')", "sql-parity"),
        ("compatibility", schemas, "\"silhouette\"", "\"outline\"", "version-too-low"),
    ];
    for (part, file, from, to, rule) in edits {
        let folder = copy(part);
        replace(&folder, file, from, to);
        let (is_fine, said) = check(&folder);
        assert!(!is_fine && said.contains(&format!("[{rule}]")), "{part}: {said}");
    }
}

#[test]
fn lint_and_generated_code_are_parts() {
    let folder = copy("lint");
    replace(&folder, "schemas/ml_schemas.json", "\"minimum\": 0", "\"minimun\": 0");
    fs::create_dir_all(folder.join("models")).unwrap();
    let (is_fine, said) = check(&folder);
    assert!(!is_fine && said.contains("[outdated-code]"), "{said}");
    assert!(!said.lines().any(|line| line.starts_with("lint") && line.ends_with("fine")), "{said}");
}
