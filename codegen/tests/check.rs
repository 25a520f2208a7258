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
    package(&folder);
    folder
}

/// In the place of the crate that `codegen.json` names, one that compiles faster.
fn package(folder: &Path) {
    let manifest = "[workspace]\n\n[package]\nname = \"contracts\"\nversion = \"1.0.0\"\nedition = \"2024\"\n";
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::create_dir(folder.join("src")).unwrap();
    fs::write(folder.join("src/lib.rs"), "pub fn answer() -> u8 {\n    42\n}\n").unwrap();
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
    command.args(["check", "--against"]).arg(root().join("schemas"));
    command.current_dir(folder).env("CARGO_TARGET_DIR", folder.join("target"));
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), said)
}

/// The line of the table about a part.
fn verdict(said: &str, part: &str) -> String {
    let line = said.lines().find_map(|line| line.strip_prefix(part)).unwrap_or_default();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_repository_is_as_it_should_be() {
    let (is_fine, said) = check(&copy("fine"));
    assert!(is_fine, "{said}");
    let parts = ["schemas", "layout", "lint", "api", "examples", "database", "compatibility", "generated code"];
    for part in parts {
        assert!(verdict(&said, part).starts_with("fine"), "{part}: {said}");
    }
}

/// The part, the file and what is replaced in it, the rule that finds it.
const EDITS: [[&str; 5]; 13] = [
    ["schemas", SCHEMAS, "#/$defs/InsightType", "#/$defs/InsightTyp", "dangling-ref"],
    ["schemas", API, "ml_schemas.json#/$defs/Insight\"", "ml_schemas.json#/$defs/Sight\"", "dangling-ref"],
    ["layout", SCHEMAS, "  \"$schema\"", " \"$schema\"", "not-formatted"],
    ["lint", SCHEMAS, "\"minimum\": 0", "\"minimun\": 0", "misspelt-keyword"],
    ["api", API, "\"operationId\": \"getHealth\"", "\"operationID\": \"getHealth\"", "invalid-description"],
    ["api", API, "\"status\": \"ok\"", "\"status\": \"good\"", "invalid-api-example"],
    ["api", API, "\"/plans/{id}/status\"", "\"/plans/{plan}/status\"", "undeclared-path-parameter"],
    ["examples", "examples/insight.json", "\"confidence\": 0", "\"confidence\": 7", "wrong-example"],
    ["examples", "examples/invalid/ml_schemas/Canary/fractional-step.json", "0.5", "1", "wrong-example"],
    ["database", "schemas/ml_database_schema.sql", "'ops')", "'dev')", "sql-parity"],
    ["database", FIRST_MIGRATION, "rationale       text", "reason text", "migration-drift"],
    ["compatibility", SCHEMAS, "\"silhouette\"", "\"outline\"", "version-too-low"],
    ["generated code", "src/lib.rs", "42", "\"42\"", "uncompilable-code"],
];

const SCHEMAS: &str = "schemas/ml_schemas.json";
const API: &str = "schemas/ml_api.json";
const FIRST_MIGRATION: &str = "schemas/migrations/0001_first_tables.sql";

#[test]
fn each_part_finds_what_is_broken() {
    for (place, [part, file, from, to, rule]) in EDITS.into_iter().enumerate() {
        let folder = copy(&format!("broken_{place}"));
        replace(&folder, file, from, to);
        let (is_fine, said) = check(&folder);
        assert!(!is_fine && said.contains(&format!("[{rule}]")), "{part}: {said}");
        assert!(verdict(&said, part).contains("finding"), "{part}: {said}");
    }
}

#[test]
fn code_that_is_out_of_date_is_found_and_so_is_a_package_that_is_not_there() {
    let folder = copy("outdated");
    fs::create_dir(folder.join("models")).unwrap();
    replace(&folder, "schemas/codegen.json", "\"contracts\"", "\"elsewhere\"");
    let (is_fine, said) = check(&folder);
    assert!(!is_fine && said.contains("[outdated-code]"), "{said}");
    assert!(said.contains("[uncompilable-code]: Cargo cannot check `elsewhere`"), "{said}");
}

#[test]
fn places_are_found_where_the_configuration_says_they_are() {
    let folder = copy("places");
    fs::rename(folder.join("examples"), folder.join("samples")).unwrap();
    fs::create_dir(folder.join("db")).unwrap();
    fs::rename(folder.join("schemas/ml_database_schema.sql"), folder.join("db/schema.sql")).unwrap();
    let missing = check(&folder).1;
    assert!(missing.contains("`schemas/ml_database_schema.sql` cannot be read"), "{missing}");
    replace(&folder, "schemas/codegen.json", "\"ml_database_schema.sql\"", "\"../db/schema.sql\"");
    replace(&folder, "schemas/codegen.json", "\"package\"", "\"examples\": \"../samples\", \"package\"");
    let (is_fine, said) = check(&folder);
    assert!(is_fine, "{said}");
    assert!(
        verdict(&said, "examples").contains("documents") && verdict(&said, "database").starts_with("fine"),
        "{said}"
    );
    replace(&folder, "db/schema.sql", "'ops')", "'dev')");
    assert!(check(&folder).1.contains(" db/schema.sql:"));
    replace(&folder, SCHEMAS, "\"governance_alignment\"", "\"governance\"");
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
    command.args(["compat", "--against"]).arg(root().join("schemas")).current_dir(&folder);
    let said = String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert!(said.contains("stored rows"), "{said}");
}

#[test]
fn the_earlier_version_is_the_newest_tag_or_where_main_was_left() {
    let folder = copy("versions");
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
        let output = Command::new("git").args(identity).args(arguments).current_dir(&folder).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    };
    let note = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
        command.arg("check").current_dir(&folder).env("CARGO_TARGET_DIR", folder.join("target"));
        let said = String::from_utf8(command.output().unwrap().stdout).unwrap();
        verdict(&said, "compatibility")
    };
    git(&["init", "-q", "-b", "main"]);
    assert!(note().starts_with("not there"));
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "One"]);
    git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    replace(&folder, SCHEMAS, "\"silhouette\"", "\"outline\"");
    assert_eq!(note(), "2 findings against origin/main: MAJOR");
    git(&["commit", "-q", "-a", "-m", "Two"]);
    git(&["tag", "v1.0.0"]);
    assert_eq!(note(), "fine against v1.0.0: none");
}
