//! Lowers the graph of schemas to the plan of types: which Rust type each subschema becomes, and what it is called.
//!
//! A shape accepts at least what its schema accepts and loses none of it; what the shape does not keep by itself
//! becomes its residual, judged on the finished value. So a shape may always be wider than the schema, never narrower,
//! and exactness does not depend on how clever this stage is.

mod aliases;
mod apart;
mod array;
mod boxing;
mod branches;
mod concern;
mod conditional;
mod conjunction;
mod constants;
mod defaults;
mod derive;
mod dynamic;
mod form;
mod members;
mod names;
mod negation;
mod object;
mod order;
mod residual;
mod rest;
mod scalar;
mod scopes;
mod sensitive;
mod signs;
mod tags;
mod traits;
mod types_of;
mod unions;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::options::Options;

use crate::plan::{Module, Plan, Residual, Shape, Traits, Type, TypeId, Use};
use crate::schema::{Graph, Keyword, SchemaId, TypeSet};
use crate::source::Source;

use names::Modules;

/// Lowers the graph, which must be whole, to a plan.
pub fn lower(graph: Graph, sources: &[Source], options: &Options) -> Plan {
    let mut lowering = Lowering::new(graph, sources);
    lowering.declare(options);
    lowering.finish_all();
    let Lowering { mut plan, mut origins, definitions, .. } = lowering;
    order::settle(&plan, &mut origins, &definitions);
    names::assign(&mut plan, &origins, &definitions, sources, options);
    aliases::resolve(&mut plan);
    boxing::break_cycles(&mut plan);
    traits::derive(&mut plan);
    sensitive::hide(&mut plan);
    defaults::check(&mut plan, sources, options);
    order::arrange(&mut plan, &origins);
    plan
}

/// The plan in the making.
struct Lowering<'s> {
    sources: &'s [Source],
    plan: Plan,
    module_names: Modules,
    /// The module of each document, once it has one.
    modules: BTreeMap<usize, usize>,
    /// The named types that have been given out.
    types: HashMap<SchemaId, TypeId>,
    /// Subschemas that a reference points to, so that they need an identity.
    targets: HashSet<SchemaId>,
    /// The joins of subschemas that have been made.
    conjunctions: HashMap<BTreeSet<SchemaId>, SchemaId>,
    /// The choices between subschemas that have been made, and whether each is open to anything else.
    disjunctions: HashMap<(Vec<SchemaId>, bool), SchemaId>,
    /// The narrowings to some types that have been made.
    narrowings: HashMap<(SchemaId, TypeSet), SchemaId>,
    /// Subschemas whose meaning depends on what they are a part of.
    dynamic: BTreeSet<SchemaId>,
    /// Whether a schema asks how integers are written, as those of draft 4 do.
    is_spelling_asked: bool,
    /// The name that each definition asks for.
    definitions: HashMap<SchemaId, String>,
    /// Types whose shape is still to be found.
    pending: Vec<TypeId>,
    /// What each type was first used for.
    origins: Vec<Origin>,
}

/// What a type was first used for.
struct Origin {
    /// The type that uses it.
    parent: Option<TypeId>,
    /// Its role there.
    role: String,
}

/// What an unnamed subschema may be called: the names around it.
#[derive(Clone, Copy)]
struct Hint<'h> {
    /// The type that uses it.
    parent: Option<TypeId>,
    /// Its role there, such as a member's name.
    role: &'h str,
}

impl<'s> Lowering<'s> {
    fn new(mut graph: Graph, sources: &'s [Source]) -> Self {
        let dynamic = dynamic::settle(&mut graph);
        let targets = targets(&graph);
        let definitions = definitions(&graph);
        let mut keywords = graph.subschemas.iter().flat_map(|subschema| &subschema.keywords);
        let is_spelling_asked = keywords.any(|keyword| *keyword == Keyword::WrittenAsInteger);
        Self {
            sources,
            plan: Plan { graph, ..Plan::default() },
            module_names: Modules::default(),
            modules: BTreeMap::new(),
            types: HashMap::new(),
            targets,
            conjunctions: HashMap::new(),
            disjunctions: HashMap::new(),
            narrowings: HashMap::new(),
            dynamic,
            is_spelling_asked,
            definitions,
            pending: Vec::new(),
            origins: Vec::new(),
        }
    }

