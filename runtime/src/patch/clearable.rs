//! How a value is cleared, by its type.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use serde::ser::{SerializeSeq, Serializer};

use crate::field::Scalar;

/// A type of values that an update can clear: every [`Scalar`], and the standard lists and maps.
///
/// | value | cleared as | as the pages say of |
/// |---|---|---|
/// | one | `""` | a file in [`crm.item.update`], a photo in [`user.update`], a value of `fm` in [`crm.item.update`] |
/// | list, map; a name and a content with `kind = file` are one value | `[]` | files in [`crm.item.update`] and [`crm.timeline.comment.update`], `typeIds` in [`crm.automatedsolution.update`] |
///
/// Of other texts, numbers and dates the pages say nothing; portals show an empty one as `""` too. No
/// rule holds for every method, and a page may ask for something else: for `{"remove":"Y"}` in the
/// pictures of [`catalog.product.update`], for `null` in [`imbot.v2.Bot.update`], for `["empty"]` in
/// the files of [`log.blogpost.update`]. A type of your own says so with
/// [`Scalar::serialize_clear`]:
///
/// ```
/// use b24::{Patch, Scalar, b24_object};
/// use serde::{Serialize, Serializer};
///
/// #[derive(Serialize)]
/// #[serde(rename_all = "camelCase")]
/// struct Picture { file_data: (String, b24::Base64) }
///
/// impl Scalar for Picture {
///     fn serialize_clear<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
///         serializer.collect_map([("remove", "Y")])
///     }
/// }
///
/// #[b24_object(parameter, rename_all = "camelCase")]
/// struct Product {
///     preview_picture: Patch<Picture>,
/// }
///
/// let product = Product::new().preview_picture(Patch::Clear);
/// assert_eq!(serde_json::to_string(&product)?, r#"{"previewPicture":{"remove":"Y"}}"#);
/// # let file_data = ("a.gif".to_owned(), b24::Base64::from_bytes(b"GIF89a"));
/// # let product = Product::new().preview_picture(Picture { file_data });
/// # assert_eq!(
/// #     serde_json::to_string(&product)?,
/// #     r#"{"previewPicture":{"fileData":["a.gif","R0lGODlh"]}}"#
/// # );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A `PHONE` or `EMAIL` of the CRM is not cleared as a whole: each value is deleted by its identifier,
/// `{"ID":222,"DELETE":"Y"}` in [`crm.contact.update`]. One file out of several is removed as the
/// page about [files] says for each method.
///
/// [`catalog.product.update`]: https://apidocs.bitrix24.com/api-reference/catalog/product/catalog-product-update.html
/// [`crm.automatedsolution.update`]: https://apidocs.bitrix24.com/api-reference/crm/automated-solution/crm-automated-solution-update.html
/// [`crm.contact.update`]: https://apidocs.bitrix24.com/api-reference/crm/contacts/crm-contact-update.html
/// [`crm.item.update`]: https://apidocs.bitrix24.com/api-reference/crm/universal/crm-item-update.html
/// [`crm.timeline.comment.update`]: https://apidocs.bitrix24.com/api-reference/crm/timeline/comments/crm-timeline-comment-update.html
/// [`imbot.v2.Bot.update`]: https://apidocs.bitrix24.com/api-reference/chat-bots/chat-bots-v2/imbot.v2/bots/bot-update.html
/// [`log.blogpost.update`]: https://apidocs.bitrix24.com/api-reference/log/log-blogpost-update.html
/// [`user.update`]: https://apidocs.bitrix24.com/api-reference/user/user-update.html
/// [files]: https://apidocs.bitrix24.com/api-reference/files/how-to-update-files.html
#[diagnostic::on_unimplemented(
    message = "b24 does not know how `{Self}` is cleared",
    label = "`Patch` is for values that b24 can clear",
    note = "a type of your own: give an enum `#[b24_enum]`, an object `#[b24_object]`, or add `impl b24::Scalar for ... {{}}`; it is cleared by an empty text",
    note = "a type of another crate that implements `serde::Serialize`: wrap it in `b24::Json<...>`",
    note = "`Patch` stands in place of `Option`: write `Patch<T>` and not `Patch<Option<T>>`"
)]
pub trait Clearable {
    /// Writes what clears a value of this type.
    ///
    /// # Errors
    /// What the serializer reports.
    fn serialize_cleared<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error>;
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> Clearable for T {
    fn serialize_cleared<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
        T::serialize_clear(serializer)
    }
}

macro_rules! lists {
    ($({$($generics:tt)*} $type:ty),+ $(,)?) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> Clearable for $type {
                fn serialize_cleared<Out: Serializer>(serializer: Out) -> Result<Out::Ok, Out::Error> {
                    serializer.serialize_seq(Some(0))?.end()
                }
            }
        )+
    };
}

lists!(
    {T} Vec<T>,
    {T} VecDeque<T>,
    {T, S} HashSet<T, S>,
    {T} BTreeSet<T>,
    {T} &[T],
    {K, V, S} HashMap<K, V, S>,
    {K, V} BTreeMap<K, V>,
);
