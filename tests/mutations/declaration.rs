//! A declaration as its author would write it, and where in it what stands.

use std::fmt::Write as _;

use b24_catalog::Parameter;

/// A struct with `#[b24_method]` or `#[b24_object]`.
#[derive(Clone)]
pub(crate) struct Declaration {
    pub(crate) attribute: &'static str,
    /// Of the attribute: texts, options.
    pub(crate) arguments: Vec<String>,
    pub(crate) ident: String,
    pub(crate) fields: Vec<Field>,
    /// What the fields' types are declared as, before the struct.
    pub(crate) types: String,
    /// How often it will be said that something is deprecated.
    pub(crate) deprecations: usize,
}

#[derive(Clone)]
pub(crate) struct Field {
    pub(crate) facts: Parameter,
    pub(crate) options: Vec<String>,
    pub(crate) name: String,
    pub(crate) ty: String,
}

/// Where something stands, counted from 1; the end is behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Place {
    /// Whether it is that of a token, or of the first of its tokens: of a type, the compiler may underline
    /// its first word.
    pub(crate) fn is_of(self, token: Self) -> bool {
        self.line == token.line && self.start == token.start && self.end <= token.end
    }
}

// They stand in no fact.
const START: char = '\u{1}';
const END: char = '\u{2}';

/// Marks a piece of the declaration as the one to be reported.
pub(crate) fn mark(piece: &str) -> String {
    format!("{START}{piece}{END}")
}

impl Declaration {
    /// As a module, and the place in it that is marked.
    pub(crate) fn write(&self, name: &str) -> (String, Option<Place>) {
        let mut text = String::new();
        let arguments = self.arguments.join(", ");
        writeln!(text, "pub mod {name} {{").unwrap();
        text.push_str(&self.types);
        writeln!(text, "    #[::b24::{}({arguments})]", self.attribute).unwrap();
        writeln!(text, "    pub struct {} {{", self.ident).unwrap();
        for field in &self.fields {
            if !field.options.is_empty() {
                writeln!(text, "        #[b24({})]", field.options.join(", ")).unwrap();
            }
            writeln!(text, "        pub {}: {},", field.name, field.ty).unwrap();
        }
        text.push_str("    }\n}\n");
        let place = place(&text);
        (text.replace([START, END], ""), place)
    }

    /// Takes the mark away; the field that has it, if one has.
    pub(crate) fn unmark(&mut self) -> Option<&mut Field> {
        let clean = |text: &mut String| {
            let marked = text.contains(START);
            *text = text.replace([START, END], "");
            marked
        };
        self.arguments
            .iter_mut()
            .chain([&mut self.ident])
            .for_each(|text| {
                clean(text);
            });
        let mut marked = None;
        for field in &mut self.fields {
            let pieces = field.options.iter_mut().chain([&mut field.name, &mut field.ty]);
            if pieces.filter_map(|text| clean(text).then_some(())).count() > 0 {
                marked = Some(field);
            }
        }
        marked
    }

    pub(crate) fn field(&mut self, name: &str) -> &mut Field {
        let mut fields = self.fields.iter_mut();
        fields.find(|field| field.facts.name == name).unwrap()
    }
}

impl Field {
    /// Another type, which can be absent where the one before could.
    pub(crate) fn retype(&mut self, ty: &str) {
        self.ty = if self.ty.starts_with("Option<") {
            format!("Option<{ty}>")
        } else {
            ty.to_owned()
        };
    }

    /// Leaves it to be absent.
    pub(crate) fn release(&mut self) {
        self.options.retain(|option| option.starts_with("rename"));
        if !self.ty.starts_with("Option<") {
            self.ty = format!("Option<{}>", self.ty);
        }
    }

    pub(crate) fn is_required(&self) -> bool {
        self.options.iter().any(|option| option == "required")
    }

    /// Whether nothing is said of it but its name.
    pub(crate) fn is_free(&self) -> bool {
        self.options.iter().all(|option| option.starts_with("rename"))
    }

    pub(crate) fn has(&self, option: &str) -> bool {
        let mut options = self.options.iter();
        options.any(|given| given.split(' ').next() == Some(option))
    }
}

fn place(marked: &str) -> Option<Place> {
    let (before, rest) = marked.split_once(START)?;
    let (piece, _) = rest.split_once(END)?;
    let line = before.rsplit('\n').next()?;
    let start = line.chars().count() + 1;
    Some(Place {
        line: before.matches('\n').count() + 1,
        start,
        end: start + piece.chars().count(),
    })
}
