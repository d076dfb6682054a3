//! The words of the compiler for a type that is not of the kind.
//!
//! A trait for each kind, for a message knows no other way to tell kinds apart. Generated code calls
//! their one method.

use super::sent_as::SentAs;
use super::written::As;
use super::{
    Any, Boolean, BooleanOrInteger, BooleanOrObject, BooleanOrText, Date, DateOrDateTime, DateTime,
    DateTimeOrText, Double, DoubleOrDateTime, DoubleOrText, File, Integer, IntegerOrList, IntegerOrObject,
    IntegerOrText, List, ListOrText, Map, Object, ObjectOrList, ObjectOrText, OneZero, Text, YesNo,
};
use crate::visit::Visitor;

macro_rules! words {
    ($($trait:ident $(<$inner:ident>)?: $kind:ty, $message:literal, $types:literal, $own:literal;)+) => {
        $(
            #[doc = $types]
            #[diagnostic::on_unimplemented(
                message = $message,
                label = $types,
                note = "`#[b24(kind = any)]` leaves the value to serde, and checks nothing",
                note = $own
            )]
            pub trait $trait $(<$inner>)? {
                /// Shows the field to `visitor`, written as the kind.
                #[doc(hidden)]
                fn __visit<Seen: Visitor>(&self, name: &'static str, visitor: &mut Seen);
            }

            #[diagnostic::do_not_recommend]
            impl<$($inner,)? Type: SentAs<$kind>> $trait $(<$inner>)? for Type {
                #[inline]
                fn __visit<Seen: Visitor>(&self, name: &'static str, visitor: &mut Seen) {
                    visitor.field(name, self, &As::<$kind, Type>::new(self));
                }
            }
        )+
    };
}

