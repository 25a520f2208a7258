//! Objects: declared members present and absent, unknown ones where they may be, in any order.

use codegen::schema::Keyword;

use super::super::demands::Demands;
use super::super::tree::Tree;
use super::{ENOUGH, Generator, any, pattern};

/// How many unknown members an object gets at most, unless it needs more.
const SOME: usize = 3;

/// Names that a schema is unlikely to declare and a careless reader to survive.
const UNKNOWN: [&str; 10] =
    ["extra", "x-note", "", "type_", "Type", "$ref", "__proto__", "a/b~c", "été \"1\"", "\u{0}"];

impl<'w> Generator<'w> {
    pub(super) fn object(&mut self, demands: &Demands<'w>) -> Tree {
        let mut members: Vec<(String, Tree)> = Vec::new();
        for name in self.names(demands) {
            let schemas = demands.member(&name);
            let is_possible = !Demands::gather(self.world, &schemas, &mut self.choices).is_impossible();
            if is_possible || demands.requires(&name) {
                let place = self.choices.below(members.len() + 1);
                // The plainest place is the last one: members in the order of their declaration.
                members.insert(members.len() - place, (name, self.value(&schemas)));
            }
        }
        Tree::Object(members)
    }

    fn names(&mut self, demands: &Demands<'w>) -> Vec<String> {
        let is_enough = self.depth > ENOUGH;
        let mut names: Vec<String> = Vec::new();
        for name in demands.declared() {
            if demands.requires(name) || (!is_enough && self.choices.flip()) {
                names.push(name.to_owned());
            }
        }
        add_dependents(demands, &mut names);
        self.add_unknown(demands, &mut names);
        names
    }

    fn add_unknown(&mut self, demands: &Demands<'w>, names: &mut Vec<String>) {
        let (least, most) = bounds(demands);
        let some = if self.depth > ENOUGH { 0 } else { self.choices.below(SOME + 1) };
        let wanted = (names.len() + some).clamp(least.min(most), most);
        // Names may repeat, so that there is no telling how many it takes to get as many as are wanted.
        for _ in 0..4 * wanted {
            if names.len() >= wanted {
                break;
            }
            let name = self.unknown(demands);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }

    fn unknown(&mut self, demands: &Demands<'w>) -> String {
        let rules = demands.keywords().filter_map(|keyword| match keyword {
            Keyword::PropertyNames(schema) => Some(*schema),
            _ => None,
        });
        let rules: Vec<_> = rules.collect();
        if !rules.is_empty()
            && let Tree::String(name) = self.value(&rules)
        {
            return name;
        }
        if self.choices.flip()
            && let Some(name) = self.patterned(demands)
        {
            return name;
        }
        match self.choices.pick(&UNKNOWN) {
            Some(name) if !self.choices.once_in(4) => (*name).to_owned(),
            _ => any::text(&mut self.choices).to_owned(),
        }
    }

    fn patterned(&mut self, demands: &Demands<'w>) -> Option<String> {
        let patterns: Vec<&str> = demands
            .keywords()
            .filter_map(|keyword| match keyword {
                Keyword::Properties { patterns, .. } => Some(patterns),
                _ => None,
            })
            .flatten()
            .map(|(pattern, _)| pattern.as_str())
            .collect();
        let chosen = *self.choices.pick(&patterns)?;
        pattern::text(chosen, &mut self.choices)
    }
}

/// How many members there may be.
fn bounds(demands: &Demands<'_>) -> (usize, usize) {
    demands.keywords().fold((0, usize::MAX), |(least, most), keyword| match keyword {
        Keyword::MinProperties(count) => (least.max(usize::try_from(*count).unwrap_or(usize::MAX)), most),
        Keyword::MaxProperties(count) => (least, most.min(usize::try_from(*count).unwrap_or(usize::MAX))),
        _ => (least, most),
    })
}

/// What `dependentRequired` asks of an object with these members is added to them.
fn add_dependents(demands: &Demands<'_>, names: &mut Vec<String>) {
    let mut next = 0;
    while let Some(name) = names.get(next).cloned() {
        for keyword in demands.keywords() {
            if let Keyword::DependentRequired(dependents) = keyword {
                let of_name = dependents.iter().filter(|(trigger, _)| *trigger == name);
                let added: Vec<String> = of_name.flat_map(|(_, added)| added).cloned().collect();
                names.extend(added.into_iter().filter(|added| !names.contains(added)).collect::<Vec<_>>());
            }
        }
        next += 1;
    }
}
