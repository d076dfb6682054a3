//! What is said of a method as a whole: its effect, its errors, that it is outdated.

/// Beginnings of sentences by which a parameter should not be used any more.
pub(in crate::understand) const OUTDATED: &[&str] = &[
    "устарел",
    "устаревш",
    "параметр устарел",
    "поле устарело",
    "deprecated",
    "outdated",
    "the parameter is deprecated",
];

/// The same, at the end of a sentence.
pub(in crate::understand) const OUTDATED_END: &[&str] =
    &["(устаревшее)", "(устарел)", "(deprecated)", "(outdated)"];

/// What begins a line with statuses.
pub(in crate::understand) const STATUS: &[&str] = &[
    "http-статус",
    "http-код",
    "http status",
    "http-status",
    "http code",
];

/// Words for the code that is an empty text.
pub(in crate::understand) const EMPTY_CODE: &[&str] = &[
    "пустое значение",
    "пустая строка",
    "пустой код",
    "empty value",
    "empty string",
    "empty code",
];

/// Phrases by which the order of parameters matters.
pub(in crate::understand) const ORDER: &[&str] = &[
    "порядок параметров",
    "порядка параметров",
    "порядок передачи параметров",
    "порядок следования параметров",
    "порядка следования параметров",
    "order of parameters",
    "order of the parameters",
    "parameter order",
];

/// First words of titles of methods that only read.
pub(in crate::understand) const TITLES_OF_READS: &[&str] = &[
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
pub(in crate::understand) const CHANGES: &[&str] = &[
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
pub(in crate::understand) const NOT: &[&str] = &["не", "not", "never"];
