//! Patterns, and texts that are made from the patterns: random texts would hardly ever match.

use codegen::pattern::Engine::{self, Automaton, Backtracking, StraightLine};
use regex_syntax::hir::{Class, Hir, HirKind};

/// Patterns of schemas in the field, of the official test suite, and of every kind of plan.
pub(crate) const PATTERNS: &[(&str, Engine)] = &[
    (r"^[a-z][a-z0-9_-]{4,64}$", StraightLine),
    (r"^[0-9]+\.[0-9]+\.[0-9]+$", StraightLine),
    (r"^sha256:[a-f0-9]{64}$", StraightLine),
    (r"(Z|\+00:00)$", StraightLine),
    (r"", StraightLine),
    (r"^", StraightLine),
    (r"^$", StraightLine),
    (r".*", StraightLine),
    (r"^.*$", StraightLine),
    (r"^.{1,64}$", StraightLine),
    (r"^[\s\S]{2,5}$", StraightLine),
    (r"^x-", StraightLine),
    (r"^\$ref$", StraightLine),
    (r"[^]", StraightLine),
    (r"^a[^]", StraightLine),
    (r"[^]{2}b$", StraightLine),
    (r"^[^.]", StraightLine),
    (r"[^.]$", StraightLine),
    (r"^v[^.]", StraightLine),
    (r"\S", StraightLine),
    (r"^\S*$", StraightLine),
    (r"^\s$", StraightLine),
    (r"^[^/]*$", StraightLine),
    (r"^a[^/]+é$", StraightLine),
    (r"^(GET|POST|PUT|PATCH|DELETE)$", StraightLine),
    (r"^https?://", StraightLine),
    (r"^(ftp|sftp|https?)://", StraightLine),
    (r"\.(jpe?g|png)$", StraightLine),
    (r"foo|bar|baz", StraightLine),
    (r"[ab]", StraightLine),
    (r"^a|b$|^c$", StraightLine),
    (r"^(1[0-2]|[1-9])$", StraightLine),
    (r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", StraightLine),
    (r"^[0-9]{4}-[0-9]{2}", StraightLine),
    (r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", Engine::StraightLine),
    (r"^#[0-9a-fA-F]{6}$", StraightLine),
    (r"^[A-Z]{2}[0-9]{6}$", StraightLine),
    (r"^[a-z][a-z0-9.]*-[a-z0-9]$", StraightLine),
    (r"^([0-9]{1,3}\.){3}[0-9]{1,3}$", StraightLine),
    (r"^[^/]+/[^/]+$", StraightLine),
    (r"^-?[0-9]+,[a-z]{0,3}x$", Automaton),
    (r"^-?[0-9]+,[a-z]{2,}/?", StraightLine),
    (r"^[a-z]{6}=[0-9]{5}:", StraightLine),
    (r"[0-9]{3}", StraightLine),
    (r"[a-z]cole", StraightLine),
    (r"\p{Letter}cole", Automaton),
    (r"^\p{L}+$", StraightLine),
    (r"^\p{digit}+$", StraightLine),
    (r"^\P{Lu}$", StraightLine),
    (r"^🐲*$", StraightLine),
    (r"^\cC$", StraightLine),
    (r"^\W$", StraightLine),
    (r"^\D$", StraightLine),
    (r"^[\u{1F600}-\uD83D\uDE4F]$", StraightLine),
    (r"^[]$", StraightLine),
    (r"^[^]$", StraightLine),
    (r"f.*o", Automaton),
    (r"^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$", Engine::Automaton),
    (r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", Engine::Automaton),
    (r"^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}$", Engine::Automaton),
    (r"^(<=|=)?([123467]|2019|2020)(,(<=|=)?([123467]|2019|2020))*$", Engine::Automaton),
    (r"^\S+@\S+$", Automaton),
    (r"\bfoo\b", Automaton),
    (r"é\B.", Automaton),
    (r"^(?:[^a]b|.c){2,3}$", Automaton),
    (r"^(?i:abc)-k$", StraightLine),
    (r"^(?!x-)[a-z-]+$", StraightLine),
    (r"^(?!.*--)[a-z-]{3,}(?<!-)$", Automaton),
    (r"^(?=.*[0-9])(?=.*[a-z])[a-z0-9é]{4,}$", Automaton),
    (r"^((?!\.\.).)*$", StraightLine),
    (r"^(?!foo$|bar$)", StraightLine),
    (r"^\-?[\w-.]+\@{x}$", Automaton),
    (r"(.)\1", Backtracking),
    (r"^(?<quote>['a]).*\k<quote>$", Backtracking),
    (r"a(?=b).", Backtracking),
    (r"^(\w+)(?<!ab)c$", Backtracking),
];

/// Characters that tell sloppy matchers apart: line ends, spaces, digits and letters beyond ASCII, case partners.
const NOISE: &[char] = &[
    'a',
    'b',
    'x',
    'A',
    'Z',
    '0',
    '9',
    '-',
    '.',
    '/',
    '_',
    ' ',
    '\t',
    '\n',
    '\r',
    '\0',
    'é',
    'ſ',
    '\u{212a}',
    '٣',
    '\u{85}',
    '\u{a0}',
    '\u{2028}',
    '\u{180e}',
    '\u{feff}',
    '漢',
    '🐲',
    char::MAX,
];

/// A source of choices: digits that run out, and then zeros.
struct Choices<'a>(std::slice::Iter<'a, u16>);

impl Choices<'_> {
    fn below(&mut self, n: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or_default()) % n.max(1)
    }

    fn noise(&mut self) -> char {
        NOISE[self.below(NOISE.len())]
    }
}

