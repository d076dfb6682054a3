//! The words of the documentation that have a meaning for the importer, Russian and English together.
//!
//! Both languages are looked for on every page, so that nobody has to say which one it is in.

/// Headings of what a method takes.
pub(super) const PARAMETERS: &[&str] = &["параметры метода", "параметры", "method parameters", "parameters"];

/// Parts of headings of one parameter's fields, or of an object's.
pub(super) const PART: &[&str] = &["параметр", "параметры", "parameter", "parameters"];

/// Parts of headings of what a method answers.
pub(super) const ANSWER: &[&str] = &[
    "ответ",
    "возвращаем",
    "результат",
    "response",
    "returned",
    "return value",
    "result",
];

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
pub(super) const DEPRECATED: &[&str] = &[
    "deprecated",
    "устаревший метод",
    "outdated method",
    "deprecated method",
];

/// Sentences by which a page declares no parameters.
pub(super) const NO_PARAMETERS: &[&str] = &[
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
pub(super) const NAME_HEADS: &[&str] = &[
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
pub(super) const TYPE_HEADS: &[&str] = &["тип", "type"];

/// Headers of columns with defaults.
pub(super) const DEFAULT_HEADS: &[&str] = &["по умолчанию", "default"];

/// Headers of columns whose text is part of the description.
pub(super) const TEXT_HEADS: &[&str] = &[
    "описание",
    "ограничени",
    "примечани",
    "description",
    "limit",
    "restriction",
    "note",
];

/// Whether a text has one of the phrases, whatever the case.
pub(super) fn has(text: &str, phrases: &[&str]) -> bool {
    let text = text.to_lowercase();
    phrases.iter().any(|phrase| text.contains(phrase))
}

/// Whether a text has one of the words, whole and whatever the case.
pub(super) fn has_word(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    text.split(|letter: char| !letter.is_alphanumeric())
        .any(|word| words.contains(&word))
}

/// Phrases by which values follow.
pub(super) const VALUES: &[&str] = &[
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
pub(super) const LISTED_VALUES: &[&str] = &["значения", "значение", "values", "value"];

/// Phrases by which formats, fields or examples follow, but no values.
pub(super) const NO_VALUES: &[&str] = &[
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
pub(super) const SUPPORTED: &[&str] = &["поддерживаются", "допускаются", "supported are", "allowed are"];

/// Phrases that say that there are other values too.
pub(super) const OPEN_VALUES: &[&str] = &[
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
pub(super) const CHANGING: &[&str] = &[
    "можно получить",
    "можно узнать",
    "зависят от",
    "can be obtained",
    "can be retrieved",
    "can be found out",
    "depend on",
];

/// Words before the name of a parameter.
pub(super) const ANOTHER: &[&str] = &["параметр", "ключ", "поле", "parameter", "key", "field"];

/// Phrases behind which a default stands.
pub(super) const DEFAULT: &[&str] = &[
    "по умолчанию",
    "by default",
    "defaults to",
    "default value",
    "default",
];

/// Words between such a phrase and the default.
pub(super) const DEFAULT_FILLER: &[&str] = &[
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
pub(super) const IS_DEFAULT: &[&str] = &[
    "по умолчанию",
    "используется по умолчанию",
    "by default",
    "is used by default",
    "is the default",
];

/// The default that is an empty text.
pub(super) const EMPTY_TEXT: &[&str] = &["пустая строка", "пустой строк", "an empty string", "empty string"];

/// Words for letters of a text.
pub(super) const LETTERS: &[&str] = &["символ", "character", "symbol"];

/// Phrases before the greatest length.
pub(super) const LENGTH_MAX: &[&str] = &[
    "максимальная длина",
    "длина до",
    "длина не более",
    "maximum length is",
    "maximum length",
    "max length",
];

/// Phrases before the least length.
pub(super) const LENGTH_MIN: &[&str] = &["минимальная длина", "minimum length is", "minimum length"];

/// Phrases before a greatest number.
pub(super) const AT_MOST: &[&str] = &[
    "не более",
    "не больше",
    "не должно превышать",
    "не должен превышать",
    "не может быть больше",
    "до",
    "up to",
    "no more than",
    "not exceed",
    "at most",
];

/// Phrases before the greatest number of items.
pub(super) const ITEMS_MAX: &[&str] = &[
    "максимум",
    "не более",
    "не больше",
    "maximum",
    "no more than",
    "at most",
    "up to",
];

/// Phrases before the least number of items.
pub(super) const ITEMS_MIN: &[&str] = &[
    "минимум",
    "не менее",
    "не меньше",
    "minimum",
    "no less than",
    "at least",
];

/// Units of sizes and lengths, which count no items.
pub(super) const SIZES: &[&str] = &["мб", "кб", "байт", "символ", "mb", "kb", "byte", "character"];

/// Phrases before the greatest value.
pub(super) const VALUE_MAX: &[&str] = &["максимальное значение", "maximum value is", "maximum value"];

/// Phrases before the least value.
pub(super) const VALUE_MIN: &[&str] = &["минимальное значение", "minimum value is", "minimum value"];

/// Phrases before a least number.
pub(super) const AT_LEAST: &[&str] = &[
    "обязательно больше или равно",
    "больше или равно",
    "больше или равен",
    "не менее",
    "не меньше",
    "must be greater than or equal to",
    "greater than or equal to",
    "at least",
];

/// Phrases before a number that is too small.
pub(super) const MORE_THAN: &[&str] = &["обязательно больше", "must be greater than"];

/// Words for the number 0.
pub(super) const ZERO: &[&str] = &["нуля", "zero"];

/// Phrases around two numbers.
pub(super) const FROM_TO: &[(&str, &str)] = &[("от", "до"), ("from", "to"), ("between", "and")];

/// Phrases by which at least one of several is needed.
pub(super) const ANY_OF: &[&str] = &[
    "хотя бы один из параметров",
    "хотя бы один параметр",
    "хотя бы одно из полей",
    "хотя бы одно из следующих полей",
    "хотя бы одно поле",
    "один из параметров",
    "at least one of the",
    "at least one parameter",
    "at least one field",
    "at least one of the following fields",
    "one of the parameters",
    "one of the following parameters",
];

/// Phrases by which one of two is needed, where a word for `or` is between them.
pub(super) const ONE_OF: &[&str] = &[
    "обязательно передать",
    "обязательно передавать",
    "обязательно указать",
    "must pass",
    "must specify",
];

/// Words for `or`.
pub(super) const OR: &[&str] = &["` или `", "`, либо `", "` or `"];

/// Beginnings of sentences that name a purpose.
pub(super) const PURPOSES: &[&str] = &["чтобы", "to ", "in order to"];

/// Pairs of phrases by which it is needed where another one is missing.
pub(super) const NEEDED_WITHOUT: &[(&str, &str)] = &[
    ("обязател", "если не передан"),
    ("обязател", "если не указан"),
    ("required if", "not provided"),
    ("required if", "not passed"),
    ("required if", "not specified"),
    ("required if", "not given"),
];

/// Beginnings of sentences by which it is needed.
pub(super) const NEEDED: &[&str] = &[
    "обязателен",
    "обязательна,",
    "обязательно,",
    "обязательно для",
    "обязательно при",
    "обязательный параметр",
    "обязательный,",
    "обязательное поле",
    "обязательное,",
    "параметр обязателен",
    "параметр обязательный",
    "поле обязательно",
    "поле является обязательным",
    "параметр является обязательным",
    "required",
    "the parameter is required",
    "this parameter is required",
    "mandatory",
];

/// Beginnings of sentences by which it is not.
pub(super) const NOT_NEEDED: &[&str] = &[
    "необязательный параметр",
    "необязательное поле",
    "необязательный ключ",
    "optional parameter",
    "optional field",
];

/// Words by which what is needed is so under conditions only.
pub(super) const CONDITIONS: &[&str] = &[
    "если",
    "только",
    " для ",
    " при ",
    "когда",
    " if ",
    "only",
    " for ",
    " when",
    "in case",
];

/// Beginnings of sentences by which a parameter should not be used any more.
pub(super) const OUTDATED: &[&str] = &[
    "устарел",
    "устаревш",
    "параметр устарел",
    "поле устарело",
    "deprecated",
    "outdated",
    "the parameter is deprecated",
];

/// The same, at the end of a sentence.
pub(super) const OUTDATED_END: &[&str] = &["(устаревшее)", "(устарел)", "(deprecated)", "(outdated)"];

/// Headers of columns with error codes.
pub(super) const CODE_HEADS: &[&str] = &["код", "code", "error code", "код ошибки"];

/// Headers of columns with statuses.
pub(super) const STATUS_HEADS: &[&str] = &["статус", "status", "http"];

/// What begins a line with statuses.
pub(super) const STATUS: &[&str] = &[
    "http-статус",
    "http-код",
    "http status",
    "http-status",
    "http code",
];

/// Words for the code that is an empty text.
pub(super) const EMPTY_CODE: &[&str] = &[
    "пустое значение",
    "пустая строка",
    "пустой код",
    "empty value",
    "empty string",
    "empty code",
];

/// The first cell of a table of values.
pub(super) const VALUE_HEADS: &[&str] = &["код", "значение", "идентификатор", "code", "value", "identifier"];

/// Phrases by which the order of parameters matters.
pub(super) const ORDER: &[&str] = &[
    "порядок параметров",
    "порядка параметров",
    "порядок передачи параметров",
    "порядок следования параметров",
    "порядка следования параметров",
    "order of parameters",
    "order of the parameters",
    "parameter order",
];

/// Beginnings of headings of further parameters of the method itself.
pub(super) const FURTHER: &[&str] = &[
    "параметры метода",
    "дополнительные параметры",
    "method parameters",
    "additional parameters",
];

/// Words of a line above a list of keys that are needed.
pub(super) const NEEDED_KEYS: &[&str] = &[
    "обязательные поля",
    "обязательные ключи",
    "required fields",
    "required keys",
];

/// First words of titles of methods that only read.
pub(super) const TITLES_OF_READS: &[&str] = &[
    "получить",
    "найти",
    "проверить",
    "список",
    "определить",
    "показать",
    "отфильтровать",
    "поиск",
    "просмотреть",
    "скачать",
    "get",
    "find",
    "check",
    "list",
    "determine",
    "show",
    "filter",
    "search",
    "view",
    "download",
    "retrieve",
];

/// Words by which a method changes something.
pub(super) const CHANGES: &[&str] = &[
    "создает",
    "создаёт",
    "генерирует",
    "отмечает",
    "помечает",
    "удаляет",
    "изменяет",
    "обновляет",
    "очищает",
    "сбрасывает",
    "creates",
    "generates",
    "marks",
    "deletes",
    "removes",
    "clears",
    "resets",
];

/// Words that turn the next one around.
pub(super) const NOT: &[&str] = &["не", "not", "never"];

/// Beginnings of descriptions of credentials.
pub(super) const SECRET_TEXTS: &[&str] = &[
    "токен ",
    "пароль ",
    "настройки авторизации",
    "список параметров для авторизации",
    "token ",
    "password ",
    "authorization settings",
    "list of parameters for authorization",
    "list of authorization parameters",
];

/// Beginnings of descriptions of what has others in it.
pub(super) const LIST_BEGINS: &[&str] = &["массив ", "array ", "an array "];

/// Phrases by which a text may be an object too.
pub(super) const TEXT_OR_OBJECT: &[&str] = &[
    "строку или объект",
    "строка или объект",
    "string or object",
    "string or an object",
];

/// Phrases by which a value may be a list of such too.
pub(super) const ALSO_LIST: &[&str] = &[
    "можно передать массив",
    "you can pass an array",
    "an array can be passed",
];

/// Phrases before the name of a parameter that it may be given instead of.
pub(super) const INSTEAD: &[&str] = &[
    "вместо параметра",
    "вместо поля",
    "instead of the `",
    "instead of `",
];

/// Phrases by which what has a star may be left out all the same.
pub(super) const MAY_BE_LEFT_OUT: &[&str] = &[
    "можно не передавать",
    "можно не указывать",
    "если не передать значение",
    "can be omitted",
    "may be omitted",
];

/// Phrases by which an object has a text for each language.
pub(super) const BY_LANGUAGE: &[&str] = &["локализ", "по языкам", "localiz", "by language", "in languages"];

/// Files with how a file is sent, which rows link to.
pub(super) const UPLOADS: &[&str] = &["how-to-upload-files.md", "how-to-update-files.md"];

/// Words for several files.
pub(super) const FILES: &[&str] = &[
    "массив файлов",
    "список файлов",
    "array of files",
    "list of files",
];

/// Words for files and pictures.
pub(super) const PICTURES: &[&str] = &[
    "файл",
    "фото",
    "картин",
    "изображ",
    "логотип",
    "аватар",
    "file",
    "photo",
    "picture",
    "image",
    "logo",
    "avatar",
];
