//! The GitHub Action: its steps run as a runner runs them, with the inputs that it documents.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use super::copy::{Copy, both};

#[test]
fn passes_a_repository_that_is_as_it_should_be() {
    let copy = Copy::pristine();
    let output = run(&copy, &[]).expect("steps");
    assert!(output.status.success() && output.stdout.is_empty(), "{}", both(&output));
    let paths = "schemas/ml_schemas.json schemas/ml_events.json schemas/ml_api.json";
    let output = run(&copy, &[("paths", paths), ("against", "HEAD")]).expect("steps");
    assert!(output.status.success() && both(&output).contains("against HEAD: none"), "{}", both(&output));
}

#[test]
fn fails_where_something_is_wrong_and_says_so_beside_the_line() {
    let copy = Copy::pristine();
    copy.replace("schemas/ml_schemas.json", "\"minimum\": 0", "\"minimun\": 0");
    fs::create_dir(copy.folder().join("elsewhere")).expect("room for a folder");
    let output = run(&copy, &[("working-directory", "elsewhere"), ("paths", "../schemas")]).expect("steps");
    let said = both(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("::error file=../schemas/ml_schemas.json,line="), "{said}");
}

/// The last step that was run, which is the first that fails.
fn run(copy: &Copy, inputs: &[(&str, &str)]) -> Option<Output> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("action.yml")).expect("the action");
    let action: Value = serde_saphyr::from_str(&text).expect("YAML");
    let defaults = action["inputs"].as_object().expect("inputs");
    for (name, _) in inputs {
        assert!(defaults.contains_key(*name), "there is no input `{name}`");
    }
    let value = |name: &str| {
        let given = inputs.iter().find(|(other, _)| *other == name).map(|(_, value)| *value);
        given.or_else(|| defaults.get(name)?["default"].as_str()).expect("an input").to_owned()
    };
    let mut last = None;
    for step in action["runs"]["steps"].as_array().expect("steps") {
        let output = run_step(step, copy, &value);
        let is_fine = output.status.success();
        last = Some(output);
        if !is_fine {
            break;
        }
    }
    last
}

/// As GitHub's documentation says of `shell: bash`.
fn run_step(step: &Value, copy: &Copy, value: &impl Fn(&str) -> String) -> Output {
    assert_eq!(step["shell"], "bash");
    let mut command = copy.command("bash");
    command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"].as_str().expect("a script")]);
    command.env("GITHUB_ACTION_PATH", copy.folder());
    for (name, text) in step["env"].as_object().into_iter().flatten() {
        command.env(name, expand(text.as_str().expect("text"), value));
    }
    if let Some(folder) = step["working-directory"].as_str() {
        command.current_dir(copy.folder().join(expand(folder, value)));
    }
    command.output().expect("bash")
}

/// Fills in the inputs; other expressions of the runner's are not used.
fn expand(text: &str, value: &impl Fn(&str) -> String) -> String {
    let mut parts = text.split("${{");
    let mut expanded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (expression, rest) = part.split_once("}}").expect("an expression");
        expanded += &value(expression.trim().strip_prefix("inputs.").expect("an input"));
        expanded += rest;
    }
    expanded
}
