//! What `codegen` prints for programs is read by the types that it makes of the schema of that form, and written back
//! without a difference.

#![cfg(test)]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that meets the unexpected must stop")]

#[allow(unreachable_pub, reason = "generated for every use, of which this test has few")]
mod types {
    include!(concat!(env!("OUT_DIR"), "/findings/mod.rs"));
}

use types::Findings;

/// Sessions of the command line that print findings for programs.
const SESSIONS: [&str; 2] =
    [include_str!("../codegen/tests/cli/mistakes.txt"), include_str!("../codegen/tests/cli/validate.txt")];

#[test]
fn findings_come_back_from_their_types_as_they_were_printed() {
    let mut n_findings = 0;
    for text in SESSIONS.into_iter().flat_map(printed) {
        let findings = Findings::from_json(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        let (before, after): (serde_json::Value, serde_json::Value) =
            (serde_json::from_str(&text).unwrap(), serde_json::to_value(&findings).unwrap());
        assert_eq!(before, after);
        n_findings += findings.len();
    }
    assert!(n_findings > 3, "the sessions show {n_findings} findings");
}

/// What the commands of a session printed with `--format json`.
fn printed(session: &str) -> Vec<String> {
    let commands = session.split("\n$ ").filter(|command| {
        command.starts_with("codegen") && command.lines().next().is_some_and(|line| line.ends_with("--format json"))
    });
    let output = |command: &str| -> String {
        let lines = command.lines().skip(1).take_while(|line| !line.is_empty());
        lines.filter(|line| !line.starts_with("err:") && !line.starts_with("exit code:")).collect()
    };
    commands.map(output).filter(|text| text.starts_with('[')).collect()
}
