//! Boxes where a type would contain itself, and where containment goes too deep for rustc.

use crate::plan::{Content, Plan, Shape, TypeId, Use};

/// How many structs may contain each other without a `Box`: rustc computes layouts by recursion, up to 128 deep.
const DEEPEST: usize = 24;

/// Turns uses into boxed ones until every type has a size.
pub(super) fn break_cycles(plan: &mut Plan) {
    let edges: Vec<Vec<TypeId>> = plan.types.iter().map(|ty| contained(&ty.shape)).collect();
    let mut walk = Walk { edges: &edges, state: vec![State::New; edges.len()], boxed: vec![Vec::new(); edges.len()] };
    for index in 0..edges.len() {
        walk.visit(TypeId(index));
    }
    let boxed = walk.boxed;
    for (ty, boxed) in plan.types.iter_mut().zip(boxed) {
        if !boxed.is_empty() {
            each_use(&mut ty.shape, &mut |content| box_up(content, &boxed));
            box_tagged(&mut ty.shape, &boxed);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    /// On the path from the start to here.
    Open,
    /// Done, with the longest chain of containment below it.
    Done(usize),
}

/// A type on the path: which of its edges comes next, and the longest chain of containment below it so far.
struct Step {
    id: TypeId,
    next: usize,
    depth: usize,
}

/// A depth-first walk along containment, which boxes each edge that closes a cycle or makes too long a chain.
struct Walk<'e> {
    edges: &'e [Vec<TypeId>],
    state: Vec<State>,
    boxed: Vec<Vec<TypeId>>,
}

impl Walk<'_> {
    fn visit(&mut self, start: TypeId) {
        let mut path = Vec::new();
        self.enter(start, &mut path);
        while let Some(step) = path.last_mut() {
            let id = step.id;
            let Some(child) = self.edges.get(id.0).and_then(|edges| edges.get(step.next)).copied() else {
                let depth = step.depth;
                path.pop();
                self.set(id, State::Done(depth));
                continue;
            };
            match self.state(child) {
                State::New => {
                    self.enter(child, &mut path);
                    continue;
                }
                State::Done(below) if below + 1 < DEEPEST => step.depth = step.depth.max(below + 1),
                State::Open | State::Done(_) => self.box_edge(id, child),
            }
            if let Some(step) = path.last_mut() {
                step.next += 1;
            }
        }
    }

    fn enter(&mut self, id: TypeId, path: &mut Vec<Step>) {
        if self.state(id) == State::New {
            self.set(id, State::Open);
            path.push(Step { id, next: 0, depth: 0 });
        }
    }

    fn state(&self, id: TypeId) -> State {
        self.state.get(id.0).copied().unwrap_or(State::Done(0))
    }

    fn set(&mut self, id: TypeId, state: State) {
        if let Some(slot) = self.state.get_mut(id.0) {
            *slot = state;
        }
    }

    fn box_edge(&mut self, id: TypeId, child: TypeId) {
        if let Some(boxed) = self.boxed.get_mut(id.0) {
            boxed.push(child);
        }
    }
}

/// The types that a value of this shape contains without indirection.
fn contained(shape: &Shape) -> Vec<TypeId> {
    let mut found = Vec::new();
    let mut shape = shape.clone();
    each_use(&mut shape, &mut |content| {
        if let Some(id) = direct(content) {
            found.push(id);
        }
    });
    if let Shape::Tagged { variants, .. } = &shape {
        found.extend(variants.iter().map(|variant| variant.content));
    }
    found
}

fn direct(content: &Use) -> Option<TypeId> {
    match content {
        Use::Type(id) => Some(*id),
        Use::Nullable(inner) => direct(inner),
        _ => None,
    }
}

fn box_up(content: &mut Use, boxed: &[TypeId]) {
    match content {
        Use::Type(id) if boxed.contains(id) => *content = Use::Boxed(*id),
        Use::Nullable(inner) => box_up(inner, boxed),
        _ => {}
    }
}

fn box_tagged(shape: &mut Shape, boxed: &[TypeId]) {
    if let Shape::Tagged { variants, .. } = shape {
        for variant in variants.iter_mut().filter(|variant| boxed.contains(&variant.content)) {
            variant.is_boxed = true;
        }
    }
}

/// Every use that stands directly in a shape.
fn each_use(shape: &mut Shape, visit: &mut dyn FnMut(&mut Use)) {
    match shape {
        Shape::Struct(object) => {
            for member in &mut object.members {
                if let Content::Use(content) = &mut member.content {
                    visit(content);
                }
            }
        }
        Shape::Tuple(tuple) => tuple.items.iter_mut().for_each(|item| visit(&mut item.content)),
        Shape::Kinds(variants) => variants.iter_mut().for_each(|variant| visit(&mut variant.content)),
        Shape::Union { variants, .. } => variants.iter_mut().for_each(|variant| visit(&mut variant.value)),
        Shape::Newtype(content) | Shape::Alias(content) => visit(content),
        Shape::String(_)
        | Shape::Strings(_)
        | Shape::Constants(_)
        | Shape::Integer { .. }
        | Shape::Number(_)
        | Shape::Array { .. }
        | Shape::Map { .. }
        | Shape::Tagged { .. }
        | Shape::Opaque
        | Shape::Never => {}
    }
}
