//! What a pattern says needlessly at an open end: a search for `a+b?` finds no more texts than one for `a`.

use regex_syntax::hir::{Hir, HirKind, Repetition};

/// An end of a pattern.
#[derive(Clone, Copy)]
enum Side {
    First,
    Last,
}

/// The least that must match where `hir` matches; both are found in the same texts.
pub(super) fn least(hir: &Hir) -> Hir {
    trim(&trim(hir, Side::Last), Side::First)
}

fn trim(hir: &Hir, side: Side) -> Hir {
    match hir.kind() {
        HirKind::Repetition(repetition) => trim_repetition(repetition, side),
        HirKind::Concat(parts) => trim_concat(parts, side),
        HirKind::Alternation(branches) => Hir::alternation(branches.iter().map(|branch| trim(branch, side)).collect()),
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) | HirKind::Look(_) | HirKind::Capture(_) => {
            hir.clone()
        }
    }
}

/// Of at least n, there are n, and the outermost is at the open end itself.
fn trim_repetition(repetition: &Repetition, side: Side) -> Hir {
    let Some(others) = repetition.min.checked_sub(1) else {
        return Hir::empty();
    };
    let outermost = trim(&repetition.sub, side);
    let others = Hir::repetition(Repetition { min: others, max: Some(others), ..repetition.clone() });
    ordered(side, others, outermost)
}

fn trim_concat(parts: &[Hir], side: Side) -> Hir {
    let mut parts = parts.iter();
    loop {
        let outermost = match side {
            Side::First => parts.next(),
            Side::Last => parts.next_back(),
        };
        let Some(outermost) = outermost.map(|part| trim(part, side)) else {
            return Hir::empty();
        };
        if !matches!(outermost.kind(), HirKind::Empty) {
            return ordered(side, Hir::concat(parts.cloned().collect()), outermost);
        }
    }
}

fn ordered(side: Side, inner: Hir, outermost: Hir) -> Hir {
    Hir::concat(match side {
        Side::First => vec![outermost, inner],
        Side::Last => vec![inner, outermost],
    })
}
