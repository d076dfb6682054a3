::core::compile_error! {
    "unknown option `requierd`; did you mean `required`?\nknown are: required, rename, kind, enum, default, range, length, items, requires, conflicts, one_of, validate, flatten, unlisted, secret, skip"
}
::core::compile_error! {
    "`.json` is a format, not a part of the method's name: write `imbot.chat.add`"
}
::core::compile_error! {
    "no number lies within these bounds: write the smaller end first, as in `1..=50`"
}
::core::compile_error! {
    "`call` is also a method that the struct gets: give the field another name, and add `#[b24(rename = \"CALL\")]`"
}
::core::compile_error! {
    "there is no `Default` where a field is required, as `title` is: remove `default` here, or `required` there"
}
#[allow(
    dead_code,
    deprecated,
    unreachable_pub,
    clippy::impl_trait_in_params,
    clippy::same_name_method
)]
/**The method `imbot.chat.add.json`.

| parameter | field | |
|---|---|---|
| `TITLE` | `title` | required |
| `LIMIT` | `limit` |  |
| `CALL` | `call` |  |
*/
impl ChatAdd {
    #[allow(unreachable_code, unused_variables)]
    ///Begins with what is required: `title`.
    #[inline]
    #[must_use]
    fn new(title: impl ::b24::IntoRequired<Option<String>>) -> Self {
        Self {
            title: loop {},
            limit: loop {},
            call: loop {},
        }
    }
    ///Sets the parameter `TITLE`.
    #[must_use = "a setter returns the changed value"]
    fn title(mut self, value: impl ::b24::IntoField<Option<String>>) -> Self {
        self.title = value.into_field();
        self
    }
    ///Sets the parameter `LIMIT`.
    #[must_use = "a setter returns the changed value"]
    fn limit(mut self, value: impl ::b24::IntoField<Option<u64>>) -> Self {
        self.limit = value.into_field();
        self
    }
    /**Checks every field against what the declaration says, without sending anything.

# Errors
Every violation at once.*/
    #[inline]
    fn validate(&self) -> ::core::result::Result<(), ::b24::Invalid> {
        ::b24::Method::validate(self)
    }
    /**Checks the parameters and calls `imbot.chat.add.json`.

# Errors
What is wrong with a parameter before anything is sent; otherwise what the portal or the way to it answered.*/
    #[inline]
    fn call(
        &self,
        client: &::b24::Client,
    ) -> ::core::result::Result<
        ::b24::Response<::b24::__private_0_1_0::Value>,
        ::b24::Error,
    > {
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
const _: () = {
    use ::b24::__private_0_1_0 as __b;
    #[automatically_derived]
    impl __b::Method for ChatAdd {
        const NAME: &'static __b::str = "imbot.chat.add.json";
        type Output = ::b24::__private_0_1_0::Value;
        type Code = __b::AnyCode;
        fn __visit<__V: __b::Visitor>(&self, __v: &mut __V) {}
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
    #[automatically_derived]
    impl ::core::default::Default for ChatAdd {
        #[inline]
        fn default() -> Self {
            loop {}
        }
    }
};
