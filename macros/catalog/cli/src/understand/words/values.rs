//! What is said of allowed values, and of a default.

/// Phrases by which values follow.
pub(in crate::understand) const VALUES: &[&str] = &[
    "возможные значения",
    "возможное значение",
    "допустимые значения",
    "доступные значения",
    "поддерживаемые значения",
    "поддерживаются значения",
    "принимает значения",
    "принимает одно из значений",
    "может принимать значения",
    "может принимать следующие значения",
    "может иметь значения",
    "возможные типы",
    "одно из значений",
    "possible values",
    "possible value",
    "allowed values",
    "valid values",
    "acceptable values",
    "available values",
    "supported values",
    "accepts values",
    "accepts the values",
    "can take values",
    "can take the values",
    "can take the following values",
    "can be",
    "one of the values",
];

/// Phrases by which values follow in a list, though not in a sentence.
pub(in crate::understand) const LISTED_VALUES: &[&str] = &["значения", "значение", "values", "value"];

/// Phrases by which formats, fields or examples follow, but no values.
pub(in crate::understand) const NO_VALUES: &[&str] = &[
    "формат",
    "шаблон",
    "префикс",
    "фильтр",
    "где",
    "примеры",
    "модификатор",
    "передавайте",
    "получить",
    "условия",
    "требовани",
    "ограничени",
    "расширени",
    "символ",
    "замен",
    "параметр",
    "полей",
    "поля:",
    "поля можно",
    "format",
    "template",
    "prefix",
    "filter",
    "where",
    "example",
    "modifier",
    "obtain",
    "condition",
    "requirement",
    "restriction",
    "character",
    "replacement",
    "parameter",
    "extension",
    "fields",
];

/// Phrases right behind which values may follow.
pub(in crate::understand) const SUPPORTED: &[&str] =
    &["поддерживаются", "допускаются", "supported are", "allowed are"];

/// Phrases that say that there are other values too.
pub(in crate::understand) const OPEN_VALUES: &[&str] = &[
    "например",
    "примеры",
    "базовые значения",
    "типичные значения",
    "стандартные значения",
    "частые значения",
    "распространенн",
    "for example",
    "e.g.",
    "examples",
    "basic values",
    "base values",
    "typical values",
    "standard values",
    "common values",
];

/// Phrases that say that the values differ from portal to portal, or by something else.
pub(in crate::understand) const CHANGING: &[&str] = &[
    "можно получить",
    "можно узнать",
    "зависят от",
    "can be obtained",
    "can be retrieved",
    "can be found out",
    "depend on",
];

/// Words before the name of a parameter.
pub(in crate::understand) const ANOTHER: &[&str] = &["параметр", "ключ", "поле", "parameter", "key", "field"];

/// Phrases behind which a default stands.
pub(in crate::understand) const DEFAULT: &[&str] = &[
    "по умолчанию",
    "by default",
    "defaults to",
    "default value",
    "default",
];

/// Words between such a phrase and the default.
pub(in crate::understand) const DEFAULT_FILLER: &[&str] = &[
    "значение",
    "значении",
    "равно",
    "равен",
    "равна",
    "используется",
    "устанавливается",
    "выставляется",
    "берется",
    "принимается",
    "применяется",
    "будет",
    "установлено",
    "задано",
    "в",
    "value",
    "is",
    "it",
    "set",
    "to",
    "the",
    "equals",
    "equal",
    "used",
    "will",
    "be",
];

/// Phrases behind a default that stands first.
pub(in crate::understand) const IS_DEFAULT: &[&str] = &[
    "по умолчанию",
    "используется по умолчанию",
    "by default",
    "is used by default",
    "is the default",
];

/// The default that is an empty text.
pub(in crate::understand) const EMPTY_TEXT: &[&str] =
    &["пустая строка", "пустой строк", "an empty string", "empty string"];
