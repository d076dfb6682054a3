//! Tokens of an enum into its declaration, as it was written.

use proc_macro2::{Span, TokenStream};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{
    Attribute, Data, DeriveInput, Expr, Fields, Generics, Ident, Path, Token, Type, Variant, Visibility,
    token,
};

use super::options::{self, CRATE, Grammar, Known, RENAME_ALL, flag, set};
use super::{Allowed, At, lint, value};
use crate::attribute::ENUM;
use crate::case::Case;
use crate::errors::Errors;
use crate::suggest::closest;

/// An enum with `#[b24_enum(...)]`, as it was written: nothing is checked yet.
pub(crate) struct EnumDeclaration {
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// The `allow`, `warn`, `deny` and `expect` of the enum, for the generated code.
    pub(crate) lints: Vec<Attribute>,
    pub(crate) options: EnumOptions,
    /// `None` if it is no enum, which is reported.
    pub(crate) variants: Option<Vec<VariantDeclaration>>,
}

/// What stands in `#[b24_enum(...)]`.
#[derive(Default)]
pub(crate) struct EnumOptions {
    pub(crate) rename_all: Option<At<Case>>,
    pub(crate) krate: Option<At<Path>>,
}

/// A variant, as it was written.
pub(crate) struct VariantDeclaration {
    pub(crate) ident: Ident,
    pub(crate) shape: Shape,
    pub(crate) discriminant: Option<Expr>,
    /// What `#[b24("lightBlue")]` says.
    pub(crate) value: Option<At<Allowed>>,
    pub(crate) other: Option<At<()>>,
    /// Whether something is wrong with its options, and this is reported.
    pub(crate) broken: bool,
}

/// What a variant holds.
pub(crate) enum Shape {
    Unit,
    One(Box<Type>),
    /// Anything else, there.
    Else(Span),
}

/// The options of a variant.
pub(super) const VARIANT: &[Known] = &[Known {
    key: "other",
    example: "other",
}];

pub(super) const VARIANT_TEXT: &str =
    "a variant has one value, which goes first: write `#[b24(\"lightBlue\")]`";

const OF_ENUM: Grammar = Grammar {
    known: KNOWN,
    text_alone: "the name of the style is written `rename_all = \"camelCase\"`",
    elsewhere: &[(
        VARIANT,
        ["a variant, not of the enum: write `#[b24(", ")]` on the variant"],
    )],
};

const KNOWN: &[Known] = &[
    Known {
        key: "rename_all",
        example: RENAME_ALL,
    },
    Known {
        key: "crate",
        example: CRATE,
    },
];

const OF_VARIANT: Grammar = Grammar {
    known: VARIANT,
    text_alone: VARIANT_TEXT,
    elsewhere: &[(
        KNOWN,
        [
            "the enum, not of a variant: write `#[b24_enum(",
            ")]` on the enum",
        ],
    )],
};

/// How serde and the options of a field have it.
const RENAME: &str = "rename";

const VALUE: &str = "#[b24(\"lightBlue\")]";

/// Reads the enum; `None` where it is not even Rust.
pub(crate) fn read(item: TokenStream, errors: &mut Errors) -> Option<EnumDeclaration> {
    let input: DeriveInput = match syn::parse2(item) {
        Ok(input) => input,
        Err(error) => {
            errors.push(error);
            return None;
        }
    };
    let mut options = EnumOptions::default();
    for attribute in &input.attrs {
        if attribute.path().is_ident(ENUM.options) {
            read_options(attribute, &mut options, errors);
        } else if attribute.path().is_ident("b24") {
            errors.on(
                attribute,
                "`#[b24(...)]` goes on a variant; the options of the enum go into `#[b24_enum(...)]`",
            );
        }
    }
    let variants = match input.data {
        Data::Enum(data) => {
            let variants = data.variants.into_iter();
            Some(
                variants
                    .map(|variant| read_variant(variant, &OF_VARIANT, errors))
                    .collect(),
            )
        }
        Data::Struct(data) => {
            errors.at(data.struct_token.span, not_an_enum("a struct"));
            None
        }
        Data::Union(data) => {
            errors.at(data.union_token.span, not_an_enum("a union"));
            None
        }
    };
    Some(EnumDeclaration {
        vis: input.vis,
        ident: input.ident,
        generics: input.generics,
        lints: input.attrs.into_iter().filter_map(lint).collect(),
        options,
        variants,
    })
}

fn not_an_enum(what: &str) -> String {
    format!("the values of a parameter are an enum with one variant for each, not {what}")
}

