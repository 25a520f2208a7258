//! How commands end, and what the exit codes mean.

use std::io;
use std::process::ExitCode;

use codegen::Diagnostics;
use codegen::diagnostic::Diagnostic;

use super::format::Format;
use super::report;
use super::streams::Streams;

/// How a command ends that did its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// There is nothing to complain about.
    Fine,
    /// There are findings, which have been printed.
    Findings,
    /// The command could not do its work.
    Trouble,
}

/// Why a command could not do its work, not printed so far.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Schemas are wrong, which is a finding or keeps the command from its work, or they cannot be read.
    Schemas { diagnostics: Diagnostics, format: Format, exit: Exit },
    /// The arguments make no sense.
    Usage(Box<Diagnostic>),
    /// A standard stream does not take any more.
    Stream(io::Error),
}

/// The rules that are about the disk and the arguments, not about schemas.
const TROUBLE: [&str; 4] = ["foreign-file", "no-schemas", "output", "unreadable-file"];

impl Failure {
    /// What becomes of wrong schemas: printed in `format`, they end the command with `exit`.
    pub(crate) fn schemas(format: Format, exit: Exit) -> impl Fn(Diagnostics) -> Self + Copy {
        move |diagnostics| Self::Schemas { diagnostics, format, exit }
    }

    /// A complaint about the arguments.
    pub(crate) fn usage(rule: &'static str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Usage(Box::new(Diagnostic::error(rule, message).with_help(help)))
    }

    /// Prints it, and says how to exit.
    pub(crate) fn report(self, streams: &mut Streams) -> Exit {
        let (diagnostics, format, exit) = match self {
            Self::Schemas { diagnostics, format, exit } => {
                let is_trouble = diagnostics.iter().any(|diagnostic| TROUBLE.contains(&diagnostic.rule));
                (diagnostics, format, if is_trouble { Exit::Trouble } else { exit })
            }
            Self::Usage(diagnostic) => ((*diagnostic).into(), Format::Text, Exit::Trouble),
            // A reader that has seen enough, such as `head`, is no reason for a message.
            Self::Stream(error) if error.kind() == io::ErrorKind::BrokenPipe => return Exit::Trouble,
            Self::Stream(error) => {
                let message = format!("the output cannot be written: {error}");
                (Diagnostic::error("unwritable-stream", message).into(), Format::Text, Exit::Trouble)
            }
        };
        match report::print(diagnostics.iter(), format, streams).and_then(|()| streams.flush()) {
            Ok(()) => exit,
            Err(_) => Exit::Trouble,
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Stream(error)
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Fine => 0,
            Exit::Findings => 1,
            Exit::Trouble => 2,
        })
    }
}
