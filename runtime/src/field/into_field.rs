//! What a setter takes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::hash::{BuildHasher, Hash};
use std::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8, NonZeroU16,
    NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize,
};
use std::sync::Arc;

use super::items::Items;
use super::{Field, Scalar};
use crate::value::{Id, Json, YesNo};

/// A value that may be given for a field of the type `T`.
///
/// Everything is given as itself or as an `Option` of itself; texts also as `&str`, `String` or `Cow`,
/// lists as any standard [iterator](crate::Items) of what their items take. Literals infer:
///
/// ```
/// use b24::b24_method;
///
/// #[allow(deprecated)] // Bitrix24 deprecates this method: `imbot.v2.Chat.add` follows it
/// #[b24_method("imbot.chat.add")]
/// struct ChatAdd {
///     title: Option<String>,
///     users: Option<Vec<u64>>,
///     bot_id: Option<u64>,
/// }
///
/// let guests = [7_u64, 9];
/// let chat = ChatAdd::new().title("News").users([1271]).bot_id(39);
/// let chat = chat.bot_id(None).users(guests.iter().map(|id| id + 1));
/// assert_eq!(serde_json::to_string(&chat)?, r#"{"TITLE":"News","USERS":[8,10]}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given for a field of the type `{T}`",
    label = "expected a value for `{T}`",
    note = "a text is given as `&str` or `String`, a list as an array, a `Vec` or an iterator; another number is converted first, `u64::from(n)` or `n.try_into()?`",
    note = "a type of your own is taken once it is declared with `#[b24_object]` or `#[b24_enum]`, or there is `impl b24::Scalar for ... {{}}`",
    note = "a `Reference` to another command's result is taken by a field of the type `b24::Arg<...>`"
)]
pub trait IntoField<T> {
    /// The field's new value.
    fn into_field(self) -> T;
}

