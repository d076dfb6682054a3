//! An enum into a model: one value for each variant, all of one kind.

use proc_macro2::Span;
use quote::ToTokens;
use syn::Ident;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::case::{Case, snake};
use crate::errors::Errors;
use crate::model::{At, Enumeration, Listed, Other, Value};
use crate::parse::{Allowed, EnumDeclaration, Shape, VariantDeclaration};

/// Checks an enum against itself.
pub(crate) fn check(declaration: EnumDeclaration, errors: &mut Errors) -> Enumeration {
    let EnumDeclaration {
        vis,
        ident,
        generics,
        lints,
        options,
        variants,
    } = declaration;
    if let Some(parameter) = generics.params.first() {
        errors.on(
            parameter,
            "the values of a parameter are fixed, so their enum has no generic parameters: remove this",
        );
    }
    let shapeless = variants.is_none();
    let case = options
        .rename_all
        .map_or(Case::ScreamingSnake, |style| style.value);
    let variants = Variants::read(variants.unwrap_or_default(), case, errors);
    if variants.listed.is_empty() && variants.broken.is_empty() && !shapeless {
        errors.at(
            ident.span(),
            format!("`{ident}` lists no value: write a variant for each, as in `Red`"),
        );
    }
    Enumeration {
        krate: super::krate(&ident, options.krate),
        vis,
        ident,
        generics,
        lints,
        listed: variants.listed,
        integers: variants.integers,
        other: variants.other,
        broken: variants.broken,
        shapeless,
    }
}

#[derive(Default)]
pub(super) struct Variants {
    pub(super) listed: Vec<Listed>,
    integers: bool,
    other: Option<Other>,
    pub(super) broken: Vec<Ident>,
}

impl Variants {
    pub(super) fn read(declared: Vec<VariantDeclaration>, case: Case, errors: &mut Errors) -> Self {
        // The first value that is written out decides for all of them.
        let first = declared.iter().find_map(|variant| variant.value.clone());
        let integers = first.is_some_and(|first| matches!(first.value, Allowed::Integer(_)));
        let mut variants = Self {
            integers,
            ..Self::default()
        };
        for variant in declared {
            let before = errors.count();
            let ident = variant.ident.clone();
            let broken = variant.broken;
            if variant.other.is_some() {
                variants.open(variant, errors);
            } else if let Some(value) = value(variant, integers, case, errors) {
                variants.list(ident.clone(), value, errors);
            }
            if broken || errors.count() > before {
                variants.listed.retain(|listed| listed.ident != ident);
                variants.broken.push(ident);
            }
        }
        variants
    }

    /// Keeps a variant that stands for a value of its own.
    fn list(&mut self, ident: Ident, At { value, span }: At<Value>, errors: &mut Errors) {
        if let Some(other) = self.listed.iter().find(|listed| listed.value == value) {
            errors.at(
                span,
                format!(
                    "`{value}` is also the value of `{}`: each variant needs its own, as in `#[b24({})]`",
                    other.ident,
                    example(self.integers)
                ),
            );
        } else {
            self.listed.push(Listed { ident, value });
        }
    }

    /// Keeps the variant of the values that are not listed.
    fn open(&mut self, variant: VariantDeclaration, errors: &mut Errors) {
        let VariantDeclaration {
            ident,
            shape,
            value,
            other,
            ..
        } = variant;
        let holds = if self.integers { "i64" } else { "String" };
        if let Some(value) = value {
            errors.at(
                value.span,
                "`other` stands for the values that are not listed, so it has none of its own: remove one of them",
            );
            return;
        }
        let span = other.map_or_else(|| ident.span(), |other| other.span);
        match shape {
            Shape::One(_) if self.other.is_some() => {
                errors.at(
                    span,
                    "`other` is given twice: one variant takes every value that is not listed",
                );
            }
            Shape::One(ty) => self.other = Some(Other { ident, ty: *ty }),
            Shape::Unit => {
                errors.at(
                    ident.span(),
                    format!("`other` keeps the value that is not listed: write `{ident}({holds})`"),
                );
            }
            Shape::Else(span) => errors.at(
                span,
                format!(
                    "`other` holds the value that is not listed, and nothing else: write `{ident}({holds})`"
                ),
            ),
        }
    }
}

fn example(integers: bool) -> &'static str {
    if integers { "5" } else { "\"lightBlue\"" }
}

/// The value of a variant: what is written, otherwise what follows from the name.
fn value(variant: VariantDeclaration, integers: bool, case: Case, errors: &mut Errors) -> Option<At<Value>> {
    let VariantDeclaration {
        ident,
        shape,
        discriminant,
        value,
        broken,
        ..
    } = variant;
    let holds = if integers { "i64" } else { "String" };
    let span = match shape {
        Shape::Unit => None,
        Shape::One(ty) => Some(ty.span()),
        Shape::Else(span) => Some(span),
    };
    if let Some(span) = span {
        errors.at(
            span,
            format!(
                "a variant is one value, and holds nothing: write `{ident}` alone\n\
                 for the values that are not listed, write `#[b24(other)] {ident}({holds})`"
            ),
        );
        return None;
    }
    match value {
        Some(value) => written(&value, integers, errors),
        // What is wrong with its options was probably its value.
        None if broken => None,
        None => {
            if let Some(discriminant) = discriminant {
                // `- 2` are two tokens.
                let number = discriminant.to_token_stream().to_string().replace(' ', "");
                let number = number.parse().unwrap_or(5_i64);
                errors.on(
                    &discriminant,
                    format!("a discriminant does not say what is sent: write `#[b24({number})] {ident}`"),
                );
                return None;
            }
            if integers {
                errors.at(
                    ident.span(),
                    format!("`{ident}` has no value, but the others are numbers: write `#[b24(5)] {ident}`"),
                );
                return None;
            }
            let text = case.apply(&snake(&ident.unraw().to_string()));
            Some(At::new(Value::Text(text), ident.span()))
        }
    }
}

/// A value that was written out.
fn written(At { value, span }: &At<Allowed>, integers: bool, errors: &mut Errors) -> Option<At<Value>> {
    let span: Span = *span;
    let value = match value {
        Allowed::Text(text) if integers => {
            let number = text.parse::<i64>().ok();
            let hint = number.map_or_else(String::new, |number| format!(": write `{number}`"));
            errors.at(
                span,
                format!("`\"{text}\"` is a text, but the first value is a number; all are texts or all are numbers{hint}"),
            );
            return None;
        }
        Allowed::Integer(number) if !integers => {
            errors.at(
                span,
                format!("`{number}` is a number, but the first value is a text; all are texts or all are numbers: write `\"{number}\"`"),
            );
            return None;
        }
        Allowed::Text(text) if text.is_empty() => {
            errors.at(
                span,
                "the value is empty: remove the variant, for what is not to be sent is a field's `None`",
            );
            return None;
        }
        Allowed::Text(text) => Value::Text(text.clone()),
        Allowed::Integer(number) => {
            let Ok(number) = i64::try_from(*number) else {
                errors.at(
                    span,
                    format!("`{number}` is beyond the numbers that are sent, which are those of an `i64`"),
                );
                return None;
            };
            Value::Integer(number)
        }
    };
    Some(At::new(value, span))
}
