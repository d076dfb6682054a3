//! A declaration against what Bitrix24 documents.

mod deprecation;
mod facts;
mod lookup;
mod names;
mod need;
mod order;
mod place;
mod value;

use b24_catalog::{Api, Members, Method, Parameter};
use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;

use crate::case::Case;
use crate::errors::Errors;
use crate::model::{At, Field, Relation};
use crate::parse::FieldOptions;
pub(super) use deprecation::check as deprecation;
pub(super) use facts::is_there;
pub(super) use lookup::method;
pub(super) use names::Named;
pub(super) use place::of as place;
pub(super) use value::{kind, rules};

/// How hard something that contradicts the documentation is taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hardness {
    /// The documentation is too often wrong there.
    Pass,
    Warn,
    Refuse,
}

/// What is documented of the members of a struct.
pub(super) struct Documented {
    /// Whose members they are, in words.
    pub(super) whole: String,
    /// What they are.
    noun: &'static str,
    pub(super) members: Members,
    /// What a member of another name is.
    unknown: Hardness,
    /// What a required member is that is missing.
    missing: Hardness,
    positional: bool,
    /// The method, where these are its parameters.
    method: Option<(String, Api)>,
}

/// How the fields of a struct get their names on the wire.
pub(super) enum Names {
    /// By rule.
    Style(Case),
    /// From the documentation.
    Documented(Box<Documented>),
}

impl Documented {
    /// Of a method.
    pub(super) fn of_method(method: &Method) -> Self {
        let members = method.parameters.clone();
        Self {
            whole: format!("`{}`", method.name),
            noun: "parameter",
            unknown: if members.more {
                Hardness::Pass
            } else {
                Hardness::Refuse
            },
            missing: Hardness::Refuse,
            positional: method.positional,
            method: Some((method.name.clone(), method.api)),
            members,
        }
    }
}

impl Names {
    /// The name on the wire of a field, and what is documented of it.
    pub(super) fn name(&self, ident: &Ident, options: &FieldOptions, errors: &mut Errors) -> Named {
        match self {
            Self::Style(case) => {
                let by_rule = || At::new(case.apply(&ident.unraw().to_string()), ident.span());
                Named {
                    wire: options.rename.clone().unwrap_or_else(by_rule),
                    facts: None,
                    meant: None,
                }
            }
            Self::Documented(documented) => names::of(ident, options, documented, errors),
        }
    }

    /// Whose members the fields are, in words, where that is known.
    pub(super) fn whose(&self) -> Option<String> {
        match self {
            Self::Style(_) => None,
            Self::Documented(documented) => Some(documented.whole.clone()),
        }
    }

    /// The name on the wire of a field of that name.
    pub(super) fn usual(&self, name: &str) -> String {
        match self {
            Self::Style(case) => case.apply(name),
            Self::Documented(documented) => names::usual(name, &documented.members),
        }
    }

    /// What is to be said of `required = false`.
    pub(super) fn not_required(&self, facts: Option<&Parameter>, span: Span, errors: &mut Errors) {
        match self {
            Self::Style(_) => errors.at(
                span,
                "`required = false` is for a parameter that the documentation requires: leave it out",
            ),
            Self::Documented(documented) => need::excused(facts, span, documented, errors),
        }
    }

    /// What has to be declared, and in which order; further relations that follow from that.
    pub(super) fn whole(
        &self,
        ident: &Ident,
        fields: &[Field],
        relations: &[Relation],
        errors: &mut Errors,
    ) -> Vec<Relation> {
        let Self::Documented(documented) = self else {
            return Vec::new();
        };
        need::check(ident, fields, relations, documented, errors);
        if documented.positional {
            order::check(fields, documented, errors)
        } else {
            Vec::new()
        }
    }
}