/// A value that `new` takes for a required field of the type `T`: what a setter takes, but never an
/// `Option`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given for a required field of the type `{T}`",
    label = "expected a value for `{T}`, and no `Option`",
    note = "a text is given as `&str` or `String`, a list as an array, a `Vec` or an iterator; another number is converted first, `u64::from(n)` or `n.try_into()?`",
    note = "a type of your own is taken once it is declared with `#[b24_object]` or `#[b24_enum]`, or there is `impl b24::Scalar for ... {{}}`",
    note = "a `Reference` to another command's result is taken by a field of the type `b24::Arg<...>`"
)]
pub trait IntoRequired<T> {
    /// The field with that value.
    fn into_required(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<T: Field, V: IntoField<T::Value>> IntoRequired<T> for V {
    #[inline]
    fn into_required(self) -> T {
        T::from_value(self.into_field())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> IntoField<T> for T {
    #[inline]
    fn into_field(self) -> T {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> IntoField<Option<T>> for T {
    #[inline]
    fn into_field(self) -> Option<T> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> IntoField<Option<T>> for Option<T> {
    #[inline]
    fn into_field(self) -> Option<T> {
        self
    }
}

/// Sources that become a scalar of another type, for the field itself and for an `Option` of it.
macro_rules! converts {
    ($({$($generics:tt)*} $source:ty => $target:ty: $convert:expr),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> IntoField<$target> for $source {
                #[inline]
                fn into_field(self) -> $target {
                    $convert(self)
                }
            }

            #[diagnostic::do_not_recommend]
            impl<$($generics)*> IntoField<Option<$target>> for $source {
                #[inline]
                fn into_field(self) -> Option<$target> {
                    Some($convert(self))
                }
            }
        )+
    };
}

converts!(
    {} &str => String: String::from,
    {} &String => String: String::clone,
    {} Cow<'_, str> => String: Cow::into_owned,
    {} Box<str> => String: String::from,
    {'a} &'a String => &'a str: String::as_str,
    {'a} &'a str => Cow<'a, str>: Cow::Borrowed,
    {'a} &'a String => Cow<'a, str>: Cow::from,
    {'a} String => Cow<'a, str>: Cow::Owned,
    {} &str => Box<str>: Box::from,
    {} String => Box<str>: Box::from,
    {} &str => Arc<str>: Arc::from,
    {} String => Arc<str>: Arc::from,
    // An integer literal where a fraction is possible: `.price(10)`.
    {} i32 => f64: f64::from,
    {} u64 => Id: Id::from,
    {} Id => u64: Id::get,
    {} bool => YesNo: YesNo::from,
    {} &str => serde_json::Value: serde_json::Value::from,
    {T: serde::Serialize} T => Json<T>: Json,
    {T: Scalar} T => Box<T>: Box::new,
    {T: Scalar} T => Arc<T>: Arc::new,
);

// Of all sources that are not the field's own type, only this one is taken as an `Option` too: with a
// choice, a bare `None` would not infer.
#[diagnostic::do_not_recommend]
impl IntoField<Option<String>> for Option<&str> {
    #[inline]
    fn into_field(self) -> Option<String> {
        self.map(str::to_owned)
    }
}

/// Numbers by reference: the items of `&[7, 9]`.
macro_rules! copies {
    ($($type:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl IntoField<$type> for &$type {
                #[inline]
                fn into_field(self) -> $type {
                    *self
                }
            }
        )+
    };
}

copies!(
    bool,
    char,
    f32,
    f64,
    i8,
    i16,
    i32,
    i64,
    i128,
    isize,
    u8,
    u16,
    u32,
    u64,
    u128,
    usize,
    Id,
    YesNo,
    NonZeroI8,
    NonZeroI16,
    NonZeroI32,
    NonZeroI64,
    NonZeroI128,
    NonZeroIsize,
    NonZeroU8,
    NonZeroU16,
    NonZeroU32,
    NonZeroU64,
    NonZeroU128,
    NonZeroUsize,
);

#[diagnostic::do_not_recommend]
impl IntoField<String> for &&str {
    #[inline]
    fn into_field(self) -> String {
        (*self).to_owned()
    }
}

/// Lists and maps, from any iterator of what their items take, and from an `Option` of themselves.
macro_rules! collects {
    ($({$($generics:tt)*} $item:ty => $target:ty, $convert:expr);+ $(;)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<I: Items<Item = $item>, $($generics)*> IntoField<$target> for I {
                #[inline]
                fn into_field(self) -> $target {
                    self.into_iter().map($convert).collect()
                }
            }

            #[diagnostic::do_not_recommend]
            impl<I: Items<Item = $item>, $($generics)*> IntoField<Option<$target>> for I {
                #[inline]
                fn into_field(self) -> Option<$target> {
                    Some(self.into_iter().map($convert).collect())
                }
            }
        )+
    };
}

collects!(
    {U: IntoField<T>, T} U => Vec<T>, U::into_field;
    {U: IntoField<T>, T} U => VecDeque<T>, U::into_field;
    {U: IntoField<T>, T: Eq + Hash, S: BuildHasher + Default} U => HashSet<T, S>, U::into_field;
    {U: IntoField<T>, T: Ord} U => BTreeSet<T>, U::into_field;
    {L: IntoField<K>, U: IntoField<V>, K: Eq + Hash, V, S: BuildHasher + Default} (L, U) => HashMap<K, V, S>,
        |(key, value)| (key.into_field(), value.into_field());
    {L: IntoField<K>, U: IntoField<V>, K: Ord, V} (L, U) => BTreeMap<K, V>,
        |(key, value)| (key.into_field(), value.into_field());
);

/// Lists and maps that may be there or not.
macro_rules! passes {
    ($({$($generics:tt)*} $type:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> IntoField<Option<$type>> for Option<$type> {
                #[inline]
                fn into_field(self) -> Option<$type> {
                    self
                }
            }
        )+
    };
}

passes!(
    {T} Vec<T>,
    {T} VecDeque<T>,
    {T, S} HashSet<T, S>,
    {T} BTreeSet<T>,
    {K, V, S} HashMap<K, V, S>,
    {K, V} BTreeMap<K, V>,
    {'a, T} &'a [T],
);

#[diagnostic::do_not_recommend]
impl<'a, T> IntoField<&'a [T]> for &'a [T] {
    #[inline]
    fn into_field(self) -> &'a [T] {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<'a, T> IntoField<Option<&'a [T]>> for &'a [T] {
    #[inline]
    fn into_field(self) -> Option<&'a [T]> {
        Some(self)
    }
}
