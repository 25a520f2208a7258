//! Whether the package compiles that the generated code is built into, as Cargo says.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use codegen::Diagnostics;
use codegen::config::Config;
use codegen::diagnostic::Diagnostic;

use crate::cli::exit::Failure;
use crate::cli::streams::Streams;

const RULE: &str = "uncompilable-code";

/// A run of `cargo check`.
pub(super) struct Build {
    package: String,
    cargo: Child,
}

impl Build {
    /// Starts Cargo, if the configuration names a package.
    pub(super) fn start(config: &Config) -> Result<Option<Self>, Failure> {
        let Some(package) = config.package.clone() else { return Ok(None) };
        let folder = config.source.as_ref().and_then(|source| source.path()?.parent());
        let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
        let mut command = Command::new(program);
        command.args(["check", "--quiet", "--message-format", "json", "--package", &package]);
        if let Some(folder) = folder {
            command.current_dir(folder);
        }
        let cargo = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        Ok(Some(Self { package, cargo: cargo.map_err(|error| unusable(&error))? }))
    }

    /// The package's name.
    pub(super) fn package(&self) -> &str {
        &self.package
    }

    /// Waits for Cargo, and reads the errors of the compiler.
    pub(super) fn findings(mut self, streams: &mut Streams) -> Result<Diagnostics, Failure> {
        // The first build of a package takes its time; people want to know what for.
        if io::stderr().is_terminal() && matches!(self.cargo.try_wait(), Ok(None)) {
            writeln!(streams.err, "waiting for `cargo check -p {}`\n", self.package)?;
        }
        let output = self.cargo.wait_with_output().map_err(|error| unusable(&error))?;
        if output.status.success() {
            return Ok(Diagnostics::new());
        }
        let messages = String::from_utf8_lossy(&output.stdout);
        let found: Diagnostics = messages.lines().filter_map(|line| error(&serde_json::from_str(line).ok()?)).collect();
        if !found.is_empty() {
            return Ok(found);
        }
        // A build script that fails, or a package that is not there, is no error of the compiler.
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        Ok(Diagnostic::error(RULE, format!("Cargo cannot check `{}`: {said}", self.package)).into())
    }
}

fn unusable(error: &io::Error) -> Failure {
    Failure::usage("unusable-cargo", format!("Cargo does not start: {error}"), "install it, or set `CARGO` to its path")
}

/// An error among the messages of `cargo check --message-format json`.
fn error(message: &Value) -> Option<Diagnostic> {
    let message = message.get("message")?;
    if message.get("level")?.as_str()? != "error" {
        return None;
    }
    let finding = Diagnostic::error(RULE, message.get("message")?.as_str()?);
    let spans = message.get("spans")?.as_array()?;
    let Some(span) = spans.iter().find(|span| span.get("is_primary") == Some(&Value::Bool(true))) else {
        // What is without a place only counts the others.
        return None;
    };
    let number = |name| span.get(name).and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok());
    let mut finding =
        finding.at_place(span.get("file_name")?.as_str()?, number("line_start")?, number("column_start")?);
    finding.end_line = number("line_end")?;
    finding.end_column = number("column_end")?;
    Some(finding)
}
