//! A value that is one of several, told by its shape, into a model.

use super::tagged::no_default;
use crate::errors::Errors;
use crate::model::Untagged;
use crate::parse::{Shape, UnionDeclaration};

/// Checks an enum of values against itself.
pub(super) fn check(declaration: UnionDeclaration, errors: &mut Errors) -> Untagged {
    let UnionDeclaration {
        ident,
        generics,
        lints,
        options,
        variants,
    } = declaration;
    no_default(&options, errors);
    let direction = super::direction(&options, errors);
    let of_tags = [
        ("tag", options.tag.map(|tag| tag.span)),
        ("content", options.content.map(|content| content.span)),
        ("rename_all", options.rename_all.map(|style| style.span)),
    ];
    for (option, given) in of_tags {
        if let Some(span) = given {
            errors.at(
                span,
                format!(
                    "`untagged` says that no tag is written, so `{option}` has no meaning: remove one of them"
                ),
            );
        }
    }
    if variants.is_empty() {
        errors.at(
            ident.span(),
            format!("`{ident}` has no variant: write one for each shape, as in `Text(String)`"),
        );
    }
    let (mut shapes, mut broken) = (Vec::new(), Vec::new());
    for variant in variants {
        let tag = variant.value.map(|value| value.span);
        if let Some(span) = tag.or(variant.other.map(|other| other.span)) {
            errors.at(
                span,
                "`untagged` says that no tag is written, so the variant has none: remove this",
            );
        }
        let ident = variant.ident;
        match variant.shape {
            Shape::One(ty) if !variant.broken => shapes.push((ident, *ty)),
            Shape::One(_) => broken.push(ident),
            Shape::Unit | Shape::Else(_) => {
                errors.at(
                    ident.span(),
                    format!("a variant holds one value, by whose shape it is told: write `{ident}(String)`"),
                );
                broken.push(ident);
            }
        }
    }
    Untagged {
        krate: super::krate(&ident, options.krate),
        direction,
        variants: shapes,
        broken,
        ident,
        generics,
        lints,
    }
}
