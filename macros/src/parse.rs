//! Tokens into a declaration, as it was written.

mod catalog;
mod enumeration;
mod field;
mod kind;
mod list;
mod method;
mod object;
mod options;
mod value;

use b24_catalog::Api;
use proc_macro2::{Span, TokenStream};
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, Generics, Ident, Path, Type, Visibility};

use crate::attribute::{METHOD, OBJECT};
use crate::case::Case;
use crate::errors::Errors;
use crate::model::{At, Effect};
pub(crate) use enumeration::{EnumDeclaration, Shape, VariantDeclaration, read as enumeration};
pub(crate) use kind::{Kind, Member};
pub(crate) use value::{Bounds, Default, Literal};

/// A struct with one of the attributes, as it was written: nothing is checked yet.
pub(crate) struct Declaration<Options> {
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// The `allow`, `warn`, `deny` and `expect` of the struct, for the generated code.
    pub(crate) lints: Vec<Attribute>,
    pub(crate) options: Options,
    pub(crate) fields: Vec<FieldDeclaration>,
    /// Whether it is not a struct with named fields, and this is reported.
    pub(crate) shapeless: bool,
}

impl<Options> Declaration<Options> {
    /// The declaration without its options, and these.
    pub(crate) fn take_options(self) -> (Declaration<()>, Options) {
        let declaration = Declaration {
            vis: self.vis,
            ident: self.ident,
            generics: self.generics,
            lints: self.lints,
            options: (),
            fields: self.fields,
            shapeless: self.shapeless,
        };
        (declaration, self.options)
    }
}

/// What stands in `#[b24_method(...)]`.
#[derive(Default)]
pub(crate) struct MethodOptions {
    pub(crate) name: Option<At<String>>,
    pub(crate) catalog: CatalogOptions,
    pub(crate) krate: Option<At<Path>>,
    pub(crate) returns: Option<At<Type>>,
    pub(crate) at: Option<At<String>>,
    pub(crate) rename_all: Option<At<Case>>,
    pub(crate) effect: Option<At<Effect>>,
    pub(crate) errors: Option<At<Vec<At<String>>>>,
    pub(crate) errors_name: Option<At<Ident>>,
    pub(crate) default: Option<At<()>>,
    pub(crate) list: Option<At<ListOptions>>,
}

/// What stands in `list(...)`.
#[derive(Default)]
pub(crate) struct ListOptions {
    pub(crate) rows: Option<At<String>>,
    pub(crate) item: Option<At<Type>>,
    pub(crate) id: Option<At<String>>,
    pub(crate) key: Option<At<String>>,
    pub(crate) filter: Option<At<String>>,
    pub(crate) order: Option<At<String>>,
    pub(crate) sort: Option<At<String>>,
    pub(crate) select: Option<At<String>>,
    pub(crate) offset: Option<At<String>>,
    pub(crate) page: Option<At<String>>,
}

/// An object, as it was written.
pub(crate) enum ObjectDeclaration {
    Struct(Declaration<ObjectOptions>),
    Union(UnionDeclaration),
}

/// An enum with `#[b24_object(...)]`: one of several.
pub(crate) struct UnionDeclaration {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) lints: Vec<Attribute>,
    pub(crate) options: ObjectOptions,
    pub(crate) variants: Vec<VariantDeclaration>,
}

/// Where it is told what is documented.
#[derive(Default)]
pub(crate) struct CatalogOptions {
    pub(crate) api: Option<At<Api>>,
    pub(crate) facts: Option<At<String>>,
    /// It is not documented, and the author knows.
    pub(crate) unlisted: Option<At<()>>,
}

