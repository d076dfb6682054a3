//! An object that is one of several into a model: one tag for each variant.

use super::enumeration::Variants;
use crate::case::Case;
use crate::errors::Errors;
use crate::model::{At, Other, Tagged, Variant};
use crate::parse::{ObjectOptions, Shape, UnionDeclaration, VariantDeclaration};

/// Checks an enum of objects against itself.
pub(super) fn check(declaration: UnionDeclaration, errors: &mut Errors) -> Tagged {
    let UnionDeclaration {
        ident,
        generics,
        lints,
        options,
        variants,
    } = declaration;
    no_default(&options, errors);
    let direction = super::direction(&options, errors);
    let tag = if options.tag.is_none() && (options.broken || variants.is_empty()) {
        // It may have been there; or something worse is wrong.
        None
    } else {
        let holds = variants
            .iter()
            .any(|variant| !matches!(variant.shape, Shape::Unit));
        tag(options.tag, holds, &ident, errors)
    };
    let mut sound = !options.broken && tag.is_some();
    let content = options.content.filter(|content| {
        let names_another = !content.value.is_empty() && tag.as_ref() != Some(&content.value);
        if !names_another {
            sound = false;
            errors.at(
                content.span,
                "`content` names the member beside the tag: write it as the documentation does, `content = \"SETTINGS\"`",
            );
        }
        names_another
    });
    let case = options
        .rename_all
        .map_or(Case::ScreamingSnake, |style| style.value);
    let (declared, contents, mut other) = take_contents(variants, errors);
    let any = !declared.is_empty();
    let Variants {
        listed, mut broken, ..
    } = Variants::read(declared, case, errors);
    if !any {
        errors.at(
            ident.span(),
            format!(
                "`{ident}` has no variant: write one for each value of the tag, as in `Text(TextSettings)`"
            ),
        );
    }
    let listed = listed.into_iter().map(|listed| {
        let content = contents.iter().find(|(variant, _)| *variant == listed.ident);
        Variant {
            content: content.map(|(_, ty)| ty.clone()),
            ident: listed.ident,
            tag: listed.value,
        }
    });
    let mut variants: Vec<Variant> = listed.collect();
    if !sound {
        // Where what a variant holds stands is not known, nothing can be asked of its type.
        broken.extend(variants.drain(..).map(|variant| variant.ident));
        broken.extend(other.take().map(|other| other.ident));
    }
    Tagged {
        krate: super::krate(&ident, options.krate),
        direction,
        tag: tag.unwrap_or_default(),
        content: content.map(|content| content.value),
        variants,
        other,
        broken,
        ident,
        generics,
        lints,
    }
}

pub(super) fn no_default(options: &ObjectOptions, errors: &mut Errors) {
    if let Some(default) = &options.default {
        errors.at(
            default.span,
            "which variant would it be? implement `Default` yourself, and remove `default`",
        );
    }
}

/// `holds`: whether a variant holds anything.
fn tag(tag: Option<At<String>>, holds: bool, ident: &syn::Ident, errors: &mut Errors) -> Option<String> {
    let Some(tag) = tag else {
        let problem = if holds {
            "which member tells the variants apart? write `#[b24_object(tag = \"USER_TYPE_ID\")]`\n\
             if their shape does, write `#[b24_object(untagged)]`"
        } else {
            "an enum of plain values is declared with `#[b24_enum]`\n\
             if each of them is an object, with a member that tells which: write `#[b24_object(tag = \"USER_TYPE_ID\")]`"
        };
        errors.at(ident.span(), problem);
        return None;
    };
    if tag.value.is_empty() {
        errors.at(
            tag.span,
            "the name of the tag is empty: write it as the documentation does, `tag = \"USER_TYPE_ID\"`",
        );
        return None;
    }
    Some(tag.value)
}

type Contents = Vec<(syn::Ident, syn::Type)>;

/// The variants without what they hold, what they hold, and the open one.
fn take_contents(
    variants: Vec<VariantDeclaration>,
    errors: &mut Errors,
) -> (Vec<VariantDeclaration>, Contents, Option<Other>) {
    let (mut declared, mut contents, mut open) = (Vec::new(), Vec::new(), None);
    for mut variant in variants {
        let ident = variant.ident.clone();
        let shape = std::mem::replace(&mut variant.shape, Shape::Unit);
        match (shape, variant.other.take()) {
            (Shape::One(_), Some(other)) if open.is_some() => {
                errors.at(
                    other.span,
                    "`other` is given twice: one variant takes every tag that is not listed",
                );
                variant.broken = true;
            }
            (Shape::One(ty), Some(_)) if variant.value.is_none() => {
                open = Some(Other { ident, ty: *ty });
                continue;
            }
            // Reported where the values are read.
            (Shape::One(_), Some(other)) => variant.other = Some(other),
            (Shape::Unit, Some(other)) => {
                errors.at(
                    other.span,
                    format!("`other` keeps the whole object: write `{ident}(serde_json::Map<String, serde_json::Value>)`"),
                );
                variant.broken = true;
            }
            (Shape::One(ty), None) => contents.push((ident, *ty)),
            (Shape::Unit, None) => {}
            (Shape::Else(span), _) => {
                errors.at(
                    span,
                    format!("a variant holds one object, or nothing: declare a struct with `#[b24_object]` and write `{ident}({ident}Settings)`"),
                );
                variant.broken = true;
            }
        }
        declared.push(variant);
    }
    (declared, contents, open)
}
