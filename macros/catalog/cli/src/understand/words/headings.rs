//! Headings of sections and of tables.

/// Headings of what a method takes.
pub(in crate::understand) const PARAMETERS: &[&str] =
    &["параметры метода", "параметры", "method parameters", "parameters"];

/// Parts of headings of one parameter's fields, or of an object's.
pub(in crate::understand) const PART: &[&str] = &["параметр", "параметры", "parameter", "parameters"];

/// Parts of headings of what a method answers.
pub(in crate::understand) const ANSWER: &[&str] = &[
    "ответ",
    "возвращаем",
    "результат",
    "response",
    "returned",
    "return value",
    "result",
];

/// Parts of headings of what may go wrong.
pub(in crate::understand) const ERRORS: &[&str] = &["ошиб", "error"];

/// Parts of headings that end what a method takes.
pub(in crate::understand) const OTHER: &[&str] = &[
    "пример",
    "example",
    "продолж",
    "continue",
    "смотрите также",
    "see also",
    "особенност",
    "что получает обработчик",
    "what the handler",
];

/// What a page says of who may call its method.
pub(in crate::understand) const WHO: &[&str] = &["кто может выполнять метод", "who can execute the method"];

/// Titles of notes on deprecated methods.
pub(in crate::understand) const DEPRECATED: &[&str] = &[
    "deprecated",
    "устаревший метод",
    "outdated method",
    "deprecated method",
];

/// Sentences by which a page declares no parameters.
pub(in crate::understand) const NO_PARAMETERS: &[&str] = &[
    "без параметров",
    "нет параметров",
    "не имеет параметров",
    "параметров не имеет",
    "no parameters",
    "without parameters",
    "has no parameters",
    "does not have any parameters",
    "does not have parameters",
];

/// The first cell of a header.
pub(in crate::understand) const NAME_HEADS: &[&str] = &[
    "название",
    "поле",
    "параметр",
    "ключ",
    "значение",
    "name",
    "field",
    "parameter",
    "key",
    "value",
];

/// In the first cell of a header: that it has types too.
pub(in crate::understand) const TYPE_HEADS: &[&str] = &["тип", "type"];

/// Headers of columns with defaults.
pub(in crate::understand) const DEFAULT_HEADS: &[&str] = &["по умолчанию", "default"];

/// Headers of columns whose text is part of the description.
pub(in crate::understand) const TEXT_HEADS: &[&str] = &[
    "описание",
    "ограничени",
    "примечани",
    "description",
    "limit",
    "restriction",
    "note",
];

/// Headers of columns with error codes.
pub(in crate::understand) const CODE_HEADS: &[&str] = &["код", "code", "error code", "код ошибки"];

/// Headers of columns with statuses.
pub(in crate::understand) const STATUS_HEADS: &[&str] = &["статус", "status", "http"];

/// The first cell of a table of values.
pub(in crate::understand) const VALUE_HEADS: &[&str] =
    &["код", "значение", "идентификатор", "code", "value", "identifier"];

/// Beginnings of headings of further parameters of the method itself.
pub(in crate::understand) const FURTHER: &[&str] = &[
    "параметры метода",
    "дополнительные параметры",
    "method parameters",
    "additional parameters",
];
