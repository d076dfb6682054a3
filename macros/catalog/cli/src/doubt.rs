//! What the importer is not sure of.

use std::fmt;

/// Something on a page that may be wrong, or that may have been read wrongly.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Doubt {
    /// The page's path below the root of the documentation.
    pub page: String,
    /// The line, from 1.
    pub line: usize,
    /// Of which type.
    pub about: About,
    /// What exactly.
    pub detail: String,
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.page, self.line, self.about)?;
        if !self.detail.is_empty() {
            write!(f, ": {}", self.detail)?;
        }
        Ok(())
    }
}

macro_rules! about {
    ($($(#[$doc:meta])* $name:ident $words:literal $unreadable:literal,)+) => {
        /// The types of doubts.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum About {
            $($(#[$doc])* $name,)+
        }

        impl About {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Whether the page counts as not read, until a correction explains it.
            #[must_use]
            pub fn is_unreadable(self) -> bool {
                match self {
                    $(Self::$name => $unreadable,)+
                }
            }
        }

        impl fmt::Display for About {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    $(Self::$name => $words,)+
                })
            }
        }
    };
}

about! {
    /// No method's name in its title, though it is a method's page.
    NoName "there is no name of a method in the title" true,
    /// Neither a table nor a word that there are none.
    NoParameters "there is no table of parameters, and nothing says that there are none" true,
    /// The syntax is broken.
    Syntax "broken syntax" false,
    /// A row without a name.
    NoRowName "the row has no name" true,
    /// A row without a type.
    NoType "there is no type" false,
    /// A type that is not known.
    UnknownType "the type is not known" false,
    /// A choice of types that is none of ours.
    UnknownChoice "the choice of types is not known" false,
    /// A name twice in one table.
    Twice "the name stands there twice" false,
    /// A section with a table that belongs to no parameter.
    Unclaimed "the section belongs to no parameter" false,
    /// An anchor that leads nowhere.
    DeadAnchor "the link leads nowhere" false,
    /// A type and a sentence contradict each other.
    Prose "the type and the sentence contradict each other" false,
    /// A row promises that members are told on another page, and there is no table of them.
    NotFollowed "what is told on another page cannot be read" false,
    /// A star and a sentence contradict each other.
    Need "the star and the sentence contradict each other" false,
    /// A boolean with other values than the three pairs.
    BooleanValues "the boolean has values of its own" false,
    /// Values that are none of the type.
    ValuesKind "the values are none of the type" false,
    /// A default that is none of the type, or of the values.
    DefaultKind "the default is none of the type, or of the values" false,
    /// A default outside of the bounds.
    DefaultBounds "the default is out of bounds" false,
    /// A key of an example that the table does not have.
    UnknownKey "the example has a parameter that the table has not" false,
    /// The same, further in.
    UnknownMember "the example has a member that the table has not" false,
    /// An object of which the table has no key at all.
    OtherMembers "the example has none of the members of the table" false,
    /// A key that differs by case or underscores.
    Spelling "the example spells it otherwise" false,
    /// A required parameter that the example lacks.
    Missing "the example lacks what is required" false,
    /// The same, further in.
    MissingMember "the example lacks a required member" false,
    /// A value of another kind.
    ExampleKind "the example is of another kind" false,
    /// A value that is not allowed.
    ExampleValue "the example has a value that is not allowed" false,
    /// The address has the name in another case.
    NameCase "the example spells the method otherwise" false,
    /// The address has another name.
    OtherMethod "the example calls another method" false,
    /// A sample that is no JSON, or no command.
    Sample "the sample cannot be read" false,
    /// A cell that should have an error code, and has a sentence.
    ErrorCode "there is no error code, but a sentence" false,
    /// The name reads, and the title or the text does not.
    Effect "the name only reads, but the page says that something is changed" false,
    /// No scope.
    NoScope "there is no scope" false,
    /// Another page has the same method.
    TwoPages "another page has the same method" true,
}
