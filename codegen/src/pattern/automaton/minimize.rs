//! Makes automata small: states that no text tells apart become one, and then so do bytes that no state tells apart.

use std::collections::BTreeMap;

use super::{
    Alphabet, Automaton,
    determinize::{Explored, State},
    partition,
};
use crate::pattern::byte_set::ByteSet;

/// The smallest automaton that accepts the same texts; nothing if its states do not fit into their numbers.
pub(super) fn minimize(explored: &Explored) -> Option<Automaton> {
    let blocks = partition::blocks(explored);
    let representatives = representatives(&blocks, &explored.states);
    let numbers = order(&representatives, &blocks);
    let number = |state: usize| blocks.get(state).and_then(|block| numbers.get(block)).copied();
    let mut rows = BTreeMap::new();
    for (block, state) in &representatives {
        let row: Option<Vec<u16>> = state.next.iter().map(|next| number(*next)).collect();
        rows.insert(*numbers.get(block)?, row?);
    }
    let n_rejecting = representatives.values().filter(|state| !state.accepts).count();
    let (classes, next) = merge_classes(&explored.classes, &rows.into_values().collect::<Vec<_>>());
    Some(Automaton {
        alphabet: Alphabet::Bytes(classes),
        next,
        start: number(0)?,
        accepting: u16::try_from(n_rejecting).ok()?,
    })
}

/// The first state of each block.
fn representatives<'a>(blocks: &[usize], states: &'a [State]) -> BTreeMap<usize, &'a State> {
    blocks.iter().copied().zip(states).rev().collect()
}

/// The number of each block: rejecting before accepting, a block with no way out before the others, and else in the
/// order in which a text would come to them.
fn order(representatives: &BTreeMap<usize, &State>, blocks: &[usize]) -> BTreeMap<usize, u16> {
    let is_trap = |block: usize, state: &State| state.next.iter().all(|next| blocks.get(*next) == Some(&block));
    let first = |block: usize| blocks.iter().position(|other| *other == block);
    let mut keys: Vec<_> = representatives
        .iter()
        .map(|(block, state)| (state.accepts, !is_trap(*block, state), first(*block), *block))
        .collect();
    keys.sort_unstable();
    keys.into_iter().zip(0..=u16::MAX).map(|((.., block), number)| (block, number)).collect()
}

/// Makes one class of those whose columns are equal.
fn merge_classes(classes: &[ByteSet], rows: &[Vec<u16>]) -> (Vec<ByteSet>, Vec<Vec<u16>>) {
    let mut columns: Vec<(Vec<u16>, ByteSet)> = Vec::new();
    for (index, class) in classes.iter().enumerate() {
        let column: Vec<u16> = rows.iter().filter_map(|row| row.get(index)).copied().collect();
        match columns.iter_mut().find(|(known, _)| *known == column) {
            Some((_, known)) => *known = known.union(*class),
            None => columns.push((column, *class)),
        }
    }
    let row = |state: usize| columns.iter().filter_map(|(column, _)| column.get(state)).copied().collect();
    let rows = (0..rows.len()).map(row).collect();
    (columns.into_iter().map(|(_, class)| class).collect(), rows)
}
