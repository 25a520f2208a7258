//! Items as text: macro calls and tables by our own printer, all others by prettyplease.

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
        if last.is_some_and(|last| !(is_line(last) && is_line(item))) {
            text.push('\n');
        }
        print(item, indent, text);
        last = Some(item);
    }
}

/// Whether an item stands in a block of its kind: an import, or a module in another file.
fn is_line(item: &Item) -> bool {
    match item {
        Item::Use(item) => item.attrs.is_empty(),
        Item::Mod(item) => item.content.is_none(),
        _ => false,
    }
}

fn print(item: &Item, indent: usize, text: &mut String) {
    match item {
        Item::Verbatim(code) => {
            text.extend(std::iter::repeat_n(' ', indent));
            text.push_str(&tokens::print(code.clone(), indent));
            text.push('\n');
        }
        Item::Mod(module) => print_module(module, indent, text),
        Item::Impl(block) => unparse(Item::Impl(spaced(block)), indent, text),
        item => unparse(item.clone(), indent, text),
    }
}

/// A module whose items are printed as those of a file.
fn print_module(module: &ItemMod, indent: usize, text: &mut String) {
    let Some((_, content)) = &module.content else { return unparse(Item::Mod(module.clone()), indent, text) };
    let empty = ItemMod { content: Some((syn::token::Brace::default(), Vec::new())), ..module.clone() };
    let mut head = String::new();
    unparse(Item::Mod(empty), indent, &mut head);
    let head = head.trim_end().trim_end_matches('}').trim_end();
    text.push_str(head);
    text.push_str(if head.ends_with('{') { "\n" } else { "\n\n" });
    items(content, indent + INDENT, text);
    text.extend(std::iter::repeat_n(' ', indent));
    text.push_str("}\n");
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

fn unparse(item: Item, indent: usize, text: &mut String) {
    let file = File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
    for line in prettyplease::unparse(&file).lines() {
        if !line.is_empty() {
            text.extend(std::iter::repeat_n(' ', indent));
        }
        text.push_str(line);
        text.push('\n');
    }
}
