//! Lines and columns of a text, without reading it from the start for each question.

/// How many bytes may lie between two marks.
const STRIDE: usize = 1024;

/// Positions that are known, a stride apart.
#[derive(Debug)]
pub(super) struct Lines {
    marks: Vec<Mark>,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    offset: usize,
    line: usize,
    column: usize,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let mut at = Mark { offset: 0, line: 1, column: 1 };
        let mut marks = vec![at];
        let mut next = STRIDE;
        for (offset, character) in text.char_indices() {
            if offset >= next {
                marks.push(at);
                next = offset.saturating_add(STRIDE);
            }
            at = at.after(character);
        }
        Self { marks }
    }

    /// The line and column, both from 1, of the byte at `offset`.
    pub(super) fn position(&self, text: &str, offset: usize) -> (usize, usize) {
        let before = self.marks.partition_point(|mark| mark.offset <= offset).saturating_sub(1);
        let mut at = self.marks.get(before).copied().unwrap_or(Mark { offset: 0, line: 1, column: 1 });
        for character in text.get(at.offset..).unwrap_or_default().chars() {
            if at.offset >= offset {
                break;
            }
            at = at.after(character);
        }
        (at.line, at.column)
    }
}

impl Mark {
    fn after(self, character: char) -> Self {
        let offset = self.offset.saturating_add(character.len_utf8());
        if character == '\n' {
            Self { offset, line: self.line.saturating_add(1), column: 1 }
        } else {
            Self { offset, line: self.line, column: self.column.saturating_add(1) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn positions_agree_with_counting_from_the_start() {
        let text = "{\n  \"schlüssel\": \"→\",\n\n  \"b\": 1 }".repeat(100);
        let lines = Lines::of(&text);
        for (offset, _) in text.char_indices() {
            let before = &text[..offset];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            assert_eq!(lines.position(&text, offset), (line, column), "at {offset}");
        }
    }
}
