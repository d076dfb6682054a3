//! The options of `#[b24_object(...)]`.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Token};

use super::enumeration::{VARIANT, VARIANT_TEXT};
use super::options::{self, CRATE, Grammar, Known, RENAME_ALL, equals, flag, set, set_at};
use super::{ObjectOptions, catalog, field, method, value};
use crate::errors::Errors;

const GRAMMAR: Grammar = Grammar {
    known: KNOWN,
    text_alone: "the method and the parameter for which the object stands go first, and the style of the names is written `rename_all = \"camelCase\"`",
    elsewhere: &[
        (
            field::KNOWN,
            ["a field, not of the object: write `#[b24(", ")]` on the field"],
        ),
        (
            method::KNOWN,
            [
                "a method, as in `#[b24_method(\"...\", ",
                ")]`, and not of an object",
            ],
        ),
    ],
};

pub(super) const KNOWN: &[Known] = &[
    Known {
        key: "rename_all",
        example: RENAME_ALL,
    },
    Known {
        key: "parameter",
        example: "parameter",
    },
    Known {
        key: "result",
        example: "result",
    },
    Known {
        key: "default",
        example: "default",
    },
    Known {
        key: "tag",
        example: TAG,
    },
    Known {
        key: "content",
        example: CONTENT,
    },
    Known {
        key: "untagged",
        example: "untagged",
    },
    catalog::API,
    catalog::FACTS,
    Known {
        key: "crate",
        example: CRATE,
    },
];

const TAG: &str = "tag = \"USER_TYPE_ID\"";
const CONTENT: &str = "content = \"SETTINGS\"";

/// On a variant of an object that is one of several.
pub(super) const OF_VARIANT: Grammar = Grammar {
    known: VARIANT,
    text_alone: VARIANT_TEXT,
    elsewhere: &[(
        KNOWN,
        [
            "the enum, not of a variant: write `#[b24_object(",
            ")]` on the enum",
        ],
    )],
};

/// Reads `#[__b24_object(...)]`.
pub(super) fn read(attribute: &Attribute, _: Span, options: &mut ObjectOptions, errors: &mut Errors) {
    let parsed = attribute.parse_args_with(|input: ParseStream<'_>| {
        match catalog::of(input) {
            Ok(of) => options.of = of,
            Err(error) => {
                errors.push(error);
                options::skip_to_comma(input)?;
                input.parse::<Option<Token![,]>>()?;
            }
        }
        options::list(input, &GRAMMAR, errors, |key, input, errors| {
            match key.unraw().to_string().as_str() {
                "rename_all" => options::rename_all(key, input, &mut options.rename_all, errors)?,
                "parameter" => {
                    if flag(key, input, errors)? {
                        set(&mut options.parameter, key, (), errors);
                    }
                }
                "result" => {
                    if flag(key, input, errors)? {
                        set(&mut options.result, key, (), errors);
                    }
                }
                "default" => {
                    if flag(key, input, errors)? {
                        set(&mut options.default, key, (), errors);
                    }
                }
                "tag" => {
                    equals(key, input, TAG)?;
                    let tag = value::text(key, input, TAG)?;
                    set_at(&mut options.tag, key, tag, errors);
                }
                "content" => {
                    equals(key, input, CONTENT)?;
                    let content = value::text(key, input, CONTENT)?;
                    set_at(&mut options.content, key, content, errors);
                }
                "untagged" => {
                    if flag(key, input, errors)? {
                        set(&mut options.untagged, key, (), errors);
                    }
                }
                _ if catalog::option(key, input, &mut options.catalog, errors)? => {}
                // `crate`, for `KNOWN` holds no more.
                _ => options::krate(key, input, &mut options.krate, errors)?,
            }
            Ok(())
        })
    });
    if let Err(error) = parsed {
        errors.push(error);
    }
}
