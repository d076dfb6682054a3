//! `list(rows = "items", id = "id")`: how a method lists.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, Token, Type, parenthesized, token};

use super::options::{self, Grammar, Known, equals, set, set_at};
use super::{ListOptions, method, value};
use crate::errors::Errors;

pub(super) const LIST: &str = "list(rows = \"items\", id = \"id\")";
const ITEM: &str = "item = Deal";

const GRAMMAR: Grammar = Grammar {
    known: KNOWN,
    text_alone: "where the rows lie is written `rows = \"items\"`",
    elsewhere: &[(
        method::KNOWN,
        [
            "the method, not of its list: write `",
            "` behind the parentheses of `list`",
        ],
    )],
};

const KNOWN: &[Known] = &[
    Known {
        key: "rows",
        example: "rows = \"items\"",
    },
    Known {
        key: "item",
        example: ITEM,
    },
    Known {
        key: "id",
        example: "id = \"id\"",
    },
    Known {
        key: "key",
        example: "key = \"ID\"",
    },
    Known {
        key: "filter",
        example: "filter = \"filter\"",
    },
    Known {
        key: "order",
        example: "order = \"order\"",
    },
    Known {
        key: "sort",
        example: "sort = \"sort\"",
    },
    Known {
        key: "select",
        example: "select = \"select\"",
    },
    Known {
        key: "offset",
        example: "offset = \"OFFSET\"",
    },
    Known {
        key: "page",
        example: "page = \"page\"",
    },
];

/// What follows the word `list`: nothing, or options in parentheses.
pub(super) fn read(key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<ListOptions> {
    let mut list = ListOptions::default();
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(list);
    }
    if !input.peek(token::Paren) {
        let message = format!("`list` stands alone, or has options in parentheses: write `{LIST}`");
        return Err(syn::Error::new(key.span(), message));
    }
    let content;
    parenthesized!(content in input);
    options::list(&content, &GRAMMAR, errors, |key, input, errors| {
        option(key, input, &mut list, errors)
    })?;
    Ok(list)
}

fn option(
    key: &Ident,
    input: ParseStream<'_>,
    list: &mut ListOptions,
    errors: &mut Errors,
) -> syn::Result<()> {
    let name = key.unraw().to_string();
    if name == "item" {
        equals(key, input, ITEM)?;
        let item: Type = method::expected(input, "a type", ITEM)?;
        set(&mut list.item, key, item, errors);
        return Ok(());
    }
    let slot = match name.as_str() {
        "rows" => &mut list.rows,
        "id" => &mut list.id,
        "key" => &mut list.key,
        "filter" => &mut list.filter,
        "order" => &mut list.order,
        "sort" => &mut list.sort,
        "select" => &mut list.select,
        "offset" => &mut list.offset,
        // `page`, for `KNOWN` holds no more.
        _ => &mut list.page,
    };
    let example = KNOWN.iter().find(|option| option.key == name);
    let example = example.map_or(LIST, |option| option.example);
    equals(key, input, example)?;
    let text = value::text(key, input, example)?;
    if text.value.is_empty() {
        let message = format!("the name is empty: write it as the documentation does, `{example}`");
        errors.at(text.span, message);
        return Ok(());
    }
    set_at(slot, key, text, errors);
    Ok(())
}
