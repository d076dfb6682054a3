///The error codes of `tasks.task.list`.
#[derive(Debug)]
#[allow(dead_code)]
#[non_exhaustive]
enum TaskListCode {
    ///`0`
    Code0,
    /// A code that the declaration does not list.
    Other,
}
#[automatically_derived]
impl ::core::clone::Clone for TaskListCode {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}
#[automatically_derived]
impl ::core::marker::Copy for TaskListCode {}
#[automatically_derived]
impl ::core::cmp::PartialEq for TaskListCode {
    #[inline]
    fn eq(&self, other: &Self) -> ::core::primitive::bool {
        *self as ::core::primitive::u16 == *other as ::core::primitive::u16
    }
}
#[automatically_derived]
impl ::core::cmp::Eq for TaskListCode {}
#[automatically_derived]
impl ::b24::ErrorCode for TaskListCode {
    #[inline]
    fn __codes() -> (&'static [(&'static ::core::primitive::str, Self)], Self) {
        (&[("0", Self::Code0)], Self::Other)
    }
}
#[allow(
    dead_code,
    deprecated,
    unreachable_pub,
    clippy::impl_trait_in_params,
    clippy::same_name_method
)]
/**The method `tasks.task.list`.

[Documentation](https://apidocs.bitrix24.com/api-reference/tasks/tasks-task-list.html); scope `task`

Error codes: `0`.
*/
impl TaskList {
    ///Begins with nothing given yet.
    #[inline]
    #[must_use]
    fn new() -> Self {
        Self {}
    }
    /**Checks every field against what the declaration says, without sending anything.

# Errors
Every violation at once.*/
    #[inline]
    fn validate(&self) -> ::core::result::Result<(), ::b24::Invalid> {
        ::b24::Method::validate(self)
    }
    /**Checks the parameters and calls `tasks.task.list`.

# Errors
What is wrong with a parameter before anything is sent; otherwise what the portal or the way to it answered.*/
    #[inline]
    fn call(
        &self,
        client: &::b24::Client,
    ) -> ::core::result::Result<::b24::Response<TaskPage>, ::b24::Error> {
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
    impl __b::Method for TaskList {
        const NAME: &'static __b::str = "tasks.task.list";
        const EFFECT: __b::Effect = __b::Effect::Read;
        type Output = TaskPage;
        type Code = TaskListCode;
        fn __visit<__V: __b::Visitor>(&self, __v: &mut __V) {}
    }
    #[automatically_derived]
    impl __b::Listed for TaskList {
        type Rows = __b::RowsOf<Self>;
        const LISTED: __b::Listing = __b::Listing::new(
            __b::Option::Some("tasks"),
            __b::Paging::Start,
        );
    }
    #[automatically_derived]
    impl __b::Scanned for TaskList {
        const SCANNED: __b::Cursor = __b::Cursor::new(
            "id",
            "ID",
            "filter",
            __b::Sort::Object("order"),
            __b::Option::Some("select"),
            true,
        );
    }
    #[automatically_derived]
    impl __b::NamesItem for TaskList {
        type Item = Task;
    }
    #[automatically_derived]
    impl __b::serde::Serialize for TaskList {
        fn serialize<__S: __b::serde::Serializer>(
            &self,
            serializer: __S,
        ) -> __b::Result<__S::Ok, __S::Error> {
            __b::serialize(self, serializer)
        }
    }
};
