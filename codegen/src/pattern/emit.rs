//! Writes plans as Rust code: a function, and the private items that it needs.

mod byte_test;
mod character_test;
mod form;
mod literals;
mod machine;
mod run;
mod scan;
mod table;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use syn::Ident;

use super::{
    automaton::Automaton,
    backtracking::Backtracking,
    form::form as form_of,
    plan::{Condition, Plan},
};

/// Writes the matcher `name` of `plan`; `source` is for its documentation.
pub(super) fn emit(plan: &Plan, source: &str, name: &Ident) -> TokenStream {
    let mut emitter = Emitter { name, items: Vec::new() };
    let body = emitter.body(plan);
    let doc = if source.is_empty() {
        " Whether `text` matches the empty pattern.".to_owned()
    } else {
        format!(" Whether `text` matches {}.", quoted(source))
    };
    let parameter = parameter(plan);
    let Emitter { items, .. } = emitter;
    quote! {
        #(#items)*

        #[doc = #doc]
        fn #name(#parameter: &str) -> bool {
            #body
        }
    }
}

struct Emitter<'a> {
    name: &'a Ident,
    /// Items that stand beside the function.
    items: Vec<TokenStream>,
}

/// The body of a function, or as much of one as an operand is.
struct Body {
    statements: TokenStream,
    verdict: TokenStream,
    binding: Binding,
}

/// How tightly a verdict binds as an operand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Binding {
    /// Tighter than any operator.
    Tight,
    /// A comparison or a conjunction.
    And,
    /// A disjunction.
    Or,
}

impl Body {
    fn new(binding: Binding, verdict: TokenStream) -> Self {
        Self { statements: TokenStream::new(), verdict, binding }
    }

    fn tight(verdict: TokenStream) -> Self {
        Self::new(Binding::Tight, verdict)
    }

    /// Whether the verdict is `true`, whatever the text.
    fn is_true(&self) -> bool {
        self.verdict.to_string() == "true"
    }
}

impl quote::ToTokens for Body {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend([self.statements.clone(), self.verdict.clone()]);
    }
}

impl Emitter<'_> {
    fn body(&mut self, plan: &Plan) -> Body {
        match plan {
            Plan::Constant(verdict) => Body::tight(quote!(#verdict)),
            Plan::Literals(literals) => literals::body(literals),
            Plan::Sequence(sequence) => match form_of(sequence) {
                Some(form) => self.form(&form),
                // A plan has only sequences that have a form.
                None => Body::tight(quote!(false)),
            },
            Plan::Any(plans) => self.any(plans),
            Plan::All(conditions) => self.all(conditions),
            Plan::Automaton(automaton) => self.automaton(automaton),
            Plan::Backtracking(backtracking) => backtracking_body(backtracking),
        }
    }

    fn any(&mut self, plans: &[Plan]) -> Body {
        let operands: Vec<Body> = plans.iter().map(|plan| self.operand(plan)).collect();
        Body::new(Binding::Or, quote!(#(#operands)||*))
    }

    fn all(&mut self, conditions: &[Condition]) -> Body {
        let operands: Vec<TokenStream> = conditions.iter().map(|condition| self.condition(condition)).collect();
        Body::new(Binding::And, quote!(#(#operands)&&*))
    }

    fn condition(&mut self, condition: &Condition) -> TokenStream {
        if !condition.holds {
            return self.negated(&condition.plan);
        }
        let operand = self.operand(&condition.plan);
        if operand.binding == Binding::Or { quote!((#operand)) } else { quote!(#operand) }
    }

    fn negated(&mut self, plan: &Plan) -> TokenStream {
        if let Plan::Literals(literals) = plan
            && let Some(negated) = literals::negated(literals)
        {
            return negated;
        }
        let call = self.function(plan);
        quote!(!#call)
    }

    /// A plan as an operand: inline if it is an expression, else a call.
    fn operand(&mut self, plan: &Plan) -> Body {
        if matches!(plan, Plan::Automaton(_) | Plan::Backtracking(_)) {
            return Body::tight(self.function(plan));
        }
        let n_items = self.items.len();
        let body = self.body(plan);
        if body.statements.is_empty() {
            return body;
        }
        self.items.truncate(n_items);
        Body::tight(self.function(plan))
    }

    /// Writes a function of its own for `plan`, and gives a call of it.
    fn function(&mut self, plan: &Plan) -> TokenStream {
        let part = format_ident!("{}_part_{}", self.name, self.items.len() + 1);
        let mut emitter = Emitter { name: &part, items: Vec::new() };
        let body = emitter.body(plan);
        let mut items = emitter.items;
        let parameter = parameter(plan);
        let doc = format!(" A part of [`{}`].", self.name);
        items.push(quote! {
            #[doc = #doc]
            fn #part(#parameter: &str) -> bool {
                #body
            }
        });
        self.items.push(quote!(#(#items)*));
        quote!(#part(text))
    }

    fn automaton(&mut self, automaton: &Automaton) -> Body {
        machine::body(automaton).unwrap_or_else(|| self.table(automaton))
    }

    /// The name of a static that belongs to the function.
    fn item_name(&self, what: &str) -> Ident {
        format_ident!("{}_{what}", self.name.to_string().trim_start_matches("r#").to_uppercase())
    }
}

/// ```ignore
/// static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(regex);
///
/// fn regex() -> Option<Regex> {
///     Regex::with_flags(r"(.)\1", "u").ok()
/// }
///
/// PATTERN.as_ref().is_some_and(|pattern| pattern.find(text).is_some())
/// ```
fn backtracking_body(backtracking: &Backtracking) -> Body {
    let source = raw_string(backtracking.source());
    let statements = quote! {
        static PATTERN: ::std::sync::LazyLock<Option<::regress::Regex>> = ::std::sync::LazyLock::new(regex);

        fn regex() -> Option<::regress::Regex> {
            ::regress::Regex::with_flags(#source, "u").ok()
        }
    };
    Body { statements, ..Body::tight(quote!(PATTERN.as_ref().is_some_and(|pattern| pattern.find(text).is_some()))) }
}

/// The function's parameter: some plans do not look at the text.
fn parameter(plan: &Plan) -> Ident {
    format_ident!("{}", if matches!(plan, Plan::Constant(_)) { "_text" } else { "text" })
}

/// A pattern as a code span in documentation, on one line and of a bearable length.
fn quoted(source: &str) -> String {
    const MAX_SHOWN: usize = 160;
    let mut shown: String = source.chars().take(MAX_SHOWN).flat_map(visible).collect();
    if source.chars().count() > MAX_SHOWN {
        shown.push('…');
    }
    let fence = if shown.contains('`') { "``" } else { "`" };
    let space = if shown.starts_with('`') || shown.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{shown}{space}{fence}")
}

fn visible(character: char) -> Vec<char> {
    let is_shown = !character.is_control() && !is_reordering(character);
    if is_shown { vec![character] } else { character.escape_default().collect() }
}

/// Whether a character changes the order of the text around it, which rustc refuses in literals and comments.
fn is_reordering(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A string literal without escapes, if that can be.
fn raw_string(text: &str) -> Literal {
    let raw = format!("r\"{text}\"");
    let is_raw = text.contains('\\') && !text.contains(['"', '\r']) && !text.contains(is_reordering);
    raw.parse().ok().filter(|_| is_raw).unwrap_or_else(|| Literal::string(text))
}
