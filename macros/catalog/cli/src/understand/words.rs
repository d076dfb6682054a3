//! The words of the documentation that have a meaning for the importer, Russian and English together.
//!
//! Both languages are looked for on every page, so that nobody has to say which one it is in.

/// Headings of what a method takes.
pub(super) const PARAMETERS: &[&str] = &["параметры метода", "параметры", "method parameters", "parameters"];

/// Parts of headings of one parameter's fields, or of an object's.
pub(super) const PART: &[&str] = &["параметр", "параметры", "parameter", "parameters"];

/// Parts of headings of what a method answers.
pub(super) const ANSWER: &[&str] =
    &["ответ", "возвращаем", "результат", "response", "returned", "return value", "result"];

/// Parts of headings of what may go wrong.
pub(super) const ERRORS: &[&str] = &["ошиб", "error"];

/// Parts of headings that end what a method takes.
pub(super) const OTHER: &[&str] = &[
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
pub(super) const WHO: &[&str] = &["кто может выполнять метод", "who can execute the method"];

/// Titles of notes on deprecated methods.
pub(super) const DEPRECATED: &[&str] = &["deprecated", "устаревший метод", "outdated method", "deprecated method"];

/// Sentences by which a page declares no parameters.
pub(super) const NO_PARAMETERS: &[&str] = &[
    "без параметров",
    "нет параметров",
    "не имеет параметров",
    "no parameters",
    "without parameters",
    "has no parameters",
];

/// The first cell of a header.
pub(super) const NAME_HEADS: &[&str] =
    &["название", "поле", "параметр", "ключ", "значение", "name", "field", "parameter", "key", "value"];

/// In the first cell of a header: that it has types too.
pub(super) const TYPE_HEADS: &[&str] = &["тип", "type"];

/// Headers of columns with defaults.
pub(super) const DEFAULT_HEADS: &[&str] = &["по умолчанию", "default"];

/// Headers of columns whose text is part of the description.
pub(super) const TEXT_HEADS: &[&str] = &["описание", "ограничени", "примечани", "description", "limit", "restriction", "note"];

/// Whether a text has one of the phrases, whatever the case.
pub(super) fn has(text: &str, phrases: &[&str]) -> bool {
    let text = text.to_lowercase();
    phrases.iter().any(|phrase| text.contains(phrase))
}
