//! Strings: by format, by pattern, by length, or any.

use codegen::schema::Keyword;

use super::super::demands::Demands;
use super::{Generator, any, format, pattern};

/// How many texts are tried until one satisfies all keywords.
const ATTEMPTS: usize = 8;

impl<'w> Generator<'w> {
    /// A text that the judge accepts, if one is found.
    pub(super) fn string(&mut self, demands: &Demands<'w>) -> String {
        let mut text = String::new();
        for _ in 0..ATTEMPTS {
            text = self.text(demands);
            if demands.accept_text(&text) {
                break;
            }
        }
        text
    }

    fn text(&mut self, demands: &Demands<'w>) -> String {
        let sources: Vec<&Keyword> =
            demands.keywords().filter(|keyword| matches!(keyword, Keyword::Format(_) | Keyword::Pattern(_))).collect();
        // A format says more than a pattern, so both are best met by starting from the format.
        let has_format = sources.iter().any(|keyword| matches!(keyword, Keyword::Format(_)));
        let made = match self.choices.pick(&sources).copied() {
            Some(Keyword::Pattern(source)) if !has_format => pattern::text(source, &mut self.choices),
            _ => sources.iter().find_map(|keyword| match keyword {
                Keyword::Format(name) => format::text(name, &mut self.choices),
                _ => None,
            }),
        };
        let text = made.unwrap_or_else(|| any::text(&mut self.choices).to_owned());
        self.fitted(demands, text)
    }

    /// The text, made as long as it must be and no longer than it may be.
    fn fitted(&mut self, demands: &Demands<'w>, mut text: String) -> String {
        let (mut least, mut most) = (0, usize::MAX);
        for keyword in demands.keywords() {
            match keyword {
                Keyword::MinLength(length) => least = least.max(usize::try_from(*length).unwrap_or(0)),
                Keyword::MaxLength(length) => most = most.min(usize::try_from(*length).unwrap_or(usize::MAX)),
                _ => {}
            }
        }
        if least > 0 || most < usize::MAX {
            let length = text.chars().count();
            let wanted = if self.choices.flip() { length.clamp(least, most.max(least)) } else { least };
            // A character of four bytes: lengths count characters, not bytes or UTF-16 units.
            text = text.chars().chain(std::iter::repeat('𝒳')).take(wanted).collect();
        }
        text
    }
}