words! {
    SentAsInteger: Integer,
        "`{Self}` cannot be sent as an integer",
        "`integer` is for whole numbers, `b24::Id` and enums of numbers",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::Integer> for ... {{}}`";
    SentAsDouble: Double,
        "`{Self}` cannot be sent as a number",
        "`double` is for numbers and enums of numbers",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::Double> for ... {{}}`";
    SentAsText: Text,
        "`{Self}` cannot be sent as text",
        "`text` is for texts, numbers, `b24::Id`, dates and enums",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::Text> for ... {{}}`";
    SentAsBoolean: Boolean,
        "`{Self}` cannot be sent as a boolean",
        "`boolean` is for `bool` and `b24::YesNo`",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::Boolean> for ... {{}}`";
    SentAsYesNo: YesNo,
        "`{Self}` cannot be sent as `Y` or `N`",
        "`yes_no` is for `bool`, `b24::YesNo` and enums of texts",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::YesNo> for ... {{}}`";
    SentAsOneZero: OneZero,
        "`{Self}` cannot be sent as 1 or 0",
        "`one_zero` is for `bool`, `b24::YesNo`, whole numbers and enums of numbers",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::OneZero> for ... {{}}`";
    SentAsDate: Date,
        "`{Self}` cannot be sent as a date",
        "`date` is for types of dates and for texts",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::Date> for ... {{}}`";
    SentAsDateTime: DateTime,
        "`{Self}` cannot be sent as a date with a time",
        "`date_time` is for types of dates with a time and for texts",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::DateTime> for ... {{}}`";
    SentAsFile: File,
        "`{Self}` cannot be sent as a file",
        "`file` is for `b24::Base64`, a list of a name and a content, and objects",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::File> for ... {{}}`";
    SentAsObject: Object,
        "`{Self}` cannot be sent as an object",
        "`object` is for structs with `#[b24_object]`, maps, filters and orders",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::Object> for ... {{}}`";
    SentAsIntegerOrText: IntegerOrText,
        "`{Self}` cannot be sent as an integer or text",
        "`integer | text` is for numbers, texts, `b24::Id`, dates and enums",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::IntegerOrText> for ... {{}}`";
    SentAsDoubleOrText: DoubleOrText,
        "`{Self}` cannot be sent as a number or text",
        "`double | text` is for numbers, texts, `b24::Id`, dates and enums",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::DoubleOrText> for ... {{}}`";
    SentAsBooleanOrInteger: BooleanOrInteger,
        "`{Self}` cannot be sent as a boolean or an integer",
        "`boolean | integer` is for `bool`, `b24::YesNo`, whole numbers, `b24::Id` and enums of numbers",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::BooleanOrInteger> for ... {{}}`";
    SentAsBooleanOrText: BooleanOrText,
        "`{Self}` cannot be sent as a boolean or text",
        "`boolean | text` is for `bool`, `b24::YesNo`, texts, numbers, `b24::Id`, dates and enums",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::BooleanOrText> for ... {{}}`";
    SentAsBooleanOrObject: BooleanOrObject,
        "`{Self}` cannot be sent as a boolean or an object",
        "`boolean | object` is for `bool`, `b24::YesNo`, structs with `#[b24_object]`, maps, filters, orders and lists",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::BooleanOrObject> for ... {{}}`";
    SentAsIntegerOrObject: IntegerOrObject,
        "`{Self}` cannot be sent as an integer or an object",
        "`integer | object` is for whole numbers, `b24::Id`, enums of numbers, structs with `#[b24_object]`, maps, filters, orders and lists",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::IntegerOrObject> for ... {{}}`";
    SentAsIntegerOrList: IntegerOrList,
        "`{Self}` cannot be sent as an integer or a list",
        "`integer | list<any>` is for whole numbers, `b24::Id`, enums of numbers, lists, structs with `#[b24_object]`, maps, filters and orders",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::IntegerOrList> for ... {{}}`";
    SentAsObjectOrList: ObjectOrList,
        "`{Self}` cannot be sent as an object or a list",
        "`object | list<any>` is for structs with `#[b24_object]`, maps, filters, orders, and lists",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::ObjectOrList> for ... {{}}`";
    SentAsObjectOrText: ObjectOrText,
        "`{Self}` cannot be sent as an object or text",
        "`object | text` is for structs with `#[b24_object]`, maps, filters, orders, lists, texts, numbers, `b24::Id`, dates and enums",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::ObjectOrText> for ... {{}}`";
    SentAsListOrText: ListOrText,
        "`{Self}` cannot be sent as a list or text",
        "`list<any> | text` is for lists, structs with `#[b24_object]`, maps, filters, orders, texts, numbers, `b24::Id`, dates and enums",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::ListOrText> for ... {{}}`";
    SentAsDateOrDateTime: DateOrDateTime,
        "`{Self}` cannot be sent as a date, with or without a time",
        "`date | date_time` is for types of dates and for texts",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::DateOrDateTime> for ... {{}}`";
    SentAsDateTimeOrText: DateTimeOrText,
        "`{Self}` cannot be sent as a date with a time or text",
        "`date_time | text` is for types of dates, texts, numbers, `b24::Id` and enums",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::DateTimeOrText> for ... {{}}`";
    SentAsDoubleOrDateTime: DoubleOrDateTime,
        "`{Self}` cannot be sent as a number or a date with a time",
        "`double | date_time` is for numbers, types of dates with a time, and texts",
        "a type of your own that is written so: add `impl b24::SentAs<b24::kind::DoubleOrDateTime> for ... {{}}`";
    SentAsListOfInteger: List<Integer>,
        "`{Self}` cannot be sent as a list of integers",
        "`list<integer>` is for lists of whole numbers, `b24::Id` and enums of numbers",
        "an item of your own type that is written so: add `impl b24::SentAs<b24::kind::Integer> for ... {{}}`";
    SentAsListOfDouble: List<Double>,
        "`{Self}` cannot be sent as a list of numbers",
        "`list<double>` is for lists of numbers and enums of numbers",
        "an item of your own type that is written so: add `impl b24::SentAs<b24::kind::Double> for ... {{}}`";
    SentAsListOfText: List<Text>,
        "`{Self}` cannot be sent as a list of texts",
        "`list<text>` is for lists of texts, numbers, `b24::Id`, dates and enums, and for `b24::Select`",
        "an item of your own type that is written so: add `impl b24::SentAs<b24::kind::Text> for ... {{}}`";
    SentAsListOfBoolean: List<Boolean>,
        "`{Self}` cannot be sent as a list of booleans",
        "`list<boolean>` is for lists of `bool` and `b24::YesNo`",
        "an item of your own type that is written so: add `impl b24::SentAs<b24::kind::Boolean> for ... {{}}`";
    SentAsListOfYesNo: List<YesNo>,
        "`{Self}` cannot be sent as a list of `Y` and `N`",
        "`list<yes_no>` is for lists of `bool`, `b24::YesNo` and enums of texts",
        "an item of your own type that is written so: add `impl b24::SentAs<b24::kind::YesNo> for ... {{}}`";
    SentAsListOfOneZero: List<OneZero>,
        "`{Self}` cannot be sent as a list of 1 and 0",
        "`list<one_zero>` is for lists of `bool`, `b24::YesNo` and enums of numbers",
        "an item of your own type that is written so: add `impl b24::SentAs<b24::kind::OneZero> for ... {{}}`";
    SentAsListOfDate: List<Date>,
        "`{Self}` cannot be sent as a list of dates",
        "`list<date>` is for lists of types of dates and of texts",
        "an item of your own type that is written so: add `impl b24::SentAs<b24::kind::Date> for ... {{}}`";
    SentAsListOfDateTime: List<DateTime>,
        "`{Self}` cannot be sent as a list of dates with a time",
        "`list<date_time>` is for lists of types of dates with a time and of texts",
        "an item of your own type that is written so: add `impl b24::SentAs<b24::kind::DateTime> for ... {{}}`";
    SentAsListOfFile: List<File>,
        "`{Self}` cannot be sent as a list of files",
        "`list<file>` is for lists of `b24::Base64`, of lists of a name and a content, and of objects",
        "an item of your own type that is written so: add `impl b24::SentAs<b24::kind::File> for ... {{}}`";
    SentAsListOfObject: List<Object>,
        "`{Self}` cannot be sent as a list of objects",
        "`list<object>` is for lists of structs with `#[b24_object]` and of maps, and for `b24::FilterV3`",
        "an item of your own type that is written so: add `impl b24::SentAs<b24::kind::Object> for ... {{}}`";
    SentAsListOfAny: List<Any>,
        "`{Self}` cannot be sent as a list",
        "`list<any>` is for lists, sets and slices, `b24::Select` and `b24::FilterV3`",
        "a list of your own type: add `impl b24::SentAs<b24::kind::List<b24::kind::Any>> for ... {{}}`";
    SentAsList<K>: List<K>,
        "`{Self}` cannot be sent as a list of {K}",
        "`list<...>` is for lists, sets and slices of what stands for the kind of the items",
        "an item of your own type that is written so: add `impl b24::SentAs<{K}> for ... {{}}`";
    SentAsMap<K>: Map<K>,
        "`{Self}` cannot be sent as a map of {K}",
        "`map<...>` is for maps of what stands for the kind of the values",
        "a value of your own type that is written so: add `impl b24::SentAs<{K}> for ... {{}}`";
}
