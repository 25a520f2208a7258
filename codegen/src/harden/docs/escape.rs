//! What authors meant as plain text, and rustdoc would take for HTML or for a link to an item.
//!
//! `Vec<u8>` would vanish from the page as an unknown tag, and `[draft]` would be a broken link. Real Markdown stays: code,
//! links with a target, tags of HTML and addresses in angle brackets.

use super::fence_of;

/// Tags that Markdown passes on to the page.
const TAGS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
];

/// Markdown that shows the brackets which the author wrote.
pub(in super::super) fn escaped(text: &str) -> String {
    if !text.contains(['<', '[']) {
        return text.to_owned();
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    let (mut prose, mut fence) = (String::new(), None::<String>);
    for line in text.split_inclusive('\n') {
        let marker = fence_of(line.trim_start());
        let is_inside = fence.is_some();
        match (&fence, marker) {
            (Some(open), Some(marker)) if marker.starts_with(open) && marker == line.trim() => fence = None,
            (None, Some(marker)) => fence = Some(marker.to_owned()),
            _ => {}
        }
        if is_inside || fence.is_some() {
            escaped.push_str(&inline(&std::mem::take(&mut prose), text));
            escaped.push_str(line);
        } else {
            prose.push_str(line);
        }
    }
    escaped.push_str(&inline(&prose, text));
    escaped
}

/// Prose without blocks of code; links may be defined anywhere in the whole `text`.
fn inline(prose: &str, text: &str) -> String {
    let mut escaped = String::with_capacity(prose.len() + 8);
    let mut rest = prose;
    while let Some(place) = rest.find(['\\', '`', '<', '[']) {
        let (plain, special) = rest.split_at(place);
        escaped.push_str(plain);
        let length = match special.as_bytes().first() {
            Some(b'\\') => special.chars().take(2).map(char::len_utf8).sum(),
            Some(b'`') => code(special),
            Some(b'<') => {
                escaped.push_str(if looks_like_tag(special) && !is_markup(special) { "\\" } else { "" });
                1
            }
            _ => {
                escaped.push_str(if names_item(special) && !is_link(special, text) { "\\" } else { "" });
                1
            }
        };
        let (taken, others) = special.split_at_checked(length).unwrap_or((special, ""));
        escaped.push_str(taken);
        rest = others;
    }
    escaped + rest
}

/// How many bytes a span of code takes, or the backticks that open none.
fn code(text: &str) -> usize {
    let length = text.len() - text.trim_start_matches('`').len();
    let (marks, behind) = text.split_at_checked(length).unwrap_or((text, ""));
    let closes = |(place, _): &(usize, &str)| {
        let after = behind.get(place + length..).unwrap_or_default();
        !behind.get(..*place).unwrap_or_default().ends_with('`') && !after.starts_with('`')
    };
    let end = behind.match_indices(marks).find(closes).map(|(place, _)| place + length);
    length + end.unwrap_or(0)
}

/// Whether Markdown takes `<` for the start of HTML.
fn looks_like_tag(text: &str) -> bool {
    text.chars().nth(1).is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
}

/// Whether it is a tag that there is, or an address.
fn is_markup(text: &str) -> bool {
    let Some((inside, _)) = text.get(1..).and_then(|text| text.split_once('>')) else { return false };
    let name = inside.trim_start_matches('/');
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let is_address = !inside.contains([' ', '<']) && (inside.contains("://") || inside.contains('@'));
    is_address || TAGS.contains(&name.to_ascii_lowercase().as_str())
}

/// Whether rustdoc takes brackets for the name of an item.
fn names_item(text: &str) -> bool {
    let Some((inside, _)) = text.get(1..).and_then(|text| text.split_once(']')) else { return false };
    let is_word =
        inside.starts_with(|first: char| first.is_alphabetic() || matches!(first, '_' | '`' | ':' | '<' | '&'));
    is_word && !matches!(inside, "x" | "X")
}

/// Whether brackets are a link with a target, or the definition of one.
fn is_link(text: &str, whole: &str) -> bool {
    let Some((label, behind)) = text.split_once(']') else { return false };
    behind.starts_with(['(', '[', ':']) || whole.contains(&format!("{label}]:"))
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_looks_like_html_or_a_link_is_shown_as_it_was_written() {
        assert_eq!(escaped("A Vec<u8> or Map<K, V>."), "A Vec\\<u8> or Map\\<K, V>.");
        assert_eq!(escaped("One of [draft, final], `a` [`b`]"), "One of \\[draft, final], `a` \\[`b`]");
        assert_eq!(escaped("<!-- hidden -->"), "\\<!-- hidden -->");
    }

    #[test]
    fn markdown_stays() {
        let texts = [
            "`Vec<u8>` and ``a`[b]<c>`` and \\<T> and 1 < 2",
            "```\nVec<u8> [a]\n```",
            "[RFC](https://rfc.org) and [RFC][1]\n\n[1]: https://rfc.org",
            "[RFC]\n\n[RFC]: https://rfc.org",
            "<https://rfc.org>, <me@rfc.org>, a<br/>b, <b>bold</b>",
            "- [ ] open\n- [x] done, in [0, 1]",
        ];
        for text in texts {
            assert_eq!(escaped(text), text);
        }
    }

    #[test]
    fn a_span_of_code_that_nothing_closes_is_text() {
        assert_eq!(escaped("`a <b1>"), "`a \\<b1>");
        assert_eq!(escaped("```\ncode <b1>\n```\n<b1>"), "```\ncode <b1>\n```\n\\<b1>");
    }
}
