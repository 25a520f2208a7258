//! Puts a value into a document of a definition, at the place that some steps lead to.

use serde_json::{Map, Value};

use crate::pointer;

use super::super::question::Step;
use super::super::versions::Node;
use super::Witness;
use super::dice::Dice;
use super::grow::Grower;

/// A document of `definition` with `value` where the steps lead. Later rounds make other documents.
pub(super) fn lift(grower: &mut Grower<'_>, definition: Node, steps: &[Step], value: &Value, round: usize) -> Witness {
    grower.dice = Dice::new(u64::try_from(round).unwrap_or_default());
    let mut lifting = Lifting { grower, value, pointer: String::new(), is_plain: round.is_multiple_of(2) };
    let document = lifting.build(&[definition], steps, 0);
    Witness { document, pointer: lifting.pointer }
}

struct Lifting<'l, 'v> {
    grower: &'l mut Grower<'v>,
    value: &'l Value,
    pointer: String,
    is_plain: bool,
}

impl Lifting<'_, '_> {
    fn build(&mut self, nodes: &[Node], steps: &[Step], depth: usize) -> Value {
        let Some((step, rest)) = steps.split_first() else { return self.value.clone() };
        match step {
            Step::Given(condition) => {
                let nodes: Vec<Node> = nodes.iter().copied().chain([*condition]).collect();
                self.build(&nodes, rest, depth)
            }
            Step::Member(name) => self.member(nodes, name.clone(), rest, depth),
            Step::Other(pattern) => {
                let name = self.other_name(nodes, pattern.as_deref());
                self.member(nodes, name, rest, depth)
            }
            Step::Item(index) => self.item(nodes, *index, rest, depth),
        }
    }

    fn member(&mut self, nodes: &[Node], name: String, rest: &[Step], depth: usize) -> Value {
        let asked = self.grower.decided(nodes, self.is_plain);
        let mut members = match self.grower.value(&asked.nodes, depth, self.is_plain) {
            Value::Object(members) => members,
            _ => Map::new(),
        };
        pointer::push(&mut self.pointer, &name);
        let member = self.build(&asked.member(&name), rest, depth.saturating_add(1));
        members.insert(name, member);
        Value::Object(members)
    }

    fn item(&mut self, nodes: &[Node], index: usize, rest: &[Step], depth: usize) -> Value {
        let asked = self.grower.decided(nodes, self.is_plain);
        let mut items = match self.grower.value(&asked.nodes, depth, self.is_plain) {
            Value::Array(items) => items,
            _ => Vec::new(),
        };
        while items.len() <= index {
            let item = self.grower.value(&asked.item(items.len()), depth.saturating_add(1), self.is_plain);
            items.push(item);
        }
        pointer::push(&mut self.pointer, &index.to_string());
        let item = self.build(&asked.item(index), rest, depth.saturating_add(1));
        items.get_mut(index).into_iter().for_each(|place| *place = item.clone());
        Value::Array(items)
    }

    /// A name that nothing names, or that a pattern takes in.
    fn other_name(&mut self, nodes: &[Node], pattern: Option<&str>) -> String {
        let versions = self.grower.versions;
        let asked = self.grower.decided(nodes, self.is_plain);
        let fits = |name: &&String| match pattern {
            Some(pattern) => versions.matches(pattern, name) == Some(true),
            None => !asked.knows(name) && !asked.requires(name),
        };
        let names: Vec<&String> = self.grower.pool.names.iter().filter(fits).collect();
        let name = self.grower.dice.pick(&names).map(|name| (*name).clone());
        name.unwrap_or_else(|| "other".to_owned())
    }
}
