//! Items as text: macro calls and tables by our own printer, all others by prettyplease.

use syn::token::Brace;
use syn::{File, ImplItem, Item, ItemImpl, ItemMod};

use super::tokens;

/// How much further in the items of a module stand.
const INDENT: usize = 4;

/// The text of a file, with a blank line between items.
pub(super) fn file(file: &File) -> String {
    let head = File { shebang: None, frontmatter: None, attrs: file.attrs.clone(), items: Vec::new() };
    let mut text = prettyplease::unparse(&head);
    if !text.is_empty() {
        text.push('\n');
    }
    items(&file.items, 0, &mut text);
    text
}

fn items(items: &[Item], indent: usize, text: &mut String) {
    let mut last = None;
    for item in items {
        let printed = print(item, indent);
        let block = block(item, &printed);
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

fn block(item: &Item, printed: &str) -> Block {
    match item {
        Item::Use(item) if item.attrs.is_empty() => Block::Imports,
        Item::Mod(item) if item.content.is_none() => Block::Modules,
        Item::Verbatim(_) if printed.lines().count() == 1 => Block::Lines,
        _ => Block::Own,
    }
}

fn print(item: &Item, indent: usize) -> String {
    match item {
        Item::Verbatim(code) => format!("{:indent$}{}\n", "", tokens::print(code.clone(), indent)),
        Item::Mod(module) => print_module(module, indent),
        Item::Impl(block) => unparse(Item::Impl(spaced(block)), indent),
        item => unparse(item.clone(), indent),
    }
}

/// A module whose items are printed as those of a file.
fn print_module(module: &ItemMod, indent: usize) -> String {
    let Some((_, content)) = &module.content else { return unparse(Item::Mod(module.clone()), indent) };
    let empty = ItemMod { content: Some((Brace::default(), Vec::new())), ..module.clone() };
    let head = unparse(Item::Mod(empty), indent);
    let head = head.trim_end().trim_end_matches('}').trim_end();
    let mut text = format!("{head}\n{}", if head.ends_with('{') { "" } else { "\n" });
    items(content, indent + INDENT, &mut text);
    text + &" ".repeat(indent) + "}\n"
}

/// The block with a blank line, which is what prettyplease makes of an empty item, between functions.
fn spaced(block: &ItemImpl) -> ItemImpl {
    let mut spaced = Vec::with_capacity(block.items.len() * 2);
    for (place, item) in block.items.iter().enumerate() {
        let is_function = matches!(item, ImplItem::Fn(_));
        if place > 0 && is_function {
            spaced.push(ImplItem::Verbatim(proc_macro2::TokenStream::new()));
        }
        spaced.push(item.clone());
    }
    ItemImpl { items: spaced, ..block.clone() }
}

fn unparse(item: Item, indent: usize) -> String {
    let file = File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
    let text = prettyplease::unparse(&file);
    if indent == 0 {
        return text;
    }
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("{:indent$}{line}\n", "") }).collect()
}
