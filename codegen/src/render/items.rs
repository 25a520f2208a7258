//! Items as text: macro calls and tables by our own printer, all others by prettyplease.

use proc_macro2::TokenStream;
use syn::{Attribute, File, ImplItem, Item, ItemImpl, ItemMod};

use super::tokens;

/// How much further in the items of a module stand.
const INDENT: usize = 4;

/// The text of a file, with a blank line between items.
pub(super) fn file(attrs: Vec<Attribute>, items: Vec<Item>) -> String {
    let head = File { shebang: None, frontmatter: None, attrs, items: Vec::new() };
    let mut text = prettyplease::unparse(&head);
    if !text.is_empty() {
        text.push('\n');
    }
    self::items(items, 0, &mut text);
    text
}

fn items(items: Vec<Item>, indent: usize, text: &mut String) {
    let mut last = None;
    for item in items {
        let kind = block(&item);
        let printed = print(item, indent);
        let is_line = !printed.trim_end().contains('\n');
        let block = if kind == Block::Lines && !is_line { Block::Own } else { kind };
        if last.is_some_and(|last| last != block || block == Block::Own) {
            text.push('\n');
        }
        text.push_str(&printed);
        last = Some(block);
    }
}

/// What an item stands together with, without a blank line between.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Imports,
    Modules,
    /// Tables of one line.
    Lines,
    Own,
}

fn block(item: &Item) -> Block {
    match item {
        Item::Use(item) if item.attrs.is_empty() => Block::Imports,
        Item::Mod(item) if item.content.is_none() => Block::Modules,
        Item::Verbatim(_) => Block::Lines,
        _ => Block::Own,
    }
}

fn print(item: Item, indent: usize) -> String {
    match item {
        Item::Verbatim(code) => format!("{:indent$}{}\n", "", tokens::print(code, indent)),
        Item::Mod(module) => print_module(module, indent),
        Item::Impl(block) => unparse(Item::Impl(spaced(block)), indent),
        item => unparse(item, indent),
    }
}

/// A module whose items are printed as those of a file.
fn print_module(mut module: ItemMod, indent: usize) -> String {
    let Some((_, content)) = &mut module.content else { return unparse(Item::Mod(module), indent) };
    let content = std::mem::take(content);
    let head = unparse(Item::Mod(module), indent);
    let head = head.trim_end().trim_end_matches('}').trim_end();
    let mut text = format!("{head}\n{}", if head.ends_with('{') { "" } else { "\n" });
    items(content, indent + INDENT, &mut text);
    text + &" ".repeat(indent) + "}\n"
}

/// The block with a blank line, which is what prettyplease makes of an empty item, between functions.
fn spaced(mut block: ItemImpl) -> ItemImpl {
    let mut spaced = Vec::with_capacity(block.items.len() * 2);
    for (place, item) in std::mem::take(&mut block.items).into_iter().enumerate() {
        let is_function = matches!(item, ImplItem::Fn(_));
        if place > 0 && is_function {
            spaced.push(ImplItem::Verbatim(TokenStream::new()));
        }
        spaced.push(item);
    }
    ItemImpl { items: spaced, ..block }
}

fn unparse(item: Item, indent: usize) -> String {
    let file = File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
    let text = prettyplease::unparse(&file);
    if indent == 0 {
        return text;
    }
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("{:indent$}{line}\n", "") }).collect()
}
