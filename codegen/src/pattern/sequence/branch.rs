//! The alternatives of a pattern, each a flat list of parts.

use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Look, Repetition};

use super::Run;

/// One way through a pattern.
#[derive(Clone, Default)]
pub(super) struct Branch<'a> {
    parts: Vec<&'a Hir>,
}

/// The longest repetition of a group that is written out.
const MAX_WRITTEN_OUT: usize = 64;

/// The alternatives of `hir`, with choices inside it multiplied out, if there are at most `limit`.
pub(super) fn branches(hir: &Hir, limit: usize) -> Option<Vec<Branch<'_>>> {
    let branches = match hir.kind() {
        HirKind::Empty => vec![Branch::default()],
        HirKind::Alternation(alternatives) => {
            let branches: Option<Vec<_>> = alternatives.iter().map(|hir| branches(hir, limit)).collect();
            branches?.concat()
        }
        HirKind::Concat(parts) => {
            let mut heads = vec![Branch::default()];
            for part in parts {
                heads = joined(&heads, &branches(part, limit)?);
                if heads.len() > limit {
                    return None;
                }
            }
            heads
        }
        HirKind::Repetition(Repetition { min: 0, max: Some(1), sub, .. }) if character_set(sub).is_none() => {
            let mut with = branches(sub, limit)?;
            with.insert(0, Branch::default());
            with
        }
        _ => vec![Branch { parts: vec![hir] }],
    };
    (branches.len() <= limit).then_some(branches)
}

fn joined<'a>(heads: &[Branch<'a>], tails: &[Branch<'a>]) -> Vec<Branch<'a>> {
    let join = |head: &Branch<'a>, tail: &Branch<'a>| Branch {
        parts: [head.parts.as_slice(), tail.parts.as_slice()].concat(),
    };
    heads.iter().flat_map(|head| tails.iter().map(move |tail| join(head, tail))).collect()
}

impl Branch<'_> {
    /// The runs between the anchors, if there is nothing else.
    pub(super) fn runs(&self) -> Option<(bool, Vec<Run<ClassUnicode>>, bool)> {
        let mut parts = self.parts.as_slice();
        let mut starts = false;
        let mut ends = false;
        while let [first, rest @ ..] = parts
            && is_look(first, Look::Start)
        {
            (starts, parts) = (true, rest);
        }
        while let [rest @ .., last] = parts
            && is_look(last, Look::End)
        {
            (ends, parts) = (true, rest);
        }
        let mut runs = Vec::new();
        for part in parts {
            push(part, &mut runs)?;
        }
        Some((starts, runs, ends))
    }
}

fn is_look(hir: &Hir, look: Look) -> bool {
    matches!(hir.kind(), HirKind::Look(found) if *found == look)
}

/// Appends what `hir` is made of.
fn push(hir: &Hir, runs: &mut Vec<Run<ClassUnicode>>) -> Option<()> {
    match hir.kind() {
        HirKind::Empty => {}
        HirKind::Class(Class::Unicode(set)) => append(runs, Run { set: set.clone(), min: 1, max: Some(1) }),
        HirKind::Literal(literal) => {
            for character in std::str::from_utf8(&literal.0).ok()?.chars() {
                append(runs, Run { set: just(character), min: 1, max: Some(1) });
            }
        }
        HirKind::Concat(parts) => {
            for part in parts {
                push(part, runs)?;
            }
        }
        HirKind::Repetition(Repetition { min, max, sub, .. }) => match character_set(sub) {
            Some(set) => append(runs, Run { set, min: *min, max: *max }),
            None if *max == Some(*min) => write_out(sub, usize::try_from(*min).ok()?, runs)?,
            None => return None,
        },
        _ => return None,
    }
    Some(())
}

/// Appends `count` copies of what `hir` is made of, if they do not get too many.
fn write_out(hir: &Hir, count: usize, runs: &mut Vec<Run<ClassUnicode>>) -> Option<()> {
    let mut once = Vec::new();
    push(hir, &mut once)?;
    if once.len().checked_mul(count)? > MAX_WRITTEN_OUT {
        return None;
    }
    for run in std::iter::repeat_n(once, count).flatten() {
        append(runs, run);
    }
    Some(())
}

/// Appends a run; it merges with a last one of the same set.
fn append(runs: &mut Vec<Run<ClassUnicode>>, run: Run<ClassUnicode>) {
    match runs.last_mut() {
        Some(last) if last.set == run.set => {
            last.min = last.min.saturating_add(run.min);
            last.max = last.max.zip(run.max).map(|(left, right)| left.saturating_add(right));
        }
        _ => runs.push(run),
    }
}

/// The set, if `hir` is one character of a set.
fn character_set(hir: &Hir) -> Option<ClassUnicode> {
    match hir.kind() {
        HirKind::Class(Class::Unicode(set)) => Some(set.clone()),
        HirKind::Literal(literal) => {
            let mut characters = std::str::from_utf8(&literal.0).ok()?.chars();
            let first = characters.next()?;
            characters.next().is_none().then(|| just(first))
        }
        _ => None,
    }
}

fn just(character: char) -> ClassUnicode {
    ClassUnicode::new([ClassUnicodeRange::new(character, character)])
}
