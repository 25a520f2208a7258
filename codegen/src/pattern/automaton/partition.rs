//! Hopcroft's algorithm: divides states into blocks of states that accept the same texts.

use std::collections::{BTreeMap, BTreeSet};

use super::determinize::Explored;

/// The block of each state.
pub(super) fn blocks(explored: &Explored) -> Vec<usize> {
    let states = 0..explored.states.len();
    let accepts = |state: &usize| explored.states.get(*state).is_some_and(|state| state.accepts);
    let (accepting, rejecting): (Vec<usize>, Vec<usize>) = states.partition(accepts);
    let mut partition = Partition {
        block_of: explored.states.iter().map(|state| usize::from(state.accepts)).collect(),
        blocks: vec![rejecting, accepting],
        origins: origins(explored),
    };
    let n_classes = explored.classes.len();
    let mut waiting: BTreeSet<(usize, usize)> = (0..n_classes).map(|class| (1, class)).collect();
    while let Some((splitter, class)) = waiting.pop_first() {
        for (old, new) in partition.split_by(splitter, class) {
            for class in 0..n_classes {
                let is_smaller = partition.len(new) <= partition.len(old);
                let block = if waiting.contains(&(old, class)) || is_smaller { new } else { old };
                waiting.insert((block, class));
            }
        }
    }
    partition.block_of
}

struct Partition {
    blocks: Vec<Vec<usize>>,
    block_of: Vec<usize>,
    /// The states that each class leads from, by class and by the state that it leads to.
    origins: Vec<Vec<Vec<usize>>>,
}

impl Partition {
    fn len(&self, block: usize) -> usize {
        self.blocks.get(block).map_or(0, Vec::len)
    }

    /// Divides each block into what `class` leads from into the splitter and what not; gives the old and new numbers.
    fn split_by(&mut self, splitter: usize, class: usize) -> Vec<(usize, usize)> {
        let mut parts: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        let targets = self.blocks.get(splitter).into_iter().flatten();
        let origins = targets.filter_map(|target| self.origins.get(class)?.get(*target)).flatten();
        for origin in origins {
            if let Some(block) = self.block_of.get(*origin) {
                parts.entry(*block).or_default().insert(*origin);
            }
        }
        parts.into_iter().filter_map(|(block, part)| Some((block, self.split(block, part)?))).collect()
    }

    /// Moves a part of a block into a block of its own, unless it is all of it.
    fn split(&mut self, block: usize, part: BTreeSet<usize>) -> Option<usize> {
        let new = self.blocks.len();
        let members = self.blocks.get_mut(block).filter(|members| members.len() > part.len())?;
        members.retain(|member| !part.contains(member));
        for member in &part {
            if let Some(block) = self.block_of.get_mut(*member) {
                *block = new;
            }
        }
        self.blocks.push(part.into_iter().collect());
        Some(new)
    }
}

fn origins(explored: &Explored) -> Vec<Vec<Vec<usize>>> {
    let mut origins = vec![vec![Vec::new(); explored.states.len()]; explored.classes.len()];
    for (origin, state) in explored.states.iter().enumerate() {
        for (by_target, target) in origins.iter_mut().zip(&state.next) {
            if let Some(origins) = by_target.get_mut(*target) {
                origins.push(origin);
            }
        }
    }
    origins
}
