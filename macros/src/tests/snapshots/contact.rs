#[allow(
    dead_code,
    deprecated,
    unreachable_pub,
    clippy::impl_trait_in_params,
    clippy::same_name_method
)]
/**An object of a method.

| member | field | |
|---|---|---|
| `NAME` | `name` | required; 1 to 50 characters |
| `PHONE` | `phone` |  |
| `CURRENCY` | `currency` | begins with `"EUR"` |
*/
impl Contact {
    ///Begins with what is required: `name`.
    #[inline]
    #[must_use]
    pub fn new(name: impl ::b24::IntoRequired<String>) -> Self {
        Self {
            name: name.into_required(),
            phone: <Option<Vec<Phone>> as ::b24::Optional>::ABSENT,
            currency: ::b24::IntoField::<String>::into_field("EUR"),
            seen: <bool as ::b24::SkippedDefault>::__default(),
            custom: <BTreeMap<String, Value> as ::b24::FlattenedDefault>::__default(),
        }
    }
    /// What it is called.
    ///Sets the member `NAME`.
    #[must_use = "a setter returns the changed value"]
    pub fn name(mut self, value: impl ::b24::IntoField<String>) -> Self {
        self.name = value.into_field();
        self
    }
    ///Sets the member `PHONE`.
    #[must_use = "a setter returns the changed value"]
    pub fn phone(mut self, value: impl ::b24::IntoField<Option<Vec<Phone>>>) -> Self {
        self.phone = value.into_field();
        self
    }
    ///Sets the member `CURRENCY`.
    #[must_use = "a setter returns the changed value"]
    pub fn currency(mut self, value: impl ::b24::IntoField<String>) -> Self {
        self.currency = value.into_field();
        self
    }
    ///Sets `seen`, which is not a member.
    #[must_use = "a setter returns the changed value"]
    pub fn seen(mut self, value: bool) -> Self {
        self.seen = value;
        self
    }
    ///Sets the further members.
    #[must_use = "a setter returns the changed value"]
    pub fn custom(
        mut self,
        value: impl ::b24::IntoField<BTreeMap<String, Value>>,
    ) -> Self {
        self.custom = value.into_field();
        self
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
    impl __b::serde::Serialize for Contact {
        fn serialize<__S: __b::serde::Serializer>(
            &self,
            serializer: __S,
        ) -> __b::Result<__S::Ok, __S::Error> {
            __b::serialize(self, serializer)
        }
    }
    #[automatically_derived]
    impl __b::Object for Contact {
        fn __visit<__V: __b::Visitor>(&self, __v: &mut __V) {
            __v.rule(__b::Rule::Required);
            <String as __b::HasLength>::__length(__v, 1usize, 50usize);
            <String as __b::Field>::__visit(&self.name, "NAME", __v);
            <Option<Vec<Phone>> as __b::Field>::__visit(&self.phone, "PHONE", __v);
            <String as __b::Field>::__visit(&self.currency, "CURRENCY", __v);
            <BTreeMap<
                String,
                Value,
            > as __b::Flatten>::__flatten(
                &self.custom,
                &["NAME", "PHONE", "CURRENCY"],
                __v,
            );
        }
    }
    #[automatically_derived]
    impl __b::Scalar for Contact {
        const __NESTED: __b::bool = true;
        fn __inside<__V: __b::Visitor>(&self, __v: &mut __V) {
            __v.object(self);
        }
    }
    #[automatically_derived]
    impl<__K: __b::kind::Takes<__b::kind::Objects>> __b::SentAs<__K> for Contact {}
    #[automatically_derived]
    impl<'__de> __b::serde::Deserialize<'__de> for Contact {
        fn deserialize<__D: __b::serde::Deserializer<'__de>>(
            from: __D,
        ) -> __b::Result<Self, __D::Error> {
            __b::receive(from)
        }
    }
    #[automatically_derived]
    impl __b::Lenient for Contact {
        const FORM: __b::Form = __b::Form::Object;
    }
    #[automatically_derived]
    impl __b::Received for Contact {
        const NAME: &'static __b::str = "Contact";
        fn __receive<__M: __b::Members>(__m: &mut __M) -> __b::Result<Self, __M::Error> {
            let mut __0 = <String as __b::Decoded>::__missing();
            let mut __1 = <Option<Vec<Phone>> as __b::Decoded>::__missing();
            let mut __2 = __b::Defaulted::<String>::empty();
            __m.fill(
                &mut [
                    ("NAME", <String as __b::Decoded>::__slot(&mut __0)),
                    ("PHONE", <Option<Vec<Phone>> as __b::Decoded>::__slot(&mut __1)),
                    ("CURRENCY", <String as __b::Decoded>::__defaulted(&mut __2)),
                ],
                true,
            )?;
            __b::Result::Ok(Self {
                name: __m.take(__0, "NAME")?,
                phone: __m.take(__1, "PHONE")?,
                currency: __2.or(|| __b::IntoField::<String>::into_field("EUR")),
                seen: <bool as __b::SkippedDefault>::__default(),
                custom: <BTreeMap<
                    String,
                    Value,
                > as __b::Unflatten>::__unflatten(__m.others())?,
            })
        }
    }
};
