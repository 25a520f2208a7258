//! Keywords of strings: patterns and lengths as languages.

use std::rc::Rc;

use crate::pattern::language::{Language, texts};
use crate::schema::Keyword;

use super::super::conjunction::Conjunction;
use super::super::versions::Versions;

/// A pattern with more states than the length of a long line is not worth the walk.
const MAX_LENGTH: u64 = 512;

/// Whether a keyword of strings follows from others.
pub(super) fn follows(versions: &Versions<'_>, given: &Conjunction<'_>, wanted: &Keyword) -> bool {
    match wanted {
        Keyword::Format(name) => {
            given.plain().any(|keyword| matches!(keyword, Keyword::Format(other) if other == name))
        }
        Keyword::MinLength(least) if given.plain().any(|keyword| is_at_least(keyword, *least)) => true,
        Keyword::MaxLength(most) if given.plain().any(|keyword| is_at_most(keyword, *most)) => true,
        Keyword::Pattern(pattern) if given.plain().any(|keyword| is_pattern(keyword, pattern)) => true,
        wanted => language(versions, wanted).is_some_and(|wanted| takes_all(versions, given, &wanted)),
    }
}

fn is_at_least(keyword: &Keyword, least: u64) -> bool {
    matches!(keyword, Keyword::MinLength(other) if *other >= least)
}

fn is_at_most(keyword: &Keyword, most: u64) -> bool {
    matches!(keyword, Keyword::MaxLength(other) if *other <= most)
}

fn is_pattern(keyword: &Keyword, pattern: &str) -> bool {
    matches!(keyword, Keyword::Pattern(other) if other == pattern)
}

fn takes_all(versions: &Versions<'_>, given: &Conjunction<'_>, wanted: &Language) -> bool {
    let taken = languages(versions, given);
    let taken: Vec<&Language> = taken.iter().map(AsRef::as_ref).collect();
    texts(&taken, Some(wanted), 1).is_some_and(|texts| texts.is_empty())
}

/// The languages of the keywords that have one.
pub(in crate::compat) fn languages(versions: &Versions<'_>, given: &Conjunction<'_>) -> Vec<Rc<Language>> {
    given.plain().filter_map(|keyword| language(versions, keyword)).collect()
}

/// The texts that a keyword takes.
pub(in crate::compat) fn language(versions: &Versions<'_>, keyword: &Keyword) -> Option<Rc<Language>> {
    match keyword {
        Keyword::Pattern(pattern) => versions.language(pattern),
        Keyword::MinLength(least) if *least <= MAX_LENGTH => Language::of_length(*least, None).map(Rc::new),
        Keyword::MaxLength(most) if *most <= MAX_LENGTH => Language::of_length(0, Some(*most)).map(Rc::new),
        _ => None,
    }
}

/// Whether no text is left.
pub(super) fn is_void(versions: &Versions<'_>, given: &Conjunction<'_>) -> bool {
    let taken = languages(versions, given);
    let taken: Vec<&Language> = taken.iter().map(AsRef::as_ref).collect();
    taken.len() > 1 && texts(&taken, None, 1).is_some_and(|texts| texts.is_empty())
}
