//! Prints diagnostics, with the line that is to blame and what to do about it.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use codegen::Diagnostics;
use codegen::diagnostic::{Diagnostic, Severity};

use super::disk;
use super::exit::Failure;
use super::format::Format;
use super::streams::Streams;

/// Prints diagnostics: for people on the standard error stream, for programs on the standard output.
pub(crate) fn print(diagnostics: &Diagnostics, format: Format, streams: &mut Streams) -> Result<(), Failure> {
    match format {
        Format::Text => print_text(diagnostics, &mut streams.err)?,
        Format::Json => print_json(diagnostics, &mut streams.out)?,
    }
    Ok(())
}

fn print_json(diagnostics: &Diagnostics, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{:#}", diagnostics.to_value())
}

fn print_text(diagnostics: &Diagnostics, out: &mut impl Write) -> io::Result<()> {
    let renderer = Renderer::styled();
    let mut texts = BTreeMap::new();
    for (place, diagnostic) in diagnostics.iter().enumerate() {
        let text = texts.entry(diagnostic.file.as_str()).or_insert_with_key(|file| disk::quoted_text(file));
        let separator = if place == 0 { "" } else { "\n" };
        writeln!(out, "{separator}{}", renderer.render(&[group(diagnostic, text.as_deref())]))?;
    }
    match summary(diagnostics) {
        Some(summary) => writeln!(out, "\n{summary}"),
        None => Ok(()),
    }
}

fn group<'d>(diagnostic: &'d Diagnostic, text: Option<&'d str>) -> Group<'d> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.rule);
    let group = match text.and_then(|text| quote(diagnostic, text)) {
        _ if diagnostic.file.is_empty() => Group::with_title(title),
        Some(snippet) => title.element(snippet),
        None => title.element(origin(diagnostic)),
    };
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(help)),
        None => group,
    }
}

/// The line with the first of the bytes to blame, those bytes underlined.
fn quote<'d>(diagnostic: &'d Diagnostic, text: &'d str) -> Option<Snippet<'d, annotate_snippets::Annotation<'d>>> {
    let (line, span) = line_around(text, &diagnostic.span)?;
    let label = (!diagnostic.pointer.is_empty()).then_some(diagnostic.pointer.as_str());
    let annotation = AnnotationKind::Primary.span(span).label(label);
    Some(Snippet::source(line).path(&diagnostic.file).line_start(diagnostic.line).annotation(annotation))
}

/// The line where `span` begins, and the part of `span` that is on it.
fn line_around<'t>(text: &'t str, span: &Range<usize>) -> Option<(&'t str, Range<usize>)> {
    let (before, after) = text.split_at_checked(span.start)?;
    let start = before.rfind('\n').map_or(0, |newline| newline.saturating_add(1));
    let rest = after.find(['\n', '\r']).unwrap_or(after.len());
    let line = text.get(start..span.start.saturating_add(rest))?;
    let from = span.start.saturating_sub(start);
    let to = span.end.saturating_sub(start).min(line.len()).max(from);
    Some((line, from..to))
}

/// The place alone, for what is not there to be quoted.
fn origin(diagnostic: &Diagnostic) -> Origin<'_> {
    let origin = Origin::path(&diagnostic.file);
    let is_whole_file = diagnostic.span == (0..0) && diagnostic.pointer.is_empty();
    if is_whole_file { origin } else { origin.line(diagnostic.line).char_column(diagnostic.column) }
}

/// How many there are, if that is not plain to see.
fn summary(diagnostics: &Diagnostics) -> Option<String> {
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if errors.saturating_add(warnings) < 2 {
        return None;
    }
    let parts = [(errors, "error"), (warnings, "warning")];
    let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| counted(*count, word));
    Some(parts.collect::<Vec<_>>().join(", "))
}

/// A number and a noun, in the plural where there is not one.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
