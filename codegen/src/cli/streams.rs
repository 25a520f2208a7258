//! The standard streams, with colours only where a terminal shows them.

use std::io::{BufWriter, Stderr, Stdout, Write, stderr, stdout};

use anstream::AutoStream;

use super::exit::Failure;

/// Where commands print. Colours are written always; what is no terminal, or `NO_COLOR`, strips them.
pub(crate) struct Streams {
    /// What was asked for.
    pub(crate) out: BufWriter<AutoStream<Stdout>>,
    /// What else there is to say.
    pub(crate) err: AutoStream<Stderr>,
}

impl Streams {
    /// The process's own.
    pub(crate) fn standard() -> Self {
        Self { out: BufWriter::new(AutoStream::auto(stdout())), err: AutoStream::auto(stderr()) }
    }

    /// Makes sure that everything has been written.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        self.out.flush()?;
        Ok(self.err.flush()?)
    }
}
