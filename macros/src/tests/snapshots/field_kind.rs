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
    impl __b::serde::Serialize for FieldKind {
        fn serialize<__S: __b::serde::Serializer>(
            &self,
            serializer: __S,
        ) -> __b::Result<__S::Ok, __S::Error> {
            __b::serialize(self, serializer)
        }
    }
    #[automatically_derived]
    impl __b::Object for FieldKind {
        fn __visit<__V: __b::Visitor>(&self, __v: &mut __V) {
            match self {
                Self::Text(value) => {
                    __b::show_tag("string", "USER_TYPE_ID", __v);
                    <Text as __b::Field>::__visit(value, "SETTINGS", __v);
                }
                Self::Boolean => {
                    __b::show_tag("boolean", "USER_TYPE_ID", __v);
                }
                Self::Other(value) => {
                    <Map<String, Value> as __b::HoldsObject>::__flatten(value, &[], __v)
                }
            }
        }
    }
    #[automatically_derived]
    impl __b::Scalar for FieldKind {
        const __NESTED: __b::bool = true;
        fn __inside<__V: __b::Visitor>(&self, __v: &mut __V) {
            __v.object(self);
        }
    }
    #[automatically_derived]
    impl<__K: __b::kind::Takes<__b::kind::Objects>> __b::SentAs<__K> for FieldKind {}
    #[automatically_derived]
    impl<'__de> __b::serde::Deserialize<'__de> for FieldKind {
        fn deserialize<__D: __b::serde::Deserializer<'__de>>(
            from: __D,
        ) -> __b::Result<Self, __D::Error> {
            __b::receive(from)
        }
    }
    #[automatically_derived]
    impl __b::Lenient for FieldKind {
        const FORM: __b::Form = __b::Form::Object;
    }
    #[automatically_derived]
    impl __b::Received for FieldKind {
        const NAME: &'static __b::str = "FieldKind";
        fn __receive<__M: __b::Members>(__m: &mut __M) -> __b::Result<Self, __M::Error> {
            let tag = __m.tag("USER_TYPE_ID")?;
            __b::Result::Ok(
                match &*tag {
                    "string" => {
                        Self::Text(<Text as __b::Decoded>::__content(__m, "SETTINGS")?)
                    }
                    "boolean" => Self::Boolean,
                    _ => {
                        Self::Other(
                            <Map<
                                String,
                                Value,
                            > as __b::HoldsObject>::__unflatten(
                                __m.untag("USER_TYPE_ID", tag).others(),
                            )?,
                        )
                    }
                },
            )
        }
    }
};
