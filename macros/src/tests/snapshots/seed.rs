///The error codes of `imbot.chat.add`.
#[derive(Debug)]
#[allow(dead_code)]
#[allow(deprecated)]
#[non_exhaustive]
pub enum ChatAddCode {
    ///`INVALID_FORMAT`
    InvalidFormat,
    ///`BOT_ID_ERROR`
    BotIdError,
    ///`APP_ID_ERROR`
    AppIdError,
    ///`WRONG_REQUEST`
    WrongRequest,
    /// A code that the declaration does not list.
    Other,
}
#[automatically_derived]
impl ::core::clone::Clone for ChatAddCode {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}
#[automatically_derived]
impl ::core::marker::Copy for ChatAddCode {}
#[automatically_derived]
impl ::core::cmp::PartialEq for ChatAddCode {
    #[inline]
    fn eq(&self, other: &Self) -> ::core::primitive::bool {
        *self as ::core::primitive::u16 == *other as ::core::primitive::u16
    }
}
#[automatically_derived]
impl ::core::cmp::Eq for ChatAddCode {}
#[automatically_derived]
impl ::b24::ErrorCode for ChatAddCode {
    #[inline]
    fn __codes() -> (&'static [(&'static ::core::primitive::str, Self)], Self) {
        (
            &[
                ("INVALID_FORMAT", Self::InvalidFormat),
                ("BOT_ID_ERROR", Self::BotIdError),
                ("APP_ID_ERROR", Self::AppIdError),
                ("WRONG_REQUEST", Self::WrongRequest),
            ],
            Self::Other,
        )
    }
}
#[allow(
    dead_code,
    deprecated,
    unreachable_pub,
    clippy::impl_trait_in_params,
    clippy::same_name_method
)]
#[allow(deprecated)]
/**The method `imbot.chat.add`.

[Documentation](https://apidocs.bitrix24.com/api-reference/chat-bots/outdated/chats/imbot-chat-add.html); scope `imbot`; deprecated: use `imbot.v2.Chat.add`

| parameter | field | |
|---|---|---|
| `TYPE` | `r#type` | `text`; `OPEN`, `CHAT`; begins with `"CHAT"` |
| `TITLE` | `title` | required; `text`; 1 to 255 characters |
| `USERS` | `users` | `list<integer>`; at most 100 items |
| `BOT_ID` | `bot` | `integer`; `1..` |
| `CLIENT_ID` | `client_id` | `text`; secret |

Error codes: `INVALID_FORMAT`, `BOT_ID_ERROR`, `APP_ID_ERROR`, `WRONG_REQUEST`.
*/
impl ChatAdd {
    ///Begins with what is required: `title`.
    #[inline]
    #[must_use]
    pub fn new(title: impl ::b24::IntoRequired<Option<String>>) -> Self {
        Self {
            r#type: ::b24::IntoField::<Option<String>>::into_field("CHAT"),
            title: title.into_required(),
            users: <Option<Vec<u64>> as ::b24::Optional>::ABSENT,
            bot: <Option<u64> as ::b24::Optional>::ABSENT,
            client_id: <Option<String> as ::b24::Optional>::ABSENT,
            note: <Option<String> as ::b24::SkippedDefault>::__default(),
        }
    }
    /// Who may join.
    ///Sets the parameter `TYPE`.
    #[must_use = "a setter returns the changed value"]
    pub fn r#type(mut self, value: impl ::b24::IntoField<Option<String>>) -> Self {
        self.r#type = value.into_field();
        self
    }
    ///Sets the parameter `TITLE`.
    #[must_use = "a setter returns the changed value"]
    pub fn title(mut self, value: impl ::b24::IntoField<Option<String>>) -> Self {
        self.title = value.into_field();
        self
    }
    ///Sets the parameter `USERS`.
    #[must_use = "a setter returns the changed value"]
    pub fn users(mut self, value: impl ::b24::IntoField<Option<Vec<u64>>>) -> Self {
        self.users = value.into_field();
        self
    }
    ///Sets the parameter `BOT_ID`.
    #[must_use = "a setter returns the changed value"]
    pub fn bot(mut self, value: impl ::b24::IntoField<Option<u64>>) -> Self {
        self.bot = value.into_field();
        self
    }
    ///Sets the parameter `CLIENT_ID`.
    #[must_use = "a setter returns the changed value"]
    pub fn client_id(mut self, value: impl ::b24::IntoField<Option<String>>) -> Self {
        self.client_id = value.into_field();
        self
    }
    ///Sets `note`, which is not a parameter.
    #[must_use = "a setter returns the changed value"]
    pub fn note(mut self, value: Option<String>) -> Self {
        self.note = value;
        self
    }
    /**Checks every field against what the declaration says, without sending anything.

# Errors
Every violation at once.*/
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
    ) -> ::core::result::Result<::b24::Response<b24::Id>, ::b24::Error> {
        client.call(self)
    }
}
#[allow(
    dead_code,
    deprecated,
    unreachable_pub,
    clippy::impl_trait_in_params,
    clippy::same_name_method
)]
#[allow(deprecated)]
const _: () = {
    use ::b24::__private_0_1_0 as __b;
    #[automatically_derived]
    impl __b::Method for ChatAdd {
        const NAME: &'static __b::str = "imbot.chat.add";
        type Output = b24::Id;
        type Code = ChatAddCode;
        fn __visit<__V: __b::Visitor>(&self, __v: &mut __V) {
            __v.rule(__b::Rule::Allowed(&["OPEN", "CHAT"]));
            <Option<
                String,
            > as __b::kind::SentAsText>::__visit(&self.r#type, "TYPE", __v);
            __v.rule(__b::Rule::Required);
            <Option<String> as __b::HasLength>::__length(__v, 1usize, 255usize);
            <Option<
                String,
            > as __b::kind::SentAsText>::__visit(&self.title, "TITLE", __v);
            <Option<Vec<u64>> as __b::HasItems>::__items(__v, 0usize, 100usize);
            <Option<Vec<u64>> as __b::Field>::__visit(&self.users, "USERS", __v);
            <Option<u64> as __b::HasRange>::__range(__v, 1i128, __b::Number::MAX, false);
            <Option<u64> as __b::kind::SentAsInteger>::__visit(&self.bot, "BOT_ID", __v);
            __v.rule(__b::Rule::Secret);
            <Option<
                String,
            > as __b::kind::SentAsText>::__visit(&self.client_id, "CLIENT_ID", __v);
        }
    }
    #[automatically_derived]
    impl __b::serde::Serialize for ChatAdd {
        fn serialize<__S: __b::serde::Serializer>(
            &self,
            serializer: __S,
        ) -> __b::Result<__S::Ok, __S::Error> {
            __b::serialize(self, serializer)
        }
    }
};
#[allow(deprecated)]
const _: () = {
    #[deprecated(
        note = "`imbot.chat.add` is deprecated by Bitrix24: use `imbot.v2.Chat.add`"
    )]
    const fn method() {}
    method()
};