/// What stands in `#[b24_object(...)]`.
#[derive(Default)]
pub(crate) struct ObjectOptions {
    /// The method and the path of the parameter for which the object stands.
    pub(crate) of: Option<(At<String>, At<String>)>,
    pub(crate) catalog: CatalogOptions,
    pub(crate) krate: Option<At<Path>>,
    pub(crate) rename_all: Option<At<Case>>,
    pub(crate) parameter: Option<At<()>>,
    pub(crate) result: Option<At<()>>,
    pub(crate) default: Option<At<()>>,
    pub(crate) tag: Option<At<String>>,
    pub(crate) content: Option<At<String>>,
    /// Whether something is wrong with them, and this is reported; known of an enum's.
    pub(crate) broken: bool,
    pub(crate) untagged: Option<At<()>>,
}

/// A field, as it was written.
pub(crate) struct FieldDeclaration {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) docs: Vec<Attribute>,
    pub(crate) options: FieldOptions,
    /// Whether something is wrong with its options, and this is reported.
    pub(crate) broken: bool,
}

/// What stands in `#[b24(...)]`.
#[derive(Default)]
pub(crate) struct FieldOptions {
    /// The words of all of them.
    pub(crate) keys: Vec<Ident>,
    pub(crate) required: Option<At<()>>,
    /// `required = false`: whatever is documented.
    pub(crate) optional: Option<At<()>>,
    pub(crate) rename: Option<At<String>>,
    pub(crate) kind: Option<At<Kind>>,
    pub(crate) allowed: Option<At<Vec<At<Allowed>>>>,
    pub(crate) default: Option<At<value::Default>>,
    pub(crate) range: Option<At<Bounds>>,
    pub(crate) length: Option<At<Bounds>>,
    pub(crate) items: Option<At<Bounds>>,
    pub(crate) secret: Option<At<()>>,
    pub(crate) requires: Option<At<Vec<Ident>>>,
    pub(crate) conflicts: Option<At<Vec<Ident>>>,
    pub(crate) one_of: Option<At<String>>,
    pub(crate) validate: Option<At<Path>>,
    pub(crate) flatten: Option<At<()>>,
    pub(crate) unlisted: Option<At<()>>,
    pub(crate) skip: Option<At<()>>,
}

/// An allowed value, as it is sent.
#[derive(Clone, PartialEq)]
pub(crate) enum Allowed {
    Text(String),
    Integer(i128),
}

/// How the structs of an attribute are read.
struct Reading<Options> {
    attribute: &'static crate::attribute::Attribute,
    /// Reads the options of a struct whose name is at the place given.
    read: fn(&Attribute, Span, &mut Options, &mut Errors),
    /// The options of a field.
    field: &'static options::Grammar,
    /// What the struct is.
    what: &'static str,
    /// What tuple structs are told.
    unnamed: &'static str,
}

/// Reads the struct of a method; `None` where it is not even Rust.
pub(crate) fn method(item: TokenStream, errors: &mut Errors) -> Option<Declaration<MethodOptions>> {
    let reading = Reading {
        attribute: &METHOD,
        read: method::read,
        field: &field::OF_METHOD,
        what: "a method is a struct with one field for each parameter",
        unnamed: "the fields need names, for they name the parameters: write `{ title: Option<String>, ... }`",
    };
    Some(structure(input(item, errors)?, &reading, errors))
}

/// Reads an object; `None` where it is not even Rust.
pub(crate) fn object(item: TokenStream, errors: &mut Errors) -> Option<ObjectDeclaration> {
    let reading = Reading {
        attribute: &OBJECT,
        read: object::read,
        field: &field::OF_OBJECT,
        what: "an object is a struct with one field for each member",
        unnamed: "the fields need names, for they name the members: write `{ value: Option<String>, ... }`",
    };
    let input = input(item, errors)?;
    let Data::Enum(data) = input.data else {
        return Some(ObjectDeclaration::Struct(structure(input, &reading, errors)));
    };
    let place = ["a variant", "enum"];
    let before = errors.count();
    let mut options = self::options(&input.attrs, &input.ident, &reading, place, errors);
    options.broken = errors.count() > before;
    let variants = data.variants.into_iter();
    Some(ObjectDeclaration::Union(UnionDeclaration {
        ident: input.ident,
        generics: input.generics,
        lints: input.attrs.into_iter().filter_map(lint).collect(),
        options,
        variants: variants
            .map(|variant| enumeration::read_variant(variant, &object::OF_VARIANT, errors))
            .collect(),
    }))
}

