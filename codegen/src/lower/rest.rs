//! What the members hold that an object does not declare.

use crate::plan::{TypeId, Use};
use crate::schema::{Graph, Keyword, SchemaId};

use super::conjunction::{Conjunction, Properties};
use super::{Hint, Lowering};

/// What members beyond the declared ones hold; `None` if there can be none.
pub(super) fn of(lowering: &mut Lowering<'_>, id: TypeId, conjunction: &Conjunction) -> Option<Use> {
    let hint = Hint { parent: Some(id), role: "Value" };
    let graph = &lowering.plan.graph;
    let patterned = conjunction.properties().filter(|group| !open_patterns(graph, group).is_empty());
    if let Some(choice) = patterned.map(|group| Choice::of(graph, &group)).reduce(Choice::narrower) {
        return choice.or_unevaluated(graph, conjunction).lower(lowering, hint);
    }
    let rest = conjunction.properties().filter_map(|group| group.additional).chain(conjunction.unevaluated_properties);
    let rest: Vec<SchemaId> = rest.filter(|rest| !graph.get(*rest).keywords.is_empty()).collect();
    if rest.iter().any(|rest| is_never(graph, *rest)) {
        return None;
    }
    match lowering.joined(&rest) {
        Some(schema) => Some(lowering.use_of(schema, hint)),
        None => Choice::anything().or_unevaluated(&lowering.plan.graph, conjunction).lower(lowering, hint),
    }
}

/// The patterns that match more names than can be declared, with their schemas; where no schema is for the other names,
/// without those that ask nothing of a member.
pub(super) fn open_patterns<'p>(graph: &Graph, group: &Properties<'p>) -> Vec<&'p (String, SchemaId)> {
    let has_rest = group.additional.is_some_and(|rest| !graph.accepts_all(rest));
    let matters = |schema: SchemaId| has_rest || !graph.accepts_all(schema);
    group
        .patterns
        .iter()
        .filter(|(pattern, schema)| graph.spelled_names(pattern).is_none() && matters(*schema))
        .collect()
}

/// What a member can be, where its name decides that, or what else was evaluated.
struct Choice {
    /// The schemas that a name can ask for, but for those that ask nothing.
    branches: Vec<SchemaId>,
    /// Whether there are names that ask nothing.
    is_open: bool,
}

impl Choice {
    fn anything() -> Self {
        Self { branches: Vec::new(), is_open: true }
    }

    fn of(graph: &Graph, group: &Properties<'_>) -> Self {
        let patterns = open_patterns(graph, group).into_iter().map(|(_, schema)| *schema);
        let all: Vec<SchemaId> = patterns.chain(group.additional).collect();
        let is_open = group.additional.is_none() || all.iter().any(|schema| graph.accepts_all(*schema));
        Self { branches: all, is_open }.telling(graph)
    }

    /// The same, with the schema of members that nothing else evaluates; which ones these are depends on the instance.
    fn or_unevaluated(mut self, graph: &Graph, conjunction: &Conjunction) -> Self {
        if self.is_open {
            self.branches.extend(conjunction.keywords.iter().filter_map(|keyword| match keyword {
                Keyword::UnevaluatedProperties(rest) => Some(*rest),
                _ => None,
            }));
        }
        self.telling(graph)
    }

    /// Without schemas that say nothing of what a member holds.
    fn telling(mut self, graph: &Graph) -> Self {
        self.branches.retain(|schema| !graph.accepts_all(*schema) && !is_never(graph, *schema));
        self
    }

    /// What two groups leave, both of which a member must satisfy: no more than the one that leaves less.
    fn narrower(self, other: Self) -> Self {
        match (self.is_open, other.is_open) {
            (true, true) => Self { branches: [self.branches, other.branches].concat(), is_open: true },
            (true, false) => other,
            (false, _) => self,
        }
    }

    fn lower(self, lowering: &mut Lowering<'_>, hint: Hint<'_>) -> Option<Use> {
        match lowering.any_of(&self.branches, self.is_open) {
            Some(schema) => Some(lowering.use_of(schema, hint)),
            None => self.is_open.then_some(Use::Json),
        }
    }
}

fn is_never(graph: &Graph, schema: SchemaId) -> bool {
    graph.get(schema).keywords.contains(&Keyword::Never)
}