    /// Gives a type to every root and definition that the user asked for.
    fn declare(&mut self, options: &Options) {
        let documents = self.plan.graph.documents.clone();
        for (index, document) in documents.iter().enumerate().filter(|(_, document)| document.is_requested) {
            self.module(index);
            for (name, id) in &document.definitions {
                self.definitions.entry(*id).or_insert_with(|| name.clone());
                self.named(*id, Hint { parent: None, role: name });
            }
            let Some(root) = document.root else { continue };
            if document.definitions.is_empty() || !self.plan.graph.get(root).keywords.is_empty() {
                let name = self.root_name(index, root, options);
                self.definitions.insert(root, name.clone());
                self.named(root, Hint { parent: None, role: &name });
            }
        }
    }

    fn root_name(&self, document: usize, root: SchemaId, options: &Options) -> String {
        let title = self.plan.graph.get(root).annotations.title.clone();
        let stem = || self.document_stem(document);
        options.root_name.clone().or(title.filter(|title| names::is_name(title))).unwrap_or_else(stem)
    }

    fn document_stem(&self, document: usize) -> String {
        let source = self.plan.graph.documents.get(document).and_then(|document| self.sources.get(document.source));
        source.map_or_else(|| "schema".to_owned(), |source| names::file_stem(source.name()))
    }

    /// The module of a document.
    fn module(&mut self, document: usize) -> usize {
        if let Some(module) = self.modules.get(&document) {
            return *module;
        }
        let stem = self.document_stem(document);
        let name = self.module_names.name(&stem);
        let docs = self.document_docs(document);
        let module = self.plan.modules.len();
        self.plan.modules.push(Module { name, document, docs, types: Vec::new() });
        self.modules.insert(document, module);
        module
    }

    fn document_docs(&self, document: usize) -> String {
        let root = self.plan.graph.documents.get(document).and_then(|document| document.root);
        let docs = root.map(|root| names::docs(&self.plan.graph.get(root).annotations));
        docs.filter(|docs| !docs.is_empty())
            .unwrap_or_else(|| format!("The types of `{}`.", self.document_stem(document)))
    }

    fn finish_all(&mut self) {
        while let Some(id) = self.pending.pop() {
            let Some(schema) = self.plan.get(id).map(|ty| ty.schema) else { continue };
            let (shape, residual) = self.shape(id, schema);
            if let Some(ty) = self.plan.types.get_mut(id.0) {
                ty.shape = shape;
                ty.residual = residual;
            }
        }
    }

    /// The type of a subschema that needs one, made when it is first asked for; named when all types are known.
    fn named(&mut self, schema: SchemaId, hint: Hint<'_>) -> TypeId {
        if let Some(id) = self.types.get(&schema) {
            return *id;
        }
        let subschema = self.plan.graph.get(schema);
        let (annotations, source) = (subschema.annotations.clone(), subschema.location.source);
        let document = self.plan.graph.documents.iter().position(|document| document.source == source).unwrap_or(0);
        let module = self.module(document);
        let id = TypeId(self.plan.types.len());
        self.plan.types.push(Type {
            name: String::new(),
            module,
            schema,
            owner: None,
            docs: names::docs(&annotations),
            is_deprecated: annotations.is_deprecated,
            is_sensitive: false,
            shape: Shape::Opaque,
            residual: Residual::None,
            traits: Traits::default(),
        });
        self.origins.push(Origin { parent: hint.parent, role: hint.role.to_owned() });
        self.types.insert(schema, id);
        self.pending.push(id);
        id
    }

    /// How a place refers to a subschema: in place when a plain Rust type says all of it, else by a type of its own.
    fn use_of(&mut self, schema: SchemaId, hint: Hint<'_>) -> Use {
        form::use_of(self, schema, hint, 0)
    }
}

fn targets(graph: &Graph) -> HashSet<SchemaId> {
    let keywords = graph.subschemas.iter().flat_map(|subschema| &subschema.keywords);
    keywords.filter_map(Keyword::referred).collect()
}

fn definitions(graph: &Graph) -> HashMap<SchemaId, String> {
    let named = graph.documents.iter().flat_map(|document| &document.definitions);
    named.map(|(name, id)| (*id, name.clone())).collect()
}
