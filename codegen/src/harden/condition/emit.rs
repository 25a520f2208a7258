//! Conditions as Rust.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{BinOp, Expr};

use crate::plan::{Shape, TypeId, Use};
use crate::schema::SchemaId;
use crate::spelling::ident;

use super::super::emission::Emission;
use super::super::{bounds, newtype, string};
use super::arms::{Arms, Part, gathered};
use super::{Condition, Form, Held};

/// An expression of what a condition is about.
#[derive(Clone)]
struct It {
    tokens: TokenStream,
    is_reference: bool,
}

impl It {
    fn field(&self, name: &str) -> Self {
        let (it, name) = (&self.tokens, ident(name));
        Self { tokens: quote! { #it.#name }, is_reference: false }
    }

    /// The map that a condition on names is about: this, or that of a struct's further members.
    fn map(&self, field: Option<&str>) -> TokenStream {
        field.map_or_else(
            || self.tokens.clone(),
            |field| {
                let field = self.field(field).tokens;
                quote! { #field.as_map() }
            },
        )
    }
}

/// The condition on `it`, a variable that refers to a value; `wish` says what its patterns should be called.
pub(in crate::harden) fn emit(
    emission: &mut Emission<'_>,
    condition: &Condition,
    it: &TokenStream,
    wish: &str,
) -> TokenStream {
    let it = It { tokens: it.clone(), is_reference: true };
    Emitter { emission, wish }.whole(condition, &it)
}

/// An expression as one of those that `&&` joins.
pub(in crate::harden) fn conjunct(expression: TokenStream) -> TokenStream {
    operand(expression, |operator| matches!(operator, BinOp::Or(_)))
}

/// An expression as one of those that `||` joins.
fn disjunct(expression: TokenStream) -> TokenStream {
    operand(expression, |operator| matches!(operator, BinOp::And(_)))
}

/// An expression in parentheses, if it is what does not stand beside operators, or has one that does not stand there.
fn operand(expression: TokenStream, is_apart: fn(&BinOp) -> bool) -> TokenStream {
    match syn::parse2(expression.clone()) {
        Ok(Expr::Binary(binary)) if is_apart(&binary.op) => quote! { (#expression) },
        Ok(Expr::If(_) | Expr::Match(_)) => quote! { (#expression) },
        _ => expression,
    }
}

struct Emitter<'e, 'a> {
    emission: &'e mut Emission<'a>,
    wish: &'e str,
}

impl Emitter<'_, '_> {
    /// A condition that stands by itself.
    fn whole(&mut self, condition: &Condition, it: &It) -> TokenStream {
        match condition {
            Condition::Always => quote! { true },
            Condition::Never => quote! { false },
            Condition::All(conditions) => self.all(conditions, it),
            Condition::Any(conditions) => {
                let any: Vec<_> = conditions.iter().map(|condition| disjunct(self.whole(condition, it))).collect();
                quote! { #(#any)||* }
            }
            Condition::Not(condition) => self.not(condition, it),
            choice @ Condition::Choice { .. } => self.all(std::slice::from_ref(choice), it),
            Condition::Field(field, held, condition) => self.field(field, *held, condition, it),
            Condition::EachItem(condition) => self.items("all", condition, it),
            Condition::SomeItem(condition) => self.items("any", condition, it),
            Condition::EachName(map, condition) => self.names("all", map.as_deref(), condition, it),
            Condition::SomeName(map, condition) => self.names("any", map.as_deref(), condition, it),
            plain => self.plain(plain, it),
        }
    }

    /// A condition that asks nothing of anything within the value.
    fn plain(&mut self, condition: &Condition, value: &It) -> TokenStream {
        let it = &value.tokens;
        match condition {
            Condition::IsVariant(ty, variants) => {
                let variants = self.variants(*ty, variants);
                quote! { matches!(#it, #variants) }
            }
            Condition::IsAlternative(ty, variants, schema) => self.alternative(*ty, variants, *schema, value),
            Condition::EachMember(map, name, content) => self.members(map.as_deref(), name, content, value),
            Condition::IsText(texts) => match texts.as_slice() {
                [text] => quote! { #it == #text },
                texts => quote! { matches!(#it, #(#texts)|*) },
            },
            Condition::Keeps(form, check) => {
                let view = match form {
                    Form::Exact => quote! { #it.view() },
                    Form::Newtype => quote! { #it.get().view() },
                    Form::Machine => quote! { support::Number::from(#it.get()).view() },
                };
                bounds::comparison(&view, check, self.emission.names())
            }
            Condition::IsTrue if value.is_reference => quote! { *#it },
            Condition::HasLength(min, max) => string::length(it, *min, *max).unwrap_or_else(|| quote! { true }),
            Condition::HasSize(min, max) => {
                newtype::size(it, *min, *max).into_iter().next().unwrap_or_else(|| quote! { true })
            }
            Condition::Matches(_) | Condition::IsFormat(_) => {
                let function = self.function(condition);
                quote! { #function(#it) }
            }
            Condition::Text(condition) => {
                self.whole(condition, &It { tokens: quote! { #it.as_str() }, is_reference: true })
            }
            Condition::HasField(field) => {
                let field = ident(field);
                quote! { #it.#field.is_some() }
            }
            Condition::HasMember(map, name) => {
                let map = value.map(map.as_deref());
                quote! { #map.get(#name).is_some() }
            }
            _ => quote! { #it },
        }
    }

    fn not(&mut self, condition: &Condition, it: &It) -> TokenStream {
        match condition {
            Condition::HasField(field) => {
                let field = it.field(field).tokens;
                quote! { #field.is_none() }
            }
            Condition::HasMember(map, name) => {
                let map = it.map(map.as_deref());
                quote! { #map.get(#name).is_none() }
            }
            Condition::IsText(texts) if texts.len() == 1 => {
                let it = &it.tokens;
                quote! { #it != #(#texts)* }
            }
            Condition::IsAlternative(_, _, Some(_)) => {
                let plain = self.plain(condition, it);
                quote! { !(#plain) }
            }
            plain => {
                let plain = self.plain(plain, it);
                quote! { !#plain }
            }
        }
    }

    /// Conditions that hold together; those that ask the same enum are one `match`.
    fn all(&mut self, conditions: &[Condition], it: &It) -> TokenStream {
        let parts = gathered(conditions);
        if let [part] = parts.as_slice() {
            return self.part(part, it);
        }
        let parts: Vec<_> = parts.iter().map(|part| conjunct(self.part(part, it))).collect();
        quote! { #(#parts)&&* }
    }

    fn part(&mut self, part: &Part<'_>, it: &It) -> TokenStream {
        match part {
            Part::Plain(Condition::Choice { condition, then, otherwise }) => {
                self.choice(condition, then, otherwise, it)
            }
            Part::Plain(condition) => self.whole(condition, it),
            Part::Arms(arms) => match arms.only() {
                Some((condition, then)) => self.choice(&condition, then, &arms.otherwise, it),
                None => self.arms(arms, it),
            },
        }
    }

    fn choice(&mut self, condition: &Condition, then: &Condition, otherwise: &Condition, it: &It) -> TokenStream {
        if *otherwise == Condition::Always {
            return self.whole(&Condition::Any(vec![condition.clone().not(), then.clone()]), it);
        }
        let (condition, then) = (self.whole(condition, it), self.whole(then, it));
        let otherwise = self.whole(otherwise, it);
        quote! { if #condition { #then } else { #otherwise } }
    }

    fn arms(&mut self, arms: &Arms, it: &It) -> TokenStream {
        let field = it.field(&arms.field).tokens;
        let rest = self.rest(arms);
        let is_named = !arms.is_optional && rest.len() < 2;
        // A variant that asks for what all others do needs no arm, unless there are no others.
        let told = arms.ways.iter().filter(|(_, condition)| is_named || *condition != arms.otherwise);
        let mut lines: Vec<_> = told.map(|(variants, condition)| self.arm(arms, variants, condition, it)).collect();
        match rest.as_slice() {
            [] if is_named => {}
            [_] if is_named => lines.push(self.arm(arms, &rest, &arms.otherwise, it)),
            _ => {
                let otherwise = self.whole(&arms.otherwise, it);
                lines.push(quote! { _ => #otherwise, });
            }
        }
        quote! { match #field { #(#lines)* } }
    }

    fn arm(&mut self, arms: &Arms, variants: &[String], condition: &Condition, it: &It) -> TokenStream {
        let (variants, condition) = (self.variants(arms.ty, variants), self.whole(condition, it));
        if arms.is_optional {
            quote! { Some(#variants) => #condition, }
        } else {
            quote! { #variants => #condition, }
        }
    }

    /// The variants that no arm names.
    fn rest(&self, arms: &Arms) -> Vec<String> {
        let Some(Shape::Strings(variants)) = self.emission.plan.get(arms.ty).map(|ty| &ty.shape) else {
            return Vec::new();
        };
        let is_told = |name: &String| arms.ways.iter().any(|(told, _)| told.contains(name));
        variants.iter().map(|variant| variant.name.clone()).filter(|name| !is_told(name)).collect()
    }

    /// Variants as a pattern.
    fn variants(&mut self, ty: TypeId, variants: &[String]) -> TokenStream {
        let ty = self.emission.content(&Use::Type(ty));
        let variants = variants.iter().map(|variant| ident(variant));
        quote! { #(#ty::#variants)|* }
    }

    fn field(&mut self, name: &str, held: Held, condition: &Condition, it: &It) -> TokenStream {
        let (field, variable) = (it.field(name), ident(name));
        let it = &field.tokens;
        let question = match (held, condition) {
            (Held::Always, condition) => return self.whole(condition, &field),
            (Held::IfThere, Condition::IsVariant(ty, variants)) => {
                let variants = self.variants(*ty, variants);
                return quote! { matches!(#it, None | Some(#variants)) };
            }
            (Held::Surely, Condition::IsVariant(ty, variants)) => {
                let variants = self.variants(*ty, variants);
                return quote! { matches!(#it, Some(#variants)) };
            }
            (Held::IfThere, _) => ident("is_none_or"),
            (Held::Surely, _) => ident("is_some_and"),
        };
        let closure = self.closure(&variable, condition);
        quote! { #it.as_ref().#question(#closure) }
    }

    fn items(&mut self, quantifier: &str, condition: &Condition, it: &It) -> TokenStream {
        let (it, quantifier) = (&it.tokens, ident(quantifier));
        let closure = self.closure(&ident("item"), condition);
        quote! { #it.iter().#quantifier(#closure) }
    }

    fn names(&mut self, quantifier: &str, map: Option<&str>, condition: &Condition, it: &It) -> TokenStream {
        let (map, quantifier) = (it.map(map), ident(quantifier));
        let closure = self.closure(&ident("name"), condition);
        quote! { #map.keys().#quantifier(#closure) }
    }

    fn members(&mut self, map: Option<&str>, name: &Condition, content: &Condition, it: &It) -> TokenStream {
        let map = it.map(map);
        if *name == Condition::Always {
            let closure = self.closure(&ident("value"), content);
            return quote! { #map.values().all(#closure) };
        }
        let variable = |name| It { tokens: quote! { #name }, is_reference: true };
        let is_other = disjunct(self.whole(&name.clone().not(), &variable(ident("name"))));
        let is_right = disjunct(self.whole(content, &variable(ident("value"))));
        quote! { #map.iter().all(|(name, value)| #is_other || #is_right) }
    }

    fn alternative(&mut self, ty: TypeId, variants: &[String], schema: Option<SchemaId>, value: &It) -> TokenStream {
        let it = &value.tokens;
        let (name, variants) = (self.emission.content(&Use::Type(ty)), variants.iter().map(|name| ident(name)));
        let is_variant = quote! { matches!(#it, #(#name::#variants(_))|*) };
        let Some(schema) = schema else { return is_variant };
        let schema = self.emission.statics.name(schema);
        let reference = (!value.is_reference).then(|| quote! { & });
        quote! { #is_variant || support::is_valid(&schemas::#schema, #reference #it) }
    }

    /// A condition as a function of `variable`.
    fn closure(&mut self, variable: &Ident, condition: &Condition) -> TokenStream {
        match condition {
            Condition::Matches(_) | Condition::IsFormat(_) => return self.function(condition),
            Condition::HasSize(0, Some(0)) | Condition::Text(_) => {
                self.emission.break_lint("clippy::redundant_closure_for_method_calls");
            }
            _ => {}
        }
        let condition = self.whole(condition, &It { tokens: quote! { #variable }, is_reference: true });
        quote! { |#variable| #condition }
    }

    /// The function that looks at a text.
    fn function(&mut self, condition: &Condition) -> TokenStream {
        match condition {
            Condition::Matches(source) => {
                let matcher = self.emission.matcher(source, self.wish);
                quote! { patterns::#matcher }
            }
            Condition::IsFormat(name) => {
                let function = ident(&name.replace('-', "_"));
                quote! { support::format::#function }
            }
            _ => TokenStream::new(),
        }
    }
}
