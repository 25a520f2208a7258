//! What a type is in Rust: the declaration that it will have, without attributes.

use syn::{Fields, File, Item, ItemEnum, ItemStruct, Visibility};

use crate::diagnostic::Diagnostics;
use crate::plan::{Plan, Shape, TypeId, Use};
use crate::spelling::Spelling;
use crate::typegen::{Declaration, Declarations, typegen};

/// What kind of Rust item a shape is, in one word.
#[must_use]
pub fn word(shape: &Shape) -> &'static str {
    match shape {
        Shape::Struct(_) | Shape::Tuple(_) => "struct",
        Shape::Strings(_)
        | Shape::Constants(_)
        | Shape::Tagged { .. }
        | Shape::Kinds(_)
        | Shape::Union { .. }
        | Shape::Never => "enum",
        Shape::Alias(_) => "alias",
        Shape::String(_)
        | Shape::Integer { .. }
        | Shape::Number(_)
        | Shape::Array { .. }
        | Shape::Map { .. }
        | Shape::Newtype(_)
        | Shape::Opaque => "newtype",
    }
}

/// The declarations of a plan's types.
pub struct Forms<'p> {
    plan: &'p Plan,
    declarations: Declarations,
}

impl<'p> Forms<'p> {
    /// Declares all types of the plan.
    ///
    /// # Errors
    ///
    /// As [`typegen`](crate::typegen::typegen).
    pub fn of(plan: &'p Plan) -> Result<Self, Diagnostics> {
        Ok(Self { plan, declarations: typegen(plan)? })
    }

    /// The declaration of a type, as Rust text.
    #[must_use]
    pub fn text(&self, id: TypeId) -> String {
        let Some(ty) = self.plan.get(id) else { return String::new() };
        match &ty.shape {
            Shape::Alias(content) => format!("pub type {} = {};\n", ty.name, self.content(ty.module, content)),
            Shape::Never => format!("pub enum {} {{}}\n", ty.name),
            _ => self.declared(ty.module, id),
        }
    }

    fn content(&self, module: usize, content: &Use) -> String {
        Spelling::new(self.plan, module).content(self.plan, content)
    }

    fn declared(&self, module: usize, id: TypeId) -> String {
        let declaration = self.declarations.modules.get(module).and_then(|module| module.items.get(&id));
        let item = match declaration {
            Some(Declaration::Struct(item)) => Item::Struct(with_private_insides(item.clone())),
            Some(Declaration::Enum(item)) => Item::Enum(without_attributes(item.clone())),
            None => return String::new(),
        };
        prettyplease::unparse(&File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] })
    }
}

/// What a newtype holds is nobody's to change, or its checks would be in vain.
fn with_private_insides(mut item: ItemStruct) -> ItemStruct {
    if let Fields::Unnamed(fields) = &mut item.fields {
        fields.unnamed.iter_mut().for_each(|field| field.vis = Visibility::Inherited);
    }
    item.fields.iter_mut().for_each(|field| field.attrs.clear());
    item
}

fn without_attributes(mut item: ItemEnum) -> ItemEnum {
    item.variants.iter_mut().for_each(|variant| variant.attrs.clear());
    item
}
