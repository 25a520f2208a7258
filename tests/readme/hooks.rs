//! The hooks: a commit is refused while there are findings, by git alone and by pre-commit.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use super::copy::{Copy, both};

const SCHEMA: &str = "schemas/ml_schemas.json";

#[test]
fn the_git_hook_refuses_a_commit_with_findings() {
    let copy = Copy::pristine();
    copy.git(&["config", "core.hooksPath", ".githooks"]);
    copy.replace(SCHEMA, "\"minimum\": 0", "\"minimun\": 0");
    let refused = commit(&copy);
    copy.replace(SCHEMA, "\"minimun\": 0", "\"minimum\": 0");
    copy.replace("README.md", "# Grace", "# The Grace");
    let accepted = commit(&copy);
    copy.git(&["config", "--unset", "core.hooksPath"]);
    assert!(!refused.status.success() && both(&refused).contains("[misspelt-keyword]"), "{}", both(&refused));
    assert!(accepted.status.success(), "{}", both(&accepted));
    copy.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
}

#[test]
fn the_git_hook_judges_what_is_staged_and_not_what_lies_beside_it() {
    let copy = Copy::pristine();
    copy.git(&["config", "core.hooksPath", ".githooks"]);
    copy.replace(SCHEMA, "\"minimum\": 0", "\"minimun\": 0");
    copy.git(&["add", SCHEMA]);
    copy.replace(SCHEMA, "\"minimun\": 0", "\"minimum\": 0");
    let refused = commit_staged(&copy);
    copy.git(&["reset", "--quiet"]);
    copy.replace("README.md", "# Grace", "# The Grace");
    copy.git(&["add", "README.md"]);
    copy.replace(SCHEMA, "\"minimum\": 0", "\"minimun\": 0");
    let accepted = commit_staged(&copy);
    copy.git(&["config", "--unset", "core.hooksPath"]);
    assert!(!refused.status.success() && both(&refused).contains("[misspelt-keyword]"), "{}", both(&refused));
    assert!(accepted.status.success(), "{}", both(&accepted));
    copy.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
}

fn commit(copy: &Copy) -> Output {
    copy.git(&["add", "--all"]);
    commit_staged(copy)
}

fn commit_staged(copy: &Copy) -> Output {
    let identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
    let mut command = copy.command("git");
    command.args(identity).args(["commit", "--quiet", "--message", "An edit"]).output().expect("git")
}

#[test]
fn the_hooks_for_pre_commit_run_and_can_fail() {
    let copy = Copy::pristine();
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".pre-commit-hooks.yaml")).expect("hooks");
    let hooks: Vec<Value> = serde_saphyr::from_str(&text).expect("YAML");
    let built = copy.command("cargo").args(["build", "--quiet", "--package", "codegen"]).output().expect("Cargo");
    assert!(built.status.success(), "{}", both(&built));
    for hook in &hooks {
        // What pre-commit asks of each hook.
        assert!(["id", "name", "entry", "language"].iter().all(|member| hook[member].is_string()), "{hook}");
        let passed = run(hook, &copy);
        assert!(passed.status.success(), "{}", both(&passed));
    }
    copy.replace(SCHEMA, "  \"$schema\"", " \"$schema\"");
    for hook in &hooks {
        assert_eq!(run(hook, &copy).status.code(), Some(1), "{hook}");
    }
}

/// Runs a hook's entry as pre-commit does, with the tool that was built on the path.
fn run(hook: &Value, copy: &Copy) -> Output {
    let built = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../debug");
    let path = env::join_paths([built].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap_or_default())));
    let mut words = hook["entry"].as_str().expect("a command").split(' ');
    let mut command = copy.command(words.next().expect("a program"));
    command.args(words).env("PATH", path.expect("a path")).output().expect("a hook")
}
