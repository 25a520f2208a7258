//! Long lines of prose in lines of a bearable length, which Markdown takes for the same paragraph.

/// Where a line ends, if it can: with `///` and the indentation of a field it is a hundred characters wide.
const WIDTH: usize = 92;

/// The lines of a line of Markdown, which stands `indentation` further in.
pub(super) fn wrapped(content: &str, indentation: usize) -> Vec<String> {
    if content.len() + indentation <= WIDTH || !is_prose(content) {
        return vec![indented(content, indentation)];
    }
    let hang = indentation + item_marker(content);
    let mut lines = Vec::new();
    let mut line = " ".repeat(indentation);
    let mut width = indentation;
    for (place, word) in content.split(' ').enumerate() {
        let needed = word.chars().count() + 1;
        if place > 0 && width + needed > WIDTH && may_begin_line(word) {
            lines.push(std::mem::replace(&mut line, " ".repeat(hang)));
            width = hang;
        } else if place > 0 {
            line.push(' ');
            width += 1;
        }
        line.push_str(word);
        width += needed - 1;
    }
    lines.push(line);
    lines
}

fn indented(content: &str, indentation: usize) -> String {
    if content.is_empty() { String::new() } else { format!("{}{content}", " ".repeat(indentation)) }
}

/// Whether a line is no heading, table or HTML, where line breaks mean something.
fn is_prose(content: &str) -> bool {
    !content.starts_with(['#', '|', '<', '`', '~', '='])
}

/// The width of the marker of a list's item, 0 for other lines.
fn item_marker(content: &str) -> usize {
    let bullet = ["- ", "* ", "+ "].iter().any(|marker| content.starts_with(marker)).then_some(2);
    let digits = content.len() - content.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
    let number =
        content.get(digits..).is_some_and(|rest| digits > 0 && [". ", ") "].iter().any(|end| rest.starts_with(end)));
    bullet.or(number.then_some(digits + 2)).unwrap_or(0)
}

/// Whether a word means nothing else at the start of a line.
fn may_begin_line(word: &str) -> bool {
    let is_number = word.starts_with(|first: char| first.is_ascii_digit()) && word.ends_with(['.', ')']);
    let begins =
        word.starts_with(|first: char| first.is_alphanumeric() || matches!(first, '(' | '"' | '`' | '[' | '“'));
    begins && !is_number && !word.starts_with("```") && !word.contains("]:")
}
