//! The documents of a file or of the standard input, one at a time.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::Range;
use std::path::Path;

use crate::cli::disk;
use crate::cli::exit::Failure;

/// A document as it was read.
pub(in crate::cli) struct Document<'d> {
    /// The file's name as the user gave it.
    pub(super) file: &'d str,
    /// The line of the file where the document begins, from 1.
    pub(super) line: usize,
    /// The byte of the file where it begins.
    pub(super) offset: usize,
    pub(super) bytes: &'d [u8],
}

impl<'d> Document<'d> {
    /// A document that is all of its file.
    pub(in crate::cli) fn whole(file: &'d str, text: &'d str) -> Self {
        Self { file, line: 1, offset: 0, bytes: text.as_bytes() }
    }
}

/// The documents of one input.
pub(super) struct Documents {
    name: String,
    reader: Box<dyn BufRead>,
    is_ndjson: bool,
    /// Lines that have been read.
    line: usize,
    /// Where the document that was read last begins, and where what follows it does.
    span: Range<usize>,
    is_done: bool,
    buffer: Vec<u8>,
}

impl Documents {
    /// Opens `path`, which may be `-`.
    pub(super) fn open(path: &Path, is_ndjson: bool) -> Result<Self, Failure> {
        let (name, reader): (String, Box<dyn BufRead>) = if is_standard_input(path) {
            ("<stdin>".to_owned(), Box::new(io::stdin().lock()))
        } else {
            (path.display().to_string(), Box::new(BufReader::new(disk::open(path)?)))
        };
        let is_ndjson = is_ndjson || has_lines(path);
        Ok(Self { name, reader, is_ndjson, line: 0, span: 0..0, is_done: false, buffer: Vec::new() })
    }

    /// The next document; the buffer of the one before is used again.
    pub(super) fn next(&mut self) -> Result<Option<Document<'_>>, Failure> {
        let is_found = if self.is_ndjson { self.read_line() } else { self.read_all() };
        let is_found = is_found.map_err(|error| disk::unreadable(&self.name, &error))?;
        Ok(is_found.then(|| Document {
            file: &self.name,
            line: self.line,
            offset: self.span.start,
            bytes: &self.buffer,
        }))
    }

    fn read_all(&mut self) -> io::Result<bool> {
        if std::mem::replace(&mut self.is_done, true) {
            return Ok(false);
        }
        self.line = 1;
        self.reader.read_to_end(&mut self.buffer)?;
        Ok(true)
    }

    /// Reads the next line that is not blank.
    fn read_line(&mut self) -> io::Result<bool> {
        loop {
            self.buffer.clear();
            let n_bytes = self.reader.read_until(b'\n', &mut self.buffer)?;
            if n_bytes == 0 {
                return Ok(false);
            }
            self.span = self.span.end..self.span.end.saturating_add(n_bytes);
            self.line = self.line.saturating_add(1);
            // The line break is not the document's, nor the place of what is missing at its end.
            let length = self.buffer.trim_ascii_end().len();
            self.buffer.truncate(length);
            if length > 0 {
                return Ok(true);
            }
        }
    }
}

/// Whether `path` means the standard input.
pub(super) fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn has_lines(path: &Path) -> bool {
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    extension.eq_ignore_ascii_case("ndjson") || extension.eq_ignore_ascii_case("jsonl")
}