/// A text made for `source`: a match of its regular part, more or less changed.
pub(crate) fn text_for(source: &str, choices: &[u16]) -> String {
    let mut choices = Choices(choices.iter());
    let mut text = String::new();
    if let Some(hir) = jsonschema_regex::to_rust_regex(source).ok().and_then(|regex| regex_syntax::parse(&regex).ok()) {
        write_match(&hir, &mut choices, &mut text);
    }
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..choices.below(4) {
        let at = choices.below(characters.len() + 1);
        match choices.below(4) {
            0 => characters.insert(at, choices.noise()),
            1 if at < characters.len() => characters[at] = choices.noise(),
            2 if at < characters.len() => drop(characters.remove(at)),
            _ => characters.extend_from_within(at..),
        }
    }
    characters.into_iter().collect()
}

fn write_match(hir: &Hir, choices: &mut Choices<'_>, text: &mut String) {
    match hir.kind() {
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(Class::Unicode(class)) if !class.ranges().is_empty() => {
            let range = class.ranges()[choices.below(class.ranges().len())];
            let offset = u32::try_from(choices.below(range.len())).unwrap();
            text.push(char::from_u32(u32::from(range.start()) + offset).unwrap_or('\u{d7ff}'));
        }
        HirKind::Repetition(repetition) => {
            let most = repetition.max.map_or(repetition.min + 4, |max| max.min(repetition.min + 4));
            let extra = choices.below(usize::try_from(most - repetition.min).unwrap() + 1);
            for _ in 0..usize::try_from(repetition.min).unwrap() + extra {
                write_match(&repetition.sub, choices, text);
            }
        }
        HirKind::Capture(capture) => write_match(&capture.sub, choices, text),
        HirKind::Concat(parts) => parts.iter().for_each(|part| write_match(part, choices, text)),
        HirKind::Alternation(branches) => {
            write_match(&branches[choices.below(branches.len())], choices, text);
        }
        HirKind::Empty | HirKind::Class(_) | HirKind::Look(_) => {}
    }
}

/// A random pattern: either of sets with counts, or of pieces that may not even fit together.
pub(crate) fn random_pattern(choices: &[u16]) -> String {
    const PIECES: &[&str] = &[
        "a", "b", "ab", "é", "-", ".", "^", "$", "|", "(", ")", "(?:", "(?=", "(?!", "(?<!", "(?i:", "[", "]", "[^",
        "[a-c]", "[^a]", "[\\w-]", "*", "+", "?", "{2}", "{1,2}", "{2,}", "{", "}", "\\d", "\\W", "\\s", "\\S", "\\b",
        "\\B", "\\-", "\\.", "\\1", "\\p{Lu}", "\\u0061", "\\x62", "[^]", "[]", ")*", "|a", "$)", "(^",
    ];
    match choices.split_first() {
        Some((first, rest)) if first.is_multiple_of(2) => random_sequence(usize::from(*first), rest),
        _ => choices.iter().map(|choice| PIECES[usize::from(*choice) % PIECES.len()]).collect(),
    }
}

fn random_sequence(anchors: usize, choices: &[u16]) -> String {
    const SETS: &[&str] = &[
        "a", "b", "-", "é", "ab", "[a-c]", "[0-9]", "[0-9a-f]", "[^a]", "[^-]", "\\d", "\\S", "\\s", ".", "[a-zé]",
        "\\p{Lu}", "[^]", "(ab)", "(a|b)", "(?:ab|c)", "(?:a-)", "(?!a)", "(?<!b)",
    ];
    const COUNTS: &[&str] = &["", "", "", "", "?", "*", "+", "{2}", "{5}", "{1,3}", "{2,}", "{0,2}"];
    let mut pattern = String::from(if anchors.is_multiple_of(3) { "" } else { "^" });
    for choice in choices {
        let choice = usize::from(*choice);
        let set = SETS[choice % SETS.len()];
        pattern.push_str(set);
        if !set.starts_with("(?!") && !set.starts_with("(?<") {
            pattern.push_str(COUNTS[choice / SETS.len() % COUNTS.len()]);
        }
    }
    pattern.push_str(if anchors.is_multiple_of(5) { "" } else { "$" });
    pattern
}

/// Numbers that look random and are the same each time.
pub(crate) fn pseudo_random(seed: u64) -> impl Iterator<Item = u16> {
    let step =
        |state: &u64| Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407));
    std::iter::successors(Some(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)), step)
        .skip(1)
        .map(|state| (state >> 48) as u16)
}
