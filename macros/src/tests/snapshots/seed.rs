#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
#[allow(
    dead_code,
    deprecated,
    missing_docs,
    single_use_lifetimes,
    unreachable_pub,
    unused_qualifications
)]
#[allow(deprecated)]
impl ::b24::Method for ChatAdd {
    const NAME: &'static str = "imbot.chat.add";
    const API: ::b24::Api = ::b24::Api::V2;
    const EFFECT: ::b24::Effect = ::b24::Effect::Write;
    const PARAMETERS: &'static [::b24::Parameter] = &[
        ::b24::Parameter {
            name: "TYPE",
            rules: &[::b24::Rule::Allowed(&["OPEN", "CHAT"])],
        },
        ::b24::Parameter {
            name: "TITLE",
            rules: &[
                ::b24::Rule::Required,
                ::b24::Rule::Length(::b24::Count {
                    min: 1usize,
                    max: 255usize,
                }),
            ],
        },
        ::b24::Parameter {
            name: "USERS",
            rules: &[
                ::b24::Rule::Items(::b24::Count {
                    min: 0usize,
                    max: 100usize,
                }),
            ],
        },
        ::b24::Parameter {
            name: "BOT_ID",
            rules: &[
                ::b24::Rule::Range(::b24::Range {
                    min: ::core::option::Option::Some(::b24::Number::Integer(1i128)),
                    max: ::core::option::Option::None,
                    exclusive: false,
                }),
            ],
        },
        ::b24::Parameter {
            name: "CLIENT_ID",
            rules: &[::b24::Rule::Secret],
        },
    ];
    type Output = b24::Id;
    type Code = ChatAddCode;
    fn __visit<__V: ::b24::__private_0_1_0::Visitor>(&self, __visitor: &mut __V) {
        <Option<String> as ::b24::HasValues>::__check();
        <Option<
            String,
        > as ::b24::Field>::__visit(&self.r#type, &Self::PARAMETERS[0], __visitor);
        <Option<String> as ::b24::HasLength>::__check();
        <Option<
            String,
        > as ::b24::Field>::__visit(&self.title, &Self::PARAMETERS[1], __visitor);
        <Option<Vec<u64>> as ::b24::HasItems>::__check();
        <Option<
            Vec<u64>,
        > as ::b24::Field>::__visit(&self.users, &Self::PARAMETERS[2], __visitor);
        <Option<u64> as ::b24::HasRange>::__check();
        <Option<
            u64,
        > as ::b24::Field>::__visit(&self.bot, &Self::PARAMETERS[3], __visitor);
        <Option<
            String,
        > as ::b24::Field>::__visit(&self.client_id, &Self::PARAMETERS[4], __visitor);
    }
}
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
#[allow(
    dead_code,
    deprecated,
    missing_docs,
    single_use_lifetimes,
    unreachable_pub,
    unused_qualifications
)]
#[allow(deprecated)]
impl ::b24::__private_0_1_0::Serialize for ChatAdd {
    fn serialize<__S: ::b24::__private_0_1_0::Serializer>(
        &self,
        serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error> {
        ::b24::__private_0_1_0::serialize(self, serializer)
    }
}
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
#[allow(
    dead_code,
    deprecated,
    missing_docs,
    single_use_lifetimes,
    unreachable_pub,
    unused_qualifications
)]
#[allow(deprecated)]
/**The method `imbot.chat.add`.

| parameter | field | |
|---|---|---|
| `TYPE` | `r#type` | `OPEN`, `CHAT`; begins with `"CHAT"` |
| `TITLE` | `title` | required; 1 to 255 characters |
| `USERS` | `users` | at most 100 items |
| `BOT_ID` | `bot` | `1..` |
| `CLIENT_ID` | `client_id` | secret |
*/
impl ChatAdd {
    ///A call of `imbot.chat.add`, with what it requires: `title`.
    #[inline]
    #[must_use]
    pub fn new(title: impl ::b24::IntoRequired<Option<String>>) -> Self {
        Self {
            r#type: ::b24::IntoField::<Option<String>>::into_field("CHAT"),
            title: ::b24::IntoRequired::into_required(title),
            users: <Option<Vec<u64>> as ::b24::Optional>::absent(),
            bot: <Option<u64> as ::b24::Optional>::absent(),
            client_id: <Option<String> as ::b24::Optional>::absent(),
            note: <Option<String> as ::core::default::Default>::default(),
        }
    }
    /// Who may join.
    ///Sets the parameter `TYPE`.
    #[inline]
    #[must_use]
    pub fn r#type(mut self, value: impl ::b24::IntoField<Option<String>>) -> Self {
        self.r#type = ::b24::IntoField::into_field(value);
        self
    }
    ///Sets the parameter `TITLE`.
    #[inline]
    #[must_use]
    pub fn title(mut self, value: impl ::b24::IntoField<Option<String>>) -> Self {
        self.title = ::b24::IntoField::into_field(value);
        self
    }
    ///Sets the parameter `USERS`.
    #[inline]
    #[must_use]
    pub fn users(mut self, value: impl ::b24::IntoField<Option<Vec<u64>>>) -> Self {
        self.users = ::b24::IntoField::into_field(value);
        self
    }
    ///Sets the parameter `BOT_ID`.
    #[inline]
    #[must_use]
    pub fn bot(mut self, value: impl ::b24::IntoField<Option<u64>>) -> Self {
        self.bot = ::b24::IntoField::into_field(value);
        self
    }
    ///Sets the parameter `CLIENT_ID`.
    #[inline]
    #[must_use]
    pub fn client_id(mut self, value: impl ::b24::IntoField<Option<String>>) -> Self {
        self.client_id = ::b24::IntoField::into_field(value);
        self
    }
    ///Sets `note`, which is not a parameter.
    #[inline]
    #[must_use]
    pub fn note(mut self, value: Option<String>) -> Self {
        self.note = value;
        self
    }
    /// Checks every field against what the declaration says, without sending anything.
    ///
    /// # Errors
    /// Every violation at once.
    #[inline]
    pub fn validate(&self) -> ::core::result::Result<(), ::b24::Invalid> {
        ::b24::Method::validate(self)
    }
    /**Checks the parameters and calls `imbot.chat.add`.

# Errors
What is wrong with a parameter before anything is sent; otherwise what the portal or the way to it answered.*/
    #[inline]
    pub fn call(
        &self,
        client: &::b24::Client,
    ) -> ::core::result::Result<
        ::b24::Response<<Self as ::b24::Method>::Output>,
        ::b24::Error,
    > {
        client.call(self)
    }
}
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
#[allow(
    dead_code,
    deprecated,
    missing_docs,
    single_use_lifetimes,
    unreachable_pub,
    unused_qualifications
)]
#[allow(deprecated)]
///The error codes of [`imbot.chat.add`].
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChatAddCode {
    ///`INVALID_FORMAT`
    InvalidFormat,
    ///`BOT_ID_ERROR`
    BotIdError,
    /// A code that the declaration does not list.
    Other(::b24::__private_0_1_0::String),
}
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
#[allow(
    dead_code,
    deprecated,
    missing_docs,
    single_use_lifetimes,
    unreachable_pub,
    unused_qualifications
)]
#[allow(deprecated)]
impl ::b24::ErrorCode for ChatAddCode {
    fn from_code(code: &str) -> Self {
        match ::b24::__private_0_1_0::position(
            code,
            &["INVALID_FORMAT", "BOT_ID_ERROR"],
        ) {
            0usize => Self::InvalidFormat,
            1usize => Self::BotIdError,
            _ => Self::Other(code.into()),
        }
    }
    fn as_str(&self) -> &str {
        match self {
            Self::InvalidFormat => "INVALID_FORMAT",
            Self::BotIdError => "BOT_ID_ERROR",
            Self::Other(code) => code,
        }
    }
}
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
#[allow(
    dead_code,
    deprecated,
    missing_docs,
    single_use_lifetimes,
    unreachable_pub,
    unused_qualifications
)]
#[allow(deprecated)]
impl ::core::fmt::Debug for ChatAddCode {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(::b24::ErrorCode::as_str(self))
    }
}
