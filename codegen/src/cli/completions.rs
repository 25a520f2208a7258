//! `codegen completions`: lets shells complete commands and options.

use std::io::Write;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::arguments::Arguments;
use super::exit::{Exit, Failure};
use super::streams::Streams;

/// Print a script that lets a shell complete codegen's commands and options
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

const AFTER: &str = "\
Examples:
  codegen completions bash > ~/.local/share/bash-completion/completions/codegen
  codegen completions zsh > ~/.zfunc/_codegen
  codegen completions fish > ~/.config/fish/completions/codegen.fish";

pub(crate) fn run(arguments: &Completions, streams: &mut Streams) -> Result<Exit, Failure> {
    // The generator panics when it cannot write, which it always can to memory.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "codegen", &mut script);
    streams.out.write_all(&script)?;
    Ok(Exit::Fine)
}
