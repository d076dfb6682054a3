//! The members of a struct, shown one after the other.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;

use super::kind;
use super::listed::Comparison;
use crate::model::{Count, Field, Known, Number, Parameter, Range, Relation, Role, Start, Structure};

/// `fn __visit`.
pub(super) fn expand(structure: &Structure) -> TokenStream {
    let mut statements = Vec::new();
    for field in structure.fields.iter().filter(|field| !field.broken) {
        match &field.role {
            Role::Skipped => {}
            Role::Flattened { .. } => statements.push(flatten(field, structure)),
            Role::Parameter(parameter) => visit(structure, field, parameter, &mut statements),
        }
    }
    statements.extend(structure.relations.iter().map(|of| relation(of, structure)));
    // One stream, for each stream within another one costs several calls into the compiler.
    let statements: TokenStream = statements.into_iter().collect();
    quote! {
        fn __visit<__V: __b::Visitor>(&self, __v: &mut __V) {
            #statements
        }
    }
}

/// The rules of a parameter, then its field. In this form of call an unusable type is reported at the
/// type, with nothing generated named.
fn visit(structure: &Structure, field: &Field, parameter: &Parameter, statements: &mut Vec<TokenStream>) {
    let (ident, ty, wire) = (&field.ident, &field.ty, &parameter.wire.value);
    let rules = &parameter.rules;
    if matches!(parameter.start, Start::Required) {
        statements.push(quote!(__v.rule(__b::Rule::Required);));
    }
    if rules.secret {
        statements.push(quote!(__v.rule(__b::Rule::Secret);));
    }
    if let Some(allowed) = &rules.allowed {
        let allowed = allowed.iter().map(|allowed| &allowed.value);
        statements.push(match Comparison::of(structure, field) {
            Comparison::Constant | Comparison::Needless => {
                quote!(__v.rule(__b::Rule::Allowed(&[#(#allowed),*]));)
            }
            Comparison::Bound => quote!(<#ty as __b::HasValues>::__values(__v, &[#(#allowed),*]);),
        });
    }
    if let Some(range) = &rules.range {
        let (min, max, exclusive) = ends(range);
        statements.push(quote!(<#ty as __b::HasRange>::__range(__v, #min, #max, #exclusive);));
    }
    if let Some(count) = &rules.length {
        let (min, max) = (count.min, count.max);
        statements.push(quote!(<#ty as __b::HasLength>::__length(__v, #min, #max);));
    }
    if let Some(count) = &rules.items {
        let (min, max) = (count.min, count.max);
        statements.push(quote!(<#ty as __b::HasItems>::__items(__v, #min, #max);));
    }
    if let Some(known) = &rules.known {
        self::known(known, statements);
    }
    if let Some(check) = &rules.validate {
        // A closure, so that a `fn(&str)` is good for a `String`.
        let check = quote_spanned!(check.span()=> |value| __b::Verdict::__refusal(#check(value)));
        statements.push(quote!(__v.check(#wire, <#ty as __b::Field>::__given(&self.#ident), #check);));
    }
    statements.push(match &parameter.kind {
        None => quote!(<#ty as __b::Field>::__visit(&self.#ident, #wire, __v);),
        Some(kind) => {
            let words = kind::words(kind);
            quote!(<#ty as #words>::__visit(&self.#ident, #wire, __v);)
        }
    });
}

/// What is documented of a value: rules alone, for the type is the documented kind already.
fn known(known: &Known, statements: &mut Vec<TokenStream>) {
    if let Some(values) = &known.values {
        statements.push(quote!(__v.rule(__b::Rule::Allowed(&[#(#values),*]));));
    }
    if let Some(range) = &known.range {
        let (min, max, exclusive) = ends(range);
        statements.push(quote!(__v.rule(__b::range(#min, #max, #exclusive));));
    }
    if let Some(Count { min, max }) = known.length {
        statements.push(quote!(__v.rule(__b::length(#min, #max));));
    }
    if let Some(Count { min, max }) = known.items {
        statements.push(quote!(__v.rule(__b::items(#min, #max));));
    }
}

fn ends(range: &Range) -> (TokenStream, TokenStream, bool) {
    let min = range.min.map_or_else(|| quote!(__b::Number::MIN), number);
    let max = range.max.map_or_else(|| quote!(__b::Number::MAX), number);
    (min, max, range.exclusive)
}

/// The further parameters, which must not be those that are declared.
fn flatten(field: &Field, structure: &Structure) -> TokenStream {
    let (ident, ty) = (&field.ident, &field.ty);
    let declared = structure.parameters().map(|(_, parameter)| &parameter.wire.value);
    quote!(<#ty as __b::Flatten>::__flatten(&self.#ident, &[#(#declared),*], __v);)
}

fn relation(relation: &Relation, structure: &Structure) -> TokenStream {
    let field = |place: &usize| {
        let field = &structure.fields[*place];
        let (ident, ty) = (&field.ident, &field.ty);
        let wire = match &field.role {
            Role::Parameter(parameter) => parameter.wire.value.as_str(),
            // Reported already.
            Role::Skipped | Role::Flattened { .. } => "",
        };
        quote!((#wire, <#ty as __b::Field>::is_absent(&self.#ident)))
    };
    match relation {
        Relation::Requires(one, other) => {
            let (one, other) = (field(one), field(other));
            quote!(__v.requires(#one, #other);)
        }
        Relation::Conflicts(one, other) => {
            let (one, other) = (field(one), field(other));
            quote!(__v.conflicts(#one, #other);)
        }
        Relation::OneOf(members) => {
            let members = members.iter().map(field);
            quote!(__v.one_of(&[#(#members),*]);)
        }
    }
}

fn number(number: Number) -> TokenStream {
    match number {
        Number::Integer(number) => number.to_token_stream(),
        Number::Float(number) => number.to_token_stream(),
    }
}
