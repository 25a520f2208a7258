//! The `codegen` command: what it can do stands in `cli`, and in `codegen --help`.

#![warn(clippy::disallowed_methods)]

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    // Schemas and documents may nest deeper than the main thread's stack allows on every platform.
    codegen::stack::on_deep_stack(cli::run)
}
