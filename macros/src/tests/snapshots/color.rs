#[allow(
    dead_code,
    deprecated,
    unreachable_pub,
    clippy::impl_trait_in_params,
    clippy::same_name_method
)]
#[allow(deprecated)]
impl Color {
    ///The values, as they are sent: `red`, `lightBlue`, `MINT`.
    pub const VALUES: &'static [&'static ::core::primitive::str] = <Self as ::b24::__private_0_1_0::Enum>::TABLE
        .values;
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
    impl __b::Enum for Color {
        const TABLE: &'static __b::Table = &__b::Table {
            name: "Color",
            values: &["red", "lightBlue", "MINT"],
            integers: &[],
        };
        #[inline]
        fn sent(&self) -> __b::Sent<'_> {
            __b::Sent::Listed(
                match self {
                    Self::Red => 0usize,
                    Self::LightBlue => 1usize,
                    Self::Mint => 2usize,
                    Self::Other(value) => {
                        return <String as __b::HoldsText>::__sent(value);
                    }
                },
            )
        }
        #[inline]
        fn of(sent: __b::Sent<'_>) -> __b::Option<Self> {
            __b::Option::Some(
                match sent {
                    __b::Sent::Listed(0usize) => Self::Red,
                    __b::Sent::Listed(1usize) => Self::LightBlue,
                    __b::Sent::Listed(2usize) => Self::Mint,
                    sent => {
                        return <String as __b::HoldsText>::__unlisted(sent)
                            .map(Self::Other);
                    }
                },
            )
        }
    }
    #[automatically_derived]
    impl __b::serde::Serialize for Color {
        fn serialize<__S: __b::serde::Serializer>(
            &self,
            to: __S,
        ) -> __b::Result<__S::Ok, __S::Error> {
            __b::serialize_enum(self, to)
        }
    }
    #[automatically_derived]
    impl<'__de> __b::serde::Deserialize<'__de> for Color {
        fn deserialize<__D: __b::serde::Deserializer<'__de>>(
            from: __D,
        ) -> __b::Result<Self, __D::Error> {
            __b::deserialize_enum(from)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Color {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __b::show(self, f)
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for Color {
        type Err = __b::InvalidValue;
        #[inline]
        fn from_str(
            text: &::core::primitive::str,
        ) -> __b::Result<Self, __b::InvalidValue> {
            __b::parse(text)
        }
    }
    #[automatically_derived]
    impl __b::Scalar for Color {}
    #[automatically_derived]
    impl __b::Lenient for Color {
        const FORM: __b::Form = __b::Form::Scalar;
    }
    #[automatically_derived]
    impl __b::HasValues for Color {
        const __KNOWN: __b::Option<&'static __b::Table> = __b::Option::Some(
            <Self as __b::Enum>::TABLE,
        );
    }
    #[automatically_derived]
    impl<__K: __b::kind::Takes<__b::kind::Words>> __b::SentAs<__K> for Color {}
};