fn input(item: TokenStream, errors: &mut Errors) -> Option<DeriveInput> {
    syn::parse2(item).map_err(|error| errors.push(error)).ok()
}

fn structure<Options: std::default::Default>(
    input: DeriveInput,
    reading: &Reading<Options>,
    errors: &mut Errors,
) -> Declaration<Options> {
    let place = ["a field", "struct"];
    let options = options(&input.attrs, &input.ident, reading, place, errors);
    let fields = match input.data {
        Data::Struct(data) => fields(data.fields, reading, errors),
        Data::Enum(data) => {
            errors.at(data.enum_token.span, format!("{}, not an enum", reading.what));
            None
        }
        Data::Union(data) => {
            errors.at(data.union_token.span, format!("{}, not a union", reading.what));
            None
        }
    };
    Declaration {
        vis: input.vis,
        ident: input.ident,
        generics: input.generics,
        lints: input.attrs.into_iter().filter_map(lint).collect(),
        options,
        shapeless: fields.is_none(),
        fields: fields.unwrap_or_default(),
    }
}

/// The options of the item itself; `#[b24(...)]` has its place elsewhere.
fn options<Options: std::default::Default>(
    attributes: &[Attribute],
    ident: &Ident,
    reading: &Reading<Options>,
    [place, item]: [&str; 2],
    errors: &mut Errors,
) -> Options {
    let crate::attribute::Attribute {
        name,
        options: helper,
        ..
    } = reading.attribute;
    let mut options = Options::default();
    for attribute in attributes {
        if attribute.path().is_ident(helper) {
            (reading.read)(attribute, ident.span(), &mut options, errors);
        } else if attribute.path().is_ident("b24") {
            errors.on(
                attribute,
                format!("`#[b24(...)]` goes on {place}; the options of the {item} go into `#[{name}(...)]`"),
            );
        }
    }
    options
}

/// `None` where they have no names.
fn fields<Options>(
    fields: Fields,
    reading: &Reading<Options>,
    errors: &mut Errors,
) -> Option<Vec<FieldDeclaration>> {
    let fields = match fields {
        Fields::Named(fields) => fields
            .named
            .into_iter()
            .filter_map(|field| {
                let mut options = FieldOptions::default();
                let before = errors.count();
                for attribute in field
                    .attrs
                    .iter()
                    .filter(|attribute| attribute.path().is_ident("b24"))
                {
                    field::read(attribute, reading.field, &mut options, errors);
                }
                let docs = field
                    .attrs
                    .into_iter()
                    .filter(|attribute| attribute.path().is_ident("doc"));
                Some(FieldDeclaration {
                    ident: field.ident?,
                    ty: field.ty,
                    docs: docs.collect(),
                    options,
                    broken: errors.count() > before,
                })
            })
            .collect(),
        Fields::Unnamed(fields) => {
            errors.at(fields.span(), reading.unnamed);
            return None;
        }
        Fields::Unit => Vec::new(),
    };
    Some(fields)
}

/// A lint level of the user's; `expect` becomes `allow`, since the expectation is the struct's to
/// meet.
fn lint(mut attribute: Attribute) -> Option<Attribute> {
    let level = attribute.path().get_ident()?.to_string();
    match level.as_str() {
        "allow" | "warn" | "deny" | "forbid" => Some(attribute),
        "expect" => {
            if let syn::Meta::List(list) = &mut attribute.meta {
                list.path = Ident::new("allow", list.path.span()).into();
            }
            Some(attribute)
        }
        _ => None,
    }
}