fn read_options(attribute: &Attribute, read: &mut EnumOptions, errors: &mut Errors) {
    let parsed = attribute.parse_args_with(|input: ParseStream<'_>| {
        options::list(input, &OF_ENUM, errors, |key, input, errors| {
            match key.unraw().to_string().as_str() {
                "rename_all" => options::rename_all(key, input, &mut read.rename_all, errors),
                // `crate`, for `KNOWN` holds no more.
                _ => options::krate(key, input, &mut read.krate, errors),
            }
        })
    });
    if let Err(error) = parsed {
        errors.push(error);
    }
}

/// Reads a variant, whose options `grammar` knows.
pub(super) fn read_variant(variant: Variant, grammar: &Grammar, errors: &mut Errors) -> VariantDeclaration {
    let before = errors.count();
    let (mut value, mut other) = (None, None);
    for attribute in variant
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("b24"))
    {
        read_variant_options(attribute, grammar, &mut value, &mut other, errors);
    }
    let broken = errors.count() > before;
    VariantDeclaration {
        ident: variant.ident,
        shape: shape(variant.fields, errors),
        discriminant: variant.discriminant.map(|(_, value)| value),
        value,
        other,
        broken,
    }
}

fn shape(fields: Fields, errors: &mut Errors) -> Shape {
    let fields_attribute = fields
        .iter()
        .flat_map(|field| &field.attrs)
        .find(|attribute| attribute.path().is_ident("b24"));
    if let Some(attribute) = fields_attribute {
        errors.on(
            attribute,
            "`#[b24(...)]` goes on the variant, not on what it holds",
        );
    }
    let span = fields.span();
    match fields {
        Fields::Unit => Shape::Unit,
        Fields::Unnamed(fields) => {
            let mut fields = fields.unnamed.into_iter();
            match (fields.next(), fields.next()) {
                (Some(field), None) => Shape::One(Box::new(field.ty)),
                _ => Shape::Else(span),
            }
        }
        Fields::Named(_) => Shape::Else(span),
    }
}

/// `#[b24("lightBlue")]`, `#[b24(5)]` or `#[b24(other)]`.
fn read_variant_options(
    attribute: &Attribute,
    grammar: &Grammar,
    value: &mut Option<At<Allowed>>,
    other: &mut Option<At<()>>,
    errors: &mut Errors,
) {
    let parsed = attribute.parse_args_with(|input: ParseStream<'_>| {
        if input.is_empty() {
            return Err(syn::Error::new(
                input.span(),
                format!("expected a value: write `{VALUE}`"),
            ));
        }
        if starts_with_value(input, grammar) {
            match self::value(input, errors) {
                Ok(found) if value.is_some() => {
                    errors.at(found.span, "the value is given twice: keep one of them");
                }
                Ok(found) => *value = Some(found),
                Err(error) => {
                    errors.push(error);
                    options::skip_to_comma(input)?;
                }
            }
            if input.parse::<Option<Token![,]>>()?.is_none() && !input.is_empty() {
                errors.push(input.error("expected a comma before this"));
            }
        }
        options::list(input, grammar, errors, |key, input, errors| {
            // `other`, for there is no more.
            if flag(key, input, errors)? {
                set(other, key, (), errors);
            }
            Ok(())
        })
    });
    if let Err(error) = parsed {
        errors.push(error);
    }
}

/// Whether what comes is meant as a value: no word at all, a word that is no option, or the `rename = "..."`
/// of other attributes.
fn starts_with_value(input: ParseStream<'_>, grammar: &Grammar) -> bool {
    let ahead = input.fork();
    let Ok(word) = ahead.call(Ident::parse_any) else {
        return true;
    };
    let word = word.unraw().to_string();
    let options = grammar
        .known
        .iter()
        .chain(grammar.elsewhere.iter().flat_map(|(others, _)| *others))
        .map(|option| option.key);
    match closest(&word, options) {
        Some(_) => false,
        None => word == RENAME || !(ahead.peek(Token![=]) || ahead.peek(token::Paren)),
    }
}

fn value(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<At<Allowed>> {
    let ahead = input.fork();
    if let Ok(word) = ahead.call(Ident::parse_any)
        && word == RENAME
        && ahead.parse::<Token![=]>().is_ok()
    {
        input.call(Ident::parse_any)?;
        input.parse::<Token![=]>()?;
        errors.at(
            word.span(),
            format!("the value of a variant is written alone: write `{VALUE}`"),
        );
    }
    value::allowed_value(input)
}
