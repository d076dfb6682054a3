//! The options of `#[b24(...)]`.

use syn::Attribute;
use syn::ext::IdentExt;
use syn::parse::ParseStream;

use super::options::{self, Grammar, Known, equals, flag, set, set_at};
use super::{FieldOptions, catalog, kind, method, object, value};
use crate::errors::Errors;

/// On a field of a method.
pub(super) const OF_METHOD: Grammar = Grammar {
    known: KNOWN,
    text_alone: TEXT_ALONE,
    elsewhere: &[(
        method::KNOWN,
        [
            "the method, not of a field: write `#[b24_method(\"...\", ",
            ")]` on the struct",
        ],
    )],
};

/// On a field of an object.
pub(super) const OF_OBJECT: Grammar = Grammar {
    known: KNOWN,
    text_alone: TEXT_ALONE,
    elsewhere: &[(
        object::KNOWN,
        [
            "the object, not of a field: write `#[b24_object(",
            ")]` on the struct",
        ],
    )],
};

const TEXT_ALONE: &str = "the name on the wire is written `rename = \"TYPE\"`";

pub(super) const KNOWN: &[Known] = &[
    Known {
        key: "required",
        example: "required",
    },
    Known {
        key: "rename",
        example: RENAME,
    },
    Known {
        key: "kind",
        example: KIND,
    },
    Known {
        key: "enum",
        example: ENUM,
    },
    Known {
        key: "default",
        example: DEFAULT,
    },
    Known {
        key: "range",
        example: RANGE,
    },
    Known {
        key: "length",
        example: LENGTH,
    },
    Known {
        key: "items",
        example: ITEMS,
    },
    Known {
        key: "requires",
        example: REQUIRES,
    },
    Known {
        key: "conflicts",
        example: CONFLICTS,
    },
    Known {
        key: "one_of",
        example: ONE_OF,
    },
    Known {
        key: "validate",
        example: VALIDATE,
    },
    Known {
        key: "flatten",
        example: "flatten",
    },
    catalog::UNLISTED,
    Known {
        key: "secret",
        example: "secret",
    },
    Known {
        key: "skip",
        example: "skip",
    },
];

const RENAME: &str = "rename = \"TYPE\"";
const KIND: &str = "kind = text";
const ENUM: &str = "enum = [\"OPEN\", \"CHAT\"]";
const DEFAULT: &str = "default = \"CHAT\"";
const RANGE: &str = "range = 1..=50";
const LENGTH: &str = "length = 1..=255";
const ITEMS: &str = "items = ..=100";
const REQUIRES: &str = "requires = [entity_id]";
const CONFLICTS: &str = "conflicts = [iblock_code]";
const ONE_OF: &str = "one_of = \"iblock\"";
const VALIDATE: &str = "validate = check_email";

/// Reads `#[b24(...)]`; a field may have several.
pub(super) fn read(attribute: &Attribute, grammar: &Grammar, field: &mut FieldOptions, errors: &mut Errors) {
    let parsed = attribute.parse_args_with(|input: ParseStream<'_>| {
        options::list(input, grammar, errors, |key, input, errors| {
            field.keys.push(key.clone());
            match key.unraw().to_string().as_str() {
                "required" if options::is_false(input) => {
                    options::skip_to_comma(input)?;
                    set(&mut field.optional, key, (), errors);
                }
                "required" => {
                    if flag(key, input, errors)? {
                        set(&mut field.required, key, (), errors);
                    }
                }
                "rename" => {
                    equals(key, input, RENAME)?;
                    let name = value::text(key, input, RENAME)?;
                    set_at(&mut field.rename, key, name, errors);
                }
                "kind" => {
                    equals(key, input, KIND)?;
                    let kind = kind::read(input, KIND)?;
                    set(&mut field.kind, key, kind, errors);
                }
                "enum" => {
                    equals(key, input, ENUM)?;
                    if let Some(allowed) = value::allowed(input, ENUM, errors)? {
                        set_at(&mut field.allowed, key, allowed, errors);
                    }
                }
                "default" => {
                    equals(key, input, DEFAULT)?;
                    let default = value::default(input)?;
                    set_at(&mut field.default, key, default, errors);
                }
                "range" => {
                    equals(key, input, RANGE)?;
                    let bounds = value::bounds(input, RANGE)?;
                    set_at(&mut field.range, key, bounds, errors);
                }
                "length" => {
                    equals(key, input, LENGTH)?;
                    let bounds = value::bounds(input, LENGTH)?;
                    set_at(&mut field.length, key, bounds, errors);
                }
                "items" => {
                    equals(key, input, ITEMS)?;
                    let bounds = value::bounds(input, ITEMS)?;
                    set_at(&mut field.items, key, bounds, errors);
                }
                "requires" => {
                    equals(key, input, REQUIRES)?;
                    if let Some(fields) = value::fields(input, REQUIRES, errors)? {
                        set_at(&mut field.requires, key, fields, errors);
                    }
                }
                "conflicts" => {
                    equals(key, input, CONFLICTS)?;
                    if let Some(fields) = value::fields(input, CONFLICTS, errors)? {
                        set_at(&mut field.conflicts, key, fields, errors);
                    }
                }
                "one_of" => {
                    equals(key, input, ONE_OF)?;
                    let group = value::text(key, input, ONE_OF)?;
                    set_at(&mut field.one_of, key, group, errors);
                }
                "validate" => {
                    equals(key, input, VALIDATE)?;
                    let path = value::path(input, VALIDATE)?;
                    set_at(&mut field.validate, key, path, errors);
                }
                "flatten" => {
                    if flag(key, input, errors)? {
                        set(&mut field.flatten, key, (), errors);
                    }
                }
                "secret" => {
                    if flag(key, input, errors)? {
                        set(&mut field.secret, key, (), errors);
                    }
                }
                "unlisted" => {
                    if flag(key, input, errors)? {
                        set(&mut field.unlisted, key, (), errors);
                    }
                }
                // `skip`, for `KNOWN` holds no more.
                _ => {
                    if flag(key, input, errors)? {
                        set(&mut field.skip, key, (), errors);
                    }
                }
            }
            Ok(())
        })
    });
    if let Err(error) = parsed {
        errors.push(error);
    }
}
